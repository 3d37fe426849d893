import { expect, test } from "vitest";
import { isLinkOver, latest } from "~/platform/link-lives";

test("the last day is whole, in Warsaw, over both changes of the clock", () => {
  const evening = new Date("2026-03-28T19:00:00Z");
  expect(isLinkOver("screen", evening, new Date("2026-03-29T21:59:59Z"))).toBe(false);
  expect(isLinkOver("screen", evening, new Date("2026-03-29T22:00:00Z"))).toBe(true);
  expect(isLinkOver("ballot", new Date("2026-10-24T19:00:00Z"), new Date("2026-10-25T22:59:59Z"))).toBe(false);
  expect(isLinkOver("ballot", new Date("2026-10-24T19:00:00Z"), new Date("2026-10-25T23:00:00Z"))).toBe(true);
});

test("a month from the 31st is the end of the next one, and what is not over has no end", () => {
  expect(isLinkOver("registration", new Date("2027-01-31T17:00:00Z"), new Date("2027-02-28T22:59:00Z"))).toBe(false);
  expect(isLinkOver("registration", new Date("2027-01-31T17:00:00Z"), new Date("2027-02-28T23:00:00Z"))).toBe(true);
  expect(isLinkOver("registration", null, new Date("2099-01-01T00:00:00Z"))).toBe(false);
});

test("the latest of what there is", () => {
  const [early, late] = [new Date("2026-03-01T00:00:00Z"), new Date("2026-04-01T00:00:00Z")];
  expect(latest(early, null, late, undefined)).toEqual(late);
});
