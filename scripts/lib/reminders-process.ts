// The reminders of one unit in a process of their own, without the rest of the service: for the campaign that kills it
// again and again, and for the bench. Bundled by whoever starts it; NOW is what the clock says.
//   seed <bodies> <tasks per body> | spread <tasks> <bodies> | work | write | again | tell
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { count, countDistinct, eq, ne } from "drizzle-orm";
import { sendDueMail } from "~/domain/history/commands.mail.server";
import { workReminders } from "~/domain/reminders/jobs.server";
import { listUnitsToRemind } from "~/domain/reminders/queries.server";
import { mondayOf } from "~/domain/reminders/rules";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { openMailer } from "~/platform/smtp.server";
import { addDays, warsawDate } from "~/platform/time";
import {
  bodies,
  debates,
  events,
  messages,
  noticeRuns,
  organizations,
  taskEntries,
  taskNotices,
  tasks,
} from "~db/schema";

const [mode, ...numbers] = process.argv.slice(2);
const now = new Date(process.env.NOW ?? "");
const day = warsawDate(now);
const DAY_MS = 86_400_000;
const AT_ONCE = 500;
const EARLIER = "earlier";
const MOST_STUMBLES = 20;

/** A unit with a debate long past. Rows and no commands, because this is a bench and no history. */
async function found() {
  const [organizationId, debateId] = [randomUUID(), randomUUID()];
  const startsAt = new Date(now.getTime() - 200 * DAY_MS);
  const endsAt = new Date(startsAt.getTime() + DAY_MS / 12);
  const unit = { id: organizationId, slug: `kpp-${organizationId.slice(0, 8)}`, name: "Komenda", shortName: "KPP" };
  const debate = {
    ...{ id: debateId, organizationId, kind: "initiating" as const, status: "held" as const, number: 1, year: 2026 },
    ...{
      slug: "debata",
      code: debateId.slice(0, 8),
      cycleTitle: "Debaty",
      topic: "Bezpieczeństwo",
      venueName: "Dom Kultury",
    },
    ...{ startsAt, endsAt, answersCloseAt: startsAt, motionsCloseAt: startsAt, access: {}, announcedAt: startsAt },
  };
  await inTransaction(async () => {
    await write.insert(organizations).values(unit);
    await write.insert(debates).values(debate);
  });
  return { organizationId, debateId };
}

async function insertAll<Row>(rows: Row[], insert: (some: Row[]) => PromiseLike<unknown>) {
  for (let i = 0; i < rows.length; i += AT_ONCE)
    await inTransaction(async () => void (await insert(rows.slice(i, i + AT_ONCE))));
}

async function addBodies(organizationId: string, many: number) {
  const rows = Array.from({ length: many }, (_, i) => ({
    ...{ id: randomUUID(), organizationId, kind: "municipality" as const, name: `Urząd Gminy nr ${i}` },
    ...{ email: `urzad-${i}@gmina.test`, deskTokenHash: randomUUID() },
  }));
  await insertAll(rows, (some) => write.insert(bodies).values(some));
  return rows.map(({ id }) => id);
}

type NewTask = { ownerBodyId: string; days: number; silent?: number };

/** `days` from today to the deadline; `silent` days since the owner last said something. */
async function addTasks(unit: Awaited<ReturnType<typeof found>>, given: NewTask[]) {
  const rows = given.map(({ ownerBodyId, days, silent = 20 }, i) => ({
    ...{ ...unit, ownerBodyId, sequence: i + 1, title: "Doświetlenie przejścia dla pieszych przy szkole" },
    ...{ state: "accepted" as const, dueOn: addDays(day, days), dueBasis: "commitment" as const },
    ...{ heardAt: new Date(now.getTime() - silent * DAY_MS), createdAt: new Date(now.getTime() - 100 * DAY_MS) },
  }));
  await insertAll(rows, (some) => write.insert(tasks).values(some));
}

/** Each body is due for one letter about all its tasks, seven days before their deadline. */
async function seed(many: number, each: number) {
  const unit = await found();
  const owners = await addBodies(unit.organizationId, many);
  await addTasks(
    unit,
    owners.flatMap((ownerBodyId) => Array.from({ length: each }, () => ({ ownerBodyId, days: 7 }))),
  );
}

