import { versionOf } from "~/platform/forms";
import { LINK_LIVES } from "~/platform/link-lives";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { Role } from "~db/vocabulary";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const inviteExpiry = (now: Date) => new Date(now.getTime() + LINK_LIVES.member.days * DAY_MS);

export type MemberState = { role: Role; endedAt: Date | null };
export type MemberRefusal = "already_ended" | "same_role" | "last_admin";

/** A unit without an admin could never get one again from inside, so the last one stays. */
export function decideRole(member: MemberState, role: Role, admins: number): Outcome<{ role: Role }, MemberRefusal> {
  if (member.endedAt) return refuse("already_ended");
  if (member.role === role) return refuse("same_role");
  if (member.role === "admin" && admins <= 1) return refuse("last_admin");
  return allow({ role });
}

export function decideEnd(
  member: MemberState,
  admins: number,
  now: Date,
): Outcome<{ endedAt: Date }, Exclude<MemberRefusal, "same_role">> {
  if (member.endedAt) return refuse("already_ended");
  if (member.role === "admin" && admins <= 1) return refuse("last_admin");
  return allow({ endedAt: now });
}

/** A unit stands under another, never under itself or one of its own. `above`: the new parent and everything over it. */
export const decidePlace = (unitId: string, above: readonly string[]): Outcome<true, "ring"> =>
  above.includes(unitId) ? refuse("ring") : allow(true);

export type InviteState = { acceptedAt: Date | null; revoked: boolean; expiresAt: Date };
export type InviteRefusal = "used" | "revoked" | "expired";

export function decideAcceptInvite(invite: InviteState, now: Date): Outcome<{ acceptedAt: Date }, InviteRefusal> {
  if (invite.acceptedAt) return refuse("used");
  if (invite.revoked) return refuse("revoked");
  if (invite.expiresAt <= now) return refuse("expired");
  return allow({ acceptedAt: now });
}

/** Failed sign-ins are counted within this time. */
export const SIGN_IN_WINDOW_MS = 15 * MINUTE_MS;

/**
 * Five wrong passwords from one place are enough. An account asked for from everywhere, or a network asking for
 * everybody, gets a higher limit: a whole unit shares one address, and a stranger must not lock a member out.
 */
export const SIGN_IN_LIMITS = { accountHere: 5, account: 25, network: 25 } as const;
export type SignInKey = keyof typeof SIGN_IN_LIMITS;

/** `failures`: when the attempts of each key failed, newest first, within the window. Gives seconds to wait. */
export function decideSignInAttempt(
  failures: Record<SignInKey, readonly Date[]>,
  now: Date,
): { ok: true } | { ok: false; retryAfterS: number } {
  const waits = (Object.keys(SIGN_IN_LIMITS) as SignInKey[]).map((key) => {
    const oldestThatCounts = failures[key][SIGN_IN_LIMITS[key] - 1];
    return oldestThatCounts ? oldestThatCounts.getTime() + SIGN_IN_WINDOW_MS - now.getTime() : 0;
  });
  const wait = Math.max(...waits);
  return wait > 0 ? { ok: false, retryAfterS: Math.ceil(wait / 1000) } : { ok: true };
}

/** Where to go after signing in: only pages of the office and of one's own account, never another site. */
export function officePath(asked: string | null | undefined): string | undefined {
  return asked && /^\/(?:o\/[a-z0-9-]+|account)(?:\/[a-z0-9-]+)*$/i.test(asked) ? asked : undefined;
}

export type PatternRefusal = "no_number" | "unknown_part" | "odd_signs";

/** How the unit numbers its minutes, e.g. {numer}/{rok}; the room of minutes fills the parts in. */
export function decideMinutesPattern(pattern: string): Outcome<string, PatternRefusal> {
  const words = pattern.replace(/\{(?:numer|rok|debata)\}/g, "");
  if (/[{}]/.test(words)) return refuse("unknown_part");
  // A debate's number comes again next year, so it is a number of its own only together with the year.
  const isUnique = pattern.includes("{numer}") || (pattern.includes("{debata}") && pattern.includes("{rok}"));
  if (!isUnique) return refuse("no_number");
  if (!/^[\p{L}\p{N} ./–-]*$/u.test(words)) return refuse("odd_signs");
  return allow(pattern);
}

/** Which settings a form was filled in over: the unit's row changes with every event, so its own counter would say nothing. */
export const settingsVersion = (settings: Record<string, string | boolean>) => versionOf(settings);

/** How a form says yes or no. */
export const SWITCH = ["on", "off"] as const;

/** Settings as the form holds them: nothing but texts. */
export const settingsFields = <Settings extends { reminds: boolean; needsSecondFactor: boolean }>(
  settings: Settings,
) => {
  const { reminds, needsSecondFactor, ...texts } = settings;
  const word = (isOn: boolean) => SWITCH[isOn ? 0 : 1];
  return { ...texts, reminds: word(reminds), needsSecondFactor: word(needsSecondFactor) };
};

/** Both versions of each setting, for somebody who was overtaken; `say` gives words for what is no text. */
export const settingsConflict = <K extends string>(
  mine: Record<K, string | boolean>,
  theirs: Record<K, string | boolean>,
  labels: Record<K, string>,
  say: (value: string | boolean) => string = String,
) =>
  (Object.keys(labels) as K[]).map((name) => ({
    label: labels[name],
    mine: say(mine[name]),
    theirs: say(theirs[name]),
  }));
