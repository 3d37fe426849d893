import { expect, test } from "vitest";
import { suggestAllDue, suggestDue, withSuggestedDue } from "~/domain/tasks/rules.due";

const DEBATE = new Date("2026-03-18T16:00:00Z");
const NEXT_DAY = new Date("2026-03-19T08:00:00Z");

test("each basis has its day, counted from the debate", () => {
  expect(suggestAllDue(DEBATE, NEXT_DAY)).toEqual({
    commitment: "2026-04-20",
    courtesy: "2026-04-20",
    art_243: "2026-03-25",
    art_244: "2026-04-20", // the 18th is a Saturday
    art_245: "2026-04-20",
    art_247: "2026-04-01",
  });
});

test("a day that is over by now is counted from today instead", () => {
  expect(suggestDue("art_243", DEBATE, new Date("2026-03-25T21:00:00Z"))).toBe("2026-03-25");
  expect(suggestDue("art_243", DEBATE, new Date("2026-03-26T08:00:00Z"))).toBe("2026-04-02");
});

test("an empty date is filled from the basis, a typed one is left alone", () => {
  expect(withSuggestedDue({ dueBasis: "art_243", dueOn: " " }, DEBATE, NEXT_DAY).dueOn).toBe("2026-03-25");
  expect(withSuggestedDue({ dueBasis: "art_243", dueOn: "1.4.2026" }, DEBATE, NEXT_DAY).dueOn).toBe("1.4.2026");
  expect(withSuggestedDue({ dueBasis: "nic", dueOn: "" }, DEBATE, NEXT_DAY).dueOn).toBe("");
});
