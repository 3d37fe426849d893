import { expect, test } from "vitest";
import { amendTask } from "~/domain/tasks/commands.amend.server";
import { applySheet, keepSheet } from "~/domain/tasks/commands.sheet.server";
import { previewOf } from "~/domain/tasks/queries.preview.server";
import { getTask } from "~/domain/tasks/queries.server";
import { listSheetTasks, planKeptSheet, planSheet, versionsOf } from "~/domain/tasks/queries.sheet.server";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";
import { bytesOf, edited, exported } from "../../setup/task-sheet";

test("another unit neither downloads nor previews nor writes our tasks", async () => {
  const { scope, task } = await aTask({ title: "Latarnie" });
  const foreign = (await aUnit()).scope;
  const csv = bytesOf(edited(await exported(scope), (rows) => rows.map((row) => ({ ...row, title: "Cudze" }))));
  const [ours, theirs] = ["preview-of-ours", "preview-of-theirs"];
  const kept = await keepSheet(scope, ours, csv);
  if (!kept.ok) throw new Error(kept.reason);
  expect(await listSheetTasks(foreign, {}, 10)).toEqual([]);
  expect(await previewOf(foreign, ours)).toBeUndefined();
  expect(await planKeptSheet(foreign, ours)).toBeUndefined();
  expect(await versionsOf(foreign, kept.value.rows)).toEqual({});
  expect(await applySheet(foreign, ours)).toEqual({ ok: false, reason: "expired" });
  for (const one of await planSheet(foreign, kept.value.rows, new Date())) expect(one.kind).toBe("error");
  expect(await keepSheet(foreign, theirs, csv)).toMatchObject({ value: { versions: {} } });
  expect(await applySheet(foreign, theirs)).toEqual({ ok: false, reason: "nothing" });
  await expect(amendTask(foreign, task.id, 1, { title: "x" })).rejects.toMatchObject({ status: 404 });
  expect(await getTask(scope, task.id)).toMatchObject({ title: "Latarnie", version: task.version });
});
