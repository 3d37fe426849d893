import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import { getPassedOnNotice } from "~/domain/motions/queries.notice.server";
import type { Letter } from "~/platform/letter.server";
import { placeholderOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { decisionLetter, reminderLetter, type TaskLetterProps, taskLetter } from "./mail.server";
import type { Decision } from "./messages.decisions.pl";
import { findWords, getTaskPost, type TaskPost } from "./queries.letters.server";
import { OWED_STATES, watch } from "./rules";

/** Between the event and its letter the matter may have been settled or passed on: then nobody is asked. */
const taskGiven: Job = async (scope, event) => {
  const post = await getTaskPost(scope, event.subjectId);
  if (OWED_STATES.includes(post.task.state)) await send(scope, event, post, "task", taskLetter(propsOf(post)));
};

const taskReminded: Job = async (scope, event) => {
  const post = await getTaskPost(scope, event.subjectId);
  if (!OWED_STATES.includes(post.task.state)) return;
  const isLate = watch(post.task, event.occurredAt).overdueDays > 0;
  await send(scope, event, post, "task_reminder", reminderLetter({ ...propsOf(post), isLate }));
};

function propsOf({ task, body, debate, unit, motions }: TaskPost): TaskLetterProps {
  const { title, dueOn, dueBasis, internal, sequence } = task;
  const number = `${debate.number}/${debate.year}/Z${sequence}`;
  const link = placeholderOf("desk", body.id, body.deskGeneration);
  return { title, dueOn, dueBasis, internal, number, debate, unit, motions, link };
}

async function send(scope: Scope, event: RecordedEvent, post: TaskPost, kind: string, letter: Letter) {
  const { task, body, debate } = post;
  if (body.email === "") return;
  const to = { name: body.name, address: body.email };
  const mail = { kind, subjectId: task.id, debateId: debate.id, to, letter, revision: event.id };
  await queueMail(scope, mail, event.occurredAt);
}

/** A body that has asked is told what was decided, with the words of that moment. */
const taskDecided =
  (decision: Decision): Job =>
  async (scope, event) => {
    const post = await getTaskPost(scope, event.subjectId);
    if (post.task.state === "transferred") return;
    // Its own reason does not have to be told to it.
    const reason = decision === "granted" ? "" : await findWords(scope, event.subjectId, event.occurredAt);
    await send(scope, event, post, "task_decision", decisionLetter({ ...propsOf(post), decision, reason }));
  };

/** A body whose report is not confirmed would otherwise hear of it when the deadline is near, if at all. */
const taskMoved: Job = async (scope, event) => {
  if (event.data?.returned) await taskDecided("returned")(scope, event);
};

/** The applicant hears of each step of the way, not of the first alone. What stays inside the unit is not told. */
const taskTransferred: Job = async (scope, event) => {
  const { task, body, motions } = await getTaskPost(scope, event.subjectId);
  if (task.internal) return;
  const said = { to: String(event.data?.body ?? ""), reason: `${body.name}: ${task.result}` };
  for (const { id } of motions) {
    const notice = await getPassedOnNotice(scope, id, said, event.occurredAt);
    if (notice) await queueMail(scope, { ...notice, revision: event.id }, event.occurredAt);
  }
};

export const taskJobs: Readonly<Record<string, Job>> = {
  task_given: taskGiven,
  task_transferred: taskTransferred,
  task_reminded: taskReminded,
  task_moved: taskMoved,
  task_date_granted: taskDecided("granted"),
  task_date_declined: taskDecided("declined"),
  task_insisted: taskDecided("insisted"),
};
