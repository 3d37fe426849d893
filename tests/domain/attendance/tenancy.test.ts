import { beforeAll, describe, expect, test } from "vitest";
import { actAtDoor } from "~/domain/attendance/commands.door.server";
import { changeHeadCount, noteHours, setHeadCount, setPresence } from "~/domain/attendance/commands.presence.server";
import { checkIn, moveWaitingUp, reserveSeat, undoCheckIn, withdrawSeat } from "~/domain/attendance/commands.server";
import { unitFeed } from "~/domain/attendance/queries.calendar.server";
import { getDoorPage, getRegisterPage, getTicketPage } from "~/domain/attendance/queries.page.server";
import {
  countOfficialsPresent,
  countSeats,
  findLastQueued,
  getGuest,
  getHouse,
  getRegistration,
  listHeadCounts,
  listPublicGuests,
  listQueue,
  listRegisteredAddresses,
  listRegistrations,
  placeInQueue,
} from "~/domain/attendance/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "../../setup/factories";
import { aGuest } from "../../setup/factories.attendance";
import { anOpenDebate, BEFORE } from "../../setup/factories.motions";

let stranger: Scope;
let home: Scope;
let debateId: string;
let seat: string;
let guest: string;

beforeAll(async () => {
  const [one, other] = [await aUnit(), await aUnit()];
  [home, stranger] = [one.scope, other.scope];
  debateId = await anOpenDebate(home, { capacity: 1 });
  const reserved = await reserveSeat(home, debateId, { name: "Ktoś", seats: 1, email: "a@poczta.test" }, BEFORE);
  await reserveSeat(home, debateId, { name: "Czeka", seats: 1 }, BEFORE);
  seat = reserved.ok ? reserved.value.id : "";
  guest = await aGuest(home, debateId, { officeTitle: "Burmistrz", status: "accepted", presence: "present" });
  await setHeadCount(home, debateId, "residents", 47, BEFORE);
});

const missing = { status: 404 };

describe("a stranger's query finds nothing", () => {
  test("lists and counts are empty", async () => {
    expect(await countSeats(stranger, debateId)).toEqual({ confirmed: 0, waiting: 0, present: 0 });
    expect(await listQueue(stranger, debateId)).toEqual([]);
    expect(await findLastQueued(stranger, debateId)).toBeUndefined();
    expect(await placeInQueue(stranger, { debateId, queuedAt: new Date("2030-01-01") })).toBe(0);
    expect((await listRegistrations(stranger, debateId)).rows).toEqual([]);
    expect(await listRegisteredAddresses(stranger, debateId)).toEqual([]);
    expect((await listHeadCounts(stranger, debateId)).every(({ count }) => count === 0)).toBe(true);
    expect(await listPublicGuests(stranger, debateId)).toEqual([]);
    expect(await countOfficialsPresent(stranger, debateId)).toBe(0);
    const door = await getDoorPage(stranger, debateId, new URLSearchParams());
    expect([door.guests, door.rows]).toEqual([[], []]);
    const debate = await getDebate(home, debateId);
    const page = await getRegisterPage(stranger, { ...(await aUnit()), dataOfficer: "" }, debate, BEFORE);
    expect(page.free, "their seats are not counted").toBe(1);
    expect(await unitFeed(stranger, { name: "x", slug: "x", email: "" })).not.toContain("VEVENT");
  });

  test("single rows do not exist", async () => {
    await expect(getHouse(stranger, debateId)).rejects.toMatchObject(missing);
    await expect(getRegistration(stranger, seat)).rejects.toMatchObject(missing);
    await expect(getTicketPage(stranger, seat)).rejects.toMatchObject(missing);
    await expect(getGuest(stranger, guest)).rejects.toMatchObject(missing);
  });
});

const form = (fields: Record<string, string>) => ({ fields, key: crypto.randomUUID(), version: undefined });

test.each<[string, () => Promise<unknown>]>([
  ["reserveSeat", () => reserveSeat(stranger, debateId, { name: "x", seats: 1 }, BEFORE)],
  ["withdrawSeat", () => withdrawSeat(stranger, seat, BEFORE)],
  ["moveWaitingUp", () => moveWaitingUp(stranger, debateId, BEFORE)],
  ["checkIn", () => checkIn(stranger, seat, BEFORE)],
  ["undoCheckIn", () => undoCheckIn(stranger, seat, BEFORE)],
  ["setPresence", () => setPresence(stranger, guest, "absent", BEFORE)],
  ["noteHours", () => noteHours(stranger, guest, "left", null, BEFORE)],
  ["setHeadCount", () => setHeadCount(stranger, debateId, "residents", 1, BEFORE)],
  ["changeHeadCount", () => changeHeadCount(stranger, debateId, "residents", 1, BEFORE)],
  ["actAtDoor in", () => actAtDoor(stranger, debateId, form({ o: `in:${seat}` }))],
  ["actAtDoor left", () => actAtDoor(stranger, debateId, form({ o: `left:${guest}` }))],
  ["actAtDoor plus", () => actAtDoor(stranger, debateId, form({ o: "plus:residents" }))],
  [
    "actAtDoor presence",
    () => actAtDoor(stranger, debateId, form({ o: "presence", invitationId: guest, presence: "absent" })),
  ],
])("a stranger's command changes nothing: %s", async (_name, knock) => {
  const state = async () => [
    await getDoorPage(home, debateId, new URLSearchParams()),
    await countSeats(home, debateId),
  ];
  const before = await state();
  await expect(knock()).rejects.toMatchObject(missing);
  expect(await state()).toEqual(before);
});

test("a page of one debate reaches nothing of another of the same unit", async () => {
  const other = await anOpenDebate(home);
  await expect(actAtDoor(home, other, form({ o: `in:${seat}` }))).rejects.toMatchObject(missing);
  const note = form({ o: "presence", invitationId: guest, presence: "absent" });
  await expect(actAtDoor(home, other, note)).rejects.toMatchObject(missing);
  await expect(actAtDoor(home, other, form({ o: `left:${guest}` }))).rejects.toMatchObject(missing);
});
