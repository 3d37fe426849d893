import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken, tidyCode } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { motions } from "~db/schema";

/** The code on the confirmation opens one motion, however it was typed. A wrong one looks like any other wrong link. */
export async function openMotionCode(typed: string | undefined) {
  const code = tidyCode((typed ?? "").slice(0, 60));
  const [found] = await read
    .select({ id: motions.id, organizationId: motions.organizationId })
    .from(motions)
    .where(eq(motions.codeHash, hashToken(code)));
  if (!found) return notFound();
  return { scope: mintScope(found.organizationId, `motion:${found.id}`), motionId: found.id, code };
}
