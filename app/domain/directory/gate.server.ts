import { and, eq, isNotNull, isNull, max, or } from "drizzle-orm";
import { sayExpired } from "~/domain/organizations/queries.server";
import { read } from "~/platform/db.server";
import { isLinkOver, latest } from "~/platform/link-lives";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, invitations, motions, organizations, tasks } from "~db/schema";
import { deskLink } from "./messages.desk-link.pl";

/** What the page says of the unit; its loader's data is as public as the link. */
const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  department: organizations.department,
  address: organizations.address,
  phone: organizations.phone,
};

/** The gate of a body's desk: its link is its only key, and opens only what concerns it. */
export async function openDesk(token: string | undefined, now = new Date()) {
  const { scope, isOver, ...found } = (await findDesk(token, now)) ?? notFound();
  if (!isOver) return { scope, ...found };
  const { label, lead, expired } = deskLink;
  return sayExpired(scope, { lead: expired, renew: { action: `/b/${token}/link`, label, lead } });
}

/** The same door for whoever has an old link and asks for another; tells nobody whether there is such a desk. */
export async function openOldDesk(token: string | undefined, now = new Date()) {
  const found = await findDesk(token, now);
  return found?.isOver ? { scope: found.scope, body: found.body } : undefined;
}

async function findDesk(token: string | undefined, now: Date) {
  const [found] = await read
    .select({ body: { id: bodies.id, name: bodies.name }, changedAt: bodies.updatedAt, unit: UNIT })
    .from(bodies)
    .innerJoin(organizations, eq(organizations.id, bodies.organizationId))
    .where(and(eq(bodies.deskTokenHash, hashToken(nameIn(token))), isNull(bodies.archivedAt)));
  if (!found) return undefined;
  const { changedAt, body, unit } = found;
  const scope = mintScope(unit.id, `body:${body.id}`);
  // A link that was made or sent not long ago needs no further question.
  const isOld = isLinkOver("desk", changedAt, now);
  const isOver = isOld && isLinkOver("desk", await quietSince(scope, body.id, changedAt), now);
  return { scope, body, unit, isOver };
}

/** Since when nobody has written to a body, and it to nobody; null while it owes something. */
async function quietSince({ organizationId }: Scope, bodyId: string, changedAt: Date) {
  const mine = and(eq(tasks.organizationId, organizationId), eq(tasks.ownerBodyId, bodyId));
  const owed = or(isNull(tasks.settledAt), eq(tasks.state, "needs_funds"));
  const [owing] = await read.select({ id: tasks.id }).from(tasks).where(and(mine, owed)).limit(1);
  if (owing) return null;
  const [task] = await read
    .select({ at: max(tasks.updatedAt) })
    .from(tasks)
    .where(mine);
  const [asked] = await read
    .select({ at: max(debates.endsAt) })
    .from(invitations)
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.bodyId, bodyId),
        isNotNull(invitations.sentAt),
      ),
    );
  const [passed] = await read
    .select({ at: max(motions.referredAt) })
    .from(motions)
    .where(and(eq(motions.organizationId, organizationId), eq(motions.referredToBodyId, bodyId)));
  return latest(changedAt, task?.at, asked?.at, passed?.at);
}
