import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { carriedTasks } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { addEntry, changeTask } from "./commands.entries.server";
import { idsCarriedTo } from "./queries.carry.server";
import { getTask } from "./queries.server";
import { decideCarry, goesOn } from "./rules.carry";

/**
 * An evaluation debate takes a task over, unfinished: it stays one and the same, with its number and its history. A new
 * day is one that was agreed on in the hall.
 */
export function carryTask(
  scope: Scope,
  taskId: string,
  { debateId, dueOn = null, note }: { debateId: string; dueOn?: CalendarDate | null; note: string },
  now = new Date(),
) {
  return inTransaction(async () => {
    const task = await getTask(scope, taskId);
    const taken = await idsCarriedTo(scope, debateId);
    const verdicts = task.motions.map(({ hallVerdict }) => hallVerdict);
    const state = { goesOn: goesOn(task.state, verdicts), isCarried: taken.some(({ id }) => id === taskId) };
    const decision = decideCarry(state, dueOn, now);
    if (!decision.ok) return decision;
    const { organizationId } = scope;
    await write.insert(carriedTasks).values({ organizationId, debateId, taskId, note, carriedAt: now });
    const due = dueOn && dueOn !== task.dueOn ? { dueOn, dueBasis: "commitment" as const, dueFrom: null } : {};
    await changeTask(scope, taskId, { ...due, version: task.version + 1 });
    const entry = {
      kind: "carried" as const,
      text: note,
      public: !task.internal,
      ...(due.dueOn && { dueOn: due.dueOn }),
    };
    await addEntry(scope, taskId, entry, now);
    const data = { number: task.number, dueOn: due.dueOn ?? task.dueOn };
    await recordEvent(scope, { action: "task_carried", subjectId: taskId, debateId, data }, now);
    return allow({ id: taskId });
  });
}

/** What was passed on goes on under its new number, too: the evening that took it over still asks about it. Part of a command. */
export async function carryAlong({ organizationId }: Scope, fromId: string, toId: string) {
  const rows = await read
    .select({ debateId: carriedTasks.debateId, note: carriedTasks.note, carriedAt: carriedTasks.carriedAt })
    .from(carriedTasks)
    .where(and(eq(carriedTasks.organizationId, organizationId), eq(carriedTasks.taskId, fromId)));
  if (rows.length > 0)
    await write.insert(carriedTasks).values(rows.map((row) => ({ ...row, organizationId, taskId: toId })));
}
