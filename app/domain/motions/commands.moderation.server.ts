import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { placeKeyOf } from "~/platform/places";
import type { Scope } from "~/platform/scope";
import { motions } from "~db/schema";
import { changeMotion, isStale, type Motion, type Over, recordMotionEvent, searchTextOf } from "./commands.server";
import { renameTasksOf } from "./commands.track.server";
import { countLed, findMotionByNumber, getMotion } from "./queries.server";
import { decideMerge, decideMove, decideReturn, stateOf } from "./rules";
import { flagsOf } from "./rules.privacy";
import { titleOf } from "./rules.referral";
import type { Moderation } from "./schema";

/** Admits a motion, or changes the public face of one that is admitted already. */
export function admitMotion(scope: Scope, id: string, value: Moderation & Over, now = new Date()) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (isStale(motion, value)) return refuse("stale");
    const state = stateOf(motion);
    const isNew = state === "submitted" || state === "returned";
    const decision = decideMove(state, isNew ? "admit" : "revise");
    if (!decision.ok) return decision;
    const { textPublic, place, category, kmzb, looked, legalTrack } = value;
    if (!looked && flagsOf(textPublic, place).length > 0) return refuse("personal_data");

    await changeMotion(scope, motion, decision.value, {
      textPublic,
      place,
      placeKey: placeKeyOf(place),
      category,
      kmzb,
      // What is kept for the police never becomes public by correcting a word.
      sensitivity: state === "police_only" ? "police_only" : value.sensitivity,
      ...(legalTrack && { legalTrack }),
      flags: [],
      returnReason: "",
      search: searchTextOf({ ...motion, textPublic, place }),
      ...(isNew && { admittedAt: now }),
    });
    await renameTasksOf(scope, id, titleOf(motion), titleOf({ textPublic }));
    if (isNew) await recordMotionEvent(scope, motion, "motion_admitted", {}, now);
    else await recordEvent(scope, revised(motion), now);
    return allow({ id, number: motion.number });
  });
}

const revised = ({ id, debateId, number }: Motion) => ({
  action: "motion_revised",
  subjectId: id,
  debateId,
  data: { number },
});

/** Gives a motion back to its author, with a reason that the author will read. */
export function returnMotion(
  scope: Scope,
  id: string,
  { reason, ...over }: { reason: string } & Over,
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (isStale(motion, over)) return refuse("stale");
    const decision = decideReturn(motion, await countLed(scope, id));
    if (!decision.ok) return decision;
    await changeMotion(scope, motion, decision.value, { returnReason: reason, flags: [], decidedAt: now });
    await recordMotionEvent(scope, motion, "motion_returned", {}, now);
    return allow({ id, number: motion.number });
  });
}

/** Two residents, one matter: the merged motion keeps its number, its code and its words. `into` is an id or a number. */
export function mergeMotion(scope: Scope, id: string, { into, ...over }: { into: string } & Over, now = new Date()) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (isStale(motion, over)) return refuse("stale");
    const found = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(into)
      ? { id: into }
      : await findMotionByNumber(scope, motion.debateId, into);
    if (!found) return refuse("unknown_number");
    const target = await getMotion(scope, found.id);
    const decision = decideMerge(motion, target);
    if (!decision.ok) return decision;

    // What had been merged into this one goes along, so that nothing ever hangs two links deep.
    await write
      .update(motions)
      .set({ mergedIntoId: target.id })
      .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.mergedIntoId, id)));
    await changeMotion(scope, motion, decision.value, {
      mergedIntoId: target.id,
      // Nobody has looked at its words, so they stay inside; the leading motion speaks for it.
      ...(motion.flags.length > 0 && { sensitivity: "internal" }),
      flags: [],
      admittedAt: motion.admittedAt ?? now,
      decidedAt: now,
    });
    await recordMotionEvent(scope, motion, "motion_merged", { into: target.number }, now);
    return allow({ id, number: motion.number, into: target.number });
  });
}

/** For police channels only: from here on it is in no public list, no public number and no paper. */
export function keepForPolice(
  scope: Scope,
  id: string,
  { reason = "", ...over }: { reason?: string } & Over = {},
  now = new Date(),
) {
  return inTransaction(async () => {
    const motion = await getMotion(scope, id);
    if (isStale(motion, over)) return refuse("stale");
    const decision = decideMove(stateOf(motion), "keep_for_police");
    if (!decision.ok) return decision;
    // Whatever was merged into it speaks of the same.
    await write
      .update(motions)
      .set({ sensitivity: "police_only" })
      .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.mergedIntoId, id)));
    await changeMotion(scope, motion, decision.value, {
      sensitivity: "police_only",
      answer: reason,
      answeredBy: "",
      referredToBodyId: null,
      flags: [],
      admittedAt: motion.admittedAt ?? now,
      decidedAt: now,
    });
    await recordMotionEvent(scope, motion, "motion_kept_for_police", {}, now);
    return allow({ id, number: motion.number });
  });
}
