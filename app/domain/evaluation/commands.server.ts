import { addAgendaItem, planDebate } from "~/domain/agenda/commands.server";
import { templateMinutes } from "~/domain/agenda/rules.templates";
import { changeDebate } from "~/domain/debates/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import { type DebatePlan, decidePlan } from "~/domain/debates/rules";
import { recordEvent } from "~/domain/history/commands.server";
import { invite } from "~/domain/invitations/commands.server";
import { reportMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { messages } from "./messages.pl";
import { findEvaluation, listEarlierMotions, listPromises, listReporters } from "./queries.server";
import { decideReport, hasBegun, lengthOf, planEvaluation } from "./rules";
import type { MotionReport } from "./schema";

const MINUTE_MS = 60_000;

/** The initiating debate of the same evening: minutes after the end of the evaluation, and its topic. */
type PairPlan = { after: number; topic?: string };

/** When and where; what is left out is taken over from the earlier debate. */
export type EvaluationPlan = { startsAt: Date; pair?: PairPlan | null } & Partial<
  Omit<DebatePlan, "startsAt" | "kind" | "evaluatesDebateId" | "pairedDebateId">
>;

/**
 * One action makes the evaluation debate of the promises of an earlier one: an agenda item for each owner body, the
 * owners on the guest list as drafts, and, if asked for, the initiating debate of the same evening. Nobody is told yet.
 */
export function createEvaluation(scope: Scope, debateId: string, { pair, ...plan }: EvaluationPlan, now = new Date()) {
  return inTransaction(async () => {
    const earlier = await getDebate(scope, debateId);
    if (earlier.status !== "held" && earlier.status !== "closed") return refuse("not_held");
    if (await findEvaluation(scope, debateId)) return refuse("exists");
    const promises = await listPromises(scope, debateId);
    if (promises.length === 0) return refuse("no_tasks");

    const { cycleTitle, venueName, venueAddress, access, accessNote, capacity, chair, moderator, minuteTaker } =
      earlier;
    const items = planEvaluation(promises, plan.chair ?? chair, messages.wording);
    const value = {
      ...{ cycleTitle, venueName, venueAddress, access, accessNote, capacity, chair, moderator, minuteTaker },
      topic: messages.topic(earlier.topic),
      endsAt: new Date(plan.startsAt.getTime() + lengthOf(items) * MINUTE_MS),
      ...plan,
      kind: "evaluation" as const,
      evaluatesDebateId: debateId,
    };
    const second = pair && pairOf({ ...value, topic: pair.topic ?? earlier.topic }, pair.after);
    const mayPair = second ? decidePlan(second, now) : undefined;
    if (mayPair && !mayPair.ok) return mayPair;
    const created = await planDebate(scope, value, { withAgenda: false }, now);
    if (!created.ok) return created;
    const { id } = created.value;
    for (const item of items) await addAgendaItem(scope, id, item, now);
    const bodyIds = [...new Set(items.flatMap(({ bodyId }) => bodyId ?? []))];
    await invite(scope, id, await listReporters(scope, bodyIds), now);
    const data = { bodies: bodyIds.length };
    await recordEvent(scope, { action: "evaluation_prepared", subjectId: id, debateId: id, data }, now);
    if (second) await addPair(scope, id, second, now);
    return allow({ id });
  });
}

/** New concerns are taken when the old ones have been reported on: same hall, same people, a debate of its own. */
function pairOf({ number: _, evaluationOn: __, ...evaluation }: DebatePlan, after: number): DebatePlan {
  const startsAt = new Date(evaluation.endsAt.getTime() + after * MINUTE_MS);
  const endsAt = new Date(startsAt.getTime() + templateMinutes("initiating") * MINUTE_MS);
  return { ...evaluation, kind: "initiating", evaluatesDebateId: null, startsAt, endsAt };
}

async function addPair(scope: Scope, evaluationId: string, plan: DebatePlan, now: Date) {
  const created = await planDebate(scope, plan, undefined, now);
  // It has been decided before the first debate was written, and both come or none.
  if (!created.ok) throw new Error(`The second debate of the evening was refused: ${created.reason}`);
  const { id } = created.value;
  await changeDebate(scope, id, { pairedDebateId: evaluationId });
  await changeDebate(scope, evaluationId, { pairedDebateId: id });
  await recordEvent(scope, { action: "debates_paired", subjectId: id, debateId: evaluationId }, now);
}

/**
 * What was said of the earlier motions at this debate, and what the hall thought. Rows that nobody touched are left
 * alone; if somebody else has written into one of the others meanwhile, nothing is written at all.
 */
export function saveReports(scope: Scope, debateId: string, reports: readonly MotionReport[], now = new Date()) {
  return inTransaction(async () => {
    const { evaluatesDebateId, status } = await getDebate(scope, debateId);
    if (evaluatesDebateId && !hasBegun(status)) return refuse("too_early");
    const earlier = evaluatesDebateId ? await listEarlierMotions(scope, evaluatesDebateId) : [];
    const changed: MotionReport[] = [];
    for (const report of reports) {
      const motion = await getMotion(scope, report.motionId);
      const decision = decideReport(motion, isAmong(earlier, motion), report);
      if (!decision.ok) return decision;
      if (decision.value === "changed") changed.push(report);
    }
    for (const { motionId, text, verdict } of changed) {
      const said = { reportedAtDebateId: debateId, reportText: text, hallVerdict: verdict };
      const result = await reportMotion(scope, motionId, said, now);
      if (!result.ok) return result;
    }
    return allow({ id: debateId, reported: changed.length });
  });
}

const isAmong = (motions: readonly { id: string }[], { id }: { id: string }) => motions.some((each) => each.id === id);
