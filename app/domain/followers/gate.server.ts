import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import { followers } from "~db/schema";
import { stateOf } from "./rules";

/** The link in a letter opens what one address follows in one matter. A request that has run out looks like a wrong link. */
export async function openFollower(token: string | undefined, now = new Date()) {
  const [found] = await read
    .select({
      id: followers.id,
      organizationId: followers.organizationId,
      requestedAt: followers.requestedAt,
      confirmedAt: followers.confirmedAt,
      endedAt: followers.endedAt,
    })
    .from(followers)
    .where(eq(followers.tokenHash, hashToken((token ?? "").slice(0, 200))));
  const state = found && stateOf(found, now);
  if (!found || !state) return notFound();
  return { scope: mintScope(found.organizationId, `follower:${found.id}`), followerId: found.id, state };
}
