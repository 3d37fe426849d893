import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarDate,
  dateOf,
  dateParts,
  daysBetween,
  instantAt,
  isCalendarDate,
  startOfDay,
  today,
  warsawDate,
  warsawParts,
  warsawTime,
  weekdayName,
  weekdayOf,
} from "~/platform/time";

const day = calendarDate;
const at = (date: string, time: string) => {
  const found = instantAt(day(date), time);
  return found.ok ? found.value : expect.unreachable(`${date} ${time}: ${found.reason}`);
};
const anyDate = fc.integer({ min: -10_000, max: 50_000 }).map((n) => addDays(day("2026-01-01"), n));

describe("the wall clock of Poland", () => {
  test.each([
    ["2026-01-15T16:00:00Z", "2026-01-15", "17:00"],
    ["2026-07-15T16:00:00Z", "2026-07-15", "18:00"],
    ["2026-03-31T22:30:00Z", "2026-04-01", "00:30"],
    ["2025-12-31T23:00:00Z", "2026-01-01", "00:00"],
    ["2027-03-28T00:59:00Z", "2027-03-28", "01:59"],
    ["2027-03-28T01:00:00Z", "2027-03-28", "03:00"],
    ["2027-10-31T00:59:00Z", "2027-10-31", "02:59"],
    ["2027-10-31T01:00:00Z", "2027-10-31", "02:00"],
    ["1969-12-31T23:59:59Z", "1970-01-01", "00:59"],
  ])("%s is %s %s", (instant, date, time) => {
    expect(warsawDate(new Date(instant))).toBe(date);
    expect(warsawTime(new Date(instant))).toBe(time);
  });

  test("its parts", () => {
    expect(warsawParts(new Date("2026-03-18T16:05:00Z"))).toEqual({
      date: "2026-03-18",
      time: "17:05",
      year: 2026,
      month: 3,
      day: 18,
      hour: 17,
      minute: 5,
      weekday: 3,
    });
    expect(today(new Date("2026-03-31T22:30:00Z"))).toBe("2026-04-01");
  });

  test.each(["02:00", "02:30", "02:59"])("%s does not exist on 28 March 2027", (time) => {
    expect(instantAt(day("2027-03-28"), time)).toEqual({ ok: false, reason: "no_such_hour" });
  });

  test("the hours around the missing one exist", () => {
    expect(at("2027-03-28", "01:59").toISOString()).toBe("2027-03-28T00:59:00.000Z");
    expect(at("2027-03-28", "03:00").toISOString()).toBe("2027-03-28T01:00:00.000Z");
  });

  test.each([
    ["01:59", "2027-10-30T23:59:00.000Z", false],
    ["02:00", "2027-10-31T00:00:00.000Z", true],
    ["02:59", "2027-10-31T00:59:00.000Z", true],
    ["03:00", "2027-10-31T02:00:00.000Z", false],
  ])("%s on 31 October 2027 is %s, twice: %s", (time, instant, ambiguous) => {
    expect(instantAt(day("2027-10-31"), time)).toEqual({ ok: true, value: new Date(instant), ambiguous });
  });

  test.each(["24:00", "7:00", "17.00", "", "17:60"])("„%s” is no wall time", (time) => {
    expect(instantAt(day("2026-03-18"), time)).toEqual({ ok: false, reason: "invalid" });
  });

  test("every minute of the days on which clocks change comes back as it went", () => {
    for (const date of ["2027-03-28", "2027-10-31"].map(day)) {
      const minutes = (startOfDay(addDays(date, 1)).getTime() - startOfDay(date).getTime()) / 60_000;
      expect(minutes).toBe(date === "2027-03-28" ? 23 * 60 : 25 * 60);
      for (let minute = 0; minute < minutes; minute++) {
        const instant = new Date(startOfDay(date).getTime() + minute * 60_000);
        const found = instantAt(warsawDate(instant), warsawTime(instant));
        if (!found.ok) return expect.unreachable(instant.toISOString());
        const second = found.ambiguous && instant >= new Date("2027-10-31T01:00:00Z");
        expect(found.value.getTime()).toBe(instant.getTime() - (second ? 3_600_000 : 0));
      }
    }
  });

  test("any instant of a century comes back, or its first hour of two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 52_000_000 }), (minutes) => {
        const instant = new Date(minutes * 60_000);
        const { date, time } = warsawParts(instant);
        const found = instantAt(date, time);
        return found.ok && (found.value.getTime() === instant.getTime() || found.ambiguous);
      }),
    );
  });

  test("every day has its first moment", () => {
    fc.assert(fc.property(anyDate, (date) => warsawDate(startOfDay(date)) === date));
  });
});

describe("calendar dates", () => {
  test.each(["2026-03-18", "2028-02-29", "2000-02-29"])("%s exists", (date) => expect(isCalendarDate(date)).toBe(true));
  test.each(["2027-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-3-18", "18.03.2026", ""])(
    "„%s” does not",
    (date) => {
      expect(isCalendarDate(date)).toBe(false);
      expect(() => calendarDate(date)).toThrow(RangeError);
    },
  );

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-03-18", 0, "2026-03-18"],
  ])("%s and %i months is %s", (from, months, to) => expect(addMonths(day(from), months)).toBe(to));

  test("months never carry over, and keep the day when they can", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (from, months) => {
        const [start, end] = [dateParts(from), dateParts(addMonths(from, months))];
        expect(end.year * 12 + end.month).toBe(start.year * 12 + start.month + months);
        if (end.day !== start.day) {
          expect(end.day).toBeLessThan(start.day);
          expect(dateOf(end.year, end.month, end.day + 1)).toBeNull();
        }
      }),
    );
  });

  test("days add up, and text sorts as time does", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(days)).toBe(from < to ? 1 : from > to ? -1 : 0);
        expect((weekdayOf(from) - 1 + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(to) - 1);
      }),
    );
  });

  test.each([
    ["2025-06-29", "niedziela", "niedzieli", "niedzielę", "niedz."],
    ["2026-03-18", "środa", "środy", "środę", "śr."],
    ["2026-03-17", "wtorek", "wtorku", "wtorek", "wt."],
  ])("%s is a %s", (date, ...names) => {
    const forms = ["nominative", "genitive", "accusative", "short"] as const;
    expect(forms.map((form) => weekdayName(day(date), form))).toEqual(names);
  });
});
