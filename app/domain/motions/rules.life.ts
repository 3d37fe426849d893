import { latest } from "~/platform/link-lives";
import type { MotionOutcome, MotionStatus, TaskState } from "~db/vocabulary";

type Matter = {
  status: MotionStatus;
  outcome: MotionOutcome | null;
  decidedAt: Date | null;
  referredAt: Date | null;
  settledAt: Date | null;
  opinionAskedAt: Date | null;
};
type Promised = { state: TaskState; settledAt: Date | null };

/** Somebody still works on it, or waits for money. */
const isRunning = ({ state, settledAt }: Promised) => settledAt === null || state === "needs_funds";

/**
 * Since when a resident has nothing to wait for any more; null while the office has not answered, while the evening is
 * ahead, and as long as anybody owes something.
 */
export function followedUntil(matter: Matter, debateOver: Date | null, promised: readonly Promised[]): Date | null {
  const { status, outcome, decidedAt, referredAt, settledAt, opinionAskedAt } = matter;
  const isAnswered = status === "returned" || outcome !== null;
  if (debateOver === null || !isAnswered || promised.some(isRunning)) return null;
  const ends = promised.map((task) => task.settledAt);
  return latest(debateOver, decidedAt, referredAt, settledAt, opinionAskedAt, ...ends);
}
