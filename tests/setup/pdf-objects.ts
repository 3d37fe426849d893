// Small words over pdf-lib's objects.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from "pdf-lib";

type Maybe = PDFObject | undefined;

export const get = (object: Maybe, key: string): Maybe =>
  object instanceof PDFDict ? object.lookup(PDFName.of(key)) : undefined;
export const raw = (object: Maybe, key: string): Maybe =>
  object instanceof PDFDict ? object.get(PDFName.of(key)) : undefined;
export const nameOf = (object: Maybe) => (object instanceof PDFName ? object.decodeText() : undefined);
export const numberOf = (object: Maybe) => (object instanceof PDFNumber ? object.asNumber() : undefined);
export const stringOf = (object: Maybe) =>
  object && "decodeText" in object ? (object.decodeText as () => string)() : undefined;
export const itemsOf = (object: Maybe): PDFObject[] =>
  object === undefined ? [] : object instanceof PDFArray ? object.asArray() : [object];

export function bytesOf(stream: Maybe): Buffer {
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode());
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()) : Buffer.alloc(0);
}

/** Character code → what it means, of an embedded font. */
export function toUnicode(font: Maybe): Map<number, string> {
  const map = new Map<number, string>();
  const cmap = bytesOf(get(font, "ToUnicode")).toString("latin1");
  const utf16 = (hex: string) => Buffer.from(hex.replace(/ /g, ""), "hex").swap16().toString("utf16le");
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, text] of block!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      map.set(Number.parseInt(code!, 16), utf16(text!));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, , list] of block!.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g))
      for (const [i, [, text]] of [...list!.matchAll(/<([\w ]+)>/g)].entries())
        map.set(Number.parseInt(first!, 16) + i, utf16(text!));
  return map;
}
