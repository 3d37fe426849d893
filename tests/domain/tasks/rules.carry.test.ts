import { expect, test } from "vitest";
import { decideCarry, goesOn } from "~/domain/tasks/rules.carry";
import { calendarDate } from "~/platform/time";
import type { HallVerdict, TaskState } from "~db/vocabulary";

test.each<[TaskState, (HallVerdict | null)[], boolean]>([
  ["new", [], true],
  ["accepted", [null], true],
  ["in_progress", ["done"], true],
  ["reported_done", [], true],
  ["partly_done", [], true],
  ["needs_funds", ["partly"], true],
  // Said to be done, and the hall sees it otherwise.
  ["confirmed", ["done"], false],
  ["confirmed", [null], false],
  ["confirmed", ["done", "partly"], true],
  ["confirmed", ["not_done"], true],
  // Answered with a reason, or another body's now.
  ["refused", ["not_done"], false],
  ["transferred", ["not_done"], false],
])("%s, %j goes on: %s", (state, verdicts, expected) => expect(goesOn(state, verdicts)).toBe(expected));

test("once, unfinished, to a day that is still to come", () => {
  const now = new Date("2026-05-08T18:00:00Z");
  const open = { goesOn: true, isCarried: false };
  const [today, yesterday] = [calendarDate("2026-05-08"), calendarDate("2026-05-07")];
  expect(decideCarry(open, null, now)).toEqual({ ok: true, value: true });
  expect(decideCarry(open, today, now).ok).toBe(true);
  expect(decideCarry(open, yesterday, now)).toEqual({ ok: false, reason: "carry_date_past" });
  expect(decideCarry({ ...open, isCarried: true }, null, now)).toEqual({ ok: false, reason: "carried_already" });
  expect(decideCarry({ ...open, goesOn: false }, null, now)).toEqual({ ok: false, reason: "finished" });
});
