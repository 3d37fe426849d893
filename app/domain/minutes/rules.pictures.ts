/**
 * Pictures without what a camera writes beside them: where it was taken, when, with what, by whom. What is needed to
 * show them stays. Undefined when the bytes are no whole picture.
 */
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe];
const LAST_APP = 0xef;
const ORIENTATION = 0x0112;

export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + word(bytes, at + 2);
    if (end > bytes.length || end < at + 4) return undefined;
    const segment = bytes.subarray(at, end);
    if (marker === APP1) kept.push(...orientationOnly(segment));
    else if (isNeeded(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== SOS) continue;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd === undefined) return undefined;
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
    // Behind the end some telephones hang a second picture with all its data.
    if (bytes[at + 1] === EOI) return joined([...kept, bytes.subarray(at, at + 2)]);
  }
  return undefined;
}

const isNeeded = (marker: number, segment: Uint8Array) => {
  if (marker === COM) return false;
  if (marker < APP0 || marker > LAST_APP) return true;
  // JFIF's density, colours (ICC), and Adobe's word on how colours are written.
  return marker === APP0 || marker === APP14 || (marker === APP2 && ascii(segment, 4, 11) === "ICC_PROFILE");
};

/** Compressed data go on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number) {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

/** A picture taken upright stays upright: of EXIF only that one number is written anew. */
function orientationOnly(segment: Uint8Array): Uint8Array[] {
  const value = orientationOf(segment.subarray(4));
  if (value === undefined || value < 2 || value > 8) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];
  const body = [...new TextEncoder().encode("Exif\0\0"), ...tiff];
  return [Uint8Array.from([0xff, APP1, 0, body.length + 2, ...body])];
}

function orientationOf(exif: Uint8Array): number | undefined {
  if (ascii(exif, 0, 4) !== "Exif") return undefined;
  const tiff = new DataView(exif.buffer, exif.byteOffset + 6, Math.max(0, exif.byteLength - 6));
  if (tiff.byteLength < 14) return undefined;
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return undefined;
  const many = tiff.getUint16(start, little);
  for (let i = 0, at = start + 2; i < many && at + 12 <= tiff.byteLength; i++, at += 12)
    if (tiff.getUint16(at, little) === ORIENTATION) return tiff.getUint16(at + 8, little);
  return undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What is needed to show a still picture; no texts, no time, no EXIF, no animation. */
const PNG_CHUNKS = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"]);

export function withoutPngMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (PNG.some((byte, i) => bytes[i] !== byte) || ascii(bytes, 12, 4) !== "IHDR") return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    if (end > bytes.length) return undefined;
    if (PNG_CHUNKS.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return joined(kept);
    at = end;
  }
  return undefined;
}

const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function joined(parts: readonly Uint8Array[]) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
