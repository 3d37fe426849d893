import { refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { CalendarDate } from "~db/vocabulary";
import { extendTask, reportOnTask } from "./commands.server";
import type { DeskAnswer } from "./rules";

type Answer = {
  answer: DeskAnswer;
  text: string;
  author: string;
  budgetYear: number | null;
  dueOn: CalendarDate | null;
};

/** What a body sends from its desk: a new state, or a new date. */
export async function answerTask(
  scope: Scope,
  id: string,
  version: number | undefined,
  value: Answer,
  now = new Date(),
) {
  const { answer, text, author, budgetYear, dueOn } = value;
  if (answer !== "more_time") return reportOnTask(scope, id, version, { to: answer, text, author, budgetYear }, now);
  if (dueOn === null) return refuse("date_missing");
  return extendTask(scope, id, version, { dueOn, text, author }, now);
}
