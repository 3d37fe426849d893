import { and, count, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { idsIn, lengthFor, prepared, preparedByShape, valuesOfIds } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { events, messages, submissions, users } from "~db/schema";
import type { MailStatus } from "~db/vocabulary";
import { keptKey } from "./rules";

/** The last events of a debate, newest first, with the name of the member who acted. */
export async function listDebateEvents(scope: Scope, debateId: string, limit = 20) {
  return withNames(
    await read
      .select(EVENT)
      .from(events)
      .where(and(eq(events.organizationId, scope.organizationId), eq(events.debateId, debateId)))
      .orderBy(desc(events.occurredAt))
      .limit(limit),
  );
}

/** Everything that happened to one thing, newest first. */
export async function listSubjectEvents(scope: Scope, subjectId: string, limit = 50) {
  return withNames(await ofSubject({ unit: scope.organizationId, subjectId, limit }));
}

const EVENT = {
  id: events.id,
  action: events.action,
  subjectId: events.subjectId,
  actor: events.actor,
  data: events.data,
  occurredAt: events.occurredAt,
};

const ofSubject = prepared((from) =>
  from
    .select(EVENT)
    .from(events)
    .where(and(eq(events.organizationId, sql.placeholder("unit")), eq(events.subjectId, sql.placeholder("subjectId"))))
    .orderBy(desc(events.occurredAt))
    .limit(sql.placeholder("limit")),
);

/** Beside each row the name of the member who acted, if it was one. */
export async function withNames<T extends { actor: string }>(rows: T[]) {
  const ids = [...new Set(rows.map(({ actor }) => actor).filter((actor) => actor.startsWith("user:")))];
  const found = ids.length ? await namesOf(ids.map((actor) => actor.slice(5))) : [];
  const names = new Map(found.map(({ id, name }) => [`user:${id}`, name]));
  return rows.map((row) => ({ ...row, actorName: names.get(row.actor) ?? null }));
}

const ofUsers = preparedByShape();
const namesOf = (ids: string[]) =>
  ofUsers(String(lengthFor(ids)), (from) =>
    from
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(idsIn(users.id, lengthFor(ids))),
  )(valuesOfIds(ids));

type LetterFilter = {
  debateId?: string;
  status?: MailStatus;
  /** The last letter of the page before. */
  before?: { createdAt: Date; id: string };
  limit?: number;
};

/** Letters of the unit, newest first; without their text. */
export async function listMessages(scope: Scope, { debateId, status, before, limit = 100 }: LetterFilter = {}) {
  return read
    .select({
      id: messages.id,
      kind: messages.kind,
      subjectId: messages.subjectId,
      recipientName: messages.recipientName,
      recipientEmail: messages.recipientEmail,
      subject: messages.subject,
      status: messages.status,
      attempts: messages.attempts,
      failure: messages.failure,
      sentAt: messages.sentAt,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.organizationId, scope.organizationId),
        debateId ? eq(messages.debateId, debateId) : undefined,
        status && eq(messages.status, status),
        before &&
          or(
            lt(messages.createdAt, before.createdAt),
            and(eq(messages.createdAt, before.createdAt), lt(messages.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
}

/** How many letters are in each state; states without any are missing. */
export async function countMessages(scope: Scope): Promise<Partial<Record<MailStatus, number>>> {
  const rows = await read
    .select({ status: messages.status, many: count() })
    .from(messages)
    .where(eq(messages.organizationId, scope.organizationId))
    .groupBy(messages.status);
  return Object.fromEntries(rows.map(({ status, many }) => [status, many]));
}

/** One letter with its text; links are still placeholders. */
export async function findMessage(scope: Scope, id: string) {
  const [message] = await read
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.organizationId, scope.organizationId)));
  return message;
}

/** Delivery of the newest letter about each subject: what staff want to know beside a guest. */
export async function deliveryOf(scope: Scope, subjectIds: string[]) {
  if (subjectIds.length === 0)
    return new Map<string, { status: string; failure: string | null; sentAt: Date | null }>();
  const rows = await read
    .select({
      subjectId: messages.subjectId,
      status: messages.status,
      failure: messages.failure,
      sentAt: messages.sentAt,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(and(eq(messages.organizationId, scope.organizationId), inArray(messages.subjectId, subjectIds)))
    .orderBy(messages.createdAt);
  return new Map(rows.map(({ subjectId, status, failure, sentAt }) => [subjectId, { status, failure, sentAt }]));
}

/** What a form was answered with, as long as its key is kept; undefined when it never came. */
export async function findSubmission(scope: Scope, key: string): Promise<unknown> {
  const [row] = await read
    .select({ result: submissions.result })
    .from(submissions)
    .where(and(eq(submissions.organizationId, scope.organizationId), eq(submissions.key, keptKey(scope.actor, key))));
  return row?.result;
}