/** Open tasks as a large unit has them: every tenth is due for a word today, the others are reminded already or far ahead. */
async function spread(many: number, owners: number) {
  const unit = await found();
  const { organizationId } = unit;
  const ids = await addBodies(organizationId, owners);
  const given = Array.from({ length: many }, (_, i): NewTask => {
    const ownerBodyId = ids[i % owners] ?? "";
    const kind = Math.floor(i / owners) % 10;
    if (kind === 0) return { ownerBodyId, days: 7 };
    return kind < 5 ? { ownerBodyId, days: 20 + (i % 200) } : { ownerBodyId, days: -8 - (i % 60) };
  });
  await addTasks(unit, given);
  const late = await read.select({ id: tasks.id, dueOn: tasks.dueOn }).from(tasks);
  const notices = late
    .filter(({ dueOn }) => dueOn < day)
    .flatMap(({ id, dueOn }) =>
      (["before_7", "before_1", "after_1", "after_7"] as const).map((kind) => ({
        ...{ organizationId, taskId: id, kind, dueOn, messageId: EARLIER, at: new Date(now.getTime() - DAY_MS) },
      })),
    );
  await insertAll(notices, (some) => write.insert(taskNotices).values(some));
}

/** As in the service: letters go out while others are still being written. */
async function work() {
  const mailer = openMailer();
  if (!mailer) throw new Error("SMTP_URL is missing");
  const deliver: typeof mailer.deliver = process.env.PLANT
    ? (message) => mailer.deliver({ ...message, messageId: `${randomUUID()}@app.test` })
    : mailer.deliver;
  let isWriting = true;
  let stumbles = 0;
  // As the service does it: who has lost too often against another server looks again.
  const stumbled = (error: unknown) => {
    if (++stumbles > MOST_STUMBLES) throw error;
    return 1;
  };
  const sending = (async () => {
    for (let more = true; more || isWriting; ) {
      more = (await sendDueMail(deliver, now).catch(stumbled)) > 0;
      if (!more) await sleep(10);
    }
  })();
  console.log("begun");
  // A run that has stumbled goes on when the clock looks again.
  for (let looks = 0; looks < 5 && (await listUnitsToRemind(day, mondayOf(day))).length > 0; looks++)
    await workReminders(now);
  isWriting = false;
  console.log("written");
  await sending;
  await mailer.close();
}

/** Undoes the run of today, so that it can be measured from its beginning. */
const again = () =>
  inTransaction(async () => {
    await write.delete(messages);
    await write.delete(taskEntries);
    await write.delete(noticeRuns);
    await write.delete(taskNotices).where(ne(taskNotices.messageId, EARLIER));
  });

/** The run alone, with what it costs. */
async function writeOnly() {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  console.log("begun");
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await workReminders(now);
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  peak = Math.max(peak, process.memoryUsage.rss());
  console.log(JSON.stringify({ seconds, cpu: (used.user + used.system) / 1e6, before, peak }));
}

/** What the database says happened. */
async function tell() {
  const [letters] = await read
    .select({
      rows: count(),
      ids: countDistinct(messages.messageId),
      recipients: countDistinct(messages.recipientEmail),
    })
    .from(messages);
  const [sent] = await read.select({ rows: count() }).from(messages).where(eq(messages.status, "sent"));
  const [notices] = await read.select({ rows: count(), tasks: countDistinct(taskNotices.taskId) }).from(taskNotices);
  const [entries] = await read.select({ rows: count(), tasks: countDistinct(taskEntries.taskId) }).from(taskEntries);
  const [heard] = await read.select({ rows: count() }).from(events).where(eq(events.action, "reminders_sent"));
  const runs = await read.select({ sent: noticeRuns.sent, finishedAt: noticeRuns.finishedAt }).from(noticeRuns);
  const run = runs.find((one) => one.sent > 0);
  console.log(
    JSON.stringify({
      ...{ letters, sent: sent?.rows, notices, entries, events: heard?.rows },
      run: { sent: run?.sent, finished: Boolean(run?.finishedAt) },
    }),
  );
}

const [first = 0, second = 0] = numbers.map(Number);
if (mode === "seed" || mode === "spread") await database.migrate();
if (mode === "seed") await seed(first, second);
if (mode === "spread") await spread(first, second);
if (mode === "work") await work();
if (mode === "again") await again();
if (mode === "write") await writeOnly();
if (mode === "tell") await tell();
await database.close();
