import { expect, test } from "vitest";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { addEntry, changeTask, settleMotionsOf } from "~/domain/tasks/commands.entries.server";
import {
  extendTask,
  giveTask,
  moveTask,
  noteOnTask,
  remindOwner,
  reportOnTask,
  transferTask,
} from "~/domain/tasks/commands.server";
import { listChain, listChains } from "~/domain/tasks/queries.chain.server";
import { listDeskInvitations, listDeskTasks } from "~/domain/tasks/queries.desk.server";
import { listTaskable } from "~/domain/tasks/queries.give.server";
import { getTaskPost } from "~/domain/tasks/queries.letters.server";
import { getTrackedMotion, listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import {
  countTasks,
  getDebateNumber,
  getTask,
  listEntries,
  listMotionsOfTasks,
  listStatesOfMotion,
  listTaskFilters,
  listTasks,
} from "~/domain/tasks/queries.server";
import { inTransaction } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-04-01T10:00:00Z");
const GONE = { status: 404 };

test("another unit reads nothing of ours", async () => {
  const { debateId, body, motion, task } = await aTask();
  const foreign = (await aUnit()).scope;
  const nothing = [
    listTasks(foreign),
    listTasks(foreign, { debateId }),
    listTasks(foreign, { bodyId: body.id }),
    listEntries(foreign, task.id),
    listMotionsOfTasks(foreign, [task.id]),
    listStatesOfMotion(foreign, motion.id),
    listDeskTasks(foreign, body.id),
    listDeskInvitations(foreign, body.id),
    listPublicTasks(foreign, [motion.id]),
    listPublicEntries(foreign, [task.id]),
    listChain(foreign, task.id),
    listChains(foreign, [task.id]).then((chains) => [...chains.values()].flat()),
    listTaskable(foreign, debateId),
  ];
  for (const rows of await Promise.all(nothing)) expect(rows).toEqual([]);
  expect(await listTaskFilters(foreign)).toEqual({ bodies: [], debates: [] });
  expect(Object.values(await countTasks(foreign)).every((many) => many === 0)).toBe(true);
  await expect(getTask(foreign, task.id)).rejects.toMatchObject(GONE);
  await expect(getTaskPost(foreign, task.id)).rejects.toMatchObject(GONE);
  await expect(getDebateNumber(foreign, debateId)).rejects.toMatchObject(GONE);
  await expect(getTrackedMotion(foreign, { debate: 1, year: 2026, sequence: 1 })).rejects.toMatchObject(GONE);
});

test("another unit changes nothing of ours, and links nothing of ours to its own", async () => {
  const { scope, body, debateId, motion, task } = await aTask();
  const foreign = (await aUnit()).scope;
  const value = {
    motionIds: [motion.id],
    title: "Obce",
    ownerBodyId: body.id,
    dueOn: calendarDate("2026-05-04"),
    dueBasis: "courtesy" as const,
  };
  const theirDebate = await anOpenDebate(foreign);
  const theirBody = await aBody(foreign);
  const theirMotion = await anAdmittedMotion(foreign, theirDebate);
  const due = { dueOn: value.dueOn, text: "x" };
  const desk = mintScope(foreign.organizationId, `body:${body.id}`);
  const said = { to: "accepted", text: "" } as const;
  const answer = { answer: "accepted", text: "", author: "x", budgetYear: null, dueOn: null } as const;
  const calls = [
    () => giveTask(foreign, debateId, value, NOW),
    () => giveTask(foreign, theirDebate, { ...value, ownerBodyId: theirBody.id }, NOW),
    () => giveTask(foreign, theirDebate, { ...value, motionIds: [theirMotion.id] }, NOW),
    () =>
      giveTask(
        foreign,
        theirDebate,
        { ...value, motionIds: [theirMotion.id], ownerBodyId: theirBody.id, supporterIds: [body.id] },
        NOW,
      ),
    () => moveTask(foreign, task.id, 1, said, NOW),
    () => reportOnTask(desk, task.id, 1, said, NOW),
    () => answerTask(desk, task.id, 1, answer, NOW),
    () => extendTask(foreign, task.id, 1, due, NOW),
    () => transferTask(foreign, task.id, 1, { toBodyId: theirBody.id, text: "x" }, NOW),
    () => transferTask(scope, task.id, 1, { toBodyId: theirBody.id, text: "x" }, NOW),
    () => remindOwner(foreign, task.id, NOW),
    () => noteOnTask(foreign, task.id, "x", NOW),
    () => inTransaction(() => settleMotionsOf(foreign, { motions: [motion], internal: false }, "x", NOW)),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject(GONE);
  await expect(inTransaction(() => addEntry(foreign, task.id, { kind: "note", public: false }, NOW))).rejects.toThrow();
  await inTransaction(() => changeTask(foreign, task.id, { title: "Obce" }));
  expect(await getTask(scope, task.id)).toMatchObject({ title: "Oświetlenie alejek parku", state: "new", version: 1 });
  expect((await getTask(scope, task.id)).entries).toHaveLength(1);
});
