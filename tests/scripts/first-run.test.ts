import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What a file of ours loads before its first line runs, through all files of ours. */
function loadedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const named = [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;=]*?["']([^"']+)["'];/gm)];
  return named.flatMap(([, name = ""]) => (name.startsWith(".") ? loadedBy(join(dirname(file), name), seen) : name));
}

// A newcomer's first command runs before any package is there, and it is what installs them.
test.each(["scripts/lib/test.mjs", "scripts/lib/start.mjs", "scripts/test.mjs", "scripts/start.mjs"])(
  "%s loads nothing but what Node brings",
  (file) => {
    const loaded = loadedBy(file);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((name) => !name.startsWith("node:"))).toEqual([]);
  },
);
