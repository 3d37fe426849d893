// Memory of the built server over a database that is there, in turns of a life each: ready, five seconds later, and after a
// first visit to the home page, a unit, a debate, the sign-in and two office pages.
//   npm run build && node scripts/bench/memory.mjs [lives, 5]
// rss counts the program of Node itself, which all processes of a machine share; own is what only this one has. Linux only
// (/proc). Talks to 127.0.0.1 only. Prints the medians.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../lib/free-port.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";

const UNIT = "kpp-wierzbinow";
const lives = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "bench-memory-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const env = { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: url };
Object.assign(env, { DATA_DIR: folder, DATABASE_URL: `sqlite:${join(folder, "debata.db")}`, LOG_LEVEL: "silent" });

try {
  await live(async () => {}); // the first start writes the demo
  const figures = [];
  for (let i = 0; i < lives; i++) figures.push(await live(measure));
  const median = (name) => Math.round(figures.map((one) => one[name]).sort((a, b) => a - b)[lives >> 1]);
  console.table(Object.fromEntries(Object.keys(figures[0]).map((name) => [name, median(name)])));
  console.log(`Load when it ended: ${loadavg()[0].toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function live(work) {
  const since = performance.now();
  const server = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  server.stdout.on("data", (text) => (said += text));
  try {
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(10);
    return await work(server.pid, performance.now() - since, () => said);
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

async function measure(pid, startMs, said) {
  const start = { "start ms": startMs, "start ms CPU": cpuOf(pid), ...memoryOf(pid, "ready") };
  await sleep(5_000);
  const idle = memoryOf(pid, "after 5 s");
  await page("/");
  const [debate] = /\/u\/[\w-]+\/debates\/[\w-]+/.exec(await page(`/u/${UNIT}`));
  for (const path of [debate, "/login"]) await page(path);
  const cookie = await signIn(said());
  for (const path of [`/o/${UNIT}`, `/o/${UNIT}/motions?stan=all`]) await page(path, { cookie });
  await sleep(1_000);
  return { ...start, ...idle, ...memoryOf(pid, "after a first visit") };
}

async function page(path, headers = {}) {
  const answer = await fetch(url + path, { headers });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

async function signIn(said) {
  const [, password] = /kont: (\S+)/.exec(said) ?? [];
  const body = new URLSearchParams({ _key: randomUUID(), email: `debaty@${UNIT}.example`, password });
  const answer = await fetch(`${url}/login`, { method: "POST", headers: { Origin: url }, body, redirect: "manual" });
  const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
  if (!cookie) throw new Error(`No session: ${answer.status}`);
  return cookie;
}

function memoryOf(pid, when) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const mb = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1]) / 1024;
  return { [`${when}, rss MB`]: mb("Rss"), [`${when}, own MB`]: mb("Private_Dirty") };
}

function cpuOf(pid) {
  const spent = (thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + spent(thread), 0) / 1e6;
}
