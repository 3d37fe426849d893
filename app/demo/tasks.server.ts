import {
  extendTask,
  moveTask,
  noteOnTask,
  remindOwner,
  reportOnTask,
  transferTask,
} from "~/domain/tasks/commands.server";
import { calendarDate } from "~/platform/time";
import type { DemoDebate, DemoTask, TaskStep } from "~db/demo/types";
import { type Cast, clock, type Step } from "./story.server";

/** What happened to each task since it was given, in the words of its body and of the unit. */
export const taskSteps = (cast: Cast, { key, evening }: DemoDebate): Step[] =>
  (evening?.tasks ?? []).flatMap((task) => {
    let holder = { key: task.key, owner: task.owner };
    return task.steps.map((step, i) => {
      const { key: taskKey, owner } = holder;
      if ("passTo" in step) holder = { key: step.as, owner: step.passTo };
      return {
        at: clock(step.at),
        what: `${key} ${task.key} step ${i + 1}`,
        run: (at: Date) => take(cast, key, { taskKey, owner }, step, at),
      };
    });
  });

type Held = { taskKey: string; owner: DemoTask["owner"] };

async function take(cast: Cast, debateKey: string, { taskKey, owner }: Held, step: TaskStep, at: Date) {
  const id = cast.id("task", `${debateKey}:${taskKey}`);
  const staff = cast.staff();
  if ("note" in step) return noteOnTask(staff, id, step.note, at);
  if ("remind" in step) return remindOwner(staff, id, at);
  if ("passTo" in step) {
    const { text, dueBasis, passTo, as } = step;
    const value = { toBodyId: cast.id("body", passTo), text, dueOn: calendarDate(step.dueOn), dueBasis };
    const passed = await transferTask(staff, id, undefined, value, at);
    if (passed.ok) cast.keep("task", `${debateKey}:${as}`, passed.value.id);
    return passed;
  }
  const desk = cast.as(`body:${cast.id("body", owner)}`);
  const isBody = step.by === "body";
  const { text, author } = step;
  if ("extendTo" in step)
    return extendTask(isBody ? desk : staff, id, undefined, { dueOn: calendarDate(step.extendTo), text, author }, at);
  const said = { to: step.to, text, author, budgetYear: step.budgetYear ?? null };
  return isBody ? reportOnTask(desk, id, undefined, said, at) : moveTask(staff, id, undefined, said, at);
}
