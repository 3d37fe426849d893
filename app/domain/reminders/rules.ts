import { OWED_STATES, SILENT_AFTER_DAYS } from "~/domain/tasks/rules";
import { isWorkingDay, workingDayFrom, workingDayUntil } from "~/platform/holidays";
import { addDays, type CalendarDate, daysBetween, warsawDate, weekdayOf } from "~/platform/time";
import type { NoticeKind, TaskState } from "~db/vocabulary";

/** What the owner of a task is written; the others go to the chair. */
export type Stage = Exclude<NoticeKind, "chair_30">;

/** Days from the deadline, in the order of time. */
const DAYS: Readonly<Record<Stage, number>> = { before_7: -7, before_1: -1, after_1: 1, after_7: 7 };
export const STAGES = Object.keys(DAYS) as Stage[];

/** On a free day a word before the deadline comes earlier, one after it later. */
export function stageDay(stage: Stage, dueOn: CalendarDate): CalendarDate {
  const day = addDays(dueOn, DAYS[stage]);
  return DAYS[stage] < 0 ? workingDayUntil(day) : workingDayFrom(day);
}

/** What an outage has held up is sent later, but nobody is asked about what a month ago was due. */
export const CATCH_UP_DAYS = 30;

/** No free time in Poland moves a letter by more than this; bounds the days that a run looks at. */
const LONGEST_SHIFT = 10;

/** Deadlines that a run of this day can have anything to say about. */
export const windowOf = (day: CalendarDate) => ({
  from: addDays(day, -(DAYS.after_7 + CATCH_UP_DAYS + LONGEST_SHIFT)),
  until: addDays(day, -DAYS.before_7 + LONGEST_SHIFT),
});

/** The last stage whose day has come; earlier ones that were missed are left out, so nobody gets four letters at once. */
export function stageOn(dueOn: CalendarDate, day: CalendarDate): Stage | null {
  const stage = STAGES.filter((one) => stageDay(one, dueOn) <= day).at(-1);
  return stage && daysBetween(stageDay(stage, dueOn), day) <= CATCH_UP_DAYS ? stage : null;
}

/** Why a letter that would be due waits: the unit's switch, no address, an answer of ours that the body waits for. */
export type Hold = "off" | "no_email" | "proposal" | "not_ours";

export type Reminded = {
  state: TaskState;
  dueOn: CalendarDate;
  createdAt: Date;
  heardAt: Date | null;
  /** When the present deadline was granted, if it is not the first one. */
  extendedAt: Date | null;
  proposedAt: Date | null;
  disownedAt: Date | null;
  email: string;
  /** What has gone out about the present deadline. */
  sent: readonly NoticeKind[];
};

export type Plan = { owner: Stage | null; chair: boolean; hold: Hold | null };
const NOTHING: Plan = { owner: null, chair: false, hold: null };

/**
 * What a task gives cause to send on a day. Whoever has spoken, or was given a date, on the day of a stage or later is
 * not asked about that stage again. With a `hold` nothing goes out, and the others say what would have.
 */
export function planNotices(task: Reminded, reminds: boolean, day: CalendarDate): Plan {
  if (!OWED_STATES.includes(task.state) || !isWorkingDay(day)) return NOTHING;
  const owner = ownerStage(task, day);
  const chair = tellsChair(task, day);
  if (!owner && !chair) return NOTHING;
  const hold = holdOf(task, reminds);
  // Without an address of the body there is nobody to remind, but all the more reason to tell the chair.
  if (hold === "no_email" && chair) return { owner: null, chair, hold: null };
  return { owner, chair, hold: hold === "no_email" && !owner ? null : hold };
}

function ownerStage(task: Reminded, day: CalendarDate) {
  const stage = stageOn(task.dueOn, day);
  const isNews = stage && !task.sent.includes(stage) && stageDay(stage, task.dueOn) > lastWord(task);
  return isNews ? stage : null;
}

/**
 * Thirty days without a word, once for each deadline: who has never answered at all, or lets the deadline pass in
 * silence. Who has accepted a task of three months may be silent until its end.
 */
function tellsChair(task: Reminded, day: CalendarDate) {
  const isSilent = silentDays(task, day) >= SILENT_AFTER_DAYS;
  return isSilent && (task.state === "new" || task.dueOn < day) && !task.sent.includes("chair_30");
}

function holdOf(task: Reminded, reminds: boolean): Hold | null {
  if (!reminds) return "off";
  if (task.proposedAt) return "proposal";
  if (task.disownedAt) return "not_ours";
  return task.email === "" ? "no_email" : null;
}

function lastWord({ createdAt, heardAt, extendedAt }: Reminded): CalendarDate {
  const last = Math.max(createdAt.getTime(), heardAt?.getTime() ?? 0, extendedAt?.getTime() ?? 0);
  return warsawDate(new Date(last));
}

/** The Monday of the week, by which its digest is known. */
export const mondayOf = (day: CalendarDate) => addDays(day, 1 - weekdayOf(day));

/** One letter for each body, in the order of the keys by which a run remembers how far it has come. */
export function byBody<Task extends { bodyId: string }>(tasks: readonly Task[]): [Task, ...Task[]][] {
  const bodies = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    const mine = bodies.get(task.bodyId);
    if (mine) mine.push(task);
    else bodies.set(task.bodyId, [task]);
  }
  return [...bodies.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mine]) => mine);
}

/** Since when nobody has said anything: days until `day`. */
export const silentDays = (task: Reminded, day: CalendarDate) => daysBetween(lastWord(task), day);

/** Parts of a digest: first what waits for us, then what waits for others. */
export const DIGEST_PARTS = ["reported", "proposals", "not_ours", "late", "silent", "coming"] as const;
export type DigestPart = (typeof DIGEST_PARTS)[number];
