import { and, eq } from "drizzle-orm";
import { confirmFollow, requestFollow } from "~/domain/followers/commands.server";
import { findFollower } from "~/domain/followers/queries.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { messages } from "~db/schema";

type Options = { email?: string; supports?: boolean; confirmed?: boolean; now?: Date };

/** Somebody who has asked for letters about a matter, and has confirmed it unless said otherwise. */
export async function aFollower(scope: Scope, motionId: string, options: Options = {}) {
  const { email = `${crypto.randomUUID()}@dom.test`, supports = false, confirmed = true, now = new Date() } = options;
  await requestFollow(scope, motionId, { email, supports }, now);
  const follower = await findFollower(scope, motionId, email.toLowerCase());
  if (!follower) throw new Error("Nobody follows");
  if (confirmed) await confirmFollow(scope, follower.id, { supports }, now);
  const token = tokenOf("follower", follower.id, follower.generation);
  return { id: follower.id, email, token, path: `/f/${token}` };
}

/** Letters to one follower, oldest first. */
export const lettersTo = (scope: Scope, followerId: string) =>
  read
    .select()
    .from(messages)
    .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.subjectId, followerId)))
    .orderBy(messages.createdAt);
