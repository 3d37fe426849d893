// A fire drill: the built service with its demo and many rows, a backup while residents write, `kill -9`, a restore into
// an empty place, and then everything that was acknowledged before the backup has to be there, under its own links.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { freePort } from "./free-port.mjs";
import { run } from "./run.mjs";
import { SERVER, SERVER_FLAGS } from "./server.mjs";

const WRITERS = 3;
const READY_WITHIN_MS = 120_000;

/**
 * @param {{ rows: number, posts: number, server?: string, plant?: boolean }} wanted
 *   `server`: the address of a PostgreSQL server, without it two SQLite files. `plant` loses the secret on the way: the fault that has to be seen.
 */
export async function restoreDrill({ rows, posts, server: postgres, plant = false }) {
  const databases = postgres ? await twoDatabases(postgres) : undefined;
  const folder = mkdtempSync(join(tmpdir(), "debata-drill-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = (/** @type {"full" | "empty"} */ place) => ({
    ...{
      NODE_ENV: /** @type {const} */ ("production"),
      PATH: process.env.PATH,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: url,
    },
    ...{ DATA_DIR: join(folder, place), BACKUP_DIR: join(folder, "backups"), TRUSTED_PROXIES: "1", LOG_LEVEL: "error" },
    DATABASE_URL: databases?.[place] ?? `sqlite:${join(folder, place, "debata.db")}`,
  });
  /** @type {string[]} */
  const faults = [];
  const call = (/** @type {string} */ script, /** @type {string[]} */ words, /** @type {"full" | "empty"} */ place) =>
    run(process.execPath, [`scripts/${script}.mjs`, ...words], { env: settings(place) });
  let server = await serve(settings("full"), url);
  try {
    const form = await openForm(url);
    await multiply(settings("full").DATABASE_URL, rows);
    const writing = writers(form, posts);
    while (writing.acknowledged.length < posts / 3) await sleep(10);
    const before = [...writing.acknowledged];
    const backedUp = await call("backup", [], "full");
    const during = writing.acknowledged.length - before.length;
    if (!backedUp.ok) throw new Error(`The backup has failed:\n${backedUp.output}`);
    const running = await call("restore", ["latest"], "full");
    if (running.code !== 3) faults.push(`a restore over the running service ended with ${running.code}`);
    await kill(server);
    await writing.end();

    const backup = (/Backup: (\S+)/.exec(backedUp.output) ?? [])[1] ?? "";
    faults.push(...(await damagedAreRefused(backup, (words) => call("restore", words, "empty"))));
    const since = performance.now();
    const restored = await call("restore", ["latest"], "empty");
    const restoreMs = performance.now() - since;
    if (!restored.ok) throw new Error(`The restore has failed:\n${restored.output}`);
    if (plant) rmSync(join(folder, "empty", "secret"));
    const sinceStart = performance.now();
    server = await serve(settings("empty"), url);
    const startMs = performance.now() - sinceStart;
    faults.push(...(await compare(form, before)));
    const document = await fetch(`${form.debate}/poster.pdf`);
    if (!(await document.text()).startsWith("%PDF")) faults.push(`the poster answers ${document.status}`);
    const { rows: kept } = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
    const total = Object.values(kept).reduce((/** @type {number} */ sum, many) => sum + Number(many), 0);
    return { faults, before: before.length, during, total, restoreMs, startMs };
  } finally {
    await kill(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function twoDatabases(/** @type {string} */ server) {
  const [full, empty] = ["full", "empty"].map((name) => `drill_${name}_${crypto.randomUUID().slice(0, 8)}`);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  for (const name of [full, empty]) await client.query(`create database ${name}`);
  await client.end();
  const urlOf = (/** @type {string | undefined} */ name) => Object.assign(new URL(server), { pathname: name }).href;
  return { full: urlOf(full), empty: urlOf(empty) };
}

async function serve(/** @type {NodeJS.ProcessEnv & { DATA_DIR: string }} */ env, /** @type {string} */ url) {
  const server = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await sleep(50)) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${said.slice(-2000)}`);
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return server;
  }
  server.kill("SIGKILL");
  throw new Error(`The server did not get ready:\n${said.slice(-2000)}`);
}

async function kill(/** @type {import("node:child_process").ChildProcess} */ server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGKILL");
  await once(server, "exit");
}

/** A debate of the demo to which residents may still write. */
async function openForm(/** @type {string} */ url) {
  const linksOn = async (/** @type {string} */ path) =>
    [...(await (await fetch(url + path)).text()).matchAll(/href="(\/u\/[^"#?]+)"/g)].map(([, link]) => link ?? "");
  for (const unit of new Set((await linksOn("/")).map((link) => link.split("/").slice(0, 3).join("/"))))
    for (const debate of new Set((await linksOn(unit)).filter((link) => /\/debates\/[^/]+$/.test(link)))) {
      const page = await (await fetch(`${url}${debate}/motions/new`)).text();
      if (/<textarea[^>]+name="text"/.test(page))
        return { url, debate: url + debate, action: `${url}${debate}/motions/new` };
    }
  throw new Error("No debate of the demo takes motions");
}

/** @typedef {Awaited<ReturnType<typeof openForm>>} OpenForm */
/** @typedef {{ key: string, text: string, location: string }} Acknowledged */

async function post(/** @type {OpenForm} */ { url, action }, /** @type {string} */ key, /** @type {string} */ text) {
  const [a, b] = [Math.floor(Math.random() * 250), Math.floor(Math.random() * 250)];
  const answer = await fetch(action, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url, "X-Forwarded-For": `10.1.${a}.${b}` },
    body: new URLSearchParams({ _key: key, text, place: "park", category: "LIGHT" }),
  });
  return { status: answer.status, location: answer.headers.get("Location") ?? "" };
}

/** Residents who write until they have done so often enough, or the service is gone. */
function writers(/** @type {OpenForm} */ form, /** @type {number} */ most) {
  /** @type {Acknowledged[]} */
  const acknowledged = [];
  let isOver = false;
  const write = async () => {
    while (!isOver && acknowledged.length < most * 10) {
      const [key, text] = [crypto.randomUUID(), `Ciemno przy stawie nr ${acknowledged.length}, „łąka”`];
      const { status, location } = await post(form, key, text).catch(() => ({ status: 0, location: "" }));
      if (status === 303) acknowledged.push({ key, text, location });
      else await sleep(20);
    }
  };
  const all = Promise.all(Array.from({ length: WRITERS }, write));
  return {
    acknowledged,
    async end() {
      isOver = true;
      await all;
    },
  };
}

/** The same form again has no second effect and leads to the same page, whose address only the same secret can make. */
async function compare(/** @type {OpenForm} */ form, /** @type {Acknowledged[]} */ before) {
  const faults = [];
  for (const { key, text, location } of before) {
    const again = await post(form, key, text);
    if (again.location !== location) faults.push(`a link of before leads elsewhere: ${again.status}`);
    const page = await fetch(form.url + location);
    if (!(await page.text()).includes("przy stawie"))
      faults.push(`an acknowledged motion is not there: ${page.status}`);
  }
  return faults;
}

/** Many rows of a history that is there, so that there is something to carry. */
async function multiply(/** @type {string} */ databaseUrl, /** @type {number} */ rows) {
  const text = (/** @type {string} */ id, /** @type {string} */ columns, /** @type {string} */ numbers) =>
    `insert into task_entries (id, ${columns}) select ${id}, ${columns} from (select ${columns} from task_entries limit 20) e, (${numbers}) n limit ${rows}`;
  const columns =
    "organization_id, task_id, kind, from_state, to_state, text, due_on, progress, public, actor, author, author_post, at";
  if (!databaseUrl.startsWith("postgres")) {
    const connection = new BetterSqlite3(databaseUrl.replace("sqlite:", ""), { timeout: 60_000 });
    const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows}) select i from n`;
    connection.exec(text("lower(hex(randomblob(16)))", columns, numbers));
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(text("gen_random_uuid()", columns, `select * from generate_series(1, ${rows}) i`));
  await client.end();
}

async function damagedAreRefused(
  /** @type {string} */ backup,
  /** @type {(words: string[]) => Promise<{ code: number | null }>} */ restore,
) {
  const database = existsSync(join(backup, "database.sqlite")) ? "database.sqlite" : "database.sql.gz";
  const DAMAGES = {
    truncated: (/** @type {string} */ folder) => truncateSync(join(folder, database), 5000),
    "flipped byte": (/** @type {string} */ folder) => {
      const bytes = readFileSync(join(folder, database));
      const at = Math.floor(bytes.length * Math.random());
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      writeFileSync(join(folder, database), bytes);
    },
    "missing file": (/** @type {string} */ folder) => rmSync(join(folder, "secret")),
    "newer schema": (/** @type {string} */ folder) => {
      const file = join(folder, "manifest.json");
      writeFileSync(file, readFileSync(file, "utf8").replace(/"schema": \d+/, '"schema": 9999999999999'));
    },
  };
  const faults = [];
  for (const [name, damage] of Object.entries(DAMAGES)) {
    const copy = `${backup}.damaged`;
    cpSync(backup, copy, { recursive: true });
    damage(copy);
    const { code } = await restore([copy]);
    if (code !== 4) faults.push(`${name}: not refused, but ${code}`);
    rmSync(copy, { recursive: true });
  }
  return faults;
}
