import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { makeBackup } from "../../scripts/lib/backup/backup.mjs";
import { backupsIn, writtenDown } from "../../scripts/lib/backup/manifest.mjs";
import { chooseBackup, restoreBackup } from "../../scripts/lib/backup/restore.mjs";
import { decideRotation } from "../../scripts/lib/backup/rotate.mjs";
import { Stop } from "../../scripts/lib/progress.mjs";
import { addUnit, aMigrated, aPlace, aWriter, called, modeOf, unitsIn } from "./kept-database";

const SECRET = "a secret that only this test knows, 32 letters";
const quiet = { say: () => {} };

/** A database with one unit, its secret, and a backup of both. */
async function aBackup(env: Record<string, string> = {}) {
  const made = aPlace(env);
  const file = join(made.folder, "debata.db");
  const connection = aMigrated(file);
  addUnit(connection, "before");
  connection.close();
  if (!env.APP_SECRET) writeFileSync(join(made.folder, "secret"), SECRET, { mode: 0o600 });
  const backup = await makeBackup(made.place(), quiet);
  return { ...made, file, backup };
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 0, message: "not refused" }),
    (error: unknown) => (error instanceof Stop ? error : Promise.reject(error)),
  );

test("a backup is made while another process writes, and has all that was acknowledged before it began", async () => {
  const { folder, place } = aPlace();
  const file = join(folder, "debata.db");
  aMigrated(file).close();
  const writer = await aWriter(file);
  const before = [...(await writer.atLeast(20))];
  const backup = await makeBackup(place(), quiet);
  const since = writer.told().length;
  await writer.atLeast(since + 5);
  await writer.kill();

  const kept = unitsIn(join(backup, "database.sqlite"));
  expect(kept.slice(0, before.length)).toEqual(before);
  expect(kept).toEqual(writer.told().slice(0, kept.length));
  const { rows } = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
  expect(rows.organizations).toBe(kept.length);
});

test("only its owner may read it, and nothing half lies about", async () => {
  const { backup, folder } = await aBackup();
  expect(modeOf(backup)).toBe("700");
  const names = readdirSync(backup);
  expect(names.sort()).toEqual(["database.sqlite", "manifest.json", "secret"]);
  expect(names.map((name) => modeOf(join(backup, name)))).toEqual(["600", "600", "600"]);
  expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
});

test("after a restore everything of the backup is there, and the old database lies beside", async () => {
  const { file, folder, place, backup } = await aBackup();
  const connection = new BetterSqlite3(file);
  addUnit(connection, "later");
  connection.close();
  writeFileSync(join(folder, "secret"), "another secret, made by a new installation");

  await restoreBackup(place(), backup, quiet);
  expect(unitsIn(file)).toEqual(["before"]);
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe(SECRET);
  const aside = readdirSync(folder).filter((name) => name.includes(".replaced-"));
  expect(aside).toHaveLength(2);
  expect(unitsIn(join(folder, aside.find((name) => name.startsWith("debata.db")) ?? ""))).toEqual(["before", "later"]);
});

test("into an empty place", async () => {
  const { backup } = await aBackup();
  const { folder, place } = aPlace();
  await restoreBackup(place(), backup, quiet);
  expect(unitsIn(join(folder, "debata.db"))).toEqual(["before"]);
  expect(modeOf(join(folder, "secret"))).toBe("600");
  expect(readdirSync(folder).sort()).toEqual(["debata.db", "secret"]);
});

test("a running service is not restored over; one that was killed is, with what it had left in its log", async () => {
  const { file, folder, place, backup } = await aBackup();
  const writer = await aWriter(file);
  await writer.atLeast(20);
  expect(await refusalOf(restoreBackup(place(), backup, quiet))).toMatchObject({
    code: 3,
    message: expect.stringContaining("The service is running"),
  });
  const since = writer.told().length;
  await writer.atLeast(since + 5); // and it has not noticed anything
  await writer.kill();

  await restoreBackup(place(), backup, quiet);
  expect(unitsIn(file)).toEqual(["before"]);
  const aside = readdirSync(folder).find((name) => name.includes(".replaced-")) ?? "";
  expect(unitsIn(join(folder, aside))).toEqual(expect.arrayContaining(writer.told()));
  expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
});

