import type {
  CalendarDate,
  FollowState,
  MotionOutcome,
  MotionStatus,
  Sensitivity,
  Settlement,
  StoredTrackerState,
  TaskState,
} from "~db/vocabulary";
import { isPublic } from "./rules";

/** Ascending, the latest debate comes first; a year has fewer than 10 000 debates. */
export const debateRankOf = ({ year, number }: { year: number; number: number }) => -(year * 10_000 + number);

type FollowedTask = { state: TaskState; dueOn: CalendarDate; ownerBodyId: string };

/** What is still to be done about a task; what is missing is over, or goes on in the task it was passed to. */
const COMES_TO: Partial<Record<TaskState, FollowState>> = {
  new: "owed",
  accepted: "owed",
  in_progress: "owed",
  needs_funds: "funds",
  reported_done: "reported",
};
/** What a reader has to know first: money is missing, somebody still works on it, it waits for our word. */
const FIRST_TO_SAY = ["funds", "owed", "reported"] as const satisfies readonly FollowState[];

/** What the public tasks of a motion come to together, and who deals with it. */
export function followOf(tasks: readonly FollowedTask[]) {
  const living = tasks.filter(({ state }) => state !== "transferred");
  const owed = living.filter(({ state }) => COMES_TO[state] === "owed").map(({ dueOn }) => dueOn);
  return {
    state: FIRST_TO_SAY.find((word) => living.some(({ state }) => COMES_TO[state] === word)) ?? null,
    dueOn: owed.sort()[0] ?? null,
    bodyIds: [...new Set(living.map(({ ownerBodyId }) => ownerBodyId))].sort(),
  };
}

type Tracked = {
  status: MotionStatus;
  sensitivity: Sensitivity;
  outcome: MotionOutcome | null;
  settlement: Settlement | null;
  referredToBodyId: string | null;
};
export type Track = {
  trackState: StoredTrackerState | null;
  trackDueOn: CalendarDate | null;
  followState: FollowState | null;
  bodyIds: string[];
};

const NOT_PUBLIC: Track = { trackState: null, trackDueOn: null, followState: null, bodyIds: [] };

/** May everybody read it under its own number? What was merged is read under the number that leads. */
export const isTracked = (motion: Tracked, debate: { announcedAt: Date | null }) =>
  debate.announcedAt !== null && isPublic(motion) && motion.outcome !== "merged" && motion.outcome !== "police_only";

/** All that is stored about a motion so that nobody has to look through its tasks to list, filter or count it. */
export function trackOf(
  motion: Tracked,
  debate: { announcedAt: Date | null },
  publicTasks: readonly FollowedTask[],
): Track {
  if (!isTracked(motion, debate)) return NOT_PUBLIC;
  const follow = followOf(publicTasks);
  const trackState = stateOfTracked(motion, follow.state);
  const runs = trackState === "running" || trackState === "funds";
  const asked = motion.referredToBodyId ? [motion.referredToBodyId] : [];
  return {
    trackState,
    trackDueOn: runs ? follow.dueOn : null,
    followState: follow.state,
    bodyIds: follow.bodyIds.length > 0 ? follow.bodyIds : asked,
  };
}

/** Whether it is late is not stored, because that changes at midnight: see `standing` in the room of tasks. */
function stateOfTracked(
  { outcome, settlement }: Pick<Tracked, "outcome" | "settlement">,
  follow: FollowState | null,
): StoredTrackerState {
  if (settlement) return settlement;
  if (outcome === null) return "admitted";
  if (outcome === "answered_on_spot") return "answered";
  if (outcome === "out_of_scope") return "out_of_scope";
  if (follow === "funds") return "funds";
  if (follow === "reported") return "reported";
  return outcome === "referred" && follow === null ? "referred" : "running";
}
