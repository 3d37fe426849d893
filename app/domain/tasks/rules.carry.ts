import { allow, type Outcome, refuse } from "~/platform/outcome";
import { warsawDate } from "~/platform/time";
import type { CalendarDate, HallVerdict, TaskState } from "~db/vocabulary";

export type CarryRefusal = "carried_already" | "finished" | "carry_date_past";

const OVER: readonly TaskState[] = ["refused", "transferred"];

/**
 * Whether a promise goes on after the evening that reported on it: somebody still owes it, or it is said to be done and
 * the hall does not see it. What was refused with a reason, or passed on, goes on nowhere.
 */
export function goesOn(state: TaskState, verdicts: readonly (HallVerdict | null)[]): boolean {
  if (OVER.includes(state)) return false;
  return state !== "confirmed" || verdicts.some((verdict) => verdict === "partly" || verdict === "not_done");
}

/** Taken over as it is, or with another day that was agreed on in the hall. */
export function decideCarry(
  task: { goesOn: boolean; isCarried: boolean },
  dueOn: CalendarDate | null,
  now: Date,
): Outcome<true, CarryRefusal> {
  if (task.isCarried) return refuse("carried_already");
  if (!task.goesOn) return refuse("finished");
  return dueOn && dueOn < warsawDate(now) ? refuse("carry_date_past") : allow(true);
}
