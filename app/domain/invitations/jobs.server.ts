import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import type { Scope } from "~/platform/scope";
import { debateCancelled, debateMoved } from "./jobs.changes.server";
import { openPost, propsFor, propsForSubstitute, sendToGuest, sendToSubstitute } from "./jobs.post.server";
import { replacedLetter, withdrawnLetter } from "./mail.notices.server";
import { invitationLetter, reminderLetter, substituteDeclinedLetter, substituteLetter } from "./mail.server";
import { findSubstitute, getInvitation, getSubstitute } from "./queries.server";

/** Between the event and its letter somebody may have thought better of it: what is no longer true is not sent. */
const invitationSent: Job = async (scope, event) => {
  const { guest, post } = await openGuest(scope, event);
  if (guest.status === "withdrawn" || guest.status === "draft" || post.debate.status === "cancelled") return;
  const letter = invitationLetter(propsFor(post, guest));
  await sendToGuest(post, guest, { kind: "invitation", letter, calendar: "REQUEST" });
};

const invitationReminded: Job = async (scope, event) => {
  const { guest, post } = await openGuest(scope, event);
  if (guest.status !== "sent" || post.debate.status === "cancelled") return;
  await sendToGuest(post, guest, { kind: "reminder", letter: reminderLetter(propsFor(post, guest)) });
};

const invitationSubstituted: Job = async (scope, event) => {
  const { guest, post } = await openGuest(scope, event);
  const substitute = await findSubstitute(scope, guest.id);
  if (!substitute || substitute.id !== event.data?.substituteId || post.debate.status === "cancelled") return;
  const letter = substituteLetter(propsForSubstitute(post, guest, substitute));
  await sendToSubstitute(post, substitute, { kind: "substitute", letter, calendar: "REQUEST" });
};

const invitationWithdrawn: Job = async (scope, event) => {
  const { guest, post } = await openGuest(scope, event);
  if (guest.status !== "withdrawn") return;
  const letter = withdrawnLetter(propsFor(post, guest));
  await sendToGuest(post, guest, { kind: "invitation_withdrawn", letter, calendar: "CANCEL" });
};

const substituteDeclined: Job = async (scope, event) => {
  const { guest, substitute, post } = await openSubstitute(scope, event);
  if (substitute.status !== "declined" || post.debate.status === "cancelled") return;
  const props = { ...propsFor(post, guest), substitute };
  await sendToGuest(post, guest, { kind: "substitute_declined", letter: substituteDeclinedLetter(props) });
};

const substituteReplaced: Job = async (scope, event) => {
  const { guest, substitute, post } = await openSubstitute(scope, event);
  if (post.debate.status === "cancelled") return;
  const letter = replacedLetter(propsForSubstitute(post, guest, substitute));
  await sendToSubstitute(post, substitute, { kind: "substitute_replaced", letter, calendar: "CANCEL" });
};

async function openGuest(scope: Scope, event: RecordedEvent) {
  const guest = await getInvitation(scope, event.subjectId);
  return { guest, post: await openPost(scope, event, guest.debateId) };
}

async function openSubstitute(scope: Scope, event: RecordedEvent) {
  const substitute = await getSubstitute(scope, event.subjectId);
  const guest = await getInvitation(scope, substitute.invitationId);
  return { substitute, guest, post: await openPost(scope, event, guest.debateId) };
}

export const invitationJobs: Readonly<Record<string, Job>> = {
  invitation_sent: invitationSent,
  invitation_reminded: invitationReminded,
  invitation_substituted: invitationSubstituted,
  invitation_withdrawn: invitationWithdrawn,
  substitute_declined: substituteDeclined,
  substitute_replaced: substituteReplaced,
  debate_moved: debateMoved,
  debate_rescheduled: debateMoved,
  debate_postponed: debateMoved,
  debate_cancelled: debateCancelled,
};
