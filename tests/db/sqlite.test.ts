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

  /** How often another connection sees that something was saved. */
  const commitsOf = (file: string) => {
    const other = new BetterSqlite3(file, { readonly: true });
    const version = () => other.pragma("data_version", { simple: true }) as number;
    version();
    return { version, close: () => other.close() };
  };

  test("those who wait together share a commit, and nobody is answered before it", async () => {
    const { file, database, add, close } = await aDatabase();
    const seen = commitsOf(file);
    const before = seen.version();
    const versions = new Set<number>();
    const saved = Array.from({ length: 10 }, async (_, i) => {
      await add(`g${i}`);
      versions.add(seen.version());
      return database.read
        .select()
        .from(organizations)
        .where(eq(organizations.id, `g${i}`));
    });
    for (const rows of await Promise.all(saved)) expect(rows).toHaveLength(1);
    expect(versions.size).toBe(1);
    expect([...versions][0]).not.toBe(before);
    seen.close();
    await close();
  });

  test("what fails or is refused among those who wait takes nothing else with it", async () => {
    const { database, add, close } = await aDatabase();
    const refused = (id: string) =>
      database.transaction(
        async (queries) => {
          await queries.insert(organizations).values(unit(id));
          return "refused";
        },
        (result) => result === "refused",
      );
    const failed = (id: string) =>
      database.transaction(async (queries) => {
        await queries.insert(organizations).values(unit(id));
        throw new Error("too late");
      });
    const all = [add("h1"), refused("h2"), add("h3"), failed("h4"), add("h1"), add("h5"), refused("h6"), failed("h7")];
    const outcomes = (await Promise.allSettled(all)).map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value : outcome.reason.message,
    );
    const twice = "UNIQUE constraint failed: organizations.slug";
    expect(outcomes[4]).toMatch(/UNIQUE constraint failed/);
    expect(outcomes.toSpliced(4, 1, twice)).toEqual([
      ...[undefined, "refused", undefined, "too late", twice, undefined, "refused", "too late"],
    ]);
    const rows = await database.read.select().from(organizations).orderBy(organizations.id);
    expect(rows.map(({ id }) => id)).toEqual(["h1", "h3", "h5"]);
    await close();
  });

  test("a full disk is told to everybody who shared the commit, and afterwards all can be saved", async () => {
    const { database, add, close } = await aDatabase();
    await add("i");
    database.writer.pragma(`max_page_count = ${database.writer.pragma("page_count", { simple: true })}`);
    const large = (id: string) =>
      database.transaction(
        async (queries) =>
          void (await queries.insert(organizations).values({ ...unit(id), address: "x".repeat(500_000) })),
      );
    const outcomes = await Promise.allSettled([add("j1"), large("j2"), add("j3")]);
    const saved = await database.read.select({ id: organizations.id }).from(organizations).orderBy(organizations.id);
    const answered = ["j1", "j2", "j3"].filter((_, i) => outcomes[i]?.status === "fulfilled");
    expect(saved.map(({ id }) => id)).toEqual(["i", ...answered]);
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: { code: "SQLITE_FULL" } });

    database.writer.pragma("max_page_count = 1000000");
    await Promise.all([add("j1"), large("j2"), add("j3")].map((one) => one.catch(() => {})));
    expect(await database.read.select().from(organizations)).toHaveLength(4);
    await close();
  });
});
