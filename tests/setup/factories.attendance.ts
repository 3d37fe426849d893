import { randomUUID } from "node:crypto";
import { inTransaction, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { bodies, invitations } from "~db/schema";

type Guest = Partial<typeof invitations.$inferInsert> & { officeTitle: string };

/** A guest of a debate in any state, without the story of how the invitation got there. Returns its id. */
export async function aGuest(scope: Scope, debateId: string, guest: Guest) {
  const { organizationId } = scope;
  const [id, bodyId] = [randomUUID(), randomUUID()];
  const bodyName = guest.bodyName ?? `Urząd ${bodyId.slice(0, 6)}`;
  await inTransaction(async () => {
    const deskTokenHash = tokenHashOf("desk", bodyId);
    await write
      .insert(bodies)
      .values({ id: bodyId, organizationId, kind: "municipality", name: bodyName, deskTokenHash });
    await write.insert(invitations).values({
      id,
      organizationId,
      debateId,
      bodyId,
      salutation: "Szanowni Państwo",
      guestKey: id,
      tokenHash: tokenHashOf("invitation", id),
      sentAt: guest.status === "draft" ? null : new Date(),
      ...guest,
      bodyName,
    });
  });
  return id;
}
