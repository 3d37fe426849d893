import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runTool } from "./run.mjs";

/** More files than these do not fail by chance. */
const MOST_AGAIN = 3;

/**
 * Runs vitest and counts from its own report rather than from what it prints.
 * A few files that failed are run once more, by themselves, because real browsers and servers share two cores here. Whoever
 * fails twice has failed; what passes then is told at the end with its first failure, and is ours to mend.
 */
export async function runVitest(/** @type {string} */ config) {
  const first = await runOnce(config, []);
  const files = first.report?.testResults.filter(({ status }) => status === "failed") ?? [];
  if (first.ok || files.length === 0 || files.length > MOST_AGAIN)
    return { ok: first.ok, output: first.output, ...countsOf(first) };

  const second = await runOnce(
    config,
    files.map(({ name }) => relative(process.cwd(), name)),
  );
  const counts = countsOf(second);
  const others = (/** @type {string} */ status) =>
    (first.report?.testResults ?? [])
      .filter((file) => !files.includes(file))
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((test) => test.status === status).length;
  return {
    ok: second.ok,
    output: `${first.output}\n\nThese files once more, by themselves:\n${second.output}`,
    passed: others("passed") + counts.passed,
    failed: counts.failed,
    skipped: others("pending") + others("skipped") + others("todo") + counts.skipped,
    unsteady: second.ok ? files.flatMap(failuresOf) : [],
  };
}

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Test */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: Test[] }} File */
/** @typedef {{ numFailedTests: number, numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: File[] }} Report */

/** @returns {Promise<{ ok: boolean, output: string, report: Report | undefined }>} */
async function runOnce(/** @type {string} */ config, /** @type {string[]} */ files) {
  const folder = mkdtempSync(join(tmpdir(), "debata-report-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { NODE_ENV: _, ...clean } = process.env;
  const env = /** @type {NodeJS.ProcessEnv} */ (clean);
  try {
    const args = ["run", "--config", config, ...reporters, ...files];
    const { ok, output } = await runTool("vitest", "vitest", args, { env });
    return { ok, output, report: read(file) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns {Report | undefined} */
function read(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // it ended before it could write a report
  }
}

function countsOf(/** @type {{ ok: boolean, report: Report | undefined }} */ { ok, report }) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = Math.max(report.numFailedTests, ok ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

const failuresOf = (/** @type {File} */ { name, message, assertionResults }) => {
  const tests = assertionResults.filter(({ status }) => status === "failed");
  const told = tests.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages?.[0] ?? ""}`);
  return (told.length > 0 ? told : [message ?? ""]).map((words) => `${relative(process.cwd(), name)}: ${words}`);
};
