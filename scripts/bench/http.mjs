// CPU per request of three pages, each beside a bare node:http server that sends the same bytes, in one interleaved run.
//   npm run build && node scripts/bench/http.mjs [requests per round, 60]
// More than 69 would meet the limit of 400 new devices in ten minutes, which is part of the product. Linux only: CPU time (user and
// system) of the server's process is read from /proc. Talks to 127.0.0.1 only.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import BetterSqlite3 from "better-sqlite3";
import { freePort } from "../lib/free-port.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";

const ROUNDS = 5;
const AT_ONCE = 8;
const MOTIONS = 10_000;
const REQUESTS = 60;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

if (process.argv[2] === "--bare") await serveBare();
else if (process.argv[1] === import.meta.filename) {
  const { rows, memoryMb, startMs } = await comparePages({ requests: Number(process.argv[2] ?? REQUESTS) });
  console.log(`First start with the demo: ${startMs} ms`);
  console.table(rows);
  console.log(`Memory of the server after the run: ${memoryMb} MB`);
  console.table(scriptsOnPages());
}

/** Starts the product over a database with `motions` in one unit, and measures what `only` names, or all. */
export async function comparePages({ motions = MOTIONS, only, requests = REQUESTS } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "bench-http-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, "debata.db")}`,
    LOG_LEVEL: "silent",
  };
  const startedAt = performance.now();
  const server = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  server.stdout.on("data", (text) => (said += text));
  const bare = spawn(process.execPath, [import.meta.filename, "--bare"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [bareUrl] = await once(bare.stdout, "data");
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(20);
    const startMs = Math.round(performance.now() - startedAt);
    const idleMb = memoryOf(server.pid);
    const { debate, unit } = addMotions(join(folder, "debata.db"), motions);
    const cookie = await signIn(url, said);
    const paths = {
      "public debate page": get(`/u/${unit}/debates/${debate}`, { "Accept-Encoding": "br" }),
      "the same, made anew each time": get(`/u/${unit}/debates/${debate}?x=1`, { "Accept-Encoding": "br" }),
      "staff list, 50 of many": get(`/o/${unit}/motions?stan=all`, { Cookie: cookie, "Accept-Encoding": "br" }),
      "motion POST": postMotion(`/u/${unit}/debates/${debate}/motions/new`, url),
    };
    const rows = {};
    for (const [name, make] of Object.entries(paths))
      if (!only || only === name) rows[name] = await measure(make, { url, server, bare, bareUrl, requests });
    return { rows, startMs, idleMb, memoryMb: memoryOf(server.pid) };
  } finally {
    server.kill("SIGTERM");
    bare.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ours and the bare one take turns, so that whatever else the machine does hits both. */
async function measure(make, { url, server, bare, bareUrl, requests }) {
  const sample = await send(url, make());
  const bareMake = () => ({ path: `/${sample.body.length}`, method: make().method, headers: {}, body: make().body });
  await load(url, make, 50);
  await load(String(bareUrl), bareMake, 50);
  const [ours, theirs] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await run(url, make, { pid: server.pid, requests }));
    theirs.push(await run(String(bareUrl), bareMake, { pid: bare.pid, requests }));
  }
  const [a, b] = [ours, theirs].map((rounds) => rounds.sort((x, y) => x.cpu - y.cpu)[ROUNDS >> 1]);
  return {
    status: sample.status,
    "kB sent": Number((sample.body.length / 1024).toFixed(1)),
    "ms CPU": Number(a.cpu.toFixed(3)),
    "bare ms CPU": Number(b.cpu.toFixed(3)),
    "requests/s": Math.round(a.rate),
    "bare requests/s": Math.round(b.rate),
  };
}

async function run(base, make, { pid, requests }) {
  const [cpu, start] = [cpuOf(pid), performance.now()];
  await load(base, make, requests);
  const seconds = (performance.now() - start) / 1000;
  return { cpu: ((cpuOf(pid) - cpu) * 1000) / requests, rate: requests / seconds };
}

