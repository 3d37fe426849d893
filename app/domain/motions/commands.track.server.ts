import { and, eq, inArray, lte, ne, sql } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { motionBodies, motions, taskMotions, tasks, trackerCounts } from "~db/schema";
import type { CalendarDate, StoredTrackerState } from "~db/vocabulary";
import { computeTrack, listUntracked } from "./queries.track.server";

/**
 * Stores where a motion stands for everybody. Part of each command that changes the motion or one of its tasks, in the
 * same transaction: the public list is right the moment the command is saved. What was merged into another motion is
 * public in no state, so whoever only moves such motions from one leading motion to another need not ask for this.
 */
export async function trackMotion(scope: Scope, id: string) {
  const computed = await computeTrack(scope, id);
  if (!computed) return;
  const { before, after, debateRank, sequence } = computed;
  const { bodyIds, ...columns } = after;
  const { organizationId } = scope;
  if (before.bodyIds.join() !== bodyIds.join()) {
    await write
      .delete(motionBodies)
      .where(and(eq(motionBodies.organizationId, organizationId), eq(motionBodies.motionId, id)));
    const rows = bodyIds.map((bodyId) => ({ organizationId, bodyId, debateRank, sequence, motionId: id }));
    if (rows.length > 0) await write.insert(motionBodies).values(rows);
  }
  if (
    before.trackState === columns.trackState &&
    before.trackDueOn === columns.trackDueOn &&
    before.followState === columns.followState &&
    before.debateRank === debateRank
  )
    return;
  await write
    .update(motions)
    .set({ ...columns, debateRank })
    .where(and(eq(motions.organizationId, organizationId), eq(motions.id, id)));
  await count(scope, before, -1);
  await count(scope, columns, 1);
}

/**
 * A motion is public no more, so its tasks, which may say its words, are internal from now on, as if they were given
 * today. Their rows belong to a later room; this is the one mark that follows from the motion alone.
 */
export async function hideTasksOf(scope: Scope, motionId: string) {
  const { organizationId } = scope;
  const found = await read
    .select({ id: taskMotions.taskId })
    .from(taskMotions)
    .where(and(eq(taskMotions.organizationId, organizationId), eq(taskMotions.motionId, motionId)));
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  await write
    .update(tasks)
    .set({ internal: true })
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.id, ids)));
  const others = await read
    .selectDistinct({ id: taskMotions.motionId })
    .from(taskMotions)
    .where(
      and(
        eq(taskMotions.organizationId, organizationId),
        inArray(taskMotions.taskId, ids),
        ne(taskMotions.motionId, motionId),
      ),
    );
  for (const { id } of others) await trackMotion(scope, id);
  await takeBackNotes(
    scope,
    ids,
    others.map(({ id }) => id),
  );
}

/**
 * What was said of a task while it was public stands beside its motions as their result. It says nothing there any more
 * once the task is internal, as if it had been said today.
 */
export async function takeBackNotes(
  { organizationId }: Scope,
  taskIds: readonly string[],
  motionIds: readonly string[],
) {
  if (taskIds.length === 0 || motionIds.length === 0) return;
  const said = read
    .select({ result: tasks.result })
    .from(tasks)
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.id, [...taskIds])));
  await write
    .update(motions)
    .set({ settlementNote: "", version: sql`${motions.version} + 1` })
    .where(
      and(
        eq(motions.organizationId, organizationId),
        inArray(motions.id, [...motionIds]),
        ne(motions.settlementNote, ""),
        inArray(motions.settlementNote, said),
      ),
    );
}

/**
 * Tasks that are called by the public text of a motion, and by nothing else, follow it: a name that is taken out of the
 * one would be read on in the other.
 */
export async function renameTasksOf({ organizationId }: Scope, motionId: string, was: string, is: string) {
  if (was === is) return;
  const given = read
    .select({ id: taskMotions.taskId })
    .from(taskMotions)
    .where(and(eq(taskMotions.organizationId, organizationId), eq(taskMotions.motionId, motionId)));
  await write
    .update(tasks)
    .set({ title: is, version: sql`${tasks.version} + 1` })
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.id, given), eq(tasks.title, was)));
}

type Counted = { trackState: StoredTrackerState | null; trackDueOn: CalendarDate | null };

async function count({ organizationId }: Scope, { trackState: state, trackDueOn }: Counted, change: 1 | -1) {
  if (state === null) return;
  const key = { organizationId, state, dueOn: trackDueOn ?? "" };
  await write
    .insert(trackerCounts)
    .values({ ...key, many: change })
    .onConflictDoUpdate({
      target: [trackerCounts.organizationId, trackerCounts.state, trackerCounts.dueOn],
      set: { many: sql`${trackerCounts.many} + ${change}` },
    });
  if (change < 0)
    await write
      .delete(trackerCounts)
      .where(
        and(
          eq(trackerCounts.organizationId, organizationId),
          eq(trackerCounts.state, state),
          eq(trackerCounts.dueOn, key.dueOn),
          lte(trackerCounts.many, 0),
        ),
      );
}

const AT_ONCE = 200;

/**
 * Computes what rows from before this was stored do not have yet. In small transactions: a process that is stopped
 * goes on where it stood, and forms come through in between. Returns how many there were.
 */
export async function trackOldMotions(scope: Scope) {
  for (let done = 0; ; ) {
    const found = await inTransaction(async () => {
      const ids = await listUntracked(scope, AT_ONCE);
      for (const id of ids) await trackMotion(scope, id);
      return ids.length;
    });
    done += found;
    if (found < AT_ONCE) return done;
  }
}
