import { expect, test } from "vitest";
import { archiveBody } from "~/domain/directory/commands.server";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { listPromises } from "~/domain/evaluation/queries.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { loadYear } from "~/domain/reports/queries.year.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { giveTask, transferTask } from "~/domain/tasks/commands.server";
import { listUnfinished } from "~/domain/tasks/queries.carry.server";
import { listPublicTasks } from "~/domain/tasks/queries.public.server";
import { getTask } from "~/domain/tasks/queries.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { wallClock } from "../../setup/factories.debates";
import { anEvaluation, hideMotion } from "../../setup/factories.evaluation";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const SECRET = "Sprzedają narkotyki pod szóstką.";

test("what is kept for the police after it was passed on takes its task along", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const body = await aBody(scope);
  const motion = await anAdmittedMotion(scope, debateId, { text: SECRET });
  const referred = await referMotion(scope, motion.id, { bodyId: body.id }, EVENING);
  if (!referred.ok) throw new Error(referred.reason);
  expect((await getTask(scope, referred.value.taskId)).title).toContain("narkotyki");
  await keepForPolice(scope, motion.id, {}, EVENING);
  expect((await getTask(scope, referred.value.taskId)).internal).toBe(true);
  expect(await listPromises(scope, debateId)).toEqual([]);
  expect(await auditTracks(scope)).toEqual([]);
});

test("a task of two motions is shown beside neither when one of them is hidden, and the list follows", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const open = await anAdmittedMotion(scope, debateId);
  const hidden = await anAdmittedMotion(scope, debateId, { text: SECRET });
  const over = { motionIds: [open.id, hidden.id], title: SECRET, priority: true };
  await aTask(over, { scope, debateId });
  expect(await listPublicTasks(scope, [open.id])).toHaveLength(1);
  await hideMotion(scope, hidden.id);
  expect(await listPublicTasks(scope, [open.id])).toEqual([]);
  expect(await auditTracks(scope)).toEqual([]);
  // The sheet of the year is passed on to the unit above.
  expect(JSON.stringify((await loadYear(scope, 2026, EVENING)).priorities)).not.toContain("narkotyki");
});

test("what was carried on and then passed on is still asked about by the next evaluation", async () => {
  const { scope, debateId, given } = await anEvaluation();
  const taskId = given[0]?.task.id ?? "";
  const now = wallClock("2026-10-14", "19:00");
  expect((await finishEvaluation(scope, debateId, [{ taskId, dueOn: null }], now)).ok).toBe(true);
  const next = await aBody(scope, "Zarząd Dróg Powiatowych");
  const passed = await transferTask(scope, taskId, undefined, { toBodyId: next.id, text: "Nie gmina." }, now);
  if (!passed.ok) throw new Error(passed.reason);
  const living = (await listPromises(scope, debateId)).filter(({ state }) => state !== "transferred");
  expect(living.map(({ bodyId }) => bodyId)).toEqual([next.id]);
  expect((await listUnfinished(scope, debateId, "next")).map(({ id }) => id)).toEqual([passed.value.id]);
});

test("nobody gets a task whose desk is closed, and a refused hand-over changes nothing", async () => {
  const { scope, debateId, body, task, motion } = await aTask({ priority: true });
  const gone = await aBody(scope);
  await archiveBody(scope, gone.id, true);
  const refused = { ok: false, reason: "body_archived" };
  const value = { toBodyId: gone.id, text: "To ich sprawa." };
  expect(await transferTask(scope, task.id, undefined, value)).toEqual(refused);
  expect(await answerTask(body.desk, task.id, undefined, { answer: "not_ours", ...value })).toEqual(refused);
  const due = { dueOn: calendarDate("2026-04-20"), dueBasis: "art_244" } as const;
  const gift = { motionIds: [motion.id], title: "Zadanie", ownerBodyId: gone.id, ...due };
  expect(await giveTask(scope, debateId, gift, EVENING)).toEqual(refused);
  expect(await getTask(scope, task.id)).toEqual(task);
});
