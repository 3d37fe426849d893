import type { DebateStatus } from "~db/vocabulary";

/** The tabs above the list, and which statuses stand behind each. */
export const VIEW_STATUSES = {
  all: ["draft", "announced", "live", "held", "closed", "postponed", "cancelled"],
  upcoming: ["announced", "live", "postponed"],
  follow_up: ["held"],
  drafts: ["draft"],
} as const satisfies Record<string, readonly DebateStatus[]>;

export type DebateView = keyof typeof VIEW_STATUSES;
export const DEBATE_VIEWS = Object.keys(VIEW_STATUSES) as DebateView[];

/** How many debates each tab shows, out of the counts by status. */
export const countViews = (counts: Partial<Record<DebateStatus, number>>) =>
  Object.fromEntries(
    DEBATE_VIEWS.map((view) => [view, VIEW_STATUSES[view].reduce((sum, status) => sum + (counts[status] ?? 0), 0)]),
  ) as Record<DebateView, number>;

/** The place in the list after which the next page begins, as it stands in an address. */
export const writeCursor = ({ startsAt, id }: { startsAt: Date; id: string }) => `${startsAt.getTime()}_${id}`;

export function readCursor(text: string | null) {
  const [, ms, id] = /^(\d{1,13})_([\w-]{1,64})$/.exec(text ?? "") ?? [];
  return ms && id ? { startsAt: new Date(Number(ms)), id } : undefined;
}
