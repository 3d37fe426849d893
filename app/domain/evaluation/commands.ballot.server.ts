import { and, eq } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { reportMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { ballots, ballotVotes } from "~db/schema";
import type { HallVerdict } from "~db/vocabulary";
import { putOnScreen } from "./commands.screen.server";
import { messages } from "./messages.ballot.pl";
import { countPhones, findBallot, findForHall, findOpenBallot, getBallot, headsOf } from "./queries.ballot.server";
import {
  addVotes,
  ballotState,
  type Closing,
  decideClosing,
  decideDropping,
  decideOpening,
  decideVote,
} from "./rules.ballot";

/** Asks the hall about one motion, and shows the question. */
export function openBallot(scope: Scope, debateId: string, motionId: string, now = new Date()) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    const motion = await findForHall(scope, debate, motionId);
    const ballot = await findBallot(scope, debateId, motionId);
    const isOtherOpen = (await findOpenBallot(scope, debateId)) !== undefined;
    const asked = { isForHall: motion !== undefined, ballot: ballotState(ballot) };
    const decision = decideOpening(debate, asked, isOtherOpen);
    if (!decision.ok) return decision;
    if (ballot) await changeBallot(scope, ballot, { closedAt: null });
    else
      await write
        .insert(ballots)
        .values({ organizationId: scope.organizationId, debateId, motionId, openedAt: now, createdAt: now });
    await putOnScreen(scope, debateId, { mode: "ballot", motionId });
    const data = { number: motion?.number ?? "" };
    await recordEvent(scope, { action: "ballot_opened", subjectId: motionId, debateId, data }, now);
    return allow({ id: motionId });
  });
}

/**
 * One answer for each device, which may be changed while the ballot is open. No event is recorded: who votes is nobody's
 * business, and sixty phones would otherwise wait for one counter.
 */
export function castVote(
  scope: Scope,
  ballotId: string,
  { deviceHash, verdict }: { deviceHash: string; verdict: HallVerdict },
  now = new Date(),
) {
  return inTransaction(async () => {
    const ballot = await getBallot(scope, ballotId);
    const decision = decideVote(await getDebate(scope, ballot.debateId), ballotState(ballot));
    if (!decision.ok) return decision;
    const { organizationId } = scope;
    await write
      .insert(ballotVotes)
      .values({ organizationId, ballotId, deviceHash, verdict, at: now })
      .onConflictDoUpdate({
        target: [ballotVotes.organizationId, ballotVotes.ballotId, ballotVotes.deviceHash],
        set: { verdict, at: now },
      });
    return allow({ id: ballotId });
  });
}

/** Counts, and writes what the hall thinks to the motion. Whatever was acknowledged before this is in the count. */
export function closeBallot(
  scope: Scope,
  debateId: string,
  motionId: string,
  { text, ...closing }: Closing & { text: string },
  now = new Date(),
) {
  return inTransaction(async () => {
    const ballot = await findBallot(scope, debateId, motionId);
    const phones = await countPhones(scope, ballot?.id);
    const decision = decideClosing(ballotState(ballot), phones, closing);
    if (!decision.ok || !ballot) return decision.ok ? refuse("not_open") : decision;
    const { heads, note } = closing;
    const { verdict, isOverruled } = decision.value;
    const reportText = isOverruled && note ? messages.overruledReport(text, note) : text;
    const said = { reportedAtDebateId: debateId, reportText, hallVerdict: verdict };
    const reported = await reportMotion(scope, motionId, said, now);
    if (!reported.ok) return reported; // before anything of ours is written
    const columns = { headsDone: heads.done, headsPartly: heads.partly, headsNotDone: heads.not_done };
    await changeBallot(scope, ballot, { ...columns, closedAt: now });
    await putOnScreen(scope, debateId, { mode: "result", motionId });
    const { number } = await getMotion(scope, motionId);
    const data = { number, verdict, isOverruled };
    await recordEvent(scope, { action: "ballot_closed", subjectId: motionId, debateId, data }, now);
    return allow({ id: motionId });
  });
}

/** Opened by mistake: it goes without a trace in the results. */
export function dropBallot(scope: Scope, debateId: string, motionId: string, now = new Date()) {
  return inTransaction(async () => {
    const ballot = await findBallot(scope, debateId, motionId);
    const phones = await countPhones(scope, ballot?.id);
    // Closed once with raised hands and opened again, it has a result that must not lose its count.
    const decision = decideDropping(ballotState(ballot), ballot ? addVotes(phones, headsOf(ballot)) : phones);
    if (!decision.ok || !ballot) return decision.ok ? refuse("not_open") : decision;
    await write.delete(ballots).where(and(eq(ballots.organizationId, scope.organizationId), eq(ballots.id, ballot.id)));
    await putOnScreen(scope, debateId, { mode: "slide", motionId });
    const { number } = await getMotion(scope, motionId);
    await recordEvent(scope, { action: "ballot_dropped", subjectId: motionId, debateId, data: { number } }, now);
    return allow({ id: motionId });
  });
}

const changeBallot = (
  scope: Scope,
  { id, version }: { id: string; version: number },
  columns: Partial<typeof ballots.$inferInsert>,
) =>
  write
    .update(ballots)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(ballots.organizationId, scope.organizationId), eq(ballots.id, id)));
