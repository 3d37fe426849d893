import { setImmediate as pause } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { queueMails } from "~/domain/history/commands.mail.server";
import { recordEvent } from "~/domain/history/commands.server";
import { recordReminders } from "~/domain/tasks/commands.entries.server";
import { inTransaction, write } from "~/platform/db.server";
import { isQuiet } from "~/platform/quiet-hours";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { noticeRuns, taskNotices } from "~db/schema";
import type { CalendarDate, NoticeKind } from "~db/vocabulary";
import { bodyMail, chairMail } from "./mail.server";
import { entryText } from "./messages.pl";
import {
  findRun,
  getReminderUnit,
  listDeadlines,
  listReminded,
  listUnanswered,
  listUnreminded,
  type RemindedTask,
  type ReminderUnit,
} from "./queries.server";
import { byBody, planNotices, stageOn } from "./rules";

/** Bodies and tasks of one transaction: short enough that nobody waits for it, long enough to spare the disk. */
const BODIES_AT_ONCE = 100;
const TASKS_AT_ONCE = 1_000;
/** What one letter can be about; the rest has its turn on the next days. */
const TASKS_IN_LETTER = 500;

/**
 * Writes today's letters of a unit: one to each body, one to the chair. What is done and how far it has come are saved
 * together, so a run that is killed goes on where it stood, and two at once do each letter once. Nothing at night.
 */
export async function runReminders(scope: Scope, now = new Date()) {
  const day = warsawDate(now);
  const unit = await getReminderUnit(scope);
  if (isQuiet(now) || !unit.reminds) return undefined;
  const run = await openRun(scope, "reminders", day, now);
  if (run.finishedAt) return undefined;
  for (const batch of batchesOf(await listDue(scope, day, run.cursor))) {
    await inTransaction(() => remindBodies(scope, unit, batch, day, now));
    await pause(); // requests have their turn
  }
  const unanswered = unit.chairEmail || unit.email ? await listUnanswered(scope, day, { limit: TASKS_IN_LETTER }) : [];
  return inTransaction(async () => {
    const left = await lockRun(scope, "reminders", day, now);
    const told =
      left && !left.finishedAt && unanswered.length > 0 ? await tellChair(scope, unit, unanswered, day, now) : 0;
    return finishRun(scope, "reminders", day, now, told);
  });
}

type Due = { bodyId: string; taskIds: string[] };

/** Which bodies are due for a word, and about which tasks; those that the run has passed already are not. */
async function listDue(scope: Scope, day: CalendarDate, cursor: string) {
  const due = new Map<string, string[]>();
  for (const dueOn of await listDeadlines(scope, day)) {
    const stage = stageOn(dueOn, day);
    for (const { id, bodyId } of stage ? await listUnreminded(scope, dueOn, stage) : []) {
      if (bodyId <= cursor) continue;
      const mine = due.get(bodyId);
      if (!mine) due.set(bodyId, [id]);
      else if (mine.length < TASKS_IN_LETTER) mine.push(id);
    }
    await pause();
  }
  return [...due].map(([bodyId, taskIds]) => ({ bodyId, taskIds })).sort((a, b) => (a.bodyId < b.bodyId ? -1 : 1));
}

function* batchesOf(due: readonly Due[]) {
  let batch: Due[] = [];
  let tasks = 0;
  for (const one of due) {
    const isFull = batch.length === BODIES_AT_ONCE || tasks + one.taskIds.length > TASKS_AT_ONCE;
    if (batch.length > 0 && isFull) {
      yield batch;
      [batch, tasks] = [[], 0];
    }
    batch.push(one);
    tasks += one.taskIds.length;
  }
  if (batch.length > 0) yield batch;
}

