import { termEnd } from "~/platform/deadlines";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import { type CalendarDate, daysBetween, today, warsawDate } from "~/platform/time";
import type { DueBasis, LegalTrack, MotionOutcome, MotionStatus, RaisedBy, Sensitivity } from "~db/vocabulary";
import { decideMove, type MoveRefusal, stateOf } from "./rules";

type Referable = {
  status: MotionStatus;
  outcome: MotionOutcome | null;
  sensitivity: Sensitivity;
  legalTrack: LegalTrack;
  raisedBy: RaisedBy;
  referredAt: Date | null;
};
type Body = { archivedAt: Date | null };

export type ReferralRefusal =
  | MoveRefusal
  | "already_passed_on"
  | "is_complaint"
  | "not_public"
  | "unknown_body"
  | "body_archived";

/** What the competent body then owes, and by when; the day on which it gets the motion does not count. */
export type Referral = { dueBasis: DueBasis; dueFrom: CalendarDate; dueOn: CalendarDate };

/**
 * Passing on to the competent body (art. 243 KPA). A motion after KPA is to be settled within a month of the day on
 * which the body gets it (art. 244), and a councillor is told within fourteen days (art. 247); what was only said at
 * a debate is asked for as a courtesy. A complaint has rules of its own (art. 231). Only a statute lets words out of
 * the house that are not public.
 */
export function decideReferral(
  motion: Referable,
  body: Body | undefined,
  now: Date,
): Outcome<Referral, ReferralRefusal> {
  if (motion.referredAt) return refuse("already_passed_on");
  const move = decideMove(stateOf(motion), "refer");
  if (!move.ok) return move;
  if (!body) return refuse("unknown_body");
  if (body.archivedAt) return refuse("body_archived");
  if (motion.legalTrack === "complaint") return refuse("is_complaint");
  const basis = basisOf(motion);
  if (motion.sensitivity !== "public" && basis === "courtesy") return refuse("not_public");
  const dueFrom = today(now);
  return allow({ dueBasis: basis, dueFrom, dueOn: termEnd(basis, dueFrom) });
}

function basisOf({ legalTrack, raisedBy }: Pick<Referable, "legalTrack" | "raisedBy">) {
  if (legalTrack === "petition") return "petition";
  if (legalTrack !== "kpa_motion") return "courtesy";
  return raisedBy === "councillor" ? "art_247" : "art_244";
}

type Watched = Pick<Referable, "status" | "outcome" | "legalTrack" | "referredAt"> & { submittedAt: Date };

/**
 * The unit's own clock: a motion after KPA is passed on within seven days of the day it came in (art. 243), unless
 * the unit settles it itself. Null where no clock runs; `dueInDays` is negative when it has run out.
 */
export function referralClock(motion: Watched, now: Date) {
  const state = stateOf(motion);
  const waits = state === "submitted" || state === "open" || state === "referred";
  if (motion.legalTrack !== "kpa_motion" || motion.referredAt || !waits) return null;
  const dueOn = termEnd("art_243", warsawDate(motion.submittedAt));
  return { dueOn, dueInDays: daysBetween(today(now), dueOn) };
}

const LONGEST_TITLE = 300;

/** A task is called by what the public reads of its motion, on one line. */
export function titleOf({ textPublic }: { textPublic: string }) {
  const letters = [...textPublic.replace(/\s+/g, " ").trim()];
  return letters.length > LONGEST_TITLE
    ? `${letters
        .slice(0, LONGEST_TITLE - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}
