import { paper } from "./messages.document.pl";
import type { MinutesDocument } from "./rules";

type Decided = Pick<
  MinutesDocument["motions"][number],
  "outcome" | "answer" | "answeredBy" | "referredTo" | "mergedInto" | "taskNumbers"
>;

/** „sposób załatwienia”: one sentence a motion. Tasks and numbers that the reader may not see are not in `motion`. */
export function outcomeSentence(motion: Decided): string {
  const say = paper.outcomes;
  const { outcome, answer, answeredBy, referredTo, mergedInto, taskNumbers } = motion;
  if (outcome === null) return say.open;
  if (outcome === "answered_on_spot") return say.answered(answeredBy, answer);
  if (outcome === "task") return taskNumbers.length ? say.tasks(taskNumbers) : say.taken;
  if (outcome === "referred") return say.referred(referredTo, taskNumbers);
  if (outcome === "merged") return say.merged(mergedInto);
  return outcome === "out_of_scope" ? say.outOfScope(answer) : say.policeOnly;
}
