import { expect, test } from "vitest";
import { type CountedMotions, composeMotions, composeVerdicts } from "~/domain/reports/rules.motions";

const row = (over: Partial<CountedMotions>): CountedMotions => ({
  ...{ category: "LIGHT", status: "admitted", outcome: null, many: 1, ...over },
});

test("motions by category and outcome; a returned one is none, an empty category is left out", () => {
  const composed = composeMotions([
    row({ outcome: "task", many: 3 }),
    row({ outcome: "task", category: "ROAD", many: 2 }),
    row({ many: 1 }),
    row({ status: "submitted", many: 4 }),
    row({ status: "returned", many: 9, category: "CYBER" }),
  ]);
  expect(composed).toEqual({
    lines: [
      { category: "ROAD", all: 2, by: { task: 2 } },
      { category: "LIGHT", all: 8, by: { task: 3, open: 1, submitted: 4 } },
    ],
    all: 10,
    by: { task: 5, open: 1, submitted: 4 },
  });
});

test("the hall beside the residents, each verdict even when nobody gave it", () => {
  expect(composeVerdicts([{ verdict: "done", many: 2 }], [{ verdict: "not_done", many: 3 }])).toEqual([
    { verdict: "done", hall: 2, residents: 0 },
    { verdict: "partly", hall: 0, residents: 0 },
    { verdict: "not_done", hall: 0, residents: 3 },
  ]);
});
