import { getDebate } from "~/domain/debates/queries.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { shortInvitation } from "./mail.server";
import { getSender, listAgendaLines } from "./queries.letters.server";
import { findSubstitute, getInvitation, getSubstitute } from "./queries.server";
import { closedForInvitee, closedForSubstitute } from "./rules";

/** What the page behind an invitation's link shows: loader data is public, so each column is named. */
export async function getRsvpPage(scope: Scope, invitationId: string, now = new Date()) {
  const invitation = await getInvitation(scope, invitationId);
  const { officeTitle, bodyName, salutation, status, needs, declineReason, respondedAt } = invitation;
  const { debate, ...about } = await getMeeting(scope, invitation.debateId);
  const named = status === "substituted" ? await findSubstitute(scope, invitationId) : undefined;
  const guest = { officeTitle, bodyName, salutation };
  return {
    as: "invitee" as const,
    ...about,
    // Where somebody else comes, they are that person's, and may be about their health.
    guest: { ...guest, status, needs: status === "accepted" ? needs : "", statement: declineReason, respondedAt },
    substitute: named ? { name: named.name, post: named.post, email: named.email, status: named.status } : null,
    closed: closedForInvitee(status, debate, now) ?? null,
    letter: shortInvitation(await getLetterProps(scope, invitation.debateId, guest, now)),
  };
}

/** What a substitute sees: nothing of what the invited person wrote. */
export async function getSubstitutePage(scope: Scope, substituteId: string, now = new Date()) {
  const substitute = await getSubstitute(scope, substituteId);
  const invitation = await getInvitation(scope, substitute.invitationId);
  const { debate, ...about } = await getMeeting(scope, invitation.debateId);
  const { name, post, status, respondedAt } = substitute;
  return {
    as: "substitute" as const,
    ...about,
    guest: { officeTitle: invitation.officeTitle, bodyName: invitation.bodyName },
    substitute: { name, post, status, respondedAt, needs: status === "confirmed" ? invitation.needs : "" },
    closed: closedForSubstitute(substitute, invitation, debate, "substitute", now) ?? null,
  };
}

async function getMeeting(scope: Scope, debateId: string) {
  const debate = await getDebate(scope, debateId);
  const { name, slug, department, address, phone } = await getSender(scope);
  const path = debate.announcedAt && `/u/${slug}/debates/${debate.slug}`;
  return {
    debate,
    unit: { name, slug, department, address, phone },
    meeting: {
      kind: debate.kind,
      status: debate.status,
      topic: debate.topic,
      cycleTitle: debate.cycleTitle,
      startsAt: debate.startsAt,
      endsAt: debate.endsAt,
      venueName: debate.venueName,
      venueAddress: debate.venueAddress,
      answersCloseAt: debate.answersCloseAt,
      statusReason: debate.statusReason,
      path: path || null,
    },
  };
}

type Guest = { officeTitle: string; bodyName: string; salutation: string };

/** What a letter to this guest would be composed of now; the place of the link stays empty. */
export async function getLetterProps(scope: Scope, debateId: string, guest: Guest, now = new Date()) {
  const unit = await getSender(scope);
  return {
    unit,
    debate: await getDebate(scope, debateId),
    guest,
    agenda: await listAgendaLines(scope, debateId),
    link: "",
    privacy: absolute(`/u/${unit.slug}/privacy`),
    now,
  };
}

export type RsvpPageData = Awaited<ReturnType<typeof getRsvpPage>>;
export type SubstitutePageData = Awaited<ReturnType<typeof getSubstitutePage>>;
