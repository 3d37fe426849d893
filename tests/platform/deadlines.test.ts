import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  explainTerm,
  suggestDeadlines,
  TERMS,
  type TermName,
  termEnd,
  termInDays,
  termInMonths,
} from "~/platform/deadlines";
import { easterOf, holidayOn, holidaysOf, isWorkingDay, workingDayFrom, workingDayUntil } from "~/platform/holidays";
import { addDays, addMonths, calendarDate as day, weekdayOf } from "~/platform/time";

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day("1995-01-01"), n));

describe("holidays", () => {
  test.each([
    [1999, "1999-04-04"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2038, "2038-04-25"],
    [2076, "2076-04-19"],
  ])("Easter of %i is %s", (year, date) => expect(easterOf(year)).toBe(date));

  test("Easter is a Sunday between 22 March and 25 April", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterOf(year);
        return weekdayOf(easter) === 7 && easter >= `${year}-03-22` && easter <= `${year}-04-25`;
      }),
    );
  });

  test("the year 2026", () => {
    expect([...holidaysOf(2026).keys()]).toEqual([
      "2026-01-01",
      "2026-01-06",
      "2026-04-05",
      "2026-04-06",
      "2026-05-01",
      "2026-05-03",
      "2026-05-24",
      "2026-06-04",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  test.each([
    ["2024-12-24", null],
    ["2025-12-24", "Wigilia Bożego Narodzenia"],
    ["2010-01-06", null],
    ["2011-01-06", "Święto Trzech Króli"],
    ["2018-11-12", "Święto Narodowe z okazji setnej rocznicy odzyskania niepodległości"],
    ["2019-11-12", null],
    ["2026-06-04", "dzień Bożego Ciała"],
    ["2026-03-18", null],
  ])("%s: %s", (date, name) => expect(holidayOn(day(date))).toBe(name));

  test("the nearest working day before and after", () => {
    expect(workingDayFrom(day("2026-12-24"))).toBe("2026-12-28");
    expect(workingDayUntil(day("2026-12-27"))).toBe("2026-12-23");
    expect(workingDayFrom(day("2026-03-18"))).toBe("2026-03-18");
  });
});

describe("terms after art. 57 KPA", () => {
  test.each([
    ["2026-03-18", "2026-03-25", "2026-04-20"],
    ["2026-04-01", "2026-04-08", "2026-05-04"],
    ["2026-05-20", "2026-05-27", "2026-06-22"],
    ["2026-05-28", "2026-06-05", "2026-06-29"],
    ["2026-01-31", "2026-02-09", "2026-03-02"],
    ["2026-11-24", "2026-12-01", "2026-12-28"],
    ["2026-03-25", "2026-04-01", "2026-04-27"],
  ])("received %s: 7 days end %s, a month ends %s", (received, inDays, inMonth) => {
    expect(termInDays(day(received), 7)).toBe(inDays);
    expect(termInMonths(day(received), 1)).toBe(inMonth);
  });

  test("the end is a working day, never earlier than the bare term and never a week later", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 24 }), (start, days, months) => {
        for (const [end, bare] of [
          [termInDays(start, days), addDays(start, days)] as const,
          [termInMonths(start, months), addMonths(start, months)] as const,
        ]) {
          expect(isWorkingDay(end)).toBe(true);
          expect(weekdayOf(end)).toBeLessThan(6);
          expect(holidayOn(end)).toBeNull();
          expect(end >= bare && end < addDays(bare, 7)).toBe(true);
          for (let between = bare; between < end; between = addDays(between, 1))
            expect(isWorkingDay(between)).toBe(false);
        }
      }),
    );
  });

  test("a later start never ends earlier", () => {
    fc.assert(fc.property(anyDate, (start) => termInMonths(start, 1) <= termInMonths(addDays(start, 1), 1)));
  });

  test("named terms", () => {
    const received = day("2026-03-18");
    const ends = (Object.keys(TERMS) as TermName[]).map((name) => [name, termEnd(name, received), TERMS[name].basis]);
    expect(ends).toEqual([
      ["art_243", "2026-03-25", "art. 243 KPA"],
      ["art_244", "2026-04-20", "art. 244 § 1 w związku z art. 237 § 1 KPA"],
      ["art_247", "2026-04-01", "art. 247 w związku z art. 237 § 2 KPA"],
      ["petition", "2026-06-18", "art. 10 ust. 1 ustawy z dnia 11 lipca 2014 r. o petycjach"],
      [
        "completion",
        "2026-03-25",
        "§ 8 ust. 2 rozporządzenia Rady Ministrów z dnia 8 stycznia 2002 r. w sprawie skarg i wniosków",
      ],
      ["commitment", "2026-04-20", "ustalenie debaty"],
      ["courtesy", "2026-04-20", "prośba grzecznościowa"],
    ]);
  });
});

