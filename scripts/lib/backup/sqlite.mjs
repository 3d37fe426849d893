import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Stop } from "../progress.mjs";
import { codeOf, reasonOf } from "./place.mjs";

export const DATABASE = "database.sqlite";
export const RUNNING = 3;
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the database while others write to it. All pages in one step, which is one snapshot: a copy in small steps
 * begins anew each time another process has written, and under steady writing never ends. Writers do not wait for it.
 */
export async function copySqlite(/** @type {string} */ file, /** @type {string} */ to) {
  const source = new BetterSqlite3(file, { fileMustExist: true, readonly: true, timeout: 10_000 });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(to);
  copy.pragma("journal_mode = DELETE"); // one file, and not a log beside it that somebody forgets
  copy.close();
  onDisk(to);
}

/** Opens a copy and looks at all of it. Throws what is wrong with it as a sentence. */
export function inspectSqlite(/** @type {string} */ file) {
  const copy = new BetterSqlite3(file, { fileMustExist: true, readonly: true });
  try {
    const ask = (/** @type {string} */ text) => /** @type {any[]} */ (copy.prepare(text).all());
    const faults = ask("pragma integrity_check").map((row) => row.integrity_check);
    if (faults.join() !== "ok") throw new Error(`integrity_check says: ${faults[0]}`);
    const loose = ask("pragma foreign_key_check");
    if (loose.length > 0) throw new Error(`${loose.length} rows refer to rows that are not there`);
    const tables = ask(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    );
    if (!tables.some(({ name }) => name === "__drizzle_migrations")) throw new Error("it is no database of Debata");
    const count = (/** @type {string} */ name) => ask(`select count(*) as n from "${name}"`)[0].n;
    /** @type {Record<string, number>} */
    const rows = Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
    return { schema: Number(ask("select max(created_at) as newest from __drizzle_migrations")[0].newest), rows };
  } finally {
    copy.close();
  }
}

/**
 * Puts `prepared` in the place of `file`, and keeps the old one as `kept`. At no moment is there no database at `file`,
 * and none that is half there. Refuses when anybody has the database open: an open connection holds a lock of the
 * kernel, which ends with its process, however that ends.
 */
export function exchange(/** @type {string} */ file, /** @type {string} */ prepared, /** @type {string} */ kept) {
  if (!existsSync(file)) {
    for (const rest of ["-wal", "-shm", "-journal"]) rmSync(`${file}${rest}`, { force: true }); // of a file that is gone
    linkSync(prepared, file); // and not rename: whoever has made one meanwhile keeps it, and we hear EEXIST
    rmSync(prepared);
    onDisk(dirname(file));
    return undefined;
  }
  const lock = lockWhole(file);
  try {
    if (lock) {
      linkSync(file, kept);
      rmSync(`${file}-shm`, { force: true });
    } else for (const rest of ["", "-wal", "-shm"]) if (existsSync(file + rest)) renameSync(file + rest, kept + rest);
    renameSync(prepared, file);
    onDisk(dirname(file));
  } finally {
    lock?.close();
  }
  return kept;
}

/** Nobody else reads or writes from here on. Undefined when the file is so damaged that it cannot be locked. */
function lockWhole(/** @type {string} */ file) {
  const connection = new BetterSqlite3(file, { fileMustExist: true, timeout: 500 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("begin exclusive; commit"); // takes back what a killed process had left in its log
    connection.pragma("journal_mode = DELETE"); // what was in the log is in the file now
    connection.exec("begin exclusive; commit");
    return connection;
  } catch (error) {
    connection.close();
    if (codeOf(error).startsWith("SQLITE_BUSY") || isLocked(file))
      throw new Stop(
        `The service is running: a process has ${file} open. Stop it (and its timers) first; nothing was changed.`,
        RUNNING,
      );
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) return undefined;
    throw new Stop(`${file} cannot be opened: ${reasonOf(error)}. Nothing was changed.`);
  }
}

/** A damaged file says NOTADB before it says BUSY, so the kernel is asked. */
function isLocked(/** @type {string} */ file) {
  if (!existsSync("/proc/locks")) return false;
  const { ino } = statSync(file);
  return readFileSync("/proc/locks", "utf8").includes(`:${ino} `);
}

/** Written and there after the power has gone; of a folder: the names in it. */
export function onDisk(/** @type {string} */ path) {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
