import { and, eq, sql } from "drizzle-orm";
import { numberOf } from "~/domain/debates/messages.pl";
import type { Debate } from "~/domain/debates/queries.server";
import { getMotion } from "~/domain/motions/queries.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { debates } from "~db/schema";
import { hashDevice } from "./gate.device.server";
import { findOpenBallot, findVote } from "./queries.ballot.server";
import { findScreen } from "./queries.screen.server";

/** Changes when the phone in somebody's hand should show something else. */
export async function pulseOfVote(scope: Scope, debateId: string) {
  const [{ generation }, ballot, [debate]] = await Promise.all([
    findScreen(scope, debateId),
    findOpenBallot(scope, debateId),
    statusOf({ unit: scope.organizationId, debate: debateId }),
  ]);
  return [generation, debate?.status, ballot ? `${ballot.id}.${ballot.version}` : "-"].join(".");
}

const statusOf = prepared((from) =>
  from
    .select({ status: debates.status })
    .from(debates)
    .where(and(eq(debates.organizationId, sql.placeholder("unit")), eq(debates.id, sql.placeholder("debate")))),
);

/** The page in somebody's hand: the question that is open now, and what this device has answered. */
export async function getVotePage(scope: Scope, debate: Debate, device: string | undefined) {
  const pulse = await pulseOfVote(scope, debate.id);
  const ballot = debate.status === "live" ? await findOpenBallot(scope, debate.id) : undefined;
  const motion = ballot && (await getMotion(scope, ballot.motionId));
  const isShown = motion?.sensitivity === "public";
  return {
    pulse,
    topic: debate.topic,
    number: numberOf(debate),
    isLive: debate.status === "live",
    isOver: debate.status === "held" || debate.status === "closed",
    ballot:
      ballot && motion && isShown
        ? {
            id: ballot.id,
            number: motion.number,
            place: motion.place,
            text: motion.textPublic,
            mine: device ? await findVote(scope, ballot.id, hashDevice(device, ballot.id)) : null,
          }
        : null,
  };
}
export type VotePageData = Awaited<ReturnType<typeof getVotePage>>;
