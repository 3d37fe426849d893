import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.server";

const listOf = (folder: string) => join(folder, "erasures.jsonl");

export type Erasure = { unit: string; person: string; at: string };

/**
 * Beside the database, so that it is still there when an older copy of the database comes back: of whom the hash, of
 * which unit, when. Nothing in it says who it was.
 */
export function noteErasure(erasure: Erasure, folder = config.dataDir) {
  mkdirSync(folder, { recursive: true });
  const list = openSync(listOf(folder), "a", 0o600);
  try {
    writeSync(list, `${JSON.stringify(erasure)}\n`);
    fsyncSync(list);
  } finally {
    closeSync(list);
  }
}

/** The list; a line that a power cut has broken off is passed over. */
export function listErasures(folder = config.dataDir): Erasure[] {
  let text = "";
  try {
    text = readFileSync(listOf(folder), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      const { unit, person, at } = JSON.parse(line);
      return typeof unit === "string" && typeof person === "string" ? [{ unit, person, at: String(at) }] : [];
    } catch {
      return [];
    }
  });
}

/** Finished documents may name somebody; they are drawn again when they are asked for. */
export const forgetDocuments = (folder = config.dataDir) =>
  rmSync(join(folder, "documents"), { recursive: true, force: true });
