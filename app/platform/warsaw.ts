import type { CalendarDate } from "~db/vocabulary";
import { allow, type Outcome, refuse } from "./outcome";

export type { CalendarDate };

declare const kind: unique symbol;
/** What the clock on the wall in Poland shows, "17:00". */
export type ClockTime = string & { readonly [kind]: "ClockTime" };
/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const ZONE = "Europe/Warsaw";
const MINUTE = 60_000;
const DAY = 86_400_000;

const two = (n: number) => String(n).padStart(2, "0");
const four = (n: number) => String(n).padStart(4, "0");

/** Null when the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): CalendarDate | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return `${four(year)}-${two(month)}-${two(day)}` as CalendarDate;
}

export function timeOf(hour: number, minute: number): ClockTime | null {
  const known =
    Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  return known ? (`${two(hour)}:${two(minute)}` as ClockTime) : null;
}

export function isCalendarDate(text: string): text is CalendarDate {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dateOf(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)) !== null;
}

function isClockTime(text: string): text is ClockTime {
  return /^\d\d:\d\d$/.test(text) && timeOf(+text.slice(0, 2), +text.slice(3)) !== null;
}

/** For literals and stored values, which are known to be right: anything else is a bug and throws. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

export const dateParts = (date: CalendarDate) => ({
  year: +date.slice(0, 4),
  month: +date.slice(5, 7),
  day: +date.slice(8, 10),
});

const dayNumber = (date: CalendarDate) => Date.parse(date) / DAY;
const ofDayNumber = (n: number) => new Date(n * DAY).toISOString().slice(0, 10) as CalendarDate;

export const addDays = (date: CalendarDate, days: number) => ofDayNumber(dayNumber(date) + days);
export const daysBetween = (from: CalendarDate, to: CalendarDate) => dayNumber(to) - dayNumber(from);
export const weekdayOf = (date: CalendarDate) => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** 31 January and one month is 28 February: the day is clamped, never carried over. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  return ofDayNumber(Math.floor(lastDay.getTime() / DAY) - lastDay.getUTCDate() + Math.min(day, lastDay.getUTCDate()));
}

const clock = new Intl.DateTimeFormat("en-US", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});
const offsets = new Map<number, number>();
const QUARTER = 15 * MINUTE;

/** Asking Intl costs 4 µs, remembering a quarter of an hour costs nothing; the zone never changes within one. */
function offsetAt(ms: number): number {
  const quarter = Math.floor(ms / QUARTER) * QUARTER;
  const known = offsets.get(quarter);
  if (known !== undefined) return known;

  const part = Object.fromEntries(clock.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
  const offset = Date.UTC(year, month - 1, day, hour, minute) - quarter;
  if (offsets.size >= 4096) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
}

const wallClock = (instant: Date) => new Date(instant.getTime() + offsetAt(instant.getTime())).toISOString();

export const warsawDate = (instant: Date) => wallClock(instant).slice(0, 10) as CalendarDate;
export const warsawTime = (instant: Date) => wallClock(instant).slice(11, 16) as ClockTime;
export const today = (now: Date) => warsawDate(now);

/** What the calendar and the clock in Poland show at an instant. */
export function warsawParts(instant: Date) {
  const wall = wallClock(instant);
  const date = wall.slice(0, 10) as CalendarDate;
  const time = wall.slice(11, 16) as ClockTime;
  return { date, time, ...dateParts(date), hour: +time.slice(0, 2), minute: +time.slice(3), weekday: weekdayOf(date) };
}

type Refusal = "no_such_hour" | "invalid";
/** `ambiguous`: the clocks go back and this hour comes twice; the first one is taken. */
export type Found = { ok: true; value: Date; ambiguous: boolean } | (Outcome<never, Refusal> & { ok: false });

/** The instant at which the clock in Poland shows this; when clocks go forward, an hour is missing and refused. */
export function instantAt(date: CalendarDate, time: string): Found {
  if (!isCalendarDate(date) || !isClockTime(time)) return refuse("invalid");
  const wall = Date.parse(`${date}T${time}Z`);
  const [first, second] = [wall - offsetAt(wall - DAY), wall - offsetAt(wall + DAY)].filter(
    (ms) => ms + offsetAt(ms) === wall,
  );
  if (first === undefined) return refuse("no_such_hour");
  return { ...allow(new Date(first)), ambiguous: second !== undefined && second !== first };
}

/** Midnight in Poland; a day is [startOfDay(date), startOfDay(addDays(date, 1))), be it 23, 24 or 25 hours long. */
export function startOfDay(date: CalendarDate): Date {
  const midnight = instantAt(date, "00:00");
  if (!midnight.ok) throw new RangeError(`No midnight on ${date}`);
  return midnight.value;
}
