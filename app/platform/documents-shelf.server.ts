// Finished documents on disk, named by what they were made of. Losing the folder costs time, never a document.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { log } from "./log.server";

const MOST_BYTES = 200_000_000;

export function openShelf(folder: string, mostBytes = MOST_BYTES) {
  const pathOf = (key: string) => join(folder, `${key}.document`);
  return {
    async find(key: string): Promise<Buffer | undefined> {
      const bytes = await readFile(pathOf(key)).catch(() => undefined);
      if (!bytes || !isWhole(bytes)) return undefined;
      const now = new Date();
      await utimes(pathOf(key), now, now).catch(() => undefined); // used again: not the oldest any more
      return bytes;
    },

    /** A full disk must not keep anybody from a document that is already drawn. */
    async keep(key: string, bytes: Buffer): Promise<void> {
      const half = join(folder, `${randomUUID()}.half`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(half, bytes, { mode: 0o600 });
        await rename(half, pathOf(key));
        await removeOldest(folder, mostBytes);
      } catch (error) {
        await rm(half, { force: true }).catch(() => undefined);
        log.warn({ error: String(error).slice(0, 300) }, "a document could not be kept");
      }
    },
  };
}

/** After a power cut a file may be there and empty: each kind has its last word; a DOCX is a ZIP. */
const isWhole = (bytes: Buffer) => {
  const [start, end] = [bytes.subarray(0, 5).toString("latin1"), bytes.subarray(-22).toString("latin1")];
  if (start === "<!doc") return end.endsWith("</html>");
  return (
    (start === "%PDF-" && end.includes("%%EOF")) || (start.startsWith("PK\x03\x04") && end.startsWith("PK\x05\x06"))
  );
};

async function removeOldest(folder: string, mostBytes: number) {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined); // removed by somebody else meanwhile
      return { path, bytes: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 };
    }),
  );
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= mostBytes) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}
