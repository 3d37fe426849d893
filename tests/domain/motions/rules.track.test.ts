import { describe, expect, test } from "vitest";
import { debateRankOf, followOf, isTracked, trackOf } from "~/domain/motions/rules.track";
import { OWED_STATES } from "~/domain/tasks/rules";
import { calendarDate } from "~/platform/time";
import { TASK_STATES, type TaskState } from "~db/vocabulary";

const task = (state: TaskState, dueOn = "2026-12-31", ownerBodyId = "gmina") => ({
  state,
  dueOn: calendarDate(dueOn),
  ownerBodyId,
});

test("the latest debate comes first, across years, too", () => {
  const ranks = [
    { year: 2026, number: 2 },
    { year: 2026, number: 1 },
    { year: 2025, number: 9999 },
  ].map(debateRankOf);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

describe("what the tasks of a motion come to", () => {
  test("what is owed is the same as for the rules of tasks", () => {
    for (const state of TASK_STATES)
      expect([state, followOf([task(state)]).state === "owed"]).toEqual([state, OWED_STATES.includes(state)]);
  });

  test.each([
    [[], null, null],
    [["transferred"], null, null],
    [["confirmed", "refused", "partly_done"], null, null],
    [["reported_done", "confirmed"], "reported", null],
    [["reported_done", "new"], "owed", "2026-12-31"],
    [["needs_funds", "accepted", "reported_done"], "funds", "2026-12-31"],
  ] as [TaskState[], string | null, string | null][])("%j: %s, by %s", (states, state, dueOn) => {
    expect(followOf(states.map((each) => task(each)))).toMatchObject({ state, dueOn });
  });

  test("the earliest day of whoever still owes counts, and each body once", () => {
    const tasks = [
      task("new", "2026-05-02", "zarząd dróg"),
      task("accepted", "2026-05-01"),
      task("in_progress", "2026-06-01"),
      task("transferred", "2026-01-01", "starostwo"),
      task("confirmed", "2026-02-01", "policja"),
    ];
    expect(followOf(tasks)).toEqual({
      state: "owed",
      dueOn: "2026-05-01",
      bodyIds: ["gmina", "policja", "zarząd dróg"],
    });
  });
});

describe("where a motion stands for everybody", () => {
  const motion = {
    status: "admitted",
    sensitivity: "public",
    outcome: "task",
    settlement: null,
    referredToBodyId: null,
  } as const;
  const announced = { announcedAt: new Date("2026-02-10T09:00:00Z") };
  const nothing = { trackState: null, trackDueOn: null, followState: null, bodyIds: [] };

  test.each([
    [{ status: "submitted", outcome: null }, announced],
    [{ status: "returned", outcome: null }, announced],
    [{ sensitivity: "internal" }, announced],
    [{ sensitivity: "police_only", outcome: "police_only" }, announced],
    [{ outcome: "police_only" }, announced],
    [{ outcome: "merged" }, announced],
    [{}, { announcedAt: null }],
  ] as const)("nowhere: %j, %j", (over, debate) => {
    expect(isTracked({ ...motion, ...over }, debate)).toBe(false);
    expect(trackOf({ ...motion, ...over }, debate, [task("new")])).toEqual(nothing);
  });

  test("no day runs for what is settled or explained", () => {
    for (const over of [{ settlement: "partly" }, { outcome: "answered_on_spot" }] as const)
      expect(trackOf({ ...motion, ...over }, announced, [task("new")]).trackDueOn).toBeNull();
  });

  test("a referral without a task is with the body that it was referred to, later with the owner of the task", () => {
    const referred = { ...motion, outcome: "referred", referredToBodyId: "starostwo" } as const;
    expect(trackOf(referred, announced, [])).toEqual({
      trackState: "referred",
      trackDueOn: null,
      followState: null,
      bodyIds: ["starostwo"],
    });
    expect(trackOf(referred, announced, [task("new", "2026-04-20")])).toEqual({
      trackState: "running",
      trackDueOn: "2026-04-20",
      followState: "owed",
      bodyIds: ["gmina"],
    });
  });
});
