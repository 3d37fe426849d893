// Kills a run of reminders again and again, while letters are written and while they are sent, starts it anew until it
// is done, and compares what arrived with what had to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { bundleWorker } from "./bundle-worker.mjs";

const FIRST_START = Date.parse("2026-04-08T06:00:00Z"); // a working Wednesday, 8.00 in Poland
/** Longer than the lease of a letter that was being sent when its process died. */
const BETWEEN_STARTS_MS = 6 * 60_000;
const TASKS_EACH = 2;

/**
 * @param {{ letters: number, kills: number, databaseUrl?: string, plant?: boolean }} wanted
 *   Without `databaseUrl` a SQLite file. `plant` gives each delivery a Message-ID of its own: the fault that has to be seen.
 */
export async function killReminders({ letters, kills, databaseUrl, plant = false }) {
  const folder = mkdtempSync(join(process.cwd(), "node_modules/.cache/kill-reminders-")); // packages are found from here
  const file = join(folder, "process.mjs");
  const post = await openPost();
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, "debata.db")}`,
    DATA_DIR: folder,
    PUBLIC_URL: "http://app.test",
    APP_SECRET: "a secret that only this campaign knows",
    SMTP_URL: post.url,
    LOG_LEVEL: "silent",
    PLANT: plant ? "1" : "",
  };
  let starts = 0;
  /** @param {string[]} args */
  const start = (...args) => {
    const NOW = new Date(FIRST_START + starts++ * BETWEEN_STARTS_MS).toISOString();
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...env, NOW },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
    const ended = once(child, "exit").then(([code]) => {
      post.whoWaits = undefined;
      return code;
    });
    return { child, ended, said: () => said };
  };
  const finish = async (/** @type {string[]} */ ...args) => {
    const { ended, said } = start(...args);
    const code = await ended;
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
    return said();
  };

  try {
    await bundleWorker(file, "scripts/lib/reminders-process.ts");
    await finish("seed", String(letters), String(TASKS_EACH));
    const killed = { writing: 0, sending: 0 };
    for (let i = 0; i < kills; i++) {
      const { child, ended, said } = start("work");
      // The first kills come while letters are written, the others in the middle of a delivery.
      if (i < kills / 2) await after(child, said, 5 + Math.random() * 60 * (i + 1));
      else await post.beforeAnswer(1 + Math.floor(Math.random() * (letters / kills)), ended);
      if (child.exitCode !== null) break;
      child.kill("SIGKILL");
      await ended;
      killed[said().includes("written") ? "sending" : "writing"]++;
    }
    // What is left is done by two processes at once, as two servers would.
    const [one, other] = [start("work"), start("work")];
    const codes = [await one.ended, await other.ended];
    if (codes.some((code) => code !== 0)) throw new Error(`the last run ended with ${codes}`);
    return { killed, ...post.result(), database: JSON.parse(await finish("tell")) };
  } finally {
    await post.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with a campaign; empty when each reminder was sent once. */
export function faultsOf(
  /** @type {Awaited<ReturnType<typeof killReminders>>} */ result,
  /** @type {number} */ letters,
) {
  const { database, recipients, idsOfOne } = result;
  const tasks = letters * TASKS_EACH;
  const expected = {
    recipients: [recipients, letters],
    "Message-IDs of one recipient": [idsOfOne, 1],
    "messages in the database": [database.letters.rows, letters],
    "their Message-IDs": [database.letters.ids, letters],
    "their recipients": [database.letters.recipients, letters],
    "messages sent": [database.sent, letters],
    notices: [database.notices.rows, tasks],
    "tasks with a notice": [database.notices.tasks, tasks],
    "entries of the history": [database.entries.rows, tasks],
    "tasks with an entry": [database.entries.tasks, tasks],
    "letters of the run": [database.run.sent, letters],
    "finished runs": [Number(database.run.finished), 1],
    "events of the run": [database.events, 1],
  };
  return Object.entries(expected)
    .filter(([, [is, wanted]]) => is !== wanted)
    .map(([what, [is, wanted]]) => `${what}: ${is}, not ${wanted}`);
}

/** Waits until the process has begun, and then a moment; not longer than it lives. */
async function after(
  /** @type {import("node:child_process").ChildProcess} */ child,
  /** @type {() => string} */ said,
  /** @type {number} */ ms,
) {
  while (!said().includes("begun") && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
  await new Promise((done) => setTimeout(done, ms));
}

/** A real SMTP server that remembers who got which Message-ID, and can hold its answer back. */
async function openPost() {
  /** @type {Map<string, Set<string>>} */
  const got = new Map();
  let deliveries = 0;
  const post = {
    /** @type {undefined | { left: number, tell: () => void }} */
    whoWaits: undefined,
    url: "",
    /** The n-th letter from now on is taken, but its sender does not hear of it. */
    beforeAnswer(/** @type {number} */ n, /** @type {Promise<unknown>} */ ended) {
      return Promise.race([ended, new Promise((tell) => (post.whoWaits = { left: n, tell: () => tell(undefined) }))]);
    },
    result: () => ({
      deliveries,
      recipients: got.size,
      idsOfOne: Math.max(0, ...[...got.values()].map((ids) => ids.size)),
    }),
    close: () => new Promise((done) => server.close(() => done(undefined))),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, { envelope }, answer) {
      let text = "";
      stream.setEncoding("utf8").on("data", (some) => (text += some));
      stream.on("end", () => {
        deliveries++;
        const id = /^Message-ID: <(.+)>/im.exec(text)?.[1] ?? "none";
        for (const { address } of envelope.rcptTo) got.set(address, (got.get(address) ?? new Set()).add(id));
        if (post.whoWaits && --post.whoWaits.left === 0) post.whoWaits.tell();
        else answer();
      });
    },
  });
  server.on("error", () => {}); // a sender that was killed in the middle of a letter is what this is about
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = server.server.address();
  post.url = `smtp://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  return post;
}
