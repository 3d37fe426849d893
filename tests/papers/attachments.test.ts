import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { degrees, PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveCorrection, startCorrection } from "~/domain/minutes/commands.correction.server";
import { addFile } from "~/domain/minutes/commands.files.server";
import { savePart } from "~/domain/minutes/commands.server";
import { getArchive } from "~/domain/papers/queries.archive.server";
import { database } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { zipStream } from "~/platform/zip.server";
import { aHeldDebate, minutesOf } from "../setup/factories.minutes-held";
import { checkTagged, rolesOf } from "../setup/pdf";
import { run, withFile } from "./programs";

const NOW = new Date("2026-04-02T10:00:00Z");
beforeAll(() => database.migrate());
afterAll(() => database.close());

/** Three pages: upright, turned, and one with a field that has been filled in; and something that would run. */
async function aPdf() {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]).drawText("Presentation of the road department");
  const turned = pdf.addPage([842, 595]);
  turned.setRotation(degrees(90));
  turned.drawText("Turned sheet");
  const last = pdf.addPage([300, 400]);
  const field = pdf.getForm().createTextField("f");
  field.setText("Filled in");
  field.addToPage(last, { x: 20, y: 300, width: 200, height: 30 });
  pdf.addJavaScript("run", "app.alert('TAJNY SKRYPT')");
  return Buffer.from(await pdf.save());
}

const chunk = (type: string, body: Buffer) => {
  const [named, size, sum] = [Buffer.concat([Buffer.from(type), body]), Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
};
function aRealPng(width = 120, height = 60) {
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]);
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array(width * 3).fill(y * 3)])),
  );
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

/** A picture of pixels that pdftoppm has drawn: JPEG in earnest. */
const aRealJpeg = async () =>
  withFile("a.pdf", await aPdf(), async (path, folder) => {
    await run("pdftoppm", "-r", "40", "-jpeg", "-f", "1", "-l", "1", path, join(folder, "shot"));
    return readFile(join(folder, "shot-1.jpg"));
  });

async function withAttachments(): Promise<{ scope: Scope; debateId: string }> {
  const { scope, debateId, item } = await aHeldDebate();
  await savePart(scope, debateId, 0, { key: item, text: "Termin: sierpień." }, "Protokolant");
  const files: [string, Uint8Array][] = [
    ["Prezentacja Wydziału Ruchu Drogowego – zażółć gęślą jaźń", await aPdf()],
    ["Zdjęcie skrzyżowania", await aRealJpeg()],
    ["Szkic", aRealPng()],
    ["Uszkodzony skan", Buffer.from("%PDF-1.7\nnothing of a PDF")],
  ];
  let at = NOW.getTime();
  for (const [title, bytes] of files) {
    const added = await addFile(scope, debateId, { title, fileName: "x", bytes }, "Protokolant", new Date(at++));
    if (!added.ok) throw new Error(`${title}: ${added.reason}`);
  }
  await minutesOf(scope, debateId, NOW, true);
  await startCorrection(scope, debateId, "Błąd w dacie.", "Ktoś", NOW);
  const texts = { "item-1": "Termin: wrzesień." };
  const corrected = await approveCorrection(
    scope,
    debateId,
    1,
    { approvedBy: "X", reason: "Błąd w dacie.", texts },
    NOW,
  );
  if (!corrected.ok) throw new Error(corrected.reason);
  return { scope, debateId };
}

