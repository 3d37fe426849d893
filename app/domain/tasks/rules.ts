import { allow, type Outcome, refuse } from "~/platform/outcome";
import { daysBetween, warsawDate } from "~/platform/time";
import type { CalendarDate, Settlement, TaskState } from "~db/vocabulary";

/** Who speaks: the body that owns the task, or the unit that follows it up. Only the unit confirms. */
export type Speaker = "body" | "staff";

const BODY: Record<TaskState, readonly TaskState[]> = {
  new: ["accepted", "in_progress", "reported_done", "refused", "needs_funds"],
  accepted: ["in_progress", "reported_done", "refused", "needs_funds"],
  in_progress: ["in_progress", "reported_done", "refused", "needs_funds"], // in progress still: news on the way
  reported_done: ["in_progress"], // reported too early
  confirmed: [],
  partly_done: ["in_progress", "reported_done"],
  refused: ["in_progress"], // thought better of it
  needs_funds: ["in_progress", "reported_done", "refused"],
  transferred: [],
};

/** What the unit may do beyond writing down what a body said by phone or letter. */
const STAFF_TOO: Record<TaskState, readonly TaskState[]> = {
  new: ["confirmed", "partly_done"],
  accepted: ["confirmed", "partly_done"],
  in_progress: ["confirmed", "partly_done"],
  reported_done: ["confirmed", "partly_done"],
  confirmed: ["in_progress"], // it turned out not to be done
  partly_done: ["confirmed"],
  refused: ["partly_done"],
  needs_funds: ["partly_done"],
  transferred: [],
};

export const nextStates = (state: TaskState, speaker: Speaker): readonly TaskState[] =>
  speaker === "body" ? BODY[state] : [...BODY[state], ...STAFF_TOO[state]];

/** Somebody still owes an answer. */
export const OPEN_STATES = ["new", "accepted", "in_progress", "reported_done"] as const satisfies readonly TaskState[];
/** The owner has to act; while a report waits for our confirmation the clock does not run against the body. */
export const OWED_STATES: readonly TaskState[] = ["new", "accepted", "in_progress"];

type Step = { fromState: TaskState | null; toState: TaskState | null; author: string };

/** The unit finds that it is not done. Without the name of somebody who told it so, these are its own words. */
export const isReturned = ({ fromState, toState, author }: Step) =>
  toState === "in_progress" && (fromState === "reported_done" || fromState === "confirmed") && author === "";

export type TaskMove = {
  to: TaskState;
  /** What was done, or why not; shown in public beside the state. */
  text: string;
  /** For needs_funds: the year whose budget is meant. */
  budgetYear?: number | null;
  /** Per cent, with news on the way. */
  progress?: number | null;
  /** Who of the body has said it, when the unit writes it down. */
  author?: string;
};

export type MoveRefusal =
  | "news_required"
  | "not_possible"
  | "reason_required"
  | "result_required"
  | "year_required"
  | "year_past";

/** The organizer's turn is over: the body has spoken again, or the organizer has decided. */
export const NOTHING_ASKED = { proposedDueOn: null, proposedReason: "", proposedBy: "", proposedAt: null } as const;
export const OWNED = { disownedAt: null, disownedReason: "" } as const;

type MoveChange = Partial<typeof NOTHING_ASKED> & {
  state: TaskState;
  result: string;
  refusalReason: string;
  budgetYear: number | null;
  progress?: number;
  disownedAt: null;
  disownedReason: "";
  heardAt?: Date;
  reportedAt?: Date;
  settledAt: Date | null;
};

const SETTLED: readonly TaskState[] = ["confirmed", "partly_done", "refused", "needs_funds"];

export function decideMove(
  task: { state: TaskState; result: string },
  { to, text, budgetYear = null, progress = null, author = "" }: TaskMove,
  speaker: Speaker,
  now: Date,
): Outcome<MoveChange, MoveRefusal> {
  if (!nextStates(task.state, speaker).includes(to)) return refuse("not_possible");
  const returned = speaker === "staff" && isReturned({ fromState: task.state, toState: to, author });
  if (returned && text === "") return refuse("reason_required");
  if (to === task.state && text === "" && progress === null) return refuse("news_required");
  if (to === "refused" && text === "") return refuse("reason_required");
  if ((to === "reported_done" || to === "partly_done") && text === "") return refuse("result_required");
  if (to === "needs_funds") {
    if (budgetYear === null) return refuse("year_required");
    if (budgetYear < Number(warsawDate(now).slice(0, 4))) return refuse("year_past");
  }
  return allow({
    state: to,
    // The result is read as the body's word, so the unit's reason stands in the history alone.
    result: returned ? "" : text || task.result,
    refusalReason: to === "refused" ? text : "",
    budgetYear: to === "needs_funds" ? budgetYear : null,
    // The unit's own verdict is not news from the body.
    ...(to === "confirmed" || to === "partly_done" || returned ? {} : { heardAt: now }),
    ...(to === "reported_done" ? { reportedAt: now } : {}),
    settledAt: SETTLED.includes(to) ? now : null,
    ...progressOf(task.state, to, progress),
    ...OWNED,
    // Who still owes something still waits for the answer about another date.
    ...(OWED_STATES.includes(to) ? {} : NOTHING_ASKED),
  });
}

/** What was called done is whole; what turns out not to be done begins anew, unless somebody says how far it is. */
function progressOf(from: TaskState, to: TaskState, said: number | null) {
  if (to === "reported_done" || to === "confirmed") return { progress: 100 };
  if (to !== "in_progress") return {};
  if (said !== null) return { progress: said };
  return from === "reported_done" || from === "confirmed" ? { progress: 0 } : {};
}

