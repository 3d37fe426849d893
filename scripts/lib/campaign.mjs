import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { seconds } from "./progress.mjs";

/**
 * A campaign is a file of scripts/campaigns that exports `run({ quick, words })`, which answers `{ faults, figures }`:
 * sentences that say what went wrong, none when all went well, and numbers or words by their names.
 * @param {string} name
 * @param {{ quick: boolean, words: string[] }} asked
 * @returns {Promise<boolean>} whether it found nothing wrong
 */
export async function campaign(name, { quick, words }) {
  const since = performance.now();
  const { run } = await import(`../campaigns/${name}.mjs`);
  /** @type {{ faults: string[], figures: Record<string, string | number> }} */
  const { faults, figures } = await run({ quick, words });
  for (const fault of faults.slice(0, 50)) console.log(`✗ ${fault}`);
  if (faults.length > 50) console.log(`✗ … and ${faults.length - 50} more`);
  const took = seconds(since);
  mkdirSync("data/campaigns", { recursive: true });
  const machine = { cores: cpus().length, load: loadavg()[0] };
  const report = { name, quick, at: new Date().toISOString(), took, machine, figures, faults };
  writeFileSync(`data/campaigns/${name}.json`, `${JSON.stringify(report, undefined, 2)}\n`);
  const said = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
  console.log(
    `${faults.length ? "✗ failed" : "✓ passed"}: ${name}${quick ? " (quick)" : ""}: ${[...said, took].join(", ")}`,
  );
  return faults.length === 0;
}