describe("how a term was counted", () => {
  test.each([
    ["art_244", "2026-03-18", "2026-04-18", ["2026-04-18 saturday", "2026-04-19 sunday"], "2026-04-20"],
    [
      "art_244",
      "2026-04-01",
      "2026-05-01",
      ["2026-05-01 holiday", "2026-05-02 saturday", "2026-05-03 sunday"],
      "2026-05-04",
    ],
    ["art_243", "2026-05-28", "2026-06-04", ["2026-06-04 holiday"], "2026-06-05"],
    ["art_244", "2026-05-28", "2026-06-28", ["2026-06-28 sunday"], "2026-06-29"],
    ["art_243", "2026-01-31", "2026-02-07", ["2026-02-07 saturday", "2026-02-08 sunday"], "2026-02-09"],
    ["art_244", "2024-11-24", "2024-12-24", [], "2024-12-24"],
    [
      "art_244",
      "2025-11-24",
      "2025-12-24",
      ["2025-12-24 holiday", "2025-12-25 holiday", "2025-12-26 holiday", "2025-12-27 saturday", "2025-12-28 sunday"],
      "2025-12-29",
    ],
    ["art_247", "2018-10-29", "2018-11-12", ["2018-11-12 holiday"], "2018-11-13"],
    ["petition", "2026-01-05", "2026-04-05", ["2026-04-05 sunday", "2026-04-06 holiday"], "2026-04-07"],
  ] as const)("%s from %s", (name, received, bare, skipped, end) => {
    const explained = explainTerm(name, day(received));
    expect(explained).toMatchObject({ received, bare, end });
    expect(explained.skipped.map(({ on, why }) => `${on} ${why}`)).toEqual(skipped);
    expect(termEnd(name, day(received))).toBe(end);
  });

  test.each([
    ["2026-01-31", true, "2026-02-28"],
    ["2024-01-31", true, "2024-02-29"],
    ["2024-01-29", false, "2024-02-29"],
    ["2026-03-31", true, "2026-04-30"],
    ["2026-04-30", false, "2026-05-30"],
    ["2026-12-31", false, "2027-01-31"],
  ])("a month from %s: is the last day taken instead? %s", (received, isMonthEnd, bare) => {
    expect(explainTerm("art_244", day(received))).toMatchObject({ isMonthEnd, bare });
  });

  test("a holiday has its name, also on a Sunday", () => {
    const { skipped } = explainTerm("art_244", day("2026-04-01"));
    expect(skipped.map(({ holiday }) => holiday)).toEqual(["Święto Państwowe", null, "Święto Narodowe Trzeciego Maja"]);
  });
});

describe("deadlines that a debate suggests", () => {
  test("a debate on Wednesday, 18 March 2026", () => {
    expect(suggestDeadlines(day("2026-03-18"))).toEqual({
      answersUntil: "2026-03-11",
      motionsUntil: "2026-03-25",
      minutesUntil: "2026-03-25",
      publicationUntil: "2026-04-01",
      evaluation: { earliest: "2026-09-18", latest: "2027-03-18", suggested: "2026-09-18" },
    });
  });

  test("holidays move what stands before the debate back and what comes after it forward", () => {
    expect(suggestDeadlines(day("2026-12-18"))).toEqual({
      answersUntil: "2026-12-11",
      motionsUntil: "2026-12-25",
      minutesUntil: "2026-12-28",
      publicationUntil: "2027-01-04",
      evaluation: { earliest: "2027-06-18", latest: "2027-12-17", suggested: "2027-06-18" },
    });
    expect(suggestDeadlines(day("2026-11-18")).answersUntil).toBe("2026-11-10");
  });

  test("all of them are working days, and in order", () => {
    fc.assert(
      fc.property(anyDate, (debate) => {
        const { answersUntil, motionsUntil, minutesUntil, publicationUntil, evaluation } = suggestDeadlines(debate);
        const { earliest, suggested, latest } = evaluation;
        for (const date of [answersUntil, minutesUntil, publicationUntil, earliest, suggested, latest])
          expect(isWorkingDay(date)).toBe(true);
        const order = [answersUntil, debate, motionsUntil, minutesUntil, publicationUntil, earliest, latest];
        expect([...order].sort()).toEqual(order);
      }),
    );
  });
});
