import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addMonths, type CalendarDate, today, warsawDate } from "~/platform/time";
import type { DueBasis, TaskState } from "~db/vocabulary";
import {
  decideExtension,
  decideTransfer,
  type ExtensionRefusal,
  mayExtend,
  mayTransfer,
  NOTHING_ASKED,
  nextStates,
  OWED_STATES,
  OWNED,
  type TransferRefusal,
} from "./rules";
import { suggestAllDue } from "./rules.due";

/** What a body may answer at its desk; asking for another date is an answer, too. */
export const DESK_ANSWERS = [
  "accepted",
  "in_progress",
  "reported_done",
  "more_time",
  "needs_funds",
  "refused",
  "not_ours",
  "evidence",
] as const;
export type DeskAnswer = (typeof DESK_ANSWERS)[number];

const OVER: readonly TaskState[] = ["confirmed", "refused", "transferred"];

/** In a state the answers that the rules would accept, in the order of the form. */
export const deskAnswers = (state: TaskState): readonly DeskAnswer[] =>
  DESK_ANSWERS.filter((answer) => {
    if (answer === "more_time") return mayExtend(state);
    if (answer === "not_ours") return mayDisown(state);
    if (answer === "evidence") return !OVER.includes(state);
    return nextStates(state, "body").includes(answer);
  });

/** What waits for whom: the body's own turn, the organizer's, a budget's; the rest is over. */
export const DESK_GROUPS = ["waiting", "asked", "funds", "finished"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
export function deskGroupOf(task: { state: TaskState; proposedAt: Date | null; disownedAt: Date | null }): DeskGroup {
  if (task.state === "reported_done" || task.proposedAt || task.disownedAt) return "asked";
  if (OWED_STATES.includes(task.state)) return "waiting";
  return task.state === "needs_funds" ? "funds" : "finished";
}

const FURTHEST_MONTHS = 60;
export type ProposalRefusal = ExtensionRefusal | "too_far";
type Proposal = { proposedDueOn: CalendarDate; proposedReason: string; proposedAt: Date };

/** A body may only ask for another date; a newer question takes the place of the one before. */
export function decideProposal(
  task: { state: TaskState; dueOn: CalendarDate },
  asked: { dueOn: CalendarDate; text: string },
  now: Date,
): Outcome<Proposal & typeof OWNED, ProposalRefusal> {
  const decision = decideExtension(task, asked, now);
  if (!decision.ok) return decision;
  if (asked.dueOn > addMonths(today(now), FURTHEST_MONTHS)) return refuse("too_far");
  return allow({ proposedDueOn: asked.dueOn, proposedReason: asked.text, proposedAt: now, ...OWNED });
}

type Asked = { state: TaskState; proposedDueOn: CalendarDate | null; proposedReason: string };

/** The organizer agrees. A date that has passed while it lay on the desk helps nobody. */
export function decideGrant(
  { state, proposedDueOn, proposedReason }: Asked,
  now: Date,
): Outcome<{ dueOn: CalendarDate; text: string } & typeof NOTHING_ASKED, "nothing_asked" | "asked_date_past"> {
  if (!proposedDueOn || !mayExtend(state)) return refuse("nothing_asked");
  if (proposedDueOn < warsawDate(now)) return refuse("asked_date_past");
  return allow({ dueOn: proposedDueOn, text: proposedReason, ...NOTHING_ASKED });
}

/** The date stays; why, is told to the body and to everybody. */
export function decideDecline(
  { proposedDueOn }: Pick<Asked, "proposedDueOn">,
  text: string,
): Outcome<typeof NOTHING_ASKED, "nothing_asked" | "reason_required"> {
  if (!proposedDueOn) return refuse("nothing_asked");
  return text === "" ? refuse("reason_required") : allow(NOTHING_ASKED);
}

/** Before it is settled; what was refused or confirmed is nobody's matter any more. */
const mayDisown = (state: TaskState) => mayTransfer(state) && mayExtend(state);

/** "Not ours", and nobody knows whose: the organizer decides, so a reason is needed. */
export function decideDisown(
  { state }: { state: TaskState },
  text: string,
  now: Date,
): Outcome<{ disownedAt: Date; disownedReason: string } & typeof NOTHING_ASKED, "not_possible" | "body_or_reason"> {
  if (!mayDisown(state)) return refuse("not_possible");
  if (text === "") return refuse("body_or_reason");
  return allow({ disownedAt: now, disownedReason: text, ...NOTHING_ASKED });
}

/** It is yours all the same; why, is told. */
export function decideInsist(
  { disownedAt }: { disownedAt: Date | null },
  text: string,
): Outcome<typeof OWNED, "not_disowned" | "reason_required"> {
  if (!disownedAt) return refuse("not_disowned");
  return text === "" ? refuse("reason_required") : allow(OWNED);
}

export type HandOverRefusal = TransferRefusal | "in_chain" | "not_possible";

/** "Not ours but theirs". Who has had it already does not get it back: then the organizer decides. */
export function decideHandOver(
  task: { state: TaskState; ownerBodyId: string },
  value: { toBodyId: string; text: string },
  chain: readonly string[],
  now: Date,
) {
  if (!mayDisown(task.state)) return refuse("not_possible");
  if (value.toBodyId !== task.ownerBodyId && chain.includes(value.toBodyId)) return refuse("in_chain");
  return decideTransfer(task, value, now, "body");
}

/**
 * Passing on restarts the clock: a month begins on the day on which the competent body gets it (art. 244 § 1 and
 * art. 237 § 1 KPA; domain.md §3.1). What was agreed in the hall was not agreed with the next body: it is a request.
 */
export function dueAfterHandOver(basis: DueBasis, now: Date) {
  const next = basis === "commitment" ? "courtesy" : basis === "art_243" || basis === "art_245" ? "art_244" : basis;
  return { dueBasis: next, dueOn: suggestAllDue(now, now)[next], dueFrom: today(now) } as const;
}
