const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const isNamed = (bytes: Uint8Array, brands: readonly string[]) =>
  startsWith(bytes, ascii("ftyp"), 4) && brands.some((brand) => startsWith(bytes, ascii(brand), 8));

const KINDS = {
  pdf: (bytes) => startsWith(bytes, ascii("%PDF-")),
  jpeg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  png: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
  webp: (bytes) => startsWith(bytes, ascii("RIFF")) && startsWith(bytes, ascii("WEBP"), 8),
  /** What iPhones keep; its codec is patented, so our library does not read it. */
  heic: (bytes) => isNamed(bytes, ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"]),
} as const satisfies Record<string, (bytes: Uint8Array) => boolean>;
export type FileKind = keyof typeof KINDS;

/** What a file is, is told by its first bytes; its name and what a browser says are only words. */
export const fileKindOf = (bytes: Uint8Array): FileKind | undefined =>
  (Object.keys(KINDS) as FileKind[]).find((kind) => KINDS[kind](bytes));
