// SIGTERM while everything is under way, on SQLite and on a PostgreSQL server. Two planted faults have to be seen.
//   npm run campaign -- drain [--quick]
import { ensureBuilt } from "../lib/build.mjs";
import { drain } from "../lib/drain.mjs";
import { startPostgres } from "../lib/postgres.mjs";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(built.output);
  const postgres = await startPostgres();
  if (!postgres) throw new Error("initdb is not installed: this campaign needs a PostgreSQL server");
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  try {
    for (const [database, databaseUrl] of /** @type {const} */ ([
      ["SQLite", undefined],
      ["PostgreSQL", postgres.url],
    ])) {
      let [slowest, slow] = [0, 0];
      const rounds = quick || databaseUrl ? 1 : 20;
      for (let i = 0; i < rounds; i++) {
        const result = await drain({ databaseUrl });
        faults.push(...result.faults.map((fault) => `${database}: ${fault}`));
        slowest = Math.max(slowest, result.ms);
        slow += Number(result.isSlow);
      }
      figures[`${database}: ends`] = rounds;
      figures[`${database}: slowest, ms`] = slowest;
      if (slow > 0) figures[`${database}: no time for a document`] = slow;
      if (slow === rounds) faults.push(`${database}: the machine had no time for a single end`);
    }
  } finally {
    postgres.stop();
  }
  const deaf = await drain({ deaf: true });
  faults.push(...deaf.faults.map((fault) => `a mail server that never answers: ${fault}`));
  figures["a mail server that never answers: ended after, ms"] = deaf.ms;
  for (const plant of /** @type {const} */ (["letters are not waited for", "streams are not closed"])) {
    const { faults: seen } = await drain({ plant });
    figures[`planted „${plant}”`] = seen.length > 0 ? "seen" : "not seen";
    if (seen.length === 0) faults.push(`The planted fault „${plant}” was not seen`);
  }
  return { faults, figures };
}
