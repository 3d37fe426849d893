import { isWorkingDay } from "~/platform/holidays";
import { addDays, type CalendarDate } from "~/platform/time";
import type { NoticeKind } from "~db/vocabulary";
import { byBody, type Hold, planNotices, type Reminded, type Stage, stageOn } from "./rules";

/** The days of the next seven, from this one on, on which letters go out. */
export const daysOfWeek = (from: CalendarDate) =>
  Array.from({ length: 7 }, (_, i) => addDays(from, i)).filter(isWorkingDay);

/** Every word that a deadline has coming on these days, if nothing is said meanwhile. */
export const stagesOn = (dueOn: CalendarDate, days: readonly CalendarDate[]) => [
  ...new Set(days.flatMap((day) => stageOn(dueOn, day) ?? [])),
];

type Known = Reminded & { id: string; bodyId: string };
type Held<Task> = Task & { kind: NoticeKind; hold: Hold };
export type PlannedDay<Task> = {
  day: CalendarDate;
  letters: (Task & { stage: Stage })[][];
  chair: Task[];
  held: Held<Task>[];
};

/**
 * What the runs of these days will send, by the rule of the run itself: a day's letters count as sent on the next one.
 * What is held back is named on the first day only.
 */
export function planDays<Task extends Known>(
  tasks: readonly Task[],
  unit: { reminds: boolean; hasChair: boolean },
  days: readonly CalendarDate[],
): PlannedDay<Task>[] {
  const said = new Map(tasks.map(({ id, sent }) => [id, new Set(sent)]));
  const named = new Set<string>();
  return days.map((day) => {
    const [due, chair, held]: [(Task & { stage: Stage })[], Task[], Held<Task>[]] = [[], [], []];
    for (const task of tasks) {
      const sent = said.get(task.id) ?? new Set<NoticeKind>();
      const plan = planNotices({ ...task, sent: [...sent] }, unit.reminds, day);
      const kinds: NoticeKind[] = [
        ...(plan.owner ? [plan.owner] : []),
        ...(plan.chair && unit.hasChair ? ["chair_30" as const] : []),
      ];
      for (const kind of kinds) {
        const key = `${task.id} ${kind}`;
        if (plan.hold && !named.has(key)) held.push({ ...task, kind, hold: plan.hold });
        if (plan.hold) named.add(key);
        else sent.add(kind);
      }
      if (plan.owner && !plan.hold) due.push({ ...task, stage: plan.owner });
      if (plan.chair && unit.hasChair && !plan.hold) chair.push(task);
    }
    return { day, letters: byBody(due), chair, held };
  });
}

/** Rows that a day of the page shows; the others are counted. */
const ROWS = 100;

type Shown = { id: string; number: string; title: string; bodyName: string; dueOn: CalendarDate };

/** The week as the page shows it, and nothing of it that the page does not. */
export function rowsOf<Task extends Shown, Rest extends { days: readonly PlannedDay<Task>[] }>({
  days,
  ...rest
}: Rest) {
  const shown = ({ id, number, title, bodyName, dueOn }: Shown) => ({ id, number, title, bodyName, dueOn });
  const held = days.flatMap((day) => day.held.map((task) => ({ ...shown(task), kind: task.kind, hold: task.hold })));
  return {
    ...rest,
    held: held.slice(0, ROWS),
    days: days.map(({ day, letters, chair }) => {
      const rows = [
        ...letters.flat().map((task) => ({ ...shown(task), kind: task.stage as NoticeKind })),
        ...chair.map((task) => ({ ...shown(task), kind: "chair_30" as const })),
      ];
      return {
        day,
        letters: letters.length + (chair.length > 0 ? 1 : 0),
        rows: rows.slice(0, ROWS),
        more: Math.max(0, rows.length - ROWS),
      };
    }),
  };
}
