import { createHmac } from "node:crypto";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { config } from "~/platform/config.server";
import { afterCommit, inTransaction, write } from "~/platform/db.server";
import { forgetDocuments, noteErasure } from "~/platform/erasures.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { followers, messages, personRequests } from "~db/schema";
import type { PersonRequest } from "~db/vocabulary";
import { forgotten } from "./messages.retention.pl";
import {
  columnsBy,
  findPerson,
  foldedNeedles,
  inUnit,
  listMentions,
  listOwned,
  mentions,
  OWNED,
  type Owned,
  type Person,
  type PersonKey,
  tableCalled,
} from "./queries.person.server";
import { exportData, fatesOf } from "./rules.export";
import { columnsOf, TABLE_NAMES, type TableName } from "./rules.registry";

type Who = Pick<Person, "emails" | "motionIds" | "registrationIds">;

/** Of whom a request was, without saying it: only who knows the address and our secret can compare. */
export const personHash = ({ emails, motionIds, registrationIds }: Who) =>
  createHmac("sha256", config.secret)
    .update(`person:${emails[0] ?? motionIds[0] ?? registrationIds[0] ?? ""}`)
    .digest("hex");

/** What the unit knows of a person and what would become of it, for a screen; that somebody has looked is written down. */
export function answerPerson(scope: Scope, key: PersonKey, now = new Date()) {
  return inTransaction(async () => {
    const { owned, named, found } = await collect(scope, key);
    await recordAudit(scope, { action: "person_looked_up", data: { rows: sumOf(found) } }, now);
    return fatesOf(owned, named);
  });
}

/** The copy that the person gets (art. 15 and 20 RODO). */
export function copyPerson(scope: Scope, key: PersonKey, now = new Date()) {
  return inTransaction(async () => {
    const { person, owned, named, found } = await collect(scope, key);
    if (sumOf(found) === 0) return refuse("unknown");
    await recordRequest(scope, "export", person, found, now);
    await recordAudit(scope, { action: "person_exported", data: { rows: sumOf(found) } }, now);
    return allow(exportData(owned, named, person.needles));
  });
}

async function collect(scope: Scope, key: PersonKey) {
  const person = await findPerson(scope, key);
  const owned = await listOwned(scope, person);
  const named = await listMentions(scope, person);
  return { person, owned, named, found: countFound(owned, named) };
}

type Found = Record<string, number>;
type Rows = Awaited<ReturnType<typeof listOwned>>;
type Named = Awaited<ReturnType<typeof listMentions>>;

function countFound(owned: Rows, named: Named): Found {
  const found: Found = {};
  const add = (name: string, many: number) => {
    if (many > 0) found[name] = (found[name] ?? 0) + many;
  };
  for (const { table, rows } of owned) add(table, rows.length);
  for (const { table, kind, texts } of named) add(`${table}.${kind}`, texts.length);
  return found;
}
const sumOf = (found: Found) => Object.values(found).reduce((sum, many) => sum + many, 0);

const recordRequest = (scope: Scope, kind: PersonRequest, person: Person, found: Found, now: Date) => {
  const { organizationId, actor } = scope;
  return write
    .insert(personRequests)
    .values({ organizationId, kind, personHash: personHash(person), actor, found, createdAt: now });
};

/**
 * Forgets a person in this unit: the rows that are theirs lose what is theirs, texts lose the address and the name.
 * What stays, and why, has been shown before. One transaction, and afterwards nobody here can tell whose request it was.
 */
export function erasePerson(scope: Scope, key: PersonKey, now = new Date()) {
  return inTransaction(async () => {
    const { person, found } = await collect(scope, key);
    if (sumOf(found) === 0) return refuse("unknown");
    await recordRequest(scope, "erasure", person, found, now);
    for (const owned of OWNED) if (!owned.stays) await eraseOwned(scope, owned, person);
    for (const table of TABLE_NAMES) await strikeOut(scope, table, person);
    await recordEvent(scope, { action: "person_erased", subjectId: scope.organizationId }, now);
    await recordAudit(scope, { action: "person_erased", data: { rows: sumOf(found) } }, now);
    const erasure = { unit: scope.organizationId, person: personHash(person), at: now.toISOString() };
    afterCommit(forgetDocuments);
    // Before the commit: noted without being done is done again later, done without being noted would come back unseen.
    noteErasure(erasure);
    return allow({ rows: sumOf(found) });
  });
}

/** What becomes of the person's own columns, where it is more than that they are emptied. */
const ERASED: Partial<Record<TableName, Record<string, unknown>>> = {
  registrations: {
    ...{ name: forgotten.name, email: "", needs: "" },
    tokenHash: sql`'forgotten:' || ${columnsBy("registrations").id}`,
  },
  messages: {
    ...{ recipientName: forgotten.name, recipientEmail: "", subject: forgotten.letter },
    ...{ text: "", html: "", calendar: null },
  },
};

async function eraseOwned(scope: Scope, { table, rows }: Owned, person: Person) {
  const mine = and(inUnit(table, scope), rows(person));
  if (table === "memberInvites") return void (await write.delete(tableCalled(table)).where(mine));
  if (table === "followers") return endFollowing(person);
  // A letter that still waits would go out empty.
  if (table === "messages") await write.delete(messages).where(and(mine, eq(messages.status, "queued")));
  const emptied = Object.fromEntries(columnsOf(table, "own").map((column) => [column, ""]));
  await write
    .update(tableCalled(table))
    .set(ERASED[table] ?? emptied)
    .where(mine);
}

/** As if the person had left, and the link in old letters is dead. */
async function endFollowing({ followerIds }: Person) {
  if (followerIds.length === 0) return;
  const gone = sql`'forgotten:' || ${followers.id}`;
  await write
    .update(followers)
    .set({ email: "", emailKey: gone, tokenHash: gone, supports: false, endedAt: new Date() } as object)
    .where(inArray(followers.id, followerIds));
}

async function strikeOut(scope: Scope, table: TableName, person: Person) {
  const columns = columnsBy(table);
  const strike = async (names: string[], needles: readonly string[], instead: string) => {
    for (const name of needles.length ? names : []) {
      const column = columns[name];
      if (!column) continue;
      const struck = needles.reduce((text, needle) => sql`replace(${text}, ${needle}, ${instead})`, sql`${column}`);
      await write
        .update(tableCalled(table))
        .set({ [name]: struck })
        .where(and(inUnit(table, scope), mentions(column, needles), ne(column, "")));
    }
  };
  await strike(columnsOf(table, "words"), person.needles, forgotten.mention);
  await strike(columnsOf(table, "search"), foldedNeedles(person), "");
}
