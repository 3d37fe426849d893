import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { and, eq, getTableColumns, is, sql, Table } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listAudit } from "~/domain/history/queries.audit.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { answerPerson, copyPerson, erasePerson } from "~/domain/privacy/commands.person.server";
import { replayErasures } from "~/domain/privacy/commands.replay.server";
import { copyEntries } from "~/domain/privacy/queries.copy.server";
import { columnsBy, inUnit, tableCalled } from "~/domain/privacy/queries.person.server";
import { findPersonKey, listPersonRequests } from "~/domain/privacy/queries.requests.server";
import { excerptOf, exportData, fatesOf } from "~/domain/privacy/rules.export";
import { columnsOf, isTellingName, spellingsOf, TABLE_NAMES, type TableName } from "~/domain/privacy/rules.registry";
import { config } from "~/platform/config.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { listErasures } from "~/platform/erasures.server";
import { foldForSearch } from "~/platform/language";
import { tokenOf } from "~/platform/links.server";
import * as schema from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aFullUnit, type FullUnit } from "../../setup/matrix";

type Columns = Record<string, { columnType: string; enumValues?: string[]; dataType: string }>;
const tables = Object.entries(schema).filter(([, table]) => is(table, Table)) as [string, Table][];
const textsOf = (table: Table) =>
  Object.entries(getTableColumns(table) as unknown as Columns)
    .filter(([, { columnType, enumValues }]) => /Text|Json/.test(columnType) && !enumValues?.length)
    .map(([name]) => name);

test("every text of every table is classified, and nothing that is not there", () => {
  expect(TABLE_NAMES.slice().sort()).toEqual(tables.map(([name]) => name).sort());
  for (const [name, table] of tables) {
    const classified = columnsOf(name as TableName, "own", "words", "search", "office", "unit", "key");
    expect(classified.sort(), name).toEqual(textsOf(table).sort());
  }
});

test("names are looked for when they tell one from others, in each spelling", () => {
  expect([isTellingName("Jan"), isTellingName("J K"), isTellingName("Jan Kos")]).toEqual([false, false, true]);
  expect(spellingsOf("Jan")).toEqual(["Jan", "jan", "JAN"]);
  expect(excerptOf(`${"x".repeat(400)}Jan${"y".repeat(400)}`, ["jan"])).toMatch(/^…x{120}Jany+…$/);
  expect(fatesOf([], [])).toEqual([]);
  expect(exportData([], [], [])).toEqual({ own: [], mentions: [] });
});

const EMAIL = "marker.qzx@dom.test";
const NAME = "Kunegunda Markerowska";
/** Columns that decide whose a row is. */
const ADDRESSES = ["email", "authorEmail", "recipientEmail", "emailKey"];

/** Writes the address or the name into a column of one row, as if somebody had typed it there. */
async function plant(unit: FullUnit, table: TableName) {
  const kinds = ["own", "words", "search"] as const;
  const values: Record<string, string> = {};
  for (const kind of kinds) {
    for (const column of columnsOf(table, kind)) {
      const text = `Pisze ${NAME}, ${EMAIL}.`;
      values[column] = kind === "search" ? foldForSearch(text) : text;
      if (kind === "own") values[column] = ADDRESSES.includes(column) ? EMAIL : NAME;
    }
  }
  if (Object.keys(values).length === 0) return false;
  const key = columnsBy(table).id ?? columnsBy(table).motionId ?? columnsBy(table).taskId ?? columnsBy(table).placeKey;
  if (!key) throw new Error(`${table} has no key`);
  const [row] = await read.select({ key }).from(tableCalled(table)).where(inUnit(table, unit.scope)).limit(1);
  if (!row) return false;
  const one = and(inUnit(table, unit.scope), eq(key, row.key as string));
  await inTransaction(async () => void (await write.update(tableCalled(table)).set(values).where(one)));
  return true;
}

