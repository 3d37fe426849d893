import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { allow, type Outcome } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { debates } from "~db/schema";
import { changeDebate, placeAndTime } from "./commands.server";
import { type Debate, getDebate } from "./queries.server";
import type { DebateMove, MoveRefusal, Timing } from "./rules";
import {
  decideAnnouncement,
  decideCancellation,
  decideOpening,
  decidePostponement,
  decideProgress,
  decideRescheduling,
} from "./rules.moves";
import type { MoveValue } from "./schema";

export const announceDebate = (scope: Scope, id: string, now = new Date()) =>
  moveDebate(scope, id, "debate_announced", (debate) => decideAnnouncement(debate, now), now);

/** A postponed debate gets its new date and is announced again. */
export const rescheduleDebate = (scope: Scope, id: string, timing: Timing, now = new Date()) =>
  moveDebate(scope, id, "debate_rescheduled", (debate) => decideRescheduling(debate, timing, now), now);

/** With the new date, or without one yet. */
export const postponeDebate = (
  scope: Scope,
  id: string,
  value: Partial<Timing> & { reason: string },
  now = new Date(),
) => moveDebate(scope, id, "debate_postponed", (debate) => decidePostponement(debate, value, now), now);

export const cancelDebate = (scope: Scope, id: string, reason: string, now = new Date()) =>
  moveDebate(scope, id, "debate_cancelled", (debate) => decideCancellation(debate, reason, now), now);

export const openDebate = (scope: Scope, id: string, now = new Date(), isMeant = true) =>
  moveDebate(scope, id, "debate_opened", (debate) => decideOpening(debate, { now, isMeant }), now);

export const holdDebate = (scope: Scope, id: string, now = new Date()) =>
  moveDebate(scope, id, "debate_held", (debate) => decideProgress(debate, "hold", now), now);

export const closeDebate = (scope: Scope, id: string, now = new Date()) =>
  moveDebate(scope, id, "debate_closed", (debate) => decideProgress(debate, "close", now), now);

/** The same by name, for the page that asks once more. */
export function makeMove(scope: Scope, id: string, move: DebateMove, value: MoveValue, now = new Date()) {
  const { reason = "", startsAt, endsAt, early = false } = value;
  const timing = startsAt && endsAt ? { startsAt, endsAt } : undefined;
  if (move === "postpone") return postponeDebate(scope, id, { ...timing, reason }, now);
  if (move === "cancel") return cancelDebate(scope, id, reason, now);
  if (move === "reschedule" && timing) return rescheduleDebate(scope, id, timing, now);
  if (move === "open") return openDebate(scope, id, now, early);
  if (move === "hold") return holdDebate(scope, id, now);
  if (move === "close") return closeDebate(scope, id, now);
  return announceDebate(scope, id, now);
}

type Columns = Partial<typeof debates.$inferInsert>;

/** Guests have to hear of these, so a job waits for them. */
const TOLD = new Set(["debate_announced", "debate_rescheduled", "debate_postponed", "debate_cancelled"]);

function moveDebate(
  scope: Scope,
  id: string,
  action: string,
  decide: (debate: Debate) => Outcome<Columns, MoveRefusal>,
  now: Date,
) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, id);
    const decision = decide(debate);
    if (!decision.ok) return decision;
    const moved = { ...debate, ...decision.value, version: debate.version + 1 };
    await changeDebate(scope, id, { ...decision.value, version: moved.version });
    const data = TOLD.has(action)
      ? {
          ...placeAndTime(moved),
          reason: moved.statusReason,
          datePending: moved.datePending,
          previousStartsAt: debate.startsAt.toISOString(),
        }
      : undefined;
    await recordEvent(scope, { action, subjectId: id, debateId: id, job: TOLD.has(action), data }, now);
    return allow({ id });
  });
}
