import { and, eq } from "drizzle-orm";
import { settleMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { taskEntries, tasks } from "~db/schema";
import type { CalendarDate, TaskEntryKind, TaskState } from "~db/vocabulary";
import { listStatesOfMotion } from "./queries.server";
import { settlementOf } from "./rules";

type Entry = {
  kind: TaskEntryKind;
  fromState?: TaskState;
  toState?: TaskState;
  text?: string;
  dueOn?: CalendarDate;
  author?: string;
  public: boolean;
};

/** Everything that is said about a task stays. Part of a command, inside its transaction. */
export const addEntry = async (scope: Scope, taskId: string, entry: Entry, now: Date) => {
  const { organizationId, actor } = scope;
  await write.insert(taskEntries).values({ organizationId, taskId, actor, at: now, ...entry });
};

/** The one place where a task's row changes. */
export const changeTask = async (scope: Scope, id: string, columns: Partial<typeof tasks.$inferInsert>) => {
  await write
    .update(tasks)
    .set(columns)
    .where(and(eq(tasks.id, id), eq(tasks.organizationId, scope.organizationId)));
};

type Followed = { motions: readonly { id: string }[]; internal: boolean };

/** Says of each motion what all its tasks together have come to. What was said about an internal task stays inside. */
export async function settleMotionsOf(scope: Scope, task: Followed, said: string, now: Date) {
  const note = task.internal ? "" : said;
  for (const { id } of task.motions) {
    const motion = await getMotion(scope, id);
    const settlement = settlementOf(await listStatesOfMotion(scope, id));
    const isSaid = settlement === null || note === "" || note === motion.settlementNote;
    if (settlement !== motion.settlement || !isSaid) await settleMotion(scope, id, { settlement, note }, now);
  }
}
