import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { alone } from "./alone.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { run } from "./run.mjs";
import { SERVER } from "./server.mjs";

export const BUILD_INPUTS = [
  "app",
  "db",
  "public",
  "scripts/build.mjs",
  "scripts/create-unit.ts",
  "scripts/retention.ts",
  "scripts/lib/bundle-worker.mjs",
  "scripts/lib/pack-files.mjs",
  "package.json",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
const STAMP = "build/.stamp";

export const isBuilt = () =>
  existsSync(SERVER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint(BUILD_INPUTS);

/** Builds what serves, unless it was built from exactly these sources. `around` tells the person about it. */
export async function ensureBuilt(around = (work) => work()) {
  if (isBuilt()) return { ok: true, output: "" };
  return alone(async () => {
    if (isBuilt()) return { ok: true, output: "" };
    return around(build);
  });
}

async function build() {
  const sources = fingerprint(BUILD_INPUTS); // before: what changes meanwhile is not in this build
  rmSync(STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: "production" };
  const result = await run(process.execPath, ["scripts/build.mjs"], { env });
  if (result.ok) writeFileSync(STAMP, sources);
  return result;
}
