import type { DebateStatus } from "~db/vocabulary";

export type Evening = { status: DebateStatus; endsAt: Date; heldAt: Date | null; datePending: boolean };

/**
 * Since when a debate is a thing of the past; null while it goes on, however long, or waits for a new day. What was
 * called off for good ends on the day on which it would have been.
 */
export function overSince({ status, endsAt, heldAt, datePending }: Evening): Date | null {
  if (status === "live" || datePending) return null;
  return heldAt && heldAt > endsAt ? heldAt : endsAt;
}
