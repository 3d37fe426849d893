import { eq } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { signInChallenges } from "~db/schema";
import { recordForAccount } from "./commands.account.server";
import { proveCode } from "./commands.second-factor.server";
import { countAttempt } from "./commands.sign-in.server";
import { type Account, findAccountById, newChallengeToken } from "./gate.account.server";
import { challengeExpiry, decideAttempt } from "./rules.account";

/**
 * The password, or a link in its place, was right. Whoever has a second factor gets the token of a challenge, and no
 * session before it is answered; every road to a session leads through here.
 */
export async function beginEntry(userId: string, now = new Date()) {
  const account = (await findAccountById(userId)) ?? notFound();
  return inTransaction(async () => {
    if (!account.totpConfirmedAt) {
      await recordForAccount(account, { action: "signed_in", data: { method: "password" } }, now);
      return { token: undefined };
    }
    const token = newChallengeToken();
    const expiresAt = challengeExpiry(now);
    await write.insert(signInChallenges).values({ userId, tokenHash: hashToken(token), expiresAt });
    return { token };
  });
}

type Challenged = { account: Account; challengeId: string };

/** The answer to a challenge. An attempt is used up before the code is looked at, and a right one ends the challenge. */
export async function answerChallenge(
  { account, challengeId }: Challenged,
  code: string,
  network: string,
  now = new Date(),
) {
  const mine = eq(signInChallenges.id, challengeId);
  const attempt = await inTransaction(async () => {
    const [challenge] = await read.select().from(signInChallenges).where(mine);
    const decided = challenge ? decideAttempt(challenge, now) : refuse("expired");
    if (decided.ok) await write.update(signInChallenges).set(decided.value).where(mine);
    return decided;
  });
  if (!attempt.ok) return refuse("over");
  const answered = await countAttempt(`code:${account.id}`, network, now, () =>
    inTransaction(async () => {
      const proved = await proveCode(account, code, now);
      if (!proved.ok) return proved;
      await write.delete(signInChallenges).where(mine);
      const how = proved.value.left === undefined ? "code" : "recovery";
      await recordForAccount(account, { action: "signed_in", data: { method: how } }, now);
      return allow({ userId: account.id, left: proved.value.left });
    }),
  );
  if (!answered.ok && answered.reason !== "too_many")
    await inTransaction(() => recordForAccount(account, { action: "sign_in_refused", data: { reason: "code" } }, now));
  return answered;
}

/** Somebody leaves by the button. */
export async function recordSignOut(userId: string, now = new Date()) {
  const account = await findAccountById(userId);
  if (account) await inTransaction(() => recordForAccount(account, { action: "signed_out" }, now));
}
