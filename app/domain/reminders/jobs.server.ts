import { log, withoutValues } from "~/platform/log.server";
import { mintScope } from "~/platform/mint-scope.server";
import { isQuiet } from "~/platform/quiet-hours";
import { warsawDate } from "~/platform/time";
import { withSight } from "~db/sight";
import { runDigest } from "./commands.digest.server";
import { runReminders } from "./commands.server";
import { listUnitsToRemind } from "./queries.server";
import { mondayOf } from "./rules";

/** What the clock starts: every unit that still has a run before it today. One question when there is none. */
export async function workReminders(now = new Date()) {
  if (isQuiet(now)) return;
  const day = warsawDate(now);
  for (const unit of await listUnitsToRemind(day, mondayOf(day))) {
    try {
      await withSight(async () => {
        const scope = mintScope(unit, "system");
        await runReminders(scope, now);
        await runDigest(scope, now);
      });
    } catch (error) {
      log.error({ unit, error: withoutValues(error) }, "a run of reminders has stumbled; it goes on at the next look");
    }
  }
}
