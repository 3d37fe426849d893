import { holidayOn, isWorkingDay, workingDayFrom, workingDayUntil } from "./holidays";
import { addDays, addMonths, type CalendarDate, dateParts, weekdayOf } from "./warsaw";

/**
 * Terms after art. 57 of the Code of Administrative Procedure (KPA).
 * § 1: the day of the event does not count. § 4: an end on a Saturday or a statutory holiday moves to the next day
 * that is neither; a Sunday is a statutory holiday.
 */
export const termInDays = (received: CalendarDate, days: number) => workingDayFrom(addDays(received, days));

/** § 3: ends on the day with the same number, or on the last day of a month that has no such day; then § 4. */
export const termInMonths = (received: CalendarDate, months: number) => workingDayFrom(addMonths(received, months));

type Term = { length: { days: number } | { months: number }; basis: string; meaning: string };

/** What may set a deadline, and with which legal basis; a commitment and a courtesy have none, so theirs may be moved. */
export const TERMS = {
  art_243: {
    length: { days: 7 },
    basis: "art. 243 KPA",
    meaning: "przekazanie wniosku organowi właściwemu i zawiadomienie wnioskodawcy",
  },
  art_244: {
    length: { months: 1 },
    basis: "art. 244 § 1 w związku z art. 237 § 1 KPA",
    meaning: "załatwienie wniosku, licząc od dnia, w którym otrzymał go organ właściwy",
  },
  art_247: {
    length: { days: 14 },
    basis: "art. 247 w związku z art. 237 § 2 KPA",
    meaning: "zawiadomienie posła, senatora lub radnego o stanie albo sposobie załatwienia wniosku",
  },
  petition: {
    length: { months: 3 },
    basis: "art. 10 ust. 1 ustawy z dnia 11 lipca 2014 r. o petycjach",
    meaning: "rozpatrzenie petycji, licząc od dnia jej złożenia",
  },
  completion: {
    length: { days: 7 },
    basis: "§ 8 ust. 2 rozporządzenia Rady Ministrów z dnia 8 stycznia 2002 r. w sprawie skarg i wniosków",
    meaning: "uzupełnienie wniosku, z którego nie można ustalić przedmiotu",
  },
  commitment: { length: { months: 1 }, basis: "ustalenie debaty", meaning: "termin przyjęty na debacie" },
  courtesy: {
    length: { months: 1 },
    basis: "prośba grzecznościowa",
    meaning: "prośba o informację bez terminu ustawowego",
  },
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;

/** The last day of a named term that began with what came in on `received`. */
export function termEnd(name: TermName, received: CalendarDate): CalendarDate {
  const { length } = TERMS[name];
  return "days" in length ? termInDays(received, length.days) : termInMonths(received, length.months);
}

/** A day on which the term cannot end, and why: `holiday` is its statutory name. */
export type SkippedDay = { on: CalendarDate; why: "saturday" | "sunday" | "holiday"; holiday: string | null };

export type ExplainedTerm = {
  name: TermName;
  /** The day of the event, which does not count. */
  received: CalendarDate;
  length: { days: number } | { months: number };
  /** The end before days off are looked at. */
  bare: CalendarDate;
  /** The last month has no such day, so its last one is the end (31 January and a month). */
  isMonthEnd: boolean;
  skipped: SkippedDay[];
  end: CalendarDate;
};

/** How the last day of a term comes about, step by step; `end` is what `termEnd` says. */
export function explainTerm(name: TermName, received: CalendarDate): ExplainedTerm {
  const { length } = TERMS[name];
  const bare = "days" in length ? addDays(received, length.days) : addMonths(received, length.months);
  const isMonthEnd = "months" in length && dateParts(bare).day !== dateParts(received).day;
  const skipped: SkippedDay[] = [];
  let end = bare;
  for (; !isWorkingDay(end); end = addDays(end, 1)) skipped.push(skippedDay(end));
  return { name, received, length, bare, isMonthEnd, skipped, end };
}

function skippedDay(on: CalendarDate): SkippedDay {
  const weekday = weekdayOf(on);
  const why = weekday === 7 ? "sunday" : weekday === 6 ? "saturday" : "holiday";
  return { on, why, holiday: holidayOn(on) };
}

/**
 * What a debate on this day suggests. Deadlines before it move back to a working day and those after it forward,
 * so that somebody is at a desk; residents may write on any day, so theirs stays.
 */
export const suggestDeadlines = (debate: CalendarDate) => ({
  answersUntil: workingDayUntil(addDays(debate, -7)),
  motionsUntil: addDays(debate, 7),
  minutesUntil: workingDayFrom(addDays(debate, 7)),
  publicationUntil: workingDayFrom(addDays(debate, 14)),
  evaluation: {
    earliest: workingDayFrom(addMonths(debate, 6)),
    latest: workingDayUntil(addMonths(debate, 12)),
    suggested: workingDayFrom(addMonths(debate, 6)),
  },
});
