import { counted, NBSP } from "./language";
import { allow, type Outcome, refuse } from "./outcome";
import {
  type CalendarDate,
  type ClockTime,
  dateOf,
  dateParts,
  daysBetween,
  timeOf,
  warsawDate,
  warsawParts,
  weekdayOf,
} from "./warsaw";

// One address for everything about time: the zone and the arithmetic come from the file beside.
export * from "./warsaw";

/** Where only the day is printed, an instant serves as well: it gets its day in Poland. */
type Day = CalendarDate | Date;
const dayOf = (day: Day) => (day instanceof Date ? warsawDate(day) : day);

export const MONTHS =
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(" ");
export const ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split(" ");
export const WEEKDAYS = {
  nominative: "poniedziałek wtorek środa czwartek piątek sobota niedziela".split(" "),
  genitive: "poniedziałku wtorku środy czwartku piątku soboty niedzieli".split(" "),
  accusative: "poniedziałek wtorek środę czwartek piątek sobotę niedzielę".split(" "),
  short: "pon. wt. śr. czw. pt. sob. niedz.".split(" "),
};

export const weekdayName = (day: Day, form: keyof typeof WEEKDAYS = "nominative") =>
  WEEKDAYS[form][weekdayOf(dayOf(day)) - 1] ?? "";

const dayAndMonth = (date: CalendarDate) => `${dateParts(date).day}${NBSP}${MONTHS[dateParts(date).month - 1]}`;

/** „18 marca 2026 r.” */
export const formatDate = (day: Day) => `${dayAndMonth(dayOf(day))} ${dateParts(dayOf(day)).year}${NBSP}r.`;
/** „środa, 18 marca 2026 r.” */
export const formatLong = (day: Day) => `${weekdayName(day)}, ${formatDate(day)}`;
/** „18.03.2026” */
export const formatShort = (day: Day) => dayOf(day).split("-").reverse().join(".");
/** „śr., 18.03.2026” */
export const formatShortWithWeekday = (day: Day) => `${weekdayName(day, "short")}, ${formatShort(day)}`;

/** „w środę, 18 marca”, „we wtorek, 20 stycznia 2026 r.”: when something happens. */
export function formatOn(day: Day, { year = true } = {}) {
  const date = dayOf(day);
  const on = weekdayOf(date) === 2 ? "we" : "w";
  return `${on}${NBSP}${weekdayName(date, "accusative")}, ${year ? formatDate(date) : dayAndMonth(date)}`;
}

/** „środy, 11 marca 2026 r.”, after do, od, z: until when. */
export const formatGenitive = (day: Day) => `${weekdayName(day, "genitive")}, ${formatDate(day)}`;

const clockWith = (mark: ":" | ".") => (instant: Date) => {
  const { hour, time } = warsawParts(instant);
  return `${hour}${mark}${time.slice(3)}`;
};
/** „17:00”, „8:02”: on screens and in tables. */
export const formatTime = clockWith(":");
const letterTime = clockWith(".");

/** „godz. 17.00”, „godz. 17.00–19.05”: in sentences and letters. */
export function formatHours(start: Date, end?: Date) {
  const until = end && letterTime(end) !== letterTime(start) ? `–${letterTime(end)}` : "";
  return `godz.${NBSP}${letterTime(start)}${until}`;
}

/** „środa, 18 marca 2026 r., godz. 17.00–19.05”; the second day is named when it is another one. */
export function formatLongWithTime(start: Date, end?: Date): string {
  if (end && warsawDate(end) !== warsawDate(start))
    return `${formatLongWithTime(start)}${NBSP}– ${formatLongWithTime(end)}`;
  return `${formatLong(start)}, ${formatHours(start, end)}`;
}

/** „śr., 18.03.2026, 17:00” */
export const formatShortWithTime = (instant: Date) => `${formatShortWithWeekday(instant)}, ${formatTime(instant)}`;

