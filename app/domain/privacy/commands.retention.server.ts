import { setImmediate as pause } from "node:timers/promises";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { searchTextOf } from "~/domain/motions/commands.server";
import { afterCommit, inTransaction, read, write } from "~/platform/db.server";
import { forgetDocuments } from "~/platform/erasures.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { motions, noticeRuns, opinions, organizations } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { findRetentionRun, getRetention } from "./queries.retention.server";
import { dueIn, SWEEPS, type Sweep } from "./queries.sweeps.server";
import { cutoffOf, RETENTION_KINDS, type RetentionKind, retentionVersion } from "./rules.retention";

/** Rows of one transaction: nobody waits for it, and a process that is killed loses no more. */
const BATCH = 500;

/** The unit's own months; the next run goes by them. */
export function reviseRetention(
  scope: Scope,
  version: number | undefined,
  value: Record<RetentionKind, number>,
  now = new Date(),
) {
  return inTransaction(async () => {
    const saved = await getRetention(scope);
    if (version !== retentionVersion(saved)) return refuse("stale");
    await write.update(organizations).set({ retention: value }).where(eq(organizations.id, scope.organizationId));
    await recordEvent(scope, { action: "retention_revised", subjectId: scope.organizationId }, now);
    const changed = RETENTION_KINDS.filter((kind) => value[kind] !== saved[kind]);
    const data = Object.fromEntries(changed.map((kind) => [kind, value[kind]]));
    await recordAudit(scope, { action: "retention_changed", subjectId: scope.organizationId, data }, now);
    return allow({ id: scope.organizationId });
  });
}

/**
 * Forgets what a unit has kept long enough. Each batch is a transaction with its entry in the log, and what is done is
 * not due any more: a run that was killed goes on where it stood, two at once do each row once, and the next finds
 * nothing. Gives how many rows of each kind.
 */
export async function runRetention(scope: Scope, now = new Date()) {
  const { done } = await forget(scope, now);
  return done;
}

async function forget(scope: Scope, now: Date) {
  const months = await getRetention(scope);
  const done: Partial<Record<RetentionKind, number>> = {};
  for (const kind of RETENTION_KINDS) {
    const before = cutoffOf(months[kind], now);
    for (const sweep of SWEEPS[kind]) {
      for (let rows: number = BATCH; rows >= BATCH; await pause()) {
        rows = await inTransaction(() => sweepBatch(scope, kind, sweep, before, now));
        if (rows > 0) done[kind] = (done[kind] ?? 0) + rows;
      }
    }
  }
  return { done, rows: await forgetWhatWasMade(scope, now) };
}

/** Rows that are gone, of which finished pages and documents may still tell: whoever comes next has to know. */
const UNTOLD = "retention untold";
const untoldOf = ({ organizationId }: Scope) =>
  and(eq(noticeRuns.organizationId, organizationId), eq(noticeRuns.name, UNTOLD), isNull(noticeRuns.finishedAt));

/** In the transaction of the rows. */
async function noteUntold({ organizationId }: Scope, rows: number, now: Date) {
  const { name, day, finishedAt, sent } = noticeRuns;
  await write
    .insert(noticeRuns)
    .values({ organizationId, name: UNTOLD, day: warsawDate(now), sent: rows, createdAt: now })
    .onConflictDoUpdate({
      target: [noticeRuns.organizationId, name, day],
      set: { sent: sql`case when ${finishedAt} is null then ${sent} else 0 end + ${rows}`, finishedAt: null },
    });
}

/** Also for a run that was killed before it came to this. Gives how many rows that were. */
async function forgetWhatWasMade(scope: Scope, now: Date) {
  const untold = await read.select({ rows: noticeRuns.sent }).from(noticeRuns).where(untoldOf(scope));
  if (untold.length === 0) return 0;
  const rows = untold.reduce((sum, one) => sum + one.rows, 0);
  // Before it is noted as done: killed in between, it is done once more.
  forgetDocuments();
  return inTransaction(async () => {
    await write.update(noticeRuns).set({ finishedAt: now }).where(untoldOf(scope));
    afterCommit(() => forgetDocuments());
    // Finished pages are made anew, and the history says why something is not there any more.
    await recordEvent(scope, { action: "retention_done", subjectId: scope.organizationId, data: { rows } }, now);
    return rows;
  });
}

async function sweepBatch(scope: Scope, kind: RetentionKind, sweep: Sweep, before: Date, now: Date) {
  const due = dueIn(sweep, scope, before);
  const found = await read.select({ id: sweep.id }).from(sweep.table).where(due).limit(BATCH);
  if (found.length === 0) return 0;
  // An opinion has no id of its own: of these voters whatever is due.
  const chosen = and(
    due,
    inArray(
      sweep.id,
      found.map(({ id }) => id),
    ),
  );
  const rows = sweep.table === opinions ? await countOpinions(chosen) : found.length;
  if (sweep.columns) await write.update(sweep.table).set(sweep.columns).where(chosen);
  else await write.delete(sweep.table).where(chosen);
  if (kind === "motion_originals") await renewSearch(found.map(({ id }) => id));
  await recordAudit(scope, { action: "retention_run", data: { kind, rows } }, now);
  await noteUntold(scope, rows, now);
  return rows;
}

/** Words that are gone are not found any more. */
async function renewSearch(ids: string[]) {
  for (const id of ids) {
    const [motion] = await read.select().from(motions).where(eq(motions.id, id));
    if (motion)
      await write
        .update(motions)
        .set({ search: searchTextOf(motion) })
        .where(eq(motions.id, id));
  }
}

const countOpinions = async (where: ReturnType<typeof and>) =>
  (await read.select({ voter: opinions.voter }).from(opinions).where(where)).length;

/** The daily run of a unit; undefined when it has been today. */
export async function runDailyRetention(scope: Scope, now = new Date()) {
  const day = warsawDate(now);
  if ((await findRetentionRun(scope, day))?.finishedAt) return undefined;
  const { done, rows } = await forget(scope, now);
  await finishDay(scope, day, rows, now);
  return done;
}

const finishDay = (scope: Scope, day: CalendarDate, rows: number, now: Date) =>
  inTransaction(async () => {
    const key = { organizationId: scope.organizationId, name: "retention", day };
    if (await findRetentionRun(scope, day)) return;
    await write.insert(noticeRuns).values({ ...key, sent: rows, finishedAt: now, createdAt: now });
  });
