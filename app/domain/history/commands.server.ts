import { and, eq, lt, sql } from "drizzle-orm";
import { afterCommit, inTransaction, read, write } from "~/platform/db.server";
import { ringOutbox } from "~/platform/outbox-bell.server";
import type { Scope } from "~/platform/scope";
import { counters, events, organizations, submissions } from "~db/schema";

export type EventData = Record<string, string | number | boolean | null>;
export type NewEvent = {
  /** Past tense, the room's noun first: "debate_announced". */
  action: string;
  subjectId: string;
  debateId?: string | null;
  /** What a reader of the history may see. Never a token, never a resident's name or words. */
  data?: EventData;
  /** True when a job (mail, document) has to act on it. */
  job?: boolean;
};

/** Call it inside the transaction of the change it records. Also tells finished public pages that they are old. */
export async function recordEvent(scope: Scope, event: NewEvent, now = new Date()) {
  const { action, subjectId, debateId = null, data = null, job = false } = event;
  const { organizationId, actor } = scope;
  await write.insert(events).values({
    organizationId,
    actor,
    action,
    subjectId,
    debateId,
    data,
    occurredAt: now,
    deliveredAt: job ? null : now,
    nextAttemptAt: job ? now : null,
  });
  await write
    .update(organizations)
    .set({ revision: sql`${organizations.revision} + 1` })
    .where(eq(organizations.id, organizationId));
  if (job) afterCommit(ringOutbox);
}

/** The next number of a series: no gap and no double, because it is saved together with what bears it. */
export async function nextNumber(scope: Scope, name: string, atLeast = 1) {
  const mine = and(eq(counters.organizationId, scope.organizationId), eq(counters.name, name));
  const [known] = await read.select({ value: counters.value }).from(counters).where(mine);
  const value = Math.max((known?.value ?? 0) + 1, atLeast);
  if (known) await write.update(counters).set({ value }).where(mine);
  else await write.insert(counters).values({ organizationId: scope.organizationId, name, value });
  return value;
}

/**
 * The same form key has one effect and the same answer: a double click, a reload, a phone that sends twice.
 * A refusal is not kept, so a corrected form may come with the same key. `work` returns plain JSON values.
 */
export function once<T extends { ok: boolean }>(scope: Scope, key: string, work: () => Promise<T>): Promise<T> {
  return inTransaction(async () => {
    const { organizationId } = scope;
    const [known] = await read
      .select({ result: submissions.result })
      .from(submissions)
      .where(and(eq(submissions.organizationId, organizationId), eq(submissions.key, key)));
    if (known) return known.result as T;
    const result = await work();
    if (result.ok) await write.insert(submissions).values({ organizationId, key, result, submittedAt: new Date() });
    return result;
  });
}

const KEEP_KEYS_MS = 7 * 24 * 60 * 60 * 1000;

/** A form that was opened a week ago may be sent again; older keys are let go. */
export const forgetOldSubmissions = (now = new Date()) =>
  inTransaction(async () => {
    await write.delete(submissions).where(lt(submissions.submittedAt, new Date(now.getTime() - KEEP_KEYS_MS)));
  });
