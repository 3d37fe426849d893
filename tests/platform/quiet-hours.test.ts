import { expect, test } from "vitest";
import { isQuiet } from "~/platform/quiet-hours";

test.each([
  ["2026-03-18T07:00:00Z", false, "a Wednesday in winter time, 8.00"],
  ["2026-03-18T06:59:59Z", true, "a second before"],
  ["2026-03-18T16:59:59Z", false, "17.59"],
  ["2026-03-18T17:00:00Z", true, "18.00"],
  ["2026-07-15T06:00:00Z", false, "in summer time 8.00 is two hours ahead"],
  ["2026-07-15T05:59:00Z", true, "7.59"],
  ["2026-03-21T10:00:00Z", true, "a Saturday"],
  ["2026-03-22T10:00:00Z", true, "a Sunday"],
  ["2026-12-24T10:00:00Z", true, "Christmas Eve"],
  ["2026-06-04T10:00:00Z", true, "Corpus Christi"],
  ["2026-06-05T10:00:00Z", false, "the day after it is a working day"],
])("%s: %s, %s", (now, quiet) => {
  expect(isQuiet(new Date(now))).toBe(quiet);
});