async function load(base, make, count) {
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const { status } = await send(base, make());
      if (status >= 400) throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function send(base, { path, method = "GET", headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const length = body ? { "Content-Length": Buffer.byteLength(body) } : {};
    const sent = request(new URL(path, base), { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function get(path, headers) {
  return () => ({ path, headers });
}
function postMotion(path, origin) {
  return () => ({
    path,
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      _key: randomUUID(),
      text: "W parku wieczorem jest zupełnie ciemno, latarnie nie świecą od miesiąca.",
      place: "park przy pl. Wolności",
      category: "LIGHT",
    }).toString(),
  });
}

async function signIn(url, said) {
  const [, password] = /kont: (\S+)/.exec(said) ?? [];
  const [email] = /debaty@kpp-wierzbinow\S*/.exec(said) ?? [];
  const body = new URLSearchParams({ _key: randomUUID(), email, password }).toString();
  const headers = { Origin: url, "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await send(url, { path: "/login", method: "POST", headers, body });
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
  if (!cookie) throw new Error(`No session for ${email}: ${answer.status}`);
  return cookie;
}

/** Copies a motion of the demo until there are enough of them. Raw, because this is a bench and no history. */
function addMotions(file, many) {
  const database = new BetterSqlite3(file);
  const open = database
    .prepare(
      "select d.id, d.slug, o.slug as unit, o.id as org from debates d join organizations o on o.id = d.organization_id where d.status = 'announced' and o.slug = 'kpp-wierzbinow'",
    )
    .get();
  const sample = database
    .prepare("select * from motions where organization_id = ? and status = 'admitted'")
    .get(open.org);
  const own = {
    id: "'bench-' || n",
    code_hash: "'bench-' || n",
    sequence: "1000 + n",
    number: "'x/' || n",
    submitted_at: "submitted_at + n",
    agenda_item_id: "null",
    place_key: "'bench ' || (n % 997)", // else the page of one motion counts all of them as its repeats
  };
  const columns = Object.keys(sample);
  database
    .prepare(
      `with recursive many(n) as (select 1 union all select n + 1 from many where n < ?)
       insert into motions (${columns.join(",")})
       select ${columns.map((column) => own[column] ?? column).join(",")} from many, (select * from motions where id = ?)`,
    )
    .run(many, sample.id);
  database.close();
  return { debate: open.slug, unit: open.unit };
}

/** kB of JavaScript (brotli) that the first office page loads: the entry, the root and what they import. */
export function scriptsOnPages() {
  const assets = "build/client/assets";
  const name = readdirSync(assets).find((file) => file.startsWith("manifest-"));
  const manifest = JSON.parse(readFileSync(join(assets, name), "utf8").replace(/^window\.__remixManifest=|;$/g, ""));
  const { entry, routes } = manifest;
  const files = new Set();
  const add = ({ module, imports = [] }) => {
    for (const file of [module, ...imports]) files.add(file);
  };
  add(entry);
  for (const id of ["root", "routes/o.$unit", "routes/o.$unit._index"]) if (routes[id]) add(routes[id]);
  const bytes = [...files].map((file) => brotliCompressSync(readFileSync(join("build/client", file))).length);
  const total = (list) => Number((list.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1));
  const css = readdirSync(assets).filter((file) => file.endsWith(".css"));
  return {
    "public pages": {
      "kB JavaScript (brotli)": 0,
      "kB CSS (raw)": total(css.filter((f) => f.startsWith("public")).map((f) => statSync(join(assets, f)).size)),
    },
    "first office page": {
      "kB JavaScript (brotli)": total(bytes),
      "kB CSS (raw)": total(css.map((f) => statSync(join(assets, f)).size)),
    },
  };
}

/** Seconds of CPU of all threads, to the nanosecond: what a hundred fast answers cost is less than a tick of the clock. */
function cpuOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = (thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  return threads.reduce((sum, thread) => sum + spent(thread), 0) / 1e9;
}

function memoryOf(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}

/** As many bytes as asked for; a POST is also written to a file database, synced, as a form is. */
async function serveBare() {
  const folder = mkdtempSync(join(tmpdir(), "bench-bare-"));
  const database = new BetterSqlite3(join(folder, "bare.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("create table bare (id text primary key, body text)");
  const insert = database.prepare("insert into bare values (?, ?)");
  const server = createServer(async (incoming, response) => {
    if (incoming.method === "POST") {
      let body = "";
      for await (const chunk of incoming) body += chunk;
      insert.run(randomUUID(), body);
    }
    response.end(Buffer.alloc(Number(incoming.url.slice(1)), 97));
  }).listen(0, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${server.address().port}`));
  process.once("SIGTERM", () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}
