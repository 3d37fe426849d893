import { eq } from "drizzle-orm";
import { overSince } from "~/domain/debates/rules.life";
import { sayExpired } from "~/domain/organizations/queries.server";
import { read } from "~/platform/db.server";
import { isLinkOver } from "~/platform/link-lives";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { debates, registrations } from "~db/schema";
import { ticket } from "./messages.page.pl";

/** The link in a resident's letter opens their own reservation and nothing else. */
export async function openRegistration(token: string | undefined, now = new Date()) {
  const [found] = await read
    .select({ id: registrations.id, organizationId: registrations.organizationId, debate: debates })
    .from(registrations)
    .innerJoin(debates, eq(debates.id, registrations.debateId))
    .where(eq(registrations.tokenHash, hashToken((token ?? "").slice(0, 200))));
  if (!found) return notFound();
  const scope = mintScope(found.organizationId, `registration:${found.id}`);
  if (isLinkOver("registration", overSince(found.debate), now)) return sayExpired(scope, { lead: ticket.expired });
  return { scope, registrationId: found.id };
}