const traces = async (unit: FullUnit, needle: string, ...kinds: ("own" | "words" | "search" | "office")[]) => {
  const found: string[] = [];
  for (const table of TABLE_NAMES) {
    for (const column of columnsOf(table, ...kinds)) {
      const col = columnsBy(table)[column];
      if (!col || (table === "users" && kinds.length < 4)) continue;
      const pattern = `%${needle.toLowerCase()}%`;
      const rows = await read
        .select({ text: col })
        .from(tableCalled(table))
        .where(and(inUnit(table, unit.scope), sql`lower(cast(${col} as text)) like ${pattern}`));
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
  }
  return found;
};

describe("a person whose address and name stand in every place there is", () => {
  let ours: FullUnit;
  let theirs: FullUnit;
  const planted: string[] = [];
  beforeAll(async () => {
    [ours, theirs] = [await aFullUnit("peqx"), await aFullUnit("pfqx")];
    for (const table of TABLE_NAMES) {
      const isPlanted = await plant(ours, table);
      if (isPlanted) planted.push(...columnsOf(table, "own", "words", "search").map((column) => `${table}.${column}`));
      await plant(theirs, table);
    }
  });

  test("is in all of them", async () => {
    expect(planted.length).toBeGreaterThan(40);
    const named = await traces(ours, NAME, "own", "words", "search");
    const addressed = await traces(ours, EMAIL, "own", "words", "search");
    expect([...new Set([...named, ...addressed])].sort()).toEqual(planted.sort());
  });

  test("gets a copy that holds them all, and the copy is written down", async () => {
    const copy = await copyPerson(ours.scope, { email: EMAIL });
    if (!copy.ok) throw new Error(copy.reason);
    const now = new Date();
    const files = await Promise.all(
      copyEntries("KPP", copy.value, now).map(async ({ make }) => new TextDecoder().decode(await make([]))),
    );
    for (const file of files) {
      expect(file).toContain(EMAIL);
      expect(file).toContain(NAME);
    }
    const data = copy.value;
    const given = new Set([
      ...data.own.flatMap(({ table, rows }) => rows.flatMap((row) => Object.keys(row).map((key) => `${table}.${key}`))),
      ...data.mentions.map(({ table, column }) => `${table}.${column}`),
    ]);
    const missing = planted.filter((place) => !given.has(place) && !/\.(search|placeKey)$/.test(place));
    expect(missing).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/Hash"|[0-9a-f]{64}/);
    expect((await listPersonRequests(ours.scope)).map(({ kind }) => kind)).toEqual(["export"]);
  });

  test("is told beforehand what goes and what stays; looking is written down", async () => {
    const fates = await answerPerson(ours.scope, { email: EMAIL });
    const tables = fates.filter(({ stays }) => stays === null).map(({ table }) => table);
    expect(tables).toEqual(
      expect.arrayContaining(["motions", "registrations", "followers", "messages", "invitations"]),
    );
    expect(await listAudit(ours.scope, { action: "person_looked_up" })).toHaveLength(1);
  });

  test("is erased everywhere in this unit, once, and the other unit keeps what it has", async () => {
    const foreign = await traces(theirs, NAME, "own", "words", "search");
    const erased = await erasePerson(ours.scope, { email: EMAIL });
    expect(erased).toMatchObject({ ok: true });
    expect(await traces(ours, NAME, "own", "words", "search")).toEqual([]);
    expect(await traces(ours, EMAIL, "own", "words", "search")).toEqual([]);
    expect(await traces(theirs, NAME, "own", "words", "search")).toEqual(foreign);
    expect(await erasePerson(ours.scope, { email: EMAIL })).toEqual({ ok: false, reason: "unknown" });
    expect(await auditTracks(ours.scope)).toEqual([]);
  });

  test("leaves a trace without address and name", async () => {
    const [request] = await listPersonRequests(ours.scope);
    expect(request).toMatchObject({ kind: "erasure" });
    const rows = await read.select().from(schema.personRequests);
    expect(JSON.stringify(rows)).not.toMatch(/marker|kunegunda/i);
    const log = await listAudit(ours.scope, { action: "person_erased" });
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toMatch(/marker|kunegunda/i);
  });
});

test("an older copy that comes back is told whom to erase again; files that name somebody are gone", async () => {
  const { scope, ids, unit } = await aFullUnit("piqx");
  const [seat] = await read.select().from(schema.registrations).where(eq(schema.registrations.id, ids.registration));
  const email = seat?.email ?? "";
  const document = join(config.dataDir, "documents", "a.document");
  mkdirSync(dirname(document), { recursive: true });
  writeFileSync(document, NAME);
  expect(await erasePerson(scope, { email })).toMatchObject({ ok: true });
  expect(existsSync(document)).toBe(false);
  const mine = listErasures().filter((erasure) => erasure.unit === unit.id);
  expect(mine).toHaveLength(1);
  expect(JSON.stringify(mine)).not.toContain(email);

  const back = { name: seat?.name ?? "", email, needs: "" };
  const one = eq(schema.registrations.id, ids.registration);
  await inTransaction(async () => void (await write.update(schema.registrations).set(back).where(one)));
  expect(
    await replayErasures(
      (await aUnit()).scope,
      mine.map(({ person }) => person),
    ),
  ).toBe(0);
  expect(await replayErasures(scope, ["x"])).toBe(0);
  expect(
    await replayErasures(
      scope,
      mine.map(({ person }) => person),
    ),
  ).toBe(1);
  expect((await read.select().from(schema.registrations).where(one))[0]?.email).toBe("");
});

test("a code of a motion names its author; one of another unit names nobody", async () => {
  const [ours, theirs] = [await aFullUnit("pgqx"), await aFullUnit("phqx")];
  const code = tokenOf("motion", ours.ids.motion);
  expect(await findPersonKey(ours.scope, { code })).toEqual({ motionId: ours.ids.motion });
  expect(await findPersonKey(theirs.scope, { code })).toBeNull();
  expect(await findPersonKey(ours.scope, { email: EMAIL })).toEqual({ email: EMAIL });
  const [before] = await read.select().from(schema.motions).where(eq(schema.motions.id, ours.ids.motion));
  expect(await erasePerson(ours.scope, { motionId: ours.ids.motion })).toMatchObject({ ok: true });
  const [after] = await read.select().from(schema.motions).where(eq(schema.motions.id, ours.ids.motion));
  expect(before?.authorEmail).not.toBe("");
  expect(after).toMatchObject({ authorName: "", authorEmail: "", number: before?.number });
});
