import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { nextNumber, recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { fingerprint } from "~/platform/fingerprint.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { debates, minutes, minutesEditions, minutesParts, minutesTexts, organizations } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { listHiddenSince } from "./queries.editions.server";
import { gatherFacts } from "./queries.facts.server";
import { findMinutes, listMinutesParts } from "./queries.server";
import {
  decideApproval,
  decidePublication,
  isFrozen,
  minutesNumber,
  minutesSeries,
  type Stamp,
  UNSTAMPED,
} from "./rules";
import { checkMinutes } from "./rules.check";
import { composeBoth } from "./rules.compose";
import { partsOf } from "./rules.parts";
import { isSameSitting } from "./rules.sittings";

/** `basis`: what the record said when this was written; left out, it stays as it was, or is what the record says now. */
export type PartInput = { key: string; text: string; internal?: boolean; basis?: string };

/**
 * Saves one part. `version` is the one the clerk has seen, 0 when there was none; a newer one answers "stale" and
 * nothing is written. Every text stays in the history with its author.
 */
export function savePart(
  scope: Scope,
  debateId: string,
  version: number,
  part: PartInput,
  editor: string,
  now = new Date(),
) {
  return inTransaction(async () => {
    const { id, status } = await getOrStart(scope, debateId, now);
    if (isFrozen(status)) return refuse("frozen");
    const facts = await gatherFacts(scope, debateId);
    const place = partsOf(facts).find(({ key }) => key === part.key);
    if (!place) return refuse("unknown_part");
    const { title, suggestion } = place;
    const known = (await listMinutesParts(scope, debateId)).find(({ key }) => key === part.key);
    if ((known?.version ?? 0) !== version) return refuse("stale");

    const { organizationId } = scope;
    const { key, text } = part;
    const next = version + 1;
    const basis = part.basis ?? known?.basis ?? suggestion;
    const columns = { text, internal: part.internal ?? false, basis, editedBy: editor, version: next, updatedAt: now };
    const partId = known?.id ?? (await insertOne({ ...columns, organizationId, minutesId: id, key, createdAt: now }));
    if (known) await write.update(minutesParts).set(columns).where(ownPart(scope, known.id));
    await write.insert(minutesTexts).values({ organizationId, partId, version: next, text, editedBy: editor, at: now });
    // One event for a sitting: a clerk who writes for an hour is one line of the debate's history, not five hundred.
    const last = known && { editedBy: known.editedBy, at: known.updatedAt };
    if (!isSameSitting(last, { editedBy: editor, at: now }))
      await recordEvent(scope, { action: "minutes_part_saved", subjectId: id, debateId, data: { key, title } }, now);
    return allow({ version: next });
  });
}

const ownPart = (scope: Scope, id: string) =>
  and(eq(minutesParts.organizationId, scope.organizationId), eq(minutesParts.id, id));

async function insertOne(values: typeof minutesParts.$inferInsert) {
  const [row] = await write.insert(minutesParts).values(values).returning({ id: minutesParts.id });
  if (!row) throw new Error("The part was not written");
  return row.id;
}

/** `seen`: the fingerprint of the text that the chair had before her; left out by whoever has just composed it. */
type Approval = { approvedBy: string; drawnUpOn?: CalendarDate | null; seen?: string };

/**
 * The chair approves: the number is given, the text is frozen in both versions, and its fingerprint is kept. What
 * somebody has saved since she read it is never frozen unread.
 */
export function approveMinutes(scope: Scope, debateId: string, approval: Approval, now = new Date()) {
  const { approvedBy, drawnUpOn, seen } = approval;
  return inTransaction(async () => {
    const { id, status, version } = await getOrStart(scope, debateId, now);
    const facts = await gatherFacts(scope, debateId);
    const debate = await getHeld(scope, debateId);
    const decision = decideApproval({ status, held: debate.held }, checkMinutes(facts));
    if (!decision.ok) return decision;
    if (seen !== undefined && seen !== fingerprint(composeBoth(facts, UNSTAMPED))) return refuse("changed");

    const year = Number(warsawDate(debate.startsAt).slice(0, 4));
    const value = await nextNumber(scope, minutesSeries(debate.pattern, year));
    const number = minutesNumber(debate.pattern, { number: value, year, debate: debate.number });
    const drawn = drawnUpOn ?? warsawDate(now);
    const approvedAt = now.toISOString();
    const stamp: Stamp = { number, drawnUpOn: drawn, approvedBy, approvedAt, seal: randomBytes(16).toString("hex") };
    const frozen = composeBoth(facts, stamp);
    const edition = { approvedAt: now, approvedBy, frozen, sha256: fingerprint(frozen) };
    const { organizationId } = scope;
    await write.insert(minutesEditions).values({ ...edition, organizationId, minutesId: id, no: 1, createdAt: now });
    await change(scope, id, {
      ...edition,
      status: "approved",
      number,
      drawnUpOn: drawn,
      edition: 1,
      version: version + 1,
    });
    await recordEvent(scope, { action: "minutes_approved", subjectId: id, debateId, data: { number } }, now);
    return allow({ id, number });
  });
}

export function publishMinutes(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const found = await findMinutes(scope, debateId);
    const decision = decidePublication(found?.status ?? "drafting");
    if (!decision.ok || !found) return refuse("not_possible");
    if ((await listHiddenSince(scope, debateId)).length > 0) return refuse("hidden_since");
    await change(scope, found.id, { status: "published", publishedAt: now, version: found.version + 1 });
    await write
      .update(minutesEditions)
      .set({ publishedAt: now, updatedAt: now })
      .where(
        and(
          eq(minutesEditions.organizationId, scope.organizationId),
          eq(minutesEditions.minutesId, found.id),
          eq(minutesEditions.no, found.edition),
        ),
      );
    const data = { number: found.number };
    await recordEvent(scope, { action: "minutes_published", subjectId: found.id, debateId, data }, now);
    return allow({ id: found.id });
  });
}

/** The minutes of a debate, begun when there are none yet. */
export async function getOrStart(scope: Scope, debateId: string, now: Date) {
  const found = await findMinutes(scope, debateId);
  if (found) return found;
  await getHeld(scope, debateId);
  const values = { organizationId: scope.organizationId, debateId, createdAt: now };
  const [row] = await write.insert(minutes).values(values).returning({ id: minutes.id });
  if (!row) throw new Error("The minutes were not written");
  return { id: row.id, status: "drafting" as const, version: 1 };
}

const change = async (scope: Scope, id: string, columns: Partial<typeof minutes.$inferInsert>) =>
  void (await write
    .update(minutes)
    .set(columns)
    .where(and(eq(minutes.id, id), eq(minutes.organizationId, scope.organizationId))));

export async function getHeld(scope: Scope, id: string) {
  const [debate] = await read
    .select({
      status: debates.status,
      number: debates.number,
      startsAt: debates.startsAt,
      pattern: organizations.minutesPattern,
    })
    .from(debates)
    .innerJoin(organizations, eq(organizations.id, debates.organizationId))
    .where(and(eq(debates.id, id), eq(debates.organizationId, scope.organizationId)));
  if (!debate) return notFound();
  return { ...debate, held: debate.status === "held" || debate.status === "closed" };
}
