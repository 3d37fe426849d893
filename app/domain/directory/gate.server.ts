import { and, eq, isNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { bodies, organizations } from "~db/schema";

/** The gate of a body's desk: its link is its only key, and opens only what concerns it. */
export async function openDesk(token: string | undefined) {
  const [found] = await read
    .select({ body: bodies, unit: organizations })
    .from(bodies)
    .innerJoin(organizations, eq(organizations.id, bodies.organizationId))
    .where(and(eq(bodies.deskTokenHash, hashToken(nameIn(token))), isNull(bodies.archivedAt)));
  if (!found) return notFound();
  const { deskTokenHash: _, ...body } = found.body;
  return { scope: mintScope(found.unit.id, `body:${body.id}`), body, unit: found.unit };
}
