import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarDate,
  formatDate,
  formatGenitive,
  formatLong,
  formatOn,
  formatShort,
  formatShortWithWeekday,
  weekdayName,
} from "~/platform/time";
import { dateOf } from "~/platform/warsaw";
import { wrongWeekdaysIn } from "~/platform/weekdays";

const found = (text: string) =>
  wrongWeekdaysIn(text, 2026).map(
    ({ start, end, right, isSure }) => `${text.slice(start, end)} → ${right}${isSure ? "" : "?"}`,
  );

test.each([
  ["w środę 19 marca 2026 r.", "środę 19 marca 2026 r. → czwartek"],
  ["Spotkanie: środa, 19 marca 2026 r., godz. 17.00", "środa, 19 marca 2026 r. → czwartek"],
  ["do środy, 19 marca 2026 r.", "środy, 19 marca 2026 r. → czwartek"],
  ["w środę, 19 marca", "środę, 19 marca → czwartek?"],
  ["19.03.2026 (środa)", "19.03.2026 (środa) → czwartek"],
  ["19.03.2026 r. nie padało", undefined],
  ["19 marca 2026 r. (w środę)", "19 marca 2026 r. (w środę) → czwartek"],
  ["śr., 19.03.2026, 12:41", "śr., 19.03.2026 → czwartek"],
  ["Wtorek, dnia 18 marca 2026 r.", "Wtorek, dnia 18 marca 2026 r. → środa"],
  ["we wtorek, tj. 18 marca 2026", "wtorek, tj. 18 marca 2026 → środa"],
  ["przed piątkiem 18 III 2026", "piątkiem 18 III 2026 → środa"],
  ["piątek 2026-03-18", "piątek 2026-03-18 → środa"],
  ["18.03.2026, piątek", "18.03.2026, piątek → środa?"],
  ["w środę\u00a019\u00a0marca 2026\u00a0r.", "środę\u00a019\u00a0marca 2026\u00a0r. → czwartek"],
])("wrong: %s", (text, expected) => expect(found(text)).toEqual(expected ? [expected] : []));

test.each([
  "w środę 18 marca 2026 r.",
  "środa, 18 marca 2026 r.",
  "18.03.2026 (środa)",
  "w środę, 18 marca, i w czwartek, 19 marca",
  "18 marca 2026 r., czwartek 19 marca 2026 r.",
  "od środy 18 do piątku 20 marca 2026 r.",
  "we wtorek i środę 17–18 marca 2026 r.",
  "w każdą środę 18.00–20.00",
  "w środę o godz. 17.05",
  "w środę 13 stycznia", // of the year after: evaluations are planned so
  "w piątek 31 lutego 2026 r.",
  "Niedzielska 12 marca 2026 r.",
  "środa wlkp. 12.12",
  "wniosek 3/2026/07 z soboty",
])("nothing wrong: %s", (text) => expect(found(text)).toEqual([]));

test("several, in their order", () => {
  const text = "18.03.2026 (piątek), potem w sobotę 19 marca 2026 r.";
  expect(found(text)).toEqual(["18.03.2026 (piątek) → środa", "sobotę 19 marca 2026 r. → czwartek"]);
});

const day = fc
  .record({
    y: fc.integer({ min: 2000, max: 2099 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => calendarDate(dateOf(y, m, d) ?? ""));

test("whatever the product itself writes is right, and with another weekday it is wrong", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 6 }), (date, off) => {
      for (const written of [formatLong(date), formatOn(date), formatGenitive(date), formatShortWithWeekday(date)])
        expect(found(`Debata ${written} w sali.`)).toEqual([]);
      const other = dateOf(2026, 3, 16 + ((new Date(`${date}T00:00Z`).getUTCDay() + 6 + off) % 7)) as never;
      for (const written of [
        `${weekdayName(other)}, ${formatDate(date)}`,
        `${formatShort(date)} (${weekdayName(other)})`,
      ])
        expect(found(written)).toHaveLength(1);
    }),
  );
});

test("a long text is read at once", () => {
  expect(wrongWeekdaysIn("środa 18 ".repeat(20_000), 2026)).toEqual([]);
  expect(wrongWeekdaysIn("w środę 19 marca 2026 r. ".repeat(3_000), 2026)).toHaveLength(3_000);
});
