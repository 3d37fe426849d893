import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NBSP } from "~/platform/language";
import {
  addDays,
  calendarDate,
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
  parsePolishDate,
  parsePolishTime,
  relativeDays,
} from "~/platform/time";

const day = calendarDate;
const plain = (text: string) => text.replaceAll(NBSP, " ");
const at = (date: string, time: string) => {
  const found = instantAt(day(date), time);
  return found.ok ? found.value : expect.unreachable(`${date} ${time}: ${found.reason}`);
};
const anyDate = fc.integer({ min: -10_000, max: 50_000 }).map((n) => addDays(day("2026-01-01"), n));

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
