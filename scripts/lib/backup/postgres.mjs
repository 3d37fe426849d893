import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { Stop } from "../progress.mjs";
import { reasonOf } from "./place.mjs";
import { onDisk, RUNNING } from "./sqlite.mjs";

export const DUMP = "database.sql.gz";
/** The lock of db/migrate.ts: a server that starts in the middle of a restore waits for its end. */
const MIGRATION_LOCK = 20_260_301;
const LAST_WORDS = "PostgreSQL database dump complete";
/** Schemas that an earlier restore has put aside. */
const ASIDE = "replaced_";

/** Both programs come with PostgreSQL; where they are not, a sentence says what to install. */
export function requireProgram(/** @type {string} */ name) {
  const found = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
  if (found) return;
  throw new Stop(
    `${name} is not installed. It comes with PostgreSQL: on Debian "apt-get install postgresql-client"; its version must be at least the server's.`,
  );
}

/** As settings and not as arguments, because everybody on the machine can read the arguments of a process. */
function settingsOf(/** @type {string} */ address) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  const given = {
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode") ?? "",
  };
  const { PATH, HOME, NODE_ENV } = process.env;
  return { PATH, HOME, NODE_ENV, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
}

/**
 * One snapshot for the dump and for the numbers to which it is held; writers do not wait for it.
 * @returns {Promise<{ schema: number, rows: Record<string, number> }>}
 */
export async function dumpPostgres(/** @type {string} */ address, /** @type {string} */ to) {
  requireProgram("pg_dump");
  const client = await connected(address);
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: exported } = await client.query("select pg_export_snapshot() as id");
    const facts = await factsOf(client);
    const args = [
      "--format=plain",
      "--encoding=UTF8",
      "--no-owner",
      "--no-privileges",
      "--enable-row-security",
      `--exclude-schema=${ASIDE}*`,
    ];
    const dump = started("pg_dump", [...args, `--snapshot=${exported[0].id}`], address);
    await Promise.all([
      pipeline(dump.child.stdout, createGzip({ level: 6 }), createWriteStream(to, { flags: "wx", mode: 0o600 })),
      dump.ended,
    ]);
    onDisk(to);
    return facts;
  } finally {
    await client.end();
  }
}

async function connected(/** @type {string} */ address) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query under way says it
  await client.connect().catch((error) => {
    throw new Stop(`The database does not answer: ${reasonOf(error)}`);
  });
  return client;
}

async function factsOf(/** @type {pg.Client} */ client) {
  const ask = async (/** @type {string} */ text) => (await client.query(text)).rows;
  const tables = await ask(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'drizzle') order by 1",
  );
  if (!tables.some(({ name }) => name === "drizzle.__drizzle_migrations"))
    throw new Stop("There is no database of Debata at this address yet: the service has never been started on it.");
  /** @type {Record<string, number>} */
  const rows = {};
  for (const { name } of tables) rows[name] = Number((await ask(`select count(*) as n from ${name}`))[0].n);
  const [newest] = await ask("select max(created_at) as newest from drizzle.__drizzle_migrations");
  return { schema: Number(newest?.newest ?? 0), rows };
}

/** Reads a dump to its end and counts what is in it. */
export async function inspectDump(/** @type {string} */ file) {
  /** @type {Record<string, number>} */
  const rows = {};
  let table = "";
  let whole = false;
  for await (const line of linesOf(createReadStream(file).pipe(createGunzip()))) {
    if (table) {
      if (line.length === 2 && line.toString() === "\\.") table = "";
      else rows[table] = (rows[table] ?? 0) + 1;
    } else if (line.length < 10_000) {
      const text = line.toString();
      table = /^COPY (\S+) \(.*\) FROM stdin;$/.exec(text)?.[1] ?? "";
      if (table) rows[table] = 0;
      whole ||= text.includes(LAST_WORDS);
    }
  }
  if (!whole) throw new Error("the dump has no end");
  return rows;
}

/** By bytes, because a text may hold a letter that other readers take for the end of a line. */
async function* linesOf(/** @type {AsyncIterable<Buffer>} */ stream) {
  /** @type {Buffer[]} */
  let begun = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)]);
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
  }
  yield Buffer.concat(begun);
}

/** Refuses when anybody is connected to this database; a service always is, because it looks every few seconds. */
export async function refuseUsed(/** @type {string} */ address) {
  const client = await connected(address);
  try {
    const { rows } = await client.query(`select count(*) as n ${OTHERS}`);
    if (Number(rows[0].n) > 0) throw used(rows[0].n);
  } finally {
    await client.end();
  }
}

const OTHERS =
  "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null";
const used = (/** @type {number | string} */ many) =>
  new Stop(
    `The service is running: there are ${many} connections to this database. Stop every server (and its timers) first; nothing was changed.`,
    RUNNING,
  );

/**
 * All in one transaction: the old tables go aside, the dump is read, its rows are counted. Killed or failing anywhere,
 * everything is as it was. Returns whether there was something to put aside.
 */
export async function restoreDump(
  /** @type {string} */ address,
  /** @type {string} */ file,
  /** @type {Record<string, number>} */ rows,
  /** @type {string} */ stamp,
) {
  requireProgram("psql");
  const aside = `${ASIDE}${stamp.replace(/\D/g, "").slice(0, 14)}`;
  const psql = started("psql", ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", "-"], address);
  psql.child.stdin.on("error", () => {}); // it has ended with its own words
  await Promise.all([
    pipeline(Readable.from(script(file, aside, rows)), psql.child.stdin).catch(() => {}),
    psql.ended.catch((error) => {
      if (reasonOf(error).includes("DEBATA_RUNNING")) throw used("some");
      throw new Stop(`PostgreSQL has refused, and nothing was changed:\n${reasonOf(error)}`);
    }),
  ]);
  const client = await connected(address);
  const { rows: found } = await client.query("select 1 from pg_namespace where nspname like $1", [`${aside}%`]);
  await client.end();
  return found.length > 0 ? aside : undefined;
}

async function* script(
  /** @type {string} */ file,
  /** @type {string} */ aside,
  /** @type {Record<string, number>} */ rows,
) {
  yield `select pg_advisory_xact_lock(${MIGRATION_LOCK});
do $$ begin
  if exists (select 1 ${OTHERS}) then raise exception 'DEBATA_RUNNING'; end if;
  if exists (select 1 from pg_tables where schemaname = 'public') then
    alter schema public rename to ${aside};
    create schema public;
  end if;
  if exists (select 1 from pg_namespace where nspname = 'drizzle') then
    alter schema drizzle rename to ${aside}_drizzle;
  end if;
end $$;\n`;
  yield* createReadStream(file).pipe(createGunzip());
  const checks = Object.entries(rows).map(
    ([name, many]) =>
      `if (select count(*) from ${name}) <> ${Number(many)} then raise exception 'rows of % are missing', '${name}'; end if;`,
  );
  yield `\ndo $$ begin\n${checks.join("\n")}\nend $$;\n`;
}

function started(/** @type {string} */ name, /** @type {string[]} */ args, /** @type {string} */ address) {
  const child = spawn(name, args, { env: settingsOf(address), stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const ended = new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done(undefined) : fail(new Error(said.trim() || `${name}: ${code}`))));
  });
  return { child, ended };
}
