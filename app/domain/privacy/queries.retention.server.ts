import { and, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { noticeRuns, organizations } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { countDue } from "./queries.sweeps.server";
import { allMonths, cutoffOf, RETENTION_KINDS } from "./rules.retention";

export async function getRetention(scope: Scope) {
  const [unit] = await read
    .select({ retention: organizations.retention })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  return unit ? allMonths(unit.retention) : notFound();
}

/** The dry run: what the next run would do if it came now. */
export async function previewRetention(scope: Scope, now = new Date()) {
  const months = await getRetention(scope);
  return Promise.all(
    RETENTION_KINDS.map(async (kind) => ({
      kind,
      months: months[kind],
      rows: await countDue(scope, kind, cutoffOf(months[kind], now)),
    })),
  );
}

/** The run of a day, as far as it has come. */
export async function findRetentionRun({ organizationId }: Scope, day: CalendarDate) {
  const [run] = await read
    .select({ sent: noticeRuns.sent, finishedAt: noticeRuns.finishedAt })
    .from(noticeRuns)
    .where(
      and(eq(noticeRuns.organizationId, organizationId), eq(noticeRuns.name, "retention"), eq(noticeRuns.day, day)),
    );
  return run;
}

export const listUnitIds = async () =>
  (await read.select({ id: organizations.id, slug: organizations.slug }).from(organizations)).sort((a, b) =>
    a.slug < b.slug ? -1 : 1,
  );
