import { allow, type Outcome, refuse } from "~/platform/outcome";
import { warsawDate } from "~/platform/time";
import type { DebateStatus } from "~db/vocabulary";

/** An agenda item on the evening: not begun, running, or over. Its state is two times, never a flag. */
export type Item = { id: string; startedAt: Date | null; finishedAt: Date | null };
export type ItemState = "waiting" | "running" | "over";

export const stateOf = ({ startedAt, finishedAt }: Omit<Item, "id">): ItemState => {
  if (startedAt === null) return "waiting";
  return finishedAt === null ? "running" : "over";
};

export type LiveRefusal = "not_live" | "already_running" | "not_running" | "no_item" | "nothing_runs";

/** Which columns of which items change. */
export type ItemChange = { id: string; startedAt?: Date; finishedAt: Date | null };

/** One item at a time: whatever runs is over when the next begins. An item that was over may be taken up again. */
export function decideStart(
  status: DebateStatus,
  items: readonly Item[],
  id: string,
  now: Date,
): Outcome<ItemChange[], LiveRefusal> {
  if (status !== "live") return refuse("not_live");
  const item = items.find((candidate) => candidate.id === id);
  if (!item) return refuse("no_item");
  if (stateOf(item) === "running") return refuse("already_running");
  const ended = items
    .filter((other) => stateOf(other) === "running")
    .map((other) => ({ id: other.id, finishedAt: now }));
  return allow([...ended, { id, startedAt: item.startedAt ?? now, finishedAt: null }]);
}

export function decideFinish(
  status: DebateStatus,
  items: readonly Item[],
  id: string,
  now: Date,
): Outcome<ItemChange[], LiveRefusal> {
  if (status !== "live") return refuse("not_live");
  const item = items.find((candidate) => candidate.id === id);
  if (!item) return refuse("no_item");
  if (stateOf(item) !== "running") return refuse("not_running");
  return allow([{ id, finishedAt: now }]);
}

/**
 * With the evening ends what still runs, so that minutes and the big screen know it. On a later day nobody knows the
 * hour any more, and the planned one stands for it.
 */
export function decideEnd(items: readonly Item[], endsAt: Date, now: Date): ItemChange[] {
  return items.flatMap(({ id, startedAt, finishedAt }) => {
    if (startedAt === null || finishedAt !== null) return [];
    if (warsawDate(startedAt) === warsawDate(now)) return [{ id, finishedAt: now }];
    return [{ id, finishedAt: endsAt > startedAt ? endsAt : startedAt }];
  });
}

/** Who speaks is noted under the item that runs. */
export function decideSpeech(status: DebateStatus, items: readonly Item[]): Outcome<string, LiveRefusal> {
  if (status !== "live") return refuse("not_live");
  const running = items.find((item) => stateOf(item) === "running");
  return running ? allow(running.id) : refuse("nothing_runs");
}

export const decideTakingBack = (status: DebateStatus): Outcome<true, LiveRefusal> =>
  status === "live" ? allow(true) : refuse("not_live");

/** What "Następny punkt" means: the first item after the running one that has not begun, else the first such at all. */
export function nextItem<T extends Item>(items: readonly T[]): T | undefined {
  const running = items.findIndex((item) => stateOf(item) === "running");
  const waiting = (item: T) => stateOf(item) === "waiting";
  return items.slice(running + 1).find(waiting) ?? items.find(waiting);
}

/** Seconds left of an item; negative when it runs over. It may take its planned minutes, whenever it began. */
export const secondsLeft = ({ startedAt, minutes }: { startedAt: Date | null; minutes: number }, now: Date) =>
  minutes * 60 - Math.floor((now.getTime() - (startedAt ?? now).getTime()) / 1000);

/** Minutes by which the evening is late, negative when it is early: the running item against its planned start. */
export const minutesLate = ({ startedAt, plannedAt }: { startedAt: Date | null; plannedAt: Date }) =>
  startedAt ? Math.round((startedAt.getTime() - plannedAt.getTime()) / 60_000) : 0;
