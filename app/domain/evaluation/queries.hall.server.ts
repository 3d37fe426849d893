import { getDebate } from "~/domain/debates/queries.server";
import { absolute } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { hallTokenOf } from "./gate.server";
import { listBallots, listForHall } from "./queries.ballot.server";
import { findScreen } from "./queries.screen.server";
import { addVotes, ballotState, NO_VOTES, verdictOf } from "./rules.ballot";
import { neighbours } from "./rules.screen";
import { composeSlide, suggestReport } from "./rules.slide";

/** The desk from which somebody steers the screen and the vote. */
export async function getHallDesk(scope: Scope, debateId: string) {
  const debate = await getDebate(scope, debateId);
  const [screen, motions, ballots] = await Promise.all([
    findScreen(scope, debateId),
    listForHall(scope, debate),
    listBallots(scope, debateId),
  ]);
  const rows = motions.map((motion) => {
    const ballot = ballots.find(({ motionId }) => motionId === motion.id);
    const { id, number, place, text, hallVerdict, reportText } = motion;
    return {
      id,
      number,
      place,
      text,
      hallVerdict,
      reportText: reportText || suggestReport(motion),
      slide: composeSlide(motion),
      ballot: ballotState(ballot),
      heads: ballot?.heads ?? NO_VOTES,
      phones: ballot?.phones ?? NO_VOTES,
      counted: ballot ? verdictOf(addVotes(ballot.heads, ballot.phones)) : null,
    };
  });
  const { previous, next } = neighbours(rows, screen.motionId);
  const address = (path: string) => absolute(path).replace(/^https?:\/\//, "");
  return {
    debate: { id: debate.id, status: debate.status, isEvaluation: debate.evaluatesDebateId !== null },
    screen: { mode: screen.mode, motionId: screen.motionId },
    screenPath: `/screen/${hallTokenOf("screen", debate, screen.generation)}`,
    screenAddress: address(`/screen/${hallTokenOf("screen", debate, screen.generation)}`),
    voteAddress: address(`/v/${hallTokenOf("ballot", debate, screen.generation)}`),
    rows,
    current: rows.find(({ id }) => id === screen.motionId) ?? null,
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
    open: rows.find(({ ballot }) => ballot === "open") ?? null,
  };
}
export type HallDesk = Awaited<ReturnType<typeof getHallDesk>>;
export type HallDeskRow = HallDesk["rows"][number];
