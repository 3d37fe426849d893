import { expect, test } from "vitest";
import { declineDate, grantDate, insistOnTask, prioritizeTask } from "~/domain/tasks/commands.decisions.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { getOwnTask } from "~/domain/tasks/commands.entries.server";
import { listDeskEntries, listDeskMotions, loadDeskForm } from "~/domain/tasks/queries.desk.server";
import { findWords } from "~/domain/tasks/queries.letters.server";
import { explainRefusal, listPriorities } from "~/domain/tasks/queries.priorities.server";
import { getTask } from "~/domain/tasks/queries.server";
import { mintScope } from "~/platform/mint-scope.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { aBody, aTask } from "../../setup/factories.tasks";

const GONE = { status: 404 };
const NOW = new Date("2026-04-01T10:00:00Z");

test("nobody decides about a task of another unit, and no desk reads what is not its own", async () => {
  const { scope, body, task } = await aTask({ priority: true });
  const asked = {
    answer: "more_time",
    text: "Później.",
    dueOn: calendarDate("2026-06-01"),
    author: "Jan Kowal",
  } as const;
  await answerTask(body.desk, task.id, 1, asked, NOW);
  const foreign = (await aUnit()).scope;
  const desk = mintScope(foreign.organizationId, `body:${body.id}`);
  const neighbour = (await aBody(scope)).desk;
  const reason = { text: "x" };
  for (const stranger of [foreign, desk, neighbour])
    for (const call of [
      () => getOwnTask(stranger, task.id, "staff"),
      () => getOwnTask(stranger, task.id, "body"),
      () => grantDate(stranger, task.id, 2, NOW),
      () => declineDate(stranger, task.id, 2, reason, NOW),
      () => insistOnTask(stranger, task.id, 2, reason, NOW),
      () => prioritizeTask(stranger, task.id, 2, false, NOW),
    ])
      await expect(call()).rejects.toMatchObject(GONE);
  expect(await getTask(scope, task.id)).toMatchObject({ version: 2, dueOn: "2026-04-20", priority: true });

  expect(await findWords(foreign, task.id, NOW)).toBe("");
  expect(await findWords(scope, task.id, NOW)).toBe("Później.");
  expect(await listPriorities(foreign, task.debateId)).toEqual([]);
  await expect(explainRefusal(foreign, { taskId: task.id }, "too_many_priorities")).rejects.toMatchObject(GONE);
  expect(await explainRefusal(scope, { taskId: task.id }, "too_many_priorities")).toContain("Z1 „Oświetlenie");
  expect(await listDeskMotions(foreign, body.id)).toEqual([]);
  expect(await listDeskEntries(foreign, task.id)).toEqual([]);
  for (const stranger of [foreign, desk, neighbour])
    expect(await loadDeskForm(stranger, task.id)).toEqual({ entries: [], bodies: [], chain: [] });
  expect((await loadDeskForm(body.desk, task.id)).entries).toHaveLength(2);
});
