// The built service while its database is in trouble, on SQLite and on PostgreSQL: see scripts/lib/database-faults.mjs;
// and while its clock jumps: scripts/lib/clock-jumps.mjs. The quick form leaves out what takes long by itself.
// A service that answers a form with 500, forgets it or loses it, has to be seen. The quick form of a full and of a
// read-only SQLite, and of every code of an error, is tests/routes/trouble.test.ts.

import { ensureBuilt } from "../lib/build.mjs";
import { sufferAll } from "../lib/faults.mjs";

/** @param {{ quick: boolean }} asked */
export async function run({ quick }) {
  const built = await ensureBuilt();
  if (!built.ok) throw new Error(built.output);
  return sufferAll({ quick });
}
