import { DAY_MS } from "./rules";

type Step = { at: Date };
type Told = { at: Date; upTo: Date } | undefined;

/** A letter that lists more is not read; the page has all of it. */
export const MOST_STEPS = 10;

/** What has not been told yet, oldest first. Whoever was never told hears what happened from this moment on. */
export function newsSince<S extends Step>(steps: readonly S[], told: Told, movedAt: Date): S[] {
  return steps
    .filter(({ at }) => (told ? at > told.upTo : at >= movedAt))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

export type NoticeStep = { do: "tell" } | { do: "wait"; until: Date } | { do: "nothing" };

/** At most one letter about a matter a day: the first goes out at once, what follows waits and comes together. */
export function decideNotice(
  { news, told, isWaiting }: { news: readonly Step[]; told: Told; isWaiting: boolean },
  now: Date,
): NoticeStep {
  if (news.length === 0) return { do: "nothing" };
  const until = told && new Date(told.at.getTime() + DAY_MS);
  if (!until || until <= now) return { do: "tell" };
  return isWaiting ? { do: "nothing" } : { do: "wait", until };
}
