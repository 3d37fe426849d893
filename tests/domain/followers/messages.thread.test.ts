import { expect, test } from "vitest";
import { nextStepOf } from "~/domain/followers/messages.thread.pl";
import { calendarDate } from "~/platform/time";
import { TASK_STATES } from "~db/vocabulary";

const task = {
  ...{ ownerName: "Gmina", dueOn: calendarDate("2026-05-29"), budgetYear: null },
  ...{ proposedDueOn: null, disownedAt: null },
};
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("who does what next stands in words for each state, and nothing where all is said", () => {
  const said = Object.fromEntries(TASK_STATES.map((state) => [state, plain(nextStepOf({ ...task, state }))]));
  expect(said).toEqual({
    new: "Gmina odpowie, co zrobi – do: piątek, 29 maja 2026 r.",
    accepted: "Gmina wykona zadanie – do: piątek, 29 maja 2026 r.",
    in_progress: "Gmina wykona zadanie – do: piątek, 29 maja 2026 r.",
    reported_done: "Organizator sprawdzi zgłoszone wykonanie i je potwierdzi.",
    needs_funds: "Gmina: potrzebne są środki.",
    confirmed: "",
    partly_done: "",
    refused: "",
    transferred: "",
  });
  expect(plain(nextStepOf({ ...task, state: "needs_funds", budgetYear: 2027 }))).toContain("w budżecie na 2027 r.");
  expect(nextStepOf({ ...task, state: "accepted", proposedDueOn: task.dueOn })).toMatch(/^Organizator odpowie/);
  expect(nextStepOf({ ...task, state: "accepted", disownedAt: new Date(0) })).toMatch(/^Organizator rozstrzygnie/);
});
