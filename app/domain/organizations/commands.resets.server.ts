import { randomUUID } from "node:crypto";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { hashPassword } from "~/platform/password.server";
import { passwordResets } from "~db/schema";
import { queueMail } from "../history/commands.mail.server";
import { judgePassword, ownWordsOf, recordForAccount, tellOwner, writePassword } from "./commands.account.server";
import { countAttempt } from "./commands.sign-in.server";
import { type Account, findAccountByEmail } from "./gate.account.server";
import { resetLetter } from "./mail.account.server";
import { decideReset, mayAskForReset, resetExpiry, resetsSince } from "./rules.account";

/**
 * Somebody has forgotten a password. The answer is one and the same whether there is such an account or not; only too
 * many questions from one place are refused, and those, too, about anybody.
 */
export async function askForReset(typed: string, network: string, now = new Date()) {
  const email = typed.toLowerCase();
  const counted = await countAttempt(`reset:${email}`, `reset:${network}`, now, async () => {
    const account = await findAccountByEmail(email);
    if (account) await sendReset(account, now);
    return refuse("counted"); // each question counts
  });
  return counted.reason === "counted" ? allow({}) : counted;
}

function sendReset(account: Account, now: Date) {
  return inTransaction(async () => {
    const mine = eq(passwordResets.userId, account.id);
    const [recent] = await read
      .select({ many: count() })
      .from(passwordResets)
      .where(and(mine, gt(passwordResets.createdAt, resetsSince(now))));
    if (!mayAskForReset(recent?.many ?? 0)) return;
    await write
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(mine, isNull(passwordResets.usedAt)));
    const id = randomUUID();
    const expiresAt = resetExpiry(now);
    const tokenHash = tokenHashOf("reset", id);
    await write.insert(passwordResets).values({ id, userId: account.id, tokenHash, expiresAt, createdAt: now });
    await recordForAccount(account, { action: "password_reset_asked", actor: "public" }, now);
    const to = { name: account.name, address: account.email };
    const letter = resetLetter({ unit: account.home, resetId: id, expiresAt });
    await queueMail(account.scope, { kind: "password_reset", subjectId: id, to, letter, revision: 1 }, now);
  });
}

/** The new password of whoever holds the link. Signs nobody in: that asks for the second factor, too. */
export async function resetPassword(
  { account, resetId }: { account: Account; resetId: string },
  password: string,
  now = new Date(),
) {
  const judged = await judgePassword(password, ownWordsOf(account));
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return inTransaction(async () => {
    const mine = and(eq(passwordResets.id, resetId), eq(passwordResets.userId, account.id));
    const [reset] = await read.select().from(passwordResets).where(mine);
    const decided = reset ? decideReset(reset, now) : refuse("used");
    if (!decided.ok) return decided;
    await writePassword(account.id, passwordHash, now);
    await recordForAccount(account, { action: "password_reset_done" }, now);
    await tellOwner(account, "password", now);
    return allow({});
  });
}
