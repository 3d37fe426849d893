import { and, count, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { minutesRemarks } from "~db/schema";
import { getHeld, savePart } from "./commands.server";
import { gatherFacts } from "./queries.facts.server";
import { getReader } from "./queries.reader.server";
import { findRemark } from "./queries.remarks.server";
import { findMinutes, listMinutesParts } from "./queries.server";
import { changeParagraph, readableParts, targetsOf } from "./rules.paragraphs";
import { partsOf } from "./rules.parts";
import { readerName } from "./rules.readers";
import { decideDecision, decideRemark } from "./rules.window";

export type Proposal = { partKey: string; original: string; proposed: string; reason: string };

/** Somebody who was there proposes a change. The paragraph is kept as it was read, whatever becomes of it meanwhile. */
export function proposeChange(scope: Scope, readerId: string, proposal: Proposal, now = new Date()) {
  return inTransaction(async () => {
    const reader = await getReader(scope, readerId);
    const { minutesId, debateId } = reader;
    const mine = and(eq(minutesRemarks.organizationId, scope.organizationId), eq(minutesRemarks.readerId, readerId));
    const [made] = await read.select({ many: count() }).from(minutesRemarks).where(mine);
    const decision = decideRemark({ ...reader, made: made?.many ?? 0 }, proposal, now);
    if (!decision.ok) return decision;
    const targets = targetsOf(readableParts(await gatherFacts(scope, debateId)));
    const title = targets.find(({ key }) => key === proposal.partKey)?.title;
    if (title === undefined) return refuse("unknown_part");
    const [row] = await write
      .insert(minutesRemarks)
      .values({
        ...proposal,
        organizationId: scope.organizationId,
        minutesId,
        readerId,
        partTitle: title,
        createdAt: now,
      })
      .returning({ id: minutesRemarks.id });
    const data = { title, who: readerName(reader) };
    await recordEvent(scope, { action: "minutes_remark_made", subjectId: row?.id ?? minutesId, debateId, data }, now);
    return allow({ id: row?.id ?? "" });
  });
}

type Acceptance = {
  /** What is told to whoever proposed it, besides that it was accepted. */
  note: string;
  /** Put together by hand, over a version of the part that the clerk has seen. */
  merged?: { text: string; version: number };
};

/**
 * Puts the proposal into its part, as an ordinary save: with its version, its author and its place in the history. When
 * the paragraph is not in the text any more exactly once, nothing is written and somebody has to put it in by hand.
 */
export function acceptRemark(
  scope: Scope,
  debateId: string,
  remarkId: string,
  { note, merged }: Acceptance,
  editor: string,
  now = new Date(),
) {
  return inTransaction(async () => {
    const { remark, decision } = await openDecision(scope, debateId, remarkId);
    if (!decision.ok) return decision;
    const part = partsOf(await gatherFacts(scope, debateId)).find(({ key }) => key === remark.partKey);
    if (!part && !remark.partKey.startsWith("section:")) return refuse("unknown_part");
    if (part) {
      const row = (await listMinutesParts(scope, debateId)).find(({ key }) => key === part.key);
      const text = merged?.text ?? changeParagraph(row?.text ?? part.suggestion, remark.original, remark.proposed);
      if (text === undefined) return refuse("moved");
      const change = { key: part.key, text, internal: row?.internal ?? false };
      const saved = await savePart(scope, debateId, merged?.version ?? row?.version ?? 0, change, editor, now);
      if (!saved.ok) return saved;
    }
    await settle(scope, debateId, remark, { status: "accepted", decision: note, decidedBy: editor }, now);
    return allow({ id: remark.id });
  });
}

/** The reason goes to whoever proposed it. */
export function rejectRemark(
  scope: Scope,
  debateId: string,
  remarkId: string,
  reason: string,
  editor: string,
  now = new Date(),
) {
  return inTransaction(async () => {
    const { remark, decision } = await openDecision(scope, debateId, remarkId);
    if (!decision.ok) return decision;
    await settle(scope, debateId, remark, { status: "rejected", decision: reason, decidedBy: editor }, now);
    return allow({ id: remark.id });
  });
}

async function openDecision(scope: Scope, debateId: string, remarkId: string) {
  await getHeld(scope, debateId);
  const minutes = await findMinutes(scope, debateId);
  const remark = await findRemark(scope, debateId, remarkId);
  if (!remark || !minutes) return notFound();
  return { remark, decision: decideDecision(remark, minutes) };
}

type Settled = { status: "accepted" | "rejected"; decision: string; decidedBy: string };

async function settle(
  scope: Scope,
  debateId: string,
  { id, partTitle }: { id: string; partTitle: string },
  settled: Settled,
  now: Date,
) {
  await write
    .update(minutesRemarks)
    .set({ ...settled, decidedAt: now, updatedAt: now })
    .where(and(eq(minutesRemarks.organizationId, scope.organizationId), eq(minutesRemarks.id, id)));
  const action = `minutes_remark_${settled.status}`;
  await recordEvent(scope, { action, subjectId: id, debateId, data: { title: partTitle }, job: true }, now);
}