/** Everything is asked again inside the transaction: a body may have answered, another process may have been faster. */
async function remindBodies(scope: Scope, unit: ReminderUnit, batch: Due[], day: CalendarDate, now: Date) {
  const run = await lockRun(scope, "reminders", day, now);
  const left = batch.filter(({ bodyId }) => run && bodyId > run.cursor);
  const last = left.at(-1);
  if (!last) return;
  const tasks = await listReminded(
    scope,
    left.flatMap(({ taskIds }) => taskIds),
  );
  const due = tasks.flatMap((task) => {
    const { owner, hold } = planNotices(task, unit.reminds, day);
    return owner && !hold ? [{ ...task, stage: owner }] : [];
  });
  const fresh = await queueMails(
    scope,
    byBody(due).map((mine) => ({ ...bodyMail(unit, mine, day), tasks: mine })),
    now,
  );
  const told = fresh.flatMap(({ tasks, messageId }) => tasks.map((task) => ({ ...task, messageId })));
  await markSent(scope, told, now);
  await write
    .update(noticeRuns)
    .set({ cursor: last.bodyId, sent: sql`${noticeRuns.sent} + ${fresh.length}` })
    .where(keyOf(scope, "reminders", day));
}

/** Returns how many letters that makes: one, or none when everything has been answered meanwhile. */
async function tellChair(scope: Scope, unit: ReminderUnit, ids: string[], day: CalendarDate, now: Date) {
  const due = (await listReminded(scope, ids)).filter((task) => {
    const { chair, hold } = planNotices(task, unit.reminds, day);
    return chair && !hold;
  });
  if (due.length === 0) return 0;
  const [fresh] = await queueMails(scope, [chairMail(unit, scope.organizationId, due, day)], now);
  if (!fresh) return 0;
  const { messageId } = fresh;
  await markSent(
    scope,
    due.map((task) => ({ ...task, stage: "chair_30" as const, messageId })),
    now,
  );
  return 1;
}

type Sent = Pick<RemindedTask, "id" | "dueOn"> & { stage: NoticeKind; messageId: string };

/** Each reminder of each deadline once: the key of the table says so, whoever runs. */
async function markSent(scope: Scope, tasks: readonly Sent[], now: Date) {
  if (tasks.length === 0) return;
  const { organizationId } = scope;
  const rows = tasks.map(({ id, dueOn, stage, messageId }) => ({
    organizationId,
    taskId: id,
    kind: stage,
    dueOn,
    messageId,
    at: now,
  }));
  await write.insert(taskNotices).values(rows);
  await recordReminders(
    scope,
    tasks.map(({ id, dueOn, stage }) => ({ taskId: id, dueOn, text: entryText[stage] })),
    now,
  );
}

export type RunName = "reminders" | "digest";

const keyOf = (scope: Scope, name: RunName, day: CalendarDate) =>
  and(eq(noticeRuns.organizationId, scope.organizationId), eq(noticeRuns.name, name), eq(noticeRuns.day, day));

/** The row of a run, made by whoever comes first. */
export function openRun(scope: Scope, name: RunName, day: CalendarDate, now: Date) {
  return inTransaction(async () => {
    const known = await findRun(scope, name, day);
    if (known) return known;
    const { organizationId } = scope;
    await write.insert(noticeRuns).values({ organizationId, name, day, createdAt: now }).onConflictDoNothing();
    return { cursor: "", sent: 0, finishedAt: null };
  });
}

/**
 * First in each transaction of a run: whoever comes second waits here, reads how far the first has come, and does not
 * meet it at the key of a letter.
 */
export async function lockRun(scope: Scope, name: RunName, day: CalendarDate, now: Date) {
  await write
    .update(noticeRuns)
    .set({ updatedAt: now })
    .where(keyOf(scope, name, day));
  return findRun(scope, name, day);
}

/** Part of a transaction. The history hears of a run once, and only if something has gone out. */
export async function finishRun(scope: Scope, name: RunName, day: CalendarDate, now: Date, sent = 0) {
  const run = await lockRun(scope, name, day, now);
  if (!run || run.finishedAt) return undefined;
  const letters = run.sent + sent;
  await write
    .update(noticeRuns)
    .set({ finishedAt: now, sent: letters })
    .where(and(keyOf(scope, name, day), isNull(noticeRuns.finishedAt)));
  const event = { action: `${name}_sent`, subjectId: scope.organizationId, data: { letters, day } };
  if (letters > 0) await recordEvent(scope, event, now);
  return { letters };
}
