import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { bodies, invitations, substitutes } from "~db/schema";

/** Who came, or sent somebody, as they were then: the snapshot of the invitation, and where a letter reaches them. */
export async function listWhoCame(scope: Scope, debateId: string, invitationId?: string) {
  const here = and(
    eq(invitations.organizationId, scope.organizationId),
    eq(invitations.debateId, debateId),
    inArray(invitations.presence, ["present", "present_by_substitute"]),
    invitationId ? eq(invitations.id, invitationId) : undefined,
  );
  const guests = await read
    .select({
      id: invitations.id,
      bodyId: invitations.bodyId,
      bodyName: invitations.bodyName,
      officeTitle: invitations.officeTitle,
      personName: invitations.personName,
      personRank: invitations.personRank,
      salutation: invitations.salutation,
      presence: invitations.presence,
      address: bodies.address,
    })
    .from(invitations)
    .innerJoin(bodies, eq(bodies.id, invitations.bodyId))
    .where(here)
    .orderBy(asc(invitations.bodyName), asc(invitations.officeTitle), asc(invitations.id));
  const sent = await read
    .select({ invitationId: substitutes.invitationId, name: substitutes.name, post: substitutes.post })
    .from(substitutes)
    .innerJoin(invitations, eq(invitations.id, substitutes.invitationId))
    .where(and(here, inArray(substitutes.status, ["asked", "confirmed"])))
    .orderBy(desc(substitutes.createdAt));
  return guests.map(({ presence, ...guest }) => ({
    ...guest,
    inPerson: presence === "present",
    substitute: presence === "present" ? null : (sent.find(({ invitationId: id }) => id === guest.id) ?? null),
  }));
}
export type WhoCame = Awaited<ReturnType<typeof listWhoCame>>[number];
