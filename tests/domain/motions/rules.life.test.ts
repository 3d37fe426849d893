import { expect, test } from "vitest";
import { followedUntil } from "~/domain/motions/rules.life";

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const evening = day("2026-03-18");
const matter = {
  ...({ status: "admitted", outcome: "answered_on_spot", decidedAt: day("2026-03-10"), referredAt: null } as const),
  ...{ settledAt: null, opinionAskedAt: null },
};
const task = (state: Parameters<typeof followedUntil>[2][number]["state"], on?: string) => ({
  state,
  settledAt: on ? day(on) : null,
});

test("nobody waits after the last word of the office, and never before the evening", () => {
  expect(followedUntil(matter, evening, [])).toEqual(evening);
  expect(followedUntil({ ...matter, decidedAt: day("2026-04-02") }, evening, [])).toEqual(day("2026-04-02"));
  expect(followedUntil({ ...matter, opinionAskedAt: day("2026-09-01") }, evening, [])).toEqual(day("2026-09-01"));
  expect(followedUntil({ ...matter, outcome: null, status: "returned" }, evening, [])).toEqual(evening);
});

test.each([
  ["nobody has looked at it", { ...matter, status: "submitted", outcome: null } as const, evening, []],
  ["nobody has said what becomes of it", { ...matter, outcome: null }, evening, []],
  ["the evening is ahead, or has no day", matter, null, []],
  ["somebody owes something", matter, evening, [task("confirmed", "2026-05-01"), task("in_progress")]],
  ["it waits for money", matter, evening, [task("needs_funds", "2026-05-01")]],
])("it has no end while %s", (_, motion, over, promised) => {
  expect(followedUntil(motion, over, promised)).toBeNull();
});

test("what was promised ends with the last promise", () => {
  const kept = [task("confirmed", "2026-05-01"), task("refused", "2026-07-15"), task("transferred", "2026-04-01")];
  expect(followedUntil(matter, evening, kept)).toEqual(day("2026-07-15"));
});
