import { and, eq } from "drizzle-orm";
import { overSince } from "~/domain/debates/rules.life";
import { sayExpired } from "~/domain/organizations/queries.server";
import { read } from "~/platform/db.server";
import { isLinkOver } from "~/platform/link-lives";
import { hashToken, tidyCode } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { debates, motions, taskMotions, tasks } from "~db/schema";
import { own } from "./messages.resident.pl";
import { followedUntil } from "./rules.life";

/** The code on the confirmation opens one motion, however it was typed. A wrong one looks like any other wrong link. */
export async function openMotionCode(typed: string | undefined, now = new Date()) {
  const code = tidyCode((typed ?? "").slice(0, 60));
  const [found] = await read
    .select({ id: motions.id, organizationId: motions.organizationId })
    .from(motions)
    .where(eq(motions.codeHash, hashToken(code)));
  if (!found) return notFound();
  const scope = mintScope(found.organizationId, `motion:${found.id}`);
  if (isLinkOver("motion", await overOf(scope, found.id), now)) return sayExpired(scope, { lead: own.expired });
  return { scope, motionId: found.id, code };
}

/** What was merged is followed under the number that leads. */
async function overOf(scope: Scope, motionId: string): Promise<Date | null> {
  const mine = eq(motions.organizationId, scope.organizationId);
  const [found] = await read
    .select({ motion: motions, debate: debates })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(mine, eq(motions.id, motionId)));
  if (!found) return notFound();
  if (found.motion.mergedIntoId) return overOf(scope, found.motion.mergedIntoId);
  const promised = await read
    .select({ state: tasks.state, settledAt: tasks.settledAt })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .where(and(eq(taskMotions.organizationId, scope.organizationId), eq(taskMotions.motionId, motionId)));
  return followedUntil(found.motion, overSince(found.debate), promised);
}
