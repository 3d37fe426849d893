import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideExtension,
  decideGift,
  decideMove,
  decideTransfer,
  mayExtend,
  nextStates,
  SILENT_AFTER_DAYS,
  settlementOf,
  watch,
} from "~/domain/tasks/rules";
import { calendarDate } from "~/platform/time";
import { TASK_STATES, type TaskState } from "~db/vocabulary";

const NOW = new Date("2026-04-01T10:00:00Z");
const day = calendarDate;

/** Rows: from; columns: to. B: the body may; u: only the unit may; a dot: nobody. */
function printTable() {
  const cell = (from: TaskState, to: TaskState) =>
    nextStates(from, "body").includes(to) ? "B" : nextStates(from, "staff").includes(to) ? "u" : ".";
  return TASK_STATES.map((from) => `${from.padEnd(14)}${TASK_STATES.map((to) => cell(from, to)).join(" ")}`).join("\n");
}

test("who may move a task from where to where", () => {
  //              new, accepted, in_progress, reported_done, confirmed, partly_done, refused, needs_funds, transferred
  expect(`\n${printTable()}`).toBe(`
new           . B B B u u B B .
accepted      . . B B u u B B .
in_progress   . . B B u u B B .
reported_done . . B . u u . . .
confirmed     . . u . . . . . .
partly_done   . . B B u . . . .
refused       . . B . . u . . .
needs_funds   . . B B . u B . .
transferred   . . . . . . . . .`);
});

test("what the unit may write down holds all that a body may say", () => {
  for (const state of TASK_STATES)
    expect(nextStates(state, "staff")).toEqual(expect.arrayContaining([...nextStates(state, "body")]));
});

