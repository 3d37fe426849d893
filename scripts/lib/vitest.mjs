import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "./run.mjs";

/** Runs vitest and counts from its own report rather than from what it prints. */
export async function runVitest(config, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "debata-report-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { NODE_ENV: _, ...clean } = process.env;
  try {
    const { ok, output } = await runTool("vitest", "vitest", ["run", "--config", config, ...reporters], {
      env: { ...clean, ...env },
    });
    return { ok, output, ...counts(file, ok) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function counts(file, ok) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const failed = Math.max(report.numFailedTests, ok ? 0 : 1);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // it ended before it could write a report
  }
}
