// npm run campaign -- <name> [--quick]: what takes too long for `npm test`, bounded, against 127.0.0.1 only.
// Without a name it lists what there is. The last line is a summary of figures; the same goes to data/campaigns/<name>.json.
import "./lib/node-version.mjs";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { main, Stop } = await import("./lib/progress.mjs");
const { campaign } = await import("./lib/campaign.mjs");

const names = readdirSync("scripts/campaigns").flatMap((file) => /^([a-z-]+)\.mjs$/.exec(file)?.[1] ?? []);

// Broken off, it still takes its servers with it: they are ended where the process exits.
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) process.once(signal, () => process.exit(1));

await main(async () => {
  const [name, ...words] = process.argv.slice(2);
  if (!name || !names.includes(name)) throw new Stop(`Which campaign? There are: ${names.join(", ")}.`);
  const ok = await campaign(name, { quick: words.includes("--quick"), words });
  process.exitCode = ok ? 0 : 1;
});
