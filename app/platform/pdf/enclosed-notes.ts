import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFStream } from "pdf-lib";

export type Matrix = readonly [number, number, number, number, number, number];

const [HIDDEN, NOT_ON_SCREEN] = [2, 32];

/** Fields, stamps, handwriting: each brings a picture of itself, which is fitted into its place (ISO 32000-1, 12.5.5). */
export function notesOn({ node }: PDFPage) {
  const annotations = node.Annots()?.asArray() ?? [];
  return annotations.flatMap((one) => {
    const note = node.context.lookup(one);
    if (!(note instanceof PDFDict)) return [];
    const flags = note.lookup(PDFName.of("F"));
    const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
    const look = lookOf(note);
    const place = numbersOf(note.lookup(PDFName.of("Rect")));
    if (bits & (HIDDEN | NOT_ON_SCREEN) || !look || note.get(PDFName.of("Subtype")) === PDFName.of("Popup")) return [];
    const matrix = fitted(look, place);
    return matrix ? [{ look, matrix }] : [];
  });
}

function lookOf(note: PDFDict): PDFStream | undefined {
  const looks = note.lookup(PDFName.of("AP"));
  const normal = looks instanceof PDFDict ? looks.lookup(PDFName.of("N")) : undefined;
  if (normal instanceof PDFStream) return normal;
  const state = note.get(PDFName.of("AS"));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFStream ? chosen : undefined;
}

function fitted(look: PDFStream, place: number[]): Matrix | undefined {
  const box = numbersOf(look.dict.lookup(PDFName.of("BBox")));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(look.dict.lookup(PDFName.of("Matrix")));
  if (box.length !== 4 || place.length !== 4) return undefined;
  const corners = [box[0], box[2]].flatMap((x = 0) =>
    [box[1], box[3]].map((y = 0) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [left, low, width, height] = spanOf(corners);
  const [toLeft, toLow, toWidth, toHeight] = spanOf([
    [place[0] ?? 0, place[1] ?? 0],
    [place[2] ?? 0, place[3] ?? 0],
  ]);
  if (!(width > 0 && height > 0)) return undefined;
  const [sx, sy] = [toWidth / width, toHeight / height];
  return [sx, 0, 0, sy, toLeft - left * sx, toLow - low * sy];
}

function spanOf(points: readonly (readonly [number, number])[]): [number, number, number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  return [left, low, Math.max(...xs) - left, Math.max(...ys) - low];
}

const numbersOf = (array: unknown): number[] =>
  array instanceof PDFArray
    ? array.asArray().map((_, i) => {
        const one = array.lookup(i);
        return one instanceof PDFNumber ? one.asNumber() : 0;
      })
    : [];
