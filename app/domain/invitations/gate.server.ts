import { and, eq, ne } from "drizzle-orm";
import { type Evening, overSince } from "~/domain/debates/rules.life";
import { sayExpired } from "~/domain/organizations/queries.server";
import { read } from "~/platform/db.server";
import { isLinkOver } from "~/platform/link-lives";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { debates, invitations, substitutes } from "~db/schema";
import { page, substitutePage } from "./messages.page.pl";

const EXPIRED = { invitation: page.expired, substitute: substitutePage.expired };

/**
 * Two kinds of links lead to one address: an invitation, and the substitute whom it names. A link opens one row and
 * acts as nobody else. Whatever is wrong with it, a letter never sent included, the answer is the same 404.
 */
export async function openInvitation(token = "", now = new Date()) {
  const tokenHash = hashToken(token);
  const [invitation] = await read
    .select({ id: invitations.id, organizationId: invitations.organizationId, debate: debates })
    .from(invitations)
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(and(eq(invitations.tokenHash, tokenHash), ne(invitations.status, "draft")));
  if (invitation) {
    const { id, organizationId } = invitation;
    const scope = mintScope(organizationId, `invitation:${id}`);
    await refuseExpired("invitation", scope, invitation.debate, now);
    return { as: "invitee", scope, invitationId: id } as const;
  }
  const [substitute] = await read
    .select({
      id: substitutes.id,
      organizationId: substitutes.organizationId,
      invitationId: substitutes.invitationId,
      debate: debates,
    })
    .from(substitutes)
    .innerJoin(invitations, eq(invitations.id, substitutes.invitationId))
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(eq(substitutes.tokenHash, tokenHash));
  if (!substitute) notFound();
  const { id, organizationId, invitationId } = substitute;
  const scope = mintScope(organizationId, `substitute:${id}`);
  await refuseExpired("substitute", scope, substitute.debate, now);
  return { as: "substitute", scope, substituteId: id, invitationId } as const;
}

async function refuseExpired(purpose: keyof typeof EXPIRED, scope: Scope, debate: Evening, now: Date) {
  if (isLinkOver(purpose, overSince(debate), now)) await sayExpired(scope, { lead: EXPIRED[purpose] });
}
