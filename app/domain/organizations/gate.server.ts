import { redirect } from "@remix-run/node";
import { and, eq, isNull, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import { findUserId } from "~/platform/session.server";
import { memberInvites, memberships, organizations, users } from "~db/schema";
import { seeing } from "~db/sight";
import { type Ability, may } from "./policy";
import { UNIT } from "./queries.server";
import { decideAcceptInvite } from "./rules";

const SECOND_FACTOR = { needsSecondFactor: organizations.needsSecondFactor, secondFactorAt: users.totpConfirmedAt };

/**
 * The gate for staff. Somebody who has not signed in goes to the sign-in page; a unit one does not belong to
 * looks like one that does not exist (404); a role that may not do it gets 403. Where the unit asks for a second factor,
 * whoever has none sets it up before anything else opens.
 */
export async function requireMember(request: Request, slug: string | undefined, ability: Ability = "read") {
  const userId = await findUserId(request);
  if (!userId) throw redirect(`/login?dalej=${encodeURIComponent(new URL(request.url).pathname)}`);
  const [found] = await membershipOf({ slug: nameIn(slug), userId });
  if (!found) throw new Response(null, { status: 404 });
  if (found.needsSecondFactor && !found.secondFactorAt) throw redirect("/account/second-factor");
  if (!may(found.role, ability)) throw new Response(null, { status: 403 });
  const { unit, role, name, rank } = found;
  return { scope: mintScope(unit.id, `user:${userId}`, role), unit, me: { id: userId, name, rank, role } };
}

const membershipOf = prepared((from) =>
  from
    .select({ unit: UNIT, role: memberships.role, name: users.name, rank: users.rank, ...SECOND_FACTOR })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(organizations.slug, sql.placeholder("slug")),
        eq(memberships.userId, sql.placeholder("userId")),
        isNull(memberships.endedAt),
      ),
    ),
);

/** For the operator's shell only, which is trusted as far as the database file itself. */
export const operatorScope = (organizationId: string) => mintScope(organizationId, "system");

/**
 * The gate behind a link to join a unit. A link that was used leads to the sign-in page; whatever else is wrong with
 * it looks the same. `how`: somebody new, an account of another unit, or a member who has forgotten the password.
 */
export async function openMemberInvite(token: string | undefined, now = new Date()) {
  const [found] = await read
    .select({ unit: UNIT, invite: memberInvites })
    .from(memberInvites)
    .innerJoin(organizations, eq(organizations.id, memberInvites.organizationId))
    .where(eq(memberInvites.tokenHash, hashToken(nameIn(token))));
  if (!found) return notFound();
  const { unit, invite } = found;
  const decided = decideAcceptInvite(invite, now);
  if (!decided.ok) {
    if (decided.reason === "used") throw redirect("/login", 303);
    return notFound();
  }
  const { id, email, role } = invite;
  return {
    scope: mintScope(unit.id, "public"),
    unit,
    invite: { id, email, role, how: await howToJoin(email, unit.id) },
  };
}

/** A new password by link only for whom this unit alone answers; else an admin of one unit could enter another. */
async function howToJoin(email: string, organizationId: string): Promise<"new" | "known" | "forgotten"> {
  // Hence asked of all units, whichever are in sight already.
  const rows = await seeing(
    undefined,
    async () =>
      await read
        .select({ organizationId: memberships.organizationId })
        .from(users)
        .leftJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.endedAt)))
        .where(eq(users.email, email)),
  );
  if (rows.length === 0) return "new";
  return rows.every((row) => row.organizationId === organizationId) ? "forgotten" : "known";
}

const unitBySlug = prepared((from) =>
  from
    .select(UNIT)
    .from(organizations)
    .where(eq(organizations.slug, sql.placeholder("slug"))),
);

/** The gate for everybody: a unit's public pages. */
export async function openUnit(slug: string | undefined) {
  const [unit] = await unitBySlug({ slug: nameIn(slug) });
  if (!unit) throw new Response(null, { status: 404 });
  return { scope: mintScope(unit.id, "public"), unit };
}

export type Unit = Awaited<ReturnType<typeof openUnit>>["unit"];
