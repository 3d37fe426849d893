import { describe, expect, test } from "vitest";
import {
  completePlan,
  DEBATE_MOVES,
  type DebatePlan,
  type DebateState,
  decidePlan,
  decideRevision,
  isPublic,
  movesFrom,
  NEXT,
  problemsOf,
  suggestClosing,
} from "~/domain/debates/rules";
import { addDays, calendarDate } from "~/platform/time";
import { DEBATE_STATUSES } from "~db/vocabulary";
import { aPlan, wallClock } from "../../setup/factories.debates";

const NOW = wallClock("2027-02-20", "09:00");
const EVENING = { startsAt: wallClock("2027-03-18", "17:00"), endsAt: wallClock("2027-03-18", "19:05") };
const plan = (overrides: Partial<DebatePlan> = {}) => aPlan({ ...EVENING, ...overrides }, NOW);

const saved = (overrides: Partial<DebateState> = {}): DebateState => ({
  ...EVENING,
  status: "draft",
  version: 4,
  number: 3,
  venueName: plan().venueName,
  venueAddress: plan().venueAddress ?? "",
  answersCloseAt: wallClock("2027-03-11", "23:59"),
  motionsCloseAt: wallClock("2027-03-25", "23:59"),
  minutesDueOn: calendarDate("2027-03-25"),
  evaluationOn: null,
  datePending: false,
  calendarSequence: 2,
  ...overrides,
});

test("the whole transition table", () => {
  const table = DEBATE_STATUSES.map((status) => {
    const moves = DEBATE_MOVES.flatMap((move) => (NEXT[status][move] ? `${move} → ${NEXT[status][move]}` : []));
    return `${status}: ${moves.join(", ") || "nothing"}`;
  });
  expect(table).toEqual([
    "draft: announce → announced, postpone → postponed, cancel → cancelled",
    "announced: postpone → postponed, cancel → cancelled, open → live",
    "live: hold → held",
    "held: close → closed",
    "closed: nothing",
    "postponed: announce → announced, reschedule → announced, cancel → cancelled",
    "cancelled: nothing",
  ]);
  expect(movesFrom("live")).toEqual(["hold"]);
});

describe("decidePlan", () => {
  const refusalOf = (overrides: Partial<DebatePlan>) => {
    const decision = decidePlan(plan(overrides), NOW);
    return decision.ok ? "allowed" : decision.reason;
  };

  test.each<[string, Partial<DebatePlan>, string]>([
    ["an evening that fits", {}, "allowed"],
    ["an end at the start", { endsAt: EVENING.startsAt }, "ends_before_start"],
    ["an end before the start", { endsAt: wallClock("2027-03-18", "16:59") }, "ends_before_start"],
    ["thirteen hours", { endsAt: wallClock("2027-03-19", "06:01") }, "too_long"],
    ["this very moment", { startsAt: NOW, endsAt: wallClock("2027-02-20", "11:00") }, "start_passed"],
    ["an hour ago", { startsAt: wallClock("2027-02-20", "08:00"), endsAt: NOW }, "start_passed"],
    [
      "a wrong century",
      { startsAt: wallClock("2127-03-18", "17:00"), endsAt: wallClock("2127-03-18", "18:00") },
      "start_too_far",
    ],
    ["answers until the start", { answersCloseAt: EVENING.startsAt }, "allowed"],
    ["answers until the day after", { answersCloseAt: wallClock("2027-03-19", "23:59") }, "answers_after_start"],
    ["answers until yesterday", { answersCloseAt: wallClock("2027-02-19", "23:59") }, "answers_passed"],
    ["motions until yesterday", { motionsCloseAt: wallClock("2027-02-19", "23:59") }, "motions_passed"],
    ["minutes on the evening", { minutesDueOn: calendarDate("2027-03-18") }, "allowed"],
    ["minutes before it", { minutesDueOn: calendarDate("2027-03-17") }, "minutes_before_start"],
    ["an evaluation on the same day", { evaluationOn: calendarDate("2027-03-18") }, "evaluation_before_start"],
    ["an evaluation the day after", { evaluationOn: calendarDate("2027-03-19") }, "allowed"],
  ])("%s", (_, overrides, expected) => expect(refusalOf(overrides)).toBe(expected));

  test("all problems of a form at once, whatever the clock says", () => {
    const wrong = { endsAt: EVENING.startsAt, answersCloseAt: wallClock("2027-03-20", "12:00") };
    expect(problemsOf(plan(wrong))).toEqual(["ends_before_start", "answers_after_start"]);
  });
});

