import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { formatDate } from "~/platform/time";
import { minutes, minutesReaders } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { getHeld, getOrStart } from "./commands.server";
import { gatherFacts } from "./queries.facts.server";
import { findMinutes } from "./queries.server";
import { checkMinutes } from "./rules.check";
import { type Reader, readersOf } from "./rules.readers";
import { decideClosing, decideExtension, decideOpening, lastDayOf } from "./rules.window";

/** Asks everybody who was there for remarks. Who has a link already keeps it; who was there for them gets one anew. */
export function openWindow(scope: Scope, debateId: string, days: number, now = new Date()) {
  return inTransaction(async () => {
    const { held } = await getHeld(scope, debateId);
    const { id, status, version } = await getOrStart(scope, debateId, now);
    const present = readersOf(await listInvitations(scope, debateId));
    const readers = present.filter(({ email }) => email !== "");
    const faults = checkMinutes(await gatherFacts(scope, debateId));
    const decision = decideOpening({ status, until: null, held, readers: readers.length, faults }, days, now);
    if (!decision.ok) return decision;
    const until = decision.value;
    await change(scope, id, {
      status: "in_correction",
      correctionOpenedAt: now,
      correctionUntil: until,
      version: version + 1,
    });
    await seatReaders(scope, id, readers, now);
    await record(scope, { action: "minutes_correction_opened", id, debateId, until }, now);
    return allow({ id, readers: readers.length });
  });
}

export function extendWindow(scope: Scope, debateId: string, day: CalendarDate, now = new Date()) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const found = await findMinutes(scope, debateId);
    if (!found) return refuse("not_possible");
    const decision = decideExtension({ status: found.status, until: found.correctionUntil }, day, now);
    if (!decision.ok) return decision;
    const until = decision.value;
    await change(scope, found.id, { correctionUntil: until, version: found.version + 1 });
    await record(scope, { action: "minutes_correction_extended", id: found.id, debateId, until }, now);
    return allow({ id: found.id });
  });
}

/** Ends it at once; what was proposed stays, and waits for its decisions. */
export function closeWindow(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    await getHeld(scope, debateId);
    const found = await findMinutes(scope, debateId);
    if (!found) return refuse("not_possible");
    const decision = decideClosing({ status: found.status, until: found.correctionUntil });
    if (!decision.ok) return decision;
    const until = found.correctionUntil && found.correctionUntil < now ? found.correctionUntil : now;
    await change(scope, found.id, { status: decision.value, correctionUntil: until, version: found.version + 1 });
    await recordEvent(scope, { action: "minutes_correction_closed", subjectId: found.id, debateId }, now);
    return allow({ id: found.id });
  });
}

type Turn = { action: string; id: string; debateId: string; until: Date };
const record = (scope: Scope, { action, id, debateId, until }: Turn, now: Date) =>
  recordEvent(
    scope,
    { action, subjectId: id, debateId, data: { until: formatDate(lastDayOf(until)) }, job: true },
    now,
  );

const change = async (scope: Scope, id: string, columns: Partial<typeof minutes.$inferInsert>) =>
  void (await write
    .update(minutes)
    .set(columns)
    .where(and(eq(minutes.id, id), eq(minutes.organizationId, scope.organizationId))));

/** A new generation for whoever is not the person of before: the old link opens nothing any more. */
async function seatReaders(scope: Scope, minutesId: string, readers: readonly Reader[], now: Date) {
  const { organizationId } = scope;
  const ours = eq(minutesReaders.organizationId, organizationId);
  const known = await read
    .select({
      id: minutesReaders.id,
      invitationId: minutesReaders.invitationId,
      generation: minutesReaders.generation,
      email: minutesReaders.email,
    })
    .from(minutesReaders)
    .where(and(ours, eq(minutesReaders.minutesId, minutesId)));
  for (const { id, invitationId, generation, email } of known) {
    const reader = readers.find((one) => one.invitationId === invitationId);
    const next = reader?.email === email ? generation : generation + 1;
    const link = { generation: next, tokenHash: tokenHashOf("reader", id, next), updatedAt: now };
    const { name, post, bodyName } = reader ?? {};
    await write
      .update(minutesReaders)
      .set({ ...link, ...(reader ? { name, post, bodyName, email: reader.email } : { email: "" }) })
      .where(and(ours, eq(minutesReaders.id, id)));
  }
  for (const reader of readers) {
    if (known.some(({ invitationId }) => invitationId === reader.invitationId)) continue;
    const id = crypto.randomUUID();
    const tokenHash = tokenHashOf("reader", id);
    await write.insert(minutesReaders).values({ ...reader, id, organizationId, minutesId, tokenHash, createdAt: now });
  }
}
