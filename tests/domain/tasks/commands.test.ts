import { describe, expect, test } from "vitest";
import { once } from "~/domain/history/commands.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { getMotion } from "~/domain/motions/queries.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import {
  extendTask,
  giveTask,
  moveTask,
  noteOnTask,
  remindOwner,
  reportOnTask,
  transferTask,
} from "~/domain/tasks/commands.server";
import { getTask, listTasks } from "~/domain/tasks/queries.server";
import { calendarDate } from "~/platform/time";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const LATER = new Date("2026-04-02T08:00:00Z");
const DONE = { to: "reported_done", text: "Wymieniono 14 latarni." } as const;

describe("giveTask", () => {
  test("one task of two motions: number, owner, supporters, and both motions say so", async () => {
    const { scope, debateId, body } = await aTask();
    const [a, b] = [await anAdmittedMotion(scope, debateId), await anAdmittedMotion(scope, debateId)];
    const helper = await aBody(scope);
    const { task } = await aTask(
      { motionIds: [a.id, b.id, a.id], supporterIds: [helper.id, body.id] },
      { scope, debateId, body },
    );
    expect(task).toMatchObject({
      number: "1/2026/Z2",
      state: "new",
      ownerName: body.name,
      internal: false,
      version: 1,
    });
    expect(task.motions.map(({ number }) => number)).toEqual([a.number, b.number]);
    expect(task.supporters).toEqual([{ id: helper.id, name: helper.name }]);
    for (const { id } of [a, b]) expect((await getMotion(scope, id)).outcome).toBe("task");
  });

  test("what follows from a motion for the police is internal, whatever the form says", async () => {
    const { scope, debateId } = await aTask();
    const motion = await anAdmittedMotion(scope, debateId);
    await keepForPolice(scope, motion.id, {}, EVENING);
    const { task } = await aTask({ motionIds: [motion.id], internal: false }, { scope, debateId });
    expect(task.internal).toBe(true);
    expect(task.entries.every((entry) => !entry.public)).toBe(true);
  });

  test("a motion of another debate is refused, and nothing is written", async () => {
    const { scope, debateId, body } = await aTask();
    const other = await anAdmittedMotion(scope, await anOpenDebate(scope, { topic: "Inna" }));
    const value = {
      motionIds: [other.id],
      title: "Inne",
      ownerBodyId: body.id,
      dueOn: calendarDate("2026-04-20"),
      dueBasis: "courtesy" as const,
    };
    expect(await giveTask(scope, debateId, value, EVENING)).toEqual({ ok: false, reason: "other_debate" });
    expect(await listTasks(scope, { q: "Inne" })).toEqual([]);
  });
});

describe("from the body to the unit", () => {
  test("the body reports, the unit confirms, and the motion is settled with the body's words", async () => {
    const { scope, body, task, motion } = await aTask();
    expect(await reportOnTask(body.desk, task.id, 1, { ...DONE, author: "Jan Kowal, kierownik" }, LATER)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await getTask(scope, task.id)).toMatchObject({ state: "reported_done", heardAt: LATER, version: 2 });
    expect((await getMotion(scope, motion.id)).settlement).toBeNull();

    expect(await moveTask(scope, task.id, 2, { to: "confirmed", text: "" }, LATER)).toMatchObject({ ok: true });
    expect(await getMotion(scope, motion.id)).toMatchObject({ settlement: "done", settlementNote: DONE.text });
    const { entries } = await getTask(scope, task.id);
    expect(entries.map(({ kind, toState, author }) => [kind, toState, author])).toContainEqual([
      "report",
      "reported_done",
      "Jan Kowal, kierownik",
    ]);

    await moveTask(scope, task.id, 3, { to: "in_progress", text: "Latarnie nie działają." }, LATER);
    expect(await getMotion(scope, motion.id)).toMatchObject({ settlement: null, settlementNote: "" });
  });

  test("a body never confirms, neither by its own door nor by that of the staff", async () => {
    const { scope, body, task } = await aTask();
    const wish = { to: "confirmed", text: "" } as const;
    expect(await reportOnTask(body.desk, task.id, 1, wish, LATER)).toEqual({ ok: false, reason: "not_possible" });
    await expect(moveTask(body.desk, task.id, 1, wish, LATER)).rejects.toMatchObject({ status: 404 });
    expect((await getTask(scope, task.id)).state).toBe("new");
  });

  test("a desk does not see another body's task, by any command", async () => {
    const { scope, task } = await aTask();
    const { desk, id } = await aBody(scope);
    const due = { dueOn: calendarDate("2026-06-01"), text: "Później." };
    const calls = [
      () => reportOnTask(desk, task.id, 1, DONE, LATER),
      () => answerTask(desk, task.id, 1, { answer: "refused", text: "x", author: "x", budgetYear: null, dueOn: null }),
      () => extendTask(desk, task.id, 1, due, LATER),
      () => moveTask(desk, task.id, 1, DONE, LATER),
      () => transferTask(desk, task.id, 1, { toBodyId: id, text: "x" }, LATER),
      () => remindOwner(desk, task.id, LATER),
      () => noteOnTask(desk, task.id, "x", LATER),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ status: 404 });
    expect(await getTask(scope, task.id)).toMatchObject({ state: "new", version: 1 });
  });

  test("over a stale version nothing is written", async () => {
    const { scope, body, task } = await aTask();
    await reportOnTask(body.desk, task.id, 1, { to: "accepted", text: "" }, LATER);
    const due = { dueOn: calendarDate("2026-06-01"), text: "Później." };
    const stale = { ok: false, reason: "stale" };
    expect(await moveTask(scope, task.id, 1, DONE, LATER)).toEqual(stale);
    expect(await reportOnTask(body.desk, task.id, 1, DONE, LATER)).toEqual(stale);
    expect(await extendTask(scope, task.id, 1, due, LATER)).toEqual(stale);
    expect(await transferTask(scope, task.id, 1, { toBodyId: body.id, text: "x" }, LATER)).toEqual(stale);
    expect(await getTask(scope, task.id)).toMatchObject({ state: "accepted", version: 2 });
  });

  test("the same form sent twice is one answer", async () => {
    const { scope, body, task } = await aTask();
    const key = crypto.randomUUID();
    const value = { answer: "accepted", text: "", author: "Jan Kowal", budgetYear: null, dueOn: null } as const;
    const send = () => once(body.desk, key, () => answerTask(body.desk, task.id, 1, value, LATER));
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    expect((await getTask(scope, task.id)).entries).toHaveLength(2);
  });

  test("more time is a question: the date stays until the organizer has agreed", async () => {
    const { scope, body, task } = await aTask();
    const value = { answer: "more_time", text: "Czekamy na opinię.", author: "J. Kowal", budgetYear: null } as const;
    expect(await answerTask(body.desk, task.id, 1, { ...value, dueOn: null }, LATER)).toMatchObject({
      reason: "date_missing",
    });
    await answerTask(body.desk, task.id, 1, { ...value, dueOn: calendarDate("2026-06-01") }, LATER);
    const asked = { state: "new", dueOn: "2026-04-20", proposedDueOn: "2026-06-01", heardAt: LATER, version: 2 };
    expect(await getTask(scope, task.id)).toMatchObject(asked);
  });
});

