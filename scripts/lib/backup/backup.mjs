import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Stop, seconds } from "../progress.mjs";
import { backupsIn, describeFile, MANIFEST, nameOf, timeOf, writtenDown } from "./manifest.mjs";
import { codeOf, fingerprintOf, reasonOf } from "./place.mjs";
import { DUMP, dumpPostgres, inspectDump } from "./postgres.mjs";
import { decideRotation } from "./rotate.mjs";
import { copySqlite, DATABASE, inspectSqlite, onDisk } from "./sqlite.mjs";

const HALF = ".half-";
const ABANDONED_MS = 86_400_000;
const SECRET = "secret";

/**
 * Makes a backup while the service runs, opens it to see that it is one, and lets old ones go. It has its name only
 * when it is whole: whoever copies the folder elsewhere never takes a half one.
 * @param {import("./place.mjs").Place} place
 * @param {{ say?: (sentence: string) => void, now?: Date }} [more]
 */
export async function makeBackup(place, { say = console.log, now = new Date() } = {}) {
  const since = performance.now();
  const half = newFolder(place.backups);
  try {
    const facts = place.dialect === "sqlite" ? await sqliteInto(place, half) : await postgresInto(place, half);
    if (facts.schema > place.known)
      throw new Stop("The database was made by a newer version of Debata. Make its backup with that version.");
    const secret = keepSecret(place, half, say);
    const names = readdirSync(half);
    const files = await Promise.all(names.map((name) => describeFile(half, name)));
    const manifest = { at: now.toISOString(), database: place.dialect, ...facts, secret, files };
    writeFileSync(join(half, MANIFEST), writtenDown(manifest), { mode: 0o600 });
    for (const path of [...names, MANIFEST].map((name) => join(half, name))) {
      chmodSync(path, 0o600);
      onDisk(path);
    }
    onDisk(half);
    const folder = join(place.backups, nameOf(now));
    renameSync(half, folder);
    onDisk(place.backups);
    const total = Object.values(facts.rows).reduce((sum, rows) => sum + rows, 0);
    const megabytes = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
    say(`Backup: ${folder} (${total} rows, ${megabytes} MB, ${seconds(since)}), opened and checked.`);
    rotate(place.backups, say);
    return folder;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw explained(error, place.backups);
  }
}

/** Readable by its owner only: it holds what residents have said, and the key of all links. */
function newFolder(/** @type {string} */ backups) {
  try {
    mkdirSync(backups, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(backups).filter((name) => name.startsWith(HALF))) {
      const path = join(backups, name);
      if (Date.now() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
    }
    return mkdtempSync(join(backups, HALF));
  } catch (error) {
    throw explained(error, backups);
  }
}

function explained(/** @type {unknown} */ error, /** @type {string} */ backups) {
  if (error instanceof Stop) return error;
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "SQLITE_FULL" || /No space left/.test(reasonOf(error)))
    return new Stop(`There is no room for a backup in ${backups}. No backup was made; the earlier ones are there.`);
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return new Stop(`Nothing may be written to ${backups}: ${reasonOf(error)}. No backup was made.`);
  return new Stop(`No backup was made: ${reasonOf(error)}`);
}

async function sqliteInto(/** @type {import("./place.mjs").Place} */ { file }, /** @type {string} */ half) {
  if (!existsSync(file))
    throw new Stop(`There is no database at ${file}. Are DATABASE_URL and DATA_DIR the service's?`);
  const to = join(half, DATABASE);
  await copySqlite(file, to);
  return inspectSqlite(to);
}

async function postgresInto(/** @type {import("./place.mjs").Place} */ { url }, /** @type {string} */ half) {
  const to = join(half, DUMP);
  const facts = await dumpPostgres(url, to);
  const found = await inspectDump(to);
  const differing = Object.keys(facts.rows).filter((table) => facts.rows[table] !== found[table]);
  if (differing.length > 0) throw new Stop(`No backup was made: rows of ${differing.join(", ")} are not in the dump.`);
  return facts;
}

/** Without the secret every personal link, every printed letter and every second factor is worthless. */
function keepSecret(
  /** @type {import("./place.mjs").Place} */ place,
  /** @type {string} */ half,
  /** @type {(sentence: string) => void} */ say,
) {
  if (place.secret === undefined) {
    say(
      "Warning: there is no secret here (APP_SECRET or DATA_DIR/secret). Without it, links in letters will not open.",
    );
    return null;
  }
  if (place.givenSecret === undefined) copyFileSync(place.secretFile, join(half, SECRET));
  else say("APP_SECRET is yours to keep: it is not in the backup, which only knows how to recognize it.");
  return fingerprintOf(place.secret);
}

function rotate(/** @type {string} */ backups, /** @type {(sentence: string) => void} */ say) {
  const found = backupsIn(backups).map((name) => ({ name, at: timeOf(name) }));
  const going = decideRotation(found);
  for (const name of going) rmSync(join(backups, name), { recursive: true, force: true });
  if (going.length > 0) say(`Let go: ${going.join(", ")}.`);
}
