import { and, asc, count, eq } from "drizzle-orm";
import { listInvitations } from "~/domain/invitations/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { minutes, minutesReaders, minutesRemarks } from "~db/schema";
import { gatherFacts } from "./queries.facts.server";
import { findMinutes, listMinutesParts } from "./queries.server";
import { checkMinutes } from "./rules.check";
import { partsOf } from "./rules.parts";
import { readersOf } from "./rules.readers";

/** Explicit columns: what is not selected cannot leak. */
const REMARK = {
  id: minutesRemarks.id,
  readerId: minutesRemarks.readerId,
  partKey: minutesRemarks.partKey,
  partTitle: minutesRemarks.partTitle,
  original: minutesRemarks.original,
  proposed: minutesRemarks.proposed,
  reason: minutesRemarks.reason,
  status: minutesRemarks.status,
  decision: minutesRemarks.decision,
  decidedBy: minutesRemarks.decidedBy,
  decidedAt: minutesRemarks.decidedAt,
  createdAt: minutesRemarks.createdAt,
};
const READER = { name: minutesReaders.name, post: minutesReaders.post, bodyName: minutesReaders.bodyName };

const ofDebate = (scope: Scope, debateId: string) =>
  and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId));

/** What was proposed for the minutes of a debate, the oldest first, with who proposed it. */
export function listRemarks(scope: Scope, debateId: string) {
  return read
    .select({ ...REMARK, reader: READER })
    .from(minutesRemarks)
    .innerJoin(minutes, eq(minutes.id, minutesRemarks.minutesId))
    .innerJoin(minutesReaders, eq(minutesReaders.id, minutesRemarks.readerId))
    .where(ofDebate(scope, debateId))
    .orderBy(asc(minutesRemarks.createdAt), asc(minutesRemarks.id));
}

export type Remark = Awaited<ReturnType<typeof listRemarks>>[number];

export async function findRemark(scope: Scope, debateId: string, id: string) {
  const [row] = await read
    .select({ ...REMARK, reader: READER })
    .from(minutesRemarks)
    .innerJoin(minutes, eq(minutes.id, minutesRemarks.minutesId))
    .innerJoin(minutesReaders, eq(minutesReaders.id, minutesRemarks.readerId))
    .where(and(ofDebate(scope, debateId), eq(minutesRemarks.id, id)));
  return row;
}

export async function countRemarks(scope: Scope, debateId: string) {
  const rows = await read
    .select({ status: minutesRemarks.status, many: count() })
    .from(minutesRemarks)
    .innerJoin(minutes, eq(minutes.id, minutesRemarks.minutesId))
    .where(ofDebate(scope, debateId))
    .groupBy(minutesRemarks.status);
  const all = rows.reduce((sum, { many }) => sum + many, 0);
  return { all, open: rows.find(({ status }) => status === "open")?.many ?? 0 };
}

/** The remarks with the text of their part as it is now: what a decision would change. */
export async function getRemarksPage(scope: Scope, debateId: string) {
  const [facts, found, saved, remarks] = await Promise.all([
    gatherFacts(scope, debateId),
    findMinutes(scope, debateId),
    listMinutesParts(scope, debateId),
    listRemarks(scope, debateId),
  ]);
  const parts = partsOf(facts).map(({ key, suggestion }) => {
    const row = saved.find((part) => part.key === key);
    return { key, text: row?.text ?? suggestion, version: row?.version ?? 0 };
  });
  return {
    status: found?.status ?? ("drafting" as const),
    remarks: remarks.map((remark) => ({ ...remark, part: parts.find(({ key }) => key === remark.partKey) ?? null })),
  };
}

/** Who would be asked for remarks, and what stands against it. */
export async function getWindowPage(scope: Scope, debateId: string) {
  const [facts, found, guests] = await Promise.all([
    gatherFacts(scope, debateId),
    findMinutes(scope, debateId),
    listInvitations(scope, debateId),
  ]);
  return {
    status: found?.status ?? ("drafting" as const),
    until: found?.correctionUntil ?? null,
    opened: found?.correctionOpenedAt ?? null,
    readers: readersOf(guests),
    faults: checkMinutes(facts),
  };
}
