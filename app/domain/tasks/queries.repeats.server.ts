import { and, asc, eq, inArray } from "drizzle-orm";
import { listMotionsOfRepeats, listRaisedRepeats, nameOf } from "~/domain/motions/queries.repeats.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, taskMotions, tasks } from "~db/schema";
import { withNumber } from "./queries.server";

/** Problems that repeat, each with its motions and what became of them. */
export async function listRepeatsWithTasks(scope: Scope, now = new Date()) {
  const groups = await listRaisedRepeats(scope, now);
  const motions = await listMotionsOfRepeats(scope, groups, now);
  const given = await listTasksOf(
    scope,
    motions.map(({ id }) => id),
  );
  return groups.map((group) => ({
    ...group,
    motions: motions
      .filter((motion) => nameOf(motion) === nameOf(group))
      .map((motion) => ({ ...motion, tasks: given.filter(({ motionId }) => motionId === motion.id) })),
  }));
}
export type RepeatWithTasks = Awaited<ReturnType<typeof listRepeatsWithTasks>>[number];

async function listTasksOf({ organizationId }: Scope, motionIds: string[]) {
  if (motionIds.length === 0) return [];
  const rows = await read
    .select({
      motionId: taskMotions.motionId,
      id: tasks.id,
      sequence: tasks.sequence,
      debateNumber: debates.number,
      debateYear: debates.year,
      title: tasks.title,
      state: tasks.state,
      budgetYear: tasks.budgetYear,
      ownerName: bodies.name,
    })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(and(eq(taskMotions.organizationId, organizationId), inArray(taskMotions.motionId, motionIds)))
    .orderBy(asc(tasks.createdAt));
  return rows.map(withNumber);
}
