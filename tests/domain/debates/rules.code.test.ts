import { expect, test } from "vitest";
import { CODE_ALPHABET, composeDebateCode, tidyDebateCode } from "~/domain/debates/rules.code";
import { countViews, DEBATE_VIEWS, readCursor, writeCursor } from "~/domain/debates/rules.views";

test("a code has five letters that nobody mixes up", () => {
  let turn = 0;
  expect(composeDebateCode((below) => turn++ % below)).toBe("CDFGH");
  expect(CODE_ALPHABET).not.toMatch(/[AEIOU01258BSQL]/);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});

test("what people type from a poster finds the same code", () => {
  expect([" wbn-34 ", "W B N 3 4", "wbn34"].map(tidyDebateCode)).toEqual(["WBN34", "WBN34", "WBN34"]);
  expect(tidyDebateCode("x".repeat(500))).toHaveLength(12);
});

test("tabs count the statuses behind them", () => {
  const counts = countViews({ draft: 1, announced: 2, live: 1, held: 3, cancelled: 4 });
  expect(DEBATE_VIEWS.map((view) => `${view} ${counts[view]}`)).toEqual([
    "all 11",
    "upcoming 3",
    "follow_up 3",
    "drafts 1",
  ]);
});

test("a place in the list survives its address, and nonsense is the first page", () => {
  const place = { startsAt: new Date("2027-03-18T16:00:00Z"), id: "a1-b2" };
  expect(readCursor(writeCursor(place))).toEqual(place);
  expect([null, "", "x_y", "1e9_a", "12_", "1_<script>"].map(readCursor)).toEqual(Array(6).fill(undefined));
});
