import { expect, test } from "vitest";
import { titleOf } from "~/domain/tasks/rules.referral";

test("a task is called by its motion, on one line and not longer than a title may be", () => {
  expect(titleOf({ textPublic: " Ciemno\n\nw parku. " })).toBe("Ciemno w parku.");
  const long = titleOf({ textPublic: "ą".repeat(400) });
  expect([[...long].length, long.endsWith("…")]).toEqual([300, true]);
});
