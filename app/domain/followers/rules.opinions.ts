import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { HallVerdict, TaskState } from "~db/vocabulary";

/** What somebody says is finished; whether it is, residents are asked. */
const SAID_DONE: readonly TaskState[] = ["reported_done", "confirmed", "partly_done"];

/**
 * Is there something to ask about? When each public task of a matter has come to an end, and at least one of them with
 * something done. What was passed on speaks through the task that followed it.
 */
export function isSaidDone(states: readonly TaskState[]) {
  const living = states.filter((state) => state !== "transferred");
  return (
    living.some((state) => SAID_DONE.includes(state)) &&
    living.every((state) => SAID_DONE.includes(state) || state === "refused")
  );
}

type Matter = { askedAt: Date | null; states: readonly TaskState[] };

/** Once in the life of a matter, also when it is opened again and reported a second time. */
export const decideAsking = ({ askedAt, states }: Matter) => askedAt === null && isSaidDone(states);

export type OpinionRefusal = "not_asked";

/** An answer counts, and may be changed, from the question on and as long as somebody says that it is done. */
export const decideOpinion = ({ askedAt, states }: Matter): Outcome<true, OpinionRefusal> =>
  askedAt !== null && isSaidDone(states) ? allow(true) : refuse("not_asked");

export type Tally = Record<HallVerdict, number>;
export const NOBODY: Tally = { done: 0, partly: 0, not_done: 0 };

export const answersIn = ({ done, partly, not_done }: Tally) => done + partly + not_done;

/**
 * From how many answers on everybody sees them. A single one would be the answer of one person whom neighbours may
 * know; of two, nobody outside can tell who said what. The office, which has to decide, sees each.
 */
export const FEWEST_SHOWN = 2;

/** What most say; of equally many the more critical one, because a doubt is to be looked into. */
export function prevailing(tally: Tally): HallVerdict | null {
  const most = Math.max(tally.done, tally.partly, tally.not_done);
  if (most === 0) return null;
  return (["not_done", "partly", "done"] as const).find((verdict) => tally[verdict] === most) ?? null;
}

/** "motion:<id>" of the own motion of whoever raised the matter, "follower:<id>" of a supporter: one answer each. */
export const voterOf = (followerId: string, raisedMotionId: string | undefined) =>
  raisedMotionId ? `motion:${raisedMotionId}` : `follower:${followerId}`;

/**
 * What a page for everybody may carry: nothing while the matter is under way again, because the answers were about
 * something else, and of too few answers not which they were, since what a page is made from can be read as well.
 */
export function shownTally(
  tally: Tally | null,
  tasks: readonly { state: TaskState }[],
): Tally | { hidden: number } | null {
  if (!tally || answersIn(tally) === 0 || !isSaidDone(tasks.map(({ state }) => state))) return null;
  return answersIn(tally) < FEWEST_SHOWN ? { hidden: answersIn(tally) } : tally;
}
export type ShownTally = ReturnType<typeof shownTally>;
