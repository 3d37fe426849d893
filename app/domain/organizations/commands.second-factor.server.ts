import { createHmac } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { config } from "~/platform/config.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { hashToken, spokenCode, tidyCode } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { seal, unseal } from "~/platform/sealed.server";
import { endOtherSessions, endSessions } from "~/platform/session.server";
import { newTotpSecret, stepOf, totpAddress } from "~/platform/totp.server";
import { recoveryCodes, signInChallenges, users } from "~db/schema";
import { recordAudit } from "../history/commands.audit.server";
import { recordEvent } from "../history/commands.server";
import { recordForAccount, tellOwner } from "./commands.account.server";
import { confirmOwnPassword, countOwnAttempt } from "./commands.sign-in.server";
import { type Account, findAccountById, isMemberElsewhere } from "./gate.account.server";
import { getMember } from "./queries.server";
import { decideCode, decideSecondFactorReset, RECOVERY_CODES, setUpExpiry } from "./rules.account";
import type { SecondFactorForm } from "./schema.account";

/** What the page shows next. */
type Done = { offer?: ReturnType<typeof offerOf>; codes?: string[] };
const done = (value: Done) => allow(value);

type Visit = { account: Account; sessionId: string };
type Sent = { key: string };
const ISSUER = "Debata";
const aboutSecret = (userId: string) => `totp:${userId}`;
/** Worth something in this session only, so that nobody is led to confirm somebody else's phone. */
const aboutOffer = ({ account, sessionId }: Visit) => `totp-offer:${account.id}:${sessionId}`;

/** What a form of its page asks for. */
export async function changeSecondFactor(visit: Visit, form: SecondFactorForm, sent: Sent, now = new Date()) {
  switch (form.do) {
    case "start":
      return offerSecondFactor(visit, form.current, now);
    case "confirm":
      return confirmSecondFactor(visit, form, sent, now);
    case "codes":
      return renewRecoveryCodes(visit, form.current, sent, now);
    case "end":
      return endSecondFactor(visit, form, now);
  }
}

/** A secret to be put into a phone. It waits sealed in the form; the account knows it once a code has proved it. */
async function offerSecondFactor(visit: Visit, current: string, now: Date) {
  const { account } = visit;
  if (account.totpConfirmedAt) return refuse("already_on");
  const confirmed = await confirmOwnPassword(visit, current, now);
  if (!confirmed.ok) return confirmed;
  const secret = newTotpSecret();
  const sealed = seal(`${setUpExpiry(now).getTime()}:${secret}`, aboutOffer(visit));
  return done({ offer: offerOf(visit, secret, sealed) });
}

const offerOf = ({ account }: Visit, secret: string, sealed: string) => ({
  secret,
  sealed,
  address: totpAddress(secret, { issuer: ISSUER, label: account.email }),
});

/** What a form brings back; undefined when it is not ours, not of this session, or too old. */
export function reopenOffer(visit: Visit, sealed: string, now = new Date()) {
  const [until, secret] = unseal(sealed, aboutOffer(visit))?.split(":") ?? [];
  return secret && Number(until) > now.getTime() ? offerOf(visit, secret, sealed) : undefined;
}

/** The first code of the phone: from now on a password alone opens nothing. Gives the recovery codes, this once. */
async function confirmSecondFactor(visit: Visit, form: { sealed: string; code: string }, sent: Sent, now: Date) {
  const { account, sessionId } = visit;
  const offer = reopenOffer(visit, form.sealed, now);
  if (!offer) return refuse("offer_over");
  return countOwnAttempt("code", visit, now, () =>
    inTransaction(async () => {
      const codes = codesFrom(account.id, sent.key);
      if (await areThere(account.id, codes)) return done({ codes }); // the same form again
      const [user] = await read.select({ on: users.totpConfirmedAt }).from(users).where(eq(users.id, account.id));
      if (user?.on) return refuse("already_on");
      const decided = decideCode(stepOf(offer.secret, form.code, now), null);
      if (!decided.ok) return decided;
      const totpSecret = seal(offer.secret, aboutSecret(account.id));
      await write
        .update(users)
        .set({ ...decided.value, totpSecret, totpConfirmedAt: now })
        .where(eq(users.id, account.id));
      await writeCodes(account.id, codes);
      await endOtherSessions(account.id, sessionId);
      await recordForAccount(account, { action: "second_factor_started" }, now);
      await tellOwner(account, "second_factor_on", now);
      return done({ codes });
    }),
  );
}

/** Ten new codes; those on the old sheet open nothing any more. */
async function renewRecoveryCodes(visit: Visit, current: string, sent: Sent, now: Date) {
  const { account } = visit;
  if (!account.totpConfirmedAt) return refuse("not_on");
  const confirmed = await confirmOwnPassword(visit, current, now);
  if (!confirmed.ok) return confirmed;
  return inTransaction(async () => {
    const codes = codesFrom(account.id, sent.key);
    if (await areThere(account.id, codes)) return done({ codes });
    await writeCodes(account.id, codes);
    await recordForAccount(account, { action: "recovery_codes_made" }, now);
    await tellOwner(account, "recovery_codes", now);
    return done({ codes });
  });
}

