import { allow, type Outcome, refuse } from "~/platform/outcome";
import { warsawDate } from "~/platform/time";
import type { AgendaKind, CalendarDate, DebateStatus, HallVerdict, TaskState } from "~db/vocabulary";

/** What an earlier debate left: a promise, and who gave it. */
export type Promised = { bodyId: string; bodyName: string; state: TaskState; priority?: boolean };

export type PlannedItem = {
  kind: AgendaKind;
  title: string;
  minutes: number;
  presenter: string;
  bodyId?: string;
};

/** Minutes for the body's report: two for each task, never less than five nor more than twenty. */
export const reportMinutes = (tasks: number) => Math.min(20, Math.max(5, tasks * 2 + 3));

/** The words of the agenda, handed in because rules know no language. */
export type Wording = {
  opening: string;
  report: (body: string) => string;
  discussion: string;
  vote: string;
  closing: string;
};

/** Nobody has to do anything more about it, whatever the hall thinks. */
export const isFinished = (state: TaskState) => state === "confirmed" || state === "refused" || state === "transferred";

/**
 * One item for each body that promised something: priorities of the debate first, then what is unfinished, then those
 * with the most to report, then the hall's own say. A task that was passed on is reported by the body that has it now.
 */
export function planEvaluation(promises: readonly Promised[], chair: string, words: Wording): PlannedItem[] {
  const owners = new Map<string, { name: string; tasks: number; open: number; priorities: number }>();
  for (const { bodyId, bodyName: name, state, priority } of promises) {
    if (state === "transferred") continue;
    const { tasks, open, priorities } = owners.get(bodyId) ?? { tasks: 0, open: 0, priorities: 0 };
    owners.set(bodyId, {
      name,
      tasks: tasks + 1,
      open: open + (isFinished(state) ? 0 : 1),
      priorities: priorities + (priority ? 1 : 0),
    });
  }
  const reports = [...owners]
    .sort(
      ([, a], [, b]) =>
        Math.sign(b.priorities) - Math.sign(a.priorities) ||
        Math.sign(b.open) - Math.sign(a.open) ||
        b.tasks - a.tasks ||
        (a.name < b.name ? -1 : 1),
    )
    .map(([bodyId, { name, tasks }]) => ({
      kind: "follow_up" as const,
      title: words.report(name),
      minutes: reportMinutes(tasks),
      presenter: name,
      bodyId,
    }));
  return [
    { kind: "opening", title: words.opening, minutes: 5, presenter: chair },
    ...reports,
    { kind: "discussion", title: words.discussion, minutes: 20, presenter: "" },
    { kind: "vote", title: words.vote, minutes: 10, presenter: "" },
    { kind: "closing", title: words.closing, minutes: 5, presenter: chair },
  ];
}

/**
 * Motions in the order in which a hall wants to hear of them: priorities first, then what somebody still owes, then as
 * they were numbered.
 */
export function inOrderOfEvening<T extends { tasks: readonly { state: TaskState; priority: boolean }[] }>(
  motions: readonly T[],
): T[] {
  const rank = ({ tasks }: T) =>
    (tasks.some(({ priority }) => priority) ? 0 : 2) + (tasks.some(({ state }) => !isFinished(state)) ? 0 : 1);
  return motions
    .map((motion, place) => ({ motion, place }))
    .sort((a, b) => rank(a.motion) - rank(b.motion) || a.place - b.place)
    .map(({ motion }) => motion);
}

export const lengthOf = (items: readonly PlannedItem[]) => items.reduce((sum, { minutes }) => sum + minutes, 0);

type Reported = { version: number; reportText: string; hallVerdict: HallVerdict | null };

/** A row of the table is written only if it says something new, and only over the version that was read. */
export function decideReport(
  motion: Reported,
  isReportedHere: boolean,
  report: { version: number; text: string; verdict: HallVerdict | null },
): Outcome<"changed" | "unchanged", "other_debate" | "stale"> {
  if (!isReportedHere) return refuse("other_debate");
  if (motion.reportText === report.text && motion.hallVerdict === report.verdict) return allow("unchanged");
  return motion.version === report.version ? allow("changed") : refuse("stale");
}

/** The hall has come together. Whatever is said of it before would be public before it happened. */
export const hasBegun = (status: DebateStatus) => status === "live" || status === "held" || status === "closed";

export type FinishRefusal = "not_evaluation" | "not_begun" | "not_unfinished" | "carry_date_past";

/** The promises that go on are chosen when the hall has had its say: on the evening or after it. All of them or none. */
export function decideFinish(
  debate: { status: DebateStatus; evaluatesDebateId: string | null },
  unfinished: readonly string[],
  chosen: readonly { taskId: string; dueOn: CalendarDate | null }[],
  now: Date,
): Outcome<true, FinishRefusal> {
  const { status, evaluatesDebateId } = debate;
  if (!evaluatesDebateId) return refuse("not_evaluation");
  if (!hasBegun(status)) return refuse("not_begun");
  if (chosen.some(({ taskId }) => !unfinished.includes(taskId))) return refuse("not_unfinished");
  return chosen.some(({ dueOn }) => dueOn && dueOn < warsawDate(now)) ? refuse("carry_date_past") : allow(true);
}
