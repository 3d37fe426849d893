import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { seconds } from "./progress.mjs";

const MEMORY = "node_modules/.cache/debata";

/**
 * Runs steps: lanes side by side, the steps of a lane one after another. A failing step stops only those that need it.
 * A step is `{ name, inputs, needs?, env?, isThere?, run }`; without `inputs` it runs each time.
 * `run` answers `{ ok, output, detail?, passed?, failed?, skipped? }`, which is added to `results`.
 */
export async function runSteps(lanes, results, { all }) {
  const runLane = async (steps) => {
    for (const step of steps) {
      results.set(step.name, await take(step, { all, results }));
      report(step.name, results.get(step.name));
    }
  };
  await Promise.all(lanes.map(runLane));
}

async function take(step, { all, results }) {
  const since = performance.now();
  const broken = step.needs?.find((name) => results.get(name)?.ok === false);
  if (broken) return { ok: false, notRun: `needs ${broken}`, output: "", time: seconds(since) };

  const inputs = step.inputs && fingerprint(step.inputs, step.name, step.env);
  const before = all ? undefined : recall(step.name);
  if (inputs && before?.inputs === inputs && step.isThere?.() !== false)
    return { ...before, unchanged: true, output: "", time: seconds(since) };

  if (!process.stdout.isTTY) console.log(`  … ${step.name}`);
  const result = await step.run().catch((error) => ({ ok: false, output: String(error.stack ?? error) }));
  const { output, ...outcome } = result;
  // Forgotten when it failed, so that the next run tries again even with the same inputs.
  remember(step.name, result.ok ? { ...outcome, inputs } : {});
  return { ...result, time: seconds(since) };
}

function recall(name) {
  try {
    return JSON.parse(readFileSync(`${MEMORY}/${name}.json`, "utf8"));
  } catch {
    return undefined; // never run here, or half written
  }
}

function remember(name, outcome) {
  mkdirSync(MEMORY, { recursive: true });
  writeFileSync(`${MEMORY}/${name}.json`, JSON.stringify(outcome));
}

function report(name, result) {
  console.log(line(name, result));
  if (!result.ok && result.output) console.log(`\n${result.output.trim().replaceAll(/^/gm, "    ")}\n`);
}

export function line(name, result) {
  return `${result.ok ? "✓" : "✗"} ${name.padEnd(10)}${result.unchanged ? "" : result.time.padStart(8)}  ${describe(result)}`;
}

function describe({ ok, unchanged, notRun, detail, passed, failed, skipped }) {
  if (notRun) return `not run: ${notRun}`;
  if (unchanged) return `unchanged, passed before${passed ? ` (${passed} tests)` : ""}`;
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  return counts.filter(Boolean).join(", ") || detail || (ok ? "passed" : "failed");
}
