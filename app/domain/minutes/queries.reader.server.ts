import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { debates, invitations, minutes, minutesReaders, minutesRemarks } from "~db/schema";
import { gatherFacts } from "./queries.facts.server";
import { UNSTAMPED } from "./rules";
import { composeMinutes } from "./rules.compose";
import { forReaders, readableParts, readableSections, targetsOf } from "./rules.paragraphs";
import { sectionsOf } from "./rules.sections";
import { isWindowOpen } from "./rules.window";

/** Whose link it is, and how the minutes stand. */
export async function getReader(scope: Scope, readerId: string) {
  const [row] = await read
    .select({
      id: minutesReaders.id,
      minutesId: minutesReaders.minutesId,
      name: minutesReaders.name,
      post: minutesReaders.post,
      bodyName: minutesReaders.bodyName,
      email: minutesReaders.email,
      generation: minutesReaders.generation,
      salutation: invitations.salutation,
      officeTitle: invitations.officeTitle,
      presence: invitations.presence,
      debateId: minutes.debateId,
      status: minutes.status,
      number: minutes.number,
      until: minutes.correctionUntil,
      topic: debates.topic,
      slug: debates.slug,
    })
    .from(minutesReaders)
    .innerJoin(minutes, eq(minutes.id, minutesReaders.minutesId))
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .innerJoin(invitations, eq(invitations.id, minutesReaders.invitationId))
    .where(and(eq(minutesReaders.organizationId, scope.organizationId), eq(minutesReaders.id, readerId)));
  return row ?? notFound();
}

/** Everybody who was asked about these minutes. */
export function listReaders(scope: Scope, debateId: string) {
  return read
    .select({ id: minutesReaders.id, invitationId: minutesReaders.invitationId, generation: minutesReaders.generation })
    .from(minutesReaders)
    .innerJoin(minutes, eq(minutes.id, minutesReaders.minutesId))
    .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId)))
    .orderBy(asc(minutesReaders.createdAt), asc(minutesReaders.id));
}

/** What somebody has proposed by their link, and what became of it. Never who decided. */
export function listOwnRemarks(scope: Scope, readerId: string) {
  return read
    .select({
      id: minutesRemarks.id,
      partTitle: minutesRemarks.partTitle,
      original: minutesRemarks.original,
      proposed: minutesRemarks.proposed,
      reason: minutesRemarks.reason,
      status: minutesRemarks.status,
      decision: minutesRemarks.decision,
      createdAt: minutesRemarks.createdAt,
    })
    .from(minutesRemarks)
    .where(and(eq(minutesRemarks.organizationId, scope.organizationId), eq(minutesRemarks.readerId, readerId)))
    .orderBy(asc(minutesRemarks.createdAt), asc(minutesRemarks.id));
}

/** What a link in the page names a paragraph by: a paragraph that changes meanwhile is not mistaken for another. */
const placeOfTarget = (key: string, original: string) =>
  createHash("sha256").update(`${key}\n${original}`).digest("hex").slice(0, 16);

/** The draft as those who were there may read it, and only as long as they are asked. */
export async function getReaderPage(scope: Scope, readerId: string, now: Date) {
  const reader = await getReader(scope, readerId);
  const { status, number, until, topic, slug, name, post, bodyName } = reader;
  const remarks = await listOwnRemarks(scope, readerId);
  const shared = { status, number, until, topic, slug, reader: { name, post, bodyName }, remarks };
  if (!isWindowOpen(reader, now)) return { ...shared, isOpen: false as const };
  const facts = forReaders(await gatherFacts(scope, reader.debateId));
  const parts = readableParts(facts);
  const sections = readableSections(sectionsOf(composeMinutes(facts, "public", UNSTAMPED)), parts);
  const targets = targetsOf(parts).map((target) => ({ ...target, id: placeOfTarget(target.key, target.original) }));
  return { ...shared, isOpen: true as const, sections, targets };
}

export type ReaderPageData = Awaited<ReturnType<typeof getReaderPage>>;