test("a refusal is passed on: the chain stays, the helpers come along, and the matter is open again", async () => {
  const { scope, debateId, body } = await aTask();
  const [helper, next] = [await aBody(scope), await aBody(scope, "Zarząd Dróg Powiatowych")];
  const { task, motion } = await aTask({ supporterIds: [helper.id] }, { scope, debateId, body });
  await reportOnTask(body.desk, task.id, 1, { to: "refused", text: "To droga powiatowa." }, LATER);
  expect(await getMotion(scope, motion.id)).toMatchObject({
    settlement: "refused",
    settlementNote: "To droga powiatowa.",
  });

  const passed = await transferTask(scope, task.id, 2, { toBodyId: next.id, text: "Zarządca drogi." }, LATER);
  if (!passed.ok) throw new Error(passed.reason);
  expect(await getTask(scope, task.id)).toMatchObject({ state: "transferred", transferredToId: passed.value.id });
  expect(await getTask(scope, passed.value.id)).toMatchObject({
    state: "new",
    ownerName: "Zarząd Dróg Powiatowych",
    cameFrom: { id: task.id },
    supporters: [{ id: helper.id }],
  });
  expect((await getMotion(scope, motion.id)).settlement).toBeNull();
});

test("a motion with two tasks is settled by both", async () => {
  const { scope, debateId, task, motion } = await aTask();
  const second = await aTask({ motionIds: [motion.id] }, { scope, debateId });
  await moveTask(scope, task.id, 1, { to: "confirmed", text: "Zrobiono." }, LATER);
  expect((await getMotion(scope, motion.id)).settlement).toBeNull();
  await moveTask(scope, second.task.id, 1, { to: "refused", text: "Brak zgody." }, LATER);
  expect((await getMotion(scope, motion.id)).settlement).toBe("partly");
});

test("what is said about an internal task never becomes the public note of its motion", async () => {
  const { scope, task, motion } = await aTask({ internal: true });
  await moveTask(scope, task.id, 1, { to: "confirmed", text: "Zatrzymano sprawcę." }, LATER);
  expect(await getMotion(scope, motion.id)).toMatchObject({ settlement: "done", settlementNote: "" });
});

test("a reminder needs an address and somebody who owes an answer", async () => {
  const { scope, task } = await aTask();
  expect(await remindOwner(scope, task.id, LATER)).toMatchObject({ ok: true });
  expect((await getTask(scope, task.id)).remindedAt).toEqual(LATER);
  await moveTask(scope, task.id, 1, { to: "confirmed", text: "Zrobiono." }, LATER);
  expect(await remindOwner(scope, task.id, LATER)).toEqual({ ok: false, reason: "not_open" });
  const mute = await aTask({}, { scope, body: await aBody(scope, "Sołectwo Bez Poczty", "") });
  expect(await remindOwner(scope, mute.task.id, LATER)).toEqual({ ok: false, reason: "no_email" });
});
