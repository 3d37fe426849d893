// The fire drill on both databases: backup under writers, kill, restore into an empty place, everything there. A restore
// that loses the secret has to be seen.
import { ensureBuilt } from "../lib/build.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { restoreDrill } from "../lib/restore-drill.mjs";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const wanted = quick ? { rows: 2000, posts: 30 } : { rows: 300_000, posts: 600 };
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(built.output);
  const postgres = await startPostgres();
  if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  try {
    for (const [name, more] of /** @type {const} */ ([
      ["SQLite", {}],
      ["PostgreSQL", { server: postgres.url }],
    ])) {
      const result = await restoreDrill({ ...wanted, ...more });
      faults.push(...result.faults.map((fault) => `${name}: ${fault}`));
      figures[`${name}: rows`] = result.total;
      figures[`${name}: acknowledged before the backup`] = result.before;
      figures[`${name}: during it`] = result.during;
      figures[`${name}: restored in`] = `${(result.restoreMs / 1000).toFixed(1)} s`;
      figures[`${name}: ready after`] = `${(result.startMs / 1000).toFixed(1)} s`;
    }
  } finally {
    postgres.stop();
  }
  const planted = await restoreDrill({ rows: 100, posts: 10, plant: true });
  figures["a lost secret"] = planted.faults.length > 0 ? "seen" : "not seen";
  if (planted.faults.length === 0) faults.push("A restore that had lost the secret was not seen");
  return { faults, figures };
}
