import { and, asc, desc, eq, gt, isNull, max } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Gone } from "~/platform/gone";
import { comparePolish } from "~/platform/language";
import { notFound, sayGone } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { memberInvites, memberships, organizations, sessions, users } from "~db/schema";

/** What a unit says of itself. */
const SAID = {
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

/** A unit as gates hand it on. */
export const UNIT = { id: organizations.id, slug: organizations.slug, ...SAID };

/** For the first page of the service: every unit, with nothing but what its own public page says. */
export async function listUnits() {
  const units = await read
    .select({ slug: organizations.slug, name: organizations.name, locality: organizations.locality })
    .from(organizations);
  return units.sort((a, b) => comparePolish(a.name, b.name));
}

const SETTINGS = {
  ...SAID,
  minutesPattern: organizations.minutesPattern,
  reminds: organizations.reminds,
  chairEmail: organizations.chairEmail,
  needsSecondFactor: organizations.needsSecondFactor,
};

export async function getUnitSettings(scope: Scope) {
  const [settings] = await read.select(SETTINGS).from(organizations).where(eq(organizations.id, scope.organizationId));
  return settings ?? notFound();
}

/** An expired link tells whom to ask, and nothing else. */
export async function sayExpired({ organizationId }: Scope, told: Omit<Gone, "from">): Promise<never> {
  const { name, slug, phone, email } = organizations;
  const [from] = await read
    .select({ name, slug, phone, email })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return sayGone({ ...told, from: from ?? notFound() });
}

/** The unit's name in addresses. */
export async function getUnitSlug(scope: Scope) {
  const [unit] = await read
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  return unit?.slug ?? notFound();
}

/** Are there units right below this one, whose figures its members may read? */
export async function hasUnitsBelow(scope: Scope) {
  const rows = await read
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.parentId, scope.organizationId))
    .limit(1);
  return rows.length > 0;
}

/** Members of the unit, those who left not among them. `lastSeenAt` is the start of a session that is still open. */
export async function listMembers(scope: Scope) {
  const rows = await read
    .select({
      id: memberships.id,
      userId: users.id,
      name: users.name,
      rank: users.rank,
      email: users.email,
      role: memberships.role,
      disabledAt: users.disabledAt,
      secondFactorAt: users.totpConfirmedAt,
      lastSeenAt: max(sessions.startedAt),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(and(eq(memberships.organizationId, scope.organizationId), isNull(memberships.endedAt)))
    .groupBy(memberships.id, users.id);
  return rows.sort((a, b) => comparePolish(lastName(a.name), lastName(b.name)));
}

const lastName = (name: string) => name.split(" ").reverse().join(" ");

export async function getMember(scope: Scope, membershipId: string) {
  const [member] = await read
    .select({
      id: memberships.id,
      userId: memberships.userId,
      role: memberships.role,
      endedAt: memberships.endedAt,
      name: users.name,
      rank: users.rank,
      email: users.email,
      secondFactorAt: users.totpConfirmedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, scope.organizationId), eq(memberships.id, membershipId)));
  return member ?? notFound();
}

/** Invitations to the unit that still open the door, newest first. */
export function listMemberInvites(scope: Scope, now = new Date()) {
  return read
    .select({
      id: memberInvites.id,
      email: memberInvites.email,
      role: memberInvites.role,
      expiresAt: memberInvites.expiresAt,
      createdAt: memberInvites.createdAt,
    })
    .from(memberInvites)
    .where(
      and(
        eq(memberInvites.organizationId, scope.organizationId),
        isNull(memberInvites.acceptedAt),
        eq(memberInvites.revoked, false),
        gt(memberInvites.expiresAt, now),
      ),
    )
    .orderBy(desc(memberInvites.createdAt), asc(memberInvites.email));
}

/** Where a person goes after signing in. */
export async function findHomeUnit(userId: string) {
  const [unit] = await read
    .select({ slug: organizations.slug })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
    .orderBy(asc(organizations.name))
    .limit(1);
  return unit?.slug;
}
