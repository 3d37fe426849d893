import { getBody } from "~/domain/directory/queries.server";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { linkTask } from "~/domain/motions/commands.server";
import { trackMotion } from "~/domain/motions/commands.track.server";
import { getMotion } from "~/domain/motions/queries.server";
import { decideMove as decideMotionMove, stateOf } from "~/domain/motions/rules";
import { inTransaction, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { taskMotions, taskSupporters, tasks } from "~db/schema";
import type { CalendarDate, DueBasis } from "~db/vocabulary";
import { carryAlong } from "./commands.carry.server";
import { addEntry, changeTask, getOwnTask, heard, settleMotionsOf, speakerOf } from "./commands.entries.server";
import { listChain } from "./queries.chain.server";
import { listPriorities } from "./queries.priorities.server";
import { getDebateNumber } from "./queries.server";
import {
  decideExtension,
  decideGift,
  decideMove,
  decidePriority,
  decideTransfer,
  isReturned,
  mayBeReminded,
  NOTHING_ASKED,
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
  /** From which day the term counts; left out where somebody simply agreed on a date. */
  dueFrom?: CalendarDate | null;
  priority?: boolean;
  internal?: boolean;
};

/** One action makes a task of one or more motions: owner, date, basis. The motions then say "zadanie". */
export function giveTask(scope: Scope, debateId: string, value: NewTask, now = new Date()) {
  return inTransaction(async () => {
    const { motionIds, supporterIds = [], ...columns } = value;
    const debate = await getDebateNumber(scope, debateId);
    const { name: owner, archivedAt } = await getBody(scope, value.ownerBodyId);
    if (archivedAt) return refuse("body_archived");
    const chosen = await Promise.all([...new Set(motionIds)].map((motionId) => getMotion(scope, motionId)));
    const decision = decideGift(
      debateId,
      chosen.map((motion) => ({ ...motion, mayBecomeTask: decideMotionMove(stateOf(motion), "link_task").ok })),
    );
    if (!decision.ok) return decision;

    const first = value.priority ? decidePriority((await listPriorities(scope, debateId)).length) : allow(true);
    if (!first.ok) return first;
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
      await trackMotion(scope, motion.id);
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

type Said = TaskMove & { authorPost?: string };

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

    const { heardAt } = decision.value;
    const change = { ...decision.value, ...(heardAt && heard(task, heardAt)), version: task.version + 1 };
    await changeTask(scope, id, change);
    const kind = speaker === "body" ? "report" : "state";
    const { author = "", authorPost = "", text, to } = said;
    const progress = to === "in_progress" ? (said.progress ?? null) : null;
    const entryId = await addEntry(
      scope,
      id,
      { kind, fromState: task.state, toState: to, text, progress, author, authorPost, public: !task.internal },
      now,
    );
    await settleMotionsOf(scope, task, decision.value.result, now);
    const { number, debateId } = task;
    const returned = speaker === "staff" && isReturned({ fromState: task.state, toState: to, author });
    const data = { number, to, ...(returned && { returned }) };
    await recordEvent(scope, { action: "task_moved", subjectId: id, debateId, data, job: true }, now);
    return allow({ id, entryId });
  });
}

type Extension = { dueOn: CalendarDate; text: string; author?: string };

/** The organizer's own decision; with it, a date that was asked for is answered, too. */
export function extendTask(scope: Scope, id: string, version: number | undefined, value: Extension, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideExtension(task, value, now);
    if (!decision.ok) return decision;

    const change = { dueOn: value.dueOn, heardAt: now, ...NOTHING_ASKED, version: task.version + 1 };
    await changeTask(scope, id, change);
    const { text, dueOn, author = "" } = value;
    await addEntry(scope, id, { kind: "extension", text, dueOn, author, public: !task.internal }, now);
    const { number, debateId } = task;
    await recordEvent(
      scope,
      { action: "task_extended", subjectId: id, debateId, data: { number, dueOn }, job: true },
      now,
    );
    return allow({ id });
  });
}

type Due = { dueOn: CalendarDate; dueBasis: DueBasis; dueFrom: CalendarDate | null };
/** A new date counts from its own day; without one everything stays as it was. */
const dueOf = (task: Due, { dueOn, dueBasis, dueFrom = null }: Partial<Due>): Due =>
  dueOn
    ? { dueOn, dueBasis: dueBasis ?? task.dueBasis, dueFrom }
    : { dueOn: task.dueOn, dueBasis: dueBasis ?? task.dueBasis, dueFrom: task.dueFrom };

/** Closes this task as passed on and opens the same one at the next body. Returns the new task. */
export function transferTask(
  scope: Scope,
  id: string,
  version: number | undefined,
  value: { toBodyId: string; text: string; author?: string; authorPost?: string; again?: boolean } & Partial<Due>,
  now = new Date(),
) {
  return inTransaction(async () => {
    const speaker = speakerOf(scope.actor);
    const task = await getOwnTask(scope, id, speaker);
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideTransfer(task, value, now, speaker);
    if (!decision.ok) return decision;
    const before = (await listChain(scope, id)).map(({ ownerBodyId }) => ownerBodyId);
    if (speaker === "staff" && !value.again && before.includes(value.toBodyId)) return refuse("was_in_chain");
    // Asked before anything is written: the desk of such a body is closed, so nobody would ever answer.
    if ((await getBody(scope, value.toBodyId)).archivedAt) return refuse("body_archived");
    // The priority goes along; for a moment two tasks would have it.
    if (task.priority) await changeTask(scope, id, { priority: false });

    const next = await giveTask(
      scope,
      task.debateId,
      {
        motionIds: task.motions.map((motion) => motion.id),
        title: task.title,
        details: task.details,
        ownerBodyId: value.toBodyId,
        supporterIds: task.supporters.map((body) => body.id),
        ...dueOf(task, value),
        priority: task.priority,
        internal: task.internal,
      },
      now,
    );
    if (!next.ok) return next;
    await carryAlong(scope, id, next.value.id);
    const said = speaker === "body" ? heard(task, now) : {};
    const change = { ...decision.value, ...said, transferredToId: next.value.id, version: task.version + 1 };
    await changeTask(scope, id, change);
    const { text, author = "", authorPost = "" } = value;
    const states = { fromState: task.state, toState: "transferred" } as const;
    const entryId = await addEntry(
      scope,
      id,
      { kind: "transfer", ...states, text, author, authorPost, public: !task.internal },
      now,
    );
    // The refusal that was passed on is no longer how the matter ended.
    await settleMotionsOf(scope, task, "", now);
    const { name: body } = await getBody(scope, value.toBodyId);
    const { number, debateId } = task;
    await recordEvent(
      scope,
      { action: "task_transferred", subjectId: id, debateId, data: { number, body }, job: true },
      now,
    );
    return allow({ id: next.value.id, entryId });
  });
}

/** Asks the body for news; the letter goes out by the outbox. */
export function remindOwner(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (!OWED_STATES.includes(task.state)) return refuse("not_open");
    if (!mayBeReminded(task)) return refuse("our_turn");
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