test("an old database that cannot be read any more is put aside as it is", async () => {
  const { file, folder, place, backup } = await aBackup();
  writeFileSync(file, "not a database, but something that a broken disk has left".repeat(200));
  await restoreBackup(place(), backup, quiet);
  expect(unitsIn(file)).toEqual(["before"]);
  const aside = readdirSync(folder).find((name) => name.includes(".replaced-")) ?? "";
  expect(readFileSync(join(folder, aside), "utf8")).toMatch(/^not a database/);
});

describe("a backup that is not what it was is refused, and nothing changes", () => {
  const manifestOf = (backup: string) => JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  /** What would be taken for whole, if only the checksums were asked. */
  const withNewSums = async (backup: string, change: object) => {
    const { checksum: _, format: __, program: ___, ...facts } = manifestOf(backup);
    writeFileSync(join(backup, "manifest.json"), writtenDown({ ...facts, ...change }));
  };
  const DAMAGES: Record<string, (backup: string) => unknown> = {
    truncated: (backup) => truncateSync(join(backup, "database.sqlite"), 8192),
    "a flipped bit in the header": (backup) => flip(join(backup, "database.sqlite"), 20),
    "a flipped bit in the middle": (backup) =>
      flip(join(backup, "database.sqlite"), Math.floor(statSync(join(backup, "database.sqlite")).size / 2)),
    "a flipped bit in the secret": (backup) => flip(join(backup, "secret"), 3),
    "a missing database": (backup) => rmSync(join(backup, "database.sqlite")),
    "a missing secret": (backup) => rmSync(join(backup, "secret")),
    "a missing manifest": (backup) => rmSync(join(backup, "manifest.json")),
    "half a manifest": (backup) => truncateSync(join(backup, "manifest.json"), 300),
    "another number of rows": (backup) =>
      withNewSums(backup, { rows: { ...manifestOf(backup).rows, organizations: 2 } }),
    "a newer schema": (backup) => withNewSums(backup, { schema: 9_999_999_999_999 }),
    "another kind of database": (backup) => withNewSums(backup, { database: "postgres" }),
  };

  test.each(Object.keys(DAMAGES))("%s", async (name) => {
    const { file, folder, place, backup } = await aBackup();
    const connection = new BetterSqlite3(file);
    addUnit(connection, "later");
    connection.close();
    await DAMAGES[name]?.(backup);
    const there = readdirSync(folder);

    const refusal = await refusalOf(restoreBackup(place(), backup, quiet));
    expect(refusal).toMatchObject({ code: 4, message: expect.stringMatching(/damaged|newer|is of|no finished/) });
    expect(readdirSync(folder).sort()).toEqual(there.sort());
    expect(unitsIn(file)).toEqual(["before", "later"]);
  });

  test("a damage that has its own checksum is found by opening the copy", async () => {
    const { place, backup } = await aBackup();
    const copy = new BetterSqlite3(join(backup, "database.sqlite"));
    copy.pragma("foreign_keys = OFF");
    copy.exec("insert into counters (organization_id, name, value) values ('nobody', 'debate', 1)");
    copy.close();
    const { describeFile } = await import("../../scripts/lib/backup/manifest.mjs");
    const files = [await describeFile(backup, "database.sqlite"), await describeFile(backup, "secret")];
    await withNewSums(backup, { files });
    expect(await refusalOf(restoreBackup(place(), backup, quiet))).toMatchObject({
      code: 4,
      message: expect.stringContaining("rows refer to rows that are not there"),
    });
  });
});

