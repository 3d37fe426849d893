import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
