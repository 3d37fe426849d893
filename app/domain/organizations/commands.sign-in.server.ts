import { createHmac, randomUUID } from "node:crypto";
import { and, desc, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { config } from "~/platform/config.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { verifyPassword } from "~/platform/password.server";
import { memberships, signInFailures, users } from "~db/schema";
import { decideSignInAttempt, SIGN_IN_LIMITS, SIGN_IN_WINDOW_MS, type SignInKey } from "./rules";

type SignedIn =
  | { ok: true; value: { userId: string } }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too_many"; retryAfterS: number };

/**
 * Checks a password. Whoever is wrong (no such account, another password, disabled, member of nothing any more) hears
 * the same after the same work. The attempt is counted before the password is looked at and taken back when it was
 * right, so that a hundred guesses at once are not a hundred free ones.
 */
export const signIn = (email: string, password: string, network: string, now = new Date()) =>
  checkPassword(email, password, network, now, findMember);

/** The same for somebody who joins a unit and may, until then, be a member of none. */
export const confirmPassword = (email: string, password: string, network: string, now = new Date()) =>
  checkPassword(email, password, network, now, findAccount);

type Account = { id: string; passwordHash: string };
type Find = (email: string) => Promise<Account | undefined>;

async function checkPassword(
  typed: string,
  password: string,
  network: string,
  now: Date,
  find: Find,
): Promise<SignedIn> {
  const email = typed.toLowerCase();
  const keys = keysOf(email, network);
  const attempt = await reserveAttempt(keys, now);
  if (!attempt.ok) return attempt;
  const account = await find(email);
  if (!(await verifyPassword(account?.passwordHash, password)) || !account) return refuse("wrong");
  await forgetFailures(keys, attempt.ids);
  return allow({ userId: account.id });
}

const ACCOUNT = { id: users.id, passwordHash: users.passwordHash };

const findAccount: Find = async (email) => {
  const [account] = await read
    .select(ACCOUNT)
    .from(users)
    .where(and(eq(users.email, email), isNull(users.disabledAt)));
  return account;
};

const findMember: Find = async (email) => {
  const [account] = await read
    .select(ACCOUNT)
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.endedAt)))
    .where(and(eq(users.email, email), isNull(users.disabledAt)))
    .limit(1);
  return account;
};

type Keys = Record<SignInKey, string>;

/** Neither an address nor a network can be read back from the table. */
function keysOf(account: string, network: string): Keys {
  const hash = (text: string) => createHmac("sha256", config.secret).update(`sign-in:${text}`).digest("base64url");
  return {
    accountHere: hash(`${account}\n${network}`),
    account: hash(`account:${account}`),
    network: hash(`network:${network}`),
  };
}

/** Counts the attempt as failed until it proves right; gives the rows to take back then. */
function reserveAttempt(keys: Keys, now: Date) {
  return inTransaction(async () => {
    const since = new Date(now.getTime() - SIGN_IN_WINDOW_MS);
    const failures = {
      accountHere: await newestFailures(keys.accountHere, since, SIGN_IN_LIMITS.accountHere),
      account: await newestFailures(keys.account, since, SIGN_IN_LIMITS.account),
      network: await newestFailures(keys.network, since, SIGN_IN_LIMITS.network),
    };
    const decided = decideSignInAttempt(failures, now);
    if (!decided.ok) return { ...decided, reason: "too_many" } as const;
    const rows = Object.values(keys).map((key) => ({ id: randomUUID(), key, at: now }));
    await write.insert(signInFailures).values(rows);
    return { ok: true, ids: rows.map(({ id }) => id) } as const;
  });
}

const newestFailures = async (key: string, since: Date, most: number) =>
  (
    await read
      .select({ at: signInFailures.at })
      .from(signInFailures)
      .where(and(eq(signInFailures.key, key), gt(signInFailures.at, since)))
      .orderBy(desc(signInFailures.at))
      .limit(most)
  ).map(({ at }) => at);

/** The account starts afresh here; of the network only this attempt, or a guesser with an account would buy guesses. */
const forgetFailures = (keys: Keys, ids: string[]) =>
  inTransaction(async () => {
    await write.delete(signInFailures).where(eq(signInFailures.key, keys.accountHere));
    await write.delete(signInFailures).where(inArray(signInFailures.id, ids));
  });

/** Run now and then: what no longer counts need not be kept. */
export const forgetOldSignInFailures = (now = new Date()) =>
  inTransaction(async () => {
    await write.delete(signInFailures).where(lt(signInFailures.at, new Date(now.getTime() - SIGN_IN_WINDOW_MS)));
  });
