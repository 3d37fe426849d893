import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { CalendarDate } from "~db/vocabulary";
import { addEntry, changeTask, getOwnTask, heard } from "./commands.entries.server";
import { addEvidence, checkEvidence, keepEvidence, type NewEvidence, signed } from "./commands.evidence.server";
import { reportOnTask, transferTask } from "./commands.server";
import { listChain } from "./queries.chain.server";
import {
  type DeskAnswer,
  decideDisown,
  decideHandOver,
  decideProposal,
  deskAnswers,
  dueAfterHandOver,
} from "./rules.desk";

type Answer = {
  answer: DeskAnswer;
  text: string;
  author?: string;
  authorPost?: string;
  budgetYear?: number | null;
  dueOn?: CalendarDate | null;
  progress?: number | null;
  /** Whose matter it is, with "not ours". */
  toBodyId?: string | null;
  files?: readonly NewEvidence[];
};

/** What a body sends from its desk, with proof. Fields that do not belong to the answer count for nothing. */
export function answerTask(scope: Scope, id: string, version: number | undefined, value: Answer, now = new Date()) {
  return inTransaction(async () => {
    const { files = [] } = value;
    const task = await getOwnTask(scope, id, "body");
    if (version !== undefined && version !== task.version) return refuse("stale");
    if (value.answer === "evidence")
      return deskAnswers(task.state).includes("evidence")
        ? addEvidence(scope, id, { ...value, files }, now)
        : refuse("not_possible");
    const fits = await checkEvidence(scope, task, files);
    if (!fits.ok) return fits;
    const result = await say(scope, task, value, now);
    if (!result.ok) return result;
    const by = { entryId: result.value.entryId, author: signed(value) };
    await keepEvidence(scope, task, files, by, now);
    return allow({ id });
  });
}

type Task = Awaited<ReturnType<typeof getOwnTask>>;

function say(scope: Scope, task: Task, value: Answer, now: Date) {
  const { answer, dueOn, toBodyId, text, author, authorPost, budgetYear, progress } = value;
  if (answer === "more_time") return !dueOn ? refuse("date_missing") : askForDate(scope, task, dueOn, value, now);
  if (answer === "not_ours")
    return toBodyId ? handOver(scope, task, toBodyId, value, now) : disown(scope, task, value, now);
  if (answer === "evidence") return refuse("not_possible");
  return reportOnTask(
    scope,
    task.id,
    task.version,
    { to: answer, text, author, authorPost, budgetYear, progress },
    now,
  );
}

async function askForDate(scope: Scope, task: Task, dueOn: CalendarDate, said: Answer, now: Date) {
  const decision = decideProposal(task, { dueOn, text: said.text }, now);
  if (!decision.ok) return decision;
  const { text, author, authorPost } = said;
  await changeTask(scope, task.id, {
    ...{ ...decision.value, ...heard(task, now), proposedBy: signed(said) },
    version: task.version + 1,
  });
  const entry = { kind: "proposal", text, dueOn, author, authorPost, public: !task.internal } as const;
  const entryId = await addEntry(scope, task.id, entry, now);
  const data = { number: task.number, dueOn };
  await recordEvent(
    scope,
    { action: "task_date_asked", subjectId: task.id, debateId: task.debateId, data, job: true },
    now,
  );
  return allow({ entryId });
}

async function disown(scope: Scope, task: Task, { text, author, authorPost }: Answer, now: Date) {
  const decision = decideDisown(task, text, now);
  if (!decision.ok) return decision;
  await changeTask(scope, task.id, { ...decision.value, ...heard(task, now), version: task.version + 1 });
  const entry = { kind: "not_ours", text, author, authorPost, public: !task.internal } as const;
  const entryId = await addEntry(scope, task.id, entry, now);
  const data = { number: task.number };
  await recordEvent(
    scope,
    { action: "task_disowned", subjectId: task.id, debateId: task.debateId, data, job: true },
    now,
  );
  return allow({ entryId });
}

/** The next body gets the same task, a letter and a clock of its own. */
async function handOver(scope: Scope, task: Task, toBodyId: string, said: Answer, now: Date) {
  const { text, author, authorPost } = said;
  const chain = (await listChain(scope, task.id)).map(({ ownerBodyId }) => ownerBodyId);
  const decision = decideHandOver(task, { toBodyId, text }, chain, now);
  if (!decision.ok) return decision;
  const value = { toBodyId, text, author, authorPost, ...dueAfterHandOver(task.dueBasis, now) };
  const passed = await transferTask(scope, task.id, task.version, value, now);
  return passed.ok ? allow({ entryId: passed.value.entryId }) : passed;
}
