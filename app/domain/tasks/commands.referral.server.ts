import { decideMotion, type Over } from "~/domain/motions/commands.server";
import { findReferralBody, getMotion } from "~/domain/motions/queries.server";
import { decideReferral, titleOf } from "~/domain/motions/rules.referral";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { giveTask } from "./commands.server";

/**
 * Passes a motion on to the competent body, in one step: the motion is referred, the body has a task with its term,
 * a letter with the link to its desk waits for it, and the applicant is told (art. 243 KPA: at the same time).
 */
export function referMotion(
  scope: Scope,
  id: string,
  { bodyId, answer = "", version }: { bodyId: string; answer?: string } & Over,
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (version !== undefined && version !== motion.version) return refuse("stale");
    const decision = decideReferral(motion, await findReferralBody(scope, bodyId), now);
    if (!decision.ok) return decision;

    const referral = { outcome: "referred", referredToBodyId: bodyId, answer, passedOn: true } as const;
    const referred = await decideMotion(scope, id, referral, now);
    if (!referred.ok) return referred;
    const task = { motionIds: [id], title: titleOf(motion), ownerBodyId: bodyId, ...decision.value };
    const given = await giveTask(scope, motion.debateId, task, now);
    // Everything that could be refused has been asked; half a referral must not stay.
    if (!given.ok) throw new Error(`The referral has no task: ${given.reason}`);
    return allow({ id, number: motion.number, taskId: given.value.id });
  });
}
