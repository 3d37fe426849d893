import { numberOf } from "~/domain/debates/messages.pl";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { carryTask } from "~/domain/tasks/commands.carry.server";
import { listUnfinished } from "~/domain/tasks/queries.carry.server";
import { inTransaction } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { CalendarDate } from "~db/vocabulary";
import { carry } from "./messages.pl";
import { decideFinish } from "./rules";

/** „Zamknij ewaluację”: what is still owed goes on, all of it or nothing, so that no promise is lost half-way. */
export function finishEvaluation(
  scope: Scope,
  debateId: string,
  chosen: readonly { taskId: string; dueOn: CalendarDate | null }[],
  now = new Date(),
) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    const open = debate.evaluatesDebateId ? await listUnfinished(scope, debate.evaluatesDebateId, debateId) : [];
    const decision = decideFinish(
      debate,
      open.map(({ id }) => id),
      chosen,
      now,
    );
    if (!decision.ok) return decision;
    const note = carry.note(numberOf(debate));
    for (const { taskId, dueOn } of chosen) {
      const carried = await carryTask(scope, taskId, { debateId, dueOn, note }, now);
      // Everything has been decided above; a refusal here would leave half of it done.
      if (!carried.ok) throw new Error(`A task cannot be carried on: ${carried.reason}`);
    }
    const data = { carried: chosen.length };
    await recordEvent(scope, { action: "evaluation_finished", subjectId: debateId, debateId, data }, now);
    return allow({ id: debateId });
  });
}
