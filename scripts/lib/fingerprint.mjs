import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const NOT_SOURCES = new Set(["node_modules", "screenshots", ".DS_Store"]);

/**
 * What a result depends on, as one word: the content of files and folders, the machine, and whatever else is named.
 * Content and not times, because a fresh clone or a change of branch touches every file.
 */
export function fingerprint(paths, ...more) {
  const { platform, arch, versions } = process;
  const hash = createHash("sha256").update(JSON.stringify([platform, arch, versions.modules, more]));
  for (const file of paths.flatMap(filesUnder).sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !NOT_SOURCES.has(name))
    .flatMap((name) => filesUnder(join(path, name)));
}
