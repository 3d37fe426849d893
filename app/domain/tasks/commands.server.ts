import { and, eq } from "drizzle-orm";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { linkTask, settleMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { decideMove as decideMotionMove, stateOf } from "~/domain/motions/rules";
import { inTransaction, read, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, taskEntries, taskMotions, taskSupporters, tasks } from "~db/schema";
import type { CalendarDate, DueBasis, TaskEntryKind, TaskState } from "~db/vocabulary";
import { getTask } from "./queries.server";
import { decideExtension, decideMove, decideTransfer, type Speaker, settlementOf, type TaskMove } from "./rules";

export type NewTask = {
  motionIds: string[];
  title: string;
  details?: string;
  ownerBodyId: string;
  supporterIds?: string[];
  dueOn: CalendarDate;
  dueBasis: DueBasis;
  priority?: boolean;
  internal?: boolean;
};

/** One action makes a task of one or more motions: owner, date, basis. The motions then say "zadanie". */
export function giveTask(scope: Scope, debateId: string, value: NewTask, now = new Date()) {
  return inTransaction(async () => {
    const { motionIds, supporterIds = [], ...columns } = value;
    const debate = await getDebateNumber(scope, debateId);
    const owner = await getBodyName(scope, value.ownerBodyId);
    const chosen = await Promise.all([...new Set(motionIds)].map((motionId) => getMotion(scope, motionId)));
    if (chosen.some((motion) => !decideMotionMove(stateOf(motion), "link_task").ok)) return refuse("motion_decided");

    const secret = value.internal || chosen.some(({ sensitivity }) => sensitivity !== "public");
    const sequence = await nextNumber(scope, `tasks:${debateId}`);
    const { organizationId } = scope;
    const [task] = await write
      .insert(tasks)
      .values({
        ...columns,
        organizationId,
        debateId,
        sequence,
        internal: secret,
        search: foldForSearch([value.title, value.details, owner, ...chosen.map(({ place }) => place)].join(" ")),
        createdAt: now,
      })
      .returning({ id: tasks.id });
    if (!task) throw new Error("The task was not written");
    for (const motion of chosen) {
      await write.insert(taskMotions).values({ organizationId, taskId: task.id, motionId: motion.id });
      await linkTask(scope, motion.id, now);
    }
    for (const bodyId of new Set(supporterIds)) {
      await getBodyName(scope, bodyId);
      if (bodyId !== value.ownerBodyId)
        await write.insert(taskSupporters).values({ organizationId, taskId: task.id, bodyId });
    }
    await addEntry(scope, task.id, { kind: "state", toState: "new", dueOn: value.dueOn, public: !secret }, now);
    const number = `${debate.number}/${debate.year}/Z${sequence}`;
    await recordEvent(
      scope,
      { action: "task_given", subjectId: task.id, debateId, data: { number, body: owner }, job: true },
      now,
    );
    return allow({ id: task.id });
  });
}

type Said = TaskMove & { author?: string };

/** Staff write down what happened, or confirm it. `version` is the one the form was filled in over. */
export const moveTask = (scope: Scope, id: string, version: number | undefined, said: Said, now = new Date()) =>
  change(scope, id, version, "staff", said, now);

/** The body speaks for itself through its desk; its scope is a body's, and the task has to be its own. */
export async function reportOnTask(
  scope: Scope,
  id: string,
  version: number | undefined,
  said: Said,
  now = new Date(),
) {
  return change(scope, id, version, "body", said, now);
}

function change(scope: Scope, id: string, version: number | undefined, speaker: Speaker, said: Said, now: Date) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, speaker);
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideMove(task, said, speaker, now);
    if (!decision.ok) return decision;

    await updateTask(scope, id, { ...decision.value, version: task.version + 1 });
    const kind = speaker === "body" ? "report" : "state";
    const { author = "", text } = said;
    await addEntry(
      scope,
      id,
      { kind, fromState: task.state, toState: said.to, text, author, public: !task.internal },
      now,
    );
    const settlement = settlementOf(said.to);
    for (const motion of task.motions)
      await settleMotion(scope, motion.id, { settlement: settlement ?? null, note: text }, now);
    const { number, debateId } = task;
    await recordEvent(
      scope,
      { action: "task_moved", subjectId: id, debateId, data: { number, to: said.to }, job: true },
      now,
    );
    return allow({ id });
  });
}

