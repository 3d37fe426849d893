import { keepForPolice, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { decideMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { titleOf } from "~/domain/motions/rules.referral";
import { giveTask } from "~/domain/tasks/commands.server";
import { inTransaction } from "~/platform/db.server";
import { termEnd } from "~/platform/deadlines";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import type { OutcomeInput } from "./schema";

/** What became of a motion in the hall, in one key. The motion has to belong to the debate on the screen. */
export function decideInHall(
  scope: Scope,
  debateId: string,
  input: OutcomeInput,
  version: number | undefined,
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, input.motionId);
    if (motion.debateId !== debateId) notFound();
    const { id } = motion;
    switch (input.outcome) {
      case "answered":
        return decideMotion(scope, id, { outcome: "answered_on_spot", answer: input.answer, version }, now);
      case "refer":
        return decideMotion(
          scope,
          id,
          { outcome: "referred", referredToBodyId: input.bodyId, answer: input.answer, version },
          now,
        );
      case "out":
        return decideMotion(scope, id, { outcome: "out_of_scope", answer: input.answer, version }, now);
      case "merge":
        return mergeMotion(scope, id, { into: input.into, version }, now);
      case "police":
        return keepForPolice(scope, id, { reason: input.answer, version }, now);
      case "task":
        return giveTask(
          scope,
          debateId,
          {
            motionIds: [id],
            title: titleOf(motion),
            details: input.answer,
            ownerBodyId: input.bodyId,
            dueOn: input.dueOn ?? termEnd("commitment", warsawDate(now)),
            dueBasis: "commitment",
          },
          now,
        );
    }
  });
}
