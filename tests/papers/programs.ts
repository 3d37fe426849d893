import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
