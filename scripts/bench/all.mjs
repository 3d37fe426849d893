// The rows of the quality goals for speed, beside a bare node:http server of the same bytes, in one run.
//   npm run build && node scripts/bench/all.mjs [--quick]
// Prints what was measured, the goal, and whether it was reached; writes data/bench/<time>.json. The quick form leaves out
// the million rows, the hall, the evening and the documents. Bounded by the counts of each part: about ten minutes on a quiet machine.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { comparePages, scriptsOnPages } from "./http.mjs";

const PART_MS = 5 * 60_000;
const run = promisify(execFile);
const isQuick = process.argv.includes("--quick");
const load = loadavg()[0];

const small = await comparePages();
const table = {};
const goal = (name, value, most, unit) => {
  table[name] = { measured: value, goal: `≤ ${most}`, unit, reached: value <= most };
};
const list = "staff list, 50 of many";
const [page, miss, post] = ["public debate page", "the same, made anew each time", "motion POST"].map(
  (name) => small.rows[name],
);
const share = (row) => Math.round((100 * row["requests/s"]) / row["bare requests/s"]);
const atLeast = (name, value, least) => {
  table[name] = { measured: value, goal: `≥ ${least}`, unit: "% of the bare requests/s", reached: value >= least };
};
atLeast("finished public page", share(page), 70);
goal("the same, made anew", miss["ms CPU"], 3, "ms CPU");
goal("staff list of 50 rows, of 10 000", small.rows[list]["ms CPU"], 3, "ms CPU");
goal("form POST, on disk", post["ms CPU"], 1, "ms CPU");
atLeast("the same", share(post), 40);
goal("JavaScript of public pages", scriptsOnPages()["public pages"]["kB JavaScript (brotli)"], 0, "kB brotli");
goal("JavaScript of the first office page", scriptsOnPages()["first office page"]["kB JavaScript (brotli)"], 90, "kB");
goal("first start with the demo", small.startMs, 1500, "ms");
goal("memory, idle after the start", small.idleMb, 80, "MB");
goal("memory under load", small.memoryMb, 250, "MB");

console.table(small.rows); // now: a part of the long form may be broken off
const parts = {};
if (!isQuick) {
  const large = await comparePages({ motions: 1_000_000, only: list });
  const ratio = large.rows[list]["ms CPU"] / small.rows[list]["ms CPU"];
  goal("staff list, of 1 000 000 against 10 000", Number(ratio.toFixed(2)), 1.3, "×");
  for (const [name, file, ...more] of [
    ["hall of 300 phones", "hall.mjs", "6"],
    ["live evening", "evening.mjs", "60"],
    ["documents", "pdf.mjs"],
    ["others while documents are drawn", "pdf-others.mjs"],
  ]) {
    const script = join(import.meta.dirname, file);
    const { stdout } = await run(process.execPath, [script, ...more], { timeout: PART_MS }).catch((error) => error);
    parts[name] = String(stdout ?? "it did not end");
    console.log(`${name}\n${parts[name]}`);
  }
}
console.table(table);
mkdirSync("data/bench", { recursive: true });
const file = `data/bench/${new Date().toISOString().replace(/[:.]/g, "-")}.json`;
writeFileSync(file, JSON.stringify({ at: new Date(), load, rows: small.rows, table, parts }, null, 2));
console.log(`Load ${load?.toFixed(1)} when it began. Written to ${file}`);
