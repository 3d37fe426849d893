import { and, eq, isNull, lt } from "drizzle-orm";
import { isCommonPassword } from "~/platform/common-passwords.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { hashPassword, verifyPassword } from "~/platform/password.server";
import { endOneSession, endOtherSessions, endSessions } from "~/platform/session.server";
import { passwordResets, signInChallenges, users } from "~db/schema";
import { type NewAuditEntry, recordAudit } from "../history/commands.audit.server";
import { queueMail } from "../history/commands.mail.server";
import { once } from "../history/commands.server";
import { findSubmission } from "../history/queries.server";
import { confirmOwnPassword } from "./commands.sign-in.server";
import { type Account, findAccountById } from "./gate.account.server";
import { noticeLetter } from "./mail.account.server";
import type { Notice } from "./messages.account.pl";
import { resetsSince } from "./rules.account";
import { coresOf, decidePassword } from "./rules.password";
import type { AccountForm } from "./schema.account";

/** Is this password good enough to be somebody's? `own`: names and addresses that anybody would try first. */
export const judgePassword = async (password: string, own: readonly string[]) =>
  decidePassword(password, own, await isCommonPassword(coresOf(password)));

type Owner = { email: string; name: string; units: { name: string; shortName: string; locality: string }[] };
export const ownWordsOf = ({ email, name, units }: Owner) => [
  email,
  name,
  ...units.flatMap(({ name, shortName, locality }) => [name, shortName, locality]),
];

/** Writes an act of this account down in each unit that it opens. */
export async function recordForAccount(account: Account, entry: NewAuditEntry, now: Date) {
  for (const scope of account.scopes) await recordAudit(scope, { subjectId: account.id, ...entry }, now);
}

/** Tells the owner of an account what has been done to it: whoever did it was perhaps somebody else. */
export const tellOwner = (account: Account, notice: Notice, now: Date) =>
  queueMail(
    account.scope,
    {
      kind: "account_notice",
      subjectId: account.id,
      to: { name: account.name, address: account.email },
      letter: noticeLetter({ unit: account.home, notice, at: now }),
      revision: `${notice}-${now.getTime()}`,
    },
    now,
  );

/** A new password makes worthless whatever the old one, or somebody who does not know it, has opened. In a transaction. */
export async function writePassword(userId: string, passwordHash: string, now: Date, keptSession?: string) {
  await write.update(users).set({ passwordHash, passwordChangedAt: now }).where(eq(users.id, userId));
  await write
    .update(passwordResets)
    .set({ usedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
  await write.delete(signInChallenges).where(eq(signInChallenges.userId, userId));
  await (keptSession ? endOtherSessions(userId, keptSession) : endSessions(userId));
}

/** A new password, set by the operator's script or by the person behind a link of their own. `entry`: who is to be named. */
export async function renewPassword(email: string, passwordHash: string, now = new Date(), entry?: NewAuditEntry) {
  const [user] = await read.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) return notFound();
  await inTransaction(async () => {
    await writePassword(user.id, passwordHash, now);
    const account = await findAccountById(user.id);
    if (account && entry) await recordForAccount(account, entry, now);
    if (account) await tellOwner(account, "password", now);
  });
  return user.id;
}

type Visit = { account: Account; sessionId: string };
type Sent = { key: string };

/** What a form of the page of one's own account asks for. */
export function changeAccount(visit: Visit, form: AccountForm, sent: Sent, now = new Date()) {
  if (form.do === "password") return changePassword(visit, form, sent, now);
  const id = form.do === "end" ? form.id : undefined;
  return endMySessions(visit, { current: form.current, id }, now);
}

type Change = { current: string; password: string };

/** A new password, chosen by its owner; everybody else who is signed in with the old one is out. */
async function changePassword(visit: Visit, { current, password }: Change, { key }: Sent, now: Date) {
  const { account, sessionId } = visit;
  // The same form again: the password it asks for is the old one by now.
  if (await findSubmission(account.scope, key)) return allow({});
  const confirmed = await confirmOwnPassword(visit, current, now);
  if (!confirmed.ok) return confirmed;
  if (await verifyPassword(account.passwordHash, password)) return refuse("same");
  const judged = await judgePassword(password, ownWordsOf(account));
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return once(account.scope, key, async () => {
    await writePassword(account.id, passwordHash, now, sessionId);
    await recordForAccount(account, { action: "password_changed" }, now);
    await tellOwner(account, "password", now);
    return allow({});
  });
}

/** Signs one session of one's own out, or all but this one. The password says that it is the owner who asks. */
async function endMySessions(visit: Visit, { current, id }: { current: string; id?: string }, now: Date) {
  const { account, sessionId } = visit;
  const confirmed = await confirmOwnPassword(visit, current, now);
  if (!confirmed.ok) return confirmed;
  return inTransaction(async () => {
    await (id ? endOneSession(account.id, id) : endOtherSessions(account.id, sessionId));
    await recordForAccount(account, { action: "session_ended", data: id ? {} : { all: true } }, now);
    return allow({});
  });
}

const KEEP_RESETS_MS = 7 * 24 * 60 * 60 * 1000;

/** Run now and then: what opens nothing any more need not be kept. */
export const forgetOldEntries = (now = new Date()) =>
  inTransaction(async () => {
    await write.delete(signInChallenges).where(lt(signInChallenges.expiresAt, now));
    const old = new Date(resetsSince(now).getTime() - KEEP_RESETS_MS);
    await write.delete(passwordResets).where(lt(passwordResets.expiresAt, old));
  });
