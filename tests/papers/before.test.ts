import { readFile } from "node:fs/promises";
import { join } from "node:path";
import jsqr from "jsqr";
import { describe, expect, test } from "vitest";
import { getAttendanceList } from "~/domain/attendance/queries.list.server";
import { getPoster } from "~/domain/debates/queries.poster.server";
import { listPrintedLetters } from "~/domain/invitations/queries.papers.server";
import { getScript } from "~/domain/live/queries.script.server";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { getSlips } from "~/domain/motions/queries.slips.server";
import { renderDocument } from "~/platform/documents.server";
import { absolute } from "~/platform/links.server";
import { anInvitation } from "../setup/factories.invitations";
import { minutedFacts } from "../setup/factories.minutes";
import { run, withFile } from "./programs";

const NOW = new Date();
async function everyPaper() {
  const { scope, debateId, token } = await anInvitation();
  const poster = await getPoster(scope, debateId);
  const papers = {
    poster,
    invitations: await listPrintedLetters(scope, debateId, "", NOW),
    attendance: await getAttendanceList(scope, debateId, 5),
    script: await getScript(scope, debateId),
    slips: await getSlips(scope, debateId, 1),
  };
  return { papers, poster, token };
}

/** What a phone sees in one part of a page: points from the upper left, at 200 dots an inch. */
async function scan(
  path: string,
  folder: string,
  page: number,
  at: { x: number; y: number; width: number; height: number },
) {
  const px = (points: number) => String(Math.round((points * 200) / 72));
  const part = ["-x", px(at.x), "-y", px(at.y), "-W", px(at.width), "-H", px(at.height)];
  const shot = join(folder, "shot");
  await run("pdftoppm", "-r", "200", "-gray", "-f", `${page}`, "-l", `${page}`, "-singlefile", ...part, path, shot);
  const pgm = await readFile(`${shot}.pgm`);
  const [head = "", width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString("latin1", 0, 60)) ?? [];
  const gray = pgm.subarray(head.length);
  const rgba = new Uint8ClampedArray(Number(width) * Number(height) * 4);
  for (const [i, shade] of gray.entries()) rgba.set([shade, shade, shade, 255], i * 4);
  const read = "default" in jsqr ? (jsqr.default as unknown as typeof jsqr) : jsqr;
  return read(rgba, Number(width), Number(height))?.data;
}

const A4 = { x: 0, y: 0, width: 595, height: 842 };
const QUARTER = { width: 297, height: 421 };

describe("papers before the evening, to strangers' programs", () => {
  test("each is tagged, sound and readable", async () => {
    const { papers } = await everyPaper();
    for (const [name, props] of Object.entries(papers)) {
      await withFile(`${name}.pdf`, await renderDocument(name, props), async (path) => {
        expect(await run("pdfinfo", path), name).toMatch(/Tagged: +yes/);
        expect(await run("qpdf", "--check", path), name).toContain("No syntax or stream encoding errors found");
        expect((await run("pdftotext", path, "-")).replace(/\s+/g, " "), name).toContain("porządek w mieście");
        expect(await run("pdfinfo", "-struct-text", path), name).toContain("H1");
      });
    }
  });

  test("a phone that reads the codes comes to the right address", async () => {
    const { papers, poster, token } = await everyPaper();
    await withFile("poster.pdf", await renderDocument("poster", papers.poster), async (path, folder) => {
      expect(await scan(path, folder, 1, A4)).toBe(poster.address);
    });
    await withFile("letter.pdf", await renderDocument("invitations", papers.invitations), async (path, folder) => {
      expect(await scan(path, folder, 1, A4)).toBe(absolute(`/i/${token}`));
    });
    await withFile("slips.pdf", await renderDocument("slips", papers.slips), async (path, folder) => {
      for (const [x, y] of [
        [0, 0],
        [297, 0],
        [0, 421],
        [297, 421],
      ] as const)
        expect(await scan(path, folder, 1, { x, y, ...QUARTER })).toBe(poster.address);
    });
  });

  test("so does the code in the foot of each page of approved minutes; a draft has none", async () => {
    const sha256 = "4f1c93ab07d255e0".repeat(4);
    const stamp = { ...UNSTAMPED, number: "3/2026", approvedBy: "x", approvedAt: NOW.toISOString() };
    const foot = { x: 0, y: 740, width: 595, height: 102 };
    const print = (document: object, hash: string | null) =>
      renderDocument("minutes", { document, sha256: hash, origin: "https://debata.example" });
    await withFile(
      "minutes.pdf",
      await print(composeMinutes(minutedFacts(), "public", stamp), sha256),
      async (path, folder) => {
        for (const page of [1, 2])
          expect(await scan(path, folder, page, foot)).toBe("https://debata.example/verify/4f1c93ab07d255e0");
      },
    );
    await withFile(
      "draft.pdf",
      await print(composeMinutes(minutedFacts(), "public", UNSTAMPED), null),
      async (path, folder) => {
        expect(await scan(path, folder, 1, foot)).toBeUndefined();
      },
    );
  });
});