/** From now on the password is enough again. Asks for both, because whoever sits here may be somebody else. */
async function endSecondFactor(visit: Visit, form: { current: string; code: string }, now: Date) {
  const { account, sessionId } = visit;
  if (!account.totpConfirmedAt) return refuse("not_on");
  const confirmed = await confirmOwnPassword(visit, form.current, now);
  if (!confirmed.ok) return confirmed;
  return countOwnAttempt("code", visit, now, () =>
    inTransaction(async () => {
      const proved = await proveCode(account, form.code, now);
      if (!proved.ok) return proved;
      await forgetSecondFactor(account.id);
      await endOtherSessions(account.id, sessionId);
      await recordForAccount(account, { action: "second_factor_ended" }, now);
      await tellOwner(account, "second_factor_off", now);
      return done({});
    }),
  );
}

/** A colleague has lost the phone and the sheet: an admin lets the password be enough until a new one is set up. */
export function resetSecondFactor(scope: Scope, membershipId: string, now = new Date()) {
  return inTransaction(async () => {
    const { userId, endedAt, secondFactorAt } = await getMember(scope, membershipId);
    const about = { isMe: scope.actor === `user:${userId}`, isElsewhere: await isMemberElsewhere(scope, userId) };
    const decided = decideSecondFactorReset({ endedAt, hasSecondFactor: secondFactorAt !== null }, about);
    if (!decided.ok) return decided;
    const account = await findAccountById(userId);
    if (!account) return notFound();
    await forgetSecondFactor(userId);
    await endSessions(userId);
    const data = { name: account.name };
    await recordEvent(scope, { action: "member_second_factor_reset", subjectId: userId, data }, now);
    await recordAudit(scope, { action: "second_factor_ended", subjectId: userId }, now);
    await tellOwner(account, "second_factor_reset", now);
    return allow({ id: membershipId });
  });
}

/** The operator's shell does it for whom no admin can: the last admin, or a member of several units. */
export function takeSecondFactorOff(account: Account, now = new Date()) {
  return inTransaction(async () => {
    if (!account.totpConfirmedAt) return refuse("no_second_factor");
    await forgetSecondFactor(account.id);
    await endSessions(account.id);
    await recordForAccount(account, { action: "second_factor_ended", actor: "system" }, now);
    await tellOwner(account, "second_factor_reset", now);
    return allow({});
  });
}

/**
 * Is this a code of the account, from the phone or from the sheet? Uses it up. In a transaction, so that of two requests
 * with one code one is too late.
 */
export async function proveCode(account: Account, typed: string, now: Date) {
  if (!/^\d{6}$/.test(typed)) return spendRecoveryCode(account, typed, now);
  const [user] = await read
    .select({ sealed: users.totpSecret, lastStep: users.totpLastStep })
    .from(users)
    .where(eq(users.id, account.id));
  const secret = user?.sealed && unseal(user.sealed, aboutSecret(account.id));
  if (!secret) return refuse("wrong_code");
  const decided = decideCode(stepOf(secret, typed, now), user.lastStep);
  if (!decided.ok) return decided;
  await write.update(users).set(decided.value).where(eq(users.id, account.id));
  return allow({ left: undefined });
}

async function spendRecoveryCode(account: Account, typed: string, now: Date) {
  const unused = and(eq(recoveryCodes.userId, account.id), isNull(recoveryCodes.usedAt));
  const codeHash = hashCode(account.id, tidyCode(typed));
  const [code] = await read
    .select({ id: recoveryCodes.id })
    .from(recoveryCodes)
    .where(and(unused, eq(recoveryCodes.codeHash, codeHash)));
  if (!code) return refuse("wrong_recovery");
  await write.update(recoveryCodes).set({ usedAt: now }).where(eq(recoveryCodes.id, code.id));
  const [rest] = await read.select({ many: count() }).from(recoveryCodes).where(unused);
  const left = rest?.many ?? 0;
  await recordForAccount(account, { action: "recovery_code_used", data: { left } }, now);
  await tellOwner(account, "recovery_code", now);
  return allow({ left });
}

async function forgetSecondFactor(userId: string) {
  await write
    .update(users)
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(users.id, userId));
  await write.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await write.delete(signInChallenges).where(eq(signInChallenges.userId, userId));
}

const hashCode = (userId: string, code: string) => hashToken(`recovery:${userId}:${code}`);
const CODE_LETTERS = 12;

/**
 * Sixty bits each. They follow from the key of the form that asked for them, so the same form sent twice shows the same
 * sheet; the table has nothing but their hashes.
 */
const codesFrom = (userId: string, key: string) =>
  Array.from({ length: RECOVERY_CODES }, (_, i) =>
    spokenCode(createHmac("sha256", config.secret).update(`recovery:${userId}:${key}:${i}`).digest(), CODE_LETTERS),
  );

async function areThere(userId: string, [code = ""]: string[]) {
  const [row] = await read
    .select({ id: recoveryCodes.id })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, hashCode(userId, code))));
  return row !== undefined;
}

async function writeCodes(userId: string, codes: string[]) {
  await write.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await write.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashCode(userId, code) })));
}
