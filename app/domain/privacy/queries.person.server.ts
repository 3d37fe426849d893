import { and, type Column, eq, exists, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import type { Scope } from "~/platform/scope";
import * as tables from "~db/schema";
import { type Basis, columnsOf, isTellingName, spellingsOf, TABLE_NAMES, type TableName } from "./rules.registry";

/** Who is asked about: an address, or one row that its holder has shown by a code or a link. */
export type PersonKey = { email: string } | { motionId: string } | { registrationId: string };

type AnyTable = typeof tables.motions;
const BY_NAME = new Map(Object.entries(tables));
export const tableCalled = (name: TableName) => BY_NAME.get(name) as unknown as AnyTable;
export const columnsBy = (name: TableName) =>
  getTableColumns(tableCalled(name)) as unknown as Record<string, Column & typeof tables.motions.textRaw>;

/** Everything by which a person is known here. */
export type Person = Awaited<ReturnType<typeof findPerson>>;

const sameEmail = (column: SQL | Column, emails: string[]) =>
  emails.length ? inArray(sql`lower(${column})`, emails) : sql`1 = 0`;
const oneOf = (column: Column, ids: readonly string[]) => (ids.length ? inArray(column, [...ids]) : sql`1 = 0`);

export async function findPerson(scope: Scope, key: PersonKey) {
  const { motions, registrations, followers } = tables;
  const inUnit = (column: Column) => eq(column, scope.organizationId);
  const [shownMotion] =
    "motionId" in key
      ? await read
          .select()
          .from(motions)
          .where(and(inUnit(motions.organizationId), eq(motions.id, key.motionId)))
      : [];
  const [shownSeat] =
    "registrationId" in key
      ? await read
          .select()
          .from(registrations)
          .where(and(inUnit(registrations.organizationId), eq(registrations.id, key.registrationId)))
      : [];
  const email = "email" in key ? key.email : (shownMotion?.authorEmail ?? shownSeat?.email ?? "");
  const emails = email ? [email.toLowerCase()] : [];
  const motionRows = await read
    .select({ id: motions.id, name: motions.authorName, email: motions.authorEmail })
    .from(motions)
    .where(
      and(
        inUnit(motions.organizationId),
        or(sameEmail(motions.authorEmail, emails), oneOf(motions.id, shownMotion ? [shownMotion.id] : [])),
      ),
    );
  const seatRows = await read
    .select({ id: registrations.id, name: registrations.name, email: registrations.email })
    .from(registrations)
    .where(
      and(
        inUnit(registrations.organizationId),
        or(sameEmail(registrations.email, emails), oneOf(registrations.id, shownSeat ? [shownSeat.id] : [])),
      ),
    );
  const followerRows = await read
    .select({ id: followers.id, email: followers.email })
    .from(followers)
    .where(and(inUnit(followers.organizationId), sameEmail(followers.emailKey, emails)));
  const residents = [...motionRows, ...seatRows];
  const written = [...residents, ...followerRows].map((row) => row.email).filter(Boolean);
  const names = residents.map(({ name }) => name).filter(isTellingName);
  return {
    emails,
    motionIds: motionRows.map(({ id }) => id),
    registrationIds: seatRows.map(({ id }) => id),
    followerIds: followerRows.map(({ id }) => id),
    needles: [...new Set([...emails, ...written, ...names])].flatMap(spellingsOf),
  };
}

export type Owned = {
  table: TableName;
  rows: (person: Person) => SQL | undefined;
  /** Undefined: what is known of the person here is erased. */
  stays?: Basis;
};

const { motions, messages, users, memberships } = tables;
const track = (isCase: boolean) =>
  isCase ? sql`${motions.legalTrack} <> 'debate_only'` : sql`${motions.legalTrack} = 'debate_only'`;
const byEmail =
  (table: TableName, column = "email") =>
  ({ emails }: Person) =>
    sameEmail(columnsBy(table)[column] as Column, emails);

/** Rows that are one person's, table by table, in the order in which they are shown. */
export const OWNED: readonly Owned[] = [
  { table: "motions", rows: ({ motionIds }) => and(oneOf(motions.id, motionIds), track(false)) },
  { table: "motions", rows: ({ motionIds }) => and(oneOf(motions.id, motionIds), track(true)), stays: "case" },
  { table: "registrations", rows: ({ registrationIds }) => oneOf(tables.registrations.id, registrationIds) },
  { table: "followers", rows: ({ followerIds }) => oneOf(tables.followers.id, followerIds) },
  {
    table: "opinions",
    rows: ({ motionIds, followerIds }) =>
      oneOf(tables.opinions.voter, [
        ...motionIds.map((id) => `motion:${id}`),
        ...followerIds.map((id) => `follower:${id}`),
      ]),
  },
  {
    table: "messages",
    rows: (person) =>
      or(
        byEmail("messages", "recipientEmail")(person),
        oneOf(messages.subjectId, [...person.registrationIds, ...person.followerIds]),
      ),
  },
  { table: "invitations", rows: byEmail("invitations") },
  { table: "substitutes", rows: byEmail("substitutes") },
  { table: "minutesReaders", rows: byEmail("minutesReaders") },
  { table: "people", rows: byEmail("people") },
  { table: "memberInvites", rows: byEmail("memberInvites") },
  {
    table: "users",
    rows: byEmail("users"),
    stays: "account",
  },
];

/** Accounts belong to no unit: only those of its own members count. */
export function inUnit(table: TableName, { organizationId }: Scope) {
  if (table === "users")
    return exists(
      read
        .select({ id: memberships.id })
        .from(memberships)
        .where(and(eq(memberships.userId, users.id), eq(memberships.organizationId, organizationId))),
    );
  return eq(tableCalled(table).organizationId, organizationId);
}

const shown = (table: TableName) => columnsOf(table, "own", "words", "office");

/** What is the person's own, with what stands in it. */
export const listOwned = (scope: Scope, person: Person) =>
  Promise.all(
    OWNED.map(async (owned) => {
      const columns = columnsBy(owned.table);
      const asked = Object.fromEntries(shown(owned.table).map((name) => [name, columns[name]])) as Record<
        string,
        typeof motions.textRaw
      >;
      const rows = await read
        .select(asked)
        .from(tableCalled(owned.table))
        .where(and(inUnit(owned.table, scope), owned.rows(person)));
      return { table: owned.table, stays: owned.stays, rows: rows as Record<string, unknown>[] };
    }),
  );

/** Where a text holds one of the words; `%` and `_` stand for themselves. */
export const mentions = (column: Column, needles: readonly string[]) =>
  or(
    ...needles.map((needle) => {
      const pattern = `%${needle.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`cast(${column} as text) like ${pattern} escape '\\'`;
    }),
  );

/** Texts that name the person, wherever they stand. `office` ones stay. */
export async function listMentions(
  scope: Scope,
  { needles }: Person,
  kinds: ("words" | "office")[] = ["words", "office"],
) {
  if (needles.length === 0) return [];
  const searched = TABLE_NAMES.filter((table) => table !== "users").flatMap((table) =>
    kinds.flatMap((kind) => columnsOf(table, kind).map((column) => ({ table, column, kind }))),
  );
  const found = await Promise.all(
    searched.map(async ({ table, column, kind }) => {
      const col = columnsBy(table)[column] as typeof motions.textRaw;
      const rows = await read
        .select({ text: col })
        .from(tableCalled(table))
        .where(and(inUnit(table, scope), mentions(col, needles)));
      return {
        table,
        column,
        kind,
        texts: rows.map(({ text }) => (typeof text === "string" ? text : JSON.stringify(text))),
      };
    }),
  );
  return found.filter(({ texts }) => texts.length > 0);
}

/** How the words that are looked for stand in texts that are made for searching. */
export const foldedNeedles = ({ needles }: Person) => [...new Set(needles.map(foldForSearch))].filter(Boolean);
