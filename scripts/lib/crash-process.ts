// What the campaigns „crash” and „races” need of the product beside the server: a unit to write into, and what the
// database says afterwards. Bundled by whoever starts it.
//   seed <capacity> | tell | hurry
import { count, eq, isNull, ne } from "drizzle-orm";
import { addBody } from "~/domain/directory/commands.server";
import { invite, sendInvitations } from "~/domain/invitations/commands.server";
import { captureMotion } from "~/domain/motions/commands.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { giveTask } from "~/domain/tasks/commands.server";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { addDays, today } from "~/platform/time";
import { dialect } from "~db/dialect";
import {
  counters,
  debates,
  events,
  invitations,
  messages,
  motions,
  organizations,
  registrations,
  submissions,
  taskEntries,
} from "~db/schema";
import { addDebate, addUnit, done } from "./campaign-unit";

const HALLS = 4;
const DRAFTS = 4;
const GUESTS = 12;

async function seed(capacity: number) {
  await database.migrate();
  const { unit, organizationId, scope, cookie } = await addUnit();
  const halls = [];
  for (let i = 1; i <= HALLS; i++) halls.push(await addDebate(organizationId, i, "announced", capacity));
  const live = await addDebate(organizationId, HALLS + 1, "live");
  const drafts = [];
  for (let i = 1; i <= DRAFTS; i++) drafts.push(await addDebate(organizationId, HALLS + 1 + i, "draft"));
  const guests = [];
  const bodies = [];
  for (let i = 0; i < GUESTS; i++) {
    const contact = { name: `Urząd Gminy nr ${i}`, email: `urzad-${i}@gmina.test` };
    bodies.push(done(await addBody(scope, { kind: "municipality", ...contact })).id);
  }
  const debateId = halls[0]?.id ?? "";
  const invited = done(
    await invite(
      scope,
      debateId,
      bodies.map((bodyId) => ({ bodyId })),
    ),
  );
  await sendInvitations(scope, debateId);
  for (const id of invited.ids) guests.push({ id, token: tokenOf("invitation", id) });
  const motion = done(await captureMotion(scope, live.id, { text: "Ciemno", category: "LIGHT" }));
  const dueOn = addDays(today(new Date()), 30);
  const given = { motionIds: [motion.id], title: "Oświetlenie", ownerBodyId: bodies[0] ?? "", dueOn };
  const task = done(await giveTask(scope, live.id, { ...given, dueBasis: "commitment" }));
  const sheet = { unit, cookie, halls, live, drafts, guests, taskId: task.id };
  console.log(JSON.stringify(sheet));
}

