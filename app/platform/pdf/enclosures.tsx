// Files of other people among our pages. We lay out empty places for their pages, tagged as figures, so that numbering,
// contents and structure are all ours; when the document is finished, pdf-lib puts what was read into these places.
import { PDFDocument, PDFObjectCopier, PDFRef } from "pdf-lib";
import type { ReactNode } from "react";
import { Box } from "./box";
import { pdfPages } from "./enclosed-pdf";
import { pictureOf } from "./enclosed-picture";
import type { Leaf } from "./leaf";
import type { Enclosure } from "./sheet";
import type { TaggedDocument } from "./tagged-document";

type Room = { width: number; height: number };

const MOST_PAGES = 300;
/** A small picture is not blown up. */
const LARGEST_SCALE = 1.5;

export async function openEnclosures(enclosures: readonly Enclosure[], room: Room) {
  const store = await PDFDocument.create({ updateMetadata: false });
  let left = MOST_PAGES;
  const bodies: ReactNode[] = [];
  for (const enclosure of enclosures) {
    const leaves = await leavesOf(store, enclosure, left);
    left -= leaves.length;
    bodies.push(enclosure.body(leaves.map((leaf, i) => place(leaf, room, i, enclosure.alt(i + 1, leaves.length)))));
  }
  return { bodies, putInto: (bytes: Buffer, reserved: Reserved) => putInto(bytes, reserved, store) };
}

/** All pages, or none: a file that is locked, broken or too long lies beside the document only. */
async function leavesOf(store: PDFDocument, { mediaType, content }: Enclosure, most: number): Promise<Leaf[]> {
  if (!content) return [];
  const bytes = Buffer.from(content, "base64");
  try {
    const leaves =
      mediaType === "application/pdf" ? await pdfPages(store, bytes, most) : [await pictureOf(store, bytes, mediaType)];
    return leaves.length <= most && leaves.every(({ width, height }) => width > 0 && height > 0) ? leaves : [];
  } catch {
    return [];
  }
}

function place(leaf: Leaf, room: Room, key: number, alt: string) {
  const scale = Math.min(room.width / leaf.width, room.height / leaf.height, LARGEST_SCALE);
  const [width, height] = [leaf.width * scale, leaf.height * scale];
  return (
    <Box
      key={key}
      break
      wrap={false}
      form={leaf}
      tag={{ role: "Figure", alt }}
      style={{ width, height, marginLeft: (room.width - width) / 2 }}
    />
  );
}

type Reserved = TaggedDocument["reserved"];

/** Our document is the one that is loaded: its tags, language and metadata stay as they are. */
async function putInto(bytes: Buffer, reserved: Reserved, store: PDFDocument): Promise<Buffer> {
  if (!reserved.length) return bytes;
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const copier = PDFObjectCopier.for(store.context, pdf.context);
  for (const { form, id, width, height } of reserved) {
    const leaf = form as Leaf;
    const shown = `q ${width / leaf.width} 0 0 ${height / leaf.height} 0 0 cm /Leaf Do Q`;
    const drawn = pdf.context.flateStream(`${shown} 0.4 w 0.7 G 0.2 0.2 ${width - 0.4} ${height - 0.4} re S`, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, width, height],
      Resources: { XObject: { Leaf: copier.copy(leaf.form) } },
    });
    pdf.context.assign(PDFRef.of(id), drawn);
  }
  return Buffer.from(await pdf.save({ addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY }));
}
