import type { CalendarDate, DebateKind, HallVerdict, HeadCountGroup, Presence, TaskState } from "~db/vocabulary";
import type { FigureLine, Speed, Standing } from "./rules.figures";
import type { CountedMotions } from "./rules.motions";
import type { composeUnits } from "./rules.units";

type Counted<Word extends string, Value> = { key: string; many: number } & Record<Word, Value>;

/** Numbers of a year, under the key of a debate or of a unit below. */
export type YearCounts = {
  heads: Counted<"group", HeadCountGroup>[];
  officials: Counted<"presence", Presence | null>[];
  motions: (CountedMotions & { key: string })[];
  tasks: Counted<"state", TaskState>[];
  verdicts: { verdict: HallVerdict | null; many: number }[];
};

type Head = {
  year: number;
  /** As of this day. */
  day: CalendarDate;
  unit: { name: string; department: string; locality: string; headOffice: string };
};

export type YearDebate = {
  id: string;
  number: number;
  year: number;
  kind: DebateKind;
  topic: string;
  on: CalendarDate;
  venueName: string;
  venueAddress: string;
};
export type YearAgreement = { amountGrosze: number; services: number; servicesUsed: number };

export type OwnYear = Head &
  YearCounts & {
    standing: Standing;
    speed: Speed;
    lines: (FigureLine & { name: string })[];
    opinions: { verdict: HallVerdict; many: number }[];
    debates: YearDebate[];
    agreements: (YearAgreement & {
      subject: string;
      parties: string;
      startsOn: CalendarDate;
      endsOn: CalendarDate;
    })[];
    priorities: {
      number: number;
      year: number;
      sequence: number;
      /** Null where only the unit may read it. */
      title: string | null;
      body: string;
      state: TaskState;
      dueOn: CalendarDate;
    }[];
  };

export type UnitsYear = Head &
  YearCounts &
  Pick<ReturnType<typeof composeUnits>, "lines" | "totals"> & {
    agreements: (YearAgreement & { key: string; many: number })[];
  };

const CAME: readonly (Presence | null)[] = ["present", "present_by_substitute"];

type Tally = {
  heads: Partial<Record<HeadCountGroup, number>>;
  people: number;
  present: number;
  absent: number;
  motions: number;
  tasks: number;
  done: number;
};

const tally = (): Tally => ({ heads: {}, people: 0, present: 0, absent: 0, motions: 0, tasks: 0, done: 0 });

/** What was counted at each debate or in each unit, and all of it together. */
export function tallyYear({ heads, officials, motions, tasks }: YearCounts) {
  const lines = new Map<string, Tally>();
  const all = tally();
  const add = (key: string, count: (sums: Tally) => void) => {
    const line = lines.get(key) ?? tally();
    lines.set(key, line);
    count(line);
    count(all);
  };
  for (const { key, group, many } of heads)
    add(key, (sums) => {
      sums.heads[group] = (sums.heads[group] ?? 0) + many;
      sums.people += many;
    });
  for (const { key, presence, many } of officials)
    add(key, (sums) => {
      sums[CAME.includes(presence) ? "present" : "absent"] += many;
    });
  for (const { key, status, many } of motions)
    add(key, (sums) => {
      if (status !== "returned") sums.motions += many;
    });
  for (const { key, state, many } of tasks)
    add(key, (sums) => {
      if (state === "transferred") return;
      sums.tasks += many;
      if (state === "confirmed") sums.done += many;
    });
  return { of: (key: string) => lines.get(key) ?? tally(), all };
}

/** All agreements together. */
export const sumAgreements = (rows: readonly (YearAgreement & { many?: number })[]) =>
  rows.reduce<YearAgreement & { many: number }>(
    (sum, { many = 1, amountGrosze, services, servicesUsed }) => ({
      many: sum.many + many,
      amountGrosze: sum.amountGrosze + amountGrosze,
      services: sum.services + services,
      servicesUsed: sum.servicesUsed + servicesUsed,
    }),
    { many: 0, amountGrosze: 0, services: 0, servicesUsed: 0 },
  );

/** Tasks by state, in the order of the vocabulary; what was passed on is counted with the task that followed it. */
export const countStates = (states: readonly TaskState[], tasks: YearCounts["tasks"]) =>
  states
    .filter((state) => state !== "transferred")
    .map((state) => ({
      state,
      many: tasks.reduce((sum, row) => (row.state === state ? sum + row.many : sum), 0),
    }));
