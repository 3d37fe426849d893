import { and, count, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { MotionKey } from "~/domain/tasks/rules.tracker";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { debates, followers, motions, organizations } from "~db/schema";
import { DAY_MS } from "./rules";

const within = (scope: Scope) => eq(followers.organizationId, scope.organizationId);

/** What everybody may read; nothing else can be followed, as if it did not exist. */
const isForAll = (scope: Scope) =>
  and(
    eq(motions.organizationId, scope.organizationId),
    eq(motions.status, "admitted"),
    eq(motions.sensitivity, "public"),
    isNotNull(debates.announcedAt),
  );

const MATTER = {
  id: motions.id,
  debateId: motions.debateId,
  number: motions.number,
  place: motions.place,
  text: motions.textPublic,
};

const selectMatter = () =>
  read
    .select({ ...MATTER, mergedIntoId: motions.mergedIntoId })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId));

/** The matter that a page speaks of: of a merged one its leading one. 404 for what is not public. */
export async function getFollowable(scope: Scope, { debate, year, sequence }: MotionKey) {
  const [found] = await selectMatter().where(
    and(isForAll(scope), eq(debates.number, debate), eq(debates.year, year), eq(motions.sequence, sequence)),
  );
  if (!found) return notFound();
  const { mergedIntoId, ...matter } = found;
  if (!mergedIntoId) return matter;
  return (await findPublicMatter(scope, mergedIntoId)) ?? notFound();
}

/** One that is public and leads itself, else nothing. */
export async function findPublicMatter(scope: Scope, motionId: string) {
  const [found] = await selectMatter().where(
    and(isForAll(scope), eq(motions.id, motionId), isNull(motions.mergedIntoId)),
  );
  if (!found) return undefined;
  const { mergedIntoId, ...matter } = found;
  return matter;
}

const FOLLOWER = {
  id: followers.id,
  motionId: followers.motionId,
  email: followers.email,
  emailKey: followers.emailKey,
  supports: followers.supports,
  generation: followers.generation,
  requestedAt: followers.requestedAt,
  confirmedAt: followers.confirmedAt,
  endedAt: followers.endedAt,
};

export async function getFollower(scope: Scope, id: string) {
  const [found] = await read
    .select({ ...FOLLOWER, number: motions.number, debateId: motions.debateId })
    .from(followers)
    .innerJoin(motions, eq(motions.id, followers.motionId))
    .where(and(within(scope), eq(followers.id, id)));
  return found ?? notFound();
}

/** Does this address follow the matter, or has it asked to? */
export async function findFollower(scope: Scope, motionId: string, emailKey: string) {
  const [found] = await read
    .select(FOLLOWER)
    .from(followers)
    .where(and(within(scope), eq(followers.motionId, motionId), eq(followers.emailKey, emailKey)));
  return found;
}

/** For how many matters letters were asked for to this address within a day. */
export async function countRequests(scope: Scope, emailKey: string, now: Date) {
  const [row] = await read
    .select({ many: count() })
    .from(followers)
    .where(
      and(within(scope), eq(followers.emailKey, emailKey), gt(followers.requestedAt, new Date(now.getTime() - DAY_MS))),
    );
  return row?.many ?? 0;
}

/** The motion that somebody with this address has raised in this matter: it itself, or one merged into it. */
export async function findRaised(scope: Scope, matter: { motionId: string; debateId: string }, emailKey: string) {
  const rows = await read
    .select({ id: motions.id, email: motions.authorEmail })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        eq(motions.debateId, matter.debateId),
        or(eq(motions.id, matter.motionId), eq(motions.mergedIntoId, matter.motionId)),
      ),
    );
  return rows.find(({ email }) => email !== "" && email.toLowerCase() === emailKey)?.id;
}

/** „popiera 12”: by matter how many have confirmed that it concerns them, too. Those without any are missing. */
export async function countSupporters(scope: Scope, motionIds: readonly string[]) {
  if (motionIds.length === 0) return new Map<string, number>();
  const rows = await read
    .select({ motionId: followers.motionId, many: count() })
    .from(followers)
    .where(
      and(
        within(scope),
        inArray(followers.motionId, [...motionIds]),
        isNotNull(followers.confirmedAt),
        isNull(followers.endedAt),
        eq(followers.supports, true),
      ),
    )
    .groupBy(followers.motionId);
  return new Map(rows.map(({ motionId, many }) => [motionId, many]));
}

/** What a letter about a matter needs to know of its unit. */
export async function getSender(scope: Scope) {
  const [unit] = await read
    .select({
      name: organizations.name,
      slug: organizations.slug,
      department: organizations.department,
      address: organizations.address,
      phone: organizations.phone,
      headOffice: organizations.headOffice,
    })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  return unit ?? notFound();
}
