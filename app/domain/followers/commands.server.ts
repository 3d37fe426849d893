import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { admit } from "~/platform/rates.server";
import type { Scope } from "~/platform/scope";
import { events, followers, messages, opinions, organizations } from "~db/schema";
import { countRequests, findFollower, findPublicMatter, findRaised, getFollower } from "./queries.server";
import {
  countsAsSupport,
  DAY_MS,
  decideConfirm,
  decideRequest,
  KEEP_REQUESTS_MS,
  NETWORK_LIMIT,
  stateOf,
} from "./rules";
import { voterOf } from "./rules.opinions";

type Asked = { email: string; supports: boolean };

/**
 * Somebody wants letters about a matter. What is known of the address makes no difference to the answer; whether a
 * letter goes out is seen by its owner alone. `email` comes from the form, so it is one address in lower case.
 */
export function requestFollow(scope: Scope, motionId: string, { email, supports }: Asked, now = new Date()) {
  return inTransaction(async () => {
    const matter = (await findPublicMatter(scope, motionId)) ?? notFound();
    const emailKey = email.toLowerCase();
    const known = await findFollower(scope, motionId, emailKey);
    const step = decideRequest(known, await countRequests(scope, emailKey, now), now);
    if (step === "keep_quiet") return allow({});

    const id = known?.id ?? randomUUID();
    if (!known)
      await write.insert(followers).values({
        ...{ id, organizationId: scope.organizationId, motionId, email, emailKey, supports },
        ...{ tokenHash: tokenHashOf("follower", id), requestedAt: now },
      });
    else if (step === "tell_again") await changeFollower(scope, id, { requestedAt: now });
    else {
      const generation = known.generation + 1;
      const tokenHash = tokenHashOf("follower", id, generation);
      await changeFollower(scope, id, { requestedAt: now, supports, generation, tokenHash });
    }
    await recordEvent(
      scope,
      { action: "follow_requested", subjectId: id, data: { number: matter.number }, job: true },
      now,
    );
    return allow({});
  });
}

/** The owner of the address says yes; the same twice, or two at once, is once. */
export function confirmFollow(scope: Scope, id: string, { supports }: { supports: boolean }, now = new Date()) {
  return inTransaction(async () => {
    const follower = await getFollower(scope, id);
    const decision = decideConfirm(stateOf(follower, now) ?? notFound());
    if (!decision.ok) return decision;
    if (!decision.value.isNew) return allow({});
    await changeFollower(scope, id, { confirmedAt: now, supports: await asSupport(scope, follower, supports) });
    await recordFollowing(scope, follower, "follow_confirmed", now);
    return allow({});
  });
}

/** „Mnie też to dotyczy” may be ticked and taken back. */
export function changeSupport(scope: Scope, id: string, { supports }: { supports: boolean }, now = new Date()) {
  return inTransaction(async () => {
    const follower = await getFollower(scope, id);
    if (stateOf(follower, now) !== "following") return refuse("ended");
    const wanted = await asSupport(scope, follower, supports);
    if (wanted === follower.supports) return allow({});
    await changeFollower(scope, id, { supports: wanted });
    await recordFollowing(scope, follower, "support_changed", now);
    return allow({});
  });
}

type Follower = Awaited<ReturnType<typeof getFollower>>;

const asSupport = async (scope: Scope, follower: Follower, supports: boolean) =>
  countsAsSupport(supports, (await findRaised(scope, follower, follower.emailKey)) !== undefined);

/**
 * No more letters. The address goes, from here and from the letters that were sent, and with it the support and the
 * opinion; the row stays without it, so that the link of an old letter still says what is true.
 */
