import { and, eq, isNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { bodies, organizations } from "~db/schema";

/** What the page says of the unit; its loader's data is as public as the link. */
const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  department: organizations.department,
  address: organizations.address,
  phone: organizations.phone,
};

/** The gate of a body's desk: its link is its only key, and opens only what concerns it. */
export async function openDesk(token: string | undefined) {
  const [found] = await read
    .select({ body: { id: bodies.id, name: bodies.name }, unit: UNIT })
    .from(bodies)
    .innerJoin(organizations, eq(organizations.id, bodies.organizationId))
    .where(and(eq(bodies.deskTokenHash, hashToken(nameIn(token))), isNull(bodies.archivedAt)));
  if (!found) return notFound();
  return { scope: mintScope(found.unit.id, `body:${found.body.id}`), ...found };
}
