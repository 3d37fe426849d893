import { describe, expect, test } from "vitest";
import { periodOf, yearsSince } from "~/domain/reports/rules.period";
import { readPeriod } from "~/domain/reports/schema";
import { calendarDate } from "~/platform/time";

const NOW = new Date("2026-02-28T10:00:00Z");
const read = (query: string) => periodOf(readPeriod(new URLSearchParams(query)), NOW);
const thisYear = { kind: "this_year", year: 2026, from: "2026-01-01", to: "2026-12-31" };

describe("the period of an address", () => {
  test.each([
    ["", thisYear],
    ["period=2026", thisYear],
    ["period=2024", { kind: "year", year: 2024, from: "2024-01-01", to: "2024-12-31" }],
    ["period=12", { kind: "months_12", from: "2025-03-01", to: "2026-02-28" }],
    ["debate=abc-1&period=12", { kind: "debate", debateId: "abc-1" }],
    ["period=1999", thisYear],
    ["period=20%0026", thisYear],
    ["period=2026&debate=%27%20or%201", thisYear],
    ["debate=", thisYear],
  ])("%s", (query, expected) => expect(read(query)).toEqual(expected));

  test("the year turns at midnight in Poland", () => {
    expect(periodOf({}, new Date("2025-12-31T23:30:00Z"))).toMatchObject({ year: 2026 });
  });
});

test("years reach back to the first debate, and no debate lies ahead", () => {
  expect(yearsSince(calendarDate("2024-05-01"), NOW)).toEqual([2026, 2025, 2024]);
  expect(yearsSince(null, NOW)).toEqual([2026]);
  expect(yearsSince(calendarDate("2027-05-01"), NOW)).toEqual([2026]);
});
