import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import { askAgain } from "./commands.changes.server";
import { openPost, type Post, propsFor, propsForSubstitute, sendToGuest, sendToSubstitute } from "./jobs.post.server";
import { type Ask, cancelledLetter, movedLetter, postponedLetter } from "./mail.notices.server";
import { type Guest, listInvitations } from "./queries.server";

/** Who had been asked and not said no; drafts notify nobody. */
const isExpecting = ({ status }: Guest) => status === "sent" || status === "accepted" || status === "substituted";
const isComing = (guest: Guest) => guest.status === "substituted" && guest.substitute?.status !== "declined";

/** Another place leaves answers as they are; another date asks everybody again, those who had refused it, too. */
export const debateMoved: Job = async (scope, event) => {
  const post = await openPost(scope, event, event.subjectId);
  if (post.debate.status === "cancelled") return; // they are about to hear that
  const isNewDate = hasNewDate(event);
  const silent = new Set(
    (await listInvitations(scope, event.subjectId)).flatMap(({ id, status }) => (status === "sent" ? [id] : [])),
  );
  if (isNewDate) await askAgain(scope, event.subjectId, event.occurredAt);
  for (const guest of (await listInvitations(scope, event.subjectId)).filter(isExpecting))
    await (isNewDate ? tellNewDate(post, guest, silent.has(guest.id)) : tellNewPlace(post, guest));
};

function hasNewDate({ action, data }: Pick<RecordedEvent, "action" | "data">) {
  if (action !== "debate_moved") return true;
  return data?.previousStartsAt !== undefined && data.previousStartsAt !== data.startsAt;
}

async function tellNewDate(post: Post, guest: Guest, wasSilent: boolean) {
  const calendar = post.debate.datePending ? "CANCEL" : "REQUEST";
  const kind = "debate_postponed";
  const ask: Ask = isComing(guest) ? "substitute_stands" : wasSilent ? "first" : "again";
  await sendToGuest(post, guest, { kind, calendar, letter: postponedLetter(propsFor(post, guest), ask) });
  if (!guest.substitute || !isComing(guest)) return;
  const props = propsForSubstitute(post, guest, guest.substitute);
  await sendToSubstitute(post, guest.substitute, { kind, calendar, letter: postponedLetter(props, "confirm_again") });
}

async function tellNewPlace(post: Post, guest: Guest) {
  const sent = { kind: "debate_moved", calendar: "REQUEST" } as const;
  await sendToGuest(post, guest, { ...sent, letter: movedLetter(propsFor(post, guest)) });
  if (!guest.substitute || !isComing(guest)) return;
  const props = propsForSubstitute(post, guest, guest.substitute);
  await sendToSubstitute(post, guest.substitute, { ...sent, letter: movedLetter(props, true) });
}

export const debateCancelled: Job = async (scope, event) => {
  const post = await openPost(scope, event, event.subjectId);
  const sent = { kind: "debate_cancelled", calendar: "CANCEL" } as const;
  for (const guest of (await listInvitations(scope, event.subjectId)).filter(isExpecting)) {
    await sendToGuest(post, guest, { ...sent, letter: cancelledLetter(propsFor(post, guest)) });
    if (!guest.substitute || !isComing(guest)) continue;
    const props = propsForSubstitute(post, guest, guest.substitute);
    await sendToSubstitute(post, guest.substitute, { ...sent, letter: cancelledLetter(props, true) });
  }
};
