import { expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { createEvaluation, saveReports } from "~/domain/evaluation/commands.server";
import { loadCarry, loadPlan, loadReports } from "~/domain/evaluation/queries.page.server";
import { findEvaluation, listEarlierMotions, listPromises, listReporters } from "~/domain/evaluation/queries.server";
import { aUnit } from "../../setup/factories";
import { anOfficeHolder, wallClock } from "../../setup/factories.debates";
import { anOpenDebate } from "../../setup/factories.motions";
import { aTask } from "../../setup/factories.tasks";

const PLAN = { startsAt: wallClock("2026-10-14", "17:00") };
const GONE = { status: 404 };

test("another unit neither sees nor evaluates our debates", async () => {
  const { scope, debateId, motion } = await aTask();
  const { bodyId } = await anOfficeHolder(scope);
  const foreign = (await aUnit()).scope;
  expect(await listPromises(foreign, debateId)).toEqual([]);
  expect(await listEarlierMotions(foreign, debateId)).toEqual([]);
  expect(await findEvaluation(foreign, debateId)).toBeUndefined();
  expect(await listReporters(foreign, [bodyId])).toEqual([{ bodyId }]); // no office of ours; inviting the body is a 404
  expect((await loadPlan(foreign, await getDebate(scope, debateId))).items).toHaveLength(4);
  await expect(loadReports(foreign, debateId)).rejects.toMatchObject(GONE);
  const evaluating = { ...(await getDebate(scope, debateId)), evaluatesDebateId: debateId };
  expect(await loadCarry(foreign, evaluating)).toMatchObject({ rows: [], taken: [] });
  await expect(finishEvaluation(foreign, debateId, [])).rejects.toMatchObject(GONE);
  await expect(createEvaluation(foreign, debateId, PLAN)).rejects.toMatchObject(GONE);
  const report = { motionId: motion.id, version: 1, text: "x", verdict: null };
  await expect(saveReports(foreign, debateId, [report])).rejects.toMatchObject(GONE);
  await expect(saveReports(foreign, await anOpenDebate(foreign), [report])).rejects.toMatchObject(GONE);
});
