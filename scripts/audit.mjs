// npm run audit: fails when a package that serves has a known weakness of high or critical severity.
import "./lib/node-version.mjs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { main, Stop } = await import("./lib/progress.mjs");
const { audit } = await import("./lib/audit.mjs");

await main(async () => {
  const { ok, detail, output } = await audit();
  if (!ok) throw new Stop(`${output}\n\nKnown weaknesses: ${detail}.`);
  console.log(`Known weaknesses: ${detail}.`);
});
