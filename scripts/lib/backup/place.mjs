// Where things are, by the same settings as the service's own (app/platform/config.server.ts, db/dialect.ts).
import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {ReturnType<typeof placeOf>} Place */

export function placeOf(/** @type {Record<string, string | undefined>} */ env) {
  const url = env.DATABASE_URL ?? "sqlite:data/debata.db";
  const dataDir = env.DATA_DIR || "data";
  const dialect = /** @type {"sqlite" | "postgres"} */ (url.startsWith("postgres") ? "postgres" : "sqlite");
  const secretFile = join(dataDir, "secret");
  const migrations = `db/migrations/${dialect}/meta/_journal.json`;
  return {
    ...{ url, dialect, dataDir, secretFile },
    file: url.replace(/^sqlite:/, ""),
    backups: env.BACKUP_DIR || join(dataDir, "backups"),
    /** Given by the environment, it is kept wherever the operator keeps his settings, and not in a backup. */
    givenSecret: env.APP_SECRET,
    secret: env.APP_SECRET ?? (existsSync(secretFile) ? readFileSync(secretFile, "utf8") : undefined),
    /** The newest migration that this program knows. */
    known: newestOf(JSON.parse(readFileSync(migrations, "utf8"))),
  };
}

const newestOf = (/** @type {{ entries: { when: number }[] }} */ { entries }) =>
  Math.max(0, ...entries.map(({ when }) => when));

/** Tells one secret from another without telling it. */
export const fingerprintOf = (/** @type {string} */ secret) =>
  createHmac("sha256", secret).update("debata: which secret is this").digest("hex").slice(0, 32);

/** What it was that the operating system or the driver did not like, without our own words about it. */
export const reasonOf = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));

export const codeOf = (/** @type {unknown} */ error) =>
  error instanceof Error && "code" in error ? String(error.code) : "";
