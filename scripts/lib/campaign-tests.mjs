// A campaign that is the long form of a test file: the same code over more cases, against the built server, on SQLite and
// on a PostgreSQL server of its own. What fails is a fault; what the tests announce are the figures.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { startPostgres } from "./postgres.mjs";
import { runTool } from "./run.mjs";

/**
 * @param {string} file the test file
 * @param {Record<string, string>} env what else its environment says
 * @returns {Promise<{ faults: string[], figures: Record<string, string | number> }>}
 */
export async function runAsCampaign(file, env = {}) {
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(`The build failed:\n${built.output}`);
  const postgres = await startPostgres();
  if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
  const folder = mkdtempSync(join(tmpdir(), "debata-campaign-"));
  try {
    const runs = [
      await runOn("SQLite", "sqlite", { file, folder, env }),
      await runOn("PostgreSQL", "postgres", { file, folder, env: { ...env, TEST_DATABASE_URL: postgres.url } }),
    ];
    return {
      faults: runs.flatMap(({ faults }) => faults),
      figures: Object.assign({}, ...runs.map((one) => one.figures)),
    };
  } finally {
    postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ assertionResults: { status: string, fullName: string, failureMessages: string[] }[], message: string }} File */

/**
 * @param {string} name
 * @param {string} project
 * @param {{ file: string, folder: string, env: Record<string, string> }} given
 */
async function runOn(name, project, { file, folder, env }) {
  const [report, announced] = [join(folder, `${project}.json`), join(folder, `${project}.figures`)];
  const { NODE_ENV: _, ...clean } = process.env;
  const words = ["run", "--config", "tests/vitest.config.ts", "--project", project, file];
  const { ok, output } = await runTool("vitest", "vitest", [...words, "--reporter=json", `--outputFile=${report}`], {
    env: { ...clean, ...env, CAMPAIGN_FIGURES: announced },
  });
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  try {
    /** @type {File[]} */
    const files = JSON.parse(readFileSync(report, "utf8")).testResults;
    for (const { assertionResults, message } of files) {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      faults.push(...failed.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join(" ")}`));
      if (assertionResults.length === 0) faults.push(message || "no test has run");
    }
    for (const line of readFileSync(announced, "utf8").trim().split("\n"))
      for (const [what, figure] of Object.entries(JSON.parse(line))) figures[`${name}: ${what}`] = figure;
  } catch (error) {
    faults.push(`${error}: ${output.slice(-3000)}`);
  }
  if (!ok && faults.length === 0) faults.push(output.slice(-3000));
  return { faults: faults.map((fault) => `${name}: ${fault.slice(0, 6000)}`), figures };
}
