import { warsawDate } from "~/platform/time";
import { type Facts, isOpen } from "./rules";
import { error, type Fault, warning } from "./rules.faults";

const MOTIONS = "s7";
const TASKS = "s8";

/** An owner and a date no task can be without; what can be missing is the task itself, or the body a motion went to. */
export const checkMotions = ({ motions }: Facts): Fault[] =>
  motions.flatMap((motion) => {
    const { id, number, outcome, taskNumbers, referredTo, textPublic } = motion;
    const more = { elsewhere: { page: "motion", id } as const };
    return [
      ...(outcome === null ? [error("motion_without_outcome", number, MOTIONS, more)] : []),
      ...(outcome === "task" && taskNumbers.length === 0 ? [error("task_missing", number, MOTIONS, more)] : []),
      ...(outcome === "referred" && !referredTo ? [error("referral_without_body", number, MOTIONS, more)] : []),
      ...(isOpen(motion) && outcome !== "merged" && !textPublic.trim()
        ? [error("motion_without_public_text", number, MOTIONS, more)]
        : []),
    ];
  });

/** Only a remark: a task may have been taken over from an earlier evening, with its date. */
export function checkTasks({ tasks, debate }: Facts): Fault[] {
  const day = warsawDate(new Date(debate.startsAt));
  return tasks
    .filter(({ dueOn }) => dueOn < day)
    .map(({ id, number }) => warning("task_due_before_debate", number, TASKS, { elsewhere: { page: "task", id } }));
}