type Extension = { dueOn: CalendarDate; text: string; author?: string };

export function extendTask(scope: Scope, id: string, version: number | undefined, value: Extension, now = new Date()) {
  return inTransaction(async () => {
    const speaker = scope.actor.startsWith("body:") ? "body" : "staff";
    const task = await getOwnTask(scope, id, speaker);
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideExtension(task, value);
    if (!decision.ok) return decision;

    await updateTask(scope, id, { dueOn: value.dueOn, heardAt: now, version: task.version + 1 });
    const { text, dueOn, author = "" } = value;
    await addEntry(scope, id, { kind: "extension", text, dueOn, author, public: !task.internal }, now);
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_extended", subjectId: id, debateId, data: { number, dueOn } }, now);
    return allow({ id });
  });
}

/** Closes this task as passed on and opens the same one at the next body. Returns the new task. */
export function transferTask(
  scope: Scope,
  id: string,
  version: number | undefined,
  value: { toBodyId: string; text: string; dueOn?: CalendarDate; dueBasis?: DueBasis },
  now = new Date(),
) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideTransfer(task, value, now);
    if (!decision.ok) return decision;

    const next = await giveTask(
      scope,
      task.debateId,
      {
        motionIds: task.motions.map((motion) => motion.id),
        title: task.title,
        details: task.details,
        ownerBodyId: value.toBodyId,
        dueOn: value.dueOn ?? task.dueOn,
        dueBasis: value.dueBasis ?? task.dueBasis,
        priority: task.priority,
        internal: task.internal,
      },
      now,
    );
    if (!next.ok) return next;
    await updateTask(scope, id, { ...decision.value, transferredToId: next.value.id, version: task.version + 1 });
    const body = await getBodyName(scope, value.toBodyId);
    await addEntry(
      scope,
      id,
      { kind: "transfer", fromState: task.state, toState: "transferred", text: value.text, public: !task.internal },
      now,
    );
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_transferred", subjectId: id, debateId, data: { number, body } }, now);
    return next;
  });
}

/** Asks the body for news; the letter goes out by the outbox. */
export function remindOwner(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (!["new", "accepted", "in_progress"].includes(task.state)) return refuse("not_open");
    if (task.ownerEmail === "") return refuse("no_email");
    await updateTask(scope, id, { remindedAt: now });
    await addEntry(scope, id, { kind: "reminder", public: false }, now);
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_reminded", subjectId: id, debateId, data: { number }, job: true }, now);
    return allow({ id });
  });
}

/** For the office only; never public. */
export function noteOnTask(scope: Scope, id: string, text: string, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    await addEntry(scope, id, { kind: "note", text, public: false }, now);
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_noted", subjectId: id, debateId, data: { number } }, now);
    return allow({ id });
  });
}

async function getOwnTask(scope: Scope, id: string, speaker: Speaker) {
  const task = await getTask(scope, id);
  // A desk opens only what its body owns; anything else does not exist for it.
  if (speaker === "body" && scope.actor !== `body:${task.ownerBodyId}`) notFound();
  return task;
}

const updateTask = async (scope: Scope, id: string, columns: Partial<typeof tasks.$inferInsert>) =>
  void (await write
    .update(tasks)
    .set(columns)
    .where(and(eq(tasks.id, id), eq(tasks.organizationId, scope.organizationId))));

type Entry = {
  kind: TaskEntryKind;
  fromState?: TaskState;
  toState?: TaskState;
  text?: string;
  dueOn?: CalendarDate;
  author?: string;
  public: boolean;
};

const addEntry = async ({ organizationId, actor }: Scope, taskId: string, entry: Entry, now: Date) =>
  void (await write.insert(taskEntries).values({ organizationId, taskId, actor, at: now, ...entry }));

async function getDebateNumber(scope: Scope, id: string) {
  const [debate] = await read
    .select({ number: debates.number, year: debates.year })
    .from(debates)
    .where(and(eq(debates.id, id), eq(debates.organizationId, scope.organizationId)));
  return debate ?? notFound();
}

async function getBodyName(scope: Scope, id: string) {
  const [body] = await read
    .select({ name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.id, id), eq(bodies.organizationId, scope.organizationId)));
  return body?.name ?? notFound();
}
