// CPU per request of the public list at 100 000 and 1 000 000 tasks, of its first page and of each filter, each request a
// cache miss, beside a bare node:http server that sends the same bytes, in one interleaved run. „After a change” is the
// first page just after the unit has seen an event, when nothing that is remembered counts any more.
//   npm run build && node scripts/bench/tracker.mjs [requests per round, 100] [sizes, 100000,1000000]
// Linux only: CPU time (user and system, all threads) of the server's process is read from /proc. Talks to 127.0.0.1
// only; needs 3 GB of disk for the larger database, which it deletes. BENCH_KEEP=folder keeps the databases there
// and takes them from there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { freePort } from "../lib/free-port.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";
import { pathsOf, seedTracker, UNIT } from "./tracker-seed.mjs";

const ROUNDS = 3;
const requests = Number(process.argv[2] ?? 100);
let counter = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

if (process.argv[2] === "--bare") serveBare();
else {
  const rows = [];
  for (const size of (process.argv[3] ?? "100000,1000000").split(",").map(Number)) rows.push(await measureSize(size));
  print(rows);
}

async function measureSize(size) {
  const folder = mkdtempSync(join(tmpdir(), "bench-tracker-"));
  const file = join(process.env.BENCH_KEEP ?? folder, `tracker-${size}.db`);
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${file}`,
    LOG_LEVEL: "silent",
  };
  try {
    if (!existsSync(file)) {
      await withServer(env, async () => {}); // makes the tables and the demo, whose rows are what is copied
      seedTracker(file, size);
    }
    const paths = pathsOf(file);
    const bare = spawn(process.execPath, [import.meta.filename, "--bare"], { stdio: ["ignore", "pipe", "inherit"] });
    const [bareUrl] = await once(bare.stdout, "data");
    try {
      return await withServer({ ...env, DEMO: "off" }, async (url, pid) => {
        const found = {};
        const ask = { url, pid, bare, bareUrl: String(bareUrl) };
        // What a young process compiles is no request's cost.
        for (const query of Object.values(paths)) await run(url, `/u/${UNIT}/tracker?${query}`, pid, 40);
        for (const [name, query] of Object.entries(paths))
          found[name] = await measure(`/u/${UNIT}/tracker?${query}`, ask);
        found["first page, after a change"] = await measure(`/u/${UNIT}/tracker?`, { ...ask, before: changer(file) });
        return { size, found, memory: memoryOf(pid) };
      });
    } finally {
      bare.kill("SIGTERM");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As if the unit had seen an event: everything that is remembered of it is made anew. */
function changer(file) {
  const db = new BetterSqlite3(file);
  const change = db.prepare("update organizations set revision = revision + 1 where slug = ?");
  return () => change.run(UNIT);
}

async function withServer(env, work) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(
    process.execPath,
    [...SERVER_FLAGS, ...(process.env.BENCH_NODE_ARGS?.split(" ") ?? []), SERVER],
    {
      env: { ...env, PORT: String(port), PUBLIC_URL: url },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  try {
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(50);
    return await work(url, server.pid);
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

/** Ours and the bare one take turns, so that whatever else the machine does hits both. */
async function measure(path, { url, pid, bare, bareUrl, before }) {
  const sample = await send(url, path);
  if (sample.status !== 200) throw new Error(`${path} answered ${sample.status}`);
  const [ours, theirs] = [[], []];
  await run(url, path, pid, 30, before);
  await run(bareUrl, `/${sample.body.length}`, bare.pid, 30);
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await run(url, path, pid, requests, before));
    theirs.push(await run(bareUrl, `/${sample.body.length}`, bare.pid, requests));
  }
  const [cpu, bareCpu] = [ours, theirs].map((rounds) => rounds.sort((a, b) => a - b)[ROUNDS >> 1]);
  return { cpu, bareCpu, kB: sample.body.length / 1024 };
}

async function run(base, path, pid, count, before) {
  const start = cpuOf(pid);
  for (let i = 0; i < count; i++) {
    before?.();
    await send(base, path.includes("?") ? `${path}&x=${counter++}` : path);
  }
  return (cpuOf(pid) - start) / count;
}

function send(base, path) {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": "br" };
    const sent = request(new URL(path, base), { agent, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

function print(sizes) {
  const [small, large] = sizes;
  const rows = {};
  for (const name of Object.keys(small.found)) {
    const [a, b] = [small.found[name], large?.found[name]];
    rows[name] = {
      [`ms CPU, ${small.size}`]: a.cpu.toFixed(2),
      ...(b && { [`ms CPU, ${large.size}`]: b.cpu.toFixed(2), ratio: (b.cpu / a.cpu).toFixed(2) }),
      "bare ms CPU": a.bareCpu.toFixed(2),
      "kB sent": a.kB.toFixed(1),
    };
  }
  console.table(rows);
  console.log(`Memory of the server: ${sizes.map(({ size, memory }) => `${memory} MB at ${size}`).join(", ")}`);
}

/** Milliseconds of all threads that live, to the nanosecond: a clock of 10 ms would need many more requests. */
function cpuOf(pid) {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]))
    .reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0);
}

function memoryOf(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}

function serveBare() {
  createServer((incoming, response) => {
    response.end(Buffer.alloc(Number(incoming.url.slice(1)), 97));
  }).listen(0, "127.0.0.1", function () {
    process.stdout.write(`http://127.0.0.1:${this.address().port}`);
  });
}
