import { redirect } from "@remix-run/node";
import { and, eq, isNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn } from "~/platform/params.server";
import { findUserId } from "~/platform/session.server";
import { memberships, organizations, users } from "~db/schema";
import { type Ability, may } from "./policy";

const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  shortName: organizations.shortName,
  department: organizations.department,
  locality: organizations.locality,
  localityIn: organizations.localityIn,
  address: organizations.address,
  phone: organizations.phone,
  email: organizations.email,
  headOffice: organizations.headOffice,
  dataOfficer: organizations.dataOfficer,
};

/**
 * The gate for staff. Somebody who has not signed in goes to the sign-in page; a unit one does not belong to
 * looks like one that does not exist (404); a role that may not do it gets 403.
 */
export async function requireMember(request: Request, slug: string | undefined, ability: Ability = "read") {
  const userId = await findUserId(request);
  if (!userId) throw redirect(`/login?dalej=${encodeURIComponent(new URL(request.url).pathname)}`);
  const [found] = await read
    .select({ unit: UNIT, role: memberships.role, name: users.name, rank: users.rank })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(organizations.slug, nameIn(slug)), eq(memberships.userId, userId), isNull(memberships.endedAt)));
  if (!found) throw new Response(null, { status: 404 });
  if (!may(found.role, ability)) throw new Response(null, { status: 403 });
  const { unit, role, name, rank } = found;
  return { scope: mintScope(unit.id, `user:${userId}`, role), unit, me: { id: userId, name, rank, role } };
}

/** For the operator's shell only, which is trusted as far as the database file itself. */
export const operatorScope = (organizationId: string) => mintScope(organizationId, "system");

/** The gate for everybody: a unit's public pages. */
export async function openUnit(slug: string | undefined) {
  const [unit] = await read
    .select(UNIT)
    .from(organizations)
    .where(eq(organizations.slug, nameIn(slug)));
  if (!unit) throw new Response(null, { status: 404 });
  return { scope: mintScope(unit.id, "public"), unit };
}

export type Unit = Awaited<ReturnType<typeof openUnit>>["unit"];
