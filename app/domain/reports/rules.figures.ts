import { type CalendarDate, daysBetween, warsawDate } from "~/platform/time";
import type { TaskState } from "~db/vocabulary";
import { OPEN_STATES } from "../tasks/rules";

/** The middle of the sorted values, between the two middle ones of an even number; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (low + high) / 2;
}

/** How tasks stand now: one row for each state of a group (a body, a category, a unit). */
export type StandingRow = {
  key: string;
  state: TaskState;
  many: number;
  late: number;
  longLate: number;
  silent: number;
};
export type Standing = {
  open: number;
  late: number;
  longLate: number;
  silent: number;
  reported: number;
  funds: number;
};
const NOBODY: Standing = { open: 0, late: 0, longLate: 0, silent: 0, reported: 0, funds: 0 };
const OPEN: readonly TaskState[] = OPEN_STATES;

/** By group. What was passed on is not counted: the task that followed it is. */
export function composeStanding(rows: readonly StandingRow[]): Map<string, Standing> {
  const groups = new Map<string, Standing>();
  for (const { key, state, many, late, longLate, silent } of rows) {
    const group = groups.get(key) ?? { ...NOBODY };
    groups.set(key, group);
    if (state === "needs_funds") group.funds += many;
    if (!OPEN.includes(state)) continue;
    group.open += many;
    group.late += late;
    group.longLate += longLate;
    group.silent += silent;
    if (state === "reported_done") group.reported += many;
  }
  return groups;
}

export const sumStanding = (groups: Iterable<Standing>): Standing =>
  [...groups].reduce(
    (sum, one) => ({
      open: sum.open + one.open,
      late: sum.late + one.late,
      longLate: sum.longLate + one.longLate,
      silent: sum.silent + one.silent,
      reported: sum.reported + one.reported,
      funds: sum.funds + one.funds,
    }),
    NOBODY,
  );

export type Answered = { id: string; key: string; createdAt: Date; firstHeardAt: Date };
export type Done = {
  id: string;
  key: string;
  createdAt: Date;
  dueOn: CalendarDate;
  reportedAt: Date | null;
  settledAt: Date;
};
/** A task that was passed on, and the one that followed it. */
export type PassedOn = { transferredToId: string | null; id: string; createdAt: Date };

/**
 * When the matter began that a task may have taken over from another body: for whom it was raised it is one matter,
 * and one clock. A chain that closed into a ring would be a fault; it ends where it began.
 */
export function beginnings(passedOn: readonly PassedOn[]): (task: { id: string; createdAt: Date }) => Date {
  const before = new Map(passedOn.flatMap((one) => (one.transferredToId ? [[one.transferredToId, one] as const] : [])));
  return (task) => {
    const seen = new Set([task.id]);
    let first = task;
    for (let next = before.get(task.id); next && !seen.has(next.id); next = before.get(next.id)) {
      seen.add(next.id);
      first = next;
    }
    return first.createdAt;
  };
}

export type Speed = {
  /** Tasks whose body spoke for the first time, and after how many days. */
  answered: number;
  medianToAnswer: number | null;
  done: number;
  medianToDone: number | null;
  onTime: number;
  /** Whole per cent of those done; null while nothing is done. */
  onTimePercent: number | null;
};

type Begun = (task: { id: string; createdAt: Date }) => Date;
const ownBeginning: Begun = ({ createdAt }) => createdAt;
const wholeDays = (from: Date, to: Date) => Math.max(0, daysBetween(warsawDate(from), warsawDate(to)));

/** In whole days of the Polish calendar. The body's report is when it was done, else our confirmation. */
export function composeSpeed(
  answered: readonly Answered[],
  done: readonly Done[],
  beganAt: Begun = ownBeginning,
): Speed {
  const doneAt = ({ reportedAt, settledAt }: Done) => reportedAt ?? settledAt;
  const onTime = done.filter((task) => warsawDate(doneAt(task)) <= task.dueOn).length;
  return {
    answered: answered.length,
    medianToAnswer: median(answered.map((task) => wholeDays(beganAt(task), task.firstHeardAt))),
    done: done.length,
    medianToDone: median(done.map((task) => wholeDays(beganAt(task), doneAt(task)))),
    onTime,
    onTimePercent: percent(onTime, done.length),
  };
}

export const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((100 * part) / whole));

/** Rows of one group after the other. */
export function grouped<Row extends { key: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}

/** A line of a table: a group, how its tasks stand, and how fast they were. */
export type FigureLine = { key: string } & Standing & Speed;

export function composeLines(
  standing: readonly StandingRow[],
  answered: readonly Answered[],
  done: readonly Done[],
  beganAt?: Begun,
): FigureLine[] {
  const stands = composeStanding(standing);
  const [heard, finished] = [grouped(answered), grouped(done)];
  const keys = new Set([...stands.keys(), ...heard.keys(), ...finished.keys()]);
  return [...keys].map((key) => ({
    key,
    ...(stands.get(key) ?? NOBODY),
    ...composeSpeed(heard.get(key) ?? [], finished.get(key) ?? [], beganAt),
  }));
}
