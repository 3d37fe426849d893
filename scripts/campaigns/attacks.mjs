// Slow and malformed clients against the built server, with the demo in it: what each was answered, whether everybody
// else got a page meanwhile and afterwards, and how much memory it took. A server that trusts everybody has to fail.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { attack } from "../lib/attack.mjs";
import { ATTACKS } from "../lib/attacks.mjs";
import { freePort } from "../lib/free-port.mjs";
import { asked, posted, talk, visit } from "../lib/raw-http.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";

const MOST_MB = 500;
const HOST = "debata.test";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const server = await startServer();
  /** @type {Record<string, string | number>} */
  const figures = {};
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, server.memory())), 100);
  try {
    const home = (await visit(server.target, "/u/kpp-wierzbinow")).text;
    const [page] = /\/u\/kpp-wierzbinow\/debates\/[a-z0-9-]+/.exec(home) ?? [];
    if (!page) throw new Error("The demo shows no debate");
    const [asset] = /\/assets\/[^"]+\.css/.exec(home) ?? [];
    const target = {
      ...server.target,
      ...{ page, form: `${page}/motions/new`, asset: asset ?? "/favicon.svg" },
      stream: await openHall(server),
      many: (/** @type {number} */ most) => (quick ? Math.ceil(most / 10) : most),
    };
    const before = server.memory();
    const { faults, attacks, visits } = await attack(target, (line) => console.log(`  ${line}`));
    Object.assign(figures, { attacks, "visits meanwhile": visits, "MB before": before, "MB at most": peak });
    if (peak > MOST_MB) faults.push(`${peak} MB of memory`);
    if (server.child.exitCode !== null) faults.push("The server has ended");
    if (/error|trace/i.test(server.complaints())) faults.push(`It complained: ${server.complaints().slice(0, 500)}`);
    const planted = await attackNaive(target);
    figures["planted: faults seen"] = planted;
    if (planted < 15) faults.push(`A server that trusts everybody had only ${planted} faults`);
    return { faults, figures };
  } finally {
    clearInterval(watch);
    await server.stop();
  }
}

/** @param {import("../lib/raw-http.mjs").Target} target */
async function attackNaive(target) {
  const naive = createServer((_request, response) => void response.end("ok")).listen(0, "127.0.0.1");
  await once(naive, "listening");
  const address = naive.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const few = ATTACKS.filter(({ name }) => !/letter|nothing|never|streams/.test(name));
  const { faults } = await attack({ ...target, port, patienceMs: 1500, many: () => 5 }, () => {}, few);
  naive.close().closeAllConnections();
  return faults.length;
}

/**
 * The evaluation of the demo is to come; here its hall is open. Raw, because this is a campaign and no history.
 * @param {Awaited<ReturnType<typeof startServer>>} server
 */
async function openHall({ target, file, password }) {
  const database = new BetterSqlite3(file);
  const one =
    "select d.id from debates d join organizations o on o.id = d.organization_id where o.slug = ? and d.kind = ?";
  const row = /** @type {{ id: string }} */ (database.prepare(`${one} limit 1`).get("kpp-wierzbinow", "evaluation"));
  database.prepare("update debates set status = 'live' where id = ?").run(row.id);
  database.close();
  const body = new URLSearchParams({ email: "debaty@kpp-wierzbinow.example", password }).toString();
  const [, cookie] =
    /^set-cookie: ([^;]+)/im.exec((await talk(target, [posted(target, body, [], "/login")])).text) ?? [];
  const desk = asked(target, `GET /o/kpp-wierzbinow/debates/${row.id}/hall`, [
    `Cookie: ${cookie}`,
    "Connection: close",
  ]);
  const [vote] = /\/v\/[0-9A-Z-]+/.exec((await talk(target, [desk])).text) ?? [];
  if (!vote) throw new Error("The desk of the hall shows no address for votes");
  return `${vote}/events`;
}

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "campaign-attacks-"));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://${HOST}`,
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, "debata.db")}`,
    DEMO: "auto",
    LOG_LEVEL: "error",
  };
  const child = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [said, complaints] = ["", ""];
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (complaints += text));
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  while (!(await ready())?.ok) {
    if (child.exitCode !== null) throw new Error(`The server did not start: ${said}${complaints}`);
    await sleep(100);
  }
  while (!/kont: \S+/.test(said)) await sleep(50);
  const [, password = ""] = /kont: (\S+)/.exec(said) ?? [];
  const target = {
    port,
    host: HOST,
    origin: `http://${HOST}`,
    patienceMs: 45_000,
    many: (/** @type {number} */ most) => most,
    page: "/",
    form: "/login",
    stream: "/",
    big: "/u/kpp-wierzbinow/tracker.csv",
    office: "/o/kpp-wierzbinow",
    asset: "/favicon.svg",
  };
  return {
    target,
    child,
    password,
    file: join(folder, "debata.db"),
    complaints: () =>
      complaints +
      said
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .join("\n"),
    memory: () => {
      const status = child.exitCode === null ? readFileSync(`/proc/${child.pid}/status`, "utf8") : "";
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    },
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
