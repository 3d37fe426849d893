import { describe, expect, test } from "vitest";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { hiddenSince, strike } from "~/domain/minutes/rules.hidden";
import { carriedColumns, carriedRows, reportedColumns, reportedRows } from "~/domain/minutes/rules.reported";
import { sectionsOf } from "~/domain/minutes/rules.sections";
import { suggestPart } from "~/domain/minutes/rules.suggestions";
import { minutedFacts } from "../../setup/factories.minutes";

const STAMP = { number: null, drawnUpOn: null, approvedBy: "", approvedAt: null };
const row = { number: "1/2025/03", place: "most", text: "Kładka.", report: "Koncepcja.", verdict: "partly" as const };
const votes = { done: 3, partly: 16, not_done: 4, phones: 6 };
const owners = [
  { name: "ZDP", internal: false, title: "Kładka przy szkole" },
  { name: "KPP", internal: false },
  { name: "KPP", internal: true, title: "Obserwacja" },
];
const carried = {
  ...{ number: "1/2025/Z3", title: "Kładka", owner: "ZDP", state: "needs_funds" as const, budgetYear: 2027 },
  dueOn: "2027-12-31",
};

describe("the table of results", () => {
  test("says what was promised, done, and how many saw it so; internal tasks are for the office", () => {
    const facts = minutedFacts({ reported: [{ ...row, owners, votes, sensitivity: "public" }] });
    const open = composeMinutes(facts, "public", STAMP);
    expect(reportedRows(open.reported)).toEqual([
      [
        ...["1/2025/03", "Kładka. – most", "ZDP, KPP", "Kładka przy szkole", "Koncepcja."],
        "częściowo (3 : 16 : 4, w tym telefonem 6)",
      ],
    ]);
    expect(composeMinutes(facts, "internal", STAMP).reported[0]?.promised).toBe("Kładka przy szkole; Obserwacja");
    const blocks = sectionsOf(open).find(({ name }) => name === "reported")?.blocks ?? [];
    expect(blocks.at(-1)).toMatchObject({
      kind: "note",
      text: expect.stringContaining("nawiasie liczba głosów: zrealizowano"),
    });
    expect(reportedColumns(open.reported).reduce((sum, { width }) => sum + width, 0)).toBe(478);
    expect(reportedRows([{ ...row, owner: "", promised: "", votes: { ...votes, phones: 0 } }])[0]?.slice(2)).toEqual([
      ...["–", "–", "Koncepcja.", "częściowo (3 : 16 : 4)"],
    ]);
  });

  test("frozen before promises were printed, it keeps its columns", () => {
    const old = [{ ...row, owner: "ZDP" }];
    expect(reportedRows(old)).toEqual([["1/2025/03", "most", "Kładka.", "ZDP", "Koncepcja.", "częściowo"]]);
    expect(reportedColumns(old)).toHaveLength(6);
    expect(reportedColumns(old).reduce((sum, { width }) => sum + width, 0)).toBe(478);
  });

  test("what goes on is listed under its own number, and struck when it is hidden later", () => {
    const facts = minutedFacts({
      carried: [
        { ...carried, hidden: false },
        { ...carried, number: "1/2025/Z4", hidden: true },
      ],
    });
    const open = composeMinutes(facts, "public", STAMP);
    expect(carriedRows(open.carried ?? [])).toEqual([
      ["1/2025/Z3", "Kładka", "ZDP", "wymaga środków, budżet 2027 r.", "31.12.2027"],
    ]);
    expect(carriedColumns().reduce((sum, { width }) => sum + width, 0)).toBe(478);
    expect(composeMinutes(facts, "internal", STAMP).carried).toHaveLength(2);
    const later = minutedFacts({ carried: [{ ...carried, hidden: true }] });
    expect(hiddenSince(open, later)).toEqual(["1/2025/Z3"]);
    expect(strike(open, ["1/2025/Z3"]).carried).toEqual([]);
  });

  test("the item of the vote points at the table, whatever is hidden", () => {
    const facts = minutedFacts({ reported: [{ ...row, owners, sensitivity: "public" }] });
    const [item] = facts.items;
    if (!item) throw new Error("no item");
    const asVote = { ...facts, items: [{ ...item, kind: "vote" as const }] };
    expect(suggestPart(asVote, `item:${item.id}`)).toContain(
      "Ocenę realizacji poszczególnych wniosków zawiera część 6.",
    );
  });
});
