import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { repeatDismissals } from "~db/schema";
import { listRaisedRepeats, nameOf, type RepeatKey } from "./queries.repeats.server";

/** Somebody has dealt with a problem that repeats, and says how; the next motion about it raises it again. */
export function dismissRepeat(scope: Scope, key: RepeatKey, note: string, now = new Date()) {
  return inTransaction(async () => {
    const group = (await listRaisedRepeats(scope, now)).find((one) => nameOf(one) === nameOf(key));
    if (!group) return refuse("not_raised");
    const row = { note, actor: scope.actor, at: now };
    await write
      .insert(repeatDismissals)
      .values({ ...key, ...row, organizationId: scope.organizationId })
      .onConflictDoUpdate({
        target: [repeatDismissals.organizationId, repeatDismissals.category, repeatDismissals.placeKey],
        set: row,
      });
    const data = { place: group.place };
    await recordEvent(scope, { action: "repeat_dismissed", subjectId: nameOf(key), data }, now);
    return allow({ many: group.many });
  });
}