describe("suggested deadlines", () => {
  test("a week before and after, on working days", () => {
    expect(suggestClosing(calendarDate("2027-03-18"), NOW)).toEqual({
      answersOn: "2027-03-11",
      motionsOn: "2027-03-25",
      minutesOn: "2027-03-25",
      evaluationOn: "2027-09-20",
    });
  });

  test.each([
    [20, "2027-03-05"],
    [8, "2027-02-27"],
    [3, "2027-02-22"],
    [2, "2027-02-21"],
    [1, "2027-02-21"],
    [0, "2027-02-20"],
  ])("%i days ahead answers may come until %s: never today, never after the day", (days, expected) => {
    expect(suggestClosing(addDays(calendarDate("2027-02-20"), days), NOW).answersOn).toBe(expected);
  });

  test("answers on the day itself close when the debate begins; minutes may be left open on purpose", () => {
    const near = { startsAt: wallClock("2027-02-21", "17:00"), endsAt: wallClock("2027-02-21", "18:00") };
    const complete = completePlan(plan({ ...near, minutesDueOn: null }), NOW);
    expect(complete).toMatchObject({ answersCloseAt: near.startsAt, minutesDueOn: null });
  });
});

describe("decideRevision", () => {
  const revise = (state: Partial<DebateState>, overrides: Partial<DebatePlan>, version = 4) =>
    decideRevision(saved(state), version, plan(overrides), NOW);
  const reasonOf = (...given: Parameters<typeof revise>) => {
    const decision = revise(...given);
    return decision.ok ? (decision.value.moved ? "moved" : "revised") : decision.reason;
  };
  const LATER = { startsAt: wallClock("2027-04-07", "17:00"), endsAt: wallClock("2027-04-07", "19:05") };

  test("what each status lets somebody change: words, the place, the number", () => {
    const table = DEBATE_STATUSES.map((status) => {
      const words = reasonOf({ status }, { topic: "Inny" });
      const place = reasonOf({ status }, { venueName: "Remiza" });
      return `${status}: ${words}, ${place}, ${reasonOf({ status }, { number: 9 })}`;
    });
    expect(table).toEqual([
      "draft: revised, moved, revised",
      "announced: revised, moved, number_fixed",
      "live: revised, already_started, number_fixed",
      "held: revised, already_started, number_fixed",
      "closed: not_revisable, not_revisable, not_revisable",
      "postponed: revised, moved, number_fixed",
      "cancelled: not_revisable, not_revisable, not_revisable",
    ]);
  });

  test("stale comes first, then what is wrong with the plan", () => {
    expect(reasonOf({}, { endsAt: EVENING.startsAt }, 3)).toBe("stale");
    expect(reasonOf({}, { endsAt: EVENING.startsAt })).toBe("ends_before_start");
  });

  test("a past that is saved stays; a new past is refused", () => {
    const past = { startsAt: wallClock("2027-02-10", "17:00"), endsAt: wallClock("2027-02-10", "18:00") };
    const closed = {
      answersCloseAt: wallClock("2027-02-03", "23:59"),
      motionsCloseAt: wallClock("2027-02-17", "23:59"),
    };
    expect(reasonOf({ ...past, ...closed, status: "held" }, { ...past, ...closed, topic: "Inny" })).toBe("revised");
    expect(reasonOf({}, past)).toBe("start_passed");
    expect(reasonOf({}, { answersCloseAt: closed.answersCloseAt })).toBe("answers_passed");
    expect(reasonOf({}, { motionsCloseAt: closed.motionsCloseAt })).toBe("motions_passed");
  });

  test("moving counts the calendar entry on, and gives a postponed debate its date", () => {
    const moved = revise({ status: "postponed", datePending: true }, LATER);
    expect(moved).toMatchObject({
      ok: true,
      value: { columns: { calendarSequence: 3, datePending: false, version: 5 } },
    });
    const kept = revise({ status: "postponed", datePending: true }, { venueName: "Remiza" });
    expect(kept).toMatchObject({ ok: true, value: { columns: { calendarSequence: 3, datePending: true } } });
  });
});

test("residents see what has been announced", () => {
  expect([isPublic({ announcedAt: null }), isPublic({ announcedAt: NOW })]).toEqual([false, true]);
});
