import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { alone } from "./alone.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { lastLines, Stop, showing } from "./progress.mjs";
import { run, runNpm } from "./run.mjs";

const LOCK = "package-lock.json";
const STAMP = "node_modules/.debata-installed";
/** What npm itself wrote down about the packages that it has put there. */
const FOUND = "node_modules/.package-lock.json";

/** Installs what package-lock.json names, unless exactly that is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone(async () => {
    if (isInstalled()) return;
    if (!(await installedByHand())) await showing("Installing packages (npm ci, a minute or two)", install);
    writeFileSync(STAMP, fingerprint([LOCK]));
  });
}

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint([LOCK]);

async function install() {
  // The build needs the development packages even where NODE_ENV=production is set.
  const { ok, output } = await runNpm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (ok) return;
  throw new Stop(
    `${lastLines(output, 40)}\n\nnpm ci failed; its last words are above. Three usual reasons:\n` +
      "- no network, or a registry that does not answer: try again;\n" +
      "- better-sqlite3 has to be compiled here and python3, make or g++ is missing: install them;\n" +
      "- package-lock.json does not fit package.json: get both from the same commit.",
  );
}

/** Somebody has run `npm ci` already: then npm's own list names the same packages, and the compiled one loads. */
async function installedByHand() {
  if (!existsSync(FOUND)) return false;
  const [wanted, found] = [LOCK, FOUND].map((file) => JSON.parse(readFileSync(file, "utf8")).packages);
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) => path && !optional && found[path]?.version !== version,
  );
  if (missing.length > 0) return false;
  const { ok } = await run(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:")']);
  return ok;
}
