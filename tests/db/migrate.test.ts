import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { migrateSqlite } from "~db/migrate";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A database after the real migrations, and a folder of them to which a test may add its own. */
function aMigrated() {
  const folder = mkdtempSync(join(tmpdir(), "debata-migrate-"));
  folders.push(folder);
  cpSync("db/migrations/sqlite", folder, { recursive: true });
  const connection = new BetterSqlite3(join(folder, "test.db"));
  migrateSqlite(connection, folder);
  const insert = (table: string, row: Record<string, string | number>) =>
    connection
      .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => "?")})`)
      .run(...Object.values(row));
  const times = { created_at: 0, updated_at: 0 };
  insert("organizations", { id: "o", slug: "kpp-o", name: "Komenda", short_name: "KPP", ...times });
  insert("users", { id: "u", email: "ewa@policja.test", name: "Ewa", password_hash: "-", ...times });
  insert("memberships", { id: "m", organization_id: "o", user_id: "u", role: "admin", ...times });
  insert("counters", { organization_id: "o", name: "debate", value: 3 });
  return { folder, connection };
}

function add(folder: string, sql: string) {
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: journal.entries.length, when: last.when + 1, tag: "9999_test" });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, "9999_test.sql"), sql);
}

const REBUILT = "__new_organizations";
/** What drizzle-kit writes when a column changes. */
function rebuildOf(connection: BetterSqlite3.Database) {
  const table = connection.prepare("select sql from sqlite_master where type = 'table' and name = 'organizations'");
  const { sql } = table.get() as { sql: string };
  return [
    "PRAGMA foreign_keys=OFF;",
    `${sql.replace(/[`"]organizations[`"]/, REBUILT)};`,
    `INSERT INTO ${REBUILT} SELECT * FROM organizations;`,
    "DROP TABLE organizations;",
    `ALTER TABLE ${REBUILT} RENAME TO organizations;`,
    "PRAGMA foreign_keys=ON;",
  ].join("--> statement-breakpoint\n");
}

test("rebuilding a parent table keeps its children", () => {
  const { folder, connection } = aMigrated();
  add(folder, rebuildOf(connection));
  migrateSqlite(connection, folder);

  expect(connection.prepare("select slug from organizations").all()).toEqual([{ slug: "kpp-o" }]);
  expect(connection.prepare("select id from memberships").all()).toEqual([{ id: "m" }]);
  expect(connection.prepare("select value from counters").all()).toEqual([{ value: 3 }]);
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
  connection.close();
});

test("a migration that leaves orphans is not taken for success", () => {
  const { folder, connection } = aMigrated();
  add(folder, "DELETE FROM organizations;");
  for (const _ of ["the first start", "the next one"])
    expect(() => migrateSqlite(connection, folder)).toThrow(/dangling/);
  expect(connection.prepare("select count(*) as n from organizations").get()).toEqual({ n: 1 });
  expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
  connection.close();
});

test("running again finds nothing left to do", () => {
  const { folder, connection } = aMigrated();
  migrateSqlite(connection, folder);
  expect(connection.prepare("select count(*) as n from organizations").get()).toEqual({ n: 1 });
  connection.close();
});

test("an older program does not touch the database of a newer one", () => {
  const { folder, connection } = aMigrated();
  connection.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  expect(() => migrateSqlite(connection, folder)).toThrow(/newer version/);
  connection.close();
});

test("before a migration the file is copied as it was, and without one it is not", () => {
  const { folder, connection } = aMigrated();
  migrateSqlite(connection, folder);
  expect(copiesIn(folder)).toEqual([]);

  add(folder, "CREATE TABLE more (id text);");
  migrateSqlite(connection, folder);
  const [copy = ""] = copiesIn(folder);
  const before = new BetterSqlite3(join(folder, copy), { readonly: true });
  const tables = "select name from sqlite_master where name in ('more', 'debates')";
  expect(before.prepare(tables).all()).toEqual([{ name: "debates" }]);
  before.close();
  connection.close();
});

test("a server that was overtaken while it copied keeps no copy and starts", () => {
  const { folder, connection } = aMigrated();
  const other = new BetterSqlite3(join(folder, "test.db"));
  add(folder, "CREATE TABLE more (id text);");
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    if (text.startsWith("vacuum into")) migrateSqlite(other, folder);
    return prepare(text);
  }) as typeof connection.prepare;
  migrateSqlite(connection, folder);
  expect(copiesIn(folder)).toHaveLength(1);
  expect(connection.prepare("select name from sqlite_master where name = 'more'").all()).toHaveLength(1);
  for (const one of [connection, other]) one.close();
});

const copiesIn = (folder: string) => readdirSync(folder).filter((file) => file.includes(".before-"));
