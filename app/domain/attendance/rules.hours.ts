import { allow, type Outcome, refuse } from "~/platform/outcome";
import { type ClockTime, instantAt, warsawDate } from "~/platform/time";
import type { DebateStatus, Presence } from "~db/vocabulary";

/** When an official came, and that one left before the end; `stayed` takes the latter back. */
export const HOUR_MOVES = ["arrived", "left", "stayed"] as const;
export type HourMove = (typeof HOUR_MOVES)[number];
export type HoursRefusal =
  | "evening_not_open"
  | "not_here"
  | "hour_missing"
  | "no_such_hour"
  | "hour_ahead"
  | "wrong_order";

export type Stay = {
  debate: DebateStatus;
  startsAt: Date;
  presence: Presence | null;
  arrivedAt: Date | null;
  leftAt: Date | null;
};
type Hours = { arrivedAt: Date | null; leftAt: Date | null };

/** Without an hour it is now, as long as the evening goes on; afterwards somebody has to say when it was. */
export function decideHours(
  stay: Stay,
  move: HourMove,
  hour: ClockTime | null,
  now: Date,
): Outcome<Hours, HoursRefusal> {
  const { debate, presence, startsAt, arrivedAt, leftAt } = stay;
  if (debate !== "live" && debate !== "held") return refuse("evening_not_open");
  if (presence !== "present" && presence !== "present_by_substitute") return refuse("not_here");
  if (move === "stayed") return allow({ arrivedAt, leftAt: null });

  if (hour === null && debate === "held") return refuse("hour_missing");
  const found = hour === null ? { ok: true as const, value: now } : instantAt(warsawDate(startsAt), hour);
  if (!found.ok) return refuse("no_such_hour");
  if (found.value > now) return refuse("hour_ahead");
  const hours = move === "arrived" ? { arrivedAt: found.value, leftAt } : { arrivedAt, leftAt: found.value };
  const isTurned = hours.arrivedAt && hours.leftAt && hours.leftAt <= hours.arrivedAt;
  return isTurned ? refuse("wrong_order") : allow(hours);
}
