import { foldForSearch } from "~/platform/language";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { DebateStatus, RsvpChannel, RsvpStatus, SubstituteStatus } from "~db/vocabulary";

/** A new date asks everybody again who had answered; whoever was withdrawn may be invited anew, with a new link. */
export const RSVP_MOVES = {
  draft: { send: "sent", withdraw: "withdrawn" },
  sent: { accept: "accepted", decline: "declined", substitute: "substituted", withdraw: "withdrawn" },
  accepted: {
    accept: "accepted",
    decline: "declined",
    substitute: "substituted",
    ask_again: "sent",
    withdraw: "withdrawn",
  },
  declined: {
    accept: "accepted",
    decline: "declined",
    substitute: "substituted",
    ask_again: "sent",
    withdraw: "withdrawn",
  },
  // The word of who sends somebody stands; on a new date the substitute is asked again.
  substituted: { accept: "accepted", decline: "declined", substitute: "substituted", withdraw: "withdrawn" },
  withdrawn: { invite_again: "draft" },
} as const satisfies Record<RsvpStatus, Partial<Record<string, RsvpStatus>>>;

export type RsvpMove = { [From in RsvpStatus]: keyof (typeof RSVP_MOVES)[From] }[RsvpStatus];

/** Whoever refused may think better of it, as long as nobody else was named. */
export const SUBSTITUTE_MOVES = {
  asked: { confirm: "confirmed", decline: "declined", replace: "replaced" },
  confirmed: { confirm: "confirmed", decline: "declined", replace: "replaced", ask_again: "asked" },
  declined: { confirm: "confirmed", decline: "declined", replace: "replaced" },
  replaced: {},
} as const satisfies Record<SubstituteStatus, Partial<Record<string, SubstituteStatus>>>;

export type SubstituteMove = { [From in SubstituteStatus]: keyof (typeof SUBSTITUTE_MOVES)[From] }[SubstituteStatus];

export const rsvpAfter = (from: RsvpStatus, move: RsvpMove): RsvpStatus | undefined =>
  (RSVP_MOVES[from] as Partial<Record<RsvpMove, RsvpStatus>>)[move];

export const substituteAfter = (from: SubstituteStatus, move: SubstituteMove): SubstituteStatus | undefined =>
  (SUBSTITUTE_MOVES[from] as Partial<Record<SubstituteMove, SubstituteStatus>>)[move];

/** What the rules need to know of a debate. */
export type DebateState = {
  status: DebateStatus;
  startsAt: Date;
  answersCloseAt: Date;
  /** Postponed, and the new date is not known yet: there is nothing to answer. */
  datePending: boolean;
};
export type Invitee = { status: RsvpStatus; personName: string; email: string };

export type RsvpAnswer =
  | { status: "accepted"; needs: string }
  | { status: "declined"; statement: string }
  | { status: "substituted"; name: string; post: string; email: string };

export type RsvpRefusal =
  | "not_sent"
  | "withdrawn"
  | "debate_is_draft"
  | "called_off"
  | "date_pending"
  | "answers_closed"
  | "debate_over"
  | "own_substitute"
  | "too_many_named"
  | "replaced";

export type SendRefusal = RsvpRefusal | "already_invited" | "nobody_chosen" | "nobody_to_send";
export type ReminderRefusal = "nobody_to_remind";

const MOVE_OF = { accepted: "accept", declined: "decline", substituted: "substitute" } as const;

/** Always all of these columns, so that nothing of an older answer survives a new one. */
export type RsvpChange = {
  status: RsvpStatus;
  respondedAt: Date;
  respondedVia: RsvpChannel;
  needs: string;
  declineReason: string;
};

export function decideAnswer(
  invitee: Invitee,
  debate: DebateState,
  answer: RsvpAnswer,
  via: RsvpChannel,
  now: Date,
): Outcome<RsvpChange, RsvpRefusal> {
  const closed =
    via === "link" ? closedForInvitee(invitee.status, debate, now) : closedForStaff(invitee.status, debate);
  if (closed) return refuse(closed);
  const status = rsvpAfter(invitee.status, MOVE_OF[answer.status]);
  if (!status) return refuse("not_sent");
  if (answer.status === "substituted" && isSamePerson(invitee, answer)) return refuse("own_substitute");
  return allow({
    status,
    respondedAt: now,
    respondedVia: via,
    needs: answer.status === "accepted" ? answer.needs : "",
    declineReason: answer.status === "declined" ? answer.statement : "",
  });
}

/** Whoever is named gets a letter, and so does who was named before: a link that has got about must not write to the world. */
const MOST_NAMED_A_DAY = 10;
const DAY_MS = 24 * 60 * 60 * 1000;
export const namedSince = (now: Date) => new Date(now.getTime() - DAY_MS);

/** `named`: how many others were named for this guest since `namedSince`. On the phone staff know whom they hear. */
export const decideNaming = (named: number, via: RsvpChannel): Outcome<true, "too_many_named"> =>
  via === "link" && named >= MOST_NAMED_A_DAY ? refuse("too_many_named") : allow(true);

/** Why the link no longer takes an answer. The deadline itself is already too late. */
export function closedForInvitee(status: RsvpStatus, debate: DebateState, now: Date): RsvpRefusal | undefined {
  const forAnybody = closedForStaff(status, debate);
  if (forAnybody && forAnybody !== "debate_over") return forAnybody;
  return isAhead(debate.status) && now < debate.answersCloseAt ? undefined : "answers_closed";
}

