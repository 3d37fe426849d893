import { addDays, addMonths, type CalendarDate, calendarDate, dateParts, today } from "~/platform/time";

/** Whole days, the last one included; a debate has no end, because its tasks go on. */
export type Period =
  | { kind: "this_year" | "year"; year: number; from: CalendarDate; to: CalendarDate }
  | { kind: "months_12"; from: CalendarDate; to: CalendarDate }
  | { kind: "debate"; debateId: string };

/** Whole days of a period, for those who choose no debate. */
export type Days = Exclude<Period, { kind: "debate" }>;

export type AskedPeriod = { year?: number; months?: 12; debate?: string };

const yearDays = (year: number) => ({ from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) });

/** A debate is the narrowest wish, so it comes first. */
export const periodOf = ({ debate, ...asked }: AskedPeriod, now: Date): Period =>
  debate ? { kind: "debate", debateId: debate } : daysPeriodOf(asked, now);

/** Without a wish it is this year. */
export function daysPeriodOf({ year, months }: AskedPeriod, now: Date): Days {
  const day = today(now);
  if (months) return { kind: "months_12", from: addDays(addMonths(day, -12), 1), to: day };
  const thisYear = dateParts(day).year;
  const wanted = year ?? thisYear;
  return { kind: wanted === thisYear ? "this_year" : "year", year: wanted, ...yearDays(wanted) };
}

/** Years to choose from: from the first debate's to this one, the newest first. */
export function yearsSince(first: CalendarDate | null, now: Date): number[] {
  const last = dateParts(today(now)).year;
  const from = Math.min(last, first ? dateParts(first).year : last);
  return Array.from({ length: last - from + 1 }, (_, i) => last - i);
}
