import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { addEntry, changeTask, getOwnTask } from "./commands.entries.server";
import { listPriorities } from "./queries.priorities.server";
import { decidePriority } from "./rules";
import { decideDecline, decideGrant, decideInsist } from "./rules.desk";

type Version = number | undefined;

/** The body gets the date that it asked for: an extension, with the reason that it gave. */
export function grantDate(scope: Scope, id: string, version: Version, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideGrant(task, now);
    if (!decision.ok) return decision;
    const { text, ...columns } = decision.value;
    await changeTask(scope, id, { ...columns, version: task.version + 1 });
    const { dueOn } = columns;
    await addEntry(scope, id, { kind: "extension", text, dueOn, author: task.proposedBy, public: !task.internal }, now);
    await record(scope, task, "task_date_granted", { dueOn }, now);
    return allow({ id });
  });
}

/** The date stays, with a reason that the body and everybody can read. */
export function declineDate(scope: Scope, id: string, version: Version, { text }: { text: string }, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideDecline(task, text);
    if (!decision.ok) return decision;
    await changeTask(scope, id, { ...decision.value, version: task.version + 1 });
    const dueOn = task.proposedDueOn ?? undefined;
    await addEntry(scope, id, { kind: "proposal_declined", text, dueOn, public: !task.internal }, now);
    await record(scope, task, "task_date_declined", {}, now);
    return allow({ id });
  });
}

/** The body said "not ours"; the organizer says why it is. */
export function insistOnTask(scope: Scope, id: string, version: Version, { text }: { text: string }, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    const decision = decideInsist(task, text);
    if (!decision.ok) return decision;
    await changeTask(scope, id, { ...decision.value, version: task.version + 1 });
    await addEntry(scope, id, { kind: "not_ours", text, public: !task.internal }, now);
    await record(scope, task, "task_insisted", {}, now);
    return allow({ id });
  });
}

/** One of at most three that come first; taken back, it makes room for another. */
export function prioritizeTask(scope: Scope, id: string, version: Version, priority: boolean, now = new Date()) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, id, "staff");
    if (version !== undefined && version !== task.version) return refuse("stale");
    if (task.priority === priority) return allow({ id });
    if (task.state === "transferred") return refuse("not_possible");
    const decision = priority ? decidePriority((await listPriorities(scope, task.debateId)).length) : allow(true);
    if (!decision.ok) return decision;
    await changeTask(scope, id, { priority, version: task.version + 1 });
    const { number, debateId } = task;
    await recordEvent(scope, { action: "task_prioritized", subjectId: id, debateId, data: { number, priority } }, now);
    return allow({ id });
  });
}

type Task = { id: string; number: string; debateId: string };

/** The body hears of it by a letter. */
const record = (scope: Scope, { id, number, debateId }: Task, action: string, data: { dueOn?: string }, now: Date) =>
  recordEvent(scope, { action, subjectId: id, debateId, data: { number, ...data }, job: true }, now);
