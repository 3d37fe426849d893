// The document worker as one file: our own code only, packages stay in node_modules.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/debata");
const ENTRY = "app/entry.worker.tsx";

/** Writes the bundle of `entry` to `file`: part of the production build, after Remix, which empties its folder. */
export async function bundleWorker(/** @type {string} */ file, /** @type {string} */ entry = ENTRY) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await bundled(entry));
}

/** For development and tests: a file named by its content, so that each change is a new worker. */
export async function cachedWorker(/** @type {string} */ entry = ENTRY) {
  const code = await bundled(entry);
  const version = createHash("sha256").update(code).digest("hex");
  const file = join(CACHE, `worker-${version.slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const half = `${file}.${randomUUID()}`;
    writeFileSync(half, code);
    renameSync(half, file);
  }
  return { file, version };
}

async function bundled(/** @type {string} */ entry) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    jsx: "automatic",
    alias: { "~": "./app", "~db": "./db" },
    logLevel: "silent",
  });
  // Another version of a package may draw another page: the lock is part of what the file is.
  const packages = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  return `// packages ${packages}\n${outputFiles[0]?.text}`;
}
