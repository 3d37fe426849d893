// Acknowledged means on disk: what a process that writes asks of the kernel, seen by strace. Between two answers the log
// of the database has to be synchronized; a control that runs under synchronous=NORMAL has to be seen.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleWorker } from "./bundle-worker.mjs";
import { run } from "./run.mjs";

const CALLS = "fsync,fdatasync,write";
const SYNC = /\bf(?:data)?sync\(\d+<[^>]*debata\.db-wal>/;
const ANSWER = /\bwrite\(1<[^>]*>, "acknowledged /;

/** @param {{ writes: number, plant?: string }} wanted */
export async function traceWrites({ writes, plant = "" }) {
  const folder = mkdtempSync(join(process.cwd(), "node_modules/.cache/trace-writes-")); // packages are found from here
  try {
    const [file, trace] = [join(folder, "process.mjs"), join(folder, "trace")];
    await bundleWorker(file, "scripts/lib/write-process.ts");
    const { PATH, NODE_ENV } = process.env;
    const env = { PATH, NODE_ENV, DATABASE_URL: `sqlite:${join(folder, "debata.db")}`, PLANT: plant };
    const words = ["-f", "-y", "-e", `trace=${CALLS}`, "-o", trace, process.execPath, file, "write", String(writes)];
    const { ok, output } = await run("strace", words, { env });
    if (!ok) throw new Error(`The traced process has failed:\n${output}`);
    return countUnsynced(readFileSync(trace, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many answers were given, and how many of them before the log was on disk. */
export function countUnsynced(/** @type {string} */ trace) {
  let [answers, unsynced, isSynced] = [0, 0, false];
  for (const line of trace.split("\n")) {
    if (SYNC.test(line)) isSynced = true;
    if (!ANSWER.test(line)) continue;
    answers++;
    if (!isSynced) unsynced++;
    isSynced = false;
  }
  return { answers, unsynced };
}
