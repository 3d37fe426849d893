import { allow, type Outcome, refuse } from "~/platform/outcome";
import { addDays, daysBetween, startOfDay, warsawDate } from "~/platform/time";
import type { CalendarDate, MinutesStatus, RemarkStatus } from "~db/vocabulary";
import { isFrozen, MINUTES_NEXT } from "./rules";
import type { FaultKind } from "./rules.faults";

/** How long those who were there may ask for changes, unless the organizer says otherwise. */
export const WINDOW_DAYS = { usual: 5, most: 30 } as const;

type State = { status: MinutesStatus; until: Date | null };
export type WindowRefusal = "not_possible" | "not_held" | "leaks" | "nobody" | "too_long" | "past";

/** A window ends with a day, as it ends in Poland. */
export const endOfDay = (day: CalendarDate) => startOfDay(addDays(day, 1));

/** The last day on which a change may be proposed. */
export const lastDayOf = (until: Date) => warsawDate(new Date(until.getTime() - 1));

export const isWindowOpen = ({ status, until }: State, now: Date) =>
  status === "in_correction" && until !== null && now < until;

/** The last day of a window that is open now. */
export const openUntil = (minutes: State, now: Date) =>
  minutes.until && isWindowOpen(minutes, now) ? lastDayOf(minutes.until) : null;

/** What guests from outside must not read: a remark of the check that is a mere remark elsewhere stops the letter here. */
const LEAKS: readonly FaultKind[] = ["names_hidden_motion", "personal_data"];

type Opening = State & { held: boolean; readers: number; faults: readonly { level: string; kind: FaultKind }[] };

/** From drafting; the days are counted from today. */
export function decideOpening(minutes: Opening, days: number, now: Date): Outcome<Date, WindowRefusal> {
  if (!MINUTES_NEXT[minutes.status].includes("in_correction")) return refuse("not_possible");
  if (!minutes.held) return refuse("not_held");
  if (minutes.faults.some(({ level, kind }) => level === "error" && LEAKS.includes(kind))) return refuse("leaks");
  if (minutes.readers === 0) return refuse("nobody");
  return days < 1 || days > WINDOW_DAYS.most ? refuse("too_long") : allow(endOfDay(addDays(warsawDate(now), days)));
}

/** Another last day, also when the window has closed by itself. */
export function decideExtension({ status }: State, day: CalendarDate, now: Date): Outcome<Date, WindowRefusal> {
  if (status !== "in_correction") return refuse("not_possible");
  const days = daysBetween(warsawDate(now), day);
  if (days < 0) return refuse("past");
  return days > WINDOW_DAYS.most ? refuse("too_long") : allow(endOfDay(day));
}

/** Back to drafting, at any time before approval. */
export const decideClosing = ({ status }: State): Outcome<"drafting", WindowRefusal> =>
  status === "in_correction" ? allow("drafting") : refuse("not_possible");

export type RemarkRefusal = "closed" | "unchanged" | "too_many" | "unknown_part";
/** One guest has as much to say as ten people; more is a mistake or a flood. */
export const MOST_REMARKS = 60;

type Proposal = { original: string; proposed: string };

export function decideRemark(minutes: State & { made: number }, proposal: Proposal, now: Date) {
  if (!isWindowOpen(minutes, now)) return refuse("closed");
  if (proposal.original.trim() === proposal.proposed.trim()) return refuse("unchanged");
  return minutes.made >= MOST_REMARKS ? refuse("too_many") : allow("open" as const);
}

export type DecisionRefusal = "decided" | "frozen" | "moved" | "stale" | "unknown_part";

/** A remark is decided once, and before approval; its text is put in by hand or by us. */
export function decideDecision(remark: { status: RemarkStatus }, minutes: { status: MinutesStatus }) {
  if (remark.status !== "open") return refuse("decided");
  return isFrozen(minutes.status) ? refuse("frozen") : allow("open" as const);
}
