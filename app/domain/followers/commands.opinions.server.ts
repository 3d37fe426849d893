import { and, eq, inArray, isNull } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { followers, motions, opinions } from "~db/schema";
import type { HallVerdict } from "~db/vocabulary";
import { findAskable, getVoter } from "./queries.opinions.server";
import { decideOpinion } from "./rules.opinions";

type Answer = { verdict: HallVerdict; note: string };

/** „Tak”, „częściowo”, „jeszcze nie” of whoever the scope's link belongs to; the last answer is the one that counts. */
export function giveOpinion(scope: Scope, { verdict, note }: Answer, now = new Date()) {
  return inTransaction(async () => {
    const { motionId, voter } = await getVoter(scope);
    const matter = (await findAskable(scope, motionId)) ?? notFound();
    const decision = decideOpinion(matter);
    if (!decision.ok) return decision;
    const { organizationId } = scope;
    await write
      .insert(opinions)
      .values({ organizationId, motionId, voter, verdict, note, at: now })
      .onConflictDoUpdate({
        target: [opinions.organizationId, opinions.motionId, opinions.voter],
        set: { verdict, note, at: now },
      });
    const { number, debateId } = matter;
    await recordEvent(scope, { action: "opinion_given", subjectId: motionId, debateId, data: { number } }, now);
    return allow({});
  });
}

/** Notes that they have been asked; false when somebody was faster. Part of the job that writes the letters. */
export async function markAsked(scope: Scope, motionId: string, followerIds: readonly string[], now: Date) {
  const { organizationId } = scope;
  const marked = await write
    .update(motions)
    .set({ opinionAskedAt: now })
    .where(and(eq(motions.organizationId, organizationId), eq(motions.id, motionId), isNull(motions.opinionAskedAt)))
    .returning({ id: motions.id });
  if (marked.length === 0) return false;
  for (let at = 0; at < followerIds.length; at += CHUNK)
    await write
      .update(followers)
      .set({ askedAt: now })
      .where(
        and(eq(followers.organizationId, organizationId), inArray(followers.id, followerIds.slice(at, at + CHUNK))),
      );
  return true;
}
const CHUNK = 500;
