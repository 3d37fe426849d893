import { publicUnit } from "~/domain/attendance/queries.page.server";
import { findProgress } from "~/domain/tasks/queries.progress.server";
import { numberInPath } from "~/domain/tasks/rules.tracker";
import type { Scope } from "~/platform/scope";
import { findQuestion } from "./queries.opinions.server";
import { findPublicMatter, findRaised, getFollower, getSender } from "./queries.server";

/** What the link of a letter shows: where the matter stands, and what this address has asked for. Never the address. */
export async function getFollowerPage(scope: Scope, followerId: string, now: Date) {
  const follower = await getFollower(scope, followerId);
  const unit = await getSender(scope);
  const matter = await findPublicMatter(scope, follower.motionId);
  const isAuthor = follower.endedAt === null && (await findRaised(scope, follower, follower.emailKey)) !== undefined;
  return {
    unit: publicUnit(unit),
    supports: follower.supports,
    isAuthor,
    question: matter ? await findQuestion(scope) : null,
    matter: matter && {
      number: matter.number,
      place: matter.place,
      text: matter.text,
      href: `/u/${unit.slug}/tracker/${numberInPath(matter.number)}`,
      progress: await findProgress(scope, unit, matter.id, now),
    },
  };
}
export type FollowerPageData = Awaited<ReturnType<typeof getFollowerPage>>;
