import { expect, test } from "vitest";
import { countMerged, listMatters, listTracker } from "~/domain/tasks/queries.tracker.server";
import {
  countByDebate,
  countFound,
  countTracker,
  listTrackerChoices,
} from "~/domain/tasks/queries.tracker-counts.server";
import { listMovements, writeTrackerCsv } from "~/domain/tasks/queries.tracker-data.server";
import { getTrackerPage } from "~/domain/tasks/queries.tracker-page.server";
import { listPlaceKeys, takeThese, walksOf } from "~/domain/tasks/queries.tracker-walk.server";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-06-01T10:00:00Z");

test("another unit lists, counts and filters nothing of ours, whatever ids of ours it knows", async () => {
  const { scope, debateId, body, motion } = await aTask();
  const foreign = (await aUnit()).scope;
  const total = await countTracker(foreign, NOW);
  const filters = [
    {},
    { debateId },
    { bodyId: body.id },
    { place: "park" },
    { state: "late" },
    { q: "ciemno" },
  ] as const;
  for (const filter of filters) {
    expect((await listTracker(scope, filter, NOW)).rows.map(({ id }) => id)).toEqual([motion.id]);
    expect((await listTracker(foreign, filter, NOW)).rows).toEqual([]);
    expect(await countFound(foreign, filter, total, NOW)).toEqual({ many: 0, isMore: false });
  }
  expect(await walksOf(foreign, { debateId }, NOW)).toEqual([]);
  expect(await listPlaceKeys(scope, "park")).toEqual(["park plac wolnosci"]);
  expect(await listPlaceKeys(foreign, "park")).toEqual([]);
  expect(await listMatters(scope, [motion.id])).toHaveLength(1);
  expect(await listMatters(foreign, [motion.id])).toEqual([]);
  expect(await takeThese(foreign, [motion.id])).toEqual([]);
  expect(await listMovements(foreign)).toEqual([]);
  const table: string[] = [];
  for await (const part of writeTrackerCsv(foreign, {}, "", NOW)) table.push(part);
  expect(table).toHaveLength(1);
  expect(total.all).toBe(0);
  expect((await countByDebate(foreign, { debateId }, NOW)).size).toBe(0);
  expect((await countMerged(foreign, [motion.id])).size).toBe(0);
  expect(await listTrackerChoices(foreign)).toEqual({ debates: [], bodies: [] });
  const page = await getTrackerPage(foreign, new URLSearchParams({ podmiot: body.id }), async () => new Map(), NOW);
  expect([page.rows, page.total.all]).toEqual([[], 0]);
});
