// The built service while its database is in trouble: a disk that is full, a lock held by others, PostgreSQL
// that restarts, is paused, loses its connections or has none left. Nothing acknowledged may be lost, a form comes back
// whole, reading goes on where it can, and afterwards everything goes on by itself.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { freePort } from "./free-port.mjs";
import { SERVER, SERVER_FLAGS } from "./server.mjs";

const READY_WITHIN_MS = 120_000;
const RECOVERED_WITHIN_MS = 60_000;
const TROUBLE = [503, 507];

/** @typedef {Awaited<ReturnType<typeof openSubject>>} Subject */
/** @typedef {{ folder: string, databaseUrl: string, postgres?: Awaited<ReturnType<import("./postgres.mjs").startPostgres>> }} Place */
/** A fault: begins, and returns how it ends; one that passes ends by itself meanwhile. @typedef {{ name: string, reads: boolean, passes?: boolean, begin: (place: Place) => Promise<() => Promise<unknown>> }} Fault */

/**
 * The service with its demo, and a form of it to write with. `preload`: a module that its process loads before our code.
 * @param {Place} place
 * @param {{ preload?: string, env?: Record<string, string> }} [more]
 */
export async function openSubject({ folder, databaseUrl }, { preload, env: own } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...{ NODE_ENV: "production", PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: url },
    ...{ DATA_DIR: folder, DATABASE_URL: databaseUrl, TRUSTED_PROXIES: "1", LOG_LEVEL: "silent" },
    ...own,
  };
  const before = preload ? ["--import", preload] : [];
  const server = spawn(process.execPath, [...SERVER_FLAGS, ...before, SERVER], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const isAlive = () => server.exitCode === null && server.signalCode === null;
  for (const deadline = performance.now() + READY_WITHIN_MS; (await ready()) !== 200; await sleep(50))
    if (!isAlive() || performance.now() > deadline)
      throw new Error(`The server did not get ready:\n${said.slice(-2000)}`);

  async function ready() {
    return (await fetch(`${url}/readyz`).catch(() => undefined))?.status ?? 0;
  }
  const linksOn = async (/** @type {string} */ path) =>
    [...(await (await fetch(url + path)).text()).matchAll(/href="(\/u\/[^"#?]+)"/g)].map(([, link]) => link ?? "");
  const debate = await findDebate();
  async function findDebate() {
    for (const unit of new Set((await linksOn("/")).map((link) => link.split("/").slice(0, 3).join("/"))))
      for (const one of new Set((await linksOn(unit)).filter((link) => /\/debates\/[^/]+$/.test(link))))
        if ((await (await fetch(`${url}${one}/motions/new`)).text()).includes('name="text"')) return one;
    throw new Error("No debate of the demo takes motions");
  }
  let posts = 0;
  /** @type {{ key: string, text: string, location: string }[]} */
  const acknowledged = [];

  /** Sends the form; what comes back is told from a page that lost it. */
  async function post(
    /** @type {string} */ key = crypto.randomUUID(),
    text = `Ciemno przy stawie nr ${++posts}, „łąka”`,
    authorEmail = "",
  ) {
    const answer = await fetch(`${url}${debate}/motions/new`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: url, "X-Forwarded-For": `10.${posts % 250}.${Math.floor(Math.random() * 250)}.1` },
      body: new URLSearchParams({ _key: key, text, place: "park", category: "LIGHT", authorEmail }),
    }).catch(() => undefined);
    const [status, location, html] = [answer?.status ?? 0, answer?.headers.get("Location") ?? "", await answer?.text()];
    if (status === 303) acknowledged.push({ key, text, location });
    const keeps = html?.includes(key) === true && html.includes(`przy stawie nr ${/\d+/.exec(text)?.[0]}`);
    return { key, text, status, location, keeps, retryAfter: answer?.headers.get("Retry-After") };
  }
  const read = async () => (await fetch(`${url}${debate}?x=${++posts}`).catch(() => undefined))?.status ?? 0;
  const kill = () => void server.kill("SIGKILL");
  const signal = (/** @type {NodeJS.Signals} */ name) => server.kill(name);
  return { url, debate, post, read, ready, acknowledged, isAlive, kill, signal, said: () => said };
}

