import { expect, test } from "vitest";
import { announceDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { closeBallot, openBallot } from "~/domain/evaluation/commands.ballot.server";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { createEvaluation } from "~/domain/evaluation/commands.server";
import { listForHall } from "~/domain/evaluation/queries.ballot.server";
import { loadCarry } from "~/domain/evaluation/queries.page.server";
import { listEarlierMotions, listPromises } from "~/domain/evaluation/queries.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { listCarried } from "~/domain/tasks/queries.carry.server";
import { getTask } from "~/domain/tasks/queries.server";
import { calendarDate } from "~/platform/time";
import type { TaskState } from "~db/vocabulary";
import { wallClock } from "../../setup/factories.debates";
import { anEvaluation } from "../../setup/factories.evaluation";

const EVENING = wallClock("2026-10-14", "19:00");

async function anEveningWith(...states: (TaskState | null)[]) {
  const evening = await anEvaluation(states.map((_, i) => ({ title: `Zadanie ${i + 1}` })));
  for (const [i, to] of states.entries()) {
    const id = evening.given[i]?.task.id ?? "";
    if (to) await moveTask(evening.scope, id, undefined, { to, text: "Tak.", budgetYear: 2027 }, EVENING);
  }
  return { ...evening, ids: evening.given.map(({ task }) => task.id) };
}
const chosen = (taskId = "", day?: string) => ({ taskId, dueOn: day ? calendarDate(day) : null });

test("what is unfinished goes on: the same task, its number and history, with another day if the hall agreed", async () => {
  const { scope, debateId, ids } = await anEveningWith(null, "confirmed", "needs_funds", "refused");
  const [owed = "", done = "", funds = ""] = ids;
  const debate = await getDebate(scope, debateId);
  expect((await loadCarry(scope, debate))?.rows.map(({ taskId }) => taskId)).toEqual([owed, funds]);
  expect(await finishEvaluation(scope, debateId, [chosen(done)], EVENING)).toMatchObject({ reason: "not_unfinished" });
  const before = await getTask(scope, funds);
  const finished = await finishEvaluation(scope, debateId, [chosen(owed), chosen(funds, "2027-12-31")], EVENING);
  expect(finished).toEqual({ ok: true, value: { id: debateId } });

  const carried = await listCarried(scope, debateId);
  expect(carried.map(({ id, number, dueOn, dueBasis }) => [id, number, dueOn, dueBasis])).toEqual([
    [owed, "1/2026/Z1", "2026-04-20", "art_244"],
    [funds, "1/2026/Z3", "2027-12-31", "commitment"],
  ]);
  const after = await getTask(scope, funds);
  expect([after.number, after.state, after.debateId]).toEqual([before.number, "needs_funds", before.debateId]);
  expect(after.entries).toHaveLength(before.entries.length + 1);
  expect(after.entries).toContainEqual(
    expect.objectContaining({
      kind: "carried",
      dueOn: "2027-12-31",
      text: "Nie zakończono do debaty ewaluacyjnej nr 2/2026.",
      public: true,
    }),
  );
  expect(await finishEvaluation(scope, debateId, [chosen(funds)], EVENING)).toMatchObject({ reason: "not_unfinished" });
  expect(await loadCarry(scope, debate)).toMatchObject({ rows: [], taken: ["1/2026/Z1", "1/2026/Z3"] });
});

test("one wrong day, and nothing goes on", async () => {
  const { scope, debateId, ids } = await anEveningWith(null, null);
  const late = [chosen(ids[0]), chosen(ids[1], "2026-01-01")];
  expect(await finishEvaluation(scope, debateId, late, EVENING)).toMatchObject({ reason: "carry_date_past" });
  expect(await listCarried(scope, debateId)).toEqual([]);
});

test("what the hall does not see goes on, although it is confirmed", async () => {
  const { scope, debateId, motions, ids } = await anEveningWith("confirmed");
  const motionId = motions[0]?.id ?? "";
  await openBallot(scope, debateId, motionId, EVENING);
  const heads = { done: 1, partly: 3, not_done: 0 };
  await closeBallot(scope, debateId, motionId, { heads, overruled: null, note: "", text: "" }, EVENING);
  expect((await finishEvaluation(scope, debateId, [chosen(ids[0])], EVENING)).ok).toBe(true);
});

test("the next evaluation asks for it by itself, and an initiating debate carries nothing", async () => {
  const { scope, debateId, earlierId, ids } = await anEveningWith(null, "confirmed");
  expect(await finishEvaluation(scope, earlierId, [], EVENING)).toMatchObject({ reason: "not_evaluation" });
  await finishEvaluation(scope, debateId, [chosen(ids[0], "2027-01-15")], EVENING);
  await holdDebate(scope, debateId, EVENING);
  expect(await listPromises(scope, debateId)).toHaveLength(1);
  const startsAt = wallClock("2027-03-10", "17:00");
  const next = await createEvaluation(scope, debateId, { startsAt }, EVENING);
  if (!next.ok) throw new Error(next.reason);
  await announceDebate(scope, next.value.id, EVENING);
  await openDebate(scope, next.value.id, startsAt);
  const slides = await listForHall(scope, await getDebate(scope, next.value.id));
  expect(slides.map(({ number, tasks }) => [number, tasks.map(({ title }) => title)])).toEqual([
    ["1/2026/01", ["Zadanie 1"]],
  ]);
  expect(await listEarlierMotions(scope, debateId)).toHaveLength(1);
  // Its own promise of the second evening is never counted as carried to the first one.
  expect((await loadCarry(scope, await getDebate(scope, next.value.id)))?.rows).toHaveLength(1);
});
