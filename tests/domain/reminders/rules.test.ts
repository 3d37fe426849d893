import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byBody,
  CATCH_UP_DAYS,
  mondayOf,
  planNotices,
  type Reminded,
  STAGES,
  stageDay,
  stageOn,
  windowOf,
} from "~/domain/reminders/rules";
import { isWorkingDay } from "~/platform/holidays";
import { addDays, calendarDate, daysBetween, startOfDay, weekdayOf } from "~/platform/time";
import { type NoticeKind, TASK_STATES } from "~db/vocabulary";

const day = calendarDate;
const at = (date: string) => new Date(startOfDay(day(date)).getTime() + 12 * 3_600_000);

const task = (over: Partial<Reminded> = {}): Reminded => ({
  state: "accepted",
  dueOn: day("2026-04-15"), // a Wednesday
  createdAt: at("2026-03-16"),
  heardAt: null,
  extendedAt: null,
  proposedAt: null,
  disownedAt: null,
  email: "um@um.test",
  sent: [],
  ...over,
});

describe("the day of a stage", () => {
  test.each([
    // deadline, T-7, T-1, T+1, T+7
    ["2026-04-15", "2026-04-08", "2026-04-14", "2026-04-16", "2026-04-22"],
    ["2026-04-20", "2026-04-13", "2026-04-17", "2026-04-21", "2026-04-27"], // a Monday: the Friday before it
    ["2026-04-17", "2026-04-10", "2026-04-16", "2026-04-20", "2026-04-24"], // a Friday: the Monday after it
    ["2026-04-07", "2026-03-31", "2026-04-03", "2026-04-08", "2026-04-14"], // after Easter Monday: the Friday before Easter
    ["2026-12-28", "2026-12-21", "2026-12-23", "2026-12-29", "2027-01-04"], // before Christmas Eve
    ["2026-12-23", "2026-12-16", "2026-12-22", "2026-12-28", "2026-12-30"], // after the second day of Christmas and a Sunday
    ["2026-05-11", "2026-05-04", "2026-05-08", "2026-05-12", "2026-05-18"],
    ["2026-05-08", "2026-04-30", "2026-05-07", "2026-05-11", "2026-05-15"], // 1 May is free
  ])("of %s", (dueOn, ...days) => {
    expect(STAGES.map((stage) => stageDay(stage, day(dueOn)))).toEqual(days);
  });
});

describe("a plan", () => {
  const on = (date: string, over: Partial<Reminded> = {}, reminds = true) =>
    planNotices(task(over), reminds, day(date));

  test.each<[string, Partial<Reminded>, string | null]>([
    ["2026-04-07", {}, null],
    ["2026-04-08", {}, "before_7"],
    ["2026-04-08", { sent: ["before_7"] }, null],
    ["2026-04-10", {}, "before_7"], // the service stood still for two days
    ["2026-04-14", {}, "before_1"], // … for a week: the earlier one is left out
    ["2026-04-14", { sent: ["before_7"] }, "before_1"],
    ["2026-04-15", { sent: ["before_7", "before_1"] }, null],
    ["2026-04-16", { sent: ["before_7", "before_1"] }, "after_1"],
    ["2026-04-22", { sent: ["before_7", "before_1", "after_1"] }, "after_7"],
    ["2026-04-22", {}, "after_7"],
    ["2026-04-23", { sent: ["after_7"] }, null],
    ["2026-05-22", {}, "after_7"],
    ["2026-05-25", { heardAt: at("2026-04-20") }, null], // more than a month ago
    ["2026-04-18", {}, null], // a Saturday
    ["2026-04-08", { createdAt: at("2026-04-08") }, null], // given on the day: the letter with the task has just come
    ["2026-04-09", { heardAt: at("2026-04-08") }, null],
    ["2026-04-14", { heardAt: at("2026-04-08") }, "before_1"],
    ["2026-04-13", { extendedAt: at("2026-04-10") }, null], // a new date that is near: not reminded on the next day
    ["2026-04-14", { extendedAt: at("2026-04-10") }, "before_1"],
  ])("on %s, %j: %s", (date, over, stage) => {
    expect(on(date, over).owner).toBe(stage);
    expect(on(date, over).hold).toBe(null);
  });

  test.each<[Partial<Reminded>, boolean, string | null]>([
    [{ proposedAt: at("2026-04-01") }, true, "proposal"],
    [{ disownedAt: at("2026-04-01") }, true, "not_ours"],
    [{ email: "" }, true, "no_email"],
    [{}, false, "off"],
    [{ proposedAt: at("2026-04-01"), email: "" }, false, "off"],
    [{}, true, null],
  ])("says why it waits: %j, %s: %s", (over, reminds, hold) => {
    expect(on("2026-04-08", over, reminds)).toEqual({ owner: "before_7", chair: false, hold });
    expect(on("2026-04-09", { ...over, sent: ["before_7"] }, reminds).hold).toBe(null);
  });

  test.each(TASK_STATES.filter((state) => !["new", "accepted", "in_progress"].includes(state)))(
    "is empty when nothing is owed: %s",
    (state) => {
      for (const date of ["2026-04-08", "2026-04-16", "2026-07-01"])
        expect(on(date, { state })).toEqual({ owner: null, chair: false, hold: null });
    },
  );

  test.each<[string, Partial<Reminded>, boolean]>([
    ["2026-04-14", { state: "new" }, false],
    ["2026-04-15", { state: "new" }, true], // thirty days after it was given, and never a word
    ["2026-04-15", { state: "accepted", heardAt: at("2026-03-16") }, false], // accepted: silent until its deadline
    ["2026-04-16", { state: "accepted", heardAt: at("2026-03-16") }, true],
    ["2026-04-16", { state: "accepted", heardAt: at("2026-03-18") }, false],
    ["2026-04-17", { state: "in_progress", heardAt: at("2026-03-18") }, true],
    ["2026-04-17", { sent: ["chair_30"] }, false],
    ["2026-04-18", {}, false], // a Saturday
    ["2026-04-20", {}, true],
    ["2026-08-20", {}, true], // however long the service stood still
    ["2026-04-20", { email: "" }, true], // nobody to remind, all the more reason
    ["2026-04-20", { extendedAt: at("2026-04-01") }, false],
  ])("tells the chair on %s, %j: %s", (date, over, chair) => {
    const plan = on(date, over);
    expect(plan.chair && !plan.hold).toBe(chair);
  });

  test("the chair does not hear of what waits for us", () => {
    expect(on("2026-04-20", { proposedAt: at("2026-04-02") }).hold).toBe("proposal");
    expect(on("2026-04-20", { disownedAt: at("2026-04-02") }).hold).toBe("not_ours");
    expect(on("2026-04-20", {}, false).hold).toBe("off");
  });
});

