import { allow, type Outcome, refuse } from "~/platform/outcome";
import { type DebateStatus, HALL_VERDICTS, type HallVerdict } from "~db/vocabulary";

/** How many chose what. */
export type Votes = Record<HallVerdict, number>;
export const NO_VOTES: Votes = { done: 0, partly: 0, not_done: 0 };

export const addVotes = (a: Votes, b: Votes): Votes => ({
  done: a.done + b.done,
  partly: a.partly + b.partly,
  not_done: a.not_done + b.not_done,
});

export const sumOf = ({ done, partly, not_done }: Votes) => done + partly + not_done;

/** What most of the hall chose. In a tie the choice that says less was done: whoever promised carries the doubt. */
export function verdictOf(votes: Votes): HallVerdict | null {
  const most = Math.max(...HALL_VERDICTS.map((verdict) => votes[verdict]));
  return most === 0 ? null : (HALL_VERDICTS.findLast((verdict) => votes[verdict] === most) ?? null);
}

export type BallotState = "none" | "open" | "closed";
export const ballotState = (ballot: { closedAt: Date | null } | undefined): BallotState =>
  ballot ? (ballot.closedAt ? "closed" : "open") : "none";

export type BallotRefusal =
  | "not_live"
  | "not_for_hall"
  | "already_open"
  | "other_open"
  | "not_open"
  | "vote_closed"
  | "note_missing"
  | "no_votes";

/** One question at a time. A ballot that was closed may be opened again: votes stay, and may be changed. */
export function decideOpening(
  debate: { status: DebateStatus },
  motion: { isForHall: boolean; ballot: BallotState },
  isOtherOpen: boolean,
): Outcome<"new" | "again", BallotRefusal> {
  if (debate.status !== "live") return refuse("not_live");
  if (!motion.isForHall) return refuse("not_for_hall");
  if (motion.ballot === "open") return refuse("already_open");
  if (isOtherOpen) return refuse("other_open");
  return allow(motion.ballot === "none" ? "new" : "again");
}

export const decideVote = (debate: { status: DebateStatus }, ballot: BallotState): Outcome<true, BallotRefusal> =>
  debate.status === "live" && ballot === "open" ? allow(true) : refuse("vote_closed");

export type Closing = {
  /** Raised hands, counted by the staff. */
  heads: Votes;
  /** Where the chair sees it otherwise than the count; needs a note. */
  overruled: HallVerdict | null;
  note: string;
};

/** What the hall has said. Also after the end of the debate, so that no ballot stays open for ever. */
export function decideClosing(
  ballot: BallotState,
  phones: Votes,
  { heads, overruled, note }: Closing,
): Outcome<{ verdict: HallVerdict; counted: HallVerdict | null; isOverruled: boolean }, BallotRefusal> {
  if (ballot !== "open") return refuse("not_open");
  const counted = verdictOf(addVotes(heads, phones));
  if (overruled && overruled !== counted && note === "") return refuse("note_missing");
  const verdict = overruled ?? counted;
  return verdict ? allow({ verdict, counted, isOverruled: verdict !== counted }) : refuse("no_votes");
}

/** Whether a ballot that nobody answered may be put away. */
export const decideDropping = (ballot: BallotState, votes: Votes): Outcome<true, BallotRefusal> =>
  ballot === "open" && sumOf(votes) === 0 ? allow(true) : refuse("not_open");
