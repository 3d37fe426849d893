import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareDemo } from "~/demo.server";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { config } from "~/platform/config.server";
import { database, inTransaction } from "~/platform/db.server";
import { zipStream } from "~/platform/zip.server";
import { demoDebate, demoUnit } from "../setup/factories.demo";
import { checkTagged } from "../setup/pdf";
import { run, withFile } from "./programs";

const NOW = new Date("2026-11-22T10:00:00Z");
beforeAll(async () => {
  await database.migrate();
  config.demo = "auto";
  config.dataDir = mkdtempSync(join(tmpdir(), "debata-papers-"));
  await prepareDemo(inTransaction, NOW);
}, 300_000);
afterAll(() => database.close());

async function archiveOf(slug: string, name: string) {
  const { scope } = await demoUnit(slug);
  const { debate } = await demoDebate(scope, name);
  const archive = await getArchive(scope, debate.id, NOW);
  if (!archive.ok) throw new Error(archive.reason);
  return new Uint8Array(await new Response(zipStream(archive.value.entries, NOW)).arrayBuffer());
}

test.each([
  ["kpp-wierzbinow", "3/2026"],
  ["kpp-wysokocin", "4/2026"],
  ["kpp-opocznica", "1/2026"],
])("%s, debate %s: strangers' programs open the archive, and all sums are right", async (slug, name) => {
  await withFile("archiwum.zip", await archiveOf(slug, name), async (path, folder) => {
    expect(await run("unzip", "-t", path)).toContain("No errors detected");
    expect(await run("python3", "-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())", path)).toBe(
      "None\n",
    );
    await run("unzip", "-q", path, "-d", folder);
    const sums = await run("sh", "-c", 'cd "$1" && sha256sum --check SHA256SUMS.txt', "sh", folder);
    expect(sums).not.toContain("FAILED");
    const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ debate: name, version: "internal", generator: expect.stringContaining("Debata") });
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      "akta-debaty.pdf",
      "protokol.docx",
      "protokol.html",
      ...["lista-gosci", "lista-miejsc", "wnioski-lista", "zadania-lista"].flatMap((list) => [
        `listy/${list}.csv`,
        `listy/${list}.xlsx`,
      ]),
    ]);
    const pdf = join(folder, "akta-debaty.pdf");
    expect(await checkTagged(await readFile(pdf))).toEqual([]);
    expect(await run("qpdf", "--check", pdf)).toContain("No syntax or stream encoding errors found");
    await everyPaperIsWhereTheContentsSay(pdf);
    const html = await readFile(join(folder, "protokol.html"), "utf8");
    expect(html).toMatch(/^<!doctype html><html lang="pl-PL">/);
    expect(html).toContain('<th scope="col">');
    expect(html).not.toMatch(/(src|href)=|<script/);
  });
});

async function everyPaperIsWhereTheContentsSay(pdf: string) {
  const pages = (await run("pdftotext", "-layout", pdf, "-")).split("\f");
  const contents = [...(pages[0] ?? "").matchAll(/^\s*\d+\.\s+(.+?)\s{3,}(\d+)\s*$/gm)];
  expect(contents.length).toBeGreaterThanOrEqual(4);
  for (const [, title = "", page] of contents) {
    const text = (pages[Number(page) - 1] ?? "").toLowerCase();
    const word = /^(Porządek|Protokół|Wnioski|Zadania|Goście|Załącznik nr \d)/.exec(title)?.[1]?.toLowerCase() ?? "";
    expect(text, title).toContain(word);
    expect(text).toContain(`karta ${page} z ${pages.length - 1}`);
  }
}
