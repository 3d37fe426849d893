import { expect, test } from "vitest";
import { isRaised, repeatsSince } from "~/domain/motions/rules.repeats";

const at = (day: string) => new Date(`${day}T12:00:00Z`);

test.each([
  ["twice is no repetition", 2, null, false],
  ["three times", 3, null, true],
  ["dealt with after the last of them", 3, at("2026-03-02"), false],
  ["and a newer one came", 4, at("2026-02-01"), true],
])("%s", (_, many, dismissed, raised) => {
  expect(isRaised({ many, lastAt: at("2026-03-01") }, dismissed)).toBe(raised);
});

test("two years back, to the day, by the Polish calendar", () => {
  expect(repeatsSince(new Date("2026-03-18T23:30:00Z"))).toEqual(new Date("2024-03-18T23:00:00Z"));
  expect(repeatsSince(at("2028-02-29"))).toEqual(new Date("2026-02-27T23:00:00Z"));
});
