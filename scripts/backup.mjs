// npm run backup: copies everything that is needed to start again elsewhere, while the service runs.
import "./lib/node-version.mjs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { main, Stop } = await import("./lib/progress.mjs");
const { placeOf } = await import("./lib/backup/place.mjs");
const { makeBackup } = await import("./lib/backup/backup.mjs");

const USAGE = `Makes a backup while the service runs, opens it to check it, and lets old ones go:
  npm run backup                  into BACKUP_DIR, which is DATA_DIR/backups unless set
  npm run backup -- --to <folder> into another folder
It reads the service's own settings: DATABASE_URL, DATA_DIR, APP_SECRET. Of all backups stay the newest of 7 days, of
5 weeks and of 12 months. A backup is a folder, readable by its owner only; copy it to another machine.
Exit codes: 0 made and checked, 1 not made, 2 wrong use.`;

await main(async () => {
  const { values, wrong } = read();
  if (values?.help) return console.log(USAGE);
  if (!values) throw new Stop(`${wrong}\n\n${USAGE}`, 2);
  await makeBackup(placeOf({ ...process.env, ...(values.to && { BACKUP_DIR: values.to }) }));
});

function read() {
  try {
    return parseArgs({ options: { to: { type: "string" }, help: { type: "boolean" } } });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
