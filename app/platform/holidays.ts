import { addDays, type CalendarDate, calendarDate, weekdayOf } from "./warsaw";

/**
 * Days free by statute: ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1 pkt 1.
 * `since` is the first year of a day that joined later: Epiphany by the act of 24 September 2010,
 * Christmas Eve by the act of 6 December 2024. All others are older than any date kept here (1990 or before).
 */
const FIXED = [
  { on: "01-01", name: "Nowy Rok" },
  { on: "01-06", name: "Święto Trzech Króli", since: 2011 },
  { on: "05-01", name: "Święto Państwowe" },
  { on: "05-03", name: "Święto Narodowe Trzeciego Maja" },
  { on: "08-15", name: "Wniebowzięcie Najświętszej Maryi Panny" },
  { on: "11-01", name: "Wszystkich Świętych" },
  { on: "11-11", name: "Narodowe Święto Niepodległości" },
  { on: "12-24", name: "Wigilia Bożego Narodzenia", since: 2025 },
  { on: "12-25", name: "pierwszy dzień Bożego Narodzenia" },
  { on: "12-26", name: "drugi dzień Bożego Narodzenia" },
];

const AFTER_EASTER = [
  { days: 0, name: "pierwszy dzień Wielkiej Nocy" },
  { days: 1, name: "drugi dzień Wielkiej Nocy" },
  { days: 49, name: "pierwszy dzień Zielonych Świątek" },
  { days: 60, name: "dzień Bożego Ciała" },
];

/** By statute for one year only: act of 7 November 2018, a hundred years of independence. */
const ONCE = [{ date: "2018-11-12", name: "Święto Narodowe z okazji setnej rocznicy odzyskania niepodległości" }];

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterOf(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const moonLag = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - moonLag + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const fromMarch = h + l - 7 * m + 21; // 0 is 1 March
  return addDays(calendarDate(`${year}-03-01`), fromMarch);
}

const years = new Map<number, ReadonlyMap<CalendarDate, string>>();

/** The statutory holidays of a year with their names, Sundays not counted, from January to December. */
export function holidaysOf(year: number): ReadonlyMap<CalendarDate, string> {
  const known = years.get(year);
  if (known) return known;
  const easter = easterOf(year);
  const found: [CalendarDate, string][] = [
    ...FIXED.filter(({ since = 0 }) => year >= since).map(({ on, name }) => entry(`${year}-${on}`, name)),
    ...AFTER_EASTER.map(({ days, name }) => entry(addDays(easter, days), name)),
    ...ONCE.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, name }) => entry(date, name)),
  ];
  const holidays = new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
  years.set(year, holidays);
  return holidays;
}

const entry = (date: string, name: string): [CalendarDate, string] => [calendarDate(date), name];

/** „Boże Ciało” and the like, or null: to say why a date is a bad one. */
export const holidayOn = (date: CalendarDate) => holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;

/** Neither a Saturday nor a Sunday nor a statutory holiday. */
export const isWorkingDay = (date: CalendarDate) => weekdayOf(date) < 6 && holidayOn(date) === null;

/** The day itself when people work on it, else the first working day after it. */
export const workingDayFrom = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));

/** The day itself when people work on it, else the last working day before it. */
export const workingDayUntil = (date: CalendarDate): CalendarDate =>
  isWorkingDay(date) ? date : workingDayUntil(addDays(date, -1));