export type ExtensionRefusal = "not_open" | "not_later" | "date_past" | "reason_required";

/** Whoever still owes something may ask for time; what waits for a budget may get a new date, too. */
export const mayExtend = (state: TaskState) => OWED_STATES.includes(state) || state === "needs_funds";

/** More time, with a reason that everybody can read. */
export function decideExtension(
  task: { state: TaskState; dueOn: CalendarDate },
  { dueOn, text }: { dueOn: CalendarDate; text: string },
  now: Date,
): Outcome<{ dueOn: CalendarDate }, ExtensionRefusal> {
  if (!mayExtend(task.state)) return refuse("not_open");
  if (dueOn <= task.dueOn) return refuse("not_later");
  if (dueOn < warsawDate(now)) return refuse("date_past");
  if (text === "") return refuse("reason_required");
  return allow({ dueOn });
}

type Passed = { state: "transferred"; result: string; settledAt: Date } & typeof NOTHING_ASKED & typeof OWNED;
export type TransferRefusal = "not_open" | "same_body" | "reason_required" | "was_in_chain";

export const mayTransfer = (state: TaskState) => state !== "confirmed" && state !== "transferred";

/** Passed on to the body that is competent; the chain stays visible. A refusal may be passed on, too. */
export function decideTransfer(
  task: { state: TaskState; ownerBodyId: string },
  { toBodyId, text }: { toBodyId: string; text: string },
  now: Date,
  speaker: Speaker = "staff",
): Outcome<Passed, TransferRefusal> {
  if (!mayTransfer(task.state)) return refuse("not_open");
  if (toBodyId === task.ownerBodyId) return refuse("same_body");
  // A body that names whose matter it is has said enough.
  if (text === "" && speaker === "staff") return refuse("reason_required");
  return allow({ state: "transferred", result: text, settledAt: now, ...NOTHING_ASKED, ...OWNED });
}

/** The views of the list of tasks. */
export const TASK_VIEWS = [
  "open",
  "late",
  "long_late",
  "proposed",
  "disowned",
  "reported",
  "silent",
  "settled",
] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** After so many days without a word the task is called silent. */
export const SILENT_AFTER_DAYS = 30;

/** After so many days past the deadline it is called long overdue. */
export const LONG_LATE_DAYS = 30;

type Waiting = { proposedAt?: Date | null; disownedAt?: Date | null };
type Watched = { state: TaskState; dueOn: CalendarDate; heardAt: Date | null; createdAt: Date } & Waiting;

/** The body has asked for another date, or says that it is not its matter: it is the organizer's turn. */
const waitsForDecision = ({ proposedAt, disownedAt }: Waiting) => Boolean(proposedAt) || Boolean(disownedAt);

/** Reminders stop while the organizer has to decide. */
export const mayBeReminded = (task: { state: TaskState } & Waiting) =>
  OWED_STATES.includes(task.state) && !waitsForDecision(task);

/** What nobody stores: how late, how silent, how soon. In whole days of the Polish calendar. */
export function watch(task: Watched, now: Date) {
  const today = warsawDate(now);
  const owed = OWED_STATES.includes(task.state);
  const late = owed ? Math.max(0, daysBetween(task.dueOn, today)) : 0;
  // Nobody is silent whose question has not been answered.
  const silence = mayBeReminded(task) ? daysBetween(warsawDate(task.heardAt ?? task.createdAt), today) : 0;
  return {
    overdueDays: late,
    isLongOverdue: late >= LONG_LATE_DAYS,
    silentDays: silence >= SILENT_AFTER_DAYS ? silence : 0,
    dueInDays: owed ? daysBetween(today, task.dueOn) : null,
  };
}

/** At most so many tasks of a debate come first everywhere. */
const MOST_PRIORITIES = 3;

/** `many`: how many the debate has already, those not counted that were passed on. */
export const decidePriority = (many: number): Outcome<true, "too_many_priorities"> =>
  many < MOST_PRIORITIES ? allow(true) : refuse("too_many_priorities");

/** What was chosen as a priority of the debate comes first; the order stays what it was. */
export const prioritiesFirst = <T extends { priority: boolean }>(tasks: readonly T[]) =>
  [...tasks].sort((a, b) => Number(b.priority) - Number(a.priority));

/**
 * How a motion is settled by its tasks: not before the last of them is finished. What was passed on speaks through the
 * task that followed it, and what waits for a budget is not finished.
 */
export function settlementOf(states: readonly TaskState[]): Settlement | null {
  const living = states.filter((state) => state !== "transferred");
  const all = (wanted: readonly TaskState[]) => living.length > 0 && living.every((state) => wanted.includes(state));
  if (all(["confirmed"])) return "done";
  if (all(["refused"])) return "refused";
  return all(["confirmed", "partly_done", "refused"]) ? "partly" : null;
}

export type GiftRefusal = "motion_decided" | "other_debate" | "no_motions" | "body_archived";

/** A task is made of motions of one debate that may still become one. */
export function decideGift(
  debateId: string,
  motions: readonly { debateId: string; mayBecomeTask: boolean }[],
): Outcome<true, GiftRefusal> {
  if (motions.length === 0) return refuse("no_motions");
  if (motions.some((motion) => motion.debateId !== debateId)) return refuse("other_debate");
  return motions.every(({ mayBecomeTask }) => mayBecomeTask) ? allow(true) : refuse("motion_decided");
}
