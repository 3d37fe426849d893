import { and, count, eq, isNull, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { ballots, ballotVotes } from "~db/schema";
import type { HallVerdict } from "~db/vocabulary";
import { listEarlierMotions } from "./queries.server";
import { NO_VOTES, type Votes } from "./rules.ballot";
import { forTheHall } from "./rules.slide";

export type Ballot = typeof ballots.$inferSelect;

const within = (scope: Scope) => eq(ballots.organizationId, scope.organizationId);

/** The motions that this evening may show and ask about, in the order of the evening. None unless it evaluates. */
export const listForHall = async (scope: Scope, { evaluatesDebateId }: { evaluatesDebateId: string | null }) =>
  evaluatesDebateId ? forTheHall(await listEarlierMotions(scope, evaluatesDebateId)) : [];

export const findForHall = async (scope: Scope, debate: { evaluatesDebateId: string | null }, motionId: string) =>
  (await listForHall(scope, debate)).find(({ id }) => id === motionId);

export async function findBallot(scope: Scope, debateId: string, motionId: string): Promise<Ballot | undefined> {
  const [found] = await read
    .select()
    .from(ballots)
    .where(and(within(scope), eq(ballots.debateId, debateId), eq(ballots.motionId, motionId)));
  return found;
}

export async function getBallot(scope: Scope, id: string): Promise<Ballot> {
  const [found] = await read
    .select()
    .from(ballots)
    .where(and(within(scope), eq(ballots.id, id)));
  return found ?? notFound();
}

/** There is at most one: the hall answers one question at a time. */
export async function findOpenBallot(scope: Scope, debateId: string): Promise<Ballot | undefined> {
  const [found] = await openBallot({ unit: scope.organizationId, debate: debateId });
  return found;
}

const openBallot = prepared((from) =>
  from
    .select()
    .from(ballots)
    .where(
      and(
        eq(ballots.organizationId, sql.placeholder("unit")),
        eq(ballots.debateId, sql.placeholder("debate")),
        isNull(ballots.closedAt),
      ),
    ),
);

export async function countPhones(scope: Scope, ballotId: string | undefined): Promise<Votes> {
  if (!ballotId) return NO_VOTES;
  const rows = await read
    .select({ verdict: ballotVotes.verdict, votes: count() })
    .from(ballotVotes)
    .where(and(eq(ballotVotes.organizationId, scope.organizationId), eq(ballotVotes.ballotId, ballotId)))
    .groupBy(ballotVotes.verdict);
  return { ...NO_VOTES, ...Object.fromEntries(rows.map(({ verdict, votes }) => [verdict, Number(votes)])) };
}

export const headsOf = ({ headsDone, headsPartly, headsNotDone }: Ballot): Votes => ({
  done: headsDone,
  partly: headsPartly,
  not_done: headsNotDone,
});

/** All ballots of an evening with both counts. */
export async function listBallots(scope: Scope, debateId: string) {
  const [rows, phones] = await Promise.all([
    read
      .select()
      .from(ballots)
      .where(and(within(scope), eq(ballots.debateId, debateId))),
    read
      .select({ ballotId: ballotVotes.ballotId, verdict: ballotVotes.verdict, votes: count() })
      .from(ballotVotes)
      .innerJoin(ballots, eq(ballots.id, ballotVotes.ballotId))
      .where(and(within(scope), eq(ballots.debateId, debateId)))
      .groupBy(ballotVotes.ballotId, ballotVotes.verdict),
  ]);
  return rows.map((ballot) => ({
    ...ballot,
    heads: headsOf(ballot),
    phones: {
      ...NO_VOTES,
      ...Object.fromEntries(
        phones.filter(({ ballotId }) => ballotId === ballot.id).map(({ verdict, votes }) => [verdict, Number(votes)]),
      ),
    } as Votes,
  }));
}

/** What this device has answered. */
export async function findVote(scope: Scope, ballotId: string, deviceHash: string): Promise<HallVerdict | null> {
  const [found] = await voteOf({ unit: scope.organizationId, ballot: ballotId, device: deviceHash });
  return found?.verdict ?? null;
}

const voteOf = prepared((from) =>
  from
    .select({ verdict: ballotVotes.verdict })
    .from(ballotVotes)
    .where(
      and(
        eq(ballotVotes.organizationId, sql.placeholder("unit")),
        eq(ballotVotes.ballotId, sql.placeholder("ballot")),
        eq(ballotVotes.deviceHash, sql.placeholder("device")),
      ),
    ),
);
