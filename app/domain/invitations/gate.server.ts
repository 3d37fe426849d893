import { and, eq, ne } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { invitations, substitutes } from "~db/schema";

/**
 * Two kinds of links lead to one address: an invitation, and the substitute whom it names. A link opens one row and
 * acts as nobody else. Whatever is wrong with it, a letter never sent included, the answer is the same 404.
 */
export async function openInvitation(token = "") {
  const tokenHash = hashToken(token);
  const [invitation] = await read
    .select({ id: invitations.id, organizationId: invitations.organizationId })
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), ne(invitations.status, "draft")));
  if (invitation) {
    const { id, organizationId } = invitation;
    return { as: "invitee", scope: mintScope(organizationId, `invitation:${id}`), invitationId: id } as const;
  }
  const [substitute] = await read
    .select({
      id: substitutes.id,
      organizationId: substitutes.organizationId,
      invitationId: substitutes.invitationId,
    })
    .from(substitutes)
    .where(eq(substitutes.tokenHash, tokenHash));
  if (!substitute) notFound();
  const { id, organizationId, invitationId } = substitute;
  return {
    as: "substitute",
    scope: mintScope(organizationId, `substitute:${id}`),
    substituteId: id,
    invitationId,
  } as const;
}
