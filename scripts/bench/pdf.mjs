// Time, memory and size of documents, beside others who draw the same rows, in one interleaved run:
//   npm run build && node scripts/bench/pdf.mjs [rounds, 7] [--json]
// ours: the worker with its pool, as the service uses it. pdfkit: alone, untagged, in its process: the lower bound.
// chromium: prints the same HTML. First: the first document of a fresh process. Warm: median of the rounds. MB: the
// highest the process was, above itself before the first document, and ours with the whole of the processes that draw,
// which an idle service has none of. Then what other requests wait while the
// built server draws documents of 60 pages. Talks to 127.0.0.1 only.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cachedWorker } from "../lib/bundle-worker.mjs";
import { ensureChromium } from "../lib/chromium.mjs";

const SAMPLES = {
  "5 pages": { people: 30, motions: 10, points: 4 },
  "60 pages": { people: 500, motions: 200, points: 72 },
};
const GOALS = { "5 pages": { "warm ms": 250 }, "60 pages": { "warm ms": 1_000, MB: 150 } };

if (process.send) await serve(process.argv[2]);
else await compare(Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 7));

async function compare(rounds) {
  const results = [];
  for (const [name, sample] of Object.entries(SAMPLES)) {
    const drawers = [child("ours"), child("pdfkit"), await chromium()];
    const times = drawers.map(() => []);
    const sizes = [];
    for (let round = 0; round <= rounds; round++) {
      for (const [i, drawer] of drawers.entries()) {
        const since = performance.now();
        sizes[i] = await drawer.draw(sample);
        times[i].push(performance.now() - since);
      }
    }
    for (const [i, drawer] of drawers.entries()) {
      const [first, ...warm] = times[i];
      const { name: who, memory, count, end } = drawer;
      const figures = { "first ms": Math.round(first), "warm ms": median(warm), MB: await memory() };
      results.push({ document: name, who, pages: await count(sample), kB: sizes[i], ...figures });
      await end();
    }
    results.push({ document: name, who: "goal", ...GOALS[name] });
  }
  const { othersWait } = await import("./pdf-others.mjs");
  const waiting = await othersWait();
  const load = loadavg()[0].toFixed(1);
  if (process.argv.includes("--json")) console.log(JSON.stringify({ load, results, waiting }));
  else {
    console.table(results);
    console.table(waiting);
    console.log(
      `Load of the machine at the end: ${load}. Goals: documents as in the table; p99 while drawing ≤ 2× idle.`,
    );
  }
}

function median(times) {
  return Math.round(times.sort((a, b) => a - b)[times.length >> 1]);
}

function child(name) {
  const folder = mkdtempSync(join(tmpdir(), "bench-pdf-"));
  const env = { ...process.env, NODE_ENV: "production", DATA_DIR: folder, APP_SECRET: "-".repeat(32) };
  const drawer = fork(import.meta.filename, [name], { env });
  const ask = async (message) => {
    drawer.send(message);
    const [answer] = await once(drawer, "message");
    return answer;
  };
  return {
    name,
    draw: (sample) => ask({ sample }),
    memory: () => ask({}),
    count: (sample) => ask({ sample, counts: true }),
    async end() {
      drawer.disconnect();
      await once(drawer, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}

async function serve(name) {
  const draw = name === "ours" ? await ours() : (await import("./pdf-rivals.mjs")).drawWithPdfkit;
  // With what is idle beside it: the bundler of the bench runs on in a child of its own (20 MB), which no service has.
  const idle = process.memoryUsage.rss() + memoryOfChildren(process.pid);
  let peak = idle;
  const measure = () => (peak = Math.max(peak, process.memoryUsage.rss() + memoryOfChildren(process.pid)));
  setInterval(measure, 5).unref();
  process.on("message", async ({ sample, counts }) => {
    if (!sample) return process.send(Math.round((peak - idle) / 1e6));
    const bytes = await draw(sample);
    process.send(counts ? await pagesOf(bytes) : Math.round(bytes.length / 1000));
  });
  process.on("disconnect", () => process.exit(0));
}

/** Linux only; elsewhere they count as nothing. */
function memoryOfChildren(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + rssOf(child), 0);
  } catch {
    return 0;
  }
}

function rssOf(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
}

async function ours() {
  const worker = await cachedWorker("tests/setup/sample.worker.tsx");
  const pool = await cachedWorker("app/platform/documents-pool.server.ts");
  const { openPool } = await import(pathToFileURL(pool.file).href);
  const { draw } = openPool();
  return (sample) => draw(worker.file, { name: "sample", format: "pdf", json: JSON.stringify(sample) }, "unit").ended;
}

async function chromium() {
  const { chromium: browsers } = await import("playwright-core");
  const { htmlOf } = await import("./pdf-rivals.mjs");
  const { path } = await ensureChromium();
  const browser = await browsers.launch({ executablePath: path, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const print = async (sample) => {
    await page.setContent(htmlOf(sample));
    return page.pdf({ preferCSSPageSize: true, tagged: true });
  };
  return {
    name: "chromium",
    draw: async (sample) => Math.round((await print(sample)).length / 1000),
    memory: async () => null,
    count: async (sample) => pagesOf(await print(sample)),
    end: () => browser.close(),
  };
}

async function pagesOf(bytes) {
  const { PDFDocument } = await import("pdf-lib");
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}
