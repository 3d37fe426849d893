import { constraintOf } from "~db/errors";
import { demoDays } from "./demo/days.server";
import { loadDemo } from "./demo/load.server";
import { keepLogins, newPassword, readLogins } from "./demo/logins.server";
import { scenarios } from "./demo/scenarios.server";
import { listUnits } from "./domain/organizations/queries.server";
import { config } from "./platform/config.server";
import { hashPassword } from "./platform/password.server";

type Whole = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Before the service answers: an empty database gets the demo, if it is wanted. `whole` makes one transaction of it,
 * so that a load which fails leaves nothing behind and two servers that start at once load it once. Returns what is
 * to be printed: the demo's logins, as long as the demo is there.
 */
export async function prepareDemo(whole: Whole, now = new Date()): Promise<string[]> {
  if (config.demo === "off") return [];
  const password = newPassword();
  // Hashed before the transaction, which it would hold up.
  const passwordHash = await hashPassword(password);
  const days = demoDays(now);
  const load = () =>
    whole(async () => {
      const units = await listUnits();
      if (units.length === 0) await loadDemo(passwordHash, days);
      return units.map(({ slug }) => slug);
    });
  // Of servers that start at once on PostgreSQL the slower ones meet the names of the first, and find its demo then.
  const found = await load().catch((error) => (constraintOf(error) === "unique" ? load() : Promise.reject(error)));
  // Outside, because of two servers one loads for nothing, and its password opens no account.
  if (found.length === 0) return keepLogins(scenarios(days), password);
  return scenarios(days).some(({ unit }) => found.includes(unit.slug)) ? readLogins() : [];
}
