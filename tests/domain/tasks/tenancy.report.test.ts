import { expect, test } from "vitest";
import { getReportFacts } from "~/domain/tasks/queries.report.server";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";

test("nobody reads what became of another unit's debate", async () => {
  const { scope, debateId, task } = await aTask();
  expect(await getReportFacts(scope, debateId)).toMatchObject({
    motions: [{ number: expect.any(String) }],
    tasks: [{ id: task.id, motionIds: [expect.any(String)], entries: [{ toState: "new", isFromBody: false }] }],
  });
  const stranger = await aUnit();
  expect(await getReportFacts(stranger.scope, debateId)).toEqual({ motions: [], tasks: [] });
});
