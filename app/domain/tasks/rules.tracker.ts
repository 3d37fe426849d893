import { warsawDate } from "~/platform/time";
import type { CalendarDate, MotionOutcome, Settlement, StoredTrackerState, TaskState } from "~db/vocabulary";
import { OWED_STATES } from "./rules";

/** Where a matter stands for everybody who reads „Zgłosiliście – zrobiliśmy”; one word for each. */
export const TRACKER_STATES = [
  "running",
  "late",
  "reported",
  "done",
  "partly",
  "funds",
  "refused",
  "referred",
  "answered",
  "admitted",
  "out_of_scope",
] as const;
export type TrackerState = (typeof TRACKER_STATES)[number];

/** Few numbers out of many states; each matter is in one of them. */
export function sumFigures(all: number, by: Record<TrackerState, number>) {
  return {
    all,
    done: by.done,
    partly: by.partly,
    open: by.running + by.late + by.reported + by.referred,
    funds: by.funds,
    refused: by.refused,
    explained: by.answered + by.out_of_scope,
    admitted: by.admitted,
  };
}
export type Figures = ReturnType<typeof sumFigures>;

type Tracked = { outcome: MotionOutcome | null; settlement: Settlement | null };
type PublicTask = { state: TaskState; dueOn: CalendarDate };

/** What is confirmed comes first, then what is late, so that no delay hides behind another task that goes well. */
export function trackerStateOf(
  { outcome, settlement }: Tracked,
  tasks: readonly PublicTask[],
  now: Date,
): TrackerState {
  if (settlement) return settlement;
  if (outcome === null) return "admitted";
  if (outcome === "answered_on_spot") return "answered";
  if (outcome === "out_of_scope") return "out_of_scope";
  const today = warsawDate(now);
  const living = tasks.filter(({ state }) => state !== "transferred");
  if (living.some(({ state, dueOn }) => OWED_STATES.includes(state) && dueOn < today)) return "late";
  if (living.some(({ state }) => state === "needs_funds")) return "funds";
  if (living.some(({ state }) => OWED_STATES.includes(state))) return "running";
  if (living.some(({ state }) => state === "reported_done")) return "reported";
  return outcome === "referred" ? "referred" : "running";
}

/** The same from what is stored: only the calendar is missing there. */
export const standing = (
  { trackState, trackDueOn }: { trackState: StoredTrackerState; trackDueOn: CalendarDate | null },
  now: Date,
): TrackerState => (trackDueOn !== null && trackDueOn < warsawDate(now) ? "late" : trackState);

/** "3/2026/07" in an address, where a slash would begin another folder. */
export const numberInPath = (number: string) => number.replaceAll("/", "-");

/** Reads it back; undefined for what is no number of ours. */
export function numberFromPath(part: string) {
  const [, debate, year, sequence] = /^(\d{1,4})-(\d{4})-(\d{1,6})$/.exec(part) ?? [];
  if (!debate || !year || !sequence) return undefined;
  return { debate: Number(debate), year: Number(year), sequence: Number(sequence) };
}
export type MotionKey = NonNullable<ReturnType<typeof numberFromPath>>;
