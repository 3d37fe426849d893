import { and, asc, eq } from "drizzle-orm";
import { listDebateMotions } from "~/domain/motions/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, taskEntries, taskMotions, taskSupporters, tasks } from "~db/schema";
import type { ReportFacts } from "./rules.report";

/** Everything that became of a debate: its motions, its tasks, and what was said about each of them. */
export async function getReportFacts(scope: Scope, debateId: string): Promise<ReportFacts> {
  const own = and(eq(tasks.organizationId, scope.organizationId), eq(tasks.debateId, debateId));
  const [motions, given, links, supporters, entries] = await Promise.all([
    listDebateMotions(scope, debateId),
    read
      .select({
        id: tasks.id,
        sequence: tasks.sequence,
        title: tasks.title,
        ownerBodyId: tasks.ownerBodyId,
        ownerName: bodies.name,
        state: tasks.state,
        result: tasks.result,
        dueOn: tasks.dueOn,
        dueBasis: tasks.dueBasis,
        budgetYear: tasks.budgetYear,
        internal: tasks.internal,
        heardAt: tasks.heardAt,
        remindedAt: tasks.remindedAt,
        createdAt: tasks.createdAt,
        transferredToId: tasks.transferredToId,
        priority: tasks.priority,
        progress: tasks.progress,
        proposedDueOn: tasks.proposedDueOn,
        proposedReason: tasks.proposedReason,
        proposedAt: tasks.proposedAt,
        disownedAt: tasks.disownedAt,
      })
      .from(tasks)
      .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
      .where(own)
      .orderBy(asc(tasks.sequence)),
    read
      .select({ taskId: taskMotions.taskId, motionId: taskMotions.motionId })
      .from(taskMotions)
      .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
      .where(own),
    read
      .select({ taskId: taskSupporters.taskId, id: bodies.id, name: bodies.name })
      .from(taskSupporters)
      .innerJoin(tasks, eq(tasks.id, taskSupporters.taskId))
      .innerJoin(bodies, eq(bodies.id, taskSupporters.bodyId))
      .where(own)
      .orderBy(asc(bodies.name)),
    read
      .select({
        taskId: taskEntries.taskId,
        at: taskEntries.at,
        kind: taskEntries.kind,
        toState: taskEntries.toState,
        text: taskEntries.text,
        dueOn: taskEntries.dueOn,
        public: taskEntries.public,
        actor: taskEntries.actor,
      })
      .from(taskEntries)
      .innerJoin(tasks, eq(tasks.id, taskEntries.taskId))
      .where(own)
      .orderBy(asc(taskEntries.at), asc(taskEntries.id)),
  ]);
  const of = <T extends { taskId: string }>(rows: readonly T[], taskId: string) =>
    rows.filter((row) => row.taskId === taskId).map(({ taskId: _, ...row }) => row);
  return {
    motions,
    tasks: given.map((task) => ({
      ...task,
      motionIds: of(links, task.id).map(({ motionId }) => motionId),
      supporters: of(supporters, task.id),
      entries: of(entries, task.id).map(({ actor, ...entry }) => ({ ...entry, isFromBody: actor.startsWith("body:") })),
    })),
  };
}
