import { LINK_LIVES } from "~/platform/link-lives";
import { allow, type Outcome, refuse } from "~/platform/outcome";

const MINUTE_MS = 60_000;
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);

/** Between the password and the code. */
const CHALLENGE_MINUTES = 10;
const MOST_ATTEMPTS = 5;
export const challengeExpiry = (now: Date) => later(now, CHALLENGE_MINUTES);

export type ChallengeState = { attempts: number; expiresAt: Date };

/** A challenge lives for minutes and for a few attempts, right or wrong. */
export function decideAttempt(
  challenge: ChallengeState,
  now: Date,
): Outcome<{ attempts: number }, "expired" | "exhausted"> {
  if (challenge.expiresAt <= now) return refuse("expired");
  if (challenge.attempts >= MOST_ATTEMPTS) return refuse("exhausted");
  return allow({ attempts: challenge.attempts + 1 });
}

/** `step`: where the code belongs in time, if it is one of now. A code opens once, and none that is older than it. */
export function decideCode(
  step: number | undefined,
  lastStep: number | null,
): Outcome<{ totpLastStep: number }, "wrong_code" | "replayed"> {
  if (step === undefined) return refuse("wrong_code");
  if (lastStep !== null && step <= lastStep) return refuse("replayed");
  return allow({ totpLastStep: step });
}

export const RECOVERY_CODES = 10;

/** How long an authenticator may be set up before the password is asked for again. */
const SET_UP_MINUTES = 20;
export const setUpExpiry = (now: Date) => later(now, SET_UP_MINUTES);

/** An admin lets a colleague in again who has lost the phone; one's own is switched off with password and code. */
export function decideSecondFactorReset(
  member: { endedAt: Date | null; hasSecondFactor: boolean },
  { isMe, isElsewhere }: { isMe: boolean; isElsewhere: boolean },
): Outcome<true, "already_ended" | "no_second_factor" | "own_second_factor" | "member_elsewhere"> {
  if (member.endedAt) return refuse("already_ended");
  if (!member.hasSecondFactor) return refuse("no_second_factor");
  if (isMe) return refuse("own_second_factor");
  // Else an admin of one unit could open the door to another.
  if (isElsewhere) return refuse("member_elsewhere");
  return allow(true);
}

const RESET_MINUTES = LINK_LIVES.reset.minutes;
/** Letters about a forgotten password within the hour: enough for somebody in a hurry, too few to be a nuisance. */
const MOST_RESETS = 3;
export const resetExpiry = (now: Date) => later(now, RESET_MINUTES);
export const resetsSince = (now: Date) => later(now, -RESET_MINUTES);
export const mayAskForReset = (recent: number) => recent < MOST_RESETS;

export type ResetState = { usedAt: Date | null; expiresAt: Date };

export function decideReset(reset: ResetState, now: Date): Outcome<{ usedAt: Date }, "used" | "expired"> {
  if (reset.usedAt) return refuse("used");
  if (reset.expiresAt <= now) return refuse("expired");
  return allow({ usedAt: now });
}
