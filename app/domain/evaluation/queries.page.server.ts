import { numberOf } from "~/domain/debates/messages.pl";
import { type Debate, getDebate } from "~/domain/debates/queries.server";
import { messages as taskMessages } from "~/domain/tasks/messages.pl";
import { listCarried, listUnfinished } from "~/domain/tasks/queries.carry.server";
import { suggestDeadlines } from "~/platform/deadlines";
import type { Scope } from "~/platform/scope";
import { formatShort, warsawDate, warsawTime } from "~/platform/time";
import { messages } from "./messages.pl";
import { findEvaluation, listEarlierMotions, listPromises } from "./queries.server";
import { planEvaluation } from "./rules";

/** What the form shows before anything is made: the agenda to be, a day within the usual window, the same hall. */
export async function loadPlan(scope: Scope, debate: Debate) {
  const { startsAt, evaluationOn, venueName, venueAddress, chair, status } = debate;
  const existing = await findEvaluation(scope, debate.id);
  const promises = await listPromises(scope, debate.id);
  const { earliest, latest, suggested } = suggestDeadlines(warsawDate(startsAt)).evaluation;
  const wasHeld = status === "held" || status === "closed";
  return {
    items: planEvaluation(promises, chair, messages.wording),
    range: `${formatShort(earliest)}–${formatShort(latest)}`,
    refusal: wasHeld ? (promises.length === 0 ? ("no_tasks" as const) : undefined) : ("not_held" as const),
    existing: existing && { id: existing.id, number: numberOf(existing) },
    suggested: {
      startsOn: formatShort(evaluationOn ?? suggested),
      startsTime: warsawTime(startsAt),
      venueName,
      venueAddress,
    },
  };
}

/** The table of the evening; tasks that were passed on speak through the one that followed. */
export async function loadReports(scope: Scope, evaluatesDebateId: string) {
  const { number, year } = await getDebate(scope, evaluatesDebateId);
  const rows = await listEarlierMotions(scope, evaluatesDebateId);
  return {
    earlier: { number, year },
    motions: rows.map(({ id, number, place, text, sensitivity, reportText, hallVerdict, version, tasks }) => ({
      id,
      number,
      place,
      text,
      sensitivity,
      reportText,
      hallVerdict,
      version,
      tasks: tasks
        .filter(({ state }) => state !== "transferred")
        .map(({ body, state, result }) => ({ body, state: taskMessages.states[state], result })),
    })),
  };
}

/** Promises that nobody has kept yet, and those that this evening has already taken over. */
export async function loadCarry(scope: Scope, { id, status, evaluatesDebateId }: Debate) {
  if (!evaluatesDebateId) return null;
  const [open, taken] = await Promise.all([listUnfinished(scope, evaluatesDebateId, id), listCarried(scope, id)]);
  return {
    mayFinish: status === "live" || status === "held" || status === "closed",
    taken: taken.map(({ number }) => number),
    rows: open.map(({ id: taskId, number, title, ownerName, state, dueOn, internal }) => ({
      ...{ taskId, number, title, ownerName, dueOn, internal },
      state: taskMessages.states[state],
    })),
  };
}
export type Carry = NonNullable<Awaited<ReturnType<typeof loadCarry>>>;
