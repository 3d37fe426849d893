import { expect, test } from "vitest";
import { KMZB_DICTIONARY, kmzbLabel, kmzbOn } from "~/domain/motions/rules.kmzb";
import { calendarDate } from "~/platform/time";

test("27 categories are offered today, none before the map existed", () => {
  expect(kmzbOn(calendarDate("2026-03-18"))).toHaveLength(27);
  expect(kmzbOn(calendarDate("2016-09-13"))).toEqual([]);
});

test("codes are unique and have words", () => {
  expect(new Set(KMZB_DICTIONARY.map(({ code }) => code)).size).toBe(KMZB_DICTIONARY.length);
  expect(kmzbLabel("public_drinking")).toBe("Spożywanie alkoholu w miejscach niedozwolonych");
  expect(kmzbLabel("gone_since_long")).toBe("");
  expect(kmzbLabel(null)).toBe("");
});
