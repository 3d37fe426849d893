/** A lamp that is lit in the dusk: nobody's photograph, and small. */
const LAMP = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">
  <rect width="480" height="320" fill="#2b3a55"/>
  <rect y="250" width="480" height="70" fill="#3f4a3c"/>
  <circle cx="250" cy="92" r="80" fill="#f4d35e" opacity="0.25"/>
  <circle cx="250" cy="92" r="44" fill="#f4d35e" opacity="0.45"/>
  <path d="M320 290V78q0-22-22-22h-30" fill="none" stroke="#c9d1de" stroke-width="9"/>
  <path d="M228 76h48l-8-22h-32z" fill="#c9d1de"/>
  <circle cx="252" cy="84" r="13" fill="#fff7d6"/>
  <path d="M90 290v-96h110v96" fill="none" stroke="#8fa3bf" stroke-width="7"/>
  <path d="M78 194h134" stroke="#8fa3bf" stroke-width="11"/>
</svg>`;

/** The picture of the demo, as a PNG of a few kilobytes. */
export async function drawPicture() {
  const { default: sharp } = await import("sharp"); // large, and most starts have no demo to make
  return new Uint8Array(await sharp(Buffer.from(LAMP)).png().toBuffer());
}
