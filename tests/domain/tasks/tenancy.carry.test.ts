import { expect, test } from "vitest";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { loadCarry } from "~/domain/evaluation/queries.page.server";
import { carryAlong, carryTask } from "~/domain/tasks/commands.carry.server";
import { idsCarriedTo, listCarried, listUnfinished, promisedAt } from "~/domain/tasks/queries.carry.server";
import { selectTasks } from "~/domain/tasks/queries.server";
import { inTransaction } from "~/platform/db.server";
import { aUnit } from "../../setup/factories";
import { anEvaluation } from "../../setup/factories.evaluation";

const GONE = { status: 404 };

test("another unit carries none of our tasks on, and sees none", async () => {
  const { scope, debateId, debate, earlierId, given } = await anEvaluation();
  const taskId = given[0]?.task.id ?? "";
  const { scope: foreign } = await aUnit();
  await expect(carryTask(foreign, taskId, { debateId, note: "" })).rejects.toMatchObject(GONE);
  await expect(finishEvaluation(foreign, debateId, [{ taskId, dueOn: null }])).rejects.toMatchObject(GONE);
  expect((await carryTask(scope, taskId, { debateId, note: "" })).ok).toBe(true);
  await inTransaction(() => carryAlong(foreign, taskId, taskId));
  expect(await idsCarriedTo(scope, debateId)).toHaveLength(1);
  expect(await idsCarriedTo(foreign, debateId)).toEqual([]);
  expect(await listCarried(foreign, debateId)).toEqual([]);
  expect(await listUnfinished(foreign, earlierId, "x")).toEqual([]);
  expect(await selectTasks().where(promisedAt(foreign, debateId))).toEqual([]);
  expect(await loadCarry(foreign, debate)).toMatchObject({ rows: [], taken: [] });
  // A debate of ours is nobody else's to carry to.
  const strange = await anEvaluation();
  await expect(carryTask(scope, taskId, { debateId: strange.debateId, note: "" })).rejects.toThrow();
});
