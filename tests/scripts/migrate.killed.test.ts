import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { migratePostgres, migrateSqlite } from "../../db/migrate";
import { bundleWorker } from "../../scripts/lib/bundle-worker.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { asText, fillPostgres, fillSqlite, keptIn, migrationsUpTo, NEWEST, rowsOf } from "../setup/released";

const OLDEST = rowsOf(0);
/** Of all statements: the first ones, in the middle of the rebuilt tables, the last one, and after the commit. */
const MOMENTS = [0, 0.03, 0.35, 0.6, 0.8, 0.99, 1];

let server: Awaited<ReturnType<typeof startPostgres>>;
const program = join("node_modules/.cache/debata", `migrate-${process.pid}`, "migrate.mjs");
beforeAll(async () => {
  await bundleWorker(program, "tests/setup/migrate-process.ts");
  server = await startPostgres();
});
afterAll(() => {
  server?.stop();
  rmSync(join(program, ".."), { recursive: true, force: true });
});

async function start(address: string, killAt = 0) {
  const child = spawn(process.execPath, [program, address, String(killAt)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const [code, signal] = await once(child, "close");
  return { code, signal, said };
}

/** A database of the first version with its rows, and what is in it now. */
async function onSqlite() {
  const folder = mkdtempSync(join(tmpdir(), "debata-killed-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "debata.db");
  const connection = new BetterSqlite3(file);
  connection.pragma("journal_mode = WAL");
  migrateSqlite(connection, migrationsUpTo(0, "sqlite"));
  fillSqlite(connection, OLDEST);
  connection.close();
  const all = async (text: string) => {
    const now = new BetterSqlite3(file);
    try {
      return now.prepare(text).all() as Record<string, unknown>[];
    } finally {
      now.close();
    }
  };
  const copies = () => readdirSync(folder).filter((name) => /\.before-[\d-]+$/.test(name)).length;
  return {
    address: file,
    kept: () => keptIn(all, OLDEST),
    versions: async () => (await all("select hash from __drizzle_migrations")).length,
    schema: () => all("select name, sql from sqlite_master order by name"),
    copies,
    dangling: () => all("pragma foreign_key_check"),
  };
}

async function onPostgres(): Promise<Awaited<ReturnType<typeof onSqlite>>> {
  if (!server) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  const address = await server.another();
  const pool = new pg.Pool({ connectionString: address });
  onTestFinished(() => pool.end());
  await migratePostgres(pool, migrationsUpTo(0, "postgres"));
  await fillPostgres(pool, OLDEST);
  const all = async (text: string) => (await pool.query(text)).rows;
  return {
    address,
    kept: () => keptIn(all, OLDEST),
    versions: async () => (await all("select hash from drizzle.__drizzle_migrations")).length,
    schema: () =>
      all(
        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2",
      ),
    copies: () => 1,
    dangling: () => all("select conname from pg_constraint where contype = 'f' and not convalidated"),
  };
}

describe.each([
  ["SQLite", onSqlite],
  ["PostgreSQL", onPostgres],
])("%s", (_name, aDatabase) => {
  test("a server that is killed in the middle of its migration has changed nothing or all, and the next one completes it", async () => {
    const whole = await aDatabase();
    const [before, { said }] = [await whole.schema(), await start(whole.address)];
    const [statements, after] = [Number(said), await whole.schema()];
    expect(statements).toBeGreaterThan(100);

    const database = await aDatabase();
    const seen = new Set<string>();
    for (const moment of MOMENTS) {
      const at = Math.max(1, Math.round(statements * moment));
      const { signal, said } = await start(database.address, at);
      if (signal !== "SIGKILL") throw new Error(`It was not killed at ${at} of ${statements}: ${said}`);
      const isNew = (await database.versions()) > 1;
      seen.add(isNew ? "all" : "nothing");
      expect(await database.schema()).toEqual(isNew ? after : before);
      expect(await database.kept()).toEqual(asText(OLDEST));
    }
    expect([...seen]).toEqual(["nothing", "all"]);
    expect(await start(database.address)).toMatchObject({ code: 0 });
    expect(await database.schema()).toEqual(after);
    expect(await database.versions()).toBe(NEWEST + 1);
    expect(await database.kept()).toEqual(asText(OLDEST));
    expect(await database.dangling()).toEqual([]);
  });

  test("of two servers that start at once, both go on and one has migrated", async () => {
    const database = await aDatabase();
    const both = await Promise.all([start(database.address), start(database.address)]);
    expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(await database.versions()).toBe(NEWEST + 1);
    expect(await database.kept()).toEqual(asText(OLDEST));
    expect(database.copies()).toBeGreaterThan(0);
  });
});
