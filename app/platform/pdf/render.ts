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

export async function renderSheet({ meta, size, margin, style, bodies, chrome }: Sheet): Promise<Buffer> {
  await loadFonts();
  const [width, height] = size;
  const page = (key: number, children: ReactNode, extra = {}) =>
    createElement(Page, { key, size: { width, height }, wrap: false, style: { ...style, ...extra } }, children);

  const column = { left: margin.left, width: width - margin.left - margin.right };
  const area = { top: margin.top, height: height - margin.top - margin.bottom };
  const letters: Placed[][][] = [];
  for (const body of bodies) {
    const sides = { paddingLeft: margin.left, paddingRight: margin.right };
    const flow = await layOutFlow(page(0, body, sides), width, column);
    letters.push(paginate(flow, area));
  }
  const frames = letters.flatMap((own, letter) =>
    own.map((_, i) =>
      page(letter * MOST_PAGES + i, createElement(View, { style: { width, height } }, chrome(i + 1, own.length))),
    ),
  );
  const pages = letters.flat();
  const sheets = lean(await layOut(nodesOf(frames), Font));

  const doc = new TaggedDocument(meta);
  const tagger = new Tagger(doc);
  const chunks: Uint8Array[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc
      .on("data", (chunk: Uint8Array) => chunks.push(chunk))
      .on("end", () => resolve(Buffer.concat(chunks)))
      .on("error", reject);
  });
  const tagged = sheets.children.map((sheet, i) => tagger.page(pages[i] ?? [], sheet));
  draw(doc, { ...sheets, children: tagged });
  return done;
}
