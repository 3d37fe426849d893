const bytes = (text: string) => [...Buffer.from(text, "latin1")];
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

/** EXIF as a telephone writes it: how it was held, and where it was. */
const exif = (orientation: number) => [
  ...bytes("Exif\0\0II*\0"),
  ...[8, 0, 0, 0, 2, 0],
  ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
  ...[0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0],
  ...[0, 0, 0, 0],
  ...bytes("GPS 52.1N 21.0E"),
];

/** The frame of a JPEG with everything that tells of its author, and a second picture behind its end. */
export const aJpeg = ({ orientation = 6, tail = "TAJNE OGON" } = {}) =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, bytes("JFIF\0\x01\x01\0\0\x01\0\x01\0\0")),
    ...segment(0xe1, exif(orientation)),
    ...segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0TAJNE XMP")),
    ...segment(0xe2, bytes("ICC_PROFILE\0barwy")),
    ...segment(0xed, bytes("Photoshop TAJNE IPTC")),
    ...segment(0xfe, bytes("TAJNE uwagi")),
    ...segment(0xdb, [0, ...Array(64).fill(1)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x78, 0xff, 0xd9],
    ...bytes(tail),
  ]);

const chunk = (type: string, body: number[]) => [
  0,
  0,
  body.length >> 8,
  body.length & 255,
  ...bytes(type),
  ...body,
  1,
  2,
  3,
  4,
];

export const aPng = () =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
    ...chunk("tEXt", bytes("Author\0TAJNE")),
    ...chunk("eXIf", bytes("MM TAJNE GPS")),
    ...chunk("tIME", [7, 234, 3, 18, 17, 0, 0]),
    ...chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]),
    ...chunk("IDAT", [1, 2, 3]),
    ...chunk("IEND", []),
    ...bytes("TAJNE OGON"),
  ]);
