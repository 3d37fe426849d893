// Plants each bug of tests/planted/bugs.json in a copy of the code, one after the other, and sees the named test fail
// there; without a bug the same tests pass. `--quick` takes three of them.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { plant, plantedBugs } from "../lib/planted.mjs";
import { run as runProgram } from "../lib/run.mjs";

const COPIED = ["app", "db", "public", "scripts", "tests", "package.json", "tsconfig.json", "vite.config.ts"];
const ALSO = ["drizzle.config.ts", "remix.config.js", "README.md", "SECURITY.md", "LICENSE"];

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const folder = mkdtempSync(join(process.cwd(), "node_modules/.cache/planted-"));
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const caught = [];
  try {
    for (const name of [...COPIED, ...ALSO]) cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    const bugs = plantedBugs().slice(0, quick ? 3 : undefined);
    for (const { bug, test, named } of bugs) {
      const clean = await outcomeOf(folder, test, named);
      if (clean !== "passed") faults.push(`${bug}: without it, „${named}” has ${clean}`);
    }
    for (const planted of bugs) {
      const file = join(folder, planted.file);
      const source = readFileSync(file, "utf8");
      writeFileSync(file, plant(planted, source));
      const outcome = await outcomeOf(folder, planted.test, planted.named);
      writeFileSync(file, source);
      if (outcome === "failed") caught.push(planted.bug);
      else faults.push(`${planted.bug}: „${planted.named}” has ${outcome}`);
    }
    return { faults, figures: { planted: bugs.length, caught: caught.length } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder @param {string} test @param {string} named
 * @returns {Promise<string>} "passed", "failed" or what stands in the way of both
 */
async function outcomeOf(folder, test, named) {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const only = `${named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const asked = ["run", "--root", folder, "--config", "tests/vitest.config.ts", "--project", "sqlite", test];
  const how = ["-t", only, "--reporter=json", `--outputFile=${report}`];
  const { output } = await runProgram(process.execPath, [vitest, ...asked, ...how]);
  try {
    /** @type {{ testResults: { assertionResults: { title: string, status: string }[] }[] }} */
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    // A table may ask the same door in two tests of one name: one that fails is enough, and all have to pass.
    const found = all.filter(({ title }) => title === named).map(({ status }) => status);
    if (found.length === 0) return `not been found: ${output.slice(-500)}`;
    return found.includes("failed") ? "failed" : [...new Set(found)].join(" and ");
  } catch {
    return `no report: ${output.slice(-500)}`;
  }
}
