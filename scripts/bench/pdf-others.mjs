// What other requests wait while the built server draws minutes of 60 pages, one after another, none of them known before.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { freePort } from "../lib/free-port.mjs";
import { SERVER, SERVER_FLAGS } from "../lib/server.mjs";

const SECONDS = 8;
/** A public page is answered from memory, one of the office is made anew each time. */
const PER_SECOND = { public: 40, office: 8 };
const UNIT = "kpp-wierzbinow";

export async function othersWait() {
  if (!existsSync(SERVER)) return { note: { text: "npm run build first" } };
  const folder = mkdtempSync(join(tmpdir(), "bench-others-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = join(folder, "debata.db");
  const env = { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: url };
  Object.assign(env, { DATA_DIR: folder, DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: "silent", DEMO: "auto" });
  const server = spawn(process.execPath, [...SERVER_FLAGS, SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  server.stdout.on("data", (text) => (said += text));
  try {
    while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) await sleep(50);
    const debate = enlarge(file);
    const paths = { [`/u/${UNIT}`]: {}, [`/o/${UNIT}/tasks`]: { Cookie: await signIn(url, said) } };
    const cookie = paths[`/o/${UNIT}/tasks`];
    for (const [path, headers] of Object.entries(paths)) await requests(url + path, headers, 1);
    const rows = {};
    for (const [path, headers] of Object.entries(paths)) {
      const idle = await requests(url + path, headers, SECONDS);
      const stop = { now: false };
      const drawing = drawAgainAndAgain(url, file, debate, cookie, stop);
      const busy = await requests(url + path, headers, SECONDS);
      stop.now = true;
      const drawn = await drawing;
      rows[path] = {
        "idle p50 ms": idle.p50,
        "p99 ms": idle.p99,
        "drawing p50 ms": busy.p50,
        "drawing p99 ms": busy.p99,
      };
      Object.assign(rows[path], {
        "p99 ×": Number((busy.p99 / idle.p99).toFixed(1)),
        documents: drawn.count,
        kB: drawn.kB,
      });
    }
    return rows;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** At a steady rate, whether or not the one before was answered: waiting is not hidden by asking less. */
async function requests(url, headers, seconds) {
  const perSecond = headers.Cookie ? PER_SECOND.office : PER_SECOND.public;
  const times = [];
  const asked = [];
  const start = performance.now();
  for (let i = 0; i < seconds * perSecond; i++) {
    const due = start + (i * 1_000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const answer = fetch(url, { headers, redirect: "manual" }).then(async (response) => {
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
      times.push(performance.now() - due);
    });
    asked.push(answer);
  }
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  const at = (share) => Number(times[Math.floor(times.length * share)].toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}

/** A changed topic makes it another document, so that the shelf cannot answer. */
async function drawAgainAndAgain(url, file, debate, headers, stop) {
  const database = new BetterSqlite3(file);
  let count = 0;
  let kB = 0;
  while (!stop.now) {
    database.prepare("update debates set topic = ? where id = ?").run(`Bezpieczeństwo, wydanie ${count}`, debate);
    const response = await fetch(`${url}/o/${UNIT}/debates/${debate}/minutes.pdf`, { headers });
    const bytes = await response.arrayBuffer();
    if (response.headers.get("content-type") !== "application/pdf") throw new Error(`minutes: ${response.status}`);
    kB = Math.round(bytes.byteLength / 1000);
    count++;
  }
  database.close();
  return { count, kB };
}

/** Five hundred guests and two hundred motions for a held debate of the demo. Raw, because this is a bench and no history. */
function enlarge(file) {
  const database = new BetterSqlite3(file);
  const held = database
    .prepare(
      "select d.id from debates d join organizations o on o.id = d.organization_id where o.slug = ? and d.status = 'held' and not exists (select 1 from minutes m where m.debate_id = d.id)",
    )
    .get(UNIT);
  const debate =
    held ??
    database
      .prepare(
        "select d.id from debates d join organizations o on o.id = d.organization_id where o.slug = ? and d.status = 'announced'",
      )
      .get(UNIT);
  const copy = (table, count, change) => {
    const sample = database
      .prepare(`select t.* from ${table} t join organizations o on o.id = t.organization_id where o.slug = ? limit 1`)
      .get(UNIT);
    const columns = Object.keys(sample);
    const insert = database.prepare(
      `insert into ${table} (${columns.join(",")}) values (${columns.map((column) => `@${column}`).join(",")})`,
    );
    for (let i = 0; i < count; i++) insert.run({ ...sample, id: randomUUID(), debate_id: debate.id, ...change(i) });
  };
  database.transaction(() => {
    copy("invitations", 500, (i) => ({
      guest_key: randomUUID(),
      token_hash: randomUUID(),
      status: "accepted",
      presence: "present",
      body_name: `Urząd Miejski nr ${i} w Nowej Łące`,
    }));
    copy("motions", 200, (i) => ({
      code_hash: randomUUID(),
      sequence: 1_000 + i,
      number: `x/${i}`,
      agenda_item_id: null,
      status: "admitted",
      merged_into_id: null,
      text: `Sprawa ${i}. ${"W parku wieczorem jest zupełnie ciemno, latarnie nie świecą od miesiąca, a mieszkańcy boją się tamtędy chodzić. ".repeat(5)}`,
    }));
  })();
  database.close();
  return debate.id;
}

async function signIn(url, said) {
  const [, password] = /kont: (\S+)/.exec(said) ?? [];
  const [email] = /debaty@kpp-wierzbinow\S*/.exec(said) ?? [];
  const body = new URLSearchParams({ _key: randomUUID(), email, password });
  const answer = await fetch(`${url}/login`, { method: "POST", headers: { Origin: url }, body, redirect: "manual" });
  const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
  if (!cookie) throw new Error(`No session for ${email}: ${answer.status}`);
  return cookie;
}
