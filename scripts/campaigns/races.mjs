// Sixty at once for one seat, again and again, and for everything else that only one may have; on SQLite, and on a
// PostgreSQL server with two processes of the product. Planted faults have to be seen on each.
//   npm run campaign -- races [--quick] [rounds full-rounds]
import { ensureBuilt } from "../lib/build.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { races } from "../lib/races.mjs";

/** @param {{ quick: boolean, words: string[] }} asked */
export async function run({ quick, words }) {
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(built.output);
  const [rounds = quick ? 3 : 100, full = quick ? 1 : 20] = words.map(Number).filter((number) => number > 0);
  const postgres = await startPostgres();
  if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = { "at once": 60, rounds, "full rounds": full };
  try {
    for (const [database, databaseUrl, plant] of /** @type {const} */ ([
      ["SQLite", undefined, "missing condition"],
      ["PostgreSQL, two processes", postgres.url, "lost update"],
    ])) {
      const result = await races({ rounds, full, databaseUrl });
      faults.push(...result.faults.map((fault) => `${database}: ${fault}`));
      figures[`${database}: posts`] = result.posts;
      figures[`${database}: oversold`] = result.oversold;
      const seen = await races({ rounds: 3, full: 0, databaseUrl: databaseUrl && (await postgres.another()), plant });
      figures[`${database}: planted „${plant}”`] = seen.faults.length > 0 ? "seen" : "not seen";
      if (seen.faults.length === 0) faults.push(`${database}: the planted fault „${plant}” was not seen`);
    }
  } finally {
    postgres.stop();
  }
  return { faults, figures };
}
