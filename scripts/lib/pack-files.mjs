// Beside each script and style of the build the same, packed as small as Brotli can: once, instead of each time it is sent.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const pack = promisify(brotliCompress);
/** Below, the packing is not worth a second file. */
const LEAST_BYTES = 500;

export async function packFiles(/** @type {string} */ folder) {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(
    files.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length >= LEAST_BYTES) writeFileSync(join(folder, `${name}.br`), await pack(bytes));
    }),
  );
}
