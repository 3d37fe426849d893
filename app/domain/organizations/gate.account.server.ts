import { randomBytes } from "node:crypto";
import { redirect } from "@remix-run/node";
import { and, asc, eq, isNull, ne, type SQL } from "drizzle-orm";
import { config } from "~/platform/config.server";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { findSession } from "~/platform/session.server";
import { memberships, organizations, passwordResets, signInChallenges, users } from "~db/schema";
import { seeing } from "~db/sight";
import { decideAttempt, decideReset } from "./rules.account";

const PERSON = {
  id: users.id,
  email: users.email,
  name: users.name,
  rank: users.rank,
  passwordHash: users.passwordHash,
  passwordChangedAt: users.passwordChangedAt,
  totpSecret: users.totpSecret,
  totpConfirmedAt: users.totpConfirmedAt,
};
const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  shortName: organizations.shortName,
  department: organizations.department,
  locality: organizations.locality,
  phone: organizations.phone,
  needsSecondFactor: organizations.needsSecondFactor,
};

/** Somebody who can sign in, with a scope in each of their units, by name. Nobody is here who belongs to none. */
async function findAccount(whose: SQL) {
  // Whatever was in sight before: an account is not one unit's.
  const rows = await seeing(
    undefined,
    async () =>
      await read
        .select({ person: PERSON, unit: UNIT, role: memberships.role })
        .from(users)
        .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.endedAt)))
        .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
        .where(and(whose, isNull(users.disabledAt)))
        .orderBy(asc(organizations.name), asc(organizations.id)),
  );
  const [first] = rows;
  if (!first) return undefined;
  const units = rows.map(({ unit, role }) => ({ ...unit, role }));
  const scopes = units.map(({ id, role }) => mintScope(id, `user:${first.person.id}`, role));
  const [home, scope] = [units[0] ?? notFound(), scopes[0] ?? notFound()];
  return {
    ...first.person,
    units,
    home,
    /** Letters to a person need a unit that sends them: the first one. */
    scope,
    /** What happens to an account concerns each unit it opens. */
    scopes,
    needsSecondFactor: units.some((unit) => unit.needsSecondFactor),
  };
}
export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

export const findAccountById = (id: string) => findAccount(eq(users.id, id));
export const findAccountByEmail = (email: string) => findAccount(eq(users.email, email.toLowerCase()));

/** Does another unit answer for this person, too? Asked of all units, whichever are in sight. */
export const isMemberElsewhere = ({ organizationId }: Scope, userId: string) =>
  seeing(undefined, async () => {
    const { userId: whose, organizationId: where, endedAt, id } = memberships;
    const others = and(eq(whose, userId), ne(where, organizationId), isNull(endedAt));
    return (await read.select({ id }).from(memberships).where(others).limit(1)).length > 0;
  });

/** The gate of the pages about one's own account: opens also to whom a unit still asks for a second factor. */
export async function requireAccount(request: Request) {
  const session = await findSession(request);
  const account = session && (await findAccountById(session.userId));
  if (!account) throw redirect(`/login?dalej=${encodeURIComponent(new URL(request.url).pathname)}`);
  return { account, sessionId: session.id };
}

const secure = config.publicUrl.protocol === "https:";
const CHALLENGE_COOKIE = secure ? "__Host-sign-in" : "sign-in";
const CHALLENGE_S = 10 * 60;
const challengeIn = (request: Request) =>
  new RegExp(`(?:^|;\\s*)${CHALLENGE_COOKIE}=([\\w-]{43})(?:;|$)`).exec(request.headers.get("Cookie") ?? "")?.[1];

export const newChallengeToken = () => randomBytes(32).toString("base64url");

/** Set-Cookie of a challenge; without a token it forgets the one there is. */
export const challengeCookie = (token = "") =>
  `${CHALLENGE_COOKIE}=${token}; Path=/; Max-Age=${token ? CHALLENGE_S : 0}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** The gate between the password and the code. Whoever comes without a challenge that is open begins anew. */
export async function openChallenge(request: Request, now = new Date()) {
  const token = challengeIn(request);
  const [challenge] = token
    ? await read
        .select()
        .from(signInChallenges)
        .where(eq(signInChallenges.tokenHash, hashToken(token)))
    : [];
  const account = challenge && (await findAccountById(challenge.userId));
  if (!challenge || !account?.totpConfirmedAt || !decideAttempt(challenge, now).ok) throw beginAnew();
  return { account, challengeId: challenge.id };
}

export const beginAnew = () =>
  redirect("/login?od-nowa", { status: 303, headers: { "Set-Cookie": challengeCookie() } });

/** The gate behind a link to set a new password: looking changes nothing, and whatever is wrong with it looks the same. */
export async function openReset(token: string | undefined, now = new Date()) {
  const [reset] = await read
    .select()
    .from(passwordResets)
    .where(eq(passwordResets.tokenHash, hashToken(nameIn(token))));
  if (!reset || !decideReset(reset, now).ok) return notFound();
  const account = (await findAccountById(reset.userId)) ?? notFound();
  return { account, resetId: reset.id };
}
