import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

type Photo = { width?: number; height?: number; orientation?: number; format?: "jpeg" | "png" | "webp" };

/** As a telephone takes it: with its place, its owner and the way it was held. The left half is red, the right blue. */
export async function aPhoto({ width = 60, height = 40, orientation = 6, format = "jpeg" }: Photo = {}) {
  const half = Math.floor(width / 2);
  const red = { create: { width: half, height, channels: 3, background: "#ff0000" } } as const;
  const drawn = await sharp({ create: { width, height, channels: 3, background: "#0000ff" } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({
      IFD0: { Artist: "TAJNE autor", Software: "TAJNE aparat" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 13/1 0/1", GPSMapDatum: "TAJNE miejsce" },
    })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
  return new Uint8Array(drawn);
}

/** Some bytes that would unpack to more than a gigabyte. */
export function aBombPng(side = 20_000) {
  const head = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(head);
  head.write("IHDR", 12, "latin1");
  head.writeUInt32BE(side, 16);
  head.writeUInt32BE(side, 20);
  head.set([8, 6, 0, 0, 0], 24);
  head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
  const idat = chunk("IDAT", deflateSync(Buffer.alloc(side * 4 + 1)));
  return new Uint8Array(Buffer.concat([head, idat, chunk("IEND", Buffer.alloc(0))]));
}

function chunk(type: string, body: Buffer) {
  const whole = Buffer.alloc(12 + body.length);
  whole.writeUInt32BE(body.length, 0);
  whole.write(type, 4, "latin1");
  body.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + body.length)), 8 + body.length);
  return whole;
}
