import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { idsCarriedTo, promisedAt } from "~/domain/tasks/queries.carry.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, motions, offices, taskMotions, tasks } from "~db/schema";
import { inOrderOfEvening } from "./rules";

/** The promises of a debate with their owners. What is internal is not reported on in front of the hall. */
export const listPromises = (scope: Scope, debateId: string) =>
  read
    .select({ bodyId: tasks.ownerBodyId, bodyName: bodies.name, state: tasks.state, priority: tasks.priority })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(and(promisedAt(scope, debateId), eq(tasks.internal, false)));

/** The evaluation debate that was made of this one, unless it was called off. */
export async function findEvaluation(scope: Scope, debateId: string) {
  const [found] = await read
    .select({ id: debates.id, number: debates.number, year: debates.year, startsAt: debates.startsAt })
    .from(debates)
    .where(
      and(
        eq(debates.organizationId, scope.organizationId),
        eq(debates.evaluatesDebateId, debateId),
        ne(debates.status, "cancelled"),
      ),
    );
  return found;
}

/** The first office of each body: who is asked to report. A body without offices is asked as a body. */
export async function listReporters(scope: Scope, bodyIds: string[]) {
  if (bodyIds.length === 0) return [];
  const rows = await read
    .select({ id: offices.id, bodyId: offices.bodyId })
    .from(offices)
    .where(
      and(
        eq(offices.organizationId, scope.organizationId),
        inArray(offices.bodyId, bodyIds),
        isNull(offices.archivedAt),
      ),
    )
    .orderBy(asc(offices.position), asc(offices.title));
  return bodyIds.map((bodyId) => {
    const office = rows.find((row) => row.bodyId === bodyId);
    return office ? { officeId: office.id } : { bodyId };
  });
}

/**
 * The motions of the earlier debate and those whose tasks it took over, each with what its tasks have come to, in the
 * order of the evening: the chair's script. Has internal tasks and motions in it; what the hall sees is chosen later.
 */
export async function listEarlierMotions(scope: Scope, evaluatesDebateId: string) {
  const carried = read
    .select({ id: taskMotions.motionId })
    .from(taskMotions)
    .where(
      and(
        eq(taskMotions.organizationId, scope.organizationId),
        inArray(taskMotions.taskId, idsCarriedTo(scope, evaluatesDebateId)),
      ),
    );
  const rows = await read
    .select({
      id: motions.id,
      number: motions.number,
      category: motions.category,
      place: motions.place,
      text: motions.textPublic,
      outcome: motions.outcome,
      answer: motions.answer,
      sensitivity: motions.sensitivity,
      settlement: motions.settlement,
      settlementNote: motions.settlementNote,
      reportedAtDebateId: motions.reportedAtDebateId,
      reportText: motions.reportText,
      hallVerdict: motions.hallVerdict,
      version: motions.version,
      debateId: motions.debateId,
    })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        or(eq(motions.debateId, evaluatesDebateId), inArray(motions.id, carried)),
        inArray(motions.outcome, ["task", "referred"]),
      ),
    )
    .orderBy(asc(motions.debateRank), asc(motions.sequence));
  const ids = rows.map(({ id }) => id);
  const owners = ids.length
    ? await read
        .select({
          motionId: taskMotions.motionId,
          taskId: tasks.id,
          title: tasks.title,
          body: bodies.name,
          state: tasks.state,
          result: tasks.result,
          refusalReason: tasks.refusalReason,
          budgetYear: tasks.budgetYear,
          dueOn: tasks.dueOn,
          priority: tasks.priority,
          internal: tasks.internal,
          sequence: tasks.sequence,
        })
        .from(taskMotions)
        .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
        .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
        .where(and(eq(taskMotions.organizationId, scope.organizationId), inArray(taskMotions.motionId, ids)))
        .orderBy(asc(tasks.sequence))
    : [];
  return inOrderOfEvening(rows.map((row) => ({ ...row, tasks: owners.filter(({ motionId }) => motionId === row.id) })));
}
