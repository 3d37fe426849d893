import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseUrl, dialect } from "~db/dialect";
import { migratePostgres, migrateSqlite } from "~db/migrate";
import {
  asText,
  fillPostgres,
  fillSqlite,
  keptIn,
  migrationsUpTo,
  NEWEST,
  type Row,
  rowsOf,
  VERSIONS,
} from "../setup/released";

/** Whoever starts the newest program on a database of an older one finds everything that was in it. */
test("rows of every table are kept for every version", () => {
  expect(VERSIONS).toEqual(VERSIONS.map((_, index) => index));
  for (const version of VERSIONS) expect(new Set(rowsOf(version).map(([table]) => table)).size).toBeGreaterThan(25);
});

let schema: unknown;
beforeAll(async () => {
  await administer("create database");
  await using subject = await aSubject();
  await subject.migrate();
  schema = await subject.schema();
});

describe.each(VERSIONS)("a database of version %i", (version) => {
  test("has all its rows after the newest migration, nothing dangles, and once more there is nothing to do", async () => {
    await using subject = await aSubject();
    const rows = rowsOf(version);
    await subject.migrate(migrationsUpTo(version, dialect));
    await subject.fill(rows);
    expect(await keptIn(subject.all, rows)).toEqual(asText(rows)); // that the measure itself is right

    await subject.migrate();
    expect(await keptIn(subject.all, rows)).toEqual(asText(rows));
    expect(await subject.dangling()).toEqual([]);
    const [{ editions, closed }] = (await subject.all(EDITIONS)) as [{ editions: unknown; closed: unknown }];
    expect(Number(editions)).toBe(Number(closed));

    const before = await subject.applied();
    expect(before).toHaveLength(NEWEST + 1);
    await subject.migrate();
    expect(await subject.applied()).toEqual(before);
    expect(await subject.schema()).toEqual(schema);
  });
});

test("what older versions did not compute is computed at the start", async () => {
  const old = dialect === "sqlite" ? await onSqlite(databaseUrl.replace("sqlite:", "")) : await onPostgres();
  await old.migrate(migrationsUpTo(0, dialect));
  await old.fill(rowsOf(0));
  if (dialect === "sqlite") await old[Symbol.asyncDispose]();

  const { database } = await import("~/platform/db.server");
  const { trackAllOldMotions: catchUp } = await import("~/domain/motions/jobs.track.server"); // as the start does
  const { auditTracks } = await import("~/domain/motions/queries.track.server");
  const { mintScope } = await import("~/platform/mint-scope.server");
  const wrong = async () => {
    const units = rowsOf(0).flatMap(([table, row]) => (table === "organizations" ? [String(row.id)] : []));
    return (await Promise.all(units.map((id) => auditTracks(mintScope(id, "system"))))).flat();
  };
  await database.migrate();
  expect(await wrong()).not.toEqual([]);
  expect(await catchUp()).toBeGreaterThan(0);
  expect(await wrong()).toEqual([]);
  expect(await catchUp()).toBe(0);
  await database.close();
});

/** 0001 gives minutes that were approved their first edition. */
const EDITIONS = `select (select count(*) from minutes_editions where no = 1) as editions,
  (select count(*) from minutes where sha256 is not null) as closed`;

type Subject = Awaited<ReturnType<typeof onSqlite>>;
const aSubject = () => (dialect === "sqlite" ? onSqlite() : onPostgres());

async function onSqlite(file = `${process.env.DATA_DIR}/${crypto.randomUUID()}.db`) {
  const connection = new BetterSqlite3(file);
  const all = async (text: string) => connection.prepare(text).all() as Record<string, unknown>[];
  return {
    all,
    migrate: async (folder?: string): Promise<void> => migrateSqlite(connection, folder),
    fill: async (rows: Row[]) => void fillSqlite(connection, rows),
    dangling: async () => connection.pragma("foreign_key_check") as unknown[],
    applied: () => all("select hash, created_at from __drizzle_migrations order by created_at"),
    schema: () => all("select name, sql from sqlite_master where sql is not null order by name"),
    [Symbol.asyncDispose]: async () => void connection.close(),
  };
}

const pool = dialect === "postgres" ? new pg.Pool({ connectionString: databaseUrl, max: 2 }) : undefined;
/** The embedded one is there already, and has one session: nobody may hold a client while a migration runs. */
const server = databaseUrl.includes("//embedded") || dialect === "sqlite" ? undefined : new URL(databaseUrl);
afterAll(async () => {
  await pool?.end();
  await administer("drop database");
});

async function administer(command: string) {
  if (!server) return;
  const admin = new pg.Client(Object.assign(new URL(server), { pathname: "postgres" }).href);
  await admin.connect();
  await admin.query(`${command} "${server.pathname.slice(1)}"`).finally(() => admin.end());
}

async function asked<T>(use: (client: pg.PoolClient) => Promise<T>) {
  if (!pool) throw new Error("This is not PostgreSQL");
  const client = await pool.connect();
  return use(client).finally(() => client.release());
}

async function onPostgres(): Promise<Subject> {
  await asked((client) => client.query(EMPTY));
  const all = async (text: string) => (await asked((client) => client.query(text))).rows;
  return {
    all,
    migrate: async (folder) => void (pool && (await migratePostgres(pool, folder))),
    fill: async (rows) => void (await asked((client) => fillPostgres(client, rows))),
    dangling: () => all("select conname from pg_constraint where contype = 'f' and not convalidated"),
    applied: () => all("select hash, created_at from drizzle.__drizzle_migrations order by created_at"),
    schema: () => all(SCHEMA),
    [Symbol.asyncDispose]: async () => {},
  };
}

const EMPTY = "drop schema public cascade; drop schema if exists drizzle cascade; create schema public";
const SCHEMA = `select table_name || '.' || column_name as name, data_type || is_nullable || coalesce(column_default, '') as sql
    from information_schema.columns where table_schema = 'public'
  union all select indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select tablename || '.' || policyname, qual from pg_policies order by 1, 2`;
