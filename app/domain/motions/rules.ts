import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { DebateStatus, MotionOutcome, MotionStatus, Sensitivity, Settlement } from "~db/vocabulary";

/** Where a motion stands: its status, and once it is admitted its outcome. `open` is admitted and not yet decided. */
export const MOTION_STATES = [
  "submitted",
  "returned",
  "open",
  "answered_on_spot",
  "task",
  "referred",
  "merged",
  "out_of_scope",
  "police_only",
] as const satisfies readonly (MotionStatus | MotionOutcome | "open")[];
export type MotionState = (typeof MOTION_STATES)[number];

export const stateOf = ({ status, outcome }: { status: MotionStatus; outcome: MotionOutcome | null }): MotionState =>
  status === "admitted" ? (outcome ?? "open") : status;

export type Standing = MotionState | Settlement | "held";

/** What staff see first: that somebody has to look, that it is the police's alone, the result, or else the state. */
export function standingOf(motion: {
  status: MotionStatus;
  outcome: MotionOutcome | null;
  settlement: Settlement | null;
  sensitivity: Sensitivity;
  flags: string[];
}): Standing {
  if (motion.flags.length > 0) return "held";
  if (motion.sensitivity === "police_only") return "police_only";
  return motion.settlement ?? stateOf(motion);
}

/** May everybody read it? Both are asked, because either alone says that it is not for everybody. */
export const isOpen = ({ sensitivity, outcome }: { sensitivity: Sensitivity; outcome: MotionOutcome | null }) =>
  sensitivity === "public" && outcome !== "police_only";

type Openness = Parameters<typeof isOpen>[0];

/**
 * Who was merged says the same in other words, so it is for everybody only as long as the one that leads is: hidden with
 * it, and shown with it again. `lead`: undefined where that is nowhere to be seen.
 */
export const isOpenBeside = (motion: Openness & { mergedIntoId: string | null }, lead: Openness | undefined) =>
  isOpen(motion) && (motion.mergedIntoId === null || (lead !== undefined && isOpen(lead)));

export const MOTION_MOVES = [
  "admit",
  "revise",
  "return",
  "merge",
  "keep_for_police",
  "answer",
  "refer",
  "put_out_of_scope",
  "link_task",
  "settle",
  "report",
] as const;
export type MotionMove = (typeof MOTION_MOVES)[number];

type Row = Partial<Record<MotionState, MotionState>>;
const DECIDED_WITHOUT_TASK = ["open", "answered_on_spot", "referred", "out_of_scope"] as const;
const from = (states: readonly MotionState[], to?: MotionState): Row =>
  Object.fromEntries(states.map((state) => [state, to ?? state]));

/** Which move leads from where to where; what is missing is refused. */
const MOVES: Record<MotionMove, Row> = {
  admit: from(["submitted", "returned"], "open"),
  revise: from(["open", "answered_on_spot", "task", "referred", "out_of_scope", "police_only"]),
  return: from(["submitted", "open"], "returned"),
  merge: from(["submitted", "open"], "merged"),
  keep_for_police: from(["submitted", "returned", ...DECIDED_WITHOUT_TASK], "police_only"),
  answer: from(DECIDED_WITHOUT_TASK, "answered_on_spot"),
  refer: from(DECIDED_WITHOUT_TASK, "referred"),
  put_out_of_scope: from(DECIDED_WITHOUT_TASK, "out_of_scope"),
  // A referral stays a referral when its answer is followed as a task, and what is secret stays secret.
  link_task: {
    ...from(["open", "answered_on_spot", "out_of_scope", "task"], "task"),
    ...from(["referred", "police_only"]),
  },
  settle: from(["task", "referred", "police_only"]),
  report: from(["open", "answered_on_spot", "task", "referred", "out_of_scope"]),
};

/** Why a move is refused depends only on where the motion stands. */
const IN_THE_WAY = {
  submitted: "not_admitted",
  returned: "is_returned",
  open: "not_decided",
  answered_on_spot: "already_decided",
  task: "has_task",
  referred: "already_decided",
  merged: "is_merged",
  out_of_scope: "already_decided",
  police_only: "is_police_only",
} as const satisfies Record<MotionState, string>;
export type MoveRefusal = (typeof IN_THE_WAY)[MotionState];

