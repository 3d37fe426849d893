// Builds what serves: Remix first, because it empties build/, its scripts and styles packed, then the worker that draws documents and the scripts of
// the operator: to found a unit, and to forget what has been kept long enough.
import { fileURLToPath } from "node:url";
import { bundleWorker } from "./lib/bundle-worker.mjs";
import { packFiles } from "./lib/pack-files.mjs";
import { runTool } from "./lib/run.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { ok, output } = await runTool("@remix-run/dev", "remix", ["vite:build"], {
  env: { ...process.env, NODE_ENV: "production" },
});
process.stdout.write(output);
if (ok) await packFiles("build/client/assets");
if (ok) await bundleWorker("build/server/documents-worker.mjs");
if (ok) await bundleWorker("build/server/create-unit.mjs", "scripts/create-unit.ts");
if (ok) await bundleWorker("build/server/retention.mjs", "scripts/retention.ts");
process.exitCode = ok ? 0 : 1;
