// Tagged (PDF/UA-1) output for react-pdf: its components, its layout and its drawing code, but our own pdfkit document.
import { Font, Page, View } from "@react-pdf/renderer";
import { createElement, type ReactNode } from "react";
import { layOutFlow } from "./flow";
import { loadFonts } from "./fonts";
import { lean } from "./lean";
import { type Placed, paginate } from "./paginate";
import { draw, layOut, nodesOf } from "./react-pdf";
import type { Sheet } from "./sheet";
import { TaggedDocument } from "./tagged-document";
import { Tagger } from "./tagger";

/** Only keeps the keys of two letters apart. */
const MOST_PAGES = 100_000;

export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const { meta, size, margin, style, chrome, contents } = sheet;
  await loadFonts();
  const [width, height] = size;
  const page = (key: number, children: ReactNode, extra = {}) =>
    createElement(Page, { key, size: { width, height }, wrap: false, style: { ...style, ...extra } }, children);

  const column = { left: margin.left, width: width - margin.left - margin.right };
  const area = { top: margin.top, height: height - margin.top - margin.bottom };
  const placed = async (body: ReactNode) => {
    const sides = { paddingLeft: margin.left, paddingRight: margin.right };
    return paginate(await layOutFlow(page(0, body, sides), width, column), area);
  };
  const enclosed = await enclosedIn(sheet, { width: column.width, height: area.height });
  const letters: Placed[][][] = [];
  for (const body of [...sheet.bodies, ...enclosed.bodies]) letters.push(await placed(body));
  if (contents) {
    // Its own length moves what it tells of.
    const draft = await placed(contents(letters.map(() => 0)));
    letters.unshift(await placed(contents(startsOf(letters, draft.length + 1))));
  }
  const pages = letters.flat();
  const starts = startsOf(letters, 1);
  const frames = letters.flatMap((own, letter) =>
    own.map((_, i) => {
      const body = contents ? letter - 1 : letter;
      const whole = { page: (starts[letter] ?? 1) + i, pages: pages.length, body };
      const furniture = chrome(i + 1, own.length, whole);
      return page(letter * MOST_PAGES + i, createElement(View, { style: { width, height } }, furniture));
    }),
  );
  const drawn = lean(await layOut(nodesOf(frames), Font));

  const doc = new TaggedDocument(meta);
  const tagger = new Tagger(doc);
  const chunks: Uint8Array[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc
      .on("data", (chunk: Uint8Array) => chunks.push(chunk))
      .on("end", () => resolve(Buffer.concat(chunks)))
      .on("error", reject);
  });
  const tagged = drawn.children.map((frame, i) => tagger.page(pages[i] ?? [], frame));
  draw(doc, { ...drawn, children: tagged });
  return enclosed.putInto(await done, doc.reserved);
}

/** On which page each letter begins. */
const startsOf = (letters: Placed[][][], first: number) =>
  letters.map((_, letter) => letters.slice(0, letter).reduce((sum, own) => sum + own.length, first));

/** Reading other people's files takes a library of 8 MB and a fifth of a second: for documents that enclose one. */
async function enclosedIn({ enclosures = [] }: Sheet, room: { width: number; height: number }) {
  if (!enclosures.length) return { bodies: [], putInto: (bytes: Buffer) => bytes };
  const { openEnclosures } = await import("./enclosures");
  return openEnclosures(enclosures, room);
}
