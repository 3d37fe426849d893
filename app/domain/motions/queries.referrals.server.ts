import { and, asc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, motions } from "~db/schema";
import type { Referred } from "./rules.referrals";

/** The motions of a debate that another body is to settle, by body; with their applicants, so only for who may know. */
export function listReferred(scope: Scope, debateId: string, bodyId?: string): Promise<Referred[]> {
  return read
    .select({
      number: motions.number,
      place: motions.place,
      textPublic: motions.textPublic,
      textRaw: motions.textRaw,
      outcome: motions.outcome,
      sensitivity: motions.sensitivity,
      legalTrack: motions.legalTrack,
      raisedBy: motions.raisedBy,
      submittedAt: motions.submittedAt,
      authorName: motions.authorName,
      authorEmail: motions.authorEmail,
      body: { id: bodies.id, name: bodies.name, address: bodies.address },
    })
    .from(motions)
    .innerJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        eq(motions.debateId, debateId),
        eq(motions.status, "admitted"),
        eq(motions.outcome, "referred"),
        bodyId ? eq(motions.referredToBodyId, bodyId) : undefined,
      ),
    )
    .orderBy(asc(bodies.name), asc(motions.sequence));
}
