import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plant, plantedBugs } from "../../scripts/lib/planted.mjs";

const bugs = plantedBugs();

test("ten kinds of bugs are on the list", () =>
  expect(bugs.map(({ bug }) => bug)).toEqual([
    "a dropped tenant condition",
    "a missing gate",
    "NORMAL instead of FULL",
    "no origin check",
    "an unescaped sink",
    "a lost update",
    "a token in a log",
    "a stale cache",
    "a double mail",
    "a skipped foreign-key check",
  ]));

// `npm run campaign -- planted` plants them and sees the tests fail; here the list is held to the code as it is.
test.each(bugs)("$bug can still be planted, and its test is there", (planted) => {
  const source = readFileSync(planted.file, "utf8");
  expect(plant(planted, source)).not.toBe(source);
  expect(existsSync(planted.test)).toBe(true);
});

test("a bug that no longer fits the code is told", () =>
  expect(() => plant({ ...(bugs[0] as (typeof bugs)[0]), find: "nowhere in the code" }, "code")).toThrow(/0 times/));
