import { addMonths, type CalendarDate, today } from "~/platform/time";
import {
  type Answered,
  composeSpeed,
  composeStanding,
  type Done,
  grouped,
  type Speed,
  type Standing,
  type StandingRow,
  sumStanding,
} from "./rules.figures";

/** What is known of the units below: numbers and days, each row under the key of its unit. */
export type UnitsFacts = {
  units: { id: string; slug: string; name: string }[];
  standing: StandingRow[];
  answered: Answered[];
  done: Done[];
  /** Debates of the period and their motions. */
  debates: { key: string; many: number }[];
  motions: { key: string; many: number }[];
  minutesLate: { key: string; many: number }[];
  /** Of any period. */
  lastDebates: { key: string; on: CalendarDate }[];
};

export type UnitFigures = Standing & Speed & { debates: number; motions: number; minutesLate: number };
export type UnitLine = UnitFigures & {
  id: string;
  slug: string;
  name: string;
  lastDebateOn: CalendarDate | null;
  /** No debate for 24 months, or never. */
  isQuiet: boolean;
};

export const QUIET_AFTER_MONTHS = 24;

type BeganAt = Parameters<typeof composeSpeed>[2];

/** A line for each unit below, and all of them together: medians are those of all tasks, not of medians. */
export function composeUnits(facts: UnitsFacts, now: Date, beganAt?: BeganAt) {
  const known = new Set(facts.units.map(({ id }) => id));
  const [answered, done] = [facts.answered, facts.done].map((rows) => rows.filter(({ key }) => known.has(key))) as [
    Answered[],
    Done[],
  ];
  const standing = composeStanding(facts.standing);
  const [heard, finished] = [grouped(answered), grouped(done)];
  const [debates, motions, late] = [facts.debates, facts.motions, facts.minutesLate].map(numbers);
  const last = new Map(facts.lastDebates.map(({ key, on }) => [key, on]));
  const quietBefore = addMonths(today(now), -QUIET_AFTER_MONTHS);
  const lines = facts.units.map(({ id, slug, name }): UnitLine => {
    const lastDebateOn = last.get(id) ?? null;
    return {
      ...{ id, slug, name, lastDebateOn, isQuiet: lastDebateOn === null || lastDebateOn < quietBefore },
      ...(standing.get(id) ?? sumStanding([])),
      ...composeSpeed(heard.get(id) ?? [], finished.get(id) ?? [], beganAt),
      debates: debates?.get(id) ?? 0,
      motions: motions?.get(id) ?? 0,
      minutesLate: late?.get(id) ?? 0,
    };
  });
  const sum = (count: (line: UnitLine) => number) => lines.reduce((all, line) => all + count(line), 0);
  const totals: UnitFigures & { quiet: number } = {
    ...sumStanding(lines),
    ...composeSpeed(answered, done, beganAt),
    debates: sum((line) => line.debates),
    motions: sum((line) => line.motions),
    minutesLate: sum((line) => line.minutesLate),
    quiet: lines.filter(({ isQuiet }) => isQuiet).length,
  };
  return { lines, totals };
}

const numbers = (rows: { key: string; many: number }[]) => new Map(rows.map(({ key, many }) => [key, many]));

/** The columns by which the units can be put in order, and whether the highest comes first. */
export const UNIT_SORTS = {
  name: false,
  debates: true,
  motions: true,
  open: true,
  late: true,
  silent: true,
  medianToAnswer: true,
  medianToDone: true,
  onTimePercent: false,
  minutesLate: true,
  lastDebateOn: false,
} as const satisfies Partial<Record<keyof UnitLine, boolean>>;
export type UnitSort = keyof typeof UNIT_SORTS;
export const unitSorts = Object.keys(UNIT_SORTS) as [UnitSort, ...UnitSort[]];

export const isHighFirst = ({ by, isTurned }: { by: UnitSort; isTurned: boolean }) => UNIT_SORTS[by] !== isTurned;

/** The worst first, or the other way round; what cannot be said comes last, except a debate that never was. */
export function sortUnits(
  lines: readonly UnitLine[],
  by: UnitSort,
  isTurned: boolean,
  compare: (a: string, b: string) => number,
) {
  const direction = isHighFirst({ by, isTurned }) ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [one, other] = [a[by], b[by]];
    const byName = compare(a.name, b.name);
    if (by === "name") return direction * byName;
    if (one === other) return byName;
    if (one === null || other === null) {
      const nullLast = one === null ? 1 : -1;
      return by === "lastDebateOn" ? -nullLast * (isTurned ? -1 : 1) : nullLast;
    }
    return (one < other ? -1 : 1) * direction || byName;
  });
}
