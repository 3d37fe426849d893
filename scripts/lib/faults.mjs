// All faults of a database, and jumps of the clock, on SQLite and on PostgreSQL, against what was built last.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { jumpClocks } from "./clock-jumps.mjs";
import {
  aFolder,
  busyFor,
  controls,
  diskFull,
  lostOf,
  openSubject,
  postgresFaults,
  smallDisk,
  suffer,
} from "./database-faults.mjs";
import { startPostgres } from "./postgres.mjs";

/** @param {{ quick: boolean }} asked */
export async function sufferAll({ quick }) {
  const rounds = quick ? 1 : 3;
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  /** What has to go away again, the latest first, also when somebody ends the campaign. @type {(() => unknown)[]} */
  const undone = [];
  const undo = () => {
    for (const step of undone.splice(0).reverse())
      try {
        step();
      } catch (error) {
        console.warn(`Left behind: ${error}`);
      }
  };
  const leave = () => {
    undo();
    process.exit(1);
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.once(signal, leave);
  try {
    const disk = smallDisk(64);
    undone.push(disk.unmount);
    figures["own disk"] = disk.isMounted ? "tmpfs of 64 MB" : "mounting is not allowed: a full disk was not tried";
    const postgres = await startPostgres();
    if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
    undone.push(postgres.stop);
    const folder = aFolder();
    undone.push(() => rmSync(folder, { recursive: true, force: true }));
    const onFile = { folder: disk.folder, databaseUrl: `sqlite:${join(disk.folder, "debata.db")}` };
    const ofFile = [...(quick ? [1000] : [1000, 4000, 8000]).map(busyFor), ...(disk.isMounted ? [diskFull] : [])];
    const onServer = { folder, databaseUrl: postgres.url, postgres };
    for (const [name, place, list] of /** @type {const} */ ([
      ["SQLite", onFile, ofFile],
      ["PostgreSQL", onServer, quick ? postgresFaults.slice(0, 2) : postgresFaults],
    ])) {
      const subject = await openSubject(place);
      undone.push(subject.kill);
      if (name === "SQLite") faults.push(...(await controls(subject, place)));
      for (const fault of list) {
        let [saved, trouble, reads, slowest] = [0, 0, 0, 0];
        for (let round = 0; round < rounds; round++) {
          const { faults: found, seen, recoveredMs } = await suffer(subject, place, fault);
          faults.push(...found.map((words) => `${name}: ${words}`));
          [saved, trouble, reads] = [saved + seen.saved, trouble + seen.trouble, reads + seen.reads];
          slowest = Math.max(slowest, recoveredMs);
        }
        const figure = `${saved} saved, ${trouble} told to come again, ${reads} of ${rounds} pages, well after ${(slowest / 1000).toFixed(1)} s;`;
        figures[`${name}, ${fault.name}:`] = figure;
        console.log(`${name}, ${fault.name}: ${figure}`);
      }
      faults.push(...(await lostOf(subject)).map((words) => `${name}: ${words}`));
      figures[`${name}: acknowledged`] = subject.acknowledged.length;
      subject.kill();
      const jumped = await jumpClocks(place, quick ? [6, 0] : Array(rounds).fill([0, 6, -3, 0, 30, 0]).flat());
      faults.push(...jumped.faults.map((words) => `${name}: ${words}`));
      figures[`${name}, the clock jumps by up to ${quick ? 6 : 33} h:`] = `${jumped.letters} letters, each once;`;
    }
  } finally {
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.removeListener(signal, leave);
    undo();
  }
  return { faults, figures };
}
