import sharp from "sharp";
import { expect, test } from "vitest";
import { redrawPicture } from "~/platform/pictures.server";
import { aBombPng, aPhoto } from "../setup/photos";
import { aPng } from "../setup/pictures";

const drawn = async (bytes: Uint8Array) => {
  const picture = await redrawPicture(bytes);
  if (!picture.ok) throw new Error(picture.reason);
  return picture.value;
};

test.each(["jpeg", "png", "webp"] as const)(
  "%s: upright, and without a word of where, when and whose",
  async (format) => {
    const photo = await aPhoto({ format, orientation: 6 });
    expect(Buffer.from(photo).toString("latin1")).toContain("TAJNE miejsce");
    const { bytes, width, height } = await drawn(photo);
    expect({ width, height }).toEqual({ width: 40, height: 60 });
    const kept = Buffer.from(bytes).toString("latin1");
    expect(kept).not.toMatch(/TAJNE|Exif|ICC_PROFILE|http:|Photoshop/);
    const header = await sharp(bytes).metadata();
    expect([header.format, header.orientation, header.exif, header.icc, header.xmp, header.iptc]).toEqual([
      "jpeg",
      ...Array(5).fill(undefined),
    ]);
    // Turned by a quarter to the right, the left half is on top.
    const pixels = await sharp(bytes).raw().toBuffer();
    const at = (row: number) =>
      [...pixels.subarray(row * 120 + 60, row * 120 + 63)].map((part) => Math.round(part / 255));
    expect({ top: at(5), bottom: at(54) }).toEqual({ top: [1, 0, 0], bottom: [0, 0, 1] });
  },
);

test("a large picture becomes smaller, a small one stays as it is", async () => {
  const large = await drawn(await aPhoto({ width: 5000, height: 1000, orientation: 1 }));
  expect([large.width, large.height]).toEqual([2000, 400]);
  const small = await drawn(await aPhoto({ width: 30, height: 20, orientation: 1 }));
  expect([small.width, small.height]).toEqual([30, 20]);
});

test("what is transparent is white", async () => {
  const glass = await sharp({ create: { width: 9, height: 9, channels: 4, background: "#00000000" } })
    .png()
    .toBuffer();
  const { bytes } = await drawn(new Uint8Array(glass));
  expect((await sharp(bytes).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
});

test.each([
  ["20 000 × 20 000, from its header", aBombPng(), "too_many_pixels"],
  ["a header as it should be, and rubbish", aPng(), "broken_picture"],
  ["a PNG that is none", Buffer.from("\x89PNG\r\n\x1a\n<script>", "latin1"), "broken_picture"],
  ["a drawing that loads others", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "broken_picture"],
])("%s", async (_, bytes, reason) => {
  expect(await redrawPicture(bytes)).toEqual({ ok: false, reason });
});

test("a picture that breaks off is refused, and the next one is drawn", async () => {
  const photo = await aPhoto({ width: 400, height: 300 });
  const [cut, whole] = await Promise.all([redrawPicture(photo.subarray(0, photo.length - 500)), redrawPicture(photo)]);
  expect([cut.ok, whole.ok]).toEqual([false, true]);
});
