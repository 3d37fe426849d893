import { and, asc, desc, eq, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { minutes, minutesParts, minutesTexts } from "~db/schema";
import { gatherFacts } from "./queries.facts.server";
import { type MinutesDocument, type MinutesVersion, UNSTAMPED } from "./rules";
import { composeMinutes } from "./rules.compose";

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
      correctionOpenedAt: minutes.correctionOpenedAt,
      correctionUntil: minutes.correctionUntil,
      edition: minutes.edition,
      sha256: minutes.sha256,
      version: minutes.version,
    })
    .from(minutes)
    .where(ofDebate(scope, debateId));
  return row;
}

const ofDebate = (scope: Scope, debateId: string) =>
  and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId));

/** What the clerk has written, by key. */
export function listMinutesParts(scope: Scope, debateId: string) {
  return read
    .select({
      id: minutesParts.id,
      key: minutesParts.key,
      text: minutesParts.text,
      internal: minutesParts.internal,
      basis: minutesParts.basis,
      version: minutesParts.version,
      editedBy: minutesParts.editedBy,
      updatedAt: minutesParts.updatedAt,
    })
    .from(minutesParts)
    .innerJoin(minutes, eq(minutes.id, minutesParts.minutesId))
    .where(ofDebate(scope, debateId))
    .orderBy(asc(minutesParts.key));
}

/** Every saved text of one part, newest first. */
export function listPartTexts(scope: Scope, debateId: string, key: string) {
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
    .where(and(ofDebate(scope, debateId), eq(minutesParts.key, key)))
    .orderBy(desc(minutesTexts.version));
}

/** The text of a part as it was in one version. */
export async function findPartText(scope: Scope, partId: string, version: number) {
  const [row] = await read
    .select({ text: minutesTexts.text })
    .from(minutesTexts)
    .where(
      and(
        eq(minutesTexts.organizationId, scope.organizationId),
        eq(minutesTexts.partId, partId),
        eq(minutesTexts.version, version),
      ),
    );
  return row?.text;
}

/** The approved text as it was frozen; nothing before approval. */
export async function findFrozen(scope: Scope, debateId: string, version: MinutesVersion) {
  const [row] = await read
    .select({ frozen: minutes.frozen, sha256: minutes.sha256, status: minutes.status })
    .from(minutes)
    .where(ofDebate(scope, debateId));
  if (!row?.frozen || !row.sha256) return undefined;
  return { document: row.frozen[version] as MinutesDocument, sha256: row.sha256, status: row.status };
}

/** For staff: the approved text, and until there is one the text as it would be now. */
export async function getPaper(scope: Scope, debateId: string, version: MinutesVersion) {
  const frozen = await findFrozen(scope, debateId, version);
  if (frozen) return { document: frozen.document, sha256: frozen.sha256 };
  return { document: composeMinutes(await gatherFacts(scope, debateId), version, UNSTAMPED), sha256: null };
}

/** Whether there is anything for everybody to read: the text itself may be long. */
export async function isPublished({ organizationId: unit }: Scope, debate: string) {
  const [row] = await standingOf({ unit, debate });
  return row?.status === "published" && row.sha256 !== null;
}

const standingOf = prepared((from) =>
  from
    .select({ status: minutes.status, sha256: minutes.sha256 })
    .from(minutes)
    .where(and(eq(minutes.organizationId, sql.placeholder("unit")), eq(minutes.debateId, sql.placeholder("debate")))),
);

/** For everybody: only what has been published, and only its public version. */
export async function findPublished(scope: Scope, debateId: string) {
  const found = await findFrozen(scope, debateId, "public");
  return found?.status === "published" ? found : undefined;
}
