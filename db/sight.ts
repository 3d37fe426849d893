import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Which units the work under way may see, for the second lock (row security of PostgreSQL). A request begins with all
 * of them, because a gate has to find out whose link it was given; from then on it sees the units of its scopes only.
 * What runs outside of a request sees all.
 */
type Sight = { units: readonly string[] };
const sights = new AsyncLocalStorage<Sight | undefined>();

/** As PostgreSQL is told: ids parted by commas, nothing for all units. */
export const unitsInSight = () => sights.getStore()?.units.join() ?? "";

/** Work that narrows its sight as gates let it in. */
export const withSight = <T>(work: () => T): T => sights.run({ units: [] }, work);

/** A gate has opened: from here on this unit is in sight, and none without a gate of its own. */
export function noteUnit(id: string) {
  const sight = sights.getStore();
  if (sight && !sight.units.includes(id)) sight.units = [...sight.units, plain(id)];
}

/** The few questions that reach beyond a unit, each with its reason; `undefined` for all of them. */
export const seeing = <T>(ids: readonly string[] | undefined, work: () => T): T =>
  sights.run(ids && { units: ids.map(plain) }, work);

/** It stands inside a statement, so it has to be what our ids are. */
function plain(id: string) {
  if (!/^[\w-]{1,80}$/.test(id)) throw new Error("An id of a unit has letters, digits and dashes only");
  return id;
}
