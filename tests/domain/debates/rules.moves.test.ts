import { describe, expect, test } from "vitest";
import type { DebateState } from "~/domain/debates/rules";
import {
  decideAnnouncement,
  decideCancellation,
  decideOpening,
  decidePostponement,
  decideProgress,
  decideRescheduling,
  moveDeadlines,
} from "~/domain/debates/rules.moves";
import { calendarDate } from "~/platform/time";
import { DEBATE_STATUSES } from "~db/vocabulary";
import { wallClock } from "../../setup/factories.debates";

const NOW = wallClock("2027-03-01", "09:00");
const LATER = { startsAt: wallClock("2027-04-07", "17:00"), endsAt: wallClock("2027-04-07", "19:00") };
const REASON = { reason: "awaria sali" };

const state = (overrides: Partial<DebateState> = {}): DebateState => ({
  status: "announced",
  version: 1,
  number: 3,
  startsAt: wallClock("2027-03-18", "17:00"),
  endsAt: wallClock("2027-03-18", "19:00"),
  venueName: "Sala",
  venueAddress: "",
  answersCloseAt: wallClock("2027-03-11", "23:59"),
  motionsCloseAt: wallClock("2027-03-25", "23:59"),
  minutesDueOn: calendarDate("2027-03-25"),
  evaluationOn: calendarDate("2027-09-20"),
  datePending: false,
  calendarSequence: 1,
  ...overrides,
});

test("each decision is possible exactly where the table says", () => {
  const table = DEBATE_STATUSES.map((status) => {
    const from = state({ status });
    const decisions = {
      announce: decideAnnouncement(from, NOW),
      reschedule: decideRescheduling(from, LATER, NOW),
      postpone: decidePostponement(from, REASON, NOW),
      cancel: decideCancellation(from, "powódź", NOW),
      open: decideProgress(from, "open", NOW),
      hold: decideProgress(from, "hold", NOW),
      close: decideProgress(from, "close", NOW),
    };
    const allowed = Object.entries(decisions).flatMap(([name, { ok }]) => (ok ? name : []));
    return `${status}: ${allowed.join(", ") || "nothing"}`;
  });
  expect(table).toEqual([
    "draft: announce, postpone, cancel",
    "announced: postpone, cancel, open",
    "live: hold",
    "held: close",
    "closed: nothing",
    "postponed: announce, reschedule, cancel",
    "cancelled: nothing",
  ]);
});

test("a hall is opened within six hours of its evening, or when it is meant", () => {
  const opens = (time: string, isMeant = false, from = state()) => {
    const decision = decideOpening(from, { now: wallClock("2027-03-18", time), isMeant });
    return decision.ok ? "live" : decision.reason;
  };
  expect([opens("10:59"), opens("11:00"), opens("23:00")]).toEqual(["too_early", "live", "live"]);
  expect(opens("00:01", true)).toBe("live");
  expect(opens("00:01", true, state({ status: "draft" }))).toBe("not_now");
  expect(opens("00:01", false, state({ status: "draft" }))).toBe("not_now");
});

describe("announcing", () => {
  test("needs a date that is known and ahead", () => {
    const postponed = state({ status: "postponed", datePending: true });
    expect(decideAnnouncement(postponed, NOW)).toEqual({ ok: false, reason: "date_missing" });
    const past = state({ status: "draft", startsAt: NOW });
    expect(decideAnnouncement(past, NOW)).toEqual({ ok: false, reason: "start_passed" });
  });

  test("clears why it was called off", () => {
    const decision = decideAnnouncement(state({ status: "postponed" }), NOW);
    expect(decision).toMatchObject({
      value: { status: "announced", announcedAt: NOW, calledOffAt: null, statusReason: "", datePending: false },
    });
  });
});

describe("a new date", () => {
  test.each([
    [
      "before now",
      { startsAt: wallClock("2027-02-28", "17:00"), endsAt: wallClock("2027-02-28", "19:00") },
      "start_passed",
    ],
    ["that ends first", { startsAt: LATER.endsAt, endsAt: LATER.startsAt }, "ends_before_start"],
    ["of two days", { ...LATER, endsAt: wallClock("2027-04-08", "18:00") }, "too_long"],
  ])("%s is refused", (_, timing, reason) => {
    expect(decidePostponement(state(), { ...REASON, ...timing }, NOW)).toEqual({ ok: false, reason });
    expect(decideRescheduling(state({ status: "postponed" }), timing, NOW)).toEqual({ ok: false, reason });
  });

  test("takes the deadlines along, also over the change of clocks", () => {
    expect(moveDeadlines(state(), LATER.startsAt, NOW)).toEqual({
      answersCloseAt: new Date(wallClock("2027-04-01", "00:00").getTime() - 1),
      motionsCloseAt: new Date(wallClock("2027-04-15", "00:00").getTime() - 1),
      minutesDueOn: "2027-04-14",
      evaluationOn: "2027-10-10",
    });
  });

  test("moved nearer, answers stay open until tomorrow, but never after the start", () => {
    const near = wallClock("2027-03-04", "17:00");
    expect(moveDeadlines(state(), near, NOW).answersCloseAt).toEqual(
      new Date(wallClock("2027-03-03", "00:00").getTime() - 1),
    );
    const tonight = wallClock("2027-03-01", "20:00");
    expect(moveDeadlines(state(), tonight, NOW).answersCloseAt).toEqual(tonight);
  });
});

test("postponed without a date keeps the old one, marked as no longer true", () => {
  expect(decidePostponement(state(), REASON, NOW)).toEqual({
    ok: true,
    value: {
      status: "postponed",
      calledOffAt: NOW,
      statusReason: "awaria sali",
      datePending: true,
      calendarSequence: 2,
    },
  });
});
