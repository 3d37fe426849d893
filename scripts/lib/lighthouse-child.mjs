// Runs inside `npm exec --package=lighthouse@…`, which puts the tool on the PATH and nowhere into the product. Reads one
// question a line, `{ url, skipped }`, and answers each with a line; one browser for all of them. Ends with its input.

import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const bin = (process.env.PATH ?? "").split(delimiter).find((folder) => existsSync(join(folder, "lighthouse")));
if (!bin) throw new Error("lighthouse is not on the PATH: this file is for npm exec");
const packages = dirname(bin);
const load = (/** @type {string} */ file) => import(pathToFileURL(join(packages, file)).href);
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const chrome = await launch({
  chromePath: process.argv[2],
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
  handleSIGINT: true,
});
console.log(JSON.stringify({ begun: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const { url, skipped } = JSON.parse(line);
  const asked = {
    port: chrome.port,
    logLevel: "silent",
    output: "json",
    skipAudits: skipped,
    disableFullPageScreenshot: true,
  };
  console.log(JSON.stringify(await answer(url, asked).catch((error) => ({ error: String(error) }))));
}
chrome.kill();

/** Lighthouse's own settings: a middle-class phone on slow 4G, throttled by calculation. */
async function answer(/** @type {string} */ url, /** @type {Record<string, unknown>} */ asked) {
  const { lhr } = await lighthouse(url, asked);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const names = Object.keys(lhr.categories);
  /** What cost points. */
  const costs = names.flatMap((name) =>
    lhr.categories[name].auditRefs
      .map((/** @type {{ id: string, weight: number }} */ { id, weight }) => ({ weight, ...lhr.audits[id] }))
      .filter((/** @type {Audit} */ { weight, score }) => weight > 0 && score !== null && score < 1)
      .map((/** @type {Audit} */ { id, score, displayValue = "", details }) => ({
        ...{ category: name, id, score, displayValue },
        example: details?.items?.[0]?.node?.snippet ?? details?.items?.[0]?.source ?? "",
      })),
  );
  const number = (/** @type {string} */ id) => Math.round(lhr.audits[id]?.numericValue ?? 0);
  return {
    scores: Object.fromEntries(names.map((name) => [name, Math.round(100 * lhr.categories[name].score)])),
    costs,
    lcpMs: number("largest-contentful-paint"),
    bytes: number("total-byte-weight"),
    version: lhr.lighthouseVersion,
  };
}

/**
 * @typedef {{ id: string, weight: number, score: number | null, displayValue?: string,
 *   details?: { items?: { node?: { snippet: string }, source?: string }[] } }} Audit
 */
