import { and, eq } from "drizzle-orm";
import { listDebateMotions } from "~/domain/motions/queries.server";
import { decideMove, stateOf } from "~/domain/motions/rules";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { motions, taskMotions } from "~db/schema";

/** Motions of a debate that can become a task; `hasTask` says that one follows from it already. */
export async function listTaskable(scope: Scope, debateId: string) {
  const all = await listDebateMotions(scope, debateId);
  const linked = await read
    .selectDistinct({ id: taskMotions.motionId })
    .from(taskMotions)
    .innerJoin(motions, eq(motions.id, taskMotions.motionId))
    .where(and(eq(taskMotions.organizationId, scope.organizationId), eq(motions.debateId, debateId)));
  const known = new Set(linked.map(({ id }) => id));
  return all
    .filter((motion) => decideMove(stateOf(motion), "link_task").ok)
    .map(({ id, number, category, place, textPublic, sensitivity, outcome, referredTo, referredToBodyId }) => ({
      id,
      number,
      category,
      place,
      textPublic,
      sensitivity,
      outcome,
      referredTo,
      referredToBodyId,
      hasTask: known.has(id),
    }));
}
export type TaskableMotion = Awaited<ReturnType<typeof listTaskable>>[number];
