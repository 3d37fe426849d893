import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officialsAnswer } from "./chain/guests";
import { planning } from "./chain/planning";
import { residentsTakePart } from "./chain/residents";
import { beginStory, endStory, type Story } from "./chain/story";

/*
 * The first half of the same story on small phones without JavaScript: the official's and the resident's part, and all
 * the office forms that lead there, because each of them is a plain form first.
 */
const story = {} as Story;
beforeAll(() => beginStory(story, { screen: "phone", javaScript: false }), 120_000);
afterAll(() => endStory(story));

describe("the organizer plans", () => planning(story));
describe("the officials answer", () => officialsAnswer(story));
describe("residents take part", () => residentsTakePart(story));

test("nothing was wrong on any page that anybody looked at", () => {
  expect(story.browser.problems()).toEqual([]);
});