/** „1 marca – 31 grudnia 2026 r.”, „11–12 lipca 2026 r.”, „od 1 marca 2026 r.” */
export function formatPeriod(from: CalendarDate, to: CalendarDate | null): string {
  if (to === null) return `od${NBSP}${formatDate(from)}`;
  if (from === to) return formatDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dateParts(from).day}–${formatDate(to)}`;
  const start = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : formatDate(from);
  return `${start}${NBSP}– ${formatDate(to)}`;
}

const NEAR: Record<number, string> = { [-1]: "wczoraj", 0: "dziś", 1: "jutro" };

/** „za 3 dni”, „jutro”, „dziś”, „wczoraj”, „12 dni temu” */
export function relativeDays(day: Day, today: Day): string {
  const days = daysBetween(dayOf(today), dayOf(day));
  return NEAR[days] ?? (days > 0 ? `za${NBSP}${counted(days, "day")}` : `${counted(-days, "day")} temu`);
}

/** The same for a deadline: what is past is „po terminie 12 dni”. */
export function deadlineDays(day: Day, today: Day): string {
  const days = daysBetween(dayOf(today), dayOf(day));
  return days < 0 ? `po terminie ${counted(-days, "day")}` : relativeDays(day, today);
}

/** „dziś, 8:02”, „wczoraj, 21:14”, else „śr., 25.03.2026, 12:41”: in lists of what happened. */
export function formatMoment(instant: Date, now: Date): string {
  const days = daysBetween(warsawDate(now), warsawDate(instant));
  return days === 0 || days === -1 ? `${NEAR[days]}, ${formatTime(instant)}` : formatShortWithTime(instant);
}

export type DateRefusal = "unreadable" | "no_such_date" | "other_weekday";
const LEADING_WORD = /^(\p{L}+)\.?,? /u;
const shortName = (i: number) => WEEKDAYS.short[i]?.replace(".", "");
const DATE_SHAPES = [
  /^(?<d>\d{1,2})(?<sep>[./-])(?<m>\d{1,2})\k<sep>(?<y>\d{4})$/,
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<d>\d{1,2})[. ]\s?(?<name>\p{L}+) (?<y>\d{4})$/u,
];

/** Reads 18.03.2026, 18.3.2026, 2026-03-18, 18 marca 2026 r., 18 III 2026; a weekday in front must be the right one. */
export function parsePolishDate(text: string): Outcome<CalendarDate, DateRefusal> {
  const typed = text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/ ?r\.?$/, "");
  const word = LEADING_WORD.exec(typed)?.[1];
  const weekday = word ? 1 + WEEKDAYS.nominative.findIndex((name, i) => name === word || shortName(i) === word) : null;
  const rest = typed.replace(LEADING_WORD, "").replace(/([./-]) (?=\d)/g, "$1");

  const found = DATE_SHAPES.map((shape) => shape.exec(rest)?.groups).find(Boolean);
  if (!found || weekday === 0) return refuse("unreadable");
  const { y, m, d, name = "" } = found;
  const month = m ? Number(m) : 1 + Math.max(MONTHS.indexOf(name), ROMAN.indexOf(name));
  if (name && month === 0) return refuse("unreadable");

  const year = Number(y);
  const date = year >= 1900 && year < 2200 ? dateOf(year, month, Number(d)) : null;
  if (!date) return refuse("no_such_date");
  if (weekday && weekday !== weekdayOf(date)) return refuse("other_weekday");
  return allow(date);
}

/** Reads 17:00, 17.00, 1700, 17 and „godz. 17.00”. */
export function parsePolishTime(text: string): Outcome<ClockTime, "unreadable" | "no_such_time"> {
  const found = /^(?:godz\.\s*)?(\d{1,2})(?:\s*[:.]?\s*(\d\d))?$/i.exec(text.trim());
  if (!found) return refuse("unreadable");
  const time = timeOf(Number(found[1]), Number(found[2] ?? 0));
  return time ? allow(time) : refuse("no_such_time");
}
