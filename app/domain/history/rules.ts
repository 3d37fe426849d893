import type { MailStatus } from "~db/vocabulary";

/** How long a letter or a job waits before the next attempt, in seconds. After the last one a person has to look. */
export const RETRY_AFTER_S = [10, 60, 300, 900, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600] as const;

/** `attempt` counts from 1. */
export function decideRetry(
  attempt: number,
  permanent: boolean,
  now: Date,
): { status: Extract<MailStatus, "queued" | "failed">; nextAttemptAt: Date } {
  const wait = RETRY_AFTER_S[attempt - 1];
  if (permanent || wait === undefined) return { status: "failed", nextAttemptAt: now };
  return { status: "queued", nextAttemptAt: new Date(now.getTime() + wait * 1000) };
}

/** Kinds of letters that nobody has asked for and nobody waits for: not sent, nor tried again, at night and on free days. */
export const BY_DAY_ONLY = ["task_notice", "task_chair", "task_digest"] as const;

/** A form's key is its sender's own: from somebody else it is another key, which hears no answer and stops no form. */
export const keptKey = (actor: string, key: string) => `${actor} ${key}`;
