import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages } from "~/domain/attendance/messages.pl";
import {
  chooseMovingUp,
  decideHeadCount,
  decideOpening,
  decidePresence,
  decideRegistrationMove,
  decideReservation,
  freeSeats,
  lastCounts,
  REGISTRATION_MOVES,
} from "~/domain/attendance/rules";
import { DEBATE_STATUSES, PRESENCES, REGISTRATION_STATUSES, RSVP_STATUSES } from "~db/vocabulary";

const said = (result: { ok: true; value: unknown } | { ok: false; reason: string }) =>
  result.ok ? String(result.value) : `– ${result.reason}`;
const startsAt = new Date("2026-03-18T16:00:00Z");
const before = new Date("2026-03-18T15:59:59Z");

test("every move of a registration", () => {
  const table = REGISTRATION_STATUSES.flatMap((status) =>
    REGISTRATION_MOVES.map((move) => `${status} + ${move}: ${said(decideRegistrationMove(status, move))}`),
  );
  expect(table).toMatchInlineSnapshot(`
    [
      "confirmed + withdraw: withdrawn",
      "confirmed + move_up: – is_confirmed",
      "confirmed + check_in: confirmed",
      "confirmed + undo_check_in: confirmed",
      "waiting + withdraw: withdrawn",
      "waiting + move_up: confirmed",
      "waiting + check_in: confirmed",
      "waiting + undo_check_in: – is_waiting",
      "withdrawn + withdraw: – is_withdrawn",
      "withdrawn + move_up: – is_withdrawn",
      "withdrawn + check_in: – is_withdrawn",
      "withdrawn + undo_check_in: – is_withdrawn",
    ]
  `);
});

test("every refusal of a move has its sentence", () => {
  for (const status of REGISTRATION_STATUSES)
    for (const move of REGISTRATION_MOVES) {
      const result = decideRegistrationMove(status, move);
      if (!result.ok) expect(messages.refusals[result.reason]).toMatch(/\.$/);
    }
});

