// A backup is a folder: the database, the secret and a manifest that says what has to be there, to the byte.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Stop } from "../progress.mjs";

export const MANIFEST = "manifest.json";
const FORMAT = 1;
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;
/** A refusal because of the backup itself. */
export const BAD_BACKUP = 4;

/**
 * @typedef {{ name: string, bytes: number, sha256: string }} KeptFile
 * @typedef {{
 *   format: number, program: string, at: string, database: "sqlite" | "postgres", schema: number,
 *   rows: Record<string, number>, secret: string | null, files: KeptFile[],
 * }} Manifest
 */

export const nameOf = (/** @type {Date} */ at) => at.toISOString().replace(/[:.]/g, "-");

/** Finished backups, the newest first. Whatever else lies in the folder is none of our business. */
export function backupsIn(/** @type {string} */ folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name) && existsSync(join(folder, name, MANIFEST)))
    .sort()
    .reverse();
}

/** When a backup was made, by its name. */
export const timeOf = (/** @type {string} */ name) =>
  new Date(name.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, "T$1:$2:$3.$4Z"));

export async function describeFile(/** @type {string} */ folder, /** @type {string} */ name) {
  const path = join(folder, name);
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { name, bytes: statSync(path).size, sha256: hash.digest("hex") };
}

const checksumOf = (/** @type {object} */ manifest) =>
  createHash("sha256").update(JSON.stringify(manifest)).digest("hex");

export function writtenDown(/** @type {Omit<Manifest, "format" | "program">} */ facts) {
  const manifest = { format: FORMAT, program: "debata", ...facts };
  return `${JSON.stringify({ ...manifest, checksum: checksumOf(manifest) }, undefined, 2)}\n`;
}

/** Reads a backup and holds it to its manifest; whatever differs is a refusal. @returns {Promise<Manifest>} */
export async function readWhole(/** @type {string} */ folder) {
  const manifest = readManifest(folder);
  for (const file of manifest.files) {
    if (!existsSync(join(folder, file.name))) throw damaged(`${file.name} is missing`);
    const { bytes, sha256 } = await describeFile(folder, file.name);
    if (bytes !== file.bytes) throw damaged(`${file.name} has ${bytes} bytes and had ${file.bytes}`);
    if (sha256 !== file.sha256) throw damaged(`${file.name} is not what it was: its checksum differs`);
  }
  return manifest;
}

/** @returns {Manifest} */
function readManifest(/** @type {string} */ folder) {
  if (!existsSync(join(folder, MANIFEST)))
    throw new Stop(`${folder} is no finished backup: there is no ${MANIFEST} in it.`, BAD_BACKUP);
  try {
    const { checksum, ...manifest } = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"));
    if (manifest.program === "debata" && manifest.format > FORMAT)
      throw new Stop("This backup was made by a newer version of Debata. Restore it with that version.", BAD_BACKUP);
    if (checksum === checksumOf(manifest)) return manifest;
  } catch (error) {
    if (error instanceof Stop) throw error;
  }
  throw damaged(`${MANIFEST} is not what it was`);
}

export const damaged = (/** @type {string} */ how) =>
  new Stop(`The backup is damaged: ${how}. Nothing was changed. Take another one.`, BAD_BACKUP);
