import { describe, expect, test } from "vitest";
import { composeReport } from "~/domain/tasks/messages.report.pl";
import { type ReportFacts, reportFigures, tasksOfBody, visibleIn } from "~/domain/tasks/rules.report";
import { calendarDate } from "~/platform/time";

const NOW = new Date("2026-06-01T10:00:00Z");
type Motion = ReportFacts["motions"][number];
type Task = ReportFacts["tasks"][number];

const motion = (id: string, over: Partial<Motion> = {}): Motion => ({
  id,
  number: `3/2026/${id}`,
  category: "LIGHT",
  place: "park",
  textPublic: `treść ${id}`,
  status: "admitted",
  outcome: "task",
  sensitivity: "public",
  answer: "",
  referredTo: null,
  referredAt: null,
  mergedIntoId: null,
  settlement: null,
  settlementNote: "",
  hallVerdict: null,
  ...over,
});
const task = (sequence: number, motionIds: string[], over: Partial<Task> = {}): Task => ({
  id: `t${sequence}`,
  sequence,
  title: `zadanie ${sequence}`,
  ownerBodyId: "um",
  ownerName: "Urząd Miejski",
  supporters: [],
  motionIds,
  state: "in_progress",
  result: "",
  dueOn: calendarDate("2026-07-01"),
  dueBasis: "commitment",
  budgetYear: null,
  internal: false,
  heardAt: NOW,
  remindedAt: null,
  createdAt: new Date("2026-03-18T17:00:00Z"),
  transferredToId: null,
  ...{ priority: false, progress: 0, proposedDueOn: null, proposedReason: "", proposedAt: null, disownedAt: null },
  entries: [],
  ...over,
});

describe("what the public report leaves out", () => {
  test.each<[string, Partial<Motion>, boolean]>([
    ["an open motion", {}, true],
    ["one for the office", { sensitivity: "internal" }, false],
    ["one for the police", { sensitivity: "police_only", outcome: "police_only" }, false],
    ["one marked by its outcome only", { outcome: "police_only" }, false],
    ["one that nobody has looked at", { status: "submitted", outcome: null }, false],
  ])("%s, and what follows from it", (_name, over, shown) => {
    const facts = { motions: [motion("1", over), motion("2")], tasks: [task(1, ["1", "2"]), task(2, ["2"])] };
    const seen = visibleIn("public", facts);
    expect(seen.motions.map(({ id }) => id)).toEqual(shown ? ["1", "2"] : ["2"]);
    expect(seen.tasks.map(({ sequence }) => sequence)).toEqual(shown ? [1, 2] : [2]);
    expect(visibleIn("internal", facts)).toEqual(facts);
  });

  test("internal tasks, notes and reminders", () => {
    const entry = { at: NOW, toState: null, text: "słowa", dueOn: null, isFromBody: false } as const;
    const entries: Task["entries"] = [
      { ...entry, kind: "report", public: true },
      { ...entry, kind: "report", public: false },
      { ...entry, kind: "note", public: true },
      { ...entry, kind: "reminder", public: true },
    ];
    const facts = { motions: [motion("1")], tasks: [task(1, ["1"], { entries }), task(2, ["1"], { internal: true })] };
    const { tasks } = visibleIn("public", facts);
    expect(tasks.map(({ sequence, entries }) => [sequence, entries.length])).toEqual([[1, 1]]);
  });

  test("a returned motion is in no report", () => {
    const facts = { motions: [motion("1", { status: "returned", outcome: null })], tasks: [] };
    expect(visibleIn("internal", facts).motions).toEqual([]);
  });

  test("nothing of what is hidden is in any sentence", () => {
    const facts = {
      motions: [
        motion("1", { sensitivity: "police_only", outcome: "police_only", textPublic: "tajne", place: "tajne" }),
        motion("2", { outcome: "merged", mergedIntoId: "1" }),
        motion("3"),
      ],
      tasks: [task(1, ["1"], { title: "tajne", result: "tajne" }), task(2, ["3"], { transferredToId: "t1" })],
    };
    expect(JSON.stringify(composeReport(facts, "public", NOW))).not.toMatch(/tajne|3\/2026\/1|Z1/);
    expect(JSON.stringify(composeReport(facts, "internal", NOW))).toMatch(/tajne.*3\/2026\/1.*Z1/s);
  });
});

test("figures: what was merged is counted with the motion that speaks for it", () => {
  const facts = {
    motions: [
      motion("1", { settlement: "done" }),
      motion("2", { outcome: "merged", mergedIntoId: "1" }),
      motion("3", { outcome: "answered_on_spot" }),
      motion("4"),
    ],
    tasks: [task(1, ["1"], { state: "confirmed" }), task(2, ["4"])],
  };
  expect(reportFigures(facts, NOW)).toMatchObject({
    motions: 4,
    tasks: 2,
    figures: { all: 3, done: 1, explained: 1, open: 1 },
  });
});

test.each<[string, Partial<Task>, ReturnType<typeof tasksOfBody>[number]["role"] | undefined]>([
  ["its own", {}, "owner"],
  ["one it helps with", { ownerBodyId: "zd", supporters: [{ id: "um", name: "Urząd Miejski" }] }, "supporter"],
  ["another's", { ownerBodyId: "zd" }, undefined],
  ["one it passed on", { state: "transferred" }, undefined],
])("what was settled for a body: %s", (_name, over, role) => {
  expect(tasksOfBody("um", [task(1, ["1"], over)]).map((one) => one.role)).toEqual(role ? [role] : []);
});
