// The pages of a PDF that somebody has uploaded, as pictures of themselves: what is drawn, and nothing that runs, links
// or asks. What stands in fields and in remarks is part of what is seen.
import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
} from "pdf-lib";
import { type Matrix, notesOn } from "./enclosed-notes";
import type { Leaf } from "./leaf";

/** What is drawn on one page, unpacked: a small file can unpack to gigabytes. */
const MOST_OPERATORS = 20_000_000;

export async function pdfPages(store: PDFDocument, bytes: Uint8Array, most: number): Promise<Leaf[]> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const pages = pdf.getPages();
  if (pages.length > most) return [];
  const copier = PDFObjectCopier.for(pdf.context, store.context);
  return pages.map((page) => leafOf(store, page, copier));
}

function leafOf(store: PDFDocument, page: PDFPage, copier: PDFObjectCopier): Leaf {
  const { x, y, width, height } = page.getCropBox();
  const [right, top] = [x + width, y + height];
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const turned: Record<number, Matrix> = {
    90: [0, -1, 1, 0, -y, right],
    180: [-1, 0, 0, -1, right, top],
    270: [0, 1, -1, 0, top, -x],
  };
  const matrix = turned[turn] ?? [1, 0, 0, 1, -x, -y];
  const { context } = store;
  const resources = page.node.Resources();
  const drawn = context.flateStream(operatorsOf(page), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [x, y, right, top],
    Resources: resources ? copier.copy(resources) : {},
  });
  const group = page.node.get(PDFName.of("Group"));
  if (group) drawn.dict.set(PDFName.of("Group"), copier.copy(group));
  const notes = notesOn(page).map(({ look, matrix: at }, i) => ({
    name: `Note${i}`,
    form: context.register(copier.copy(look)),
    at,
  }));
  const operators = [
    `q ${matrix.join(" ")} cm /Page Do`,
    ...notes.map(({ name, at }) => `q ${at.join(" ")} cm /${name} Do Q`),
    "Q",
  ];
  const size = turn % 180 ? { width: height, height: width } : { width, height };
  const form = context.flateStream(operators.join("\n"), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, size.width, size.height],
    Resources: {
      XObject: { Page: context.register(drawn), ...Object.fromEntries(notes.map(({ name, form }) => [name, form])) },
    },
  });
  return { form: context.register(form), ...size };
}

function operatorsOf({ node }: PDFPage): Buffer {
  const contents = node.Contents();
  if (!contents) return Buffer.from(" ");
  const streams = contents instanceof PDFArray ? contents.asArray().map((one) => node.context.lookup(one)) : [contents];
  const parts = streams.map((stream) => Buffer.concat([bytesOf(stream), Buffer.from("\n")]));
  if (parts.reduce((sum, { length }) => sum + length, 0) > MOST_OPERATORS) throw new Error("A page is too large");
  return Buffer.concat(parts);
}

function bytesOf(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error("A page has no content");
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const isPlainFlate = only === PDFName.of("FlateDecode") && !stream.dict.has(PDFName.of("DecodeParms"));
  if (isPlainFlate) return inflateSync(stream.contents, { maxOutputLength: MOST_OPERATORS });
  return decodePDFRawStream(stream).decode();
}
