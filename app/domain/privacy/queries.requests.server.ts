import { and, desc, eq } from "drizzle-orm";
import { withNames } from "~/domain/history/queries.server";
import { read } from "~/platform/db.server";
import { hashToken, tidyCode } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { motions, personRequests } from "~db/schema";
import type { PersonKey } from "./queries.person.server";

/** The newest requests, without whom they were about. */
export async function listPersonRequests(scope: Scope, limit = 20) {
  const rows = await read
    .select({
      id: personRequests.id,
      kind: personRequests.kind,
      actor: personRequests.actor,
      found: personRequests.found,
      createdAt: personRequests.createdAt,
    })
    .from(personRequests)
    .where(eq(personRequests.organizationId, scope.organizationId))
    .orderBy(desc(personRequests.createdAt))
    .limit(limit);
  return withNames(rows);
}

/** A code of a motion of this unit; one of another unit is as wrong as any. */
export async function findPersonKey(
  scope: Scope,
  who: { email: string } | { code: string },
): Promise<PersonKey | null> {
  if ("email" in who) return who;
  const [motion] = await read
    .select({ id: motions.id })
    .from(motions)
    .where(and(eq(motions.organizationId, scope.organizationId), eq(motions.codeHash, hashToken(tidyCode(who.code)))));
  return motion ? { motionId: motion.id } : null;
}
