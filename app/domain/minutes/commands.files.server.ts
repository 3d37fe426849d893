import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { minutesFiles } from "~db/schema";
import { listFiles } from "./queries.files.server";
import { findMinutes } from "./queries.server";
import { isFrozen } from "./rules";
import { decideAdding, readAttachment } from "./rules.files";

type NewFile = { title: string; fileName: string; bytes: Uint8Array };

/** An attachment as it will be kept: pictures without what the camera wrote beside them. */
export function addFile(scope: Scope, debateId: string, file: NewFile, addedBy: string, now = new Date()) {
  const attachment = readAttachment(file.bytes);
  return inTransaction(async () => {
    await getDebate(scope, debateId);
    if (!attachment.ok) return attachment;
    const { bytes, mediaType } = attachment.value;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const status = (await findMinutes(scope, debateId))?.status ?? "drafting";
    const sums = (await listFiles(scope, debateId)).map((each) => each.sha256);
    const decision = decideAdding({ status, sums }, sha256);
    if (!decision.ok) return decision;
    await write.insert(minutesFiles).values({
      ...{ organizationId: scope.organizationId, debateId, title: file.title, fileName: file.fileName, mediaType },
      ...{ size: bytes.length, sha256, content: Buffer.from(bytes).toString("base64"), addedBy, createdAt: now },
    });
    await recordEvent(
      scope,
      { action: "minutes_file_added", subjectId: debateId, debateId, data: { title: file.title } },
      now,
    );
    return allow({ sha256 });
  });
}

export function removeFile(scope: Scope, debateId: string, id: string, now = new Date()) {
  return inTransaction(async () => {
    await getDebate(scope, debateId);
    const status = (await findMinutes(scope, debateId))?.status ?? "drafting";
    if (isFrozen(status)) return refuse("frozen");
    const file = (await listFiles(scope, debateId)).find((each) => each.id === id);
    if (!file) return refuse("gone");
    const mine = and(eq(minutesFiles.organizationId, scope.organizationId), eq(minutesFiles.id, id));
    await write.delete(minutesFiles).where(mine);
    await recordEvent(
      scope,
      { action: "minutes_file_removed", subjectId: debateId, debateId, data: { title: file.title } },
      now,
    );
    return allow({ id });
  });
}
