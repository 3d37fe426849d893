import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { log, withoutValues } from "~/platform/log.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Scope } from "~/platform/scope";
import { events } from "~db/schema";
import { withSight } from "~db/sight";
import { decideRetry } from "./rules";

export type RecordedEvent = typeof events.$inferSelect;

/** What a room does when something has happened. Runs inside one transaction together with the mark "delivered". */
export type Job = (scope: Scope, event: RecordedEvent) => Promise<void>;

/** Runs the jobs of events that wait. Returns how many there were. */
export async function deliverDueEvents(jobs: Readonly<Record<string, Job>>, now = new Date(), most = 50) {
  const due = await read
    .select()
    .from(events)
    .where(and(isNull(events.deliveredAt), or(lte(events.nextAttemptAt, now), isAheadOfClock(now))))
    .orderBy(asc(events.occurredAt))
    .limit(most);
  for (const event of due) {
    try {
      await withSight(() =>
        inTransaction(async () => {
          const [waiting] = await read
            .select({ id: events.id })
            .from(events)
            .where(and(eq(events.id, event.id), isNull(events.deliveredAt)));
          if (!waiting) return; // another server was faster
          await jobs[event.action]?.(mintScope(event.organizationId, "system"), event);
          await write.update(events).set({ deliveredAt: new Date(), failure: null }).where(eq(events.id, event.id));
        }),
      );
    } catch (error) {
      await postpone(event, error, now);
    }
  }
  return due.length;
}

/** Due at once, by a clock that was ahead and has been put right since: it would wait for as long as that was. */
const isAheadOfClock = (now: Date) =>
  and(eq(events.attempts, 0), gt(events.occurredAt, now), lte(events.nextAttemptAt, events.occurredAt));

/** A job that fails again and again stays in the table for a person to see, but no longer stands in the way. */
async function postpone(event: RecordedEvent, error: unknown, now: Date) {
  const attempts = event.attempts + 1;
  const { status, nextAttemptAt } = decideRetry(attempts, false, now);
  log.error({ action: event.action, attempts, error: withoutValues(error) }, "a job has failed");
  await inTransaction(async () => {
    await write
      .update(events)
      .set({
        attempts,
        failure: withoutValues(error),
        nextAttemptAt: status === "failed" ? null : nextAttemptAt,
      })
      .where(eq(events.id, event.id));
  });
}
