import { describe, expect, test } from "vitest";
import { compareWords } from "~/domain/minutes/rules.diff";
import { changeParagraph, paragraphsOf, readableParts, targetsOf } from "~/domain/minutes/rules.paragraphs";
import { readerName, readersOf } from "~/domain/minutes/rules.readers";
import {
  decideClosing,
  decideDecision,
  decideExtension,
  decideOpening,
  decideRemark,
  endOfDay,
  isWindowOpen,
  lastDayOf,
  MOST_REMARKS,
} from "~/domain/minutes/rules.window";
import { calendarDate } from "~/platform/time";
import { MINUTES_STATUSES, REMARK_STATUSES } from "~db/vocabulary";
import { minutedFacts } from "../../setup/factories.minutes";

const NOW = new Date("2026-03-20T09:00:00Z");
const said = (outcome: { ok: boolean; value?: unknown; reason?: string }) =>
  outcome.ok ? String(outcome.value instanceof Date ? lastDayOf(outcome.value) : outcome.value) : `– ${outcome.reason}`;

test("the whole table of the window", () => {
  const table = Object.fromEntries(
    MINUTES_STATUSES.map((status) => {
      const open = { status, until: null, held: true, readers: 2, faults: [] };
      return [
        status,
        [
          said(decideOpening(open, 5, NOW)),
          said(decideExtension(open, calendarDate("2026-03-30"), NOW)),
          said(decideClosing(open)),
          said(decideRemark({ status, until: endOfDay(calendarDate("2026-03-25")), made: 0 }, CHANGE, NOW)),
          ...REMARK_STATUSES.map((remark) => said(decideDecision({ status: remark }, { status }))),
        ].join(" | "),
      ];
    }),
  );
  expect(table).toMatchInlineSnapshot(`
    {
      "approved": "– not_possible | – not_possible | – not_possible | – closed | – frozen | – decided | – decided",
      "drafting": "2026-03-25 | – not_possible | – not_possible | – closed | open | – decided | – decided",
      "in_correction": "– not_possible | 2026-03-30 | drafting | open | open | – decided | – decided",
      "published": "– not_possible | – not_possible | – not_possible | – closed | – frozen | – decided | – decided",
    }
  `);
});
const CHANGE = { original: "Było.", proposed: "Jest." };

test("what stands against asking", () => {
  const open = { status: "drafting" as const, until: null, held: true, readers: 1, faults: [] };
  const fault = (level: "error" | "warning", kind: "names_hidden_motion" | "item_without_text" | "personal_data") => ({
    ...open,
    faults: [{ level, kind }],
  });
  expect(said(decideOpening({ ...open, held: false }, 5, NOW))).toBe("– not_held");
  expect(said(decideOpening({ ...open, readers: 0 }, 5, NOW))).toBe("– nobody");
  expect(said(decideOpening(fault("error", "names_hidden_motion"), 5, NOW))).toBe("– leaks");
  expect(said(decideOpening(fault("error", "personal_data"), 5, NOW))).toBe("– leaks");
  expect(said(decideOpening(fault("warning", "personal_data"), 5, NOW))).toBe("2026-03-25");
  expect(said(decideOpening(fault("error", "item_without_text"), 5, NOW))).toBe("2026-03-25");
  for (const days of [0, 31, -1]) expect(said(decideOpening(open, days, NOW))).toBe("– too_long");
  expect(said(decideExtension({ status: "in_correction", until: null }, calendarDate("2026-03-19"), NOW))).toBe(
    "– past",
  );
  expect(said(decideExtension({ status: "in_correction", until: null }, calendarDate("2026-03-20"), NOW))).toBe(
    "2026-03-20",
  );
  expect(said(decideExtension({ status: "in_correction", until: null }, calendarDate("2026-05-20"), NOW))).toBe(
    "– too_long",
  );
});

test("the last day ends at midnight in Poland, also where the clocks change", () => {
  const until = endOfDay(calendarDate("2026-03-29"));
  expect(until.toISOString()).toBe("2026-03-29T22:00:00.000Z");
  const state = { status: "in_correction" as const, until };
  expect(isWindowOpen(state, new Date(until.getTime() - 1))).toBe(true);
  expect(isWindowOpen(state, until)).toBe(false);
  expect(isWindowOpen({ ...state, status: "drafting" }, NOW)).toBe(false);
  expect(isWindowOpen({ ...state, until: null }, NOW)).toBe(false);
});

test("a remark changes something, and nobody floods the clerk", () => {
  const state = { status: "in_correction" as const, until: endOfDay(calendarDate("2026-03-25")), made: 0 };
  expect(said(decideRemark(state, { original: "Jest.", proposed: " Jest. " }, NOW))).toBe("– unchanged");
  expect(said(decideRemark({ ...state, made: MOST_REMARKS }, CHANGE, NOW))).toBe("– too_many");
  expect(said(decideRemark(state, CHANGE, state.until))).toBe("– closed");
});

