import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);
const MOST_BYTES = 64_000_000;

/** Puts bytes into a file of its own folder, lets `work` have it, and takes both away again. */
export async function withFile<T>(name: string, bytes: Uint8Array, work: (path: string, folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "debata-paper-"));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await work(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program says on its standard output; throws when it ends with an error. */
export async function run(program: string, ...args: string[]) {
  const { stdout } = await exec(program, args, { maxBuffer: MOST_BYTES });
  return stdout;
}

/** LibreOffice with a profile of its own, so that nobody's settings and no other run get in the way. */
export const office = (folder: string, to: string, path: string, ...reader: string[]) =>
  run(
    "soffice",
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
    "--headless",
    "--convert-to",
    to,
    "--outdir",
    folder,
    ...reader,
    path,
  );

/** All text of a file as LibreOffice reads it. */
export async function officeText(path: string, folder: string) {
  await office(folder, "txt:Text (encoded):UTF8", path);
  const text = await readFile(join(folder, `${basename(path).replace(/\.\w+$/, "")}.txt`), "utf8");
  return text.replace(/^(\s*)•/gm, "$1–"); // it has one sign for every list
}

/** What two programs must agree on: each letter in its order, but not where lines end. */
export const lettersOf = (text: string) => text.normalize("NFC").replace(/[\s\u00a0\ufeff]+/g, "");