test("a secret of the environment stays out of the backup, and another one is told", async () => {
  const env = { APP_SECRET: SECRET };
  const { backup, place, settings } = await aBackup(env);
  expect(readdirSync(backup).sort()).toEqual(["database.sqlite", "manifest.json"]);
  expect(readFileSync(join(backup, "manifest.json"), "utf8")).not.toContain(SECRET);
  const said: string[] = [];
  await restoreBackup(place(), backup, { say: (words) => said.push(words) });
  expect(said.join("\n")).toContain("The secret is the same");
  const other = called("restore", ["latest"], { ...settings, APP_SECRET: "another secret with more than 32 letters" });
  expect(other).toMatchObject({ code: 0, said: expect.stringContaining("Warning: the secret is not the one") });
});

test("a database of a newer program gets no backup from an older one", async () => {
  const { file, folder, place } = await aBackup();
  const connection = new BetterSqlite3(file);
  connection.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  connection.close();
  expect(await refusalOf(makeBackup(place(), quiet))).toMatchObject({
    message: expect.stringContaining("newer version"),
  });
  expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
});

test("the commands say what they did, and what was wrong", async () => {
  const { settings, folder, backup } = await aBackup();
  expect(called("backup", ["--help"], settings)).toMatchObject({
    code: 0,
    said: expect.stringContaining("Exit codes"),
  });
  expect(called("restore", ["--help"], settings).code).toBe(0);
  expect(called("backup", ["--often"], settings)).toMatchObject({ code: 2, said: expect.stringContaining("--often") });
  expect(called("restore", [], settings)).toMatchObject({ code: 2, said: expect.stringContaining("Which backup?") });
  expect(called("restore", ["yesterday"], settings)).toMatchObject({
    code: 2,
    said: expect.stringContaining("There is no backup"),
  });
  expect(called("restore", ["latest", "--check"], settings)).toMatchObject({
    code: 0,
    said: expect.stringContaining("can be restored"),
  });
  expect(called("backup", ["--to", join(folder, "elsewhere")], settings).code).toBe(0);
  expect(backupsIn(join(folder, "elsewhere"))).toHaveLength(1);
  const nowhere = { ...settings, DATABASE_URL: `sqlite:${folder}/none.db` };
  expect(called("backup", [], nowhere)).toMatchObject({
    code: 1,
    said: expect.stringContaining("There is no database at"),
  });
  expect(readdirSync(folder)).not.toContain("none.db");
  expect(called("backup", ["--to", join(backup, "secret", "x")], settings).code).toBe(1);
});

test("a folder that is copied elsewhere is found by its path", async () => {
  const { backup, folder, place } = await aBackup();
  cpSync(backup, join(folder, "copied"), { recursive: true });
  expect(chooseBackup(place(), join(folder, "copied"))).toBe(join(folder, "copied"));
});

test("of many backups stay 7 days, 5 weeks and 12 months, and always the newest", () => {
  const DAY = 86_400_000;
  const start = Date.parse("2026-11-26T03:00:00Z");
  const daily = Array.from({ length: 800 }, (_, i) => ({ name: `d${i}`, at: new Date(start - i * DAY) }));
  const gone = new Set(decideRotation(daily));
  const kept = daily.filter(({ name }) => !gone.has(name)).map(({ at }) => at.toISOString().slice(0, 10));
  expect(kept.slice(0, 7)).toEqual([26, 25, 24, 23, 22, 21, 20].map((day) => `2026-11-${day}`));
  expect(kept.slice(7)).toEqual([
    ...["2026-11-15", "2026-11-08", "2026-11-01", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"],
    ...["2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"],
  ]);
  // Several a day: the newest of the day. After a long silence the last ones are still there.
  const hourly = [1, 2, 3].map((hour) => ({ name: `h${hour}`, at: new Date(start - 400 * DAY + hour * 3_600_000) }));
  expect(decideRotation(hourly)).toEqual(["h2", "h1"]);
  expect(decideRotation([])).toEqual([]);
});
