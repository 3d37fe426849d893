import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";

const WORKER = "documents-worker.mjs";
/** The goal itself: what grows beyond it has to make room first. */
const MOST_OFFICE_KB = 90;
const isOfWorker = (file: string) => /documents-worker[-\w]*\.mjs$/.test(file);

const files = (folder: string, kind = /\.m?js$/) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => kind.test(file));

test("the server leaves the drawing of documents to its worker, which costs a start 60 MB less", () => {
  const server = files("build/server").filter((file) => !isOfWorker(file));
  expect(server.length).toBeGreaterThan(0);
  expect(server.filter((file) => /from\s*["'](@react-pdf|pdfkit)/.test(readFileSync(file, "utf8")))).toEqual([]);
  expect(readFileSync(join("build/server", WORKER), "utf8").length).toBeGreaterThan(1000);
});

/** What is read before anything is asked for: the packages that a file and those it imports name. */
function readAtStart(file: string, seen = new Set<string>()): Set<string> {
  for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/^import\s(?:[^"';]*\sfrom\s)?"([^"]+)";$/gm)) {
    const own = name.startsWith(".") ? join(dirname(file), name) : name;
    if (seen.has(own)) continue;
    seen.add(own);
    if (name.startsWith(".")) readAtStart(own, seen);
  }
  return seen;
}

test("what only some services or documents need is not in memory from the start", () => {
  const server = readAtStart("build/server/index.js");
  expect([...server]).toContain("react-dom/server");
  expect([...server].filter((name) => /^(pg|nodemailer|sharp|zod|better-sqlite3)(\/|$)/.test(name))).toEqual([]);
  const sqlite = files("build/server/assets").filter((file) => /sqlite-[-\w]+\.js$/.test(file));
  expect(sqlite.flatMap((file) => [...readAtStart(file)])).toContain("better-sqlite3");
  expect(sqlite.flatMap((file) => [...readAtStart(file)])).not.toContain("pg");
  const drawing = files("build/server", /documents-worker-[-\w]+\.mjs$/).filter((file) =>
    readAtStart(file).has("pdfkit"),
  );
  expect(drawing.length).toBeGreaterThan(0);
  for (const file of drawing) expect([...readAtStart(file)], file).not.toContain("pdf-lib");
});

test("the text of the server takes a byte for each letter in memory, and is read in small files", () => {
  const texts = files("build/server", /\.js$/).map((file) => ({ file, text: readFileSync(file, "utf8") }));
  expect(texts.filter(({ text }) => /[^\0-\xff]/.test(text)).map(({ file }) => file)).toEqual([]);
  expect(texts.filter(({ text }) => text.length > 700_000).map(({ file }) => file)).toEqual([]);
});

test("nothing of the server reaches the browser", () => {
  const secret = /better-sqlite3|drizzle|node:crypto|APP_SECRET|SMTP_URL|argon2/;
  expect(files("build/client").filter((file) => secret.test(readFileSync(file, "utf8")))).toEqual([]);
});

/** What a page of these routes loads: their modules and all that those import, each once. */
function scriptsOf(ids: string[]) {
  const name = readdirSync("build/client/assets").find((file) => file.startsWith("manifest-")) ?? "";
  const text = readFileSync(join("build/client/assets", name), "utf8");
  const { entry, routes } = JSON.parse(text.replace(/^window\.__remixManifest=|;$/g, ""));
  const modules = [entry, ...ids.map((id) => routes[id])];
  const all = new Set<string>(modules.flatMap(({ module, imports = [] }) => [module, ...imports]));
  return [...all].map((file) => brotliCompressSync(readFileSync(`build/client${file}`)).length);
}

test("the first page of the office loads no form library and stays small", () => {
  const kB = scriptsOf(["root", "routes/o.$unit", "routes/o.$unit._index"]).reduce((sum, size) => sum + size, 0) / 1024;
  expect(kB).toBeGreaterThan(50);
  expect(kB).toBeLessThan(MOST_OFFICE_KB);
});

test("public pages have two style sheets at most, and the one for all is small", () => {
  const css = files("build/client", /\.css$/).filter((file) => /public-/.test(file));
  expect(css).toHaveLength(1);
  expect(brotliCompressSync(readFileSync(css[0] ?? "")).length).toBeLessThan(10 * 1024);
});
