import { grantDate } from "~/domain/tasks/commands.decisions.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { addEvidence, readEvidence, showEvidence } from "~/domain/tasks/commands.evidence.server";
import {
  extendTask,
  moveTask,
  noteOnTask,
  remindOwner,
  reportOnTask,
  transferTask,
} from "~/domain/tasks/commands.server";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { calendarDate } from "~/platform/time";
import type { DemoDebate, DemoTask, TaskStep } from "~db/demo/types";
import { drawPicture } from "./picture.server";
import { type Cast, clock, type Step } from "./story.server";

/** What happened to each task since it was given, in the words of its body and of the unit. */
export const taskSteps = (cast: Cast, { key, evening }: DemoDebate): Step[] =>
  (evening?.tasks ?? []).flatMap((task) => {
    let holder = { key: task.key, owner: task.owner };
    return task.steps.flatMap((step, i): Step[] => {
      const { key: taskKey, owner } = holder;
      if ("passTo" in step) holder = { key: step.as, owner: step.passTo };
      const what = `${key} ${task.key} step ${i + 1}`;
      const taken = { at: clock(step.at), what, run: (at: Date) => take(cast, key, { taskKey, owner }, step, at) };
      if (!("picture" in step)) return [taken];
      const id = () => cast.id("task", `${key}:${taskKey}`);
      return [
        taken,
        { at: clock(step.shownAt), what: `${what}, shown`, run: (at) => show(cast, id(), step.title, at) },
      ];
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
  if ("askFor" in step) {
    const { text, author } = step;
    return answerTask(desk, id, undefined, { answer: "more_time", dueOn: calendarDate(step.askFor), text, author }, at);
  }
  if ("picture" in step) {
    const drawn = await readEvidence([{ name: "zdjecie.png", bytes: await drawPicture() }], step.title);
    return drawn.ok ? addEvidence(desk, id, { files: drawn.value, author: step.author }, at) : drawn;
  }
  const isBody = step.by === "body";
  const { text, author } = step;
  if ("extendTo" in step) {
    const asked = { dueOn: calendarDate(step.extendTo), text, author };
    if (!isBody) return extendTask(staff, id, undefined, asked, at);
    const answered = await answerTask(desk, id, undefined, { answer: "more_time", ...asked }, at);
    return answered.ok ? grantDate(staff, id, undefined, at) : answered;
  }
  const said = { to: step.to, text, author, budgetYear: step.budgetYear ?? null };
  return isBody ? reportOnTask(desk, id, undefined, said, at) : moveTask(staff, id, undefined, said, at);
}

async function show(cast: Cast, taskId: string, title: string, at: Date) {
  const file = (await listEvidence(cast.staff(), [taskId])).find((one) => one.title === title);
  return showEvidence(cast.staff(), taskId, file?.id ?? "", { public: true, title }, at);
}
