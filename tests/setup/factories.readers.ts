import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { openWindow } from "~/domain/minutes/commands.window.server";
import { getReader, listReaders } from "~/domain/minutes/queries.reader.server";
import { inTransaction, write } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Scope } from "~/platform/scope";
import { invitations, substitutes } from "~db/schema";
import { anInvitation } from "./factories.invitations";
import { aHeldDebate } from "./factories.minutes-held";

export const ASKED = new Date("2026-03-20T09:00:00Z");

type Present = { email?: string; bodyName?: string; name?: string };

/** A guest of a debate that is over already, noted as having been there. */
export async function aPresentGuest(scope: Scope, debateId: string, who: Present = {}) {
  const { invitation } = await anInvitation({ scope, debateId, sent: false, email: "wojt@gmina.test", ...who });
  await note(invitation.id, { status: "accepted", presence: "present" });
  return invitation;
}

/** Somebody who was sent by a guest, and sat there. */
export async function aPresentSubstitute(scope: Scope, debateId: string, email = "sekretarz@gmina.test") {
  const { invitation } = await anInvitation({ scope, debateId, sent: false, email: "starosta@powiat.test" });
  const invitationId = invitation.id;
  await note(invitationId, { status: "substituted", presence: "present_by_substitute" });
  const person = { name: "Józef Gżegżółka", post: "Sekretarz Powiatu", email, status: "confirmed" } as const;
  const row = { ...person, organizationId: scope.organizationId, invitationId, tokenHash: randomUUID() };
  await inTransaction(async () => void (await write.insert(substitutes).values(row)));
  return invitation;
}

export const note = (id: string, columns: Partial<typeof invitations.$inferInsert>) =>
  inTransaction(async () => void (await write.update(invitations).set(columns).where(eq(invitations.id, id))));

/** Minutes about which one guest has been asked, for five days. */
export async function anOpenWindow(inScope?: Scope, now = ASKED) {
  const held = await aHeldDebate(inScope);
  const { scope, debateId } = held;
  const guest = await aPresentGuest(scope, debateId);
  const opened = await openWindow(scope, debateId, 5, now);
  if (!opened.ok) throw new Error(`Not opened: ${opened.reason}`);
  const [row] = await listReaders(scope, debateId);
  if (!row) throw new Error("Nobody to ask");
  return {
    ...held,
    guest,
    readerId: row.id,
    reader: await getReader(scope, row.id),
    link: mintScope(scope.organizationId, `reader:${row.id}`),
    token: tokenOf("reader", row.id, row.generation),
  };
}
