import { describe, expect, test } from "vitest";
import { doubt, officeVoice, publicVoice } from "~/domain/followers/messages.opinions.pl";
import {
  decideAsking,
  decideOpinion,
  FEWEST_SHOWN,
  isSaidDone,
  NOBODY,
  prevailing,
  shownTally,
  voterOf,
} from "~/domain/followers/rules.opinions";
import { TASK_STATES } from "~db/vocabulary";

describe("is there something to ask about", () => {
  test.each([
    [[], false],
    [["reported_done"], true],
    [["confirmed"], true],
    [["partly_done"], true],
    [["refused"], false],
    [["transferred"], false],
    [["transferred", "reported_done"], true],
    [["reported_done", "in_progress"], false],
    [["reported_done", "needs_funds"], false],
    [["reported_done", "refused"], true],
    [["refused", "refused"], false],
  ] as const)("%j: %s", (states, is) => {
    expect(isSaidDone(states)).toBe(is);
    expect(decideAsking({ askedAt: null, states })).toBe(is);
    expect(decideAsking({ askedAt: new Date(0), states }), "once").toBe(false);
    expect(decideOpinion({ askedAt: new Date(0), states }).ok).toBe(is);
    expect(decideOpinion({ askedAt: null, states }).ok).toBe(false);
  });

  test("nobody is asked while anybody owes something", () => {
    for (const owed of TASK_STATES.filter((state) => !/done|confirmed|refused|transferred/.test(state)))
      expect(isSaidDone(["reported_done", owed])).toBe(false);
  });
});

test("what most say; a doubt weighs more than an equal number of praise", () => {
  expect(prevailing(NOBODY)).toBeNull();
  expect(prevailing({ done: 3, partly: 1, not_done: 1 })).toBe("done");
  expect(prevailing({ done: 2, partly: 2, not_done: 0 })).toBe("partly");
  expect(prevailing({ done: 1, partly: 1, not_done: 1 })).toBe("not_done");
});

test("words: how many of how many, and of one person nothing in public", () => {
  const tasks = [{ state: "reported_done" }] as const;
  const three = { done: 2, partly: 0, not_done: 3 };
  expect(publicVoice(shownTally(three, tasks))).toBe("3 z 5 mieszkańców: jeszcze nie");
  expect(shownTally(three, [{ state: "in_progress" }]), "it is under way again").toBeNull();
  expect(shownTally(NOBODY, tasks)).toBeNull();
  const one = { done: 0, partly: 0, not_done: 1 };
  expect(shownTally(one, tasks)).toEqual({ hidden: 1 });
  expect(publicVoice(shownTally(one, tasks)).replaceAll("\u00a0", " ")).toBe(
    `1 odpowiedź – wynik pokażemy od ${FEWEST_SHOWN}`,
  );
  expect(officeVoice(one)).toBe("1 z 1 mieszkańca: jeszcze nie");
  expect([doubt(one), doubt({ done: 1, partly: 0, not_done: 0 }), doubt(NOBODY)]).toEqual([
    "mieszkańcy: jeszcze nie",
    "",
    "",
  ]);
});

test("a voter is the motion that was raised, else the follower", () => {
  expect([voterOf("f", "m"), voterOf("f", undefined)]).toEqual(["motion:m", "follower:f"]);
});
