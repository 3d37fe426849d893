import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addDays, addMonths, dateParts, today } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

/** Persons identified, fined, cautioned, detained; below zero only where a mistake is put right. */
export const OUTCOMES = ["identified", "fined", "cautioned", "detained"] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
export type Counts = { services: number } & Record<OutcomeName, number>;
export type Use = Counts & { usedOn: CalendarDate; place: string; note: string };

type Period = { startsOn: CalendarDate; endsOn: CalendarDate; services: number };
export type UseRefusal =
  | "nothing_used"
  | "in_future"
  | "outside_period"
  | "too_many"
  | "fewer_than_none"
  | "reason_missing"
  | "place_missing";

const NAMES = ["services", ...OUTCOMES] as const;

export const sumOf = (rows: readonly Counts[]): Counts => {
  const sum = { services: 0, identified: 0, fined: 0, cautioned: 0, detained: 0 };
  for (const row of rows) for (const name of NAMES) sum[name] += row[name];
  return sum;
};

/**
 * How many services were used all in all after this entry. Entries only grow in number: a mistake is put right by one
 * below zero on the same day, with its reason, and no day may come out below nothing.
 */
export function decideUse(
  { startsOn, endsOn, services }: Period,
  entries: readonly (Counts & { usedOn: CalendarDate })[],
  use: Use,
  now: Date,
): Outcome<number, UseRefusal> {
  if (NAMES.every((name) => use[name] === 0)) return refuse("nothing_used");
  if (use.usedOn > today(now)) return refuse("in_future");
  if (use.usedOn < startsOn || use.usedOn > endsOn) return refuse("outside_period");
  const used = sumOf(entries).services + use.services;
  if (use.services > 0 && used > services) return refuse("too_many");
  const thatDay = sumOf([...entries.filter(({ usedOn }) => usedOn === use.usedOn), use]);
  if (NAMES.some((name) => thatDay[name] < 0)) return refuse("fewer_than_none");
  const isCorrection = NAMES.some((name) => use[name] < 0);
  if (isCorrection && use.note === "") return refuse("reason_missing");
  return !isCorrection && use.place === "" ? refuse("place_missing") : allow(used);
}

/** Month by month from the first day of the period to its end or today, those without an entry, too. */
export function byMonth(
  { startsOn, endsOn }: Pick<Period, "startsOn" | "endsOn">,
  entries: readonly (Counts & { usedOn: CalendarDate })[],
  now: Date,
) {
  const last = endsOn < today(now) ? endsOn : today(now);
  const months: ({ month: CalendarDate } & Counts)[] = [];
  for (let month = firstOf(startsOn); month <= last; month = addMonths(month, 1)) {
    const inIt = entries.filter(({ usedOn }) => firstOf(usedOn) === month);
    months.push({ month, ...sumOf(inIt) });
  }
  return months;
}

const firstOf = (day: CalendarDate) => addDays(day, 1 - dateParts(day).day);

export const AGREEMENT_VIEWS = ["open", "ended"] as const;
export type AgreementView = (typeof AGREEMENT_VIEWS)[number];

/** Nothing more will be served: all of it was, or the period is over. */
export const hasEnded = (
  { services, servicesUsed, endsOn }: { services: number; servicesUsed: number; endsOn: CalendarDate },
  now: Date,
) => servicesUsed >= services || endsOn < today(now);
