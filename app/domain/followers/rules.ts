import { LINK_LIVES } from "~/platform/link-lives";
import { allow, type Outcome, refuse } from "~/platform/outcome";

const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** A request that nobody has confirmed for so long is forgotten, and its link is dead. */
export const KEEP_REQUESTS_MS = LINK_LIVES.follower.days * DAY_MS;
/** Of letters that somebody else may have asked for, one address gets at most so many a day, whatever they are about. */
export const MOST_LETTERS_A_DAY = 5;
/** Requests from one network, all addresses together: a hall shares one, and a script sends more. */
export const NETWORK_LIMIT = { most: 60, windowS: 15 * 60 } as const;

type Row = { requestedAt: Date; confirmedAt: Date | null; endedAt: Date | null };

export type RequestStep =
  /** The first letter to this address about this matter. */
  | "ask"
  /** The first one was not answered: another link, and the old one dies. */
  | "ask_again"
  /** Confirmed long ago: a letter with the link, in case it was lost. It stays the same, or a stranger could kill it. */
  | "tell_again"
  /** Nothing goes out. The page says the same in every case, so nobody learns who follows what. */
  | "keep_quiet";

/** What a request to follow leads to. `lettersToday`: requests for this address in the last 24 hours, other matters too. */
export function decideRequest(known: Row | undefined, lettersToday: number, now: Date): RequestStep {
  if (known && now.getTime() - known.requestedAt.getTime() < DAY_MS) return "keep_quiet";
  if (lettersToday >= MOST_LETTERS_A_DAY) return "keep_quiet";
  if (!known) return "ask";
  return known.confirmedAt ? "tell_again" : "ask_again";
}

export type FollowerState = "asked" | "following" | "ended";

/** Null: the request has run out. */
export function stateOf({ requestedAt, confirmedAt, endedAt }: Row, now: Date): FollowerState | null {
  if (endedAt) return "ended";
  if (confirmedAt) return "following";
  return now.getTime() - requestedAt.getTime() < KEEP_REQUESTS_MS ? "asked" : null;
}

export type ConfirmRefusal = "ended";

/** Twice the same is once: `isNew` says whether something happens at all. */
export function decideConfirm(state: FollowerState): Outcome<{ isNew: boolean }, ConfirmRefusal> {
  return state === "ended" ? refuse("ended") : allow({ isNew: state === "asked" });
}

/** Whoever raised a matter is counted there, and not among those who support it. */
export const countsAsSupport = (wanted: boolean, isAuthor: boolean) => wanted && !isAuthor;