/** Puts one fault on a running service, and says what was not as it should be. */
export async function suffer(/** @type {Subject} */ subject, /** @type {Place} */ place, /** @type {Fault} */ fault) {
  /** @type {string[]} */
  const faults = [];
  const seen = { trouble: 0, saved: 0, reads: 0 };
  const note = (/** @type {string} */ words) => faults.push(`${fault.name}: ${words}`);
  if ((await subject.post()).status !== 303) note("nothing could be saved before it began");
  const end = await fault.begin(place);
  const sent = await Promise.all(Array.from({ length: 4 }, () => subject.post()));
  for (const { status, keeps, retryAfter } of sent) {
    if (status === 303) seen.saved++;
    else if (!TROUBLE.includes(status)) note(`a form was answered with ${status}`);
    else if (!keeps) note(`${status} without the form`);
    else if (!retryAfter) note(`${status} without Retry-After`);
    else seen.trouble++;
  }
  const read = await subject.read();
  if (read === 200) seen.reads++;
  else if (fault.reads || !TROUBLE.includes(read)) note(`a page was answered with ${read}`);
  if (!fault.passes && seen.trouble > 0 && seen.saved === 0 && !(await tellsTheTruth(subject)))
    note("/readyz says that all is well while no form is saved");
  await end();
  if (!subject.isAlive()) note(`the service has ended:\n${subject.said().slice(-1500)}`);
  const since = performance.now();
  while ((await subject.ready()) !== 200 && performance.now() - since < RECOVERED_WITHIN_MS) await sleep(100);
  // The same forms once more: those that were refused are saved now, once.
  for (const { key, text, status, location } of sent) {
    const again = await subject.post(key, text);
    if (again.status !== 303) note(`afterwards a form was answered with ${again.status}`);
    else if (status === 303 && again.location !== location) note("an acknowledged form was saved twice");
  }
  return { faults, seen, recoveredMs: performance.now() - since };
}

/** What a worse service would do: 500, the form forgotten, an acknowledged form lost. Each has to be told. */
export async function controls(/** @type {Subject} */ subject, /** @type {Place} */ place) {
  const nothing = { name: "planted", reads: true, passes: true, begin: async () => async () => {} };
  const missed = [];
  for (const [told, worse] of /** @type {const} */ ([
    ["a form was answered with 500", { status: 500 }],
    ["503 without the form", { status: 503, keeps: false, retryAfter: "10" }],
    ["503 without Retry-After", { status: 503, keeps: true, retryAfter: null }],
    [
      "an acknowledged form was saved twice",
      {
        status: 303,
        get location() {
          return crypto.randomUUID();
        },
      },
    ],
  ])) {
    const post = async (/** @type {Parameters<Subject["post"]>} */ ...words) => ({
      ...(await subject.post(...words)),
      ...worse,
    });
    const { faults } = await suffer({ ...subject, post }, place, nothing);
    if (!faults.some((fault) => fault.includes(told))) missed.push(`Planted and not seen: ${told}`);
  }
  const { text, location } = await subject.post();
  const acknowledged = [{ key: "planted", text: text.replace(/\d+/, "100$&"), location }];
  if ((await lostOf({ ...subject, acknowledged })).length === 0) missed.push("Planted and not seen: a lost form");
  return missed;
}

/** It looks once a second, and the trouble may be over by itself meanwhile: then a form is saved, too. */
async function tellsTheTruth(/** @type {Subject} */ subject) {
  for (let looks = 0; looks < 20; looks++) {
    if ((await subject.ready()) === 503) return true;
    await sleep(100);
  }
  return (await subject.post()).status === 303;
}

