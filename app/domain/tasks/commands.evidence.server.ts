import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import type { SentFile } from "~/platform/forms.server";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { redrawPicture } from "~/platform/pictures.server";
import type { Scope } from "~/platform/scope";
import { cleanLine } from "~/platform/text";
import { taskFiles } from "~db/schema";
import { addEntry, changeTask, getOwnTask, heard, speakerOf } from "./commands.entries.server";
import { listEvidence } from "./queries.evidence.server";
import type { getTask } from "./queries.server";
import { checkFile, decideEvidence, type EvidenceRefusal, MOST_FILES_AT_ONCE } from "./rules.evidence";

/** Proof as it will be kept: a picture drawn anew, or a PDF as it came. */
export type NewEvidence = {
  title: string;
  fileName: string;
  mediaType: "image/jpeg" | "application/pdf";
  bytes: Uint8Array;
  width: number | null;
  height: number | null;
  sha256: string;
};

/** Outside of any transaction, because drawing takes its time. */
export async function readEvidence(
  files: readonly SentFile[],
  title = "",
): Promise<Outcome<NewEvidence[], EvidenceRefusal>> {
  if (files.length > MOST_FILES_AT_ONCE) return refuse("too_many_at_once");
  const read: NewEvidence[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    const kind = checkFile(bytes);
    if (!kind.ok) return kind;
    const fileName = cleanLine(name).slice(0, 200);
    const named = title && files.length > 1 ? `${title} (${index + 1})` : title;
    const common = { title: named || fileName.replace(/\.\w{1,5}$/, "").slice(0, 160) || "Plik", fileName };
    if (kind.value === "pdf") {
      const pdf = bytes ?? new Uint8Array();
      read.push({ ...common, mediaType: "application/pdf", bytes: pdf, width: null, height: null, sha256: sumOf(pdf) });
    } else {
      const drawn = await redrawPicture(bytes ?? new Uint8Array());
      if (!drawn.ok) return drawn;
      read.push({ ...common, mediaType: "image/jpeg", ...drawn.value, sha256: sumOf(drawn.value.bytes) });
    }
  }
  return allow(read);
}

const sumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

type Task = Pick<Awaited<ReturnType<typeof getTask>>, "id" | "state">;

/** Part of a command, inside its transaction; `entryId` is what was said with it. */
export async function keepEvidence(
  scope: Scope,
  task: Task,
  files: readonly NewEvidence[],
  { entryId, author }: { entryId: string; author: string },
  now: Date,
) {
  for (const { bytes, ...file } of files)
    await write.insert(taskFiles).values({
      ...{ ...file, organizationId: scope.organizationId, taskId: task.id, entryId, author, addedBy: scope.actor },
      ...{ size: bytes.length, content: Buffer.from(bytes).toString("base64"), createdAt: now },
    });
}

/** May these files come to what is there already? */
export const checkEvidence = async (scope: Scope, task: Task, files: readonly NewEvidence[]) =>
  files.length === 0 ? allow(true) : decideEvidence(task, await listEvidence(scope, [task.id]), files);

type Added = { files: readonly NewEvidence[]; text?: string; author?: string; authorPost?: string };

/** Pictures and letters beside a task, from the body's desk or from the office; the state stays what it is. */
export function addEvidence(
  scope: Scope,
  id: string,
  { files, text = "", author = "", authorPost = "" }: Added,
  now = new Date(),
) {
  return inTransaction(async () => {
    const speaker = speakerOf(scope.actor);
    const task = await getOwnTask(scope, id, speaker);
    if (files.length === 0) return refuse("file_missing");
    const decision = await checkEvidence(scope, task, files);
    if (!decision.ok) return decision;
    const said = { text, author, authorPost, public: false };
    const entryId = await addEntry(scope, id, { kind: "evidence", ...said }, now);
    await keepEvidence(scope, task, files, { entryId, author: signed({ author, authorPost }) }, now);
    if (speaker === "body") await changeTask(scope, id, heard(task, now));
    const data = { number: task.number, many: files.length };
    await recordEvent(scope, { action: "task_evidence_added", subjectId: id, debateId: task.debateId, data }, now);
    return allow({ id });
  });
}

/** „Jan Kowal, kierownik referatu”. */
export const signed = ({ author, authorPost }: { author?: string; authorPost?: string }) =>
  [author, authorPost].filter(Boolean).join(", ");

/** Only the organizer shows proof to everybody, under a title that says what is on it. */
export function showEvidence(
  scope: Scope,
  taskId: string,
  fileId: string,
  value: { public: boolean; title: string },
  now = new Date(),
) {
  return inTransaction(async () => {
    const task = await getOwnTask(scope, taskId, "staff");
    const file = (await listEvidence(scope, [taskId])).find(({ id }) => id === fileId) ?? notFound();
    if (value.public && task.internal) return refuse("task_internal");
    const own = and(eq(taskFiles.organizationId, scope.organizationId), eq(taskFiles.id, fileId));
    await write
      .update(taskFiles)
      .set({ public: value.public, title: value.title || file.title })
      .where(own);
    const action = value.public ? "task_evidence_shown" : "task_evidence_hidden";
    await recordEvent(
      scope,
      { action, subjectId: taskId, debateId: task.debateId, data: { number: task.number } },
      now,
    );
    return allow({ id: taskId });
  });
}
