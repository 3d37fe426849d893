import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { settleMotion } from "~/domain/motions/commands.server";
import {
  hideTasksOf,
  renameTasksOf,
  takeBackNotes,
  trackMotion,
  trackOldMotions,
} from "~/domain/motions/commands.track.server";
import { trackAllOldMotions } from "~/domain/motions/jobs.track.server";
import { getMotion } from "~/domain/motions/queries.server";
import { auditTracks, computeTrack, listUntracked } from "~/domain/motions/queries.track.server";
import { getTask } from "~/domain/tasks/queries.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { motions, tasks, trackerCounts } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aTask } from "../../setup/factories.tasks";

const forget = (id: string) =>
  inTransaction(() =>
    write.update(motions).set({ debateRank: 0, trackState: null, trackDueOn: null }).where(eq(motions.id, id)),
  );
const stored = (id: string) =>
  read
    .select({ rank: motions.debateRank, state: motions.trackState, dueOn: motions.trackDueOn })
    .from(motions)
    .where(eq(motions.id, id));

test("another unit neither reads nor computes where our motions stand", async () => {
  const { scope, motion, task } = await aTask();
  const foreign = (await aUnit()).scope;
  await inTransaction(() => hideTasksOf(foreign, motion.id));
  await settleMotion(scope, motion.id, { settlement: "done", note: "Lampy świecą." });
  await inTransaction(() => write.update(tasks).set({ result: "Lampy świecą." }).where(eq(tasks.id, task.id)));
  await inTransaction(() => takeBackNotes(foreign, [task.id], [motion.id]));
  expect((await getMotion(scope, motion.id)).settlementNote).toBe("Lampy świecą.");
  await inTransaction(() => renameTasksOf(foreign, motion.id, task.title, "x"));
  expect(await getTask(scope, task.id)).toMatchObject({ internal: false, title: task.title });
  expect(await computeTrack(foreign, motion.id)).toBeUndefined();
  await forget(motion.id);
  const before = await stored(motion.id);
  await inTransaction(() => trackMotion(foreign, motion.id));
  expect(await trackOldMotions(foreign)).toBe(0);
  expect(await listUntracked(foreign, 10)).toEqual([]);
  expect(await auditTracks(foreign)).toEqual([]);
  expect(await stored(motion.id)).toEqual(before);
});

test("rows from before are computed at the start, once; the audit says what is wrong until then", async () => {
  const { scope, motion } = await aTask();
  const whole = await stored(motion.id);
  await forget(motion.id);
  await inTransaction(() => write.delete(trackerCounts).where(eq(trackerCounts.organizationId, scope.organizationId)));
  expect(await listUntracked(scope, 10)).toEqual([motion.id]);
  expect(await auditTracks(scope)).toHaveLength(1);
  expect(await trackAllOldMotions()).toBeGreaterThan(0);
  expect(await stored(motion.id)).toEqual(whole);
  expect(await auditTracks(scope)).toEqual([]);
  expect(await trackAllOldMotions()).toBe(0);
});