test("attachments and earlier editions stand in the files of the debate, numbered with everything else", async () => {
  const { scope, debateId } = await withAttachments();
  const archive = await getArchive(scope, debateId, NOW);
  if (!archive.ok) throw new Error(archive.reason);
  const zip = new Uint8Array(await new Response(zipStream(archive.value.entries, NOW)).arrayBuffer());
  await withFile("archiwum.zip", zip, async (path, folder) => {
    expect(await run("unzip", "-t", path)).toContain("No errors detected");
    await run("unzip", "-q", path, "-d", folder);
    expect(await run("sh", "-c", 'cd "$1" && sha256sum --check SHA256SUMS.txt', "sh", folder)).not.toContain("FAILED");
    const { files } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    const names = files.map(({ name }: { name: string }) => name);
    const packed = (await run("unzip", "-Z1", path)).trim().split("\n");
    expect([...names, "manifest.json", "SHA256SUMS.txt"]).toEqual(packed);
    expect(names.filter((name: string) => name.startsWith("zalaczniki/"))).toEqual([
      "zalaczniki/01-prezentacja-wydzialu-ruchu-drogowego-zazolc-gesla-jazn.pdf",
      "zalaczniki/02-zdjecie-skrzyzowania.jpg",
      "zalaczniki/03-szkic.png",
      "zalaczniki/04-uszkodzony-skan.pdf",
    ]);

    const pdf = join(folder, "akta-debaty.pdf");
    const bytes = await readFile(pdf);
    expect(await run("qpdf", "--check", pdf)).toContain("No syntax or stream encoding errors found");
    expect(await checkTagged(bytes)).toEqual([]);
    expect((await rolesOf(bytes)).Figure).toBe(5);
    expect(await run("pdfinfo", pdf)).toMatch(/Title:\s+Akta debaty[\s\S]*Tagged:\s+yes/);

    const pages = (await run("pdftotext", "-layout", pdf, "-")).split("\f").slice(0, -1);
    pages.forEach((text, i) => {
      expect(text).toContain(`karta ${i + 1} z ${pages.length}`);
    });
    const contents = [...(pages[0] ?? "").matchAll(/^\s*\d+\.\s+(.+?)\s{3,}(\d+)\s*$/gm)];
    const startOf = (title: string) => Number(contents.find(([, each = ""]) => each.startsWith(title))?.[2]);
    const first = startOf("Załącznik nr 1");
    expect(pages[first - 1]).toContain("SHA-256");
    expect(pages[first]).toContain("Presentation of the road department");
    expect(pages[first + 1]).toContain("Turned sheet");
    expect(pages[first + 2]).toContain("Filled in");
    expect(["Załącznik nr 2", "Załącznik nr 3", "Załącznik nr 4"].map((title) => startOf(title) - first)).toEqual([
      4, 6, 8,
    ]);
    expect(pages.at(-1)).toContain("tylko w archiwum ZIP");
    expect(pages).toHaveLength(first + 8);

    const [valid, old] = [startOf("Protokół"), contents.findIndex(([, title = ""]) => title.includes("zastąpiony"))];
    const oldPage = Number(contents[old]?.[2]);
    expect(oldPage).toBeGreaterThan(valid);
    expect(pages[oldPage - 1]).toMatch(/ZASTĄPIONY[\s\S]*Ten tekst został zastąpiony/);
    expect(pages.slice(oldPage - 1).join(" ")).toContain("Termin: sierpień.");
    expect(pages[valid - 1]).not.toContain("ZASTĄPIONY");
    expect(pages[startOf("Wnioski") - 1]).toContain("Wyjaśniono.");

    const plain = await run("qpdf", "--qdf", "--object-streams=disable", pdf, "-");
    expect(plain).not.toMatch(/TAJNY SKRYPT|\/JavaScript|\/AcroForm/);
  });
});

test("whoever goes away in the middle gets no whole archive, and nothing more is made", async () => {
  const { scope, debateId } = await withAttachments();
  const archive = await getArchive(scope, debateId, NOW);
  if (!archive.ok) throw new Error(archive.reason);
  const made: string[] = [];
  const entries = archive.value.entries.map(({ name, make }) => ({
    name,
    make: async (before: Parameters<typeof make>[0]) => {
      made.push(name);
      return make(before);
    },
  }));
  const reader = zipStream(entries, NOW).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  expect(value?.length).toBeGreaterThan(0);
  const before = made.length;
  await new Promise((later) => setTimeout(later, 300));
  expect(made).toHaveLength(before);
  expect(before).toBeLessThan(entries.length);

  const broken = entries.map((entry) =>
    entry.name === "protokol.html" ? { ...entry, make: () => Promise.reject(new Error("no paper")) } : entry,
  );
  const chunks: Uint8Array[] = [];
  const failing = (async () => {
    const half = zipStream(broken, NOW).getReader();
    for (let next = await half.read(); !next.done; next = await half.read()) chunks.push(next.value);
  })();
  await expect(failing).rejects.toThrow("no paper");
  expect(Buffer.concat(chunks).includes(Buffer.from("PK\x05\x06", "latin1"))).toBe(false);
});
