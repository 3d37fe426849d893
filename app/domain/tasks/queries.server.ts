import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { withNames } from "~/domain/history/queries.server";
import { read } from "~/platform/db.server";
import { comparePolish } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { matches } from "~/platform/search.server";
import { addDays, startOfDay, warsawDate } from "~/platform/time";
import { bodies, debates, motions, taskEntries, taskMotions, taskSupporters, tasks } from "~db/schema";
import type { CalendarDate, MotionCategory, TaskState } from "~db/vocabulary";
import { LONG_LATE_DAYS, OPEN_STATES, OWED_STATES, SILENT_AFTER_DAYS, TASK_VIEWS, type TaskView } from "./rules";

const LIST = {
  id: tasks.id,
  sequence: tasks.sequence,
  title: tasks.title,
  state: tasks.state,
  result: tasks.result,
  dueOn: tasks.dueOn,
  dueBasis: tasks.dueBasis,
  dueFrom: tasks.dueFrom,
  priority: tasks.priority,
  internal: tasks.internal,
  budgetYear: tasks.budgetYear,
  heardAt: tasks.heardAt,
  progress: tasks.progress,
  proposedDueOn: tasks.proposedDueOn,
  proposedReason: tasks.proposedReason,
  proposedAt: tasks.proposedAt,
  disownedAt: tasks.disownedAt,
  settledAt: tasks.settledAt,
  createdAt: tasks.createdAt,
  version: tasks.version,
  ownerBodyId: tasks.ownerBodyId,
  ownerName: bodies.name,
  debateId: tasks.debateId,
  debateNumber: debates.number,
  debateYear: debates.year,
  debateTopic: debates.topic,
};

export const withNumber = <T extends { sequence: number; debateNumber: number; debateYear: number }>(row: T) => ({
  ...row,
  /** "3/2026/Z1": the debate and the task within it. */
  number: `${row.debateNumber}/${row.debateYear}/Z${row.sequence}`,
});

/** The columns of every list of tasks. */
export const selectTasks = () =>
  read
    .select(LIST)
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId));

export type TaskFilter = {
  debateId?: string;
  bodyId?: string;
  state?: TaskState;
  /** open: somebody owes an answer; late: the day has passed; reported: waits for our confirmation; silent: no news. */
  show?: TaskView;
  /** Of one of its motions. */
  category?: MotionCategory;
  /** What happened between two days, the last one included: the body spoke for the first time, or it was confirmed. */
  happened?: { what: "answered" | "done"; from: CalendarDate; to: CalendarDate };
  q?: string;
  /** Key of the last row of the page before: "2026-03-18,<id>". */
  after?: { dueOn: CalendarDate; id: string };
  limit?: number;
};

const OWED = [...OWED_STATES];

/** The last moment at which a word from the body counts as silence today. */
const silentBefore = (now: Date) => startOfDay(addDays(warsawDate(now), 1 - SILENT_AFTER_DAYS));

/** Which tasks a view shows; whoever counts them asks the same question. */
export const inView = (show: TaskView, now: Date): SQL | undefined =>
  ({
    open: inArray(tasks.state, [...OPEN_STATES]),
    late: and(inArray(tasks.state, OWED), lt(tasks.dueOn, warsawDate(now))),
    long_late: and(inArray(tasks.state, OWED), lte(tasks.dueOn, addDays(warsawDate(now), -LONG_LATE_DAYS))),
    proposed: and(inArray(tasks.state, [...OWED_STATES, "needs_funds"]), isNotNull(tasks.proposedAt)),
    disowned: isNotNull(tasks.disownedAt),
    reported: eq(tasks.state, "reported_done"),
    silent: and(
      inArray(tasks.state, OWED),
      isNull(tasks.proposedAt),
      isNull(tasks.disownedAt),
      or(lt(tasks.heardAt, silentBefore(now)), and(isNull(tasks.heardAt), lt(tasks.createdAt, silentBefore(now)))),
    ),
    settled: inArray(tasks.state, ["confirmed", "partly_done", "refused", "needs_funds", "transferred"]),
  })[show];

/** Confirmed, or heard of for the first time, within these days. A task that was passed on speaks through the next. */
export const happenedIn = (what: "answered" | "done", days?: { from: CalendarDate; to: CalendarDate }) => {
  const at = what === "done" ? tasks.settledAt : tasks.firstHeardAt;
  return and(
    what === "done" ? eq(tasks.state, "confirmed") : ne(tasks.state, "transferred"),
    isNotNull(at),
    days && gte(at, startOfDay(days.from)),
    days && lt(at, startOfDay(addDays(days.to, 1))),
  );
};

const ofCategory = (scope: Scope, category: MotionCategory) =>
  inArray(
    tasks.id,
    read
      .select({ id: taskMotions.taskId })
      .from(taskMotions)
      .innerJoin(motions, eq(motions.id, taskMotions.motionId))
      .where(and(eq(taskMotions.organizationId, scope.organizationId), eq(motions.category, category))),
  );

const filtered = (scope: Scope, filter: TaskFilter, now: Date) => {
  const { debateId, bodyId, state, show, q, category, happened } = filter;
  return and(
    eq(tasks.organizationId, scope.organizationId),
    debateId ? eq(tasks.debateId, debateId) : undefined,
    bodyId ? eq(tasks.ownerBodyId, bodyId) : undefined,
    state ? eq(tasks.state, state) : undefined,
    show ? inView(show, now) : undefined,
    category ? ofCategory(scope, category) : undefined,
    happened ? happenedIn(happened.what, happened) : undefined,
    matches(tasks.search, q),
  );
};

