import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { minutes, minutesEditions } from "~db/schema";
import { gatherFacts } from "./queries.facts.server";
import { findMinutes, findPublished } from "./queries.server";
import type { MinutesDocument, MinutesVersion } from "./rules";
import { applyCorrection, correctablesOf, type Frozen } from "./rules.correction";
import { hiddenSince } from "./rules.hidden";
import { previewOf } from "./rules.preview";

const EDITION = {
  no: minutesEditions.no,
  reason: minutesEditions.reason,
  approvedAt: minutesEditions.approvedAt,
  publishedAt: minutesEditions.publishedAt,
  sha256: minutesEditions.sha256,
};
const ofDebate = (scope: Scope, debateId: string) =>
  and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId));

/** Every text that was ever approved, the oldest first. */
export function listEditions(scope: Scope, debateId: string) {
  return read
    .select(EDITION)
    .from(minutesEditions)
    .innerJoin(minutes, eq(minutes.id, minutesEditions.minutesId))
    .where(and(ofDebate(scope, debateId), isNotNull(minutesEditions.approvedAt)))
    .orderBy(asc(minutesEditions.no));
}

/** One edition as it was frozen, with the one that is valid now. */
export async function findEdition(scope: Scope, debateId: string, no: number, version: MinutesVersion) {
  const editions = await listEditions(scope, debateId);
  const [row] = await read
    .select({ frozen: minutesEditions.frozen })
    .from(minutesEditions)
    .innerJoin(minutes, eq(minutes.id, minutesEditions.minutesId))
    .where(and(ofDebate(scope, debateId), eq(minutesEditions.no, no), isNotNull(minutesEditions.approvedAt)));
  const found = editions.find((edition) => edition.no === no);
  const last = editions.at(-1);
  if (!row?.frozen || !found?.sha256 || !last?.approvedAt) return undefined;
  return {
    document: row.frozen[version] as MinutesDocument,
    sha256: found.sha256,
    publishedAt: found.publishedAt,
    supersededBy: last.no === no ? null : { no: last.no - 1, on: last.approvedAt.toISOString() },
  };
}

/** For everybody: an earlier text stays readable as long as it was published once. */
export async function findPublishedEdition(scope: Scope, debateId: string, no: number) {
  const found = await findEdition(scope, debateId, no, "public");
  return found?.publishedAt ? found : undefined;
}

/** What everybody reads at the address of the minutes: the valid text, or the edition that is asked for. */
export async function findOpenPaper(scope: Scope, debateId: string, edition: number | null) {
  if (edition !== null) return findPublishedEdition(scope, debateId, edition);
  const found = await findPublished(scope, debateId);
  return found && { ...found, supersededBy: null };
}

/** What everybody may choose from. */
export async function listPublishedEditions(scope: Scope, debateId: string) {
  const all = await listEditions(scope, debateId);
  const last = all.at(-1)?.no;
  return all
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ no, approvedAt }) => ({ no, approvedAt, isValid: no === last }));
}

/** The correction that is being written, if there is one. */
export async function findDraft(scope: Scope, debateId: string) {
  const [row] = await read
    .select({
      id: minutesEditions.id,
      no: minutesEditions.no,
      reason: minutesEditions.reason,
      draft: minutesEditions.draft,
      startedBy: minutesEditions.startedBy,
      version: minutesEditions.version,
    })
    .from(minutesEditions)
    .innerJoin(minutes, eq(minutes.id, minutesEditions.minutesId))
    .where(and(ofDebate(scope, debateId), isNull(minutesEditions.approvedAt)));
  return row;
}

/** The frozen text of both versions: what a correction starts from. */
export async function findValidText(scope: Scope, debateId: string) {
  const [row] = await read.select({ frozen: minutes.frozen }).from(minutes).where(ofDebate(scope, debateId));
  return (row?.frozen ?? undefined) as Frozen | undefined;
}

/** What the valid public text shows and the office has hidden since; nothing before approval. */
export async function listHiddenSince(scope: Scope, debateId: string) {
  const frozen = await findValidText(scope, debateId);
  return frozen ? hiddenSince(frozen.public, await gatherFacts(scope, debateId)) : [];
}

/** Both versions of the valid text side by side; nothing before approval. */
export async function getPreview(scope: Scope, debateId: string) {
  const frozen = await findValidText(scope, debateId);
  return frozen ? previewOf(frozen) : [];
}

export async function getCorrectionPage(scope: Scope, debateId: string) {
  const [found, draft, frozen, hidden] = await Promise.all([
    findMinutes(scope, debateId),
    findDraft(scope, debateId),
    findValidText(scope, debateId),
    listHiddenSince(scope, debateId),
  ]);
  return {
    status: found?.status ?? ("drafting" as const),
    number: found?.number ?? "",
    approvedBy: found?.approvedBy ?? "",
    next: found?.edition ?? 1,
    draft: draft ? { no: draft.no, reason: draft.reason, texts: draft.draft ?? {}, version: draft.version } : null,
    texts: frozen ? correctablesOf(frozen) : [],
    preview: frozen && draft ? previewOfDraft(frozen, draft.draft ?? {}, draft.reason, hidden) : [],
  };
}

/** Both versions as the draft would make them; nothing while it cannot be approved. */
function previewOfDraft(frozen: Frozen, texts: Record<string, string>, reason: string, hidden: readonly string[]) {
  const applied = applyCorrection(frozen, texts, { no: 0, on: "", approvedBy: "", reason, seal: "" }, hidden);
  return applied.ok ? previewOf(applied.value) : [];
}