describe("paragraphs", () => {
  test.each([
    ["A\n\nB\nC", "B", "X\nY", "A\n\nX\nY\nC"],
    ["A\nB", "B", "", "A"],
    ["A", "", "B", "A\nB"],
    ["", "", "B", "B"],
    ["A\nA", "A", "B", undefined],
    ["A", "B", "C", undefined],
    ["A [[kto]] B", "A [utajniono] B", "A B", undefined],
    ["[[tajne\nteż tajne\ni to]]\nA", "też tajne", "B", undefined],
    ["[[tajne]]", "[[tajne]]", "B", undefined],
    ["A\n[[tajne]]\nB", "B", "x ]] [[y]]", "A\n[[tajne]]\nx  y"],
    ["A\n[[tajne", "", "B", undefined],
    ["A", "", "[[B]]", "A\nB"],
  ])("%j: %j becomes %j", (text, original, proposed, result) => {
    expect(changeParagraph(text, original, proposed)).toBe(result);
  });

  test("guests read nothing internal and nothing marked, and may say something about everything else", () => {
    const base = minutedFacts();
    const items = base.items.map((item) => (item.id === "road" ? { ...item, internal: true } : item));
    const parts = [
      { key: "item:state", text: "Otwarto.\n\nTajne [[nazwisko]] tu.", internal: false },
      { key: "survey", text: "TAJNE wyniki", internal: true },
    ];
    const shown = readableParts(minutedFacts({ items, parts }));
    expect(shown.map(({ key }) => key)).not.toContain("item:road");
    expect(shown.map(({ key }) => key)).not.toContain("distribution");
    expect(shown.find(({ key }) => key === "item:state")?.paragraphs).toEqual(["Otwarto.", "Tajne [utajniono] tu."]);
    expect(shown.find(({ key }) => key === "survey")).toMatchObject({ closed: true, paragraphs: [] });
    const targets = targetsOf(shown);
    expect(JSON.stringify([shown, targets])).not.toMatch(/TAJNE|nazwisko/);
    expect(targets.filter(({ key }) => key === "survey")).toEqual([]);
    expect(targets.filter(({ key }) => key === "item:state").map(({ original }) => original)).toEqual([
      "Otwarto.",
      "Tajne [utajniono] tu.",
      "",
    ]);
    expect(paragraphsOf(" a \n\n b ")).toEqual(["a", "b"]);
  });
});

test("who is asked: whoever sat there", () => {
  const guest = {
    ...{ bodyName: "Gmina", officeTitle: "Wójt", personName: "Jan Kos", personRank: "", email: "a@b.test" },
  };
  const substitute = { name: "Ewa Lis", post: "Sekretarz", email: "e@b.test", status: "confirmed" as const };
  const all = readersOf([
    { ...guest, id: "1", presence: "present", substitute },
    { ...guest, id: "2", presence: "present_by_substitute", substitute },
    { ...guest, id: "3", presence: "present_by_substitute", substitute: null },
    { ...guest, id: "4", presence: "present_by_substitute", substitute: { ...substitute, status: "declined" } },
    { ...guest, id: "5", presence: "excused", substitute },
    { ...guest, id: "6", presence: null, substitute },
  ]);
  expect(all.map(({ invitationId, name, email }) => [invitationId, name, email])).toEqual([
    ["1", "Jan Kos", "a@b.test"],
    ["2", "Ewa Lis", "e@b.test"],
  ]);
  expect(readerName({ post: "", name: "Jan Kos", bodyName: "Gmina" })).toBe("Jan Kos, Gmina");
});

describe("a comparison", () => {
  const told = (before: string, after: string) =>
    compareWords(before, after)
      .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `-${text}-` : `+${text}+`))
      .join("|");
  test.each([
    ["do końca sierpnia 2026", "do końca września 2026", "do końca |-sierpnia -|+września +|2026"],
    ["a b", "a b", "a b"],
    ["", "nowe", "+nowe+"],
    ["stare", "", "-stare-"],
  ])("%j and %j", (before, after, expected) => expect(told(before, after)).toBe(expected));

  test("gives both texts back whole, also where they are long", () => {
    for (const size of [3, 50, 3000]) {
      const before = Array.from({ length: size }, (_, i) => `w${i % 7}`).join(" ");
      const after = Array.from({ length: size }, (_, i) => `w${i % 5}`).join(" ");
      const pieces = compareWords(before, after);
      const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text);
      expect(without("gone").join("").trim()).toBe(after);
      expect(without("new").join("").replace(/\s+/g, " ").trim()).toBe(before);
    }
  });
});
