import { log, withoutValues } from "~/platform/log.server";
import { mintScope } from "~/platform/mint-scope.server";
import { warsawParts } from "~/platform/time";
import { withSight } from "~db/sight";
import { runDailyRetention } from "./commands.retention.server";
import { listUnitIds } from "./queries.retention.server";
import { RUN_HOUR } from "./rules.retention";

/** What the clock starts, once a day for each unit however many processes ask. */
export async function workRetention(now = new Date()) {
  if (warsawParts(now).hour < RUN_HOUR) return;
  for (const { id } of await listUnitIds()) {
    try {
      await withSight(() => runDailyRetention(mintScope(id, "system"), now));
    } catch (error) {
      log.error({ unit: id, error: withoutValues(error) }, "retention has stumbled; it goes on at the next look");
    }
  }
}
