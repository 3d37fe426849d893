import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addDays, type CalendarDate, daysBetween, warsawDate } from "~/platform/time";
import {
  closingOf,
  type DebateMove,
  type DebateState,
  endOfDay,
  type MoveRefusal,
  NEXT,
  type Timing,
  timingProblem,
} from "./rules";

/** A state is a time, too: each move writes its own column, and clears what no longer holds. */
const FORTH = { calledOffAt: null, statusReason: "", datePending: false };

function nextOf(state: DebateState, move: DebateMove) {
  const status = NEXT[state.status][move];
  return status ? allow(status) : refuse("not_now");
}

export function decideAnnouncement(state: DebateState, now: Date) {
  const next = nextOf(state, "announce");
  if (!next.ok) return next;
  if (state.datePending) return refuse("date_missing");
  if (state.startsAt <= now) return refuse("start_passed");
  return allow({ ...FORTH, status: next.value, announcedAt: now });
}

export function decideRescheduling(state: DebateState, timing: Timing, now: Date) {
  const next = nextOf(state, "reschedule");
  if (!next.ok) return next;
  const moved = moveTo(state, timing, now);
  if (!moved.ok) return moved;
  return allow({ ...moved.value, ...FORTH, status: next.value, announcedAt: now });
}

/** Without a new date the old one stays in the row, marked as no longer true. */
export function decidePostponement(
  state: DebateState,
  { reason, ...timing }: Partial<Timing> & { reason: string },
  now: Date,
) {
  const next = nextOf(state, "postpone");
  if (!next.ok) return next;
  const postponed = { status: next.value, calledOffAt: now, statusReason: reason };
  const { startsAt, endsAt } = timing;
  if (!startsAt || !endsAt)
    return allow({ ...postponed, datePending: true, calendarSequence: state.calendarSequence + 1 });
  const moved = moveTo(state, { startsAt, endsAt }, now);
  return moved.ok ? allow({ ...moved.value, ...postponed, datePending: false }) : moved;
}

export function decideCancellation(state: DebateState, reason: string, now: Date) {
  const next = nextOf(state, "cancel");
  if (!next.ok) return next;
  const calendarSequence = state.calendarSequence + 1;
  return allow({ status: next.value, calledOffAt: now, statusReason: reason, datePending: false, calendarSequence });
}

const STAMPS = { open: "openedAt", hold: "heldAt", close: "closedAt" } as const;

/** The evening itself: open the hall, end the debate, close the file. */
export function decideProgress(state: DebateState, move: keyof typeof STAMPS, now: Date) {
  const next = nextOf(state, move);
  return next.ok ? allow({ status: next.value, [STAMPS[move]]: now }) : next;
}

const BEFOREHAND_MS = 6 * 3_600_000;
/** A hall is opened when people come. Long before that it is most likely a slip. */
export const isEarly = ({ startsAt }: Pick<Timing, "startsAt">, now: Date) =>
  startsAt.getTime() - now.getTime() > BEFOREHAND_MS;

/** Nothing leads back from an evening that has begun, so long before its hour it has to be meant. */
export function decideOpening(state: DebateState, { now, isMeant }: { now: Date; isMeant: boolean }) {
  const progress = decideProgress(state, "open", now);
  return progress.ok && !isMeant && isEarly(state, now) ? refuse("too_early") : progress;
}

function moveTo(state: DebateState, timing: Timing, now: Date): Outcome<MovedColumns, MoveRefusal> {
  const problem = timingProblem(timing);
  if (problem) return refuse(problem);
  if (timing.startsAt <= now) return refuse("start_passed");
  return allow({
    ...timing,
    ...moveDeadlines(state, timing.startsAt, now),
    calendarSequence: state.calendarSequence + 1,
  });
}

type MovedColumns = Timing & ReturnType<typeof moveDeadlines> & { calendarSequence: number };

/** Deadlines keep their distance from the day. Answers never close before people have heard of the new date. */
export function moveDeadlines(state: DebateState, startsAt: Date, now: Date) {
  const days = daysBetween(warsawDate(state.startsAt), warsawDate(startsAt));
  const later = (date: CalendarDate | null) => date && addDays(date, days);
  const answersOn = addDays(warsawDate(state.answersCloseAt), days);
  const tomorrow = addDays(warsawDate(now), 1);
  return {
    answersCloseAt: closingOf(answersOn > tomorrow ? answersOn : tomorrow, startsAt),
    motionsCloseAt: endOfDay(addDays(warsawDate(state.motionsCloseAt), days)),
    minutesDueOn: later(state.minutesDueOn),
    evaluationOn: later(state.evaluationOn),
  };
}
