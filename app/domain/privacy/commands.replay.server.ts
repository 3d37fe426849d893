import { and, eq, ne } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { motions } from "~db/schema";
import { erasePerson, personHash } from "./commands.person.server";
import { columnsBy, OWNED, tableCalled } from "./queries.person.server";
import { columnsOf } from "./rules.registry";

const ADDRESSES = ["email", "authorEmail", "recipientEmail"];

/**
 * After an older copy of the database has come back: erases again whoever has been erased since. The list knows hashes
 * only, so every address that the unit has is hashed and compared. Gives how many people.
 */
export async function replayErasures(scope: Scope, hashes: readonly string[], now = new Date()) {
  const wanted = new Set(hashes);
  let done = 0;
  for (const email of await listAddresses(scope)) {
    if (!wanted.has(personHash({ emails: [email], motionIds: [], registrationIds: [] }))) continue;
    if ((await erasePerson(scope, { email }, now)).ok) done++;
  }
  const mine = and(eq(motions.organizationId, scope.organizationId), ne(motions.authorName, ""));
  for (const { id } of await read.select({ id: motions.id }).from(motions).where(mine)) {
    if (!wanted.has(personHash({ emails: [], motionIds: [id], registrationIds: [] }))) continue;
    if ((await erasePerson(scope, { motionId: id }, now)).ok) done++;
  }
  return done;
}

async function listAddresses({ organizationId }: Scope) {
  const tables = [...new Set(OWNED.filter(({ stays }) => !stays).map(({ table }) => table))];
  const found = new Set<string>();
  for (const table of tables) {
    for (const name of columnsOf(table, "own").filter((column) => ADDRESSES.includes(column))) {
      const column = columnsBy(table)[name];
      if (!column) continue;
      const owner = tableCalled(table).organizationId;
      const rows = await read
        .selectDistinct({ email: column })
        .from(tableCalled(table))
        .where(and(eq(owner, organizationId), ne(column, "")));
      for (const { email } of rows) found.add(String(email).toLowerCase());
    }
  }
  return found;
}
