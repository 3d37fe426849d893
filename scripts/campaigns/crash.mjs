// Kills the built server at random moments while many people write, on SQLite and on a PostgreSQL server: every form that
// was answered is there once, and nothing is there twice. Two planted faults have to be seen.
//   npm run campaign -- crash [--quick] [SQLite|PostgreSQL] [kills writes]
import { ensureBuilt } from "../lib/build.mjs";
import { crash } from "../lib/crash.mjs";
import { startPostgres } from "../lib/postgres.mjs";

/** For each database, however busy the machine is. */
const MINUTES = 60;

/** @param {{ quick: boolean, words: string[] }} asked */
export async function run({ quick, words }) {
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(built.output);
  const [kills, writes] = numbersIn(words) ?? (quick ? [4, 300] : [220, 22_000]);
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, string | number>} */
  const figures = {};
  const only = words.find((word) => /^(SQLite|PostgreSQL)$/.test(word));
  for (const database of ["SQLite", "PostgreSQL"]) {
    if (only && only !== database) continue;
    const postgres = database === "PostgreSQL" ? await startPostgres() : undefined;
    if (database === "PostgreSQL" && !postgres)
      throw new Error("initdb is not installed: this needs a PostgreSQL server");
    try {
      const tell = (/** @type {string} */ line) => console.log(`  ${database}: ${line}`);
      const result = await crash({ kills, writes, databaseUrl: postgres?.url, minutes: MINUTES, tell });
      faults.push(...[...result.faults, ...result.slowDrains].map((fault) => `${database}: ${fault}`));
      const { random, checkpoint, SIGTERM } = result.killed;
      figures[`${database}: kill -9`] = random + checkpoint;
      if (!postgres) figures[`${database}: of these in a checkpoint`] = checkpoint;
      figures[`${database}: SIGTERM`] = SIGTERM;
      figures[`${database}: slowest drain, ms`] = result.slowestDrain;
      figures[`${database}: acknowledged writes`] = result.acknowledged;
      figures[`${database}: sent again`] = result.retries + result.repeated;
      figures[`${database}: lost`] = result.lost;
      figures[`${database}: doubled`] = result.doubled;
    } finally {
      postgres?.stop();
    }
  }
  for (const plant of only === "PostgreSQL"
    ? []
    : /** @type {const} */ (["answer before the commit", "no key check"])) {
    const { faults: seen } = await crash({ kills: 6, writes: 600, plant });
    figures[`planted „${plant}”`] = seen.length > 0 ? "seen" : "not seen";
    if (seen.length === 0) faults.push(`The planted fault „${plant}” was not seen`);
  }
  return { faults, figures };
}

function numbersIn(/** @type {string[]} */ words) {
  const [kills, writes] = words.map(Number).filter((number) => number > 0);
  return kills && writes ? /** @type {const} */ ([kills, writes]) : undefined;
}
