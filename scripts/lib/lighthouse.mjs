import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ensureChromium } from "./chromium.mjs";

/** No dependency of ours: it brings 130 packages and looks at the product from outside. npm fetches this very version. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const CHILD = "scripts/lib/lighthouse-child.mjs";
const PAGE_MS = 180_000;
const RUNS = 3;

/**
 * @typedef {{ scores: Record<string, number>, lcpMs: number, bytes: number, version: string, runs: number,
 *   costs: { category: string, id: string, score: number, displayValue: string, example: string }[] }} Report
 */

/** One browser, one page after another, as a phone sees them. */
export async function openLighthouse() {
  const browser = await ensureChromium();
  if (!browser.path) throw new Error(browser.problem);
  const words = ["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "node", CHILD, browser.path];
  const child = spawn("npm", words, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await next();

  async function next() {
    const late = new Error(`${LIGHTHOUSE} did not answer in ${PAGE_MS / 1000} s`);
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const limit = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(late), PAGE_MS);
    });
    const { value, done } = await Promise.race([answers.next(), limit]).finally(() => clearTimeout(timer));
    if (done) throw new Error(`${LIGHTHOUSE} has ended`);
    return JSON.parse(value);
  }

  /** On a busy machine the browser sometimes loses the beginning of its own recording; it is asked again then. */
  async function look(/** @type {string} */ url, /** @type {string[]} */ skipped, tries = RUNS) {
    child.stdin.write(`${JSON.stringify({ url, skipped })}\n`);
    const report = await next();
    if (!report.error) return report;
    if (tries > 1) return look(url, skipped, tries - 1);
    throw new Error(`${url}: ${report.error}`);
  }

  return {
    /**
     * Points for speed wobble on a busy machine, because the calculation begins with what the machine really did. A
     * page below 100 there is looked at three times, and the run in the middle counts; the other points do not wobble.
     * @param {string} url
     * @param {string[]} [skipped] audits
     * @returns {Promise<Report>}
     */
    async look(url, skipped = []) {
      const runs = [await look(url, skipped)];
      while (runs[0].scores.performance < 100 && runs.length < RUNS) runs.push(await look(url, skipped));
      runs.sort((a, b) => a.scores.performance - b.scores.performance);
      return { ...runs[Math.floor(runs.length / 2)], runs: runs.length };
    },
    async close() {
      const ended = once(child, "exit");
      child.stdin.end();
      const impatience = setTimeout(() => child.kill("SIGKILL"), 20_000);
      if (child.exitCode === null) await ended;
      clearTimeout(impatience);
    },
  };
}
