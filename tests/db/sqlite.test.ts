import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { dialect } from "~db/dialect";
import { organizations } from "~db/schema";

describe.runIf(dialect === "sqlite")("the embedded database", async () => {
  const { openSqlite } = await import("~db/sqlite");
  const unit = (id: string) => ({ id, slug: id, name: id, shortName: id });

  async function aDatabase() {
    const file = join(mkdtempSync(join(tmpdir(), "debata-sqlite-")), "test.db");
    const database = openSqlite(file);
    await database.migrate();
    const add = (id: string) =>
      database.transaction(async (queries) => void (await queries.insert(organizations).values(unit(id))));
    const close = async () => {
      await database.close();
      rmSync(dirname(file), { recursive: true });
    };
    return { file, database, add, close };
  }

  test("a commit is on disk before it is acknowledged, and stays so after the first write", async () => {
    const { database, add, close } = await aDatabase();
    await add("a");

    const setting = (name: string) => database.writer.pragma(name, { simple: true });
    expect([setting("journal_mode"), setting("synchronous"), setting("foreign_keys")]).toEqual(["wal", 2, 1]);
    await close();
  });

  test("a reader sees what is committed, does not wait for the writer, and cannot write", async () => {
    const { database, add, close } = await aDatabase();
    await database.transaction(async (queries) => {
      await queries.insert(organizations).values(unit("b"));
      expect(await database.read.select().from(organizations)).toEqual([]);
    });
    expect(await database.read.select().from(organizations)).toHaveLength(1);

    const sly = database.read as unknown as { delete(table: typeof organizations): Promise<unknown> };
    await expect((async () => sly.delete(organizations))()).rejects.toThrow(/readonly/);
    await add("c");
    await close();
  });

  test("a lock held by another process delays the write, not the process", async () => {
    const { file, database, add, close } = await aDatabase();
    const other = new BetterSqlite3(file);
    other.exec("BEGIN IMMEDIATE");
    let beats = 0;
    const heart = setInterval(() => beats++, 10);

    const waiting = add("d");
    await sleep(300);
    clearInterval(heart);
    other.exec("COMMIT");
    await waiting;

    expect(await database.read.select().from(organizations).where(eq(organizations.id, "d"))).toHaveLength(1);
    // A loop that waits inside SQLite beats not at all.
    expect(beats).toBeGreaterThan(3);
    other.close();
    await close();
  });

  test("a failed write does not keep the next one waiting", async () => {
    const { add, close } = await aDatabase();
    await add("e");
    await expect(add("e")).rejects.toThrow(/UNIQUE/);
    await add("f");
    await close();
  });
});
