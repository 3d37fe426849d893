import { describe, expect, test } from "vitest";
import { cellsOf } from "~/domain/tasks/messages.cells.pl";
import { columns, type SheetColumn } from "~/domain/tasks/messages.sheet.pl";
import { beyondPriorities, decideAmendment, decideNewRow, decideRow, type SheetTask } from "~/domain/tasks/rules.sheet";
import { readRow } from "~/domain/tasks/schema.sheet";
import { calendarDate } from "~/platform/time";

const NOW = new Date("2026-04-01T08:00:00Z");
const TASK: SheetTask = {
  ...{ id: "t", number: "3/2026/Z1", title: "Latarnie", details: "", ownerName: "Urząd Miejski", state: "new" },
  ...{ dueOn: calendarDate("2026-04-20"), dueBasis: "art_244", priority: false, internal: false, progress: 40 },
  ...{ budgetYear: null, result: "", debate: "3/2026", motions: [{ number: "3/2026/1", isSecret: false }], version: 4 },
};
type Cells = Partial<Record<SheetColumn, string>>;
const rowOf = (cells: Cells, task: SheetTask = TASK) => readRow({ row: 7, cells: { ...cellsOf(task), ...cells } });

/** What a row with these cells does to the task: the columns that change, or „column: reason”. */
function outcome(cells: Cells, over: Partial<SheetTask> = {}) {
  const task = { ...TASK, ...over };
  const read = rowOf(cells, task);
  if (!("row" in read)) return read.errors.map(({ column, sentence }) => `${column}: ${sentence}`).join(" | ");
  const { changed, refusals } = decideRow(task, read.row, NOW);
  return (refusals.length > 0 ? refusals.map(({ column, reason }) => `${column}: ${reason}`) : changed).join(", ");
}

describe("a row over its task", () => {
  test.each<[Cells, string, Partial<SheetTask>?]>([
    [{}, ""],
    [{ title: " Latarnie  " }, ""],
    [{ reason: "Został z poprzedniego razu." }, ""],
    [{ title: "Lampy" }, "title"],
    [{ title: "" }, "title: Proszę podać treść zadania."],
    [{ details: "Nowe" }, "details"],
    [{ details: "" }, "details", { details: "Stare" }],
    [{ priority: "TAK" }, "priority"],
    [{ priority: "1" }, "priority"],
    [{ priority: "może" }, "priority: Proszę wpisać „tak” albo „nie”."],
    [{ internal: "tak" }, "internal"],
    [{ internal: "nie" }, "internal", { internal: true }],
    [
      { internal: "nie" },
      "internal: secret_motion",
      { internal: true, motions: [{ number: "3/2026/1", isSecret: true }] },
    ],
    [{ owner: "Starostwo" }, "owner: owner_changed"],
    [{ owner: "urząd miejski" }, "owner: owner_changed"],
    [{ dueBasis: "art. 243 KPA" }, "dueBasis: basis_changed"],
    [{ dueBasis: "art. 244 KPA" }, ""],
    [{ dueBasis: "art. 1" }, "dueBasis: Nie ma takiej podstawy terminu. Proszę skopiować ją z innego wiersza."],
    [{ progress: "40%" }, ""],
    [{ progress: "40,00" }, ""],
    [{ progress: "50" }, "progress: progress_changed"],
    [{ progress: "pół" }, "progress: Proszę podać liczbę całkowitą."],
    [{ debate: "3/2026" }, ""],
    [{ debate: "nr 4/2026" }, "debate: origin_changed"],
    [{ motions: "3/2026/1" }, ""],
    [{ motions: "nr 3/2026/1; 3/2026/2" }, "motions: origin_changed"],
    [{ dueOn: "2026-04-20" }, ""],
    [{ dueOn: "2026-04-20 00:00:00" }, ""],
    [{ dueOn: "20 kwietnia 2026" }, ""],
    [{ dueOn: "11.05.2026", reason: "Przetarg." }, "dueOn"],
    [{ dueOn: "11.05.2026" }, "reason: reason_required"],
    [{ dueOn: "19.04.2026", reason: "x" }, "dueOn: not_later"],
    [{ dueOn: "31.03.2026", reason: "x" }, "dueOn: not_later"],
    [{ dueOn: "31.03.2026", reason: "x" }, "dueOn: date_past", { dueOn: calendarDate("2026-03-01") }],
    [{ dueOn: "11.05.2026", reason: "x" }, "dueOn: not_open", { state: "confirmed" }],
    [{ dueOn: "30.02.2026" }, "dueOn: Takiej daty nie ma w kalendarzu: 30.02.2026."],
    [
      { dueOn: "04/20/2026" },
      "dueOn: Nie wiadomo, co jest dniem, a co miesiącem. Proszę wpisać datę z kropkami, na przykład 18.03.2026.",
    ],
    [{ dueOn: "" }, "dueOn: Proszę podać termin."],
    [{ state: "przyjęte" }, "state"],
    [{ state: "Zgłoszono wykonanie", result: "Stoją." }, "state, result"],
    [{ state: "Zgłoszono wykonanie" }, "result: result_required"],
    [{ state: "Nie zostanie zrealizowane" }, "result: reason_required"],
    [{ state: "Wymaga środków", budgetYear: "2027" }, "state, budgetYear"],
    [{ state: "Wymaga środków" }, "budgetYear: year_required"],
    [{ state: "Wymaga środków", budgetYear: "2025" }, "budgetYear: year_past"],
    [{ state: "Nowe" }, "state: not_possible", { state: "confirmed" }],
    [{ state: "Przekazane dalej" }, "state: not_possible"],
    [{ result: "Mamy projekt." }, "result", { state: "in_progress" }],
    [{ result: "" }, "result: news_required", { state: "in_progress", result: "Było." }],
    [{ result: "Mamy projekt." }, "result: result_alone"],
    [{ budgetYear: "2027" }, "budgetYear: year_alone"],
    [{ title: "Inne" }, "title: closed", { state: "transferred" }],
    [{ title: "Lampy \ufffd" }, "title: garbled"],
    [{ title: "Lampy", version: "3" }, "version: stale_sheet"],
    [{ owner: "Starostwo", version: "3" }, "version: stale_sheet"],
    [{ version: "3" }, ""],
    [{ title: "Lampy", version: "" }, "title"],
    [{ title: "Lampy", owner: "Starostwo", progress: "1" }, "owner: owner_changed, progress: progress_changed"],
  ])("%j: %s", (cells, expected, over) => expect(outcome(cells, over)).toBe(expected));

  test.each(["=1+1", " =HYPERLINK(1)", "＝1"])("a formula is none of ours: %j", (cell) => {
    for (const column of Object.keys(columns) as SheetColumn[])
      expect(outcome({ [column]: cell })).toContain(`${column}: Komórka zawiera formułę.`);
    expect(outcome({ title: `'${cell}` })).toBe("title");
  });

  test("states are named when one is not known", () =>
    expect(outcome({ state: "Zrobione" })).toMatch(
      /^state: Nie ma takiego stanu\. Możliwe: Nowe, .*Przekazane dalej\.$/,
    ));
});

