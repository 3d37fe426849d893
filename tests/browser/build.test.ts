import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const WORKER = "documents-worker.mjs";
const isOfWorker = (file: string) => /documents-worker[-\w]*\.mjs$/.test(file);

const files = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.m?js$/.test(file));

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
