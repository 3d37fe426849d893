import { describe, expect, test } from "vitest";
import { composeUnits, sortUnits, type UnitsFacts, unitSorts } from "~/domain/reports/rules.units";
import { comparePolish } from "~/platform/language";
import { calendarDate } from "~/platform/time";

const NOW = new Date("2026-06-30T10:00:00Z");
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const unit = (id: string, name = id) => ({ id, slug: id, name });
const task = (key: string, id: string, days: number, due = "2026-12-31") => ({
  ...{ key, id, createdAt: at("2026-03-01"), dueOn: calendarDate(due), reportedAt: null },
  settledAt: new Date(at("2026-03-01").getTime() + days * 86_400_000),
});

const facts = (over: Partial<UnitsFacts> = {}): UnitsFacts => ({
  units: [unit("a", "Łódzka"), unit("b", "Zachodnia")],
  standing: [
    { key: "a", state: "new", many: 3, late: 2, longLate: 1, silent: 1 },
    { key: "b", state: "accepted", many: 1, late: 0, longLate: 0, silent: 0 },
    { key: "stranger", state: "new", many: 99, late: 99, longLate: 99, silent: 99 },
  ],
  answered: [],
  done: [
    task("a", "1", 1),
    task("a", "2", 2),
    task("b", "3", 9),
    task("b", "4", 100, "2026-03-02"),
    task("stranger", "5", 500),
  ],
  debates: [{ key: "a", many: 2 }],
  motions: [{ key: "a", many: 20 }],
  minutesLate: [{ key: "b", many: 1 }],
  lastDebates: [
    { key: "a", on: calendarDate("2024-06-30") },
    { key: "stranger", on: calendarDate("2026-01-01") },
  ],
  ...over,
});

describe("units below", () => {
  test("a line each; rows of nobody below count nowhere; the median of all is not one of medians", () => {
    const { lines, totals } = composeUnits(facts(), NOW);
    expect(lines).toMatchObject([
      {
        id: "a",
        debates: 2,
        motions: 20,
        open: 3,
        late: 2,
        silent: 1,
        medianToDone: 1.5,
        minutesLate: 0,
        isQuiet: false,
      },
      { id: "b", debates: 0, open: 1, medianToDone: 54.5, onTimePercent: 50, minutesLate: 1, isQuiet: true },
    ]);
    expect(totals).toMatchObject({
      ...{ debates: 2, motions: 20, open: 4, late: 2, longLate: 1, silent: 1, done: 4, onTimePercent: 75 },
      ...{ medianToDone: 5.5, minutesLate: 1, quiet: 1 },
    });
  });

  test.each([
    ["2024-06-30", false],
    ["2024-06-29", true],
  ])("the last debate on %s: quiet %s", (on, isQuiet) => {
    const { lines } = composeUnits(facts({ lastDebates: [{ key: "a", on: calendarDate(on) }] }), NOW);
    expect(lines[0]?.isQuiet).toBe(isQuiet);
  });
});

describe("their order", () => {
  const { lines } = composeUnits(
    facts({ units: [unit("b", "Zachodnia"), unit("a", "Łódzka"), unit("c", "Ćmielów")] }),
    NOW,
  );
  const order = (by: (typeof unitSorts)[number], isTurned = false) =>
    sortUnits(lines, by, isTurned, comparePolish).map(({ id }) => id);

  test.each([
    ["name", ["c", "a", "b"], ["b", "a", "c"]],
    ["late", ["a", "c", "b"], ["c", "b", "a"]],
    ["medianToDone", ["b", "a", "c"], ["a", "b", "c"]],
    ["onTimePercent", ["b", "a", "c"], ["a", "b", "c"]],
    ["lastDebateOn", ["c", "b", "a"], ["a", "c", "b"]],
  ] as const)("by %s", (by, worstFirst, turned) => {
    expect(order(by)).toEqual(worstFirst);
    expect(order(by, true)).toEqual(turned);
  });

  test("every column puts all of them in an order", () => {
    for (const by of unitSorts) expect(order(by).sort()).toEqual(["a", "b", "c"]);
  });
});
