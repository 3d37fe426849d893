// Writes one row after another through the product's own database layer, and says each number when it is acknowledged.
// Bundled by whoever starts it: scripts/lib/trace-writes.mjs looks at its system calls, scripts/lib/kill-migrations.mjs
// and scripts/lib/database-faults.mjs end it or take its disk away.
//   write <n> | migrate | settings
import { writeSync } from "node:fs";
import type BetterSqlite3 from "better-sqlite3";
import { sql } from "drizzle-orm";
import { connect } from "~db/connect";
import { organizations } from "~db/schema";

const [mode, many = "0"] = process.argv.slice(2);
const say = (words: string) => writeSync(1, `${words}\n`);
const database = await connect();
if (process.env.PLANT === "normal")
  (database as unknown as { writer: BetterSqlite3.Database }).writer.pragma("synchronous = NORMAL");

say("begun");
await database.migrate();
say("migrated");
if (mode === "write")
  for (let no = 1; no <= Number(many); no++) {
    const id = `w${process.pid}-${no}`;
    await database.transaction(
      async (queries) => void (await queries.insert(organizations).values({ id, slug: id, name: id, shortName: id })),
    );
    say(`acknowledged ${id}`);
  }
if (mode === "settings")
  await database.transaction(async (queries) => {
    const { rows } = await (queries as unknown as Raw).execute(sql`show synchronous_commit`);
    say(`synchronous_commit ${rows[0]?.synchronous_commit}`);
  });
await database.close();

type Raw = { execute(statement: unknown): Promise<{ rows: Record<string, string>[] }> };
