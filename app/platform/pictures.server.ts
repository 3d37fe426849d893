import { allow, refuse } from "./outcome";

/** Pixels on the longer side of what is kept. */
const MOST_SIDE = 2000;
/** Read from the header, before anything is unpacked: a file of some kB may unpack to gigabytes. In pixels. */
const MOST_PIXELS = 60_000_000;
const QUALITY = 82;

let queue: Promise<unknown> = Promise.resolve();

/** Not before the first picture comes: it is a fifth of what an idle service would hold in memory. */
async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  return sharp;
}

/**
 * The picture drawn anew, upright, as JPEG: nothing but pixels goes over, so no place, no time, no name, no profile, and
 * nothing that was hidden behind them. Refuses `broken_picture` and `too_many_pixels`. One after another, because an
 * unpacked picture takes up to 240 MB.
 */
export function redrawPicture(bytes: Uint8Array) {
  const drawn = queue.then(() => redraw(bytes));
  queue = drawn.catch(() => undefined);
  return drawn;
}

async function redraw(bytes: Uint8Array) {
  const sharp = await loadSharp();
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!header?.width || !header.height) return refuse("broken_picture");
  if (header.width * header.height > MOST_PIXELS) return refuse("too_many_pixels");
  // Warnings are let pass: cameras write headers with small faults. A picture that breaks off is an error.
  const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "truncated" })
    .rotate()
    .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (!drawn) return refuse("broken_picture");
  return allow({ bytes: new Uint8Array(drawn.data), width: drawn.info.width, height: drawn.info.height });
}
