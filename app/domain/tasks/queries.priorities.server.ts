import { and, asc, eq, ne } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { tasks } from "~db/schema";
import { messages, type TaskRefusal } from "./messages.pl";
import { getTask } from "./queries.server";

/** The tasks of a debate that come first; what was passed on has handed its place to the next one. */
export function listPriorities(scope: Scope, debateId: string) {
  return read
    .select({ id: tasks.id, sequence: tasks.sequence, title: tasks.title })
    .from(tasks)
    .where(
      and(
        eq(tasks.organizationId, scope.organizationId),
        eq(tasks.debateId, debateId),
        eq(tasks.priority, true),
        ne(tasks.state, "transferred"),
      ),
    )
    .orderBy(asc(tasks.sequence));
}

/** A refusal whose sentence names others; undefined where the plain one says all. */
export async function explainRefusal(scope: Scope, of: { taskId?: string; debateId?: string }, reason: TaskRefusal) {
  if (reason !== "too_many_priorities") return undefined;
  const debateId = of.debateId ?? (await getTask(scope, of.taskId ?? "")).debateId;
  return messages.threePriorities(await listPriorities(scope, debateId));
}
