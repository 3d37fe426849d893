import { and, asc, eq, gt, inArray, like, lt, or, type SQL } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { bodies, debates, motions, taskEntries, taskMotions, taskSupporters, tasks } from "~db/schema";
import type { CalendarDate, TaskState } from "~db/vocabulary";
import { OPEN_STATES } from "./rules";

const LIST = {
  id: tasks.id,
  sequence: tasks.sequence,
  title: tasks.title,
  state: tasks.state,
  result: tasks.result,
  dueOn: tasks.dueOn,
  dueBasis: tasks.dueBasis,
  priority: tasks.priority,
  internal: tasks.internal,
  budgetYear: tasks.budgetYear,
  heardAt: tasks.heardAt,
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

const withNumber = <T extends { sequence: number; debateNumber: number; debateYear: number }>(row: T) => ({
  ...row,
  /** "3/2026/Z1": the debate and the task within it. */
  number: `${row.debateNumber}/${row.debateYear}/Z${row.sequence}`,
});

const selectTasks = () =>
  read
    .select(LIST)
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId));

export type TaskFilter = {
  debateId?: string;
  bodyId?: string;
  state?: TaskState;
  /** open: somebody owes an answer; late: the day has passed. */
  show?: "open" | "late" | "settled";
  q?: string;
  /** Key of the last row of the page before: "2026-03-18,<id>". */
  after?: { dueOn: CalendarDate; id: string };
  limit?: number;
};

const OWED: TaskState[] = ["new", "accepted", "in_progress"];

/** Tasks of the unit by deadline, the most urgent first. */
export async function listTasks(scope: Scope, filter: TaskFilter = {}, now = new Date()) {
  const { debateId, bodyId, state, show, q, after, limit = 50 } = filter;
  const where: (SQL | undefined)[] = [
    eq(tasks.organizationId, scope.organizationId),
    debateId ? eq(tasks.debateId, debateId) : undefined,
    bodyId ? eq(tasks.ownerBodyId, bodyId) : undefined,
    state ? eq(tasks.state, state) : undefined,
    show === "open" ? inArray(tasks.state, [...OPEN_STATES]) : undefined,
    show === "late" ? and(inArray(tasks.state, OWED), lt(tasks.dueOn, warsawDate(now))) : undefined,
    show === "settled" ? inArray(tasks.state, ["confirmed", "partly_done", "refused", "needs_funds"]) : undefined,
    q ? like(tasks.search, `%${foldForSearch(q).replace(/[%_\\]/g, " ")}%`) : undefined,
    after ? or(gt(tasks.dueOn, after.dueOn), and(eq(tasks.dueOn, after.dueOn), gt(tasks.id, after.id))) : undefined,
  ];
  const rows = await selectTasks()
    .where(and(...where))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
  return rows.map(withNumber);
}

/** One task with its motions, supporters and everything that was said. 404 outside the scope. */
export async function getTask(scope: Scope, id: string) {
  const [row] = await read
    .select({
      ...LIST,
      details: tasks.details,
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

export const listEntries = (scope: Scope, taskId: string) =>
  read
    .select({
      id: taskEntries.id,
      kind: taskEntries.kind,
      fromState: taskEntries.fromState,
      toState: taskEntries.toState,
      text: taskEntries.text,
      dueOn: taskEntries.dueOn,
      public: taskEntries.public,
      author: taskEntries.author,
      at: taskEntries.at,
    })
    .from(taskEntries)
    .where(and(eq(taskEntries.organizationId, scope.organizationId), eq(taskEntries.taskId, taskId)))
    .orderBy(asc(taskEntries.at), asc(taskEntries.id));

/** What one body owes or has answered: its desk. Internal details stay in the office. */
export async function listDeskTasks(scope: Scope, bodyId: string) {
  const rows = await selectTasks()
    .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.ownerBodyId, bodyId)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  const found = await listMotionsOfTasks(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...withNumber(row), motions: found.filter(({ taskId }) => taskId === row.id) }));
}

/** The owner of a task, for a gate that has to know whether the desk may touch it. */
export async function findTaskOwner(scope: Scope, id: string) {
  const [row] = await read
    .select({ ownerBodyId: tasks.ownerBodyId })
    .from(tasks)
    .where(and(eq(tasks.id, id), eq(tasks.organizationId, scope.organizationId)));
  return row?.ownerBodyId;
}
