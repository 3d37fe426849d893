import { and, asc, between, eq, gt, inArray, isNull, lt, max, ne, notExists, or, sql } from "drizzle-orm";
import { OWED_STATES, SILENT_AFTER_DAYS } from "~/domain/tasks/rules";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay } from "~/platform/time";
import { bodies, debates, noticeRuns, organizations, taskEntries, taskNotices, tasks } from "~db/schema";
import type { CalendarDate, NoticeKind } from "~db/vocabulary";
import { type Stage, stageDay, windowOf } from "./rules";

/** What the letters say of the unit, and whether it wants them. */
export async function getReminderUnit(scope: Scope) {
  const [unit] = await read
    .select({
      slug: organizations.slug,
      name: organizations.name,
      shortName: organizations.shortName,
      department: organizations.department,
      headOffice: organizations.headOffice,
      phone: organizations.phone,
      email: organizations.email,
      chairEmail: organizations.chairEmail,
      reminds: organizations.reminds,
    })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  return unit ?? notFound();
}
export type ReminderUnit = Awaited<ReturnType<typeof getReminderUnit>>;

const owed = (scope: Scope) =>
  and(eq(tasks.organizationId, scope.organizationId), inArray(tasks.state, [...OWED_STATES]));

/** Nothing has been heard of the task since this day began. */
const quietSince = (day: CalendarDate) =>
  and(lt(tasks.createdAt, startOfDay(day)), or(isNull(tasks.heardAt), lt(tasks.heardAt, startOfDay(day))));

const notSent = (kind: NoticeKind) =>
  notExists(
    read
      .select({ one: sql`1` })
      .from(taskNotices)
      .where(
        and(
          eq(taskNotices.organizationId, tasks.organizationId),
          eq(taskNotices.taskId, tasks.id),
          eq(taskNotices.kind, kind),
          eq(taskNotices.dueOn, tasks.dueOn),
        ),
      ),
  );

/** The days on which something is due that a run of `from` to `until` may have a word about; read from the index alone. */
export async function listDeadlines(scope: Scope, from: CalendarDate, until = from) {
  const rows = await read
    .selectDistinct({ dueOn: tasks.dueOn })
    .from(tasks)
    .where(and(owed(scope), between(tasks.dueOn, windowOf(from).from, windowOf(until).until)))
    .orderBy(asc(tasks.dueOn));
  return rows.map(({ dueOn }) => dueOn);
}

/** Tasks of one deadline whose owner has not had this word yet, nor spoken since its day; held ones only on demand. */
export function listUnreminded(scope: Scope, dueOn: CalendarDate, stage: Stage, { held = false, limit = 50_000 } = {}) {
  return read
    .select({ id: tasks.id, bodyId: tasks.ownerBodyId })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(
      and(
        owed(scope),
        eq(tasks.dueOn, dueOn),
        quietSince(stageDay(stage, dueOn)),
        held
          ? undefined
          : and(
              ...[isNull(tasks.proposedAt), isNull(tasks.disownedAt)],
              ...[ne(bodies.email, ""), isNull(bodies.archivedAt)],
            ),
        notSent(stage),
      ),
    )
    .limit(limit);
}

