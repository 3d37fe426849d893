import { suggestDeadlines } from "~/platform/deadlines";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addDays, type CalendarDate, startOfDay, today, warsawDate } from "~/platform/time";
import type { AccessFact, DebateKind, DebateStatus } from "~db/vocabulary";

export const DEBATE_MOVES = ["announce", "reschedule", "postpone", "cancel", "open", "hold", "close"] as const;
export type DebateMove = (typeof DEBATE_MOVES)[number];

/** Where each move leads. `reschedule` announces a postponed debate again, for another day. */
export const NEXT: Record<DebateStatus, Partial<Record<DebateMove, DebateStatus>>> = {
  draft: { announce: "announced", postpone: "postponed", cancel: "cancelled" },
  announced: { postpone: "postponed", cancel: "cancelled", open: "live" },
  live: { hold: "held" },
  held: { close: "closed" },
  closed: {},
  postponed: { announce: "announced", reschedule: "announced", cancel: "cancelled" },
  cancelled: {},
};

export const movesFrom = (status: DebateStatus) => DEBATE_MOVES.filter((move) => NEXT[status][move]);

export type Timing = { startsAt: Date; endsAt: Date };

/** What people decide about a debate; deadlines that are left out are suggested. */
export type DebatePlan = Timing & {
  kind: DebateKind;
  number?: number | null;
  cycleTitle: string;
  topic: string;
  description?: string;
  venueName: string;
  venueAddress?: string;
  access?: Partial<Record<AccessFact, boolean>>;
  accessNote?: string;
  capacity?: number | null;
  chair?: string;
  moderator?: string;
  minuteTaker?: string;
  coOrganizer?: string;
  answersCloseAt?: Date;
  motionsCloseAt?: Date;
  minutesDueOn?: CalendarDate | null;
  evaluationOn?: CalendarDate | null;
  evaluatesDebateId?: string | null;
  pairedDebateId?: string | null;
};

export type PlanRefusal =
  | "ends_before_start"
  | "too_long"
  | "start_passed"
  | "start_too_far"
  | "answers_after_start"
  | "answers_passed"
  | "motions_passed"
  | "minutes_before_start"
  | "evaluation_before_start"
  | "number_taken"
  | "number_fixed"
  | "evaluated_is_later";
export type MoveRefusal = "not_now" | "too_early" | "date_missing" | "start_passed" | "ends_before_start" | "too_long";
export type RevisionRefusal = PlanRefusal | "stale" | "not_revisable" | "already_started";

const LONGEST_MS = 12 * 60 * 60 * 1000;
const FURTHEST_DAYS = 3 * 366;

/** What is wrong with a plan whatever the day it is looked at; the form says it before it is sent. */
export function problemsOf(plan: DebatePlan): PlanRefusal[] {
  const { startsAt, answersCloseAt, minutesDueOn, evaluationOn } = plan;
  const day = warsawDate(startsAt);
  const problems: (PlanRefusal | false | undefined | null)[] = [
    timingProblem(plan),
    answersCloseAt && answersCloseAt > startsAt && "answers_after_start",
    minutesDueOn && minutesDueOn < day && "minutes_before_start",
    evaluationOn && evaluationOn <= day && "evaluation_before_start",
  ];
  return problems.filter((problem) => problem !== null && problem !== undefined && problem !== false);
}

export function timingProblem({ startsAt, endsAt }: Timing) {
  if (endsAt <= startsAt) return "ends_before_start";
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS) return "too_long";
  return undefined;
}

/** Whether a new debate may be planned like this. */
export function decidePlan(plan: DebatePlan, now: Date): Outcome<CompletePlan, PlanRefusal> {
  const [problem] = problemsOf(plan);
  if (problem) return refuse(problem);
  if (plan.startsAt <= now) return refuse("start_passed");
  if (warsawDate(plan.startsAt) > addDays(today(now), FURTHEST_DAYS)) return refuse("start_too_far");
  if (plan.answersCloseAt && plan.answersCloseAt <= now) return refuse("answers_passed");
  if (plan.motionsCloseAt && plan.motionsCloseAt <= now) return refuse("motions_passed");
  return allow(completePlan(plan, now));
}

export type CompletePlan = ReturnType<typeof completePlan>;

