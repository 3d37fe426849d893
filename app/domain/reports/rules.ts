import { addDays, type CalendarDate, daysBetween, startOfDay, warsawDate } from "~/platform/time";
import type { MinutesStatus, MotionCategory, TaskState } from "~db/vocabulary";
import { referralClock } from "../motions/rules.referral";
import { SILENT_AFTER_DAYS, watch } from "../tasks/rules";

/** A window closes at midnight, with which the next day begins. */
export const lastDay = (until: Date) => warsawDate(new Date(until.getTime() - 1));

type DebateName = { debateId: string; number: number; year: number; topic: string };

/** What the other rooms know today. Each list holds only what may need somebody. */
export type AttentionFacts = {
  tasks: (Omit<DebateName, "topic"> & {
    id: string;
    title: string;
    bodyName: string;
    state: TaskState;
    dueOn: CalendarDate;
    heardAt: Date | null;
    createdAt: Date;
    reportedAt: Date | null;
    /** The body has asked for another date, or says that it is not its matter. */
    proposedDueOn: CalendarDate | null;
    proposedAt: Date | null;
    disownedAt: Date | null;
  })[];
  /** Not yet moderated; `held` names a person, a plate, a phone. */
  motions: (DebateName & { id: string; motionNumber: string; held: boolean; submittedAt: Date })[];
  /** Named by an official, not confirmed yet, before the debate. */
  substitutes: (DebateName & { id: string; officeTitle: string; bodyName: string; name: string; askedAt: Date })[];
  /** Debates to come. */
  upcoming: (DebateName & {
    startsAt: Date;
    endsAt: Date;
    answersCloseAt: Date;
    asked: number;
    unanswered: number;
    agendaMinutes: number;
  })[];
  /** Debates held whose minutes are not approved. */
  minutes: (DebateName & { dueOn: CalendarDate; status: MinutesStatus | null })[];
  /** Of those who were there, about minutes: how many wait for a decision, and since when the first. */
  remarks: (DebateName & { count: number; oldestAt: Date })[];
  /** Until when remarks may be sent in; the minutes wait for that. */
  windows: (DebateName & { until: Date })[];
  /** Corrections of approved minutes that somebody has begun. `no` is the edition that it will be. */
  corrections: (DebateName & { no: number; startedAt: Date })[];
  failedLetters: number;
  /** To be passed on and not yet passed on: after KPA, or as the hall has decided. */
  referrals: (Omit<DebateName, "topic"> & Waiting & { id: string; motionNumber: string; bodyName: string | null })[];
  /** The same thing at the same place again and again, and nobody has dealt with it. */
  repeats: { category: MotionCategory; place: string; many: number; debates: number; lastAt: Date }[];
};
type Waiting = Parameters<typeof referralClock>[0] & { decidedAt: Date | null };

type Group = "late" | "today" | "week";
type Of<K extends keyof AttentionFacts> = AttentionFacts[K] extends (infer Fact)[] ? Fact : never;

/** One thing that needs somebody. `days` is how late, how silent, how long waiting, or how soon. */
export type Matter = { group: Group; days: number } & (
  | {
      kind: "task_overdue" | "task_silent" | "task_reported" | "task_due" | "task_proposed" | "task_disowned";
      task: Of<"tasks">;
    }
  | { kind: "motion_held"; motion: Of<"motions"> }
  | { kind: "motions_waiting"; debate: DebateName; count: number }
  | { kind: "substitute_waiting"; substitute: Of<"substitutes"> }
  | { kind: "answers_missing" | "agenda_too_long" | "debate_due"; debate: Of<"upcoming"> }
  | { kind: "minutes_due" | "minutes_late"; debate: Of<"minutes"> }
  | { kind: "remarks_open"; debate: Of<"remarks"> }
  | { kind: "window_ends" | "window_ended"; debate: Of<"windows"> }
  | { kind: "correction_begun"; debate: Of<"corrections"> }
  | { kind: "letters_failed"; count: number }
  | { kind: "referral_late" | "referral_due" | "referral_waiting"; motion: Of<"referrals"> }
  | { kind: "repeats"; repeat: Of<"repeats"> }
);
export type MatterKind = Matter["kind"];

const AHEAD_DAYS = 7;
const ORDER: Record<Group, number> = { late: 0, today: 1, week: 2 };

/** Everything that needs attention, the most pressing first. A matter stands in one group only. */
export function composeAttention(facts: AttentionFacts, now: Date): Matter[] {
  const matters = [
    ...facts.tasks.flatMap((task) => taskMatter(task, now)),
    ...facts.minutes.flatMap((debate) => minutesMatter(debate, now)),
    ...facts.remarks.map((debate) => today("remarks_open", { debate }, since(debate.oldestAt, now))),
    ...facts.windows.flatMap((debate) => windowMatter(debate, now)),
    ...facts.corrections.map((debate) => today("correction_begun", { debate }, since(debate.startedAt, now))),
    ...(facts.failedLetters > 0 ? [today("letters_failed", { count: facts.failedLetters })] : []),
    ...facts.motions
      .filter(({ held }) => held)
      .map((motion) => today("motion_held", { motion }, since(motion.submittedAt, now))),
    ...waitingMotions(facts.motions, now),
    ...facts.referrals.map((motion) => referralMatter(motion, now)),
    ...facts.repeats.map((repeat) => today("repeats", { repeat }, since(repeat.lastAt, now))),
    ...facts.substitutes.map((substitute) =>
      today("substitute_waiting", { substitute }, since(substitute.askedAt, now)),
    ),
    ...facts.upcoming.flatMap((debate) => upcomingMatters(debate, now)),
  ];
  return matters.sort((a, b) => ORDER[a.group] - ORDER[b.group] || urgency(b) - urgency(a));
}

