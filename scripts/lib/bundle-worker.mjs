// The document worker: our own code only, packages stay in node_modules. What only some documents need is in files of
// its own, read when one of them is drawn.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/debata");
const ENTRY = "app/entry.worker.tsx";

/** Writes the bundle of `entry` to `file`: part of the production build, after Remix, which empties its folder. */
export async function bundleWorker(/** @type {string} */ file, /** @type {string} */ entry = ENTRY) {
  write(dirname(file), await bundled(entry, basename(file, ".mjs")));
}

/** For development and tests: a folder named by its content, so that each change is a new worker. */
export async function cachedWorker(/** @type {string} */ entry = ENTRY) {
  const files = await bundled(entry, "worker");
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  const folder = join(CACHE, `worker-${version.slice(0, 16)}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${randomUUID()}`;
    write(half, files);
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true }); // somebody else was faster
    }
  }
  return { file: join(folder, "worker.mjs"), version };
}

function write(/** @type {string} */ folder, /** @type {{ name: string, text: string }[]} */ files) {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}

async function bundled(/** @type {string} */ entry, /** @type {string} */ name) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: entry, out: name }],
    outdir: ".",
    chunkNames: `${name}-[hash]`,
    outExtension: { ".js": ".mjs" },
    splitting: true,
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
  return outputFiles.map(({ path, text }) => ({ name: basename(path), text: `// packages ${packages}\n${text}` }));
}