/** The state after a move, or why it cannot be made. */
export function decideMove(state: MotionState, move: MotionMove): Outcome<MotionState, MoveRefusal> {
  const next = MOVES[move][state];
  return next ? allow(next) : refuse(IN_THE_WAY[state]);
}

/** `led`: how many were merged into it. They live on in it, so it cannot be given back to one of their authors. */
export function decideReturn(
  motion: { status: MotionStatus; outcome: MotionOutcome | null },
  led: number,
): Outcome<MotionState, MoveRefusal | "leads_others"> {
  const decision = decideMove(stateOf(motion), "return");
  return decision.ok && led > 0 ? refuse("leads_others") : decision;
}

/** The columns that hold a state. */
export const columnsOf = (state: MotionState): { status: MotionStatus; outcome: MotionOutcome | null } =>
  state === "submitted" || state === "returned"
    ? { status: state, outcome: null }
    : { status: "admitted", outcome: state === "open" ? null : state };

export type Collecting = { status: DebateStatus; motionsCloseAt: Date };
export type SubmissionRefusal = "not_yet_open" | "too_late" | "called_off" | "debate_closed";

const TAKES_MOTIONS: Record<DebateStatus, SubmissionRefusal | "yes"> = {
  draft: "not_yet_open",
  announced: "yes",
  live: "yes",
  held: "yes",
  // A postponed debate will be held, and what is wrong in a street does not wait for it.
  postponed: "yes",
  closed: "debate_closed",
  cancelled: "called_off",
};

/** Residents may write from the announcement until the day that stands on the page. */
export function decideSubmission({ status, motionsCloseAt }: Collecting, now: Date): Outcome<true, SubmissionRefusal> {
  const answer = TAKES_MOTIONS[status];
  if (answer !== "yes") return refuse(answer);
  return now < motionsCloseAt ? allow(true) : refuse("too_late");
}

/** Staff may write down what was said in the hall, or came on paper, from the announcement until the debate is closed. */
export function decideCapture({
  status,
  announcedAt,
}: Pick<Collecting, "status"> & { announcedAt: Date | null }): Outcome<true, SubmissionRefusal> {
  // A draft may be postponed before anybody has heard of it.
  const answer = announcedAt === null && status === "postponed" ? "not_yet_open" : TAKES_MOTIONS[status];
  return answer === "yes" ? allow(true) : refuse(answer);
}

export type MergeRefusal = MoveRefusal | "into_itself" | "other_debate" | "target_not_admitted";
type Mergeable = {
  id: string;
  debateId: string;
  status: MotionStatus;
  outcome: MotionOutcome | null;
  sensitivity: Sensitivity;
};

/** Nothing is merged into what is itself merged, returned or kept for the police: its author would lose sight of it. */
export function decideMerge(motion: Mergeable, target: Mergeable): Outcome<MotionState, MergeRefusal> {
  if (motion.id === target.id) return refuse("into_itself");
  if (motion.debateId !== target.debateId) return refuse("other_debate");
  const goal = stateOf(target);
  if (target.status !== "admitted" || goal === "merged" || goal === "police_only") return refuse("target_not_admitted");
  return decideMove(stateOf(motion), "merge");
}

/** What anybody may read and count. Everything else does not exist for the public, not even as a number. */
export const isPublic = ({ status, sensitivity }: { status: MotionStatus; sensitivity: Sensitivity }) =>
  status === "admitted" && sensitivity === "public";

/** "3/2026/07": debate, year, and the place in the order of arrival. */
export const motionNumber = (debate: { number: number; year: number }, sequence: number) =>
  `${debate.number}/${debate.year}/${String(sequence).padStart(2, "0")}`;

/** Who asked together: the motion itself and those that were merged into it. */
export const askedBy = (mergedCount: number) => mergedCount + 1;
