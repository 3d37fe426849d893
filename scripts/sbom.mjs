// npm run sbom: every package that serves, as a CycloneDX bill of materials, made by npm from package-lock.json.
import "./lib/node-version.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { main, Stop } = await import("./lib/progress.mjs");
const { billOfMaterials } = await import("./lib/sbom.mjs");

await main(async () => {
  const [to = "data/sbom.cdx.json", ...rest] = process.argv.slice(2);
  if (to.startsWith("-") || rest.length > 0)
    throw new Stop("npm run sbom [-- <file>]: writes data/sbom.cdx.json unless told otherwise.", 2);
  const bill = await billOfMaterials();
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${JSON.stringify(bill, undefined, 2)}\n`);
  console.log(`${to}: ${bill.components.length} packages.`);
});
