// Time and memory of a document drawn in the worker, as the service does it: node scripts/bench/pdf.mjs [JSON of a sample]
// First: the worker starts. Warm: median of 5. Idle: the bare process. Peak: above idle. Loop: what other requests wait.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { cachedWorker } from "../lib/bundle-worker.mjs";

const SAMPLES = {
  short: { people: 30, motions: 10, points: 4 },
  long: { people: 500, motions: 200, points: 66 },
};
const WARM = 5;

const [given] = process.argv.slice(2);
if (process.send) await measure(JSON.parse(given));
else await compare(given ? { given: JSON.parse(given) } : SAMPLES);

async function compare(samples) {
  const folder = mkdtempSync(join(tmpdir(), "bench-pdf-"));
  const rows = {};
  for (const [name, sample] of Object.entries(samples)) {
    const env = { ...process.env, NODE_ENV: "production", DATA_DIR: folder, APP_SECRET: "-".repeat(32) };
    const child = fork(import.meta.filename, [JSON.stringify(sample)], { env });
    const [figures] = await once(child, "message");
    rows[name] = figures;
  }
  rmSync(folder, { recursive: true });
  console.table(rows);
}

async function measure(sample) {
  const worker = await cachedWorker("tests/setup/sample.worker.tsx");
  const pool = await cachedWorker("app/platform/documents-pool.server.ts");
  const { openPool } = await import(pathToFileURL(pool.file).href);
  const { draw, close } = openPool();
  const idle = process.memoryUsage.rss();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();

  const times = [];
  let bytes = Buffer.alloc(0);
  for (let i = 0; i <= WARM; i++) {
    const since = performance.now();
    bytes = await draw(worker.file, { name: "sample", json: JSON.stringify(sample) });
    times.push(Math.round(performance.now() - since));
  }
  loop.disable();
  clearInterval(watch);
  await close();
  const mb = (size) => Math.round(size / 1e6);
  process.send({
    pages: bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length,
    kB: Math.round(bytes.length / 1000),
    "first ms": times[0],
    "warm ms": times.slice(1).sort((a, b) => a - b)[(WARM - 1) / 2],
    "idle MB": mb(idle),
    "peak MB": mb(peak - idle),
    "loop p99 ms": Math.round(loop.percentile(99) / 1e6),
    "loop max ms": Math.round(loop.max / 1e6),
  });
  process.disconnect();
}
