import { MOTION_STATES, type MotionState, stateOf } from "~/domain/motions/rules";
import {
  HALL_VERDICTS,
  type HallVerdict,
  MOTION_CATEGORIES,
  type MotionCategory,
  type MotionOutcome,
  type MotionStatus,
} from "~db/vocabulary";

export type CountedMotions = {
  category: MotionCategory;
  status: MotionStatus;
  outcome: MotionOutcome | null;
  many: number;
};

/** What a motion was returned with is between the unit and its author; it is no motion of the debate. */
export const RAISED_STATES = MOTION_STATES.filter((state) => state !== "returned");
type ByState = Partial<Record<MotionState, number>>;

export type MotionLine = { category: MotionCategory; all: number; by: ByState };

/** Motions by category and by what became of them; categories without any are left out. */
export function composeMotions(rows: readonly CountedMotions[]): { lines: MotionLine[]; all: number; by: ByState } {
  const lines = MOTION_CATEGORIES.flatMap((category): MotionLine[] => {
    const here = rows.filter((row) => row.category === category && row.status !== "returned");
    return here.length > 0 ? [{ category, ...sum(here) }] : [];
  });
  return { lines, ...sum(rows.filter(({ status }) => status !== "returned")) };
}

function sum(rows: readonly CountedMotions[]) {
  const by: ByState = {};
  for (const row of rows) by[stateOf(row)] = (by[stateOf(row)] ?? 0) + row.many;
  return { by, all: rows.reduce((all, { many }) => all + many, 0) };
}

type Votes = { verdict: HallVerdict | null; many: number };

/** What the halls said beside what residents answered behind their links. */
export const composeVerdicts = (hall: readonly Votes[], residents: readonly Votes[]) =>
  HALL_VERDICTS.map((verdict) => ({ verdict, hall: count(hall, verdict), residents: count(residents, verdict) }));

const count = (votes: readonly Votes[], wanted: HallVerdict) =>
  votes.reduce((sum, { verdict, many }) => (verdict === wanted ? sum + many : sum), 0);
