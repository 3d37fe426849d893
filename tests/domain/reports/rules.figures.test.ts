import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginnings,
  composeLines,
  composeSpeed,
  composeStanding,
  median,
  percent,
  type StandingRow,
  sumStanding,
} from "~/domain/reports/rules.figures";
import { addDays, calendarDate, startOfDay } from "~/platform/time";
import { TASK_STATES } from "~db/vocabulary";

const MONDAY = calendarDate("2026-03-16");
const onDay = (days: number) => new Date(startOfDay(addDays(MONDAY, days)).getTime() + 12 * 3_600_000);

/** By taking the lowest and the highest away until one or two are left. */
function naiveMedian(values: number[]): number | null {
  let left = [...values];
  while (left.length > 2) {
    left = left.toSpliced(left.indexOf(Math.min(...left)), 1);
    left = left.toSpliced(left.indexOf(Math.max(...left)), 1);
  }
  return left.length === 0 ? null : left.reduce((sum, value) => sum + value, 0) / left.length;
}

describe("the median", () => {
  test.each([
    [[], null],
    [[7], 7],
    [[9, 1], 5],
    [[1, 2, 3, 100], 2.5],
    [[10, 9, 2], 9],
  ])("of %j is %s", (values, expected) => expect(median(values)).toBe(expected));

  test("is what remains when lowest and highest go away in pairs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 40 }), (values) => {
        const before = [...values];
        expect(median(values)).toBe(naiveMedian(values));
        expect(values).toEqual(before);
      }),
    );
  });
});

const row = (over: Partial<StandingRow>): StandingRow => ({
  ...{ key: "a", state: "new", many: 1, late: 0, longLate: 0, silent: 0, ...over },
});

describe("how tasks stand", () => {
  test("open ones, what waits for us and for a budget; what was passed on is not counted", () => {
    const groups = composeStanding([
      row({ state: "new", many: 3, late: 2, longLate: 1, silent: 1 }),
      row({ state: "reported_done", many: 2 }),
      row({ state: "needs_funds", many: 4, late: 4 }),
      row({ state: "transferred", many: 9, late: 9, silent: 9 }),
      row({ key: "b", state: "in_progress", many: 1, silent: 1 }),
    ]);
    expect(groups.get("a")).toEqual({ open: 5, late: 2, longLate: 1, silent: 1, reported: 2, funds: 4 });
    expect(sumStanding(groups.values())).toEqual({ open: 6, late: 2, longLate: 1, silent: 2, reported: 2, funds: 4 });
  });

  test("every state has its place or none", () => {
    const counted = TASK_STATES.filter((state) => {
      const { open, funds } = sumStanding(composeStanding([row({ state })]).values());
      return open + funds > 0;
    });
    expect(counted).toEqual(["new", "accepted", "in_progress", "reported_done", "needs_funds"]);
  });
});

const done = (id: string, from: number, to: number, over = {}) => ({
  ...{
    id,
    key: "a",
    createdAt: onDay(from),
    dueOn: addDays(MONDAY, 10),
    reportedAt: onDay(to),
    settledAt: onDay(to + 5),
  },
  ...over,
});
const answered = (id: string, from: number, to: number) => ({
  ...{ id, key: "a", createdAt: onDay(from), firstHeardAt: onDay(to) },
});

describe("how fast", () => {
  test("days until the report, not until our confirmation; the last day of the term is in time", () => {
    expect(
      composeSpeed(
        [answered("1", 0, 3), answered("2", 0, 6)],
        [done("1", 0, 10), done("2", 0, 11), done("3", 0, 2, { reportedAt: null, settledAt: onDay(20) })],
      ),
    ).toEqual({
      answered: 2,
      medianToAnswer: 4.5,
      done: 3,
      medianToDone: 11,
      onTime: 1,
      onTimePercent: 33,
    });
  });

  test("nothing is said about nothing", () => {
    expect(composeSpeed([], [])).toMatchObject({ medianToAnswer: null, medianToDone: null, onTimePercent: null });
    expect(percent(0, 0)).toBeNull();
  });

  test("days are days of the Polish calendar: from one minute before midnight to one after it is a day", () => {
    const [late, early] = [new Date("2026-03-28T22:59:00Z"), new Date("2026-03-28T23:01:00Z")];
    expect(composeSpeed([{ id: "1", key: "a", createdAt: late, firstHeardAt: early }], []).medianToAnswer).toBe(1);
  });

  test("a chain is one matter with one clock; a ring ends", () => {
    const passedOn = [
      { id: "1", transferredToId: "2", createdAt: onDay(0) },
      { id: "2", transferredToId: "3", createdAt: onDay(5) },
    ];
    const beganAt = beginnings(passedOn);
    expect(beganAt({ id: "3", createdAt: onDay(9) })).toEqual(onDay(0));
    expect(beganAt({ id: "4", createdAt: onDay(9) })).toEqual(onDay(9));
    expect(composeSpeed([], [done("3", 9, 10)], beganAt).medianToDone).toBe(10);
    const ring = beginnings([
      { id: "1", transferredToId: "2", createdAt: onDay(0) },
      { id: "2", transferredToId: "1", createdAt: onDay(1) },
    ]);
    expect(ring({ id: "1", createdAt: onDay(0) })).toEqual(onDay(1));
  });

  test("lines join both by their key", () => {
    const lines = composeLines([row({ key: "b", many: 2 })], [answered("1", 0, 4)], [done("2", 0, 3, { key: "b" })]);
    expect(lines).toMatchObject([
      { key: "b", open: 2, done: 1, medianToDone: 3, answered: 0, medianToAnswer: null },
      { key: "a", open: 0, done: 0, answered: 1, medianToAnswer: 4 },
    ]);
  });
});