/** Everything that was acknowledged, each once. */
export async function lostOf(/** @type {Subject} */ { url, acknowledged }) {
  const faults = [];
  for (const { text, location } of new Map(acknowledged.map((one) => [one.key, one])).values()) {
    const page = await (await fetch(url + location)).text();
    // A page has a space that does not break between these words.
    if (!page.replaceAll("\u00a0", " ").includes(`przy stawie nr ${/\d+/.exec(text)?.[0]}`))
      faults.push(`${text} was acknowledged and is not there`);
  }
  return faults;
}

/** Another process that holds the writer's lock. @returns {Fault} */
export const busyFor = (/** @type {number} */ ms) => ({
  name: `another process holds the lock for ${ms / 1000} s`,
  reads: true,
  passes: true,
  async begin({ databaseUrl }) {
    const other = new BetterSqlite3(databaseUrl.replace("sqlite:", ""), { timeout: 5_000 });
    other.exec("begin immediate");
    const over = sleep(ms).then(() => {
      other.exec("rollback");
      other.close();
    });
    return () => over;
  },
});

/** A disk of its own (tmpfs) that is filled to its end; where mounting is not allowed there is none. */
export function smallDisk(/** @type {number} */ megabytes) {
  const folder = mkdtempSync(join(tmpdir(), "debata-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  const unmount = () => {
    if (status === 0) spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, isMounted: status === 0, unmount };
}

/** @type {Fault} */
export const diskFull = {
  name: "the disk is full",
  reads: true,
  async begin({ folder, databaseUrl }) {
    const [filler, file] = [join(folder, "filler"), databaseUrl.replace("sqlite:", "")];
    // A log that was emptied keeps its room, so it is given back first.
    const other = new BetterSqlite3(file, { timeout: 5_000 });
    other.pragma("wal_checkpoint(TRUNCATE)");
    other.close();
    let chunk = 1 << 20;
    let size = 0;
    for (writeFileSync(filler, ""); chunk >= 1; )
      try {
        writeFileSync(filler, Buffer.alloc(chunk), { flag: "a" });
      } catch {
        chunk >>= 1;
      }
    size = statSync(filler).size;
    if (size === 0) throw new Error("The disk took nothing");
    return async () => rmSync(filler);
  },
};

const administer = async (/** @type {string} */ url, /** @type {string} */ text) => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query(text).finally(() => client.end());
};

/** @type {Fault[]} */
export const postgresFaults = [
  {
    name: "PostgreSQL restarts",
    reads: false,
    async begin({ postgres }) {
      postgres?.halt();
      return async () => postgres?.begin();
    },
  },
  {
    name: "all connections are killed",
    reads: false,
    async begin({ databaseUrl }) {
      const kill = () =>
        administer(
          databaseUrl,
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user",
        );
      await kill();
      const timer = setInterval(() => void kill().catch(() => {}), 100);
      return async () => clearInterval(timer);
    },
  },
  {
    name: "there are no connections left",
    reads: false,
    async begin({ databaseUrl }) {
      /** @type {pg.Client[]} */
      const taken = [];
      await administer(
        databaseUrl,
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user",
      );
      for (;;) {
        const client = new pg.Client({ connectionString: databaseUrl });
        client.on("error", () => {});
        if (
          !(await client.connect().then(
            () => true,
            () => false,
          ))
        )
          break;
        taken.push(client);
      }
      return () => Promise.all(taken.map((client) => client.end()));
    },
  },
  {
    name: "PostgreSQL is paused",
    reads: false,
    async begin({ postgres }) {
      postgres?.pause(); // for as long as it takes until forms and a page are answered
      return async () => postgres?.goOn();
    },
  },
];

/** A folder for the service's own files. */
export function aFolder() {
  return mkdtempSync(join(tmpdir(), "debata-faults-"));
}