export function endFollow(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const follower = await getFollower(scope, id);
    if (follower.endedAt) return allow({});
    await changeFollower(scope, id, { endedAt: now, supports: false, email: "", emailKey: `ended:${id}` });
    // Nobody knows the address any more: whoever came again with it would have a second voice beside this one.
    await write
      .delete(opinions)
      .where(and(eq(opinions.organizationId, scope.organizationId), eq(opinions.voter, voterOf(id, undefined))));
    await write
      .delete(messages)
      .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.subjectId, id)));
    await recordFollowing(scope, follower, "follow_ended", now);
    return allow({});
  });
}

/** A matter was merged into another: whoever followed it follows the one that leads, each address once. */
export function followLeading(scope: Scope, mergedId: string, leadingId: string, now = new Date()) {
  return inTransaction(async () => {
    const mine = and(eq(followers.organizationId, scope.organizationId), eq(followers.motionId, mergedId));
    const moving = await read
      .select({ id: followers.id, emailKey: followers.emailKey, confirmedAt: followers.confirmedAt })
      .from(followers)
      .where(mine);
    for (const { id, emailKey, confirmedAt } of moving) {
      const twin = await findFollower(scope, leadingId, emailKey);
      // Of two the one stays that was confirmed.
      const isTwinKept = twin && (twin.confirmedAt !== null || confirmedAt === null);
      if (twin) await endFollow(scope, isTwinKept ? id : twin.id, now);
      await changeFollower(scope, id, { motionId: leadingId });
    }
    return allow({ moved: moving.length });
  });
}

const recordFollowing = (scope: Scope, { id, number }: Follower, action: string, now: Date) =>
  recordEvent(scope, { action, subjectId: id, data: { number } }, now);

const changeFollower = (scope: Scope, id: string, columns: Partial<typeof followers.$inferInsert>) =>
  write
    .update(followers)
    .set(columns)
    .where(and(eq(followers.id, id), eq(followers.organizationId, scope.organizationId)));

/** Counts one request of a network. Refused with the seconds to wait, when there were too many. */
export function takeTurn(network: string) {
  const retryAfterS = admit({ of: "follow", who: network, ...NETWORK_LIMIT });
  return retryAfterS > 0 ? ({ ok: false, reason: "too_many", retryAfterS } as const) : ({ ok: true } as const);
}

/**
 * Run now and then: whoever has not confirmed in time is forgotten, with the letters that were sent. Found by the event
 * of the request, whose index begins with the unit and the time, so nobody walks through all followers; the stretch is
 * longer than any outage that goes unnoticed; what is older still falls to the nightly retention.
 */
export async function forgetUnconfirmed(now = new Date()) {
  let forgotten = 0;
  for (const { id: unit } of await read.select({ id: organizations.id }).from(organizations)) {
    const ids = await listAsked(unit, now);
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
      forgotten += await forgetThose(unit, ids.slice(at, at + MOST_AT_ONCE), now);
  }
  return forgotten;
}

const MOST_AT_ONCE = 500;
const LOOK_BACK_MS = 30 * DAY_MS;
const limitOf = (now: Date) => new Date(now.getTime() - KEEP_REQUESTS_MS);

async function listAsked(unit: string, now: Date) {
  const rows = await read
    .selectDistinct({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.organizationId, unit),
        eq(events.action, "follow_requested"),
        lt(events.occurredAt, limitOf(now)),
        gt(events.occurredAt, new Date(limitOf(now).getTime() - LOOK_BACK_MS)),
      ),
    );
  return rows.map(({ id }) => id);
}

const forgetThose = (unit: string, ids: string[], now: Date) =>
  inTransaction(async () => {
    const old = await read
      .select({ id: followers.id })
      .from(followers)
      .where(
        and(
          inArray(followers.id, ids),
          isNull(followers.confirmedAt),
          isNull(followers.endedAt),
          lt(followers.requestedAt, limitOf(now)),
        ),
      );
    const gone = old.map(({ id }) => id);
    if (gone.length === 0) return 0;
    await write.delete(messages).where(and(eq(messages.organizationId, unit), inArray(messages.subjectId, gone)));
    await write.delete(followers).where(inArray(followers.id, gone));
    return gone.length;
  });
