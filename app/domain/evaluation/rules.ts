import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { AgendaKind, HallVerdict, TaskState } from "~db/vocabulary";

/** What an earlier debate left: a promise, and who gave it. */
export type Promised = { bodyId: string; bodyName: string; state: TaskState };

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

/**
 * One item for each body that promised something, those with the most to report first, then the hall's own say.
 * A task that was passed on is reported by the body that has it now.
 */
export function planEvaluation(promises: readonly Promised[], chair: string, words: Wording): PlannedItem[] {
  const owners = new Map<string, { name: string; tasks: number }>();
  for (const { bodyId, bodyName, state } of promises) {
    if (state === "transferred") continue;
    owners.set(bodyId, { name: bodyName, tasks: (owners.get(bodyId)?.tasks ?? 0) + 1 });
  }
  const reports = [...owners]
    .sort(([, a], [, b]) => b.tasks - a.tasks || (a.name < b.name ? -1 : 1))
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

export const lengthOf = (items: readonly PlannedItem[]) => items.reduce((sum, { minutes }) => sum + minutes, 0);

type Reported = { debateId: string; version: number; reportText: string; hallVerdict: HallVerdict | null };

/** A row of the table is written only if it says something new, and only over the version that was read. */
export function decideReport(
  motion: Reported,
  evaluatesDebateId: string | null,
  report: { version: number; text: string; verdict: HallVerdict | null },
): Outcome<"changed" | "unchanged", "other_debate" | "stale"> {
  if (motion.debateId !== evaluatesDebateId) return refuse("other_debate");
  if (motion.reportText === report.text && motion.hallVerdict === report.verdict) return allow("unchanged");
  return motion.version === report.version ? allow("changed") : refuse("stale");
}
