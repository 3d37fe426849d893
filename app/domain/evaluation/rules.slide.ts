import type { CalendarDate, MotionOutcome, Sensitivity, TaskState } from "~db/vocabulary";
import { isFinished } from "./rules";

type Task = {
  title: string;
  body: string;
  state: TaskState;
  /** Last words of the body. */
  result: string;
  refusalReason: string;
  budgetYear: number | null;
  dueOn: CalendarDate;
  internal: boolean;
  priority: boolean;
};

type Motion = {
  number: string;
  place: string;
  text: string;
  answer: string;
  outcome: MotionOutcome | null;
  sensitivity: Sensitivity;
  tasks: readonly Task[];
};

/** What may be shown to the hall: a public motion, without the tasks that are internal or were passed on. */
export function forTheHall<T extends Motion>(motions: readonly T[]): T[] {
  return motions
    .filter(({ sensitivity }) => sensitivity === "public")
    .map((motion) => ({
      ...motion,
      tasks: motion.tasks.filter(({ internal, state }) => !internal && state !== "transferred"),
    }));
}

/** One line of a slide: who, and what is said of it; words are put to it by the messages. */
export type SlideLine = { body: string } & (
  | { kind: "promise"; text: string; dueOn: CalendarDate }
  | { kind: "referral" | "done" | "reported" | "partly" | "underway" | "refused"; text: string }
  | { kind: "funds"; text: string; budgetYear: number | null }
  | { kind: "owed"; text: string; dueOn: CalendarDate }
);

export type Slide = {
  number: string;
  place: string;
  text: string;
  isPriority: boolean;
  promised: SlideLine[];
  done: SlideLine[];
  missing: SlideLine[];
};

/**
 * „Obiecaliśmy / Zrobiliśmy / Czego brak i dlaczego” of one motion, null where the hall must not see it. A report counts
 * as done until the hall says otherwise; whatever nobody has reported as done is missing, with its reason.
 */
export function composeSlide(motion: Motion): Slide | null {
  const [shown] = forTheHall([motion]);
  if (!shown) return null;
  const { number, place, text, tasks, outcome, answer } = shown;
  const referral: SlideLine[] =
    outcome === "referred" && tasks.length === 0 && answer ? [{ kind: "referral", body: "", text: answer }] : [];
  return {
    number,
    place,
    text,
    isPriority: tasks.some(({ priority }) => priority),
    promised: [
      ...referral,
      ...tasks.map(({ body, title, dueOn }): SlideLine => ({ kind: "promise", body, text: title, dueOn })),
    ],
    done: tasks.flatMap(doneLine),
    missing: tasks.flatMap(missingLine),
  };
}

function doneLine({ body, state, result: text }: Task): SlideLine[] {
  if (state === "confirmed") return [{ kind: "done", body, text }];
  if (state === "reported_done") return [{ kind: "reported", body, text }];
  if (state === "partly_done") return [{ kind: "partly", body, text }];
  // What was done on the way also counts, even if money for the rest is missing.
  if ((state === "in_progress" || state === "needs_funds") && text) return [{ kind: "underway", body, text }];
  return [];
}

function missingLine({ body, state, refusalReason, budgetYear, dueOn, title }: Task): SlideLine[] {
  if (state === "refused") return [{ kind: "refused", body, text: refusalReason }];
  if (state === "needs_funds") return [{ kind: "funds", body, text: title, budgetYear }];
  if (isFinished(state) || state === "reported_done") return [];
  return [{ kind: "owed", body, text: title, dueOn }];
}

/** What is suggested as the report of a motion: what the bodies have said themselves, without saying it twice. */
export function suggestReport(motion: Motion): string {
  const [shown] = forTheHall([motion]);
  const said = (shown?.tasks ?? []).map(({ state, result, refusalReason }) =>
    state === "refused" ? refusalReason || result : result,
  );
  return [...new Set(said.filter(Boolean))].join(" ");
}
