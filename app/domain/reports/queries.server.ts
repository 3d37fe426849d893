import { and, count, eq, gte, inArray, ne, sum } from "drizzle-orm";
import { revisionOf } from "~/domain/history/queries.revision.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay, warsawDate } from "~/platform/time";
import { motions, registrations, tasks } from "~db/schema";
import { OPEN_STATES } from "../tasks/rules";
import { loadAttention } from "./queries.attention.server";
import { composeAttention, composeTaskFigures } from "./rules";

type Work = { today: number; motions: number; tasks: number };
const known = new Map<string, { revision: number; madeAt: number; work: Work }>();
/** Days pass and letters fail without an event of the unit. */
const OLDEST_MS = 60_000;

/** The numbers beside the office's menu: on every page, so counted again only when something has happened. */
export async function countWork(scope: Scope, now = new Date()): Promise<Work> {
  const { organizationId } = scope;
  const revision = await revisionOf(scope);
  const last = known.get(organizationId);
  if (last?.revision === revision && Math.abs(now.getTime() - last.madeAt) < OLDEST_MS) return last.work;
  const facts = await loadAttention(scope, now);
  const work = {
    today: composeAttention(facts, now).length,
    motions: facts.motions.length,
    tasks: await countOpenTasks(scope),
  };
  known.set(organizationId, { revision, madeAt: now.getTime(), work });
  return work;
}

async function countOpenTasks({ organizationId }: Scope) {
  const [row] = await read
    .select({ open: count() })
    .from(tasks)
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.state, [...OPEN_STATES])));
  return row?.open ?? 0;
}

/** The page „Co dziś wymaga uwagi”: what needs somebody, the next debate, and how the unit keeps its promises. */
export async function loadToday(scope: Scope, now = new Date()) {
  const facts = await loadAttention(scope, now);
  const matters = composeAttention(facts, now);
  const [next] = facts.upcoming;
  return {
    matters,
    next: next && { ...next, ...(await countForDebate(scope, next.debateId)) },
    figures: {
      open: await countOpenTasks(scope),
      overdue: matters.filter(({ kind }) => kind === "task_overdue").length,
      ...composeTaskFigures(await listDone(scope, now)),
    },
  };
}

async function countForDebate({ organizationId }: Scope, debateId: string) {
  const [motion] = await read
    .select({ many: count() })
    .from(motions)
    .where(
      and(eq(motions.organizationId, organizationId), eq(motions.debateId, debateId), ne(motions.status, "returned")),
    );
  const [seats] = await read
    .select({ many: sum(registrations.seats) })
    .from(registrations)
    .where(
      and(
        eq(registrations.organizationId, organizationId),
        eq(registrations.debateId, debateId),
        eq(registrations.status, "confirmed"),
      ),
    );
  return { motions: motion?.many ?? 0, seats: Number(seats?.many ?? 0) };
}

/** Tasks that were done in the last twelve months. The body's report is when it was done; else the confirmation. */
async function listDone({ organizationId }: Scope, now: Date) {
  const rows = await read
    .select({ dueOn: tasks.dueOn, reportedAt: tasks.reportedAt, settledAt: tasks.settledAt })
    .from(tasks)
    .where(
      and(
        eq(tasks.organizationId, organizationId),
        eq(tasks.state, "confirmed"),
        gte(tasks.settledAt, startOfDay(addDays(warsawDate(now), -365))),
      ),
    )
    .limit(2000);
  return rows.flatMap(({ dueOn, reportedAt, settledAt }) => {
    const doneAt = reportedAt ?? settledAt;
    return doneAt ? [{ dueOn, doneAt }] : [];
  });
}
