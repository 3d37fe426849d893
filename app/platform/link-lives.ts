import type { LinkPurpose } from "./links.server";
import { addDays, addMonths, startOfDay, today } from "./time";

/** How long a link still opens its door when what it is for is over; the whole last day of it, in Warsaw. */
export const LINK_LIVES = {
  /** Guests look up what they have said and promised until the next debate of the cycle, as a rule a year later. */
  invitation: { months: 12 },
  substitute: { months: 12 },
  /** Also after the last remark: the minutes are read, and later corrections compared. */
  reader: { months: 12 },
  /** A body is written to year after year: a year, and a month more for who answers late. */
  desk: { months: 13 },
  /** A seat is of use on the evening; a month for whoever has to show that they were there. */
  registration: { months: 1 },
  /** After the end of the matter: a year to complain, to raise it again, and to see the next debate. */
  motion: { months: 12 },
  /** They hang on walls and stand on projectors for one evening; a day for who tidies up. */
  screen: { days: 1 },
  ballot: { days: 1 },
  /** From the day of the letter. */
  member: { days: 7 },
  reset: { minutes: 60 },
  /** Until it is confirmed; then it has no end, because „unsubscribe” in the oldest letter has to work. */
  follower: { days: 7 },
} as const satisfies Record<LinkPurpose, Partial<Record<"months" | "days" | "minutes", number>>>;

/** Those that end after something else has ended; the others have their own instant in their row. */
export type LastingLink = Exclude<LinkPurpose, "member" | "reset" | "follower">;

/** `over`: since when what the link is for is over; null while it is not. */
export function isLinkOver(purpose: LastingLink, over: Date | null, now: Date) {
  if (over === null) return false;
  const { months, days }: { months?: number; days?: number } = LINK_LIVES[purpose];
  return now >= startOfDay(addDays(addMonths(today(over), months ?? 0), (days ?? 0) + 1));
}

/** The latest of several instants, as far as there are any. */
export const latest = (...instants: (Date | null | undefined)[]) =>
  new Date(Math.max(...instants.map((instant) => instant?.getTime() ?? 0)));