/** Every column that people decide about, with suggested deadlines where they gave none. */
export function completePlan({ number: _, ...plan }: DebatePlan, now: Date) {
  const suggested = suggestClosing(warsawDate(plan.startsAt), now);
  return {
    ...plan,
    description: plan.description ?? "",
    venueAddress: plan.venueAddress ?? "",
    access: plan.access ?? {},
    accessNote: plan.accessNote ?? "",
    capacity: plan.capacity ?? null,
    chair: plan.chair ?? "",
    moderator: plan.moderator ?? "",
    minuteTaker: plan.minuteTaker ?? "",
    coOrganizer: plan.coOrganizer ?? "",
    answersCloseAt: plan.answersCloseAt ?? closingOf(suggested.answersOn, plan.startsAt),
    motionsCloseAt: plan.motionsCloseAt ?? endOfDay(suggested.motionsOn),
    minutesDueOn: plan.minutesDueOn === undefined ? suggested.minutesOn : plan.minutesDueOn,
    evaluationOn: plan.evaluationOn ?? null,
  };
}

/** A debate that is near leaves less time to answer, but never none before the day itself. */
export function suggestClosing(day: CalendarDate, now: Date) {
  const { answersUntil, motionsUntil, minutesUntil, evaluation } = suggestDeadlines(day);
  const nowOn = today(now);
  const dayBefore = addDays(day, -1);
  const late = dayBefore > nowOn ? dayBefore : day;
  return {
    answersOn: answersUntil > nowOn ? answersUntil : late,
    motionsOn: motionsUntil,
    minutesOn: minutesUntil,
    evaluationOn: evaluation.suggested,
  };
}

/** The last moment of a day: who reads „do 11 marca” may still write on the 11th at 23.59. */
export const endOfDay = (date: CalendarDate) => new Date(startOfDay(addDays(date, 1)).getTime() - 1);
/** Answers close with the day, but not after the debate has begun. */
export const closingOf = (date: CalendarDate, startsAt: Date) =>
  new Date(Math.min(endOfDay(date).getTime(), startsAt.getTime()));

export type DebateState = Timing & {
  status: DebateStatus;
  version: number;
  number: number;
  venueName: string;
  venueAddress: string;
  answersCloseAt: Date;
  motionsCloseAt: Date;
  minutesDueOn: CalendarDate | null;
  evaluationOn: CalendarDate | null;
  datePending: boolean;
  calendarSequence: number;
};

/** Whether a plan may replace what is saved; `moved` tells that calendars in the world are now wrong. */
export function decideRevision(state: DebateState, version: number, plan: DebatePlan, now: Date) {
  const refusal = revisionProblem(state, version, plan, now);
  if (refusal) return refuse(refusal);
  const moved = isMoved(state, plan);
  const columns = {
    ...completePlan(plan, now),
    number: plan.number ?? state.number,
    datePending: state.datePending && sameMoment(state.startsAt, plan.startsAt),
    calendarSequence: state.calendarSequence + (moved ? 1 : 0),
    version: state.version + 1,
  };
  return allow({ columns, moved });
}

function revisionProblem(
  state: DebateState,
  version: number,
  plan: DebatePlan,
  now: Date,
): RevisionRefusal | undefined {
  if (version !== state.version) return "stale";
  if (state.status === "closed" || state.status === "cancelled") return "not_revisable";
  const [problem] = problemsOf(plan);
  if (problem) return problem;
  if (isUnderWay(state.status) && isMoved(state, plan)) return "already_started";
  if (state.status !== "draft" && plan.number && plan.number !== state.number) return "number_fixed";
  if (!sameMoment(state.startsAt, plan.startsAt) && plan.startsAt <= now) return "start_passed";
  if (changedToPast(state.answersCloseAt, plan.answersCloseAt, now)) return "answers_passed";
  if (changedToPast(state.motionsCloseAt, plan.motionsCloseAt, now)) return "motions_passed";
  return undefined;
}

const isUnderWay = (status: DebateStatus) => status === "live" || status === "held";
const MINUTE_MS = 60_000;
const sameMoment = (a: Date, b: Date) => Math.floor(a.getTime() / MINUTE_MS) === Math.floor(b.getTime() / MINUTE_MS);
const changedToPast = (saved: Date, typed: Date | undefined, now: Date) =>
  typed !== undefined && typed <= now && !sameMoment(saved, typed);

const isMoved = (state: DebateState, plan: DebatePlan) =>
  !sameMoment(state.startsAt, plan.startsAt) ||
  !sameMoment(state.endsAt, plan.endsAt) ||
  state.venueName !== plan.venueName ||
  state.venueAddress !== (plan.venueAddress ?? "");

/** Residents see what has been announced, and keep seeing it when it is called off. */
export const isPublic = ({ announcedAt }: { announcedAt: Date | null }) => announcedAt !== null;
