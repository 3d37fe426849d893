// Kills the process in the middle of a run of reminders, again and again, and counts what arrived: on SQLite and on a
// PostgreSQL server of its own. A planted fault has to be seen.
import { faultsOf, killReminders } from "../lib/kill-reminders.mjs";
import { startPostgres } from "../lib/postgres.mjs";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const [letters, kills] = quick ? [200, 6] : [5000, 12];
  const postgres = await startPostgres();
  if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = { letters };
  try {
    for (const [database, databaseUrl] of /** @type {const} */ ([
      ["SQLite", undefined],
      ["PostgreSQL", postgres.url],
    ])) {
      const result = await killReminders({ letters, kills, databaseUrl });
      faults.push(...faultsOf(result, letters).map((fault) => `${database}: ${fault}`));
      figures[`${database}: killed while writing`] = result.killed.writing;
      figures[`${database}: while sending`] = result.killed.sending;
      figures[`${database}: deliveries`] = result.deliveries;
    }
  } finally {
    postgres.stop();
  }
  const planted = faultsOf(await killReminders({ letters: 200, kills: 6, plant: true }), 200);
  figures["planted fault"] = planted.length > 0 ? "seen" : "not seen";
  if (planted.length === 0) faults.push("A Message-ID for each delivery was not seen");
  return { faults, figures };
}
