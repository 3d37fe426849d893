import { addAgendaItem, planDebate } from "~/domain/agenda/commands.server";
import { getDebate } from "~/domain/debates/queries.server";
import type { DebatePlan } from "~/domain/debates/rules";
import { recordEvent } from "~/domain/history/commands.server";
import { invite } from "~/domain/invitations/commands.server";
import { reportMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { messages } from "./messages.pl";
import { findEvaluation, listPromises, listReporters } from "./queries.server";
import { decideReport, lengthOf, planEvaluation } from "./rules";
import type { MotionReport } from "./schema";

/** When and where; what is left out is taken over from the earlier debate. */
export type EvaluationPlan = { startsAt: Date } & Partial<Omit<DebatePlan, "startsAt" | "kind" | "evaluatesDebateId">>;

/**
 * One action makes the evaluation debate of the promises of an earlier one: an agenda item for each owner body, the
 * owners on the guest list as drafts. Nobody is told yet.
 */
export function createEvaluation(scope: Scope, debateId: string, plan: EvaluationPlan, now = new Date()) {
  return inTransaction(async () => {
    const earlier = await getDebate(scope, debateId);
    if (earlier.status !== "held" && earlier.status !== "closed") return refuse("not_held");
    if (await findEvaluation(scope, debateId)) return refuse("exists");
    const promises = await listPromises(scope, debateId);
    if (promises.length === 0) return refuse("no_tasks");

    const { cycleTitle, venueName, venueAddress, access, accessNote, capacity, chair, moderator, minuteTaker } =
      earlier;
    const items = planEvaluation(promises, plan.chair ?? chair, messages.wording);
    const created = await planDebate(
      scope,
      {
        cycleTitle,
        venueName,
        venueAddress,
        access,
        accessNote,
        capacity,
        chair,
        moderator,
        minuteTaker,
        topic: messages.topic(earlier.topic),
        endsAt: new Date(plan.startsAt.getTime() + lengthOf(items) * 60_000),
        ...plan,
        kind: "evaluation",
        evaluatesDebateId: debateId,
      },
      { withAgenda: false },
      now,
    );
    if (!created.ok) return created;
    const { id } = created.value;
    for (const item of items) await addAgendaItem(scope, id, item, now);
    const bodyIds = [...new Set(items.flatMap(({ bodyId }) => bodyId ?? []))];
    await invite(scope, id, await listReporters(scope, bodyIds), now);
    const data = { bodies: bodyIds.length };
    await recordEvent(scope, { action: "evaluation_prepared", subjectId: id, debateId: id, data }, now);
    return allow({ id });
  });
}

/**
 * What was said of the earlier motions at this debate, and what the hall thought. Rows that nobody touched are left
 * alone; if somebody else has written into one of the others meanwhile, nothing is written at all.
 */
export function saveReports(scope: Scope, debateId: string, reports: readonly MotionReport[], now = new Date()) {
  return inTransaction(async () => {
    const { evaluatesDebateId } = await getDebate(scope, debateId);
    const changed: MotionReport[] = [];
    for (const report of reports) {
      const motion = await getMotion(scope, report.motionId);
      const decision = decideReport(motion, evaluatesDebateId, report);
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
