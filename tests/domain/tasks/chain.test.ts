import { expect, test } from "vitest";
import { transferTask } from "~/domain/tasks/commands.server";
import { listChain, listChains } from "~/domain/tasks/queries.chain.server";
import { calendarDate } from "~/platform/time";
import { aBody, aTask } from "../../setup/factories.tasks";

const APRIL = new Date("2026-04-01T10:00:00Z");
const MAY = new Date("2026-05-04T10:00:00Z");

test("a matter that went through three bodies keeps all its links, with dates and reasons", async () => {
  const from = { dueFrom: calendarDate("2026-03-18") };
  const { scope, body, task, debateId } = await aTask(from);
  const [second, third] = [await aBody(scope, "Zarząd Dróg"), await aBody(scope, "Dyrekcja Dróg")];
  const once = await transferTask(scope, task.id, 1, { toBodyId: second.id, text: "Droga powiatowa." }, APRIL);
  if (!once.ok) throw new Error(once.reason);
  const due = {
    dueOn: calendarDate("2026-06-05"),
    dueBasis: "art_244",
    dueFrom: calendarDate("2026-05-05"),
  } as const;
  const value = { toBodyId: third.id, text: "Droga krajowa.", ...due };
  const twice = await transferTask(scope, once.value.id, 1, value, MAY);
  if (!twice.ok) throw new Error(twice.reason);

  const wanted = [
    { id: task.id, ownerName: body.name, reason: "Droga powiatowa.", passedOnAt: APRIL, state: "transferred" },
    // Without a new date it stays what it was, with the day from which it counts.
    { ownerName: "Zarząd Dróg", reason: "Droga krajowa.", passedOnAt: MAY, givenAt: APRIL, ...from },
    { ownerName: "Dyrekcja Dróg", reason: "", passedOnAt: null, givenAt: MAY, state: "new", ...due },
  ];
  for (const id of [task.id, once.value.id, twice.value.id]) expect(await listChain(scope, id)).toMatchObject(wanted);

  const { task: other } = await aTask({}, { scope, debateId, body });
  const both = await listChains(scope, [other.id, task.id]);
  expect([both.get(other.id)?.length, both.get(task.id)?.length]).toEqual([1, 3]);
  expect((await listChains(scope, [])).size).toBe(0);
});

test("back to a body that has had it: staff are warned, and may", async () => {
  const { scope, body, task } = await aTask();
  const second = await aBody(scope);
  const passed = await transferTask(scope, task.id, 1, { toBodyId: second.id, text: "Nie gmina." }, APRIL);
  if (!passed.ok) throw new Error(passed.reason);
  const back = { toBodyId: body.id, text: "Jednak gmina." };
  expect(await transferTask(scope, passed.value.id, 1, back, MAY)).toEqual({ ok: false, reason: "was_in_chain" });
  expect(await listChain(scope, task.id)).toHaveLength(2);
  expect((await transferTask(scope, passed.value.id, 1, { ...back, again: true }, MAY)).ok).toBe(true);
  expect((await listChain(scope, task.id)).map(({ ownerName }) => ownerName)).toEqual([
    body.name,
    second.name,
    body.name,
  ]);
});

test("of an internal matter the public sees no link", async () => {
  const { scope, task } = await aTask({ internal: true });
  const body = await aBody(scope);
  await transferTask(scope, task.id, 1, { toBodyId: body.id, text: "Poza stroną." }, APRIL);
  expect(await listChain(scope, task.id, { publicOnly: true })).toEqual([]);
  expect(await listChain(scope, task.id)).toHaveLength(2);
});
