import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { migratePostgres } from "../../db/migrate";
import { makeBackup } from "../../scripts/lib/backup/backup.mjs";
import { describeFile, writtenDown } from "../../scripts/lib/backup/manifest.mjs";
import { restoreBackup } from "../../scripts/lib/backup/restore.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { Stop } from "../../scripts/lib/progress.mjs";
import { aPlace, called } from "./kept-database";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
const quiet = { say: () => {} };

/** A migrated database of its own with one unit, whose name has what a reader of lines stumbles over. */
async function aPostgres() {
  if (!server) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  const name = `kept_${crypto.randomUUID().slice(0, 8)}`;
  await asked(server.url, `create database ${name}`);
  const url = Object.assign(new URL(server.url), { pathname: name }).href;
  const pool = new pg.Pool({ connectionString: url });
  await migratePostgres(pool);
  await pool.end();
  await add(url, "before", "Zażółć\u2028gęślą\r\n\\.\tjaźń");
  const { folder, place, settings } = aPlace({
    DATABASE_URL: url,
    APP_SECRET: "a secret of more than 32 letters, given",
  });
  return { url, folder, place, settings };
}

async function asked(url: string, text: string, values: string[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text, values).finally(() => client.end());
  return rows as Record<string, string>[];
}
const add = (url: string, id: string, name = "x") =>
  asked(
    url,
    "insert into organizations (id, slug, name, short_name, created_at, updated_at) values ($1, $1, $2, 'x', now(), now())",
    [id, name],
  );
const units = async (url: string, schema = "public") =>
  (await asked(url, `select id from ${schema}.organizations order by id`)).map(({ id }) => id);
const asideIn = async (url: string) =>
  (await asked(url, "select nspname as name from pg_namespace where nspname like 'replaced_%' order by 1")).map(
    ({ name }) => name ?? "",
  );
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 0, message: "not refused" }),
    (error: unknown) => (error instanceof Stop ? error : Promise.reject(error)),
  );

test("what was backed up is there again, and the old tables lie beside", async () => {
  const { url, place, settings } = await aPostgres();
  const backup = await makeBackup(place(), quiet);
  expect(readdirSync(backup).sort()).toEqual(["database.sql.gz", "manifest.json"]);
  await add(url, "later");

  expect(called("restore", [backup], settings)).toMatchObject({ code: 0 });
  expect(await units(url)).toEqual(["before"]);
  expect(await asked(url, "select name from organizations")).toEqual([{ name: "Zażółć\u2028gęślą\r\n\\.\tjaźń" }]);
  const [aside = "", ...rest] = await asideIn(url);
  expect(rest).toEqual([`${aside}_drizzle`]);
  expect(await units(url, aside)).toEqual(["before", "later"]);
  const broken = await refusalOf(
    asked(url, "insert into counters (organization_id, name, value) values ('nobody', 'x', 1)").catch((error) => {
      throw new Stop(error.code);
    }),
  );
  expect(broken.message).toBe("23503"); // keys between the tables came along

  // The next backup does not carry the old tables along, a server that starts finds nothing to migrate, and it can be restored.
  const again = await makeBackup(place(), quiet);
  expect(gunzipSync(readFileSync(join(again, "database.sql.gz"))).toString()).not.toContain(aside);
  const pool = new pg.Pool({ connectionString: url });
  await migratePostgres(pool);
  await pool.end();
  const { place: elsewhere, url: other } = await aPostgres();
  await restoreBackup(elsewhere(), again, quiet);
  expect(await units(other)).toEqual(["before"]);
});

test("into an empty database", async () => {
  const { place } = await aPostgres();
  const backup = await makeBackup(place(), quiet);
  await asked(server?.url ?? "", "create database kept_empty");
  const url = Object.assign(new URL(server?.url ?? ""), { pathname: "kept_empty" }).href;
  await restoreBackup(aPlace({ DATABASE_URL: url }).place(), backup, quiet);
  expect(await units(url)).toEqual(["before"]);
  expect(await asideIn(url)).toEqual([]);
});

test("a database that somebody is connected to is not restored over", async () => {
  const { url, place, settings } = await aPostgres();
  const backup = await makeBackup(place(), quiet);
  const service = new pg.Client({ connectionString: url });
  await service.connect();
  onTestFinished(() => service.end());
  expect(called("restore", [backup], settings)).toMatchObject({
    code: 3,
    said: expect.stringContaining("The service is running"),
  });
  expect(await asideIn(url)).toEqual([]);
});

test("a dump that fails half-way, or has lost rows, changes nothing", async () => {
  const { url, place } = await aPostgres();
  const backup = await makeBackup(place(), quiet);
  const file = join(backup, "database.sql.gz");
  const whole = gunzipSync(readFileSync(file)).toString();
  const {
    checksum: _,
    format: __,
    program: ___,
    ...facts
  } = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
  const rewrite = async (text: string, change: object = {}) => {
    writeFileSync(file, gzipSync(text));
    const files = [await describeFile(backup, "database.sql.gz")];
    writeFileSync(join(backup, "manifest.json"), writtenDown({ ...facts, ...change, files }));
  };
  const refusals = [
    [whole.slice(0, whole.length / 2), {}, 4, /no end/],
    [whole.replace(/^before\t[^\n]*\n/m, ""), {}, 4, /rows are not those/],
    [whole.replace("ADD CONSTRAINT", "ADD CONSTRAINED"), {}, 1, /nothing was changed/],
    [whole, { schema: 9_999_999_999_999 }, 4, /newer version/],
  ] as const;
  for (const [text, change, code, message] of refusals) {
    await rewrite(text, change);
    expect(await refusalOf(restoreBackup(place(), backup, quiet))).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect([await units(url), await asideIn(url)]).toEqual([["before"], []]);
  }
});

test("where PostgreSQL's programs are not installed, a sentence says so", async () => {
  const { settings } = await aPostgres();
  const { code, said } = called("backup", [], { ...settings, PATH: "/nonexistent" });
  expect([code, said]).toEqual([1, expect.stringContaining("pg_dump is not installed")]);
});
