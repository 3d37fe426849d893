import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { registrations } from "~db/schema";

/** The link in a resident's letter opens their own reservation and nothing else. */
export async function openRegistration(token: string | undefined) {
  const [found] = await read
    .select({ id: registrations.id, organizationId: registrations.organizationId })
    .from(registrations)
    .where(eq(registrations.tokenHash, hashToken((token ?? "").slice(0, 200))));
  if (!found) return notFound();
  return { scope: mintScope(found.organizationId, `registration:${found.id}`), registrationId: found.id };
}
