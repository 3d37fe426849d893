import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dates } from "./promises/dates";
import { proof } from "./promises/proof";
import { referral } from "./promises/referral";
import { beginTown, endTown, settle, type Town } from "./promises/town";

/*
 * What happens to promises after they were given, in a town of its own: passed on twice, put off, refused, paid for
 * next year, reported as done and doubted. Bodies and residents use phones without JavaScript, the office a computer.
 */
const town = {} as Town;
beforeAll(() => beginTown(town), 120_000);
afterAll(() => endTown(town));

test("a unit, its bodies, who is competent, and a debate", () => settle(town));
describe("a motion passes through three hands", () => referral(town));
describe("another date, a refusal, and money that is missing", () => dates(town));
describe("done, say some; not yet, say others", () => proof(town));

test("nothing was wrong on any page that anybody looked at", () => {
  expect(town.browser.problems()).toEqual([]);
});
