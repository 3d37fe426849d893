import { and, desc, eq, inArray } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, taskEntries, taskMotions, tasks } from "~db/schema";
import { withNumber } from "./queries.server";
import { chainThrough } from "./rules.chain";

type Options = {
  /** For pages that anybody opens: what is internal does not exist, and neither does a reason that stays inside. */
  publicOnly?: boolean;
};

/**
 * Through whose hands each of these tasks has gone: all links from the first body to the last, with dates and
 * reasons. A task that was never passed on is a chain of one link.
 */
export async function listChains(scope: Scope, taskIds: readonly string[], { publicOnly = false }: Options = {}) {
  if (taskIds.length === 0) return new Map<string, Link[]>();
  const links = await listRelated(scope, taskIds, publicOnly);
  const reasons = await listReasons(
    scope,
    links.filter(({ transferredToId }) => transferredToId).map(({ id }) => id),
    publicOnly,
  );
  const told = links.map(({ debateNumber, debateYear, sequence, ...link }) => ({
    ...link,
    number: withNumber({ debateNumber, debateYear, sequence }).number,
    passedOnAt: reasons.get(link.id)?.at ?? null,
    reason: reasons.get(link.id)?.text ?? "",
  }));
  return new Map(taskIds.map((id) => [id, chainThrough(told, id)]));
}
type Link = Awaited<ReturnType<typeof listRelated>>[number] & {
  number: string;
  passedOnAt: Date | null;
  reason: string;
};

/** The chain of one task, from the first link to the last; empty outside the scope. */
export const listChain = async (scope: Scope, taskId: string, options?: Options) =>
  (await listChains(scope, [taskId], options)).get(taskId) ?? [];

/** A task that is passed on takes its motions along, so all links of a chain follow from the same motions. */
function listRelated({ organizationId }: Scope, taskIds: readonly string[], publicOnly: boolean) {
  const sameMotions = read
    .select({ id: taskMotions.motionId })
    .from(taskMotions)
    .where(and(eq(taskMotions.organizationId, organizationId), inArray(taskMotions.taskId, [...taskIds])));
  return read
    .selectDistinct({
      id: tasks.id,
      sequence: tasks.sequence,
      debateNumber: debates.number,
      debateYear: debates.year,
      ownerBodyId: tasks.ownerBodyId,
      ownerName: bodies.name,
      state: tasks.state,
      dueOn: tasks.dueOn,
      dueBasis: tasks.dueBasis,
      dueFrom: tasks.dueFrom,
      givenAt: tasks.createdAt,
      transferredToId: tasks.transferredToId,
    })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(
      and(
        eq(taskMotions.organizationId, organizationId),
        inArray(taskMotions.motionId, sameMotions),
        publicOnly ? eq(tasks.internal, false) : undefined,
      ),
    );
}

/** What was said when each of them was passed on. */
async function listReasons({ organizationId }: Scope, taskIds: readonly string[], publicOnly: boolean) {
  const rows =
    taskIds.length === 0
      ? []
      : await read
          .select({
            taskId: taskEntries.taskId,
            text: taskEntries.text,
            at: taskEntries.at,
            public: taskEntries.public,
          })
          .from(taskEntries)
          .where(
            and(
              eq(taskEntries.organizationId, organizationId),
              inArray(taskEntries.taskId, [...taskIds]),
              eq(taskEntries.kind, "transfer"),
            ),
          )
          .orderBy(desc(taskEntries.at));
  return new Map(
    rows.map(({ taskId, text, at, public: isPublic }) => [taskId, { at, text: isPublic || !publicOnly ? text : "" }]),
  );
}
