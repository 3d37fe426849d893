import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { registrations } from "~db/schema";
import type { RegistrationStatus } from "~db/vocabulary";
import { countSeats, findLastQueued, getHouse, getRegistration, listQueue } from "./queries.server";
import { chooseMovingUp, decideRegistrationMove, decideReservation, decideWithdrawal } from "./rules";
import type { Reservation } from "./schema";

/** A seat or a place in the queue, decided in one transaction: the house is never oversold. */
export function reserveSeat(scope: Scope, debateId: string, value: Reservation, now = new Date()) {
  return inTransaction(async () => {
    const house = await getHouse(scope, debateId);
    // The hall may have got bigger since the queue began.
    await moveWaitingUp(scope, debateId, now);
    const { confirmed, waiting } = await countSeats(scope, debateId);
    const decision = decideReservation(house, { confirmed, isAnybodyWaiting: waiting > 0 }, value.seats, now);
    if (!decision.ok) return decision;

    const id = randomUUID();
    const last = await findLastQueued(scope, debateId);
    await write.insert(registrations).values({
      id,
      organizationId: scope.organizationId,
      debateId,
      name: value.name,
      email: value.email ?? "",
      seats: value.seats,
      needs: (value.needs ?? []).join(" "),
      status: decision.value,
      queuedAt: laterThan(last, now),
      tokenHash: tokenHashOf("registration", id),
    });
    const data = { seats: value.seats, waiting: decision.value === "waiting" };
    const job = Boolean(value.email);
    await recordEvent(scope, { action: "seats_reserved", subjectId: id, debateId, data, job }, now);
    return allow({ id, status: decision.value });
  });
}

/** Two requests of one millisecond still have an order. */
const laterThan = (last: Date | undefined, now: Date) => (last && last >= now ? new Date(last.getTime() + 1) : now);

/** Gives the seats back; whoever waits longest gets them. */
export function withdrawSeat(scope: Scope, registrationId: string, now = new Date()) {
  return inTransaction(async () => {
    const registration = await getRegistration(scope, registrationId);
    const decision = decideWithdrawal(registration, registration.debate.status);
    if (!decision.ok) return decision;
    const { id, debateId, seats, email } = registration;
    await changeRegistration(scope, id, { status: decision.value });
    const job = email !== "";
    await recordEvent(scope, { action: "seats_withdrawn", subjectId: id, debateId, data: { seats }, job }, now);
    await moveWaitingUp(scope, debateId, now);
    return allow({ id });
  });
}

/** Fills what is free from the front of the queue. Also worth calling after the capacity has changed. */
export function moveWaitingUp(scope: Scope, debateId: string, now = new Date()) {
  return inTransaction(async () => {
    const { capacity, status } = await getHouse(scope, debateId);
    if (status !== "announced") return allow({ moved: 0 });
    const queue = await listQueue(scope, debateId);
    if (queue.length === 0) return allow({ moved: 0 });
    const { confirmed } = await countSeats(scope, debateId);
    const lucky = chooseMovingUp(capacity, confirmed, queue);
    for (const { id, seats, email } of lucky) {
      await changeRegistration(scope, id, { status: "confirmed" });
      const job = email !== "";
      await recordEvent(scope, { action: "seats_moved_up", subjectId: id, debateId, data: { seats }, job }, now);
    }
    return allow({ moved: lucky.length });
  });
}

/** At the door. */
export function checkIn(scope: Scope, registrationId: string, now = new Date()) {
  return noteAtDoor(scope, registrationId, "check_in", now);
}

export function undoCheckIn(scope: Scope, registrationId: string, now = new Date()) {
  return noteAtDoor(scope, registrationId, "undo_check_in", now);
}

function noteAtDoor(scope: Scope, registrationId: string, move: "check_in" | "undo_check_in", now: Date) {
  return inTransaction(async () => {
    const { id, debateId, status, seats, checkedInAt } = await getRegistration(scope, registrationId);
    const decision = decideRegistrationMove(status, move);
    if (!decision.ok) return decision;
    const isIn = move === "check_in";
    // Twice the same is once: two clerks at two doors.
    if (isIn === (checkedInAt !== null)) return allow({ id });
    await changeRegistration(scope, id, { status: decision.value, checkedInAt: isIn ? now : null });
    const action = isIn ? "registration_checked_in" : "registration_check_in_undone";
    await recordEvent(scope, { action, subjectId: id, debateId, data: { seats } }, now);
    return allow({ id });
  });
}

const changeRegistration = (
  scope: Scope,
  id: string,
  columns: { status?: RegistrationStatus; checkedInAt?: Date | null },
) =>
  write
    .update(registrations)
    .set(columns)
    .where(and(eq(registrations.id, id), eq(registrations.organizationId, scope.organizationId)));
