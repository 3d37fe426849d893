import { and, desc, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { listPublicEntries, listPublicTasks } from "~/domain/tasks/queries.public.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, events, followers, motions } from "~db/schema";
import { stepsOf } from "./messages.thread.pl";
import { findPublicMatter } from "./queries.server";

const of = (scope: Scope, motionId: string, action: string) =>
  and(eq(events.organizationId, scope.organizationId), eq(events.subjectId, motionId), eq(events.action, action));

/** When this matter was reported at an evaluation debate, the last time; null when it was not. */
export async function findReportedAt(scope: Scope, motionId: string) {
  const [found] = await read
    .select({ at: events.occurredAt })
    .from(events)
    .where(of(scope, motionId, "motion_reported"))
    .orderBy(desc(events.occurredAt))
    .limit(1);
  return found?.at ?? null;
}

/** Everything that happened in public to a matter after the debate, oldest first, and its tasks. Undefined when it is not public. */
export async function findNews(scope: Scope, motionId: string) {
  const matter = await findPublicMatter(scope, motionId);
  if (!matter) return undefined;
  const [motion] = await read
    .select({
      category: motions.category,
      outcome: motions.outcome,
      answer: motions.answer,
      referredTo: bodies.name,
      referredAt: motions.referredAt,
      decidedAt: motions.decidedAt,
      settlement: motions.settlement,
      settlementNote: motions.settlementNote,
      settledAt: motions.settledAt,
      hallVerdict: motions.hallVerdict,
      reportText: motions.reportText,
    })
    .from(motions)
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.id, motionId)));
  if (!motion) return undefined;
  const tasks = await listPublicTasks(scope, [motionId]);
  const entries = await listPublicEntries(
    scope,
    tasks.map(({ id }) => id),
  );
  const steps = stepsOf({ ...motion, reportedAt: await findReportedAt(scope, motionId) }, entries);
  return { matter, motion, tasks, steps: steps.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

/** What followers were told last, and whether more is waiting for its turn. */
export async function findTold(scope: Scope, motionId: string) {
  const [told] = await read
    .select({ at: events.occurredAt, data: events.data })
    .from(events)
    .where(of(scope, motionId, "followers_told"))
    .orderBy(desc(events.occurredAt))
    .limit(1);
  const [waiting] = await read
    .select({ id: events.id })
    .from(events)
    .where(and(of(scope, motionId, "followers_waiting"), isNull(events.deliveredAt)))
    .limit(1);
  const upTo = told?.data?.upTo;
  return { told: told && { at: told.at, upTo: new Date(Number(upTo ?? 0)) }, isWaiting: waiting !== undefined };
}

/** Whoever has confirmed and not left, by the page; only they are ever written to. */
export function listFollowers(scope: Scope, motionId: string, after = "", limit = 200) {
  return read
    .select({ id: followers.id, email: followers.email, generation: followers.generation })
    .from(followers)
    .where(
      and(
        eq(followers.organizationId, scope.organizationId),
        eq(followers.motionId, motionId),
        isNotNull(followers.confirmedAt),
        isNull(followers.endedAt),
        ne(followers.email, ""), // forgotten after its time, and still counted
        gt(followers.id, after),
      ),
    )
    .orderBy(followers.id)
    .limit(limit);
}