/** Tasks of which the chair has to hear on this day, the oldest deadlines first. */
export async function listUnanswered(scope: Scope, day: CalendarDate, { held = false, limit = 500 } = {}) {
  const rows = await read
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        owed(scope),
        quietSince(addDays(day, 1 - SILENT_AFTER_DAYS)),
        or(eq(tasks.state, "new"), lt(tasks.dueOn, day)),
        held ? undefined : and(isNull(tasks.proposedAt), isNull(tasks.disownedAt)),
        notSent("chair_30"),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

const REMINDED = {
  id: tasks.id,
  title: tasks.title,
  sequence: tasks.sequence,
  debateNumber: debates.number,
  debateYear: debates.year,
  state: tasks.state,
  dueOn: tasks.dueOn,
  createdAt: tasks.createdAt,
  heardAt: tasks.heardAt,
  proposedAt: tasks.proposedAt,
  disownedAt: tasks.disownedAt,
  bodyId: tasks.ownerBodyId,
  bodyName: bodies.name,
  email: bodies.email,
  archivedAt: bodies.archivedAt,
  deskGeneration: bodies.deskGeneration,
};

/** Everything that the rule and the letters ask of these tasks, by deadline. */
export async function listReminded(scope: Scope, ids: readonly string[]) {
  const found = await inParts(ids, (some) =>
    read
      .select(REMINDED)
      .from(tasks)
      .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
      .innerJoin(debates, eq(debates.id, tasks.debateId))
      .where(and(eq(tasks.organizationId, scope.organizationId), inArray(tasks.id, some))),
  );
  const [sent, granted] = [await listSent(scope, ids), await listExtensions(scope, ids)];
  return found.sort(byDeadline).map(({ debateNumber, debateYear, sequence, archivedAt, ...task }) => ({
    ...task,
    // Behind the link of an archived body is nothing: nobody to write to, and all the more to tell the chair.
    email: archivedAt ? "" : task.email,
    number: `${debateNumber}/${debateYear}/Z${sequence}`,
    sent: sent.get(`${task.id} ${task.dueOn}`) ?? [],
    extendedAt: granted.get(task.id) ?? null,
  }));
}
type Numbered = { dueOn: CalendarDate; debateYear: number; debateNumber: number; sequence: number };
const byDeadline = (a: Numbered, b: Numbered) =>
  (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1) ||
  a.debateYear - b.debateYear ||
  a.debateNumber - b.debateNumber ||
  a.sequence - b.sequence;

export type RemindedTask = Awaited<ReturnType<typeof listReminded>>[number];

/** By task and deadline, because a new deadline begins anew. */
async function listSent(scope: Scope, ids: readonly string[]) {
  const rows = await inParts(ids, (some) =>
    read
      .select({ taskId: taskNotices.taskId, kind: taskNotices.kind, dueOn: taskNotices.dueOn })
      .from(taskNotices)
      .where(and(eq(taskNotices.organizationId, scope.organizationId), inArray(taskNotices.taskId, some))),
  );
  const sent = new Map<string, NoticeKind[]>();
  for (const { taskId, dueOn, kind } of rows) {
    const key = `${taskId} ${dueOn}`;
    sent.set(key, [...(sent.get(key) ?? []), kind]);
  }
  return sent;
}

/** When the present deadline was granted. */
async function listExtensions(scope: Scope, ids: readonly string[]) {
  const rows = await inParts(ids, (some) =>
    read
      .select({ taskId: taskEntries.taskId, at: max(taskEntries.at) })
      .from(taskEntries)
      .where(
        and(
          eq(taskEntries.organizationId, scope.organizationId),
          inArray(taskEntries.taskId, some),
          eq(taskEntries.kind, "extension"),
        ),
      )
      .groupBy(taskEntries.taskId),
  );
  return new Map(rows.map(({ taskId, at }) => [taskId, at]));
}

const AT_ONCE = 500;

/** Databases take only so many values in one question. */
async function inParts<Row>(ids: readonly string[], ask: (some: string[]) => PromiseLike<Row[]>) {
  const rows: Row[] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) rows.push(...(await ask(ids.slice(i, i + AT_ONCE))));
  return rows;
}

/** How far the run of a day has come; undefined when it has not begun. */
export async function findRun(scope: Scope, name: string, day: CalendarDate) {
  const [run] = await read
    .select({ cursor: noticeRuns.cursor, sent: noticeRuns.sent, finishedAt: noticeRuns.finishedAt })
    .from(noticeRuns)
    .where(
      and(eq(noticeRuns.organizationId, scope.organizationId), eq(noticeRuns.name, name), eq(noticeRuns.day, day)),
    );
  return run;
}

const unfinished = (name: string, day: CalendarDate) =>
  notExists(
    read
      .select({ one: sql`1` })
      .from(noticeRuns)
      .where(
        and(
          eq(noticeRuns.organizationId, organizations.id),
          eq(noticeRuns.name, name),
          eq(noticeRuns.day, day),
          gt(noticeRuns.finishedAt, new Date(0)),
        ),
      ),
  );

/** Units that still have a run before them today; for the clock beside the server, which belongs to none. */
export async function listUnitsToRemind(day: CalendarDate, monday: CalendarDate) {
  const rows = await read
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.reminds, true), or(unfinished("reminders", day), unfinished("digest", monday))))
    .orderBy(asc(organizations.id));
  return rows.map(({ id }) => id);
}
