import { and, asc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { slugify } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { minutesFiles } from "~db/schema";
import { fileNameOf } from "./rules.files";

const within = (scope: Scope, debateId: string) =>
  and(eq(minutesFiles.organizationId, scope.organizationId), eq(minutesFiles.debateId, debateId));

/** The attachments of a debate without what is in them, in the order in which they came. */
export async function listFiles(scope: Scope, debateId: string) {
  const rows = await read
    .select({
      id: minutesFiles.id,
      title: minutesFiles.title,
      mediaType: minutesFiles.mediaType,
      size: minutesFiles.size,
      sha256: minutesFiles.sha256,
      addedBy: minutesFiles.addedBy,
      createdAt: minutesFiles.createdAt,
    })
    .from(minutesFiles)
    .where(within(scope, debateId))
    .orderBy(asc(minutesFiles.createdAt), asc(minutesFiles.id));
  return rows.map((row, i) => ({ ...row, name: fileNameOf(i + 1, slugify(row.title, 60), endingOf(row.mediaType)) }));
}
export type MinutesFile = Awaited<ReturnType<typeof listFiles>>[number];

const endingOf = (mediaType: string) => (mediaType === "image/jpeg" ? "jpg" : mediaType.replace(/^.*\//, ""));

/** One attachment with its bytes. */
export async function getFile(scope: Scope, debateId: string, id: string) {
  const [row] = await read
    .select({ title: minutesFiles.title, mediaType: minutesFiles.mediaType, content: minutesFiles.content })
    .from(minutesFiles)
    .where(and(within(scope, debateId), eq(minutesFiles.id, id)));
  if (!row) return notFound();
  return {
    fileName: `${row.title}.${endingOf(row.mediaType)}`,
    mediaType: row.mediaType,
    bytes: Buffer.from(row.content, "base64"),
  };
}
