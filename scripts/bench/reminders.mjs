// One run of reminders over many open tasks of one unit: time, CPU, memory, and that one which is killed goes on where
// it stood. Every tenth task is due for a word today; of the others four are further ahead, five are long reminded.
//   node scripts/bench/reminders.mjs [open tasks, 100000] [bodies, 5000]
// SQLite and, where initdb is installed, a PostgreSQL server of its own. Talks to 127.0.0.1 only.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundleWorker } from "../lib/bundle-worker.mjs";
import { startPostgres } from "../lib/postgres.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const [tasks = 100_000, bodies = 5_000] = process.argv.slice(2).map(Number);
const NOW = "2026-04-08T06:00:00Z"; // a working Wednesday, 8.00 in Poland
const folder = mkdtempSync(join("node_modules/.cache", "bench-reminders-"));
const file = join(folder, "process.mjs");
const postgres = await startPostgres();
try {
  await bundleWorker(file, "scripts/lib/reminders-process.ts");
  const rows = { SQLite: await measure(`sqlite:${join(folder, "debata.db")}`) };
  if (postgres) rows.PostgreSQL = await measure(postgres.url);
  console.log(`${tasks} open tasks of ${bodies} bodies`);
  console.table(rows);
} finally {
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(databaseUrl) {
  const begin = (...args) => {
    const env = {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      LOG_LEVEL: "silent",
    };
    const stdio = ["ignore", "pipe", "inherit"];
    return spawn(process.execPath, [file, ...args], { env: { ...env, NOW }, stdio });
  };
  const finish = async (...args) => {
    const child = begin(...args);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
    return said && JSON.parse(said.trim().split("\n").at(-1));
  };
  await finish("spread", String(tasks), String(bodies));
  const whole = await finish("write");
  const { letters } = await finish("tell");
  const idle = await finish("write");
  await finish("again");
  const killed = begin("write");
  await once(killed.stdout, "data"); // it has begun
  await sleep(whole.seconds * 600);
  killed.kill("SIGKILL");
  await once(killed, "close");
  const halfway = (await finish("tell")).letters.rows;
  const rest = await finish("write");
  const done = await finish("tell");
  return {
    letters: letters.rows,
    seconds: whole.seconds.toFixed(2),
    "CPU s": whole.cpu.toFixed(2),
    "MB above idle": Math.round((whole.peak - whole.before) / 1024 / 1024),
    "killed at letter": halfway,
    "rest in s": rest.seconds.toFixed(2),
    "letters after it": done.letters.rows,
    "ms when nothing is due": (idle.seconds * 1000).toFixed(0),
  };
}
