import { allow, type Outcome, refuse } from "~/platform/outcome";
import type { DebateStatus, Presence, RegistrationStatus, RsvpStatus } from "~db/vocabulary";

/** What can happen to a resident's seats. */
export const REGISTRATION_MOVES = ["withdraw", "move_up", "check_in", "undo_check_in"] as const;
export type RegistrationMove = (typeof REGISTRATION_MOVES)[number];
export type RegistrationRefusal = "is_withdrawn" | "is_waiting" | "is_confirmed" | "is_inside" | "is_over";

const NEXT: Record<RegistrationMove, Partial<Record<RegistrationStatus, RegistrationStatus>>> = {
  withdraw: { confirmed: "withdrawn", waiting: "withdrawn" },
  move_up: { waiting: "confirmed" },
  // Who waits and comes anyway gets a chair that stayed empty; the clerk at the door sees whether there is one.
  check_in: { confirmed: "confirmed", waiting: "confirmed" },
  undo_check_in: { confirmed: "confirmed" },
};
const IN_THE_WAY = { confirmed: "is_confirmed", waiting: "is_waiting", withdrawn: "is_withdrawn" } as const;

export function decideRegistrationMove(
  status: RegistrationStatus,
  move: RegistrationMove,
): Outcome<RegistrationStatus, RegistrationRefusal> {
  const next = NEXT[move][status];
  return next ? allow(next) : refuse(IN_THE_WAY[status]);
}

type Seat = { status: RegistrationStatus; checkedInAt: Date | null };
const IS_OVER: readonly DebateStatus[] = ["held", "closed"];

/** By its owner or by the office. Who has come in stays counted, and what was reserved for an evening that is over is history. */
export function decideWithdrawal(
  { status, checkedInAt }: Seat,
  debate: DebateStatus,
): Outcome<RegistrationStatus, RegistrationRefusal> {
  const next = decideRegistrationMove(status, "withdraw");
  if (!next.ok) return next;
  if (checkedInAt) return refuse("is_inside");
  return IS_OVER.includes(debate) ? refuse("is_over") : next;
}

export const MAX_SEATS = 10;
export type House = { status: DebateStatus; startsAt: Date; capacity: number | null };
/** Seats that are taken, and whether anybody already waits. */
export type Taken = { confirmed: number; isAnybodyWaiting: boolean };
export type ReservationRefusal = "not_open" | "called_off" | "already_started" | "party_too_big";

const RESERVABLE: Record<DebateStatus, ReservationRefusal | "yes"> = {
  draft: "not_open",
  announced: "yes",
  live: "already_started",
  held: "already_started",
  closed: "already_started",
  postponed: "called_off",
  cancelled: "called_off",
};

/** May seats be asked for at all? */
export function decideOpening({ status, startsAt }: House, now: Date): Outcome<true, ReservationRefusal> {
  const answer = RESERVABLE[status];
  if (answer !== "yes") return refuse(answer);
  return now < startsAt ? allow(true) : refuse("already_started");
}

/**
 * A seat, or a place in the queue. While anybody waits, everybody who comes later waits too, even a smaller party
 * that would fit: first come, first served.
 */
export function decideReservation(
  house: House,
  taken: Taken,
  seats: number,
  now: Date,
): Outcome<Extract<RegistrationStatus, "confirmed" | "waiting">, ReservationRefusal> {
  const opening = decideOpening(house, now);
  if (!opening.ok) return opening;
  if (house.capacity === null) return allow("confirmed");
  if (seats > house.capacity) return refuse("party_too_big");
  const fits = taken.confirmed + seats <= house.capacity;
  return allow(fits && !taken.isAnybodyWaiting ? "confirmed" : "waiting");
}

/** Who moves up now: from the front of the queue, as long as the next party fits. Nobody overtakes. */
export function chooseMovingUp<T extends { seats: number }>(
  capacity: number | null,
  confirmed: number,
  queue: readonly T[],
): T[] {
  let taken = confirmed;
  const end = queue.findIndex(({ seats }) => {
    if (capacity !== null && taken + seats > capacity) return true;
    taken += seats;
    return false;
  });
  return end === -1 ? [...queue] : queue.slice(0, end);
}

/** Free seats for a page; null when nobody counts. */
export const freeSeats = (capacity: number | null, confirmed: number) =>
  capacity === null ? null : Math.max(0, capacity - confirmed);

export type PresenceRefusal = "not_invited" | "evening_not_open";

const NOTES_PRESENCE: Record<DebateStatus, boolean> = {
  draft: false,
  announced: true,
  live: true,
  held: true,
  closed: false,
  postponed: false,
  cancelled: false,
};

/** What the door is about to note of a guest: what the answer to the invitation leads to expect. */
export function expectedPresence({ status, substitute }: { status: RsvpStatus; substitute: unknown }): Presence {
  if (substitute) return "present_by_substitute";
  return status === "declined" ? "excused" : "present";
}

type Asked = { rsvp: RsvpStatus; debate: DebateStatus; arrivedAt?: Date | null; leftAt?: Date | null };
type Noted = { presence: Presence | null; arrivedAt: Date | null; leftAt: Date | null };

/**
 * Who is noted as present: anybody who was asked, whatever the answer was. The hour is that of the first note; when
 * the evening is over nobody comes any more, so then it is not known.
 */
export function decidePresence(
  { rsvp, debate, arrivedAt = null, leftAt = null }: Asked,
  presence: Presence | null,
  now: Date,
): Outcome<Noted, PresenceRefusal> {
  if (!NOTES_PRESENCE[debate]) return refuse("evening_not_open");
  if (rsvp === "draft" || rsvp === "withdrawn") return refuse("not_invited");
  const came = presence === "present" || presence === "present_by_substitute";
  if (!came) return allow({ presence, arrivedAt: null, leftAt: null });
  return allow({ presence, arrivedAt: arrivedAt ?? (debate === "held" ? null : now), leftAt });
}

export const MOST_HEADS = 100_000;

/** A head count never falls below nobody. */
export function decideHeadCount(debate: DebateStatus, count: number): Outcome<number, PresenceRefusal> {
  if (!NOTES_PRESENCE[debate]) return refuse("evening_not_open");
  return allow(Math.min(MOST_HEADS, Math.max(0, Math.round(count))));
}

/** Heads are counted one by one, a line of history each; of each group only the newest says something. */
export function lastCounts<E extends { action: string; data?: Record<string, unknown> | null }>(
  newestFirst: readonly E[],
) {
  const told = new Set<unknown>();
  return newestFirst.filter(({ action, data }) => {
    if (action !== "head_count_noted") return true;
    const isFirst = !told.has(data?.group);
    told.add(data?.group);
    return isFirst;
  });
}
