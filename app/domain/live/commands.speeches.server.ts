import { and, eq } from "drizzle-orm";
import { listItems } from "~/domain/agenda/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { speeches } from "~db/schema";
import { getSpeech } from "./queries.speeches.server";
import { decideSpeech, decideTakingBack } from "./rules";

/** Somebody takes the floor: noted under the item that runs, with the hour. */
export function noteSpeech(scope: Scope, debateId: string, speaker: string, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const decision = decideSpeech(status, await listItems(scope, debateId));
    if (!decision.ok) return decision;
    const agendaItemId = decision.value;
    const { organizationId } = scope;
    const [row] = await write
      .insert(speeches)
      .values({ organizationId, debateId, agendaItemId, speaker, at: now, createdAt: now })
      .returning({ id: speeches.id });
    if (!row) throw new Error("The speech was not written");
    await recordEvent(scope, { action: "speech_noted", subjectId: row.id, debateId, data: { speaker } }, now);
    return allow({ id: row.id });
  });
}

/** A slip of the hand: the note goes, the history keeps that it was there. */
export function takeBackSpeech(scope: Scope, debateId: string, id: string, now = new Date()) {
  return inTransaction(async () => {
    const { status } = await getDebate(scope, debateId);
    const speech = await getSpeech(scope, debateId, id);
    const decision = decideTakingBack(status);
    if (!decision.ok) return decision;
    await write.delete(speeches).where(and(eq(speeches.organizationId, scope.organizationId), eq(speeches.id, id)));
    const data = { speaker: speech.speaker };
    await recordEvent(scope, { action: "speech_taken_back", subjectId: id, debateId, data }, now);
    return allow({ id });
  });
}