const today = <K extends MatterKind, Rest extends object>(kind: K, rest: Rest, days = 0) =>
  ({ kind, group: "today", days, ...rest }) as const;
const since = (instant: Date, now: Date) => daysBetween(warsawDate(instant), warsawDate(now));
/** Lateness and waiting press by growing, a date that comes by shrinking. */
const urgency = ({ group, days }: Matter) => (group === "week" ? -days : days);

function taskMatter(task: Of<"tasks">, now: Date): Matter[] {
  const { overdueDays, silentDays, dueInDays } = watch(task, now);
  // It is our turn, so it is not called late.
  if (task.disownedAt) return [today("task_disowned", { task }, since(task.disownedAt, now))];
  if (task.proposedAt) return [today("task_proposed", { task }, since(task.proposedAt, now))];
  if (overdueDays > 0) return [{ kind: "task_overdue", group: "late", days: overdueDays, task }];
  if (silentDays > 0) return [{ kind: "task_silent", group: "late", days: silentDays, task }];
  if (task.state === "reported_done") return [today("task_reported", { task }, since(task.reportedAt ?? now, now))];
  if (dueInDays === null || dueInDays > AHEAD_DAYS) return [];
  return [{ kind: "task_due", group: "week", days: dueInDays, task }];
}

function minutesMatter(debate: Of<"minutes">, now: Date): Matter[] {
  const days = daysBetween(warsawDate(now), debate.dueOn);
  if (days < 0) return [{ kind: "minutes_late", group: "late", days: -days, debate }];
  return days <= AHEAD_DAYS ? [{ kind: "minutes_due", group: "week", days, debate }] : [];
}

/** The seven days of art. 243 KPA press; what was only said in the hall waits without a term. */
function referralMatter(motion: Of<"referrals">, now: Date): Matter {
  const clock = referralClock(motion, now);
  if (!clock) return today("referral_waiting", { motion }, since(motion.decidedAt ?? motion.submittedAt, now));
  const { dueInDays: days } = clock;
  if (days < 0) return { kind: "referral_late", group: "late", days: -days, motion };
  return { kind: "referral_due", group: days === 0 ? "today" : "week", days, motion };
}

/** While it is open it is a date to come; once it has ended, the minutes wait for somebody to go on. */
function windowMatter(debate: Of<"windows">, now: Date): Matter[] {
  if (debate.until <= now) return [today("window_ended", { debate }, since(debate.until, now))];
  const days = daysBetween(warsawDate(now), lastDay(debate.until));
  return days <= AHEAD_DAYS ? [{ kind: "window_ends", group: "week", days, debate }] : [];
}

/** One row per debate, because they are moderated on its page; the oldest says how long people have waited. */
function waitingMotions(motions: Of<"motions">[], now: Date): Matter[] {
  const waiting = motions.filter(({ held }) => !held);
  return [...new Set(waiting.map(({ debateId }) => debateId))].flatMap((id) => {
    const here = waiting.filter(({ debateId }) => debateId === id);
    const days = Math.max(...here.map(({ submittedAt }) => since(submittedAt, now)));
    return here[0] ? [today("motions_waiting", { debate: here[0], count: here.length }, days)] : [];
  });
}

function upcomingMatters(debate: Of<"upcoming">, now: Date): Matter[] {
  const day = warsawDate(now);
  const toDebate = daysBetween(day, warsawDate(debate.startsAt));
  const toAnswers = daysBetween(day, warsawDate(debate.answersCloseAt));
  const planned = (debate.endsAt.getTime() - debate.startsAt.getTime()) / 60_000;
  const found: Matter[] = [];
  if (debate.unanswered > 0 && toAnswers <= AHEAD_DAYS)
    found.push({
      kind: "answers_missing",
      group: toAnswers < 0 ? "today" : "week",
      days: Math.max(0, toAnswers),
      debate,
    });
  if (debate.agendaMinutes > planned && toDebate <= 2 * AHEAD_DAYS)
    found.push({ kind: "agenda_too_long", group: "week", days: toDebate, debate });
  if (toDebate === 0) found.push(today("debate_due", { debate }));
  return found;
}

/** Up to which day, and since when, the database has to be asked. */
export const attentionWindow = (now: Date) => {
  const day = warsawDate(now);
  return { until: addDays(day, AHEAD_DAYS), silentBefore: startOfDay(addDays(day, 1 - SILENT_AFTER_DAYS)) };
};

/** Shares in whole per cent; nothing was done means nothing can be said. */
export type TaskFigures = { done: number; onTimePercent: number | null };
export function composeTaskFigures(done: readonly { dueOn: CalendarDate; doneAt: Date }[]): TaskFigures {
  const onTime = done.filter(({ dueOn, doneAt }) => warsawDate(doneAt) <= dueOn).length;
  return { done: done.length, onTimePercent: done.length === 0 ? null : Math.round((100 * onTime) / done.length) };
}
