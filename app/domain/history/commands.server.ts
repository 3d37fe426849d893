import { and, eq, lt, sql } from "drizzle-orm";
import { afterCommit, inTransaction, write } from "~/platform/db.server";
import { ringOutbox } from "~/platform/outbox-bell.server";
import { prepared, preparedChange, preparedInsert, slot } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { counters, events, organizations, submissions } from "~db/schema";
import { keptKey } from "./rules";

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
  /** When the job is due; at once unless said otherwise. */
  dueAt?: Date;
};

/** Call it inside the transaction of the change it records. Also tells finished public pages that they are old. */
export async function recordEvent(scope: Scope, event: NewEvent, now = new Date()) {
  const { action, subjectId, debateId = null, data = null, job = false, dueAt = now } = event;
  const { organizationId, actor } = scope;
  await addEvent({
    organizationId,
    actor,
    action,
    subjectId,
    debateId,
    data,
    occurredAt: now,
    deliveredAt: job ? null : now,
    nextAttemptAt: job ? dueAt : null,
  });
  await countOn({ unit: organizationId, at: new Date() });
  if (job) afterCommit(ringOutbox);
}

const addEvent = preparedInsert(events);
const countOn = preparedChange((to) =>
  to
    .update(organizations)
    .set({ revision: sql`${organizations.revision} + 1`, updatedAt: slot("at", organizations.updatedAt) })
    .where(eq(organizations.id, sql.placeholder("unit"))),
);

/** The next number of a series: no gap and no double, because it is saved together with what bears it. */
export async function nextNumber(scope: Scope, name: string, atLeast = 1) {
  const { organizationId: unit } = scope;
  const [known] = await lastNumber({ unit, name });
  const value = Math.max((known?.value ?? 0) + 1, atLeast);
  if (known) await keepNumber({ unit, name, value });
  else await addCounter({ organizationId: unit, name, value });
  return value;
}

const ofSeries = and(eq(counters.organizationId, sql.placeholder("unit")), eq(counters.name, sql.placeholder("name")));
const lastNumber = prepared((from) => from.select({ value: counters.value }).from(counters).where(ofSeries));
const keepNumber = preparedChange((to) =>
  to
    .update(counters)
    .set({ value: slot("value", counters.value) })
    .where(ofSeries),
);
const addCounter = preparedInsert(counters);

/**
 * The same form key has one effect and the same answer: a double click, a reload, a phone that sends twice.
 * A refusal is not kept, so a corrected form may come with the same key. `work` returns plain JSON values.
 */
export function once<T extends { ok: boolean }>(scope: Scope, formKey: string, work: () => Promise<T>): Promise<T> {
  return inTransaction(async () => {
    const { organizationId } = scope;
    const key = keptKey(scope.actor, formKey);
    const [known] = await answerOf({ unit: organizationId, key });
    if (known) return known.result as T;
    const result = await work();
    if (result.ok) await keepAnswer({ organizationId, key, result, submittedAt: new Date() });
    return result;
  });
}

const answerOf = prepared((from) =>
  from
    .select({ result: submissions.result })
    .from(submissions)
    .where(and(eq(submissions.organizationId, sql.placeholder("unit")), eq(submissions.key, sql.placeholder("key")))),
);
const keepAnswer = preparedInsert(submissions);

const KEEP_KEYS_MS = 7 * 24 * 60 * 60 * 1000;

/** A form that was opened a week ago may be sent again; older keys are let go. */
export const forgetOldSubmissions = (now = new Date()) =>
  inTransaction(async () => {
    await write.delete(submissions).where(lt(submissions.submittedAt, new Date(now.getTime() - KEEP_KEYS_MS)));
  });
