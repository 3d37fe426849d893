import { and, asc, eq, exists, inArray, isNotNull, ne, not, or } from "drizzle-orm";
import { withNames } from "~/domain/history/queries.server";
import { read } from "~/platform/db.server";
import { slugify } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, motions, taskFiles, taskMotions, tasks } from "~db/schema";
import type { MotionKey } from "./rules.tracker";

const LIST = {
  id: taskFiles.id,
  taskId: taskFiles.taskId,
  title: taskFiles.title,
  mediaType: taskFiles.mediaType,
  /** Bytes. */
  size: taskFiles.size,
  /** Pixels; null for a PDF. */
  width: taskFiles.width,
  height: taskFiles.height,
  createdAt: taskFiles.createdAt,
};

/** Proof of these tasks without its bytes, in the order in which it came, with who has sent it. */
export async function listEvidence(scope: Scope, taskIds: string[]) {
  if (taskIds.length === 0) return [];
  const rows = await read
    .select({
      ...LIST,
      entryId: taskFiles.entryId,
      public: taskFiles.public,
      sha256: taskFiles.sha256,
      author: taskFiles.author,
      actor: taskFiles.addedBy,
    })
    .from(taskFiles)
    .where(and(eq(taskFiles.organizationId, scope.organizationId), inArray(taskFiles.taskId, taskIds)))
    .orderBy(asc(taskFiles.createdAt), asc(taskFiles.id));
  return withNames(rows);
}

/** A task that also follows from a hidden motion would tell of it, so nothing of it is shown. */
const isShown = (scope: Scope) =>
  and(
    eq(taskFiles.organizationId, scope.organizationId),
    eq(taskFiles.public, true),
    eq(tasks.internal, false),
    not(
      exists(
        read
          .select({ id: motions.id })
          .from(taskMotions)
          .innerJoin(motions, eq(motions.id, taskMotions.motionId))
          .where(
            and(
              eq(taskMotions.taskId, tasks.id),
              or(ne(motions.sensitivity, "public"), ne(motions.status, "admitted")),
            ),
          ),
      ),
    ),
  );

/** Proof that the organizer shows to everybody; its address is `/u/:unit/tracker/:number/evidence/:id`. */
export async function listPublicEvidence(scope: Scope, taskIds: string[]) {
  if (taskIds.length === 0) return [];
  return read
    .select({ ...LIST, ownerName: bodies.name })
    .from(taskFiles)
    .innerJoin(tasks, eq(tasks.id, taskFiles.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(and(isShown(scope), inArray(taskFiles.taskId, taskIds)))
    .orderBy(asc(taskFiles.createdAt), asc(taskFiles.id));
}

const BYTES = {
  title: taskFiles.title,
  mediaType: taskFiles.mediaType,
  sha256: taskFiles.sha256,
  content: taskFiles.content,
};

/** One file of proof below the motion that it belongs to. What is not shown does not exist (404). */
export async function getPublicEvidence(scope: Scope, { debate, year, sequence }: MotionKey, id: string) {
  const [row] = await read
    .select(BYTES)
    .from(taskFiles)
    .innerJoin(tasks, eq(tasks.id, taskFiles.taskId))
    .innerJoin(taskMotions, eq(taskMotions.taskId, tasks.id))
    .innerJoin(motions, eq(motions.id, taskMotions.motionId))
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(
      and(
        isShown(scope),
        eq(taskFiles.id, id),
        eq(debates.number, debate),
        eq(debates.year, year),
        eq(motions.sequence, sequence),
        isNotNull(debates.announcedAt),
      ),
    );
  return fileOf(row);
}

/** For the office, and for the desk of the body that owns the task; 404 for everybody else. */
export async function getEvidence(scope: Scope, id: string, of: { taskId?: string; bodyId?: string }) {
  const [row] = await read
    .select(BYTES)
    .from(taskFiles)
    .innerJoin(tasks, eq(tasks.id, taskFiles.taskId))
    .where(
      and(
        eq(taskFiles.organizationId, scope.organizationId),
        eq(taskFiles.id, id),
        of.taskId ? eq(taskFiles.taskId, of.taskId) : undefined,
        of.bodyId ? eq(tasks.ownerBodyId, of.bodyId) : undefined,
      ),
    );
  return fileOf(row);
}

function fileOf(row: { title: string; mediaType: string; sha256: string; content: string } | undefined) {
  if (!row) return notFound();
  const ending = row.mediaType === "application/pdf" ? "pdf" : "jpg";
  return {
    fileName: `${slugify(row.title, 60) || "dowod"}.${ending}`,
    mediaType: row.mediaType,
    sha256: row.sha256,
    bytes: Buffer.from(row.content, "base64"),
  };
}
