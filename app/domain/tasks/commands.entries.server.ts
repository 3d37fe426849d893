import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { settleMotion } from "~/domain/motions/commands.server";
import { trackMotion } from "~/domain/motions/commands.track.server";
import { getMotion } from "~/domain/motions/queries.server";
import { write } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { taskEntries, tasks } from "~db/schema";
import type { CalendarDate, TaskEntryKind, TaskState } from "~db/vocabulary";
import { getTask, listMotionsOfTasks, listStatesOfMotion } from "./queries.server";
import { type Speaker, settlementOf } from "./rules";

type Entry = {
  kind: TaskEntryKind;
  fromState?: TaskState;
  toState?: TaskState;
  text?: string;
  dueOn?: CalendarDate;
  progress?: number | null;
  /** Who signed it, and with which post. */
  author?: string;
  authorPost?: string;
  public: boolean;
};

/** Everything that is said about a task stays. Part of a command, inside its transaction. Gives the entry's id. */
export const addEntry = async (scope: Scope, taskId: string, entry: Entry, now: Date) => {
  const { organizationId, actor } = scope;
  const id = randomUUID();
  await write.insert(taskEntries).values({ id, organizationId, taskId, actor, at: now, ...entry });
  return id;
};

/** Automatic reminders, many at once; for the office only, as those by hand. Part of a run, inside its transaction. */
export async function recordReminders(
  scope: Scope,
  reminders: readonly { taskId: string; dueOn: CalendarDate; text: string }[],
  now: Date,
) {
  const { organizationId, actor } = scope;
  const entry = { organizationId, actor, kind: "reminder" as const, at: now, public: false };
  await write.insert(taskEntries).values(reminders.map((reminder) => ({ ...entry, ...reminder })));
  const ids = reminders.map(({ taskId }) => taskId);
  await write
    .update(tasks)
    .set({ remindedAt: now })
    .where(and(eq(tasks.organizationId, organizationId), inArray(tasks.id, ids)));
}

/** The one place where a task's row changes; what the public list says of its motions follows at once. */
export async function changeTask(scope: Scope, id: string, columns: Partial<typeof tasks.$inferInsert>) {
  await write
    .update(tasks)
    .set(columns)
    .where(and(eq(tasks.id, id), eq(tasks.organizationId, scope.organizationId)));
  if (TRACKED.some((name) => name in columns))
    for (const motion of await listMotionsOfTasks(scope, [id])) await trackMotion(scope, motion.id);
}
const TRACKED = ["state", "dueOn", "ownerBodyId", "internal"] as const satisfies (keyof typeof tasks.$inferInsert)[];

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

/** A desk opens only what its body owns; anything else does not exist for it, and staff have a door of their own. */
export async function getOwnTask(scope: Scope, id: string, speaker: Speaker) {
  const task = await getTask(scope, id);
  const { actor } = scope;
  const isTheirs = speaker === "body" ? actor === `body:${task.ownerBodyId}` : /^(user:|system$)/.test(actor);
  return isTheirs ? task : notFound();
}

/** For whom this scope speaks. */
export const speakerOf = (actor: string): Speaker => (actor.startsWith("body:") ? "body" : "staff");

/** The body has said something; the first word is kept for ever. */
export const heard = (task: { firstHeardAt: Date | null }, now: Date) => ({
  heardAt: now,
  ...(task.firstHeardAt ? {} : { firstHeardAt: now }),
});
