import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"((?:\.|~)[^"]+)"/g;
const ENDINGS = ["", ".ts", ".tsx", "/index.ts"];
const DATABASE = /^db\/(connect|sqlite|postgres)\.ts$/;

/**
 * The test files from which imports lead to the database. The others (rules, words, dates, documents) would
 * only do the same work again on the second database, and documents are most of all the work there is.
 */
export function testsThatReachDatabase(root: string) {
  const known = new Map<string, boolean>();

  function reaches(file: string): boolean {
    if (DATABASE.test(file)) return true;
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, false); // while we look: a circle alone leads nowhere
    const found = importsOf(file).some(reaches);
    known.set(file, found);
    return found;
  }

  function importsOf(file: string) {
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(IMPORT)].flatMap(([, name = ""]) => {
      const path = name.startsWith("~")
        ? name.replace("~/", "app/").replace("~db/", "db/")
        : join(dirname(file), name).replaceAll("\\", "/");
      const found = ENDINGS.map((ending) => path + ending).find((candidate) => isFile(join(root, candidate)));
      return found ? [found] : [];
    });
  }

  return readdirSync(join(root, "tests"), { recursive: true })
    .map((file) => join("tests", String(file)).replaceAll("\\", "/"))
    .filter((file) => /\.test\.tsx?$/.test(file) && reaches(file));
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
