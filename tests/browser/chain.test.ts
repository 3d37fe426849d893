import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closing } from "./chain/closing";
import { evening } from "./chain/evening";
import { officialsAnswer } from "./chain/guests";
import { minutes } from "./chain/minutes";
import { planning } from "./chain/planning";
import { residentsTakePart } from "./chain/residents";
import { beginStory, endStory, type Story } from "./chain/story";
import { tasks } from "./chain/tasks";

/*
 * One debate from the idea to the tracked task and the evaluation, in a unit that is not in the demo, played by each of
 * its people in a real browser, with the links taken from real letters. The steps build on each other, in order.
 */
const story = {} as Story;
beforeAll(() => beginStory(story), 120_000);
afterAll(() => endStory(story));

describe("the organizer plans", () => planning(story));
describe("the officials answer", () => officialsAnswer(story));
describe("residents take part", () => residentsTakePart(story));
describe("the evening is written down as it goes", () => evening(story));
describe("what was promised is followed up", () => tasks(story));
describe("the minutes", () => minutes(story));
describe("the public reads, and the next debate is made", () => closing(story));

test("nothing was wrong on any page that anybody looked at", () => {
  expect(story.browser.problems()).toEqual([]);
});
