import { getBody } from "~/domain/directory/queries.server";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { linkTask } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { decideMove as decideMotionMove, stateOf } from "~/domain/motions/rules";
import { inTransaction, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { taskMotions, taskSupporters, tasks } from "~db/schema";
import type { CalendarDate, DueBasis } from "~db/vocabulary";
import { addEntry, changeTask, settleMotionsOf } from "./commands.entries.server";
import { getDebateNumber, getTask } from "./queries.server";
import {
  decideExtension,
  decideGift,
  decideMove,
  decideTransfer,
  OWED_STATES,
  type Speaker,
  type TaskMove,
} from "./rules";

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
    const owner = (await getBody(scope, value.ownerBodyId)).name;
    const chosen = await Promise.all([...new Set(motionIds)].map((motionId) => getMotion(scope, motionId)));
    const decision = decideGift(
      debateId,
      chosen.map((motion) => ({ ...motion, mayBecomeTask: decideMotionMove(stateOf(motion), "link_task").ok })),
    );
    if (!decision.ok) return decision;

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
      await getBody(scope, bodyId); // another unit's body does not exist
      if (bodyId !== value.ownerBodyId)
        await write.insert(taskSupporters).values({ organizationId, taskId: task.id, bodyId });
    }
    await settleMotionsOf(scope, { motions: chosen, internal: secret }, "", now);
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
export const reportOnTask = (scope: Scope, id: string, version: number | undefined, said: Said, now = new Date()) =>
  change(scope, id, version, "body", said, now);

function change(scope: Scope, id: string, version: number | undefined, speaker: Speaker, said: Said, now: Date) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, speaker);
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideMove(task, said, speaker, now);
    if (!decision.ok) return decision;

    await changeTask(scope, id, { ...decision.value, version: task.version + 1 });
    const kind = speaker === "body" ? "report" : "state";
    const { author = "", text, to } = said;
    await addEntry(scope, id, { kind, fromState: task.state, toState: to, text, author, public: !task.internal }, now);
    await settleMotionsOf(scope, task, decision.value.result, now);
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_moved", subjectId: id, debateId, data: { number, to } }, now);
    return allow({ id });
  });
}

type Extension = { dueOn: CalendarDate; text: string; author?: string };

export function extendTask(scope: Scope, id: string, version: number | undefined, value: Extension, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, scope.actor.startsWith("body:") ? "body" : "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideExtension(task, value, now);
    if (!decision.ok) return decision;

    await changeTask(scope, id, { dueOn: value.dueOn, heardAt: now, version: task.version + 1 });
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
        supporterIds: task.supporters.map((body) => body.id),
        dueOn: value.dueOn ?? task.dueOn,
        dueBasis: value.dueBasis ?? task.dueBasis,
        priority: task.priority,
        internal: task.internal,
      },
      now,
    );
    if (!next.ok) return next;
    await changeTask(scope, id, { ...decision.value, transferredToId: next.value.id, version: task.version + 1 });
    await addEntry(
      scope,
      id,
      { kind: "transfer", fromState: task.state, toState: "transferred", text: value.text, public: !task.internal },
      now,
    );
    // The refusal that was passed on is no longer how the matter ended.
    await settleMotionsOf(scope, task, "", now);
    const { name: body } = await getBody(scope, value.toBodyId);
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_transferred", subjectId: id, debateId, data: { number, body } }, now);
    return next;
  });
}

/** Asks the body for news; the letter goes out by the outbox. */
export function remindOwner(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (!OWED_STATES.includes(task.state)) return refuse("not_open");
    if (task.ownerEmail === "") return refuse("no_email");
    await changeTask(scope, id, { remindedAt: now });
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

/** A desk opens only what its body owns; anything else does not exist for it, and staff have a door of their own. */
async function getOwnTask(scope: Scope, id: string, speaker: Speaker) {
  const task = await getTask(scope, id);
  const { actor } = scope;
  const isTheirs = speaker === "body" ? actor === `body:${task.ownerBodyId}` : /^(user:|system$)/.test(actor);
  return isTheirs ? task : notFound();
}
