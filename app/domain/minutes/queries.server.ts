import { and, asc, desc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { debates, minutes, minutesParts, minutesTexts, organizations } from "~db/schema";
import type { MinutesDocument, MinutesVersion } from "./rules";

/** The minutes of a debate, if somebody has begun them. */
export async function findMinutes(scope: Scope, debateId: string) {
  const [row] = await read
    .select({
      id: minutes.id,
      status: minutes.status,
      number: minutes.number,
      drawnUpOn: minutes.drawnUpOn,
      approvedAt: minutes.approvedAt,
      approvedBy: minutes.approvedBy,
      publishedAt: minutes.publishedAt,
      sha256: minutes.sha256,
      version: minutes.version,
    })
    .from(minutes)
    .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId)));
  return row;
}

/** What the clerk has written, by key. */
export async function listMinutesParts(scope: Scope, debateId: string) {
  return read
    .select({
      key: minutesParts.key,
      text: minutesParts.text,
      internal: minutesParts.internal,
      version: minutesParts.version,
      editedBy: minutesParts.editedBy,
      updatedAt: minutesParts.updatedAt,
    })
    .from(minutesParts)
    .innerJoin(minutes, eq(minutes.id, minutesParts.minutesId))
    .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId)))
    .orderBy(asc(minutesParts.key));
}

/** Every saved text of one part, newest first. */
export async function listPartTexts(scope: Scope, debateId: string, key: string) {
  return read
    .select({
      version: minutesTexts.version,
      text: minutesTexts.text,
      editedBy: minutesTexts.editedBy,
      at: minutesTexts.at,
    })
    .from(minutesTexts)
    .innerJoin(minutesParts, eq(minutesParts.id, minutesTexts.partId))
    .innerJoin(minutes, eq(minutes.id, minutesParts.minutesId))
    .where(
      and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId), eq(minutesParts.key, key)),
    )
    .orderBy(desc(minutesTexts.version));
}

/** The approved text as it was frozen; nothing before approval. */
export async function findFrozen(scope: Scope, debateId: string, version: MinutesVersion) {
  const [row] = await read
    .select({ frozen: minutes.frozen, sha256: minutes.sha256, status: minutes.status })
    .from(minutes)
    .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId)));
  if (!row?.frozen || !row.sha256) return undefined;
  return { document: row.frozen[version] as MinutesDocument, sha256: row.sha256, status: row.status };
}

/** For everybody: only what has been published, and only its public version. */
export async function findPublished(scope: Scope, debateId: string) {
  const found = await findFrozen(scope, debateId, "public");
  return found?.status === "published" ? found : undefined;
}

/** Is this paper current? Whoever has the hash on paper may ask; the answer names no more than the paper does. */
export async function findByHash(sha256: string) {
  const [row] = await read
    .select({
      number: minutes.number,
      status: minutes.status,
      approvedAt: minutes.approvedAt,
      unit: organizations.name,
      unitSlug: organizations.slug,
      debateSlug: debates.slug,
      topic: debates.topic,
    })
    .from(minutes)
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .innerJoin(organizations, eq(organizations.id, minutes.organizationId))
    .where(eq(minutes.sha256, sha256));
  return row;
}
