import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { fingerprint } from "~/platform/fingerprint.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { minutes, minutesEditions } from "~db/schema";
import { getHeld } from "./commands.server";
import { findDraft, findValidText, listHiddenSince } from "./queries.editions.server";
import { findMinutes } from "./queries.server";
import { applyCorrection, correctablesOf, decideCorrection, leavesOut } from "./rules.correction";

/** „Sprostowanie nr 1 do protokołu nr 3/2026”: begins a new edition, which has no text of its own until it is approved. */
export function startCorrection(scope: Scope, debateId: string, reason: string, startedBy: string, now = new Date()) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const found = await findMinutes(scope, debateId);
    if (!found) return refuse("not_possible");
    const decision = decideCorrection(found.status, (await findDraft(scope, debateId)) !== undefined);
    if (!decision.ok) return decision;
    const row = { organizationId: scope.organizationId, minutesId: found.id, no: found.edition + 1 };
    await write.insert(minutesEditions).values({ ...row, reason, draft: {}, startedBy, createdAt: now });
    await record(scope, "minutes_amendment_started", debateId, found, now);
    return allow({ no: found.edition });
  });
}

export type CorrectionDraft = { reason: string; texts: Record<string, string> };

/** Keeps what has been written so far; only texts that the approved paper has, and only where they differ from it. */
export function saveCorrection(
  scope: Scope,
  debateId: string,
  version: number | undefined,
  { reason, texts }: CorrectionDraft,
  now = new Date(),
) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const draft = await findDraft(scope, debateId);
    const frozen = await findValidText(scope, debateId);
    if (!draft || !frozen) return refuse("none");
    if (version !== draft.version) return refuse("stale");
    if (leavesOut(frozen, texts)) return refuse("missing");
    const changed = correctablesOf(frozen).flatMap(({ key, text }) => {
      const typed = texts[key];
      return typed === undefined || typed === text ? [] : [[key, typed] as const];
    });
    await write
      .update(minutesEditions)
      .set({ reason, draft: Object.fromEntries(changed), version: draft.version + 1, updatedAt: now })
      .where(own(scope, draft.id));
    return allow({ version: draft.version + 1 });
  });
}

/**
 * The correction becomes the valid edition, with a seal and a fingerprint of its own; the edition before it stays as it
 * was. Where the minutes are published already it is published at once: a text that is wrong must not stay the valid one.
 */
export function approveCorrection(
  scope: Scope,
  debateId: string,
  version: number | undefined,
  { approvedBy, ...typed }: CorrectionDraft & { approvedBy: string },
  now = new Date(),
) {
  return inTransaction(async () => {
    const saved = await saveCorrection(scope, debateId, version, typed, now);
    if (!saved.ok) return saved;
    const [draft, frozen, found] = [
      await findDraft(scope, debateId),
      await findValidText(scope, debateId),
      await findMinutes(scope, debateId),
    ];
    if (!draft || !frozen || !found) return refuse("none");
    const meta = { no: draft.no - 1, on: warsawDate(now), approvedBy, reason: draft.reason };
    const seal = randomBytes(16).toString("hex");
    const applied = applyCorrection(
      frozen,
      draft.draft ?? {},
      { ...meta, seal },
      await listHiddenSince(scope, debateId),
    );
    if (!applied.ok) return applied;
    const text = { frozen: applied.value, sha256: fingerprint(applied.value) };
    const publishedAt = found.status === "published" ? now : null;
    await write
      .update(minutesEditions)
      .set({ ...text, approvedAt: now, approvedBy, publishedAt, draft: null, updatedAt: now })
      .where(own(scope, draft.id));
    await write
      .update(minutes)
      .set({ ...text, edition: draft.no, version: found.version + 1 })
      .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.id, found.id)));
    await record(scope, "minutes_amendment_approved", debateId, found, now);
    return allow({ no: meta.no });
  });
}

/** Before approval it may be given up; its number is free again. */
export function abandonCorrection(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const draft = await findDraft(scope, debateId);
    const found = await findMinutes(scope, debateId);
    if (!draft || !found) return refuse("none");
    await write.delete(minutesEditions).where(own(scope, draft.id));
    await record(scope, "minutes_amendment_abandoned", debateId, found, now);
    return allow({ no: draft.no - 1 });
  });
}

const own = (scope: Scope, id: string) =>
  and(eq(minutesEditions.organizationId, scope.organizationId), eq(minutesEditions.id, id));

type Found = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/** `found` as it was before: the number of the correction is that of the edition it corrects. */
const record = (scope: Scope, action: string, debateId: string, { id, number, edition }: Found, now: Date) =>
  recordEvent(scope, { action, subjectId: id, debateId, data: { no: edition, number } }, now);
