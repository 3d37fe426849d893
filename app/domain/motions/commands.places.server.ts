import { and, asc, eq, gt, ne } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { placeKeyOf } from "~/platform/places";
import { motions } from "~db/schema";

const BATCH = 200;

/**
 * Motions of before places were compared get their key, once at the start of the service and for all units; places
 * that have none, like „całe miasto”, are looked at again. Returns how many were written.
 */
export async function fillPlaceKeys() {
  let written = 0;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const batch: { last: string | undefined; many: number } = await fillBatch(after);
    written += batch.many;
    after = batch.last;
  }
  return written;
}

/** A transaction for each batch, so that nobody waits long; `last` is where the next one goes on. */
const fillBatch = (after: string) =>
  inTransaction(async () => {
    const rows = await read
      .select({ id: motions.id, place: motions.place })
      .from(motions)
      .where(and(gt(motions.id, after), eq(motions.placeKey, ""), ne(motions.place, "")))
      .orderBy(asc(motions.id))
      .limit(BATCH);
    const keys = rows.map(({ id, place }) => ({ id, placeKey: placeKeyOf(place) })).filter(({ placeKey }) => placeKey);
    for (const { id, placeKey } of keys) await write.update(motions).set({ placeKey }).where(eq(motions.id, id));
    return { last: rows.length < BATCH ? undefined : rows.at(-1)?.id, many: keys.length };
  });
