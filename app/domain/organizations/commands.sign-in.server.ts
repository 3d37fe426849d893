import { createHmac, randomUUID } from "node:crypto";
import { and, desc, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { config } from "~/platform/config.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { verifyPassword } from "~/platform/password.server";
import { memberships, signInFailures, users } from "~db/schema";
import { decideSignInAttempt, SIGN_IN_LIMITS, SIGN_IN_WINDOW_MS, type SignInKey } from "./rules";

type SignedIn =
  | { ok: true; value: { userId: string; passwordHash: string } }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too_many"; retryAfterS: number };

/**
 * Checks a password. Whoever is wrong (no such account, another password, disabled, member of nothing any more) hears
 * the same after the same work. The attempt is counted before the password is looked at and taken back when it was
 * right, so that a hundred guesses at once are not a hundred free ones. `browser`: one in which this account has been
 * signed in before; it is counted by itself, so that nobody else's guesses lock its owner out.
 */
export const signIn = (email: string, password: string, network: string, now = new Date(), browser?: string) =>
  checkPassword(email, password, keysOf(email.toLowerCase(), network, browser), now, findMember);

/** The same for somebody who joins a unit and may, until then, be a member of none. */
export const confirmPassword = (email: string, password: string, network: string, now = new Date()) =>
  checkPassword(email, password, keysOf(email.toLowerCase(), network), now, findAccount);

type Own = { account: { id: string; email: string }; sessionId: string };

/**
 * The same for whoever is signed in. Counted by the session alone: whoever floods the sign-in page, from the same network
 * or with the same address, locks nobody out of the settings of their account.
 */
export const confirmOwnPassword = ({ account, sessionId }: Own, password: string, now = new Date()) =>
  checkPassword(account.email, password, keysOf(account.id, "", `session ${sessionId}`), now, findAccount);

type Account = { id: string; passwordHash: string };
type Find = (email: string) => Promise<Account | undefined>;

async function checkPassword(typed: string, password: string, keys: Keys, now: Date, find: Find): Promise<SignedIn> {
  const email = typed.toLowerCase();
  const attempt = await reserveAttempt(keys, now);
  if (!attempt.ok) return attempt;
  const account = await find(email);
  if (!(await verifyPassword(account?.passwordHash, password)) || !account) return refuse("wrong");
  await forgetFailures(keys, attempt.ids);
  return allow({ userId: account.id, passwordHash: account.passwordHash });
}

/**
 * One more thing that can be guessed, e.g. a code: counted like a password, and forgotten when it was right. `what` names
 * it together with whose it is.
 */
export async function countAttempt<Seen extends { ok: boolean }>(
  what: string,
  network: string,
  now: Date,
  look: () => Promise<Seen>,
) {
  return countBy(keysOf(what, network), now, look);
}

/** The same for whoever is signed in, by the session alone. */
export const countOwnAttempt = <Seen extends { ok: boolean }>(
  what: string,
  { sessionId }: Own,
  now: Date,
  look: () => Promise<Seen>,
) => countBy(keysOf(what, "", `session ${sessionId}`), now, look);

async function countBy<Seen extends { ok: boolean }>(keys: Keys, now: Date, look: () => Promise<Seen>) {
  const attempt = await reserveAttempt(keys, now);
  if (!attempt.ok) return attempt;
  const seen = await look();
  if (seen.ok) await forgetFailures(keys, attempt.ids);
  return seen;
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

type Keys = Partial<Record<SignInKey, string>> & { accountHere: string };

/** Neither an address nor a network can be read back from the table. */
function keysOf(account: string, network: string, browser?: string): Keys {
  const hash = (text: string) => createHmac("sha256", config.secret).update(`sign-in:${text}`).digest("base64url");
  if (browser) return { accountHere: hash(`${account}\nbrowser ${browser}`) };
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

async function newestFailures(key: string | undefined, since: Date, most: number) {
  if (key === undefined) return [];
  const rows = await read
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, since)))
    .orderBy(desc(signInFailures.at))
    .limit(most);
  return rows.map(({ at }) => at);
}

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
