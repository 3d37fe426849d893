import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actAtDoor } from "~/domain/attendance/commands.door.server";
import { changeHeadCount, noteHours, setHeadCount, setPresence } from "~/domain/attendance/commands.presence.server";
import { checkIn, moveWaitingUp, reserveSeat, undoCheckIn, withdrawSeat } from "~/domain/attendance/commands.server";
import { openRegistration } from "~/domain/attendance/gate.server";
import {
  countSeats,
  getGuest,
  getRegistration,
  listHeadCounts,
  listPublicGuests,
  listQueue,
  listRegistrations,
  placeInQueue,
} from "~/domain/attendance/queries.server";
import { cancelDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { changeDebate } from "~/domain/debates/commands.server";
import { listDebateEvents } from "~/domain/history/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { inTransaction, read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { warsawTime } from "~/platform/time";
import { messages, registrations } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aGuest } from "../../setup/factories.attendance";
import { anOpenDebate, BEFORE, EVENING } from "../../setup/factories.motions";

async function aDebate(capacity: number | null = 5) {
  const { scope } = await aUnit();
  return { scope, debateId: await anOpenDebate(scope, { capacity }) };
}

async function seats(scope: Scope, debateId: string, wanted: number, email = "") {
  const result = await reserveSeat(scope, debateId, { name: `Grupa ${wanted}`, seats: wanted, email }, BEFORE);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe("reserving", () => {
  test("confirms while there is room, then queues, and a freed seat goes to the first who waits", async () => {
    const { scope, debateId } = await aDebate(5);
    const first = await seats(scope, debateId, 3);
    const second = await seats(scope, debateId, 2);
    const third = await seats(scope, debateId, 3);
    const fourth = await seats(scope, debateId, 1);
    expect([first, second, third, fourth].map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
      "waiting",
      "waiting",
    ]);
    expect(await placeInQueue(scope, await getRegistration(scope, fourth.id))).toBe(1);

    expect((await withdrawSeat(scope, second.id, BEFORE)).ok).toBe(true);
    expect((await getRegistration(scope, fourth.id)).status, "nobody overtakes").toBe("waiting");
    expect((await withdrawSeat(scope, first.id, BEFORE)).ok).toBe(true);
    expect((await getRegistration(scope, third.id)).status).toBe("confirmed");
    expect((await getRegistration(scope, fourth.id)).status).toBe("confirmed");
    expect(await countSeats(scope, debateId)).toEqual({ confirmed: 4, waiting: 0, present: 0 });
    expect(await withdrawSeat(scope, first.id, BEFORE)).toMatchObject({ reason: "is_withdrawn" });
  });

  test("a bigger hall lets people in the next time anybody knocks", async () => {
    const { scope, debateId } = await aDebate(1);
    await seats(scope, debateId, 1);
    const waiting = await seats(scope, debateId, 1);
    await inTransaction(async () => void (await changeDebate(scope, debateId, { capacity: 2 })));
    expect(await moveWaitingUp(scope, debateId, BEFORE)).toMatchObject({ value: { moved: 1 } });
    expect((await getRegistration(scope, waiting.id)).status).toBe("confirmed");
  });

  test("many at once never sell a seat twice", async () => {
    const { scope, debateId } = await aDebate(5);
    const all = await Promise.all(Array.from({ length: 12 }, () => seats(scope, debateId, 1)));
    expect(all.filter(({ status }) => status === "confirmed")).toHaveLength(5);
    expect(await countSeats(scope, debateId)).toMatchObject({ confirmed: 5, waiting: 7 });
  });

  test("is refused when called off and when begun", async () => {
    const { scope, debateId } = await aDebate();
    const value = { name: "Ktoś", seats: 1 };
    expect(await reserveSeat(scope, debateId, value, EVENING)).toMatchObject({ reason: "already_started" });
    await cancelDebate(scope, debateId, "Awaria", BEFORE);
    expect(await reserveSeat(scope, debateId, value, BEFORE)).toMatchObject({ reason: "called_off" });
  });

  test("any sequence of reserving and withdrawing keeps to the capacity and to the queue", async () => {
    const step = fc.oneof(fc.record({ reserve: fc.integer({ min: 1, max: 4 }) }), fc.record({ withdraw: fc.nat(20) }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(step, { maxLength: 16 }), async (capacity, steps) => {
        const { scope, debateId } = await aDebate(capacity);
        const asked: string[] = [];
        for (const action of steps) {
          if ("reserve" in action) {
            const result = await reserveSeat(scope, debateId, { name: "x", seats: action.reserve }, BEFORE);
            if (result.ok) asked.push(result.value.id);
          } else if (asked.length > 0) {
            await withdrawSeat(scope, asked[action.withdraw % asked.length]!, BEFORE);
          }
          const { confirmed } = await countSeats(scope, debateId);
          expect(confirmed).toBeLessThanOrEqual(capacity);
          const rows = await read.select().from(registrations).where(eq(registrations.debateId, debateId));
          const waiting = (await listQueue(scope, debateId)).map(({ id }) => asked.indexOf(id));
          expect(waiting, "the queue keeps the order of asking").toEqual([...waiting].sort((a, b) => a - b));
          const front = rows.find(({ id }) => id === asked[waiting[0] ?? -1]);
          if (front) expect(confirmed + front.seats, "nobody waits for a free seat").toBeGreaterThan(capacity);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("letters", () => {
  const lettersOf = async (scope: Scope) =>
    (await read.select().from(messages).where(eq(messages.organizationId, scope.organizationId))).sort((a, b) =>
      a.createdAt < b.createdAt ? -1 : 1,
    );

  test("go to whoever left an address: waiting, moved up, withdrawn, called off", async () => {
    const { scope, debateId } = await aDebate(1);
    const first = await seats(scope, debateId, 1, "pierwsza@poczta.test");
    const second = await seats(scope, debateId, 1, "druga@poczta.test");
    await seats(scope, debateId, 1);
    await withdrawSeat(scope, first.id, BEFORE);
    await cancelDebate(scope, debateId, "Awaria ogrzewania", BEFORE);
    await workOutboxOff();

    const letters = await lettersOf(scope);
    expect(letters.map(({ kind, recipientEmail }) => `${kind} ${recipientEmail}`).sort()).toEqual([
      "seat_debate_cancelled druga@poczta.test",
      "seat_moved_up druga@poczta.test",
      "seat_withdrawn pierwsza@poczta.test",
    ]);
    const called = letters.find(({ kind }) => kind === "seat_debate_cancelled");
    expect(called?.text).toContain("Awaria ogrzewania");
    const up = letters.find(({ kind }) => kind === "seat_moved_up");
    expect(up?.text).toContain(`[[link:registration:${second.id}:1]]`);
    expect(up?.calendar).toContain("BEGIN:VEVENT");
    expect(JSON.stringify(letters)).not.toContain(tokenOf("registration", second.id));
  });

  test("the first one says what there is: a seat, or a place in the queue", async () => {
    const { scope, debateId } = await aDebate(1);
    await seats(scope, debateId, 1, "a@poczta.test");
    await workOutboxOff();
    await seats(scope, debateId, 1, "b@poczta.test");
    await workOutboxOff();
    expect((await lettersOf(scope)).map(({ kind }) => kind).sort()).toEqual(["seat_confirmed", "seat_waiting"]);
  });
});

test("the link opens one reservation; anything else is not found", async () => {
  const { scope, debateId } = await aDebate();
  const { id } = await seats(scope, debateId, 2);
  const opened = await openRegistration(tokenOf("registration", id), BEFORE);
  expect(opened).toMatchObject({
    registrationId: id,
    scope: { organizationId: scope.organizationId, actor: `registration:${id}` },
  });
  for (const token of [undefined, "", "x", tokenOf("motion", id), tokenOf("registration", id, 2), "y".repeat(100_000)])
    await expect(openRegistration(token, BEFORE)).rejects.toMatchObject({ status: 404 });
});

test("at the door: in, in again, out, and a search that folds Polish letters", async () => {
  const { scope, debateId } = await aDebate();
  const reserved = await reserveSeat(scope, debateId, { name: "Żaneta Łąka", seats: 2, needs: ["wheelchair"] }, BEFORE);
  const id = reserved.ok ? reserved.value.id : "";
  for (let i = 0; i < 2; i++) expect((await checkIn(scope, id, EVENING)).ok).toBe(true);
  expect(await countSeats(scope, debateId)).toMatchObject({ present: 2 });
  expect((await undoCheckIn(scope, id, EVENING)).ok).toBe(true);
  expect(await countSeats(scope, debateId)).toMatchObject({ present: 0 });
  expect((await listRegistrations(scope, debateId, { q: "zaneta lak" })).rows).toHaveLength(1);
  expect((await listRegistrations(scope, debateId, { q: "nikt" })).rows).toEqual([]);
  await withdrawSeat(scope, id, EVENING);
  expect(await checkIn(scope, id, EVENING)).toMatchObject({ reason: "is_withdrawn" });
});

test("the list at the door runs by pages", async () => {
  const { scope, debateId } = await aDebate(null);
  for (let i = 0; i < 5; i++) await seats(scope, debateId, 1);
  const first = await listRegistrations(scope, debateId, { limit: 3 });
  const second = await listRegistrations(scope, debateId, { limit: 3, after: first.next ?? "" });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(5);
});

describe("the evening", () => {
  test("officials are noted, and a note can be taken back", async () => {
    const { scope, debateId } = await aDebate();
    const guest = await aGuest(scope, debateId, { officeTitle: "Burmistrz", status: "accepted" });
    await openDebate(scope, debateId, EVENING);
    expect((await setPresence(scope, guest, "present_by_substitute", EVENING)).ok).toBe(true);
    expect((await setPresence(scope, guest, null, EVENING)).ok).toBe(true);
    const draft = await aGuest(scope, debateId, { officeTitle: "Starosta", status: "draft" });
    expect(await setPresence(scope, draft, "present", EVENING)).toMatchObject({ reason: "not_invited" });
  });

  test("who left early is noted with the hour, put right, and taken back; each is in the history", async () => {
    const { scope, debateId } = await aDebate();
    const guest = await aGuest(scope, debateId, { officeTitle: "Burmistrz", status: "accepted" });
    await openDebate(scope, debateId, EVENING);
    const later = (minutes: number) => new Date(EVENING.getTime() + minutes * 60_000);
    const hours = async () => {
      const { arrivedAt, leftAt } = await getGuest(scope, guest);
      return [arrivedAt, leftAt];
    };
    expect(await noteHours(scope, guest, "left", null, later(60))).toMatchObject({ reason: "not_here" });
    await setPresence(scope, guest, "present", later(40));
    expect((await noteHours(scope, guest, "left", null, later(60))).ok).toBe(true);
    expect(await hours()).toEqual([later(40), later(60)]);
    const early = warsawTime(later(15));
    expect((await noteHours(scope, guest, "arrived", early, later(61))).ok).toBe(true);
    expect(await hours()).toEqual([later(15), later(60)]);
    expect((await noteHours(scope, guest, "stayed", null, later(62))).ok).toBe(true);
    expect(await hours()).toEqual([later(15), null]);
    const actions = (await listDebateEvents(scope, debateId)).map(({ action }) => action);
    expect(actions.slice(0, 3)).toEqual(["leaving_taken_back", "arrival_noted", "leaving_noted"]);
  });

  test("at the door: an hour that is none is told beside its field, after the evening one is asked for", async () => {
    const { scope, debateId } = await aDebate();
    const guest = await aGuest(scope, debateId, { officeTitle: "Burmistrz", status: "accepted", presence: "present" });
    await openDebate(scope, debateId, EVENING);
    await holdDebate(scope, debateId, new Date(EVENING.getTime() + 3_600_000));
    const press = (hour: string) =>
      actAtDoor(scope, debateId, {
        fields: { o: `left:${guest}`, hour },
        key: crypto.randomUUID(),
        version: undefined,
      });
    expect(await press("wieczorem")).toMatchObject({ status: 422, errors: { hour: { message: expect.any(String) } } });
    expect(await press("")).toMatchObject({
      status: 409,
      errors: { root: { message: expect.stringContaining("18.10") } },
    });
    expect(await press("17.40")).toEqual({ ok: true });
    expect((await getGuest(scope, guest)).leftAt).toEqual(new Date("2026-03-18T16:40:00Z"));
  });

  test("heads are counted by group, never below nobody", async () => {
    const { scope, debateId } = await aDebate();
    await setHeadCount(scope, debateId, "residents", 47, EVENING);
    await changeHeadCount(scope, debateId, "residents", 1, EVENING);
    await changeHeadCount(scope, debateId, "media", -1, EVENING);
    const counts = Object.fromEntries(
      (await listHeadCounts(scope, debateId)).map(({ group, count }) => [group, count]),
    );
    expect(counts).toEqual({ residents: 48, youth: 0, seniors: 0, institutions: 0, media: 0 });
  });

  test("the page names offices and bodies, and no person", async () => {
    const { scope, debateId } = await aDebate();
    await aGuest(scope, debateId, { officeTitle: "Burmistrz", status: "accepted", personName: "Zofia Tajna" });
    await aGuest(scope, debateId, { officeTitle: "Starosta", status: "declined" });
    await aGuest(scope, debateId, { officeTitle: "Prezes", status: "draft" });
    const guests = await listPublicGuests(scope, debateId);
    expect(guests.map(({ officeTitle }) => officeTitle)).toEqual(["Burmistrz"]);
    expect(Object.keys(guests[0] ?? {}).sort()).toEqual(["bodyName", "officeTitle"]);
  });
});
