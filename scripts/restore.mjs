// npm run restore -- <backup>: puts a backup in the place of the database, and keeps the old one beside.
import "./lib/node-version.mjs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { main, Stop } = await import("./lib/progress.mjs");
const { placeOf } = await import("./lib/backup/place.mjs");
const { chooseBackup, restoreBackup } = await import("./lib/backup/restore.mjs");

const USAGE = `Puts a backup in the place of the database. Stop the service first; the old database is kept beside.
  npm run restore -- latest              the newest of BACKUP_DIR (DATA_DIR/backups unless set)
  npm run restore -- <folder or name>    this one
  npm run restore -- <…> --check         only looks whether it could be restored
It reads the service's own settings: DATABASE_URL, DATA_DIR, APP_SECRET.
Exit codes: 0 restored, 1 failed, 2 wrong use, 3 the service is running, 4 damaged, newer, or of another database.
After each code but 0 the old database is in its place, unchanged.`;

await main(async () => {
  const { values, positionals, wrong } = read();
  if (values?.help) return console.log(USAGE);
  if (!values || positionals.length > 1) throw new Stop(`${wrong ?? "One backup at a time."}\n\n${USAGE}`, 2);
  const place = placeOf(process.env);
  await restoreBackup(place, chooseBackup(place, positionals[0]), { checkOnly: values.check });
});

function read() {
  try {
    const options = /** @type {const} */ ({ check: { type: "boolean" }, help: { type: "boolean" } });
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return { positionals: [], wrong: error instanceof Error ? error.message : String(error) };
  }
}
