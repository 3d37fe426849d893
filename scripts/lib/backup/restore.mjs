import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Stop, seconds } from "../progress.mjs";
import { BAD_BACKUP, backupsIn, damaged, nameOf, readWhole } from "./manifest.mjs";
import { codeOf, fingerprintOf, reasonOf } from "./place.mjs";
import { DUMP, inspectDump, refuseUsed, restoreDump } from "./postgres.mjs";
import { DATABASE, exchange, inspectSqlite, onDisk } from "./sqlite.mjs";

const WRONG_USE = 2;
const SECRET = "secret";

/** @typedef {(sentence: string) => void} Say */
/** @typedef {import("./manifest.mjs").Manifest} Manifest */
/** @typedef {import("./place.mjs").Place} Place */

/** A folder, the name of one in the folder of backups, or „latest”. */
export function chooseBackup(/** @type {Place} */ { backups }, /** @type {string | undefined} */ asked) {
  const known = backupsIn(backups);
  const there = known.length ? `There are in ${backups}:\n  ${known.join("\n  ")}` : `There is none in ${backups}.`;
  if (!asked) throw new Stop(`Which backup? ${there}`, WRONG_USE);
  if (asked === "latest" && known[0]) return join(backups, known[0]);
  const folder = [asked, join(backups, asked)].find((path) => existsSync(path) && statSync(path).isDirectory());
  if (!folder) throw new Stop(`There is no backup ${asked}. ${there}`, WRONG_USE);
  return folder;
}

/**
 * @param {Place} place
 * @param {string} folder
 * @param {{ checkOnly?: boolean, say?: Say, now?: Date }} [more]
 */
export async function restoreBackup(place, folder, { checkOnly = false, say = console.log, now = new Date() } = {}) {
  const since = performance.now();
  const manifest = await readWhole(folder);
  refuseUnfit(place, manifest);
  say(`1. ${basename(folder)} is whole: every file is there to the byte. It was made on ${manifest.at}.`);
  const restore = place.dialect === "sqlite" ? restoreSqlite : restorePostgres;
  const kept = await restore(place, folder, manifest, { checkOnly, say, stamp: nameOf(now) });
  if (checkOnly) return say("This backup can be restored. Nothing was changed, because you asked for a check only.");
  restoreSecret(place, folder, manifest, { say, stamp: nameOf(now) });
  say(`5. Done in ${seconds(since)}. Start the service; it brings an older schema up to date by itself.`);
  if (kept) say(`   When all is well, let the old database go: ${kept}`);
}

function refuseUnfit(/** @type {Place} */ place, /** @type {Manifest} */ { database, schema }) {
  if (database !== place.dialect)
    throw new Stop(
      `This backup is of ${database}, and DATABASE_URL names ${place.dialect}. Nothing was changed.`,
      BAD_BACKUP,
    );
  if (schema > place.known)
    throw new Stop(
      "This backup was made by a newer version of Debata. Install that version and restore with it. Nothing was changed.",
      BAD_BACKUP,
    );
}

const isSame = (/** @type {object} */ one, /** @type {object} */ other) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
const sum = (/** @type {Record<string, number>} */ rows) => Object.values(rows).reduce((a, b) => a + b, 0);

/** @typedef {{ checkOnly: boolean, say: Say, stamp: string }} Step */

async function restoreSqlite(
  /** @type {Place} */ { file },
  /** @type {string} */ folder,
  /** @type {Manifest} */ manifest,
  /** @type {Step} */ { checkOnly, say, stamp },
) {
  mkdirSync(dirname(file), { recursive: true });
  const prepared = `${file}.restoring-${stamp}`;
  try {
    copyFileSync(join(folder, DATABASE), prepared);
    onDisk(prepared);
    const found = await inspected(() => inspectSqlite(prepared));
    if (found.schema !== manifest.schema || !isSame(found.rows, manifest.rows))
      throw damaged("its rows are not those of its manifest");
    say(`2. The copy opens: ${sum(found.rows)} rows, all links between them hold.`);
    if (checkOnly) return undefined;
    const kept = exchange(file, prepared, `${file}.replaced-${stamp}`);
    say("3. Nobody has the database open.");
    say(kept ? `4. The old database lies beside: ${kept}. The new one is in its place.` : "4. It is in its place.");
    return kept;
  } catch (error) {
    throw explained(error, dirname(file));
  } finally {
    for (const rest of ["", "-wal", "-shm", "-journal"]) rmSync(prepared + rest, { force: true });
  }
}

async function restorePostgres(
  /** @type {Place} */ { url },
  /** @type {string} */ folder,
  /** @type {Manifest} */ manifest,
  /** @type {Step} */ { checkOnly, say, stamp },
) {
  const dump = join(folder, DUMP);
  const rows = await inspected(() => inspectDump(dump));
  if (!isSame(rows, manifest.rows)) throw damaged("its rows are not those of its manifest");
  say(`2. The dump can be read to its end: ${sum(rows)} rows.`);
  if (checkOnly) return undefined;
  await refuseUsed(url);
  say("3. Nobody is connected to the database.");
  const aside = await restoreDump(url, dump, manifest.rows, stamp);
  if (!aside) return void say("4. It is in its place.");
  say(`4. The old tables lie beside, in the schemas ${aside} and ${aside}_drizzle. The new ones are in their place.`);
  return `drop schema ${aside}, ${aside}_drizzle cascade;`;
}

async function inspected(/** @type {() => any} */ look) {
  try {
    return await look();
  } catch (error) {
    throw damaged(reasonOf(error));
  }
}

function explained(/** @type {unknown} */ error, /** @type {string} */ where) {
  if (error instanceof Stop) return error;
  const code = codeOf(error);
  if (code === "ENOSPC") return new Stop(`There is no room in ${where}. Nothing was changed.`);
  if (code === "EEXIST") return new Stop(`Somebody has just made a database in ${where}. Stop the service first.`, 3);
  return new Stop(`It could not be restored: ${reasonOf(error)}. The old database is where it was.`);
}

function restoreSecret(
  /** @type {Place} */ { givenSecret, secret, secretFile, dataDir },
  /** @type {string} */ folder,
  /** @type {Manifest} */ manifest,
  /** @type {{ say: Say, stamp: string }} */ { say, stamp },
) {
  const from = join(folder, SECRET);
  if (secret !== undefined && manifest.secret === fingerprintOf(secret))
    return say("   The secret is the same: links in letters go on.");
  if (givenSecret !== undefined || !existsSync(from))
    return say(
      "   Warning: the secret is not the one of this backup, so links in letters that were sent will not open. Set APP_SECRET to the one of then.",
    );
  mkdirSync(dataDir, { recursive: true });
  const half = `${secretFile}.restoring-${stamp}`;
  copyFileSync(from, half);
  chmodSync(half, 0o600);
  onDisk(half);
  if (fingerprintOf(readFileSync(half, "utf8")) !== manifest.secret) throw damaged("its secret is another one");
  // Only now: a start without any secret would make a new one, and every link would be dead.
  if (existsSync(secretFile)) renameSync(secretFile, `${secretFile}.replaced-${stamp}`);
  renameSync(half, secretFile);
  say("   The secret is that of the backup: links in letters open as before.");
}
