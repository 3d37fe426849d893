import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NBSP } from "~/platform/language";
import {
  addDays,
  addMonths,
  calendarDate,
  dateOf,
  dateParts,
  daysBetween,
  deadlineDays,
  formatDate,
  formatGenitive,
  formatHours,
  formatLong,
  formatLongWithTime,
  formatMoment,
  formatOn,
  formatPeriod,
  formatShort,
  formatShortWithTime,
  formatShortWithWeekday,
  formatTime,
  instantAt,
  isCalendarDate,
  parsePolishDate,
  parsePolishTime,
  relativeDays,
  startOfDay,
  today,
  warsawDate,
  warsawParts,
  warsawTime,
  weekdayName,
  weekdayOf,
} from "~/platform/time";

const day = calendarDate;
const plain = (text: string) => text.replaceAll(NBSP, " ");
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

describe("reading what people type", () => {
  test.each([
    "18.03.2026",
    "18.3.2026",
    "2026-03-18",
    "18 marca 2026",
    "18 marca 2026 r.",
    "18 Marca 2026r.",
    "18. 03. 2026",
    "18/03/2026",
    "18-03-2026",
    "18 III 2026",
    "  18.03.2026 ",
    "środa, 18 marca 2026 r.",
    "śr., 18.03.2026",
    `18${NBSP}marca 2026${NBSP}r.`,
    "s\u0301roda, 18 marca 2026".normalize("NFD"),
  ])("„%s”", (typed) => expect(parsePolishDate(typed)).toEqual({ ok: true, value: "2026-03-18" }));

  test.each([
    ["29.02.2027", "no_such_date"],
    ["31.04.2026", "no_such_date"],
    ["0.01.2026", "no_such_date"],
    ["18.13.2026", "no_such_date"],
    ["18.03.0226", "no_such_date"],
    ["18.03.26", "unreadable"],
    ["18.03", "unreadable"],
    ["18 sierpnie 2026", "unreadable"],
    ["jutro", "unreadable"],
    ["śrubka, 18.03.2026", "unreadable"],
    ["18.03-2026", "unreadable"],
    ["", "unreadable"],
    ["29 czerwca 2025 (czwartek)", "unreadable"],
    ["czwartek, 29 czerwca 2025", "other_weekday"],
  ])("„%s” is %s", (typed, reason) => expect(parsePolishDate(typed)).toEqual({ ok: false, reason }));

  test("every way of writing a date is read back", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        for (const format of [formatLong, formatDate, formatShort, formatShortWithWeekday, String])
          expect(parsePolishDate(format(date))).toEqual({ ok: true, value: date });
      }),
    );
  });

  test.each([
    ["17:00", "17:00"],
    ["17.00", "17:00"],
    ["17", "17:00"],
    ["1705", "17:05"],
    ["8", "08:00"],
    ["8.05", "08:05"],
    ["0:00", "00:00"],
    [" godz. 19.05 ", "19:05"],
  ])("„%s” is %s", (typed, time) => expect(parsePolishTime(typed)).toEqual({ ok: true, value: time }));

  test.each([
    ["25:00", "no_such_time"],
    ["24:00", "no_such_time"],
    ["17:60", "no_such_time"],
    ["17:5", "unreadable"],
    ["5 pm", "unreadable"],
    ["-5", "unreadable"],
    ["", "unreadable"],
  ])("„%s” is %s", (typed, reason) => expect(parsePolishTime(typed)).toEqual({ ok: false, reason }));
});

describe("writing Polish dates", () => {
  const debate = day("2026-03-18");
  const [start, end] = [at("2026-03-18", "17:00"), at("2026-03-18", "19:05")];

  test.each([
    [formatLong(debate), "środa, 18 marca 2026 r."],
    [formatDate(debate), "18 marca 2026 r."],
    [formatShort(debate), "18.03.2026"],
    [formatShortWithWeekday(debate), "śr., 18.03.2026"],
    [formatShortWithTime(start), "śr., 18.03.2026, 17:00"],
    [formatTime(at("2026-03-18", "08:02")), "8:02"],
    [formatHours(start), "godz. 17.00"],
    [formatHours(start, end), "godz. 17.00–19.05"],
    [formatLongWithTime(start), "środa, 18 marca 2026 r., godz. 17.00"],
    [formatLongWithTime(start, end), "środa, 18 marca 2026 r., godz. 17.00–19.05"],
    [
      formatLongWithTime(at("2026-12-31", "22:00"), at("2027-01-01", "01:00")),
      "czwartek, 31 grudnia 2026 r., godz. 22.00 – piątek, 1 stycznia 2027 r., godz. 1.00",
    ],
    [formatOn(debate), "w środę, 18 marca 2026 r."],
    [formatOn(debate, { year: false }), "w środę, 18 marca"],
    [formatOn(day("2026-01-20")), "we wtorek, 20 stycznia 2026 r."],
    [formatGenitive(day("2026-03-11")), "środy, 11 marca 2026 r."],
    [formatPeriod(day("2026-07-11"), day("2026-07-12")), "11–12 lipca 2026 r."],
    [formatPeriod(day("2026-03-01"), day("2026-12-31")), "1 marca – 31 grudnia 2026 r."],
    [formatPeriod(day("2026-08-01"), day("2027-01-31")), "1 sierpnia 2026 r. – 31 stycznia 2027 r."],
    [formatPeriod(debate, debate), "18 marca 2026 r."],
    [formatPeriod(debate, null), "od 18 marca 2026 r."],
    [formatLong(new Date("2026-03-17T23:30:00Z")), "środa, 18 marca 2026 r."],
  ])("%s", (written, expected) => expect(plain(written)).toBe(expected));

  test("blanks that must not end a line", () => {
    expect(formatLongWithTime(start).replaceAll(NBSP, "_")).toBe("środa, 18_marca 2026_r., godz._17.00");
    expect(formatOn(debate).replaceAll(NBSP, "_")).toBe("w_środę, 18_marca 2026_r.");
  });

  test.each([
    [-12, "12 dni temu", "po terminie 12 dni"],
    [-2, "2 dni temu", "po terminie 2 dni"],
    [-1, "wczoraj", "po terminie 1 dzień"],
    [0, "dziś", "dziś"],
    [1, "jutro", "jutro"],
    [3, "za 3 dni", "za 3 dni"],
    [21, "za 21 dni", "za 21 dni"],
  ])("%i days away", (days, relative, deadline) => {
    expect(plain(relativeDays(addDays(debate, days), debate))).toBe(relative);
    expect(plain(deadlineDays(addDays(debate, days), start))).toBe(deadline);
  });

  test("„today” ends at midnight in Poland, not in Greenwich", () => {
    const lateEvening = new Date("2026-03-18T22:59:00Z");
    const night = new Date("2026-03-18T23:01:00Z");
    expect(formatMoment(start, lateEvening)).toBe("dziś, 17:00");
    expect(formatMoment(start, night)).toBe("wczoraj, 17:00");
    expect(formatMoment(start, at("2026-03-20", "08:00"))).toBe("śr., 18.03.2026, 17:00");
  });
});