test("whatever a body says, in whatever order, it never confirms and never judges its own work", () => {
  const moves = fc.array(
    fc.record({
      to: fc.constantFrom(...TASK_STATES),
      text: fc.constantFrom("", "Zrobiono."),
      budgetYear: fc.constantFrom(null, 2020, 2027),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(moves, (sequence) => {
      let task: { state: TaskState; result: string } = { state: "new", result: "" };
      for (const move of sequence) {
        const decision = decideMove(task, move, "body", NOW);
        if (decision.ok) task = decision.value;
        expect(["confirmed", "partly_done", "transferred"]).not.toContain(task.state);
      }
    }),
  );
});

describe("decideMove", () => {
  const from = (state: TaskState, result = "") => ({ state, result });
  test.each([
    ["a refusal without a reason", "new", { to: "refused", text: "" }, "reason_required"],
    ["done without a word", "new", { to: "reported_done", text: "" }, "result_required"],
    ["funds without a year", "new", { to: "needs_funds", text: "" }, "year_required"],
    ["funds of a year that is over", "new", { to: "needs_funds", text: "", budgetYear: 2025 }, "year_past"],
    ["news without a word", "in_progress", { to: "in_progress", text: "" }, "news_required"],
    ["back to new", "accepted", { to: "new", text: "" }, "not_possible"],
  ] as const)("refuses %s", (_, state, move, reason) => {
    expect(decideMove(from(state), move, "body", NOW)).toEqual({ ok: false, reason });
  });

  test.each(["reported_done", "confirmed"] as const)("the unit that does not take %s for done says why", (state) => {
    const back = { to: "in_progress", text: "Na zdjęciu jest inna lampa." } as const;
    const task = from(state, "Wymieniono oprawę.");
    expect(decideMove(task, { ...back, text: "" }, "staff", NOW)).toEqual({ ok: false, reason: "reason_required" });
    // Its reason is not put into the mouth of the body, and is no news from it.
    const returned = decideMove(task, back, "staff", NOW);
    expect(returned).toMatchObject({ ok: true, value: { state: "in_progress", result: "" } });
    expect(returned).not.toHaveProperty("value.heardAt");
    const told = { ...back, text: "Pomyliliśmy lampy.", author: "Kierownik, telefonicznie" };
    expect(decideMove(task, told, "staff", NOW)).toMatchObject({
      value: { result: "Pomyliliśmy lampy.", heardAt: NOW },
    });
  });

  test("keeps the last words, forgets the reason of a refusal that was taken back, and hears the body", () => {
    expect(decideMove(from("refused", "To droga powiatowa."), { to: "in_progress", text: "" }, "body", NOW)).toEqual({
      ok: true,
      value: {
        state: "in_progress",
        result: "To droga powiatowa.",
        refusalReason: "",
        budgetYear: null,
        heardAt: NOW,
        settledAt: null,
        disownedAt: null,
        disownedReason: "",
      },
    });
  });

  test("the unit's own verdict is not news from the body", () => {
    const decision = decideMove(from("reported_done", "Zrobiono."), { to: "confirmed", text: "" }, "staff", NOW);
    expect(decision).toMatchObject({ ok: true, value: { result: "Zrobiono.", settledAt: NOW } });
    expect(decision.ok && "heardAt" in decision.value).toBe(false);
  });
});

describe("watch", () => {
  const owed = { state: "in_progress" as TaskState, heardAt: null, createdAt: new Date("2026-03-18T18:00:00Z") };
  const on = (date: string, time = "10:00:00Z") => new Date(`${date}T${time}`);

  test.each([
    ["the day before", "2026-04-19", 0, 1],
    ["the day itself", "2026-04-20", 0, 0],
    ["the day after", "2026-04-21", 1, -1],
  ])("over: %s", (_, date, overdueDays, dueInDays) => {
    expect(watch({ ...owed, dueOn: day("2026-04-20") }, on(date))).toMatchObject({ overdueDays, dueInDays });
  });

  test("days change at midnight in Poland, not in Greenwich", () => {
    const task = { ...owed, dueOn: day("2026-04-20") };
    expect(watch(task, on("2026-04-20", "21:59:59Z")).overdueDays).toBe(0);
    expect(watch(task, on("2026-04-20", "22:00:00Z")).overdueDays).toBe(1);
  });

  test("silent from the thirtieth day after the last word, or after it was given", () => {
    const task = { ...owed, dueOn: day("2026-12-31") };
    expect(SILENT_AFTER_DAYS).toBe(30);
    expect(watch(task, on("2026-04-16")).silentDays).toBe(0);
    expect(watch(task, on("2026-04-17")).silentDays).toBe(30);
    expect(watch({ ...task, heardAt: on("2026-04-10") }, on("2026-04-17")).silentDays).toBe(0);
  });

  test.each(TASK_STATES)("%s: the clock runs only while the body owes something", (state) => {
    const seen = watch({ ...owed, state, dueOn: day("2026-03-20") }, on("2026-06-01"));
    const owes = ["new", "accepted", "in_progress"].includes(state);
    expect(seen.overdueDays > 0).toBe(owes);
    expect(seen.silentDays > 0).toBe(owes);
  });
});

test.each([
  [[], null],
  [["new"], null],
  [["confirmed"], "done"],
  [["confirmed", "confirmed"], "done"],
  [["confirmed", "in_progress"], null],
  [["confirmed", "refused"], "partly"],
  [["refused"], "refused"],
  [["partly_done"], "partly"],
  [["needs_funds"], null],
  [["confirmed", "needs_funds"], null],
  [["transferred", "confirmed"], "done"],
  [["transferred"], null],
] as [TaskState[], string | null][])("tasks %j settle their motion as %s", (states, settlement) => {
  expect(settlementOf(states)).toBe(settlement);
});

describe("decideExtension", () => {
  const task = { state: "in_progress" as TaskState, dueOn: day("2026-03-20") };
  const wish = { dueOn: day("2026-05-04"), text: "Czekamy na opinię." };
  test("gives more time for a reason", () => {
    expect(decideExtension(task, wish, NOW)).toEqual({ ok: true, value: { dueOn: "2026-05-04" } });
  });
  test.each([
    ["not later", { dueOn: day("2026-03-20") }, "not_later"],
    ["later, but over already", { dueOn: day("2026-03-31") }, "date_past"],
    ["without a reason", { text: "" }, "reason_required"],
  ] as const)("refuses %s", (_, over, reason) => {
    expect(decideExtension(task, { ...wish, ...over }, NOW)).toEqual({ ok: false, reason });
  });
  test("the states in which it makes sense", () => {
    expect(TASK_STATES.filter(mayExtend)).toEqual(["new", "accepted", "in_progress", "needs_funds"]);
  });
});

test("a transfer needs another body and a reason, and nothing finished is passed on", () => {
  const task = { state: "refused" as TaskState, ownerBodyId: "a" };
  const wish = { toBodyId: "b", text: "To droga powiatowa." };
  expect(decideTransfer(task, wish, NOW)).toMatchObject({
    ok: true,
    value: { state: "transferred", result: wish.text, settledAt: NOW },
  });
  expect(decideTransfer(task, { ...wish, toBodyId: "a" }, NOW)).toEqual({ ok: false, reason: "same_body" });
  expect(decideTransfer(task, { ...wish, text: "" }, NOW)).toEqual({ ok: false, reason: "reason_required" });
  for (const state of ["confirmed", "transferred"] as const)
    expect(decideTransfer({ ...task, state }, wish, NOW)).toEqual({ ok: false, reason: "not_open" });
});

test("a task is made of motions of one debate that may still become one", () => {
  const motion = { debateId: "d", mayBecomeTask: true };
  expect(decideGift("d", [motion, motion])).toEqual({ ok: true, value: true });
  expect(decideGift("d", [])).toEqual({ ok: false, reason: "no_motions" });
  expect(decideGift("d", [motion, { ...motion, debateId: "e" }])).toEqual({ ok: false, reason: "other_debate" });
  expect(decideGift("d", [{ ...motion, mayBecomeTask: false }])).toEqual({ ok: false, reason: "motion_decided" });
});
