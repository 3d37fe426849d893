import { JpegEmbedder, type PDFDocument, PngEmbedder } from "pdf-lib";
import type { Leaf } from "./leaf";

/** A PNG is unpacked whole: four bytes a dot, and again while it is packed anew. */
const MOST_DOTS = 12_000_000;
/** Dots of a picture that does not say how large it is. */
const POINTS_PER_DOT = 72 / 150;

/** How a camera was held (EXIF 1 to 8): from the unit square in which PDF draws a picture to one of width w and height h. */
const HELD: readonly ((w: number, h: number) => readonly number[])[] = [
  (w, h) => [w, 0, 0, h, 0, 0],
  (w, h) => [-w, 0, 0, h, w, 0],
  (w, h) => [-w, 0, 0, -h, w, h],
  (w, h) => [w, 0, 0, -h, 0, h],
  (w, h) => [0, -h, -w, 0, w, h],
  (w, h) => [0, -h, w, 0, 0, h],
  (w, h) => [0, h, w, 0, 0, 0],
  (w, h) => [0, h, -w, 0, w, 0],
];

export async function pictureOf(store: PDFDocument, bytes: Uint8Array, mediaType: string): Promise<Leaf> {
  const isJpeg = mediaType === "image/jpeg";
  if (!isJpeg && dotsOf(bytes) > MOST_DOTS) throw new Error("A picture is too large");
  const picture = isJpeg ? await JpegEmbedder.for(bytes) : await PngEmbedder.for(bytes);
  const held = isJpeg ? orientationOf(bytes) : 1;
  const [w, h] = [picture.width * POINTS_PER_DOT, picture.height * POINTS_PER_DOT];
  const [width, height] = held > 4 ? [h, w] : [w, h];
  const { context } = store;
  const form = context.flateStream(`q ${HELD[held - 1]?.(width, height).join(" ")} cm /Picture Do Q`, {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: { XObject: { Picture: await picture.embedIntoContext(context) } },
  });
  return { form: context.register(form), width, height };
}

function dotsOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return png.byteLength < 24 ? 0 : view.getUint32(16) * view.getUint32(20);
}

/** As rules.pictures writes it: one entry, and no other EXIF. */
const ORIENTATION = Buffer.from([
  0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0,
]);

function orientationOf(jpeg: Uint8Array) {
  const at = Buffer.from(jpeg.buffer, jpeg.byteOffset, Math.min(jpeg.byteLength, 70_000)).indexOf(ORIENTATION);
  const value = at < 0 ? 1 : (jpeg[at + ORIENTATION.length] ?? 1);
  return value >= 1 && value <= 8 ? value : 1;
}
