import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePostgres } from "~db/migrate";
import pg, { pictureOf } from "./pglite-as-pg";

/**
 * Once for all files: the engine as it is after the real migrations. Beginning from this picture takes a fifth of the
 * time that every file would need to make the same again.
 */
export default async function setup() {
  const pool = new pg.Pool();
  await migratePostgres(pool as unknown as Parameters<typeof migratePostgres>[0]);
  const folder = mkdtempSync(join(tmpdir(), "debata-pglite-"));
  const file = join(folder, "picture.tar");
  writeFileSync(file, await pictureOf());
  await pool.end();
  process.env.PGLITE_PICTURE = file; // the workers, which begin later, inherit it
  return () => rmSync(folder, { recursive: true });
}
