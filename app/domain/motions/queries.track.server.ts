import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { debates, motionBodies, motions, taskMotions, tasks, trackerCounts } from "~db/schema";
import { debateRankOf, isTracked, type Track, trackOf } from "./rules.track";

const ROW = {
  id: motions.id,
  sequence: motions.sequence,
  status: motions.status,
  sensitivity: motions.sensitivity,
  outcome: motions.outcome,
  settlement: motions.settlement,
  referredToBodyId: motions.referredToBodyId,
  debateRank: motions.debateRank,
  trackState: motions.trackState,
  trackDueOn: motions.trackDueOn,
  followState: motions.followState,
  debate: { number: debates.number, year: debates.year, announcedAt: debates.announcedAt },
};

/** What is stored about a motion (`before`), and what follows from the motion, its debate and its tasks (`after`). */
export async function computeTrack(scope: Scope, id: string) {
  const [row] = await read
    .select(ROW)
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.id, id)));
  if (!row) return undefined;
  const { debate, debateRank, trackState, trackDueOn, followState, sequence, ...motion } = row;
  const before = { debateRank, trackState, trackDueOn, followState, bodyIds: await listStoredBodies(scope, id) };
  const given = isTracked(motion, debate) ? await listPublicTasksOf(scope, id) : [];
  return { before, after: trackOf(motion, debate, given) satisfies Track, debateRank: debateRankOf(debate), sequence };
}

/** Rows of the room of tasks, which stands after this one and changes them; internal ones do not count. */
const listPublicTasksOf = (scope: Scope, motionId: string) =>
  read
    .select({ state: tasks.state, dueOn: tasks.dueOn, ownerBodyId: tasks.ownerBodyId })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .where(
      and(
        eq(taskMotions.organizationId, scope.organizationId),
        eq(taskMotions.motionId, motionId),
        eq(tasks.internal, false),
      ),
    );

async function listStoredBodies(scope: Scope, motionId: string) {
  const rows = await read
    .select({ bodyId: motionBodies.bodyId })
    .from(motionBodies)
    .where(and(eq(motionBodies.organizationId, scope.organizationId), eq(motionBodies.motionId, motionId)));
  return rows.map(({ bodyId }) => bodyId).sort();
}

/** Of which nothing has been computed yet, because they are older than what is stored now. */
export async function listUntracked(scope: Scope, limit: number) {
  const rows = await read
    .select({ id: motions.id })
    .from(motions)
    .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.debateRank, 0)))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function listIds(scope: Scope, after = "") {
  const rows = await read
    .select({ id: motions.id })
    .from(motions)
    .where(and(eq(motions.organizationId, scope.organizationId), gt(motions.id, after)))
    .orderBy(asc(motions.id))
    .limit(500);
  return rows.map(({ id }) => id);
}

/** Computes everything anew and says in words what is stored otherwise; nothing, as long as all is well. */
export async function auditTracks(scope: Scope): Promise<string[]> {
  const wrong: string[] = [];
  for (let ids = await listIds(scope); ids.length > 0; ids = await listIds(scope, ids.at(-1))) {
    for (const id of ids) {
      const computed = await computeTrack(scope, id);
      if (!computed) continue;
      const [stored, wanted] = [computed.before, { debateRank: computed.debateRank, ...computed.after }];
      if (canonical(stored) !== canonical(wanted)) wrong.push(`${id}: ${canonical(stored)}, not ${canonical(wanted)}`);
    }
  }
  return [...wrong, ...(await auditCounts(scope))];
}

const canonical = (track: Track & { debateRank: number }) =>
  [track.debateRank, track.trackState, track.trackDueOn, track.followState, ...track.bodyIds].join(" ");

async function auditCounts(scope: Scope) {
  const stored = await read
    .select({ state: trackerCounts.state, dueOn: trackerCounts.dueOn, many: trackerCounts.many })
    .from(trackerCounts)
    .where(eq(trackerCounts.organizationId, scope.organizationId));
  const rows = await read
    .select({ state: motions.trackState, dueOn: motions.trackDueOn })
    .from(motions)
    .where(and(eq(motions.organizationId, scope.organizationId), isNotNull(motions.trackState)));
  const counted = new Map<string, number>();
  for (const { state, dueOn } of rows) {
    const key = `${state} ${dueOn ?? ""}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const kept = new Map(stored.map(({ state, dueOn, many }) => [`${state} ${dueOn}`, many]));
  return [...new Set([...counted.keys(), ...kept.keys()])]
    .filter((key) => counted.get(key) !== kept.get(key))
    .map((key) => `${key}: ${kept.get(key)} counted, there are ${counted.get(key) ?? 0}`);
}