describe("a new row", () => {
  const fresh = { number: "", state: "", progress: "", result: "", version: "" };
  const refused = (cells: Cells) => {
    const read = rowOf({ ...fresh, ...cells });
    if (!("row" in read)) return read.errors.map(({ column }) => `${column}`).join();
    return decideNewRow(read.row, NOW)
      .map(({ column, reason }) => `${column}: ${reason}`)
      .join();
  };
  test.each<[Cells, string]>([
    [{}, ""],
    [{ state: "Nowe" }, ""],
    [{ state: "Przyjęte" }, "state: new_state"],
    [{ progress: "10" }, "state: new_state"],
    [{ debate: "" }, "debate: required"],
    [{ debate: "marcowa" }, "debate"],
    [{ motions: "" }, "motions: no_motions"],
    [{ dueBasis: "" }, "dueBasis: required"],
    [{ dueOn: "31.03.2026" }, "dueOn: date_past"],
    [{ dueOn: "1.04.2026" }, ""],
    [{ title: "" }, "title"],
  ])("%j: %s", (cells, expected) => expect(refused(cells)).toBe(expected));
});

test("what is secret stays inside, and what was passed on is followed elsewhere", () => {
  const motions = [{ isSecret: false }, { isSecret: true }];
  expect(decideAmendment({ state: "new", motions }, { internal: true })).toMatchObject({ ok: true });
  expect(decideAmendment({ state: "new", motions }, { internal: false })).toEqual({
    ok: false,
    reason: "secret_motion",
  });
  expect(decideAmendment({ state: "transferred", motions }, { title: "x" })).toEqual({ ok: false, reason: "closed" });
});

test("a debate keeps three priorities; what is taken back makes room, wherever it stands in the file", () => {
  const rows = (...wishes: [number, boolean, string?][]) =>
    wishes.map(([row, priority, debate = "3/2026"]) => ({ row, priority, debate }));
  const beyond = (many: number, ...wishes: [number, boolean, string?][]) => [
    ...beyondPriorities(new Map([["3/2026", many]]), rows(...wishes)),
  ];
  expect(beyond(2, [2, true])).toEqual([]);
  expect(beyond(3, [2, true])).toEqual([2]);
  expect(beyond(3, [2, true], [3, false])).toEqual([]);
  expect(beyond(0, [2, true], [3, true], [4, true], [5, true])).toEqual([5]);
  expect(beyond(3, [2, true, "4/2026"])).toEqual([]);
});