/** Staff write down an answer as long as the evening is not closed: some say it on the phone, some at the door. */
export function closedForStaff(status: RsvpStatus, debate: DebateState): RsvpRefusal | undefined {
  if (status === "draft") return "not_sent";
  if (status === "withdrawn") return "withdrawn";
  if (debate.status === "cancelled") return "called_off";
  if (debate.datePending) return "date_pending";
  return debate.status === "closed" ? "debate_over" : undefined;
}

/** A postponed debate has its new date, so it waits for answers like any other. */
const isAhead = (status: DebateStatus) => status === "announced" || status === "postponed";

export function decideSend(status: RsvpStatus, debate: DebateState): Outcome<"sent", RsvpRefusal> {
  if (status === "withdrawn") return refuse("withdrawn");
  if (debate.status === "draft") return refuse("debate_is_draft");
  if (debate.status === "cancelled") return refuse("called_off");
  if (debate.datePending) return refuse("date_pending");
  if (debate.status === "held" || debate.status === "closed") return refuse("debate_over");
  return allow("sent");
}

/** Twice in one day is nagging, and usually a mistake. */
const REMIND_AGAIN_MS = 20 * 60 * 60 * 1000;

/** Only who was asked, has an address, has not answered, and still can. */
export function shouldRemind(
  { status, email, remindedAt }: { status: RsvpStatus; email: string; remindedAt: Date | null },
  debate: DebateState,
  now: Date,
) {
  const isFresh = remindedAt !== null && now.getTime() - remindedAt.getTime() < REMIND_AGAIN_MS;
  return status === "sent" && email !== "" && !isFresh && closedForInvitee(status, debate, now) === undefined;
}

/** A substitute may be named on the last day, so theirs is the start of the debate and not the deadline of guests. */
export function decideSubstitution(
  substitute: { status: SubstituteStatus },
  invitation: { status: RsvpStatus },
  debate: DebateState,
  move: "confirm" | "decline",
  by: "substitute" | "staff",
  now: Date,
): Outcome<SubstituteStatus, RsvpRefusal> {
  const closed = closedForSubstitute(substitute, invitation, debate, by, now);
  if (closed) return refuse(closed);
  const status = substituteAfter(substitute.status, move);
  return status ? allow(status) : refuse("replaced");
}

export function closedForSubstitute(
  substitute: { status: SubstituteStatus },
  invitation: { status: RsvpStatus },
  debate: DebateState,
  by: "substitute" | "staff",
  now: Date,
): RsvpRefusal | undefined {
  const forAnybody = closedForStaff(invitation.status, debate);
  if (forAnybody && forAnybody !== "debate_over") return forAnybody;
  if (substitute.status === "replaced" || invitation.status !== "substituted") return "replaced";
  if (by === "staff") return forAnybody;
  return isAhead(debate.status) && now < debate.startsAt ? undefined : "answers_closed";
}

/** The same name or the same mailbox: nobody stands in for themselves. */
export function isSamePerson(
  one: { personName: string; email: string },
  other: { name: string; email: string },
): boolean {
  const named = one.personName !== "" && foldForSearch(one.personName) === foldForSearch(other.name);
  return named || (one.email !== "" && one.email.toLowerCase() === other.email.toLowerCase());
}

/** Office, or else body and person: the same guest is asked once. */
export const guestKeyOf = ({ officeId, bodyId, personId }: GuestIds) =>
  officeId ? `office:${officeId}` : `body:${bodyId}:${personId ?? ""}`;

/** Whom staff pick: who holds an office today, or a body as such (a housing co-op, a newspaper). */
export type PickedGuest = { officeId: string } | { bodyId: string };

export type GuestIds = { officeId?: string | null; bodyId: string; personId?: string | null };

/** What staff see beside a guest: the stored state, and whether somebody really comes. */
export type Standing =
  | Exclude<RsvpStatus, "substituted">
  | "substitute_asked"
  | "substitute_confirmed"
  | "substitute_declined";

export function standingOf(status: RsvpStatus, substitute: { status: SubstituteStatus } | null): Standing {
  if (status !== "substituted") return status;
  if (substitute?.status === "confirmed") return "substitute_confirmed";
  return substitute?.status === "declined" ? "substitute_declined" : "substitute_asked";
}

/** „Burmistrz, Urząd Miejski”: what lists and the history call a guest; a body as such has no office. */
export const guestName = ({ officeTitle, bodyName }: { officeTitle: string; bodyName: string }) =>
  [officeTitle, bodyName].filter(Boolean).join(", ");

/** The line above the guest list. `drafts` and the withdrawn are not among the invited. */
export function countGuests(guests: readonly { standing: Standing; delivery: { status: string } | null }[]) {
  const inStanding = (...standings: Standing[]) => guests.filter(({ standing }) => standings.includes(standing)).length;
  return {
    drafts: inStanding("draft"),
    invited: guests.length - inStanding("draft", "withdrawn"),
    accepted: inStanding("accepted"),
    substituted: inStanding("substitute_asked", "substitute_confirmed", "substitute_declined"),
    declined: inStanding("declined"),
    silent: inStanding("sent"),
    failed: guests.filter(({ delivery, standing }) => delivery?.status === "failed" && standing !== "withdrawn").length,
  };
}