describe("seats may be asked for", () => {
  test("by status", () => {
    const rows = DEBATE_STATUSES.map(
      (status) => `${status}: ${said(decideOpening({ status, startsAt, capacity: 1 }, before))}`,
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        "draft: – not_open",
        "announced: true",
        "live: – already_started",
        "held: – already_started",
        "closed: – already_started",
        "postponed: – called_off",
        "cancelled: – called_off",
      ]
    `);
  });

  test("until the debate begins", () => {
    expect(said(decideOpening({ status: "announced", startsAt, capacity: 1 }, startsAt))).toBe("– already_started");
  });
});

test.each([
  ["fits", 120, 49, false, 4, "confirmed"],
  ["fits exactly", 120, 116, false, 4, "confirmed"],
  ["one too many", 120, 117, false, 4, "waiting"],
  ["full", 120, 120, false, 1, "waiting"],
  ["would fit, but others came first", 120, 119, true, 1, "waiting"],
  ["nobody counts", null, 900, false, 10, "confirmed"],
  ["bigger than the hall", 8, 0, false, 9, "– party_too_big"],
])("%s", (_case, capacity, confirmed, isAnybodyWaiting, seats, expected) => {
  const house = { status: "announced", startsAt, capacity } as const;
  expect(said(decideReservation(house, { confirmed, isAnybodyWaiting }, seats, before))).toBe(expected);
});

describe("moving up", () => {
  test.each([
    [10, 8, [1, 1, 1], [1, 1]],
    [10, 8, [3, 1], []],
    [10, 10, [1], []],
    [10, 4, [2, 5, 1], [2]],
    [null, 99, [3, 4], [3, 4]],
    [10, 0, [], []],
    [5, 9, [1], []],
  ])("capacity %s, taken %s, queue %s", (capacity, confirmed, queue, expected) => {
    const parties = queue.map((seats) => ({ seats }));
    expect(chooseMovingUp(capacity, confirmed, parties).map(({ seats }) => seats)).toEqual(expected);
  });

  test("takes a beginning of the queue, never more than there is room, and as much as fits", () => {
    const parties = fc.array(fc.record({ seats: fc.integer({ min: 1, max: 10 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), parties, (capacity, confirmed, queue) => {
        const chosen = chooseMovingUp(capacity, confirmed, queue);
        const sum = chosen.reduce((total, { seats }) => total + seats, 0);
        expect(queue.slice(0, chosen.length)).toEqual(chosen);
        if (chosen.length > 0) expect(confirmed + sum).toBeLessThanOrEqual(capacity);
        const next = queue[chosen.length];
        if (next) expect(confirmed + sum + next.seats).toBeGreaterThan(capacity);
      }),
    );
  });
});

test("free seats are never negative, and unknown where nobody counts", () => {
  expect([freeSeats(120, 49), freeSeats(10, 12), freeSeats(null, 5)]).toEqual([71, 0, null]);
});

describe("presence", () => {
  test("by what was answered and by the state of the debate", () => {
    const rows = RSVP_STATUSES.map((rsvp) => {
      const cells = DEBATE_STATUSES.map((debate) => {
        const result = decidePresence({ rsvp, debate }, "present", before);
        return result.ok ? `${debate} yes` : `${debate} ${result.reason}`;
      });
      return `${rsvp}: ${cells.join(", ")}`;
    });
    expect(rows).toMatchInlineSnapshot(`
      [
        "draft: draft evening_not_open, announced not_invited, live not_invited, held not_invited, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
        "sent: draft evening_not_open, announced yes, live yes, held yes, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
        "accepted: draft evening_not_open, announced yes, live yes, held yes, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
        "declined: draft evening_not_open, announced yes, live yes, held yes, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
        "substituted: draft evening_not_open, announced yes, live yes, held yes, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
        "withdrawn: draft evening_not_open, announced not_invited, live not_invited, held not_invited, closed evening_not_open, postponed evening_not_open, cancelled evening_not_open",
      ]
    `);
  });

  test("who came has an hour, who did not has none", () => {
    const arrivals = [...PRESENCES, null].map((presence) => {
      const result = decidePresence({ rsvp: "accepted", debate: "live" }, presence, before);
      return result.ok && result.value.arrivedAt !== null;
    });
    expect(arrivals).toEqual([true, true, false, false, false]);
  });

  test("the first hour stays when the note is put right, and is not made up after the evening", () => {
    const known = { rsvp: "accepted", debate: "live", arrivedAt: startsAt, leftAt: null } as const;
    const noted = (guest: Parameters<typeof decidePresence>[0], presence: Parameters<typeof decidePresence>[1]) => {
      const result = decidePresence(guest, presence, before);
      return result.ok ? [result.value.arrivedAt, result.value.leftAt] : [];
    };
    expect(noted(known, "present_by_substitute")).toEqual([startsAt, null]);
    expect(noted({ ...known, leftAt: before }, "absent")).toEqual([null, null]);
    expect(noted({ rsvp: "accepted", debate: "held" }, "present")).toEqual([null, null]);
  });
});

test("a head count stays between nobody and a full stadium", () => {
  expect([-3, 0, 47, 1e9].map((count) => said(decideHeadCount("live", count)))).toEqual(["0", "0", "47", "100000"]);
  expect(said(decideHeadCount("closed", 1))).toBe("– evening_not_open");
});

test("of heads counted one by one the history shows the newest count of each group", () => {
  const count = (group: string, many: number) => ({ action: "head_count_noted", data: { group, count: many } });
  const held = { action: "debate_held", data: null };
  const events = [held, count("residents", 3), count("media", 1), count("residents", 2), held, count("residents", 1)];
  expect(lastCounts(events)).toEqual([held, count("residents", 3), count("media", 1), held]);
});
