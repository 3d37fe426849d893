import { addDays, addMonths, type CalendarDate, startOfDay, today, warsawParts } from "~/platform/time";

/**
 * How many months each kind of personal data is kept, counted from the end of the debate it belongs to (letters,
 * invitations to the unit and the log: from their own day). The law gives no number: it wants the data no longer than
 * needed (art. 5 ust. 1 lit. e RODO), and the records class of the unit decides, so each unit may choose within bounds.
 */
export const RETENTION = {
  /** A seat is needed for the evening; needs are about health. */
  registrations: { usual: 3, least: 1, most: 12 },
  /** An author is told what became of the matter, as far as the evaluation and a year after it. */
  motion_contacts: { usual: 24, least: 6, most: 60 },
  /** What moderation has taken out of a text, and texts that were sent back. */
  motion_originals: { usual: 24, least: 6, most: 60 },
  /** Cases of Dział VIII KPA and petitions are documents of the office: B5 as a rule. */
  kpa_contacts: { usual: 60, least: 60, most: 300 },
  /** Addresses and telephones of officials and substitutes; who was there stays in the minutes. */
  guest_contacts: { usual: 24, least: 6, most: 60 },
  followers: { usual: 36, least: 12, most: 60 },
  opinion_notes: { usual: 24, least: 6, most: 60 },
  letters: { usual: 12, least: 3, most: 36 },
  member_invites: { usual: 12, least: 1, most: 24 },
  /** The database itself refuses to forget them earlier. */
  audit: { usual: 60, least: 60, most: 120 },
} as const satisfies Record<string, { usual: number; least: number; most: number }>;

export type RetentionKind = keyof typeof RETENTION;
export const RETENTION_KINDS = Object.keys(RETENTION) as RetentionKind[];

/** What a unit has chosen; a kind that is missing, or out of bounds since they changed, has what the rule says. */
export function monthsOf(chosen: Readonly<Record<string, number>> | null, kind: RetentionKind): number {
  const { usual, least, most } = RETENTION[kind];
  const months = chosen?.[kind];
  if (months === undefined || !Number.isInteger(months)) return usual;
  return Math.min(most, Math.max(least, months));
}

export const allMonths = (chosen: Readonly<Record<string, number>> | null) =>
  Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, monthsOf(chosen, kind)])) as Record<RetentionKind, number>;

/** Whatever ended before this goes. A day begins at midnight in Warsaw, so a run at any hour of a day does the same. */
export const cutoffOf = (months: number, now: Date) => startOfDay(addMonths(today(now), -months));

/** From three at night, when nobody writes. */
export const RUN_HOUR = 3;

/** Which settings a form was filled in over: the months in order, small enough for a version. */
export const retentionVersion = (months: Record<RetentionKind, number>) =>
  RETENTION_KINDS.reduce((sum, kind) => (sum * 31 + months[kind]) % 999_999_937, 7);

/**
 * When the next run is: today's, at night; when its hour has passed without it, because the service did not run, within
 * the hour; else tomorrow's.
 */
export function nextRunOf(now: Date, isDone: boolean): { on: CalendarDate } | "soon" {
  if (isDone) return { on: addDays(today(now), 1) };
  return warsawParts(now).hour < RUN_HOUR ? { on: today(now) } : "soon";
}
