import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  countMotions,
  countOpinions,
  countVerdicts,
  listPeriodChoices,
  loadFigures,
} from "~/domain/reports/queries.figures.server";
import { periodOf } from "~/domain/reports/rules.period";
import { moveTask, transferTask } from "~/domain/tasks/commands.server";
import { listTasks } from "~/domain/tasks/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, calendarDate, startOfDay } from "~/platform/time";
import { motions, opinions, tasks } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";
import { anAdmittedMotion } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const noon = (day: string, plus = 0) =>
  new Date(startOfDay(addDays(calendarDate(day), plus)).getTime() + 12 * 3_600_000);
const NOW = noon("2026-06-30");
const YEAR = periodOf({ year: 2026 }, NOW);

/** Given on 18 March, due on 20 April. */
const given = async (scope: Scope, debateId: string, body?: Awaited<ReturnType<typeof aBody>>) =>
  (await aTask({}, { scope, debateId, body, now: noon("2026-03-18") })).task;
/** Until the desk says it by itself. */
const heard = (id: string, at: Date) =>
  inTransaction(async () => void (await write.update(tasks).set({ firstHeardAt: at }).where(eq(tasks.id, id))));
const doneOn = async (scope: Scope, id: string, at: Date) => {
  const moved = await moveTask(scope, id, undefined, { to: "confirmed", text: "Zrobiono." }, at);
  if (!moved.ok) throw new Error(moved.reason);
};

/** A unit after a debate: one task done in time, one late, one passed on twice and then done late. */
async function aBusyUnit() {
  const { scope, debateId } = await aHeldDebate();
  const [town, roads] = [await aBody(scope, "Urząd"), await aBody(scope, "Zarząd dróg")];
  const inTime = await given(scope, debateId, town);
  await heard(inTime.id, noon("2026-03-20"));
  await doneOn(scope, inTime.id, noon("2026-03-28"));
  await given(scope, debateId, town);
  const first = await given(scope, debateId, town);
  const passed = async (id: string, to: string, at: Date) => {
    const result = await transferTask(
      scope,
      id,
      undefined,
      { toBodyId: to, text: "Nie nasza droga.", again: true },
      at,
    );
    if (!result.ok) throw new Error(result.reason);
    return result.value.id;
  };
  const second = await passed(first.id, roads.id, noon("2026-03-20"));
  const third = await passed(second, town.id, noon("2026-03-28"));
  await heard(first.id, noon("2026-03-19"));
  await heard(third, noon("2026-04-07"));
  await doneOn(scope, third, noon("2026-04-27"));
  return { scope, debateId, town };
}

test("figures of a unit: a chain is one matter, and each number is as long as its list", async () => {
  const { scope, debateId, town } = await aBusyUnit();
  await aBusyUnit(); // of somebody else
  const found = await loadFigures(scope, YEAR, NOW);
  expect(found.standing).toEqual({ open: 1, late: 1, longLate: 1, silent: 1, reported: 0, funds: 0 });
  // Ten days and forty; the second had begun with the first body.
  expect(found.speed).toEqual({
    ...{ answered: 2, medianToAnswer: 11, done: 2, medianToDone: 25, onTime: 1, onTimePercent: 50 },
  });
  expect(found.bodies).toMatchObject([{ key: town.id, name: "Urząd", open: 1, done: 2, medianToDone: 20 }]);
  expect(found.categories).toMatchObject([{ key: "LIGHT", open: 1, late: 1, done: 2, medianToDone: 25 }]);
  expect(found.debates).toMatchObject([{ id: debateId, motions: 4, tasks: { many: 3, open: 1, late: 1, done: 2 } }]);
  expect(found.motions.reduce((sum, { many }) => sum + many, 0)).toBe(4);

  const listed = async (filter: Parameters<typeof listTasks>[1]) => (await listTasks(scope, filter, NOW)).length;
  const days = { from: calendarDate("2026-01-01"), to: calendarDate("2026-12-31") };
  expect(await listed({ show: "open", bodyId: town.id })).toBe(1);
  expect(await listed({ show: "long_late", category: "LIGHT" })).toBe(1);
  expect(await listed({ show: "long_late", category: "ROAD" })).toBe(0);
  expect(await listed({ happened: { what: "done", ...days } })).toBe(2);
  expect(await listed({ happened: { what: "answered", ...days } })).toBe(2);
  expect(await listed({ happened: { what: "done", from: days.from, to: calendarDate("2026-04-26") } })).toBe(1);
  expect(await listed({ happened: { what: "done", from: calendarDate("2026-04-27"), to: days.to } })).toBe(1);
});

test("a period counts what happened in it, and what is open today in any", async () => {
  const { scope, debateId } = await aBusyUnit();
  const before = await loadFigures(scope, periodOf({ year: 2025 }, NOW), NOW);
  expect(before).toMatchObject({
    standing: { open: 1 },
    speed: { done: 0, medianToDone: null },
    motions: [],
    debates: [],
  });
  const debate = await loadFigures(scope, periodOf({ debate: debateId }, NOW), NOW);
  expect(debate).toMatchObject({ standing: { open: 1 }, speed: { done: 2 }, debates: [{ id: debateId }] });
});

test("a task of motions in two categories stands in both, once in each", async () => {
  const { scope, debateId } = await aHeldDebate();
  const ids = [];
  for (const category of ["ROAD", "LIGHT", "LIGHT"] as const)
    ids.push((await anAdmittedMotion(scope, debateId, { category })).id);
  await aTask({ motionIds: ids }, { scope, debateId, now: noon("2026-03-18") });
  const { standing, categories } = await loadFigures(scope, YEAR, NOW);
  expect(standing.open).toBe(1);
  expect(categories.map(({ key, open, late }) => [key, open, late]).sort()).toEqual([
    ["LIGHT", 1, 1],
    ["ROAD", 1, 1],
  ]);
});

test("a stranger's figures know nothing of ours", async () => {
  const { scope, debateId } = await aBusyUnit();
  const { scope: stranger } = await aUnit();
  const { id: motionId } = await anAdmittedMotion(scope, debateId);
  await inTransaction(async () => {
    const verdict = { hallVerdict: "partly", reportedAtDebateId: debateId } as const;
    await write.update(motions).set(verdict).where(eq(motions.id, motionId));
    const { organizationId } = scope;
    await write.insert(opinions).values({ organizationId, motionId, voter: "motion:1", verdict: "not_done", at: NOW });
  });
  expect(await countVerdicts(scope, YEAR)).toEqual([{ verdict: "partly", many: 1 }]);
  expect(await countOpinions(scope, YEAR)).toEqual([{ verdict: "not_done", many: 1 }]);

  const own = periodOf({ debate: debateId }, NOW);
  for (const period of [YEAR, own]) {
    expect(await loadFigures(stranger, period, NOW)).toEqual({
      standing: { open: 0, late: 0, longLate: 0, silent: 0, reported: 0, funds: 0 },
      speed: { answered: 0, medianToAnswer: null, done: 0, medianToDone: null, onTime: 0, onTimePercent: null },
      ...{ bodies: [], categories: [], motions: [], verdicts: [], opinions: [], debates: [] },
    });
    for (const count of [countMotions, countVerdicts, countOpinions]) expect(await count(stranger, period)).toEqual([]);
  }
  expect(await listPeriodChoices(stranger)).toEqual({ debates: [], first: null });
  expect((await listPeriodChoices(scope, debateId)).debates).toHaveLength(1);
  await expect(listPeriodChoices(stranger, debateId)).rejects.toMatchObject({ status: 404 });
});