/** Tasks of the unit by deadline, the most urgent first. */
export async function listTasks(scope: Scope, filter: TaskFilter = {}, now = new Date()) {
  const { after, limit = 50 } = filter;
  const beyond = after && or(gt(tasks.dueOn, after.dueOn), and(eq(tasks.dueOn, after.dueOn), gt(tasks.id, after.id)));
  const rows = await selectTasks()
    .where(and(filtered(scope, filter, now), beyond))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
  return rows.map(withNumber);
}

/** How many tasks each view of the list holds under the same filters. */
export async function countTasks(scope: Scope, filter: TaskFilter = {}, now = new Date()) {
  const counts: Partial<Record<TaskView, number>> = {};
  for (const show of TASK_VIEWS) {
    const [row] = await read
      .select({ many: count() })
      .from(tasks)
      .where(filtered(scope, { ...filter, show }, now));
    counts[show] = row?.many ?? 0;
  }
  return counts as Record<TaskView, number>;
}

/** Debates and bodies that have tasks, for the filters of the list. */
export async function listTaskFilters(scope: Scope) {
  const mine = eq(tasks.organizationId, scope.organizationId);
  const owners = await read
    .selectDistinct({ id: bodies.id, name: bodies.name })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(mine);
  const from = await read
    .selectDistinct({ id: debates.id, number: debates.number, year: debates.year, topic: debates.topic })
    .from(tasks)
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(mine);
  return {
    bodies: owners.sort((a, b) => comparePolish(a.name, b.name)),
    debates: from.sort((a, b) => b.year - a.year || b.number - a.number),
  };
}

/** The states of all tasks that follow from one motion. */
export async function listStatesOfMotion(scope: Scope, motionId: string) {
  const rows = await read
    .select({ state: tasks.state })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .where(and(eq(taskMotions.organizationId, scope.organizationId), eq(taskMotions.motionId, motionId)));
  return rows.map(({ state }) => state);
}

/** Part of each task's number. */
export async function getDebateNumber(scope: Scope, debateId: string) {
  const [debate] = await read
    .select({ number: debates.number, year: debates.year })
    .from(debates)
    .where(and(eq(debates.id, debateId), eq(debates.organizationId, scope.organizationId)));
  return debate ?? notFound();
}

/** One task with its motions, supporters and everything that was said. 404 outside the scope. */
export async function getTask(scope: Scope, id: string) {
  const [row] = await read
    .select({
      ...LIST,
      details: tasks.details,
      debateStartsAt: debates.startsAt,
      firstHeardAt: tasks.firstHeardAt,
      proposedBy: tasks.proposedBy,
      disownedReason: tasks.disownedReason,
      remindedAt: tasks.remindedAt,
      refusalReason: tasks.refusalReason,
      transferredToId: tasks.transferredToId,
      ownerEmail: bodies.email,
    })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(and(eq(tasks.id, id), eq(tasks.organizationId, scope.organizationId)));
  if (!row) notFound();
  const [found, helpers, entries, cameFrom] = await Promise.all([
    listMotionsOfTasks(scope, [id]),
    listSupporters(scope, id),
    listEntries(scope, id),
    read
      .select({ id: tasks.id, ownerName: bodies.name })
      .from(tasks)
      .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
      .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.transferredToId, id))),
  ]);
  return { ...withNumber(row), motions: found, supporters: helpers, entries, cameFrom: cameFrom[0] ?? null };
}

/** What these tasks follow from; the public text only, so that it may be shown to a body. */
export async function listMotionsOfTasks(scope: Scope, taskIds: string[]) {
  if (taskIds.length === 0) return [];
  return read
    .select({
      taskId: taskMotions.taskId,
      id: motions.id,
      number: motions.number,
      category: motions.category,
      place: motions.place,
      text: motions.textPublic,
      sensitivity: motions.sensitivity,
      outcome: motions.outcome,
      hallVerdict: motions.hallVerdict,
      reportText: motions.reportText,
      submittedAt: motions.submittedAt,
    })
    .from(taskMotions)
    .innerJoin(motions, eq(motions.id, taskMotions.motionId))
    .where(and(eq(taskMotions.organizationId, scope.organizationId), inArray(taskMotions.taskId, taskIds)))
    .orderBy(asc(motions.sequence));
}

const listSupporters = (scope: Scope, taskId: string) =>
  read
    .select({ id: bodies.id, name: bodies.name })
    .from(taskSupporters)
    .innerJoin(bodies, eq(bodies.id, taskSupporters.bodyId))
    .where(and(eq(taskSupporters.organizationId, scope.organizationId), eq(taskSupporters.taskId, taskId)))
    .orderBy(asc(bodies.name));

/** Everything that was said, the newest first, with the name of the member who said it. */
export async function listEntries(scope: Scope, taskId: string) {
  const rows = await read
    .select({
      id: taskEntries.id,
      kind: taskEntries.kind,
      fromState: taskEntries.fromState,
      toState: taskEntries.toState,
      text: taskEntries.text,
      dueOn: taskEntries.dueOn,
      public: taskEntries.public,
      progress: taskEntries.progress,
      author: taskEntries.author,
      authorPost: taskEntries.authorPost,
      actor: taskEntries.actor,
      at: taskEntries.at,
    })
    .from(taskEntries)
    .where(and(eq(taskEntries.organizationId, scope.organizationId), eq(taskEntries.taskId, taskId)))
    .orderBy(desc(taskEntries.at), desc(taskEntries.id));
  return withNames(rows);
}
