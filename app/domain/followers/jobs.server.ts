import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job } from "~/domain/history/jobs.server";
import { getMotion } from "~/domain/motions/queries.server";
import { placeholderOf } from "~/platform/links.server";
import { followLeading } from "./commands.server";
import { noticeJobs } from "./jobs.notices.server";
import { confirmLetter, reminderLetter } from "./mail.server";
import { findPublicMatter, getFollower, getSender } from "./queries.server";
import { stateOf } from "./rules";

/** What became of the request meanwhile decides: confirmed by another click, ended, or no longer for everybody. */
const followRequested: Job = async (scope, event) => {
  const follower = await getFollower(scope, event.subjectId);
  const matter = await findPublicMatter(scope, follower.motionId);
  const state = stateOf(follower, event.occurredAt);
  if (!matter || state === null || state === "ended") return;
  const link = placeholderOf("follower", follower.id, follower.generation);
  const props = { unit: await getSender(scope), matter, link };
  const isKnown = state === "following";
  await queueMail(
    scope,
    {
      kind: isKnown ? "follow_known" : "follow_confirm",
      subjectId: follower.id,
      to: { name: "", address: follower.email },
      letter: isKnown ? reminderLetter(props) : confirmLetter(props),
      revision: event.id,
    },
    event.occurredAt,
  );
};

const motionMerged: Job = async (scope, event) => {
  const { mergedIntoId } = await getMotion(scope, event.subjectId);
  if (mergedIntoId) await followLeading(scope, event.subjectId, mergedIntoId, event.occurredAt);
};

export const followerJobs: Readonly<Record<string, Job>> = {
  ...noticeJobs,
  follow_requested: followRequested,
  motion_merged: motionMerged,
};
