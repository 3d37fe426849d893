import { expect, test } from "vitest";
import { recordReminders } from "~/domain/tasks/commands.entries.server";
import { getTask } from "~/domain/tasks/queries.server";
import { inTransaction } from "~/platform/db.server";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";

test("a stranger's run leaves no mark on our task", async () => {
  const { scope, task } = await aTask();
  const foreign = (await aUnit()).scope;
  const reminder = { taskId: task.id, dueOn: task.dueOn, text: "x" };
  const NOW = new Date("2026-04-13T07:00:00Z");
  await expect(inTransaction(() => recordReminders(foreign, [reminder], NOW))).rejects.toThrow();
  expect(await getTask(scope, task.id)).toMatchObject({ remindedAt: null, entries: task.entries });

  await inTransaction(() => recordReminders(scope, [reminder], NOW));
  const { remindedAt, entries } = await getTask(scope, task.id);
  expect(remindedAt).toEqual(NOW);
  expect(entries[0]).toMatchObject({ kind: "reminder", text: "x", public: false });
});
