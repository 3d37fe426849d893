import { and, asc, eq, inArray, or } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { carriedTasks, motions, taskMotions, tasks } from "~db/schema";
import type { HallVerdict } from "~db/vocabulary";
import { selectTasks, withNumber } from "./queries.server";
import { goesOn } from "./rules.carry";

/** Ids of the tasks that a debate took over unfinished. */
export const idsCarriedTo = (scope: Scope, debateId: string) =>
  read
    .select({ id: carriedTasks.taskId })
    .from(carriedTasks)
    .where(and(eq(carriedTasks.organizationId, scope.organizationId), eq(carriedTasks.debateId, debateId)));

/** What a debate has to answer for: tasks that it gave, and those that it took over. */
export const promisedAt = (scope: Scope, debateId: string) =>
  and(
    eq(tasks.organizationId, scope.organizationId),
    or(eq(tasks.debateId, debateId), inArray(tasks.id, idsCarriedTo(scope, debateId))),
  );

const inOrder = [asc(tasks.debateId), asc(tasks.sequence)];

/** Those that it took over, as they stand now. */
export async function listCarried(scope: Scope, debateId: string) {
  const rows = await selectTasks()
    .where(and(eq(tasks.organizationId, scope.organizationId), inArray(tasks.id, idsCarriedTo(scope, debateId))))
    .orderBy(...inOrder);
  return rows.map(withNumber);
}

/** What the evening at `debateId` may take over from the debate that it evaluates. */
export async function listUnfinished(scope: Scope, evaluatesDebateId: string, debateId: string) {
  const [rows, taken] = await Promise.all([
    selectTasks()
      .where(promisedAt(scope, evaluatesDebateId))
      .orderBy(...inOrder),
    idsCarriedTo(scope, debateId),
  ]);
  const verdicts = await listVerdicts(
    scope,
    rows.map(({ id }) => id),
  );
  const isTaken = new Set(taken.map(({ id }) => id));
  return rows.filter(({ id, state }) => !isTaken.has(id) && goesOn(state, verdicts.get(id) ?? [])).map(withNumber);
}

/** What halls have said of the motions of each task. */
async function listVerdicts(scope: Scope, ids: string[]) {
  const rows = ids.length
    ? await read
        .select({ taskId: taskMotions.taskId, verdict: motions.hallVerdict })
        .from(taskMotions)
        .innerJoin(motions, eq(motions.id, taskMotions.motionId))
        .where(and(eq(taskMotions.organizationId, scope.organizationId), inArray(taskMotions.taskId, ids)))
    : [];
  const verdicts = new Map<string, (HallVerdict | null)[]>();
  for (const { taskId, verdict } of rows) verdicts.set(taskId, [...(verdicts.get(taskId) ?? []), verdict]);
  return verdicts;
}
