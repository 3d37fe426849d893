import { queueMail } from "~/domain/history/commands.mail.server";
import type { Job, RecordedEvent } from "~/domain/history/jobs.server";
import type { Scope } from "~/platform/scope";
import { type MotionOccasion, motionLetter } from "./mail.server";
import { getPost } from "./queries.server";

type Post = Awaited<ReturnType<typeof getPost>>;
type Said = { occasion: MotionOccasion; message?: string; about?: string };

/** A letter to the author, if there is an address. What is no longer true when its turn comes is not sent. */
const tell =
  (say: (post: Post, event: RecordedEvent) => Said | undefined): Job =>
  async (scope, event) => {
    const post = await getPost(scope, event.subjectId);
    const said = post.authorEmail ? say(post, event) : undefined;
    if (said) await send(scope, event, post, said);
  };

function send(scope: Scope, event: RecordedEvent, post: Post, { occasion, message = "", about = "" }: Said) {
  const { unit, debate, debateId, authorName, authorEmail, ...motion } = post;
  return queueMail(
    scope,
    {
      kind: `motion_${occasion}`,
      subjectId: motion.id,
      debateId,
      to: { name: authorName, address: authorEmail },
      letter: motionLetter(occasion, { unit, debate, motion, message, about, now: event.occurredAt }),
      revision: event.id,
    },
    event.occurredAt,
  );
}

const isSecret = ({ sensitivity }: Post) => sensitivity === "police_only";

export const motionJobs: Readonly<Record<string, Job>> = {
  motion_submitted: tell(() => ({ occasion: "registered" })),
  motion_captured: tell(() => ({ occasion: "registered" })),
  motion_admitted: tell(({ status }) => (status === "admitted" ? { occasion: "admitted" } : undefined)),
  motion_returned: tell(({ status, returnReason }) =>
    status === "returned" ? { occasion: "returned", message: returnReason } : undefined,
  ),
  motion_merged: tell((_post, { data }) => ({ occasion: "merged", about: String(data?.into ?? "") })),
  motion_kept_for_police: tell(() => ({ occasion: "kept_for_police" })),
  motion_answered: tell(({ outcome, answer }) =>
    outcome === "answered_on_spot" ? { occasion: "answered", message: answer } : undefined,
  ),
  motion_referred: tell(({ outcome, answer }, { data }) =>
    outcome === "referred" ? { occasion: "referred", message: answer, about: String(data?.body ?? "") } : undefined,
  ),
  motion_put_out_of_scope: tell(({ outcome, answer }) =>
    outcome === "out_of_scope" ? { occasion: "out_of_scope", message: answer } : undefined,
  ),
  motion_task_linked: tell(({ outcome }) => (outcome === "task" ? { occasion: "task" } : undefined)),
  // What the police found out about a secret matter is not said by e-mail.
  motion_settled: tell((post) =>
    post.settlement && !isSecret(post) ? { occasion: post.settlement, message: post.settlementNote } : undefined,
  ),
};
