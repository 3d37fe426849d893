import { queueMails } from "~/domain/history/commands.mail.server";
import { inTransaction } from "~/platform/db.server";
import { isQuiet } from "~/platform/quiet-hours";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { finishRun, lockRun, openRun } from "./commands.server";
import { digestMail } from "./mail.digest.server";
import { listDigest, listOrganizers } from "./queries.digest.server";
import { getReminderUnit } from "./queries.server";
import { mondayOf } from "./rules";

/**
 * On Monday at eight, or on the first working day after it, each organizer hears what waits this week: once for each
 * member and week, and not at all when there is nothing to say.
 */
export async function runDigest(scope: Scope, now = new Date()) {
  const day = warsawDate(now);
  const monday = mondayOf(day);
  const unit = await getReminderUnit(scope);
  if (isQuiet(now) || !unit.reminds) return undefined;
  const run = await openRun(scope, "digest", monday, now);
  if (run.finishedAt) return undefined;
  return inTransaction(async () => {
    await lockRun(scope, "digest", monday, now);
    const parts = await listDigest(scope, day);
    const readers = parts.length > 0 ? await listOrganizers(scope) : [];
    const fresh = await queueMails(
      scope,
      readers.map((reader) => digestMail(unit, reader, parts, day)),
      now,
    );
    return finishRun(scope, "digest", monday, now, fresh.length);
  });
}
