import { expect, test } from "vitest";
import { countStates, sumAgreements, tallyYear } from "~/domain/reports/rules.year";
import { TASK_STATES } from "~db/vocabulary";

const motion = { category: "ROAD", status: "admitted", outcome: "task" } as const;

test("what was counted at each debate, and all of it: passed on and returned ones are not", () => {
  const tally = tallyYear({
    heads: [
      { key: "a", group: "residents", many: 40 },
      { key: "a", group: "media", many: 2 },
      { key: "b", group: "residents", many: 10 },
    ],
    officials: [
      { key: "a", presence: "present", many: 3 },
      { key: "a", presence: "present_by_substitute", many: 1 },
      { key: "a", presence: "excused", many: 2 },
      { key: "b", presence: "absent", many: 4 },
    ],
    motions: [
      { key: "a", ...motion, many: 5 },
      { key: "a", ...motion, status: "returned", many: 9 },
    ],
    tasks: [
      { key: "a", state: "confirmed", many: 2 },
      { key: "a", state: "new", many: 1 },
      { key: "a", state: "transferred", many: 7 },
    ],
    verdicts: [],
  });
  const a = { heads: { residents: 40, media: 2 }, people: 42, present: 4, absent: 2, motions: 5, tasks: 3, done: 2 };
  expect(tally.of("a")).toEqual(a);
  expect(tally.of("nobody")).toMatchObject({ people: 0, tasks: 0 });
  expect(tally.all).toEqual({ ...a, heads: { residents: 50, media: 2 }, people: 52, absent: 6 });
});

test("each state has its line, but for what was passed on; agreements add up to the grosz", () => {
  const states = countStates(TASK_STATES, [
    { key: "a", state: "new", many: 2 },
    { key: "b", state: "new", many: 3 },
    { key: "b", state: "transferred", many: 9 },
  ]);
  expect(states.filter(({ many }) => many > 0)).toEqual([{ state: "new", many: 5 }]);
  expect(states).toHaveLength(TASK_STATES.length - 1);
  const agreed = { amountGrosze: 3_300_001, services: 150, servicesUsed: 20 };
  expect(sumAgreements([agreed, { ...agreed, many: 3 }])).toEqual({
    ...{ many: 4, amountGrosze: 6_600_002, services: 300, servicesUsed: 40 },
  });
});