describe("for twenty years of deadlines", () => {
  const START = day("2015-01-01");
  const dates = fc.integer({ min: 0, max: 20 * 365 }).map((days) => addDays(START, days));

  test("each stage falls on a working day, on the right side of the deadline, in order", () => {
    fc.assert(
      fc.property(dates, (dueOn) => {
        const days = STAGES.map((stage) => stageDay(stage, dueOn));
        expect(days.every(isWorkingDay)).toBe(true);
        expect([...new Set(days)].sort()).toEqual(days);
        const [first, second, third, fourth] = days as [typeof dueOn, typeof dueOn, typeof dueOn, typeof dueOn];
        expect(first < dueOn && second < dueOn && third > dueOn && fourth > dueOn).toBe(true);
        expect(daysBetween(first, dueOn)).toBeGreaterThanOrEqual(7);
        expect(daysBetween(dueOn, fourth)).toBeGreaterThanOrEqual(7);
      }),
      { numRuns: 2_000 },
    );
  });

  test("whatever days the service runs: a stage at most once, in order, never what is past as if it were ahead", () => {
    const running = fc.array(fc.boolean(), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(dates, running, (dueOn, isUp) => {
        let sent: NoticeKind[] = [];
        const start = addDays(dueOn, -45);
        isUp.forEach((up, i) => {
          const date = addDays(start, i);
          if (!up) return;
          const plan = planNotices(task({ dueOn, createdAt: startOfDay(addDays(start, -1)), sent }), true, date);
          if (plan.owner) {
            expect(isWorkingDay(date)).toBe(true);
            expect(plan.owner.startsWith("after")).toBe(date > dueOn);
            expect(date >= stageDay(plan.owner, dueOn)).toBe(true);
            expect(daysBetween(stageDay(plan.owner, dueOn), date)).toBeLessThanOrEqual(CATCH_UP_DAYS);
            sent = [...sent, plan.owner];
          }
          if (plan.chair) sent = [...sent, "chair_30"];
        });
        const stages = sent.filter((kind) => kind !== "chair_30");
        expect(new Set(sent).size).toBe(sent.length);
        expect(stages).toEqual(STAGES.filter((stage) => stages.includes(stage)));
        if (isUp.every(Boolean)) expect(stages).toEqual(STAGES);
      }),
      { numRuns: 500 },
    );
  });

  test("without an outage all four come, each on its own day", () => {
    fc.assert(
      fc.property(dates, (dueOn) => {
        const seen = new Map<string, string>();
        for (let i = -30; i <= 30; i++) {
          const date = addDays(dueOn, i);
          const sent = [...seen.keys()] as NoticeKind[];
          const { owner } = planNotices(task({ dueOn, createdAt: startOfDay(addDays(dueOn, -60)), sent }), true, date);
          if (owner) seen.set(owner, date);
        }
        expect([...seen]).toEqual(STAGES.map((stage) => [stage, stageDay(stage, dueOn)]));
      }),
      { numRuns: 300 },
    );
  });

  test("no deadline outside the window gives cause for a word", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -120, max: 120 }), (date, days) => {
        const dueOn = addDays(date, days);
        const { from, until } = windowOf(date);
        if (isWorkingDay(date) && stageOn(dueOn, date)) expect(dueOn >= from && dueOn <= until).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test("the week of a digest begins on its Monday", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(weekdayOf(mondayOf(date))).toBe(1);
        expect(daysBetween(mondayOf(date), date)).toBeLessThan(7);
        expect(mondayOf(date) <= date).toBe(true);
      }),
    );
  });
});

test("one letter for each body, in the order of their keys", () => {
  const tasks = [
    { bodyId: "b", n: 1 },
    { bodyId: "a", n: 2 },
    { bodyId: "b", n: 3 },
  ];
  expect(byBody(tasks).map((mine) => mine.map(({ n }) => n))).toEqual([[2], [1, 3]]);
});
