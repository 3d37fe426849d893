import { changeItem } from "~/domain/agenda/commands.server";
import { listItems } from "~/domain/agenda/queries.server";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { captureMotion } from "~/domain/motions/commands.server";
import { titleOf } from "~/domain/motions/rules.referral";
import type { Capture } from "~/domain/motions/schema";
import { giveTask } from "~/domain/tasks/commands.server";
import { inTransaction } from "~/platform/db.server";
import { termEnd } from "~/platform/deadlines";
import { allow, type Outcome } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { type CalendarDate, warsawDate } from "~/platform/time";
import { decideEnd, decideFinish, decideStart, type ItemChange, type LiveRefusal, stateOf } from "./rules";

type Decide = typeof decideStart;

/** Begins an item and ends the one that runs. The minutes read these times. */
export const startItem = (scope: Scope, debateId: string, id: string, now = new Date()) =>
  changeItems(scope, debateId, id, decideStart, "agenda_item_started", now);

export const finishItem = (scope: Scope, debateId: string, id: string, now = new Date()) =>
  changeItems(scope, debateId, id, decideFinish, "agenda_item_finished", now);

function changeItems(
  scope: Scope,
  debateId: string,
  id: string,
  decide: Decide,
  action: string,
  now: Date,
): Promise<Outcome<{ id: string }, LiveRefusal>> {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const items = await listItems(scope, debateId);
    const decision = decide(status, items, id, now);
    if (!decision.ok) return decision;
    for (const change of decision.value) await apply(scope, change);
    const title = items.find((item) => item.id === id)?.title ?? "";
    await recordEvent(scope, { action, subjectId: id, debateId, data: { title } }, now);
    return allow({ id });
  });
}

const apply = async (scope: Scope, { id, ...columns }: ItemChange) => void (await changeItem(scope, id, columns));

/** The debate is held, and the item that runs is over. */
export function endEvening(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    const held = await holdDebate(scope, debateId, now);
    if (!held.ok) return held;
    const { endsAt } = await getDebate(scope, debateId);
    for (const change of decideEnd(await listItems(scope, debateId), endsAt, now)) await apply(scope, change);
    return held;
  });
}

export type HallMotion = Capture & {
  /** Somebody in the room takes it on at once. */
  ownerBodyId?: string | null;
  dueOn?: CalendarDate | null;
  policeOnly?: boolean;
};

/** Writes down what was said in the hall, under the item that runs; with an owner it becomes a task in the same step. */
export function captureInHall(scope: Scope, debateId: string, value: HallMotion, now = new Date()) {
  const { ownerBodyId, dueOn, policeOnly, ...motion } = value;
  return inTransaction(async () => {
    const running = (await listItems(scope, debateId)).find((item) => stateOf(item) === "running");
    const captured = await captureMotion(
      scope,
      debateId,
      { channel: "hall", agendaItemId: running?.id ?? null, ...motion },
      now,
    );
    if (!captured.ok) return captured;
    const { id } = captured.value;
    if (policeOnly) await keepForPolice(scope, id, { reason: "" }, now);
    else if (ownerBodyId)
      await giveTask(
        scope,
        debateId,
        {
          motionIds: [id],
          title: titleOf({ textPublic: motion.text }),
          ownerBodyId,
          dueOn: dueOn ?? termEnd("commitment", warsawDate(now)),
          dueBasis: "commitment",
        },
        now,
      );
    return captured;
  });
}
