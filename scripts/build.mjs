// Builds what serves: Remix first, because it empties build/, then the worker that draws documents and the script with
// which an operator founds a unit.
import { fileURLToPath } from "node:url";
import { bundleWorker } from "./lib/bundle-worker.mjs";
import { runTool } from "./lib/run.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { ok, output } = await runTool("@remix-run/dev", "remix", ["vite:build"], {
  env: { ...process.env, NODE_ENV: "production" },
});
process.stdout.write(output);
if (ok) await bundleWorker("build/server/documents-worker.mjs");
if (ok) await bundleWorker("build/server/create-unit.mjs", "scripts/create-unit.ts");
process.exitCode = ok ? 0 : 1;