/** Map.groupBy is not in Node 20. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}

const KEY = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const keysIn = (texts: string[]) => texts.flatMap((text) => KEY.exec(text)?.[0] ?? []);

/** What has to be true whatever was sent, and whenever the process died. */
async function tell() {
  const faults: string[] = [];
  const fault = (is: unknown, what: string) => void (is && faults.push(what));
  const all = await read
    .select({ id: motions.id, text: motions.textRaw, debateId: motions.debateId, sequence: motions.sequence })
    .from(motions);
  const byDebate = grouped(all, ({ debateId }) => debateId);
  const counted = new Map((await read.select().from(counters)).map(({ name, value }) => [name, value]));
  for (const [debateId, rows] of byDebate) {
    const numbers = new Set(rows.map(({ sequence }) => sequence));
    const last = Math.max(...numbers);
    fault(numbers.size !== rows.length || last !== rows.length, `numbers: ${rows.length} motions, the last is ${last}`);
    fault(counted.get(`motions:${debateId}`) !== rows.length, "the counter says another number");
  }
  const seats = await read.select().from(registrations).orderBy(registrations.queuedAt);
  for (const [debateId, queue] of grouped(seats, (seat) => seat.debateId)) {
    const [house] = await read.select({ capacity: debates.capacity }).from(debates).where(eq(debates.id, debateId));
    const taken = queue.filter(({ status }) => status === "confirmed");
    const capacity = house?.capacity ?? Number.POSITIVE_INFINITY;
    fault(taken.length !== Math.min(capacity, queue.length), `seats: ${taken.length} of ${capacity} are taken`);
    fault(
      queue.findIndex(({ status }) => status !== "confirmed") < taken.length - 1 && taken.length < queue.length,
      "queue: somebody was passed over",
    );
    fault(new Set(queue.map(({ queuedAt }) => queuedAt.getTime())).size !== queue.length, "queue: two have one place");
  }
  const heard = await read
    .select({ action: events.action, subjectId: events.subjectId, many: count() })
    .from(events)
    .groupBy(events.action, events.subjectId);
  const causes = new Map(heard.map(({ action, subjectId, many }) => [`${action} ${subjectId}`, many]));
  const born = ({ id }: { id: string }) =>
    (causes.get(`motion_submitted ${id}`) ?? 0) + (causes.get(`motion_captured ${id}`) ?? 0);
  fault(
    all.some((motion) => born(motion) !== 1),
    "events: a motion without its one event",
  );
  fault(
    seats.some(({ id }) => causes.get(`seats_reserved ${id}`) !== 1),
    "events: a seat without its one event",
  );
  const known = new Set([...all, ...seats].map(({ id }) => id));
  const orphan = heard.find(({ action, subjectId }) => /^(motion|seats)_/.test(action) && !known.has(subjectId));
  fault(orphan, `events: ${orphan?.action} of what is not there`);
  const waiting = await read.select({ id: events.id }).from(events).where(isNull(events.deliveredAt));
  fault(waiting.length, `outbox: ${waiting.length} events wait`);
  const letters = await read
    .select({ subjectId: messages.subjectId, kind: messages.kind, status: messages.status })
    .from(messages);
  fault(
    letters.some(({ status }) => status !== "kept"),
    "outbox: a letter waits",
  );
  const written = letters.filter(({ kind }) => kind === "motion_registered").map(({ subjectId }) => subjectId);
  const mailed = await read.select({ id: motions.id }).from(motions).where(ne(motions.authorEmail, ""));
  fault(new Set(written).size !== written.length, "outbox: two letters of one cause");
  fault(mailed.length !== written.length, `outbox: ${written.length} letters, not ${mailed.length}`);
  for (const { id, revision } of await read.select().from(organizations)) {
    const [happened] = await read.select({ many: count() }).from(events).where(eq(events.organizationId, id));
    fault(happened?.many !== revision, `revision ${revision}, but ${happened?.many} events`);
    const wrong = await auditTracks(mintScope(id, "system"));
    fault(wrong.length, `tracks: ${wrong[0]}`);
  }
  faults.push(...(await integrity()));

  const answered = await read.select({ id: invitations.id, needs: invitations.needs }).from(invitations);
  const edited = await read.select({ id: debates.id, version: debates.version, topic: debates.topic }).from(debates);
  const notes = await read.select({ text: taskEntries.text }).from(taskEntries);
  const [kept] = await read.select({ many: count() }).from(submissions);
  const many = (id: string, about: RegExp) =>
    heard.filter((one) => one.subjectId === id && about.test(one.action)).reduce((sum, one) => sum + one.many, 0);
  console.log(
    JSON.stringify({
      faults,
      submissions: kept?.many ?? 0,
      motions: keysIn(all.map(({ text }) => text)),
      seats: keysIn(seats.map(({ name }) => name)),
      notes: keysIn(notes.map(({ text }) => text)),
      answers: answered.map(({ id, needs }) => ({ id, needs, events: many(id, /^invitation_accepted/) })),
      edits: edited.map((one) => ({ ...one, events: many(one.id, /^debate_(revised|moved)/) })),
    }),
  );
}

/** What the database itself finds wrong with its file; PostgreSQL looks at each index (amcheck), keys it never lets go. */
async function integrity(): Promise<string[]> {
  if (dialect === "postgres") return integrityOfPostgres();
  const { default: BetterSqlite3 } = await import("better-sqlite3");
  const file = new BetterSqlite3((process.env.DATABASE_URL ?? "").replace(/^sqlite:/, ""), { readonly: true });
  const wrong = file.pragma("integrity_check", { simple: true });
  const keys = file.pragma("foreign_key_check") as unknown[];
  file.close();
  return [...(wrong === "ok" ? [] : [`integrity_check: ${wrong}`]), ...(keys.length ? ["foreign_key_check"] : [])];
}

async function integrityOfPostgres() {
  const { default: pg } = await import("pg");
  // Only the server's owner may look at the pages of an index; it is the campaign's own server.
  const owner = Object.assign(new URL(process.env.DATABASE_URL ?? ""), { username: "postgres" });
  const client = new pg.Client(owner.href);
  await client.connect();
  try {
    await client.query("create extension if not exists amcheck");
    await client.query(
      "select bt_index_check(c.oid, true) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'",
    );
    return [];
  } catch (error) {
    return [`amcheck: ${error}`];
  } finally {
    await client.end();
  }
}

/** Who was killed with letters in its hands leaves a lease on them, which ends in minutes: nobody waits that long here. */
async function hurry() {
  const now = new Date();
  await inTransaction(
    async () => void (await write.update(messages).set({ nextAttemptAt: now }).where(eq(messages.status, "queued"))),
  );
  console.log("{}");
}

const [mode, number] = process.argv.slice(2);
if (mode === "seed") await seed(Number(number));
if (mode === "tell") await tell();
if (mode === "hurry") await hurry();
await database.close();
