import { expect, test } from "vitest";
import { hasUnitsBelow } from "~/domain/organizations/queries.server";
import { loadUnits } from "~/domain/reports/queries.units.server";
import { daysPeriodOf } from "~/domain/reports/rules.period";
import { moveTask, transferTask } from "~/domain/tasks/commands.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "../../setup/factories";
import { aHeldDebate } from "../../setup/factories.minutes-held";
import { aBody, aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-06-30T10:00:00Z");
const GIVEN = new Date("2026-03-18T16:30:00Z");
const DONE = new Date("2026-04-01T10:00:00Z");
const YEAR = daysPeriodOf({ year: 2026 }, NOW);

/** One debate, one task open and late, one passed on and then done. */
async function work(scope: Scope) {
  const { debateId } = await aHeldDebate(scope);
  await aTask({}, { scope, debateId, now: GIVEN });
  const { task } = await aTask({}, { scope, debateId, now: GIVEN });
  const to = { toBodyId: (await aBody(scope)).id, text: "Nie nasza droga." };
  const passed = await transferTask(scope, task.id, undefined, to, GIVEN);
  if (!passed.ok) throw new Error(passed.reason);
  const moved = await moveTask(scope, passed.value.id, undefined, { to: "confirmed", text: "Zrobiono." }, DONE);
  if (!moved.ok) throw new Error(moved.reason);
}

const line = { debates: 1, motions: 3, open: 1, late: 1, done: 1, medianToDone: 14, minutesLate: 1, isQuiet: false };

test("a unit above reads numbers of the units right below it, and of nobody else", async () => {
  const above = await aUnit({ shortName: "KWP" });
  const [one, two] = [await aUnit({ parentId: above.id, shortName: "Jeden" }), await aUnit({ parentId: above.id })];
  const grandchild = await aUnit({ parentId: one.id });
  const foreign = await aUnit({ parentId: (await aUnit()).id });
  for (const { scope } of [one, two, grandchild, foreign, above]) await work(scope);

  const { lines, totals, first } = await loadUnits(above.scope, YEAR, NOW);
  expect(lines.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  for (const each of lines) expect(each).toMatchObject(line);
  expect(totals).toMatchObject({ debates: 2, motions: 6, open: 2, late: 2, done: 2, minutesLate: 2, quiet: 0 });
  expect(first).toBe("2026-03-18");
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual(
    [
      ...["id", "slug", "name", "lastDebateOn", "isQuiet", "debates", "motions", "minutesLate"],
      ...["open", "late", "longLate", "silent", "reported", "funds"],
      ...["answered", "medianToAnswer", "done", "medianToDone", "onTime", "onTimePercent"],
    ].sort(),
  );

  // A unit below sees the one below itself, and neither its sibling nor the one above.
  expect((await loadUnits(one.scope, YEAR, NOW)).lines.map(({ id }) => id)).toEqual([grandchild.id]);
  for (const { scope } of [two, grandchild]) {
    expect(await hasUnitsBelow(scope)).toBe(false);
    await expect(loadUnits(scope, YEAR, NOW)).rejects.toMatchObject({ status: 404 });
  }
  expect(await hasUnitsBelow(above.scope)).toBe(true);
});

test("a period without debates keeps what is open now", async () => {
  const above = await aUnit();
  const below = await aUnit({ parentId: above.id });
  await work(below.scope);
  const { lines } = await loadUnits(above.scope, daysPeriodOf({ year: 2024 }, NOW), NOW);
  expect(lines).toMatchObject([{ debates: 0, motions: 0, open: 1, done: 0, medianToDone: null }]);
});
