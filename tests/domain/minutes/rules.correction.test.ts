import { describe, expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import {
  applyCorrection,
  changedParagraphs,
  correctablesOf,
  correctedLine,
  correctionsOf,
  decideCorrection,
  type Frozen,
} from "~/domain/minutes/rules.correction";
import { MINUTES_STATUSES } from "~db/vocabulary";
import { minutedFacts } from "../../setup/factories.minutes";

const META = { no: 1, on: "2026-04-02", approvedBy: "insp. Imię Tajne", reason: "Błąd daty.", seal: "nowa" };

/** The third item is internal, the survey too, and the findings have a marked passage. */
function frozen(): Frozen {
  const base = minutedFacts();
  const items = base.items.map((item) => (item.id === "road" ? { ...item, internal: true } : item));
  const parts = [
    { key: "item:state", text: "Termin: sierpień.\nReszta.", internal: false },
    { key: "item:discussion", text: "Dyskusja.", internal: false },
    { key: "item:road", text: "Tajny punkt.", internal: false },
    { key: "findings", text: "Ustalono [[z kim]] wiele.", internal: false },
    { key: "survey", text: "Tajna ankieta.", internal: true },
  ];
  const facts = minutedFacts({ items, parts });
  const stamp = { ...UNSTAMPED, number: "3/2026", seal: "stara" };
  return { internal: composeMinutes(facts, "internal", stamp), public: composeMinutes(facts, "public", stamp) };
}
const apply = (texts: Record<string, string>, meta = META, from = frozen()) => {
  const result = applyCorrection(from, texts, meta);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

test("only after approval, and one at a time", () => {
  expect(
    MINUTES_STATUSES.map((status) =>
      [false, true].map((open) => {
        const decided = decideCorrection(status, open);
        return decided.ok ? decided.value : decided.reason;
      }),
    ),
  ).toEqual([
    ["not_possible", "not_possible"],
    ["not_possible", "not_possible"],
    ["open", "already_open"],
    ["open", "already_open"],
  ]);
});

test("what may be corrected, and in which version it stands", () => {
  const found = correctablesOf(frozen())
    .filter(({ name }) => !name.includes("-"))
    .map(({ key, where }) => `${key} ${where}`);
  expect(found).toEqual([
    "item-1 both",
    "item-2 both",
    "item-3 internal",
    "item-4 both",
    "item-5 both",
    "item-6 both",
    "item-7 both",
    "item-8 both",
    "findings internal",
    "findings-public public",
    "survey internal",
    "attachments both",
    "distribution internal",
  ]);
});

describe("a corrected text", () => {
  test("has the change in both versions, also where their numbers differ, and nothing else", () => {
    const before = frozen();
    const after = apply({ "item-2": "Termin: wrzesień.\nReszta.", "item-5": "Dyskusja długa." });
    expect(after.internal.items[1]?.text).toBe("Termin: wrzesień.\nReszta.");
    expect(after.public.items[1]?.text).toBe("Termin: wrzesień.\nReszta.");
    expect([after.internal.items[4]?.text, after.public.items[3]?.text]).toEqual([
      "Dyskusja długa.",
      "Dyskusja długa.",
    ]);
    expect(after.public.items[4]).toEqual(before.public.items[4]);
    expect(after.internal.motions).toEqual(before.internal.motions);
    expect([after.internal.seal, after.public.seal]).toEqual(["nowa", ""]);
  });

  test("tells nothing internal to everybody", () => {
    const texts = { "item-3": "TAJNE nowe", findings: "TAJNE z kimś", survey: "TAJNE", distribution: "TAJNE egz." };
    const after = apply(texts);
    expect(JSON.stringify(after.internal)).toContain("TAJNE z kimś");
    expect(JSON.stringify(after.public)).not.toMatch(/TAJNE|Tajne|z kim/);
    expect(after.public.corrections?.[0]?.changes).toEqual([]);
    expect(apply({ "findings-public": "Ustalono mało." }).public.findings).toBe("Ustalono mało.");
    expect(apply({ "findings-public": "Ustalono mało." }).internal.findings).toBe("Ustalono z kim wiele.");
  });

  test("is refused when nothing changes, or when it names what is hidden", () => {
    const refusal = (texts: Record<string, string>, reason = META.reason) => {
      const result = applyCorrection(frozen(), texts, { ...META, reason });
      return result.ok ? "ok" : result.reason;
    };
    expect(refusal({})).toBe("nothing_changed");
    expect(refusal({ "item-2": "Termin: sierpień.\nReszta.", nonsense: "x" })).toBe("nothing_changed");
    expect(refusal({ "item-2": "Zob. 3/2026/12." })).toBe("tells");
    expect(refusal({ "item-2": "x" }, "Dotyczy 3/2026/12.")).toBe("tells");
    expect(refusal({ "item-2": "PESEL 44051401359" })).toBe("tells");
    expect(refusal({ "item-3": "Zob. 3/2026/12." })).toBe("ok");
  });

  test("marks hide here, too: in both texts, in what is said of the change, and in the reason", () => {
    const texts = { "item-2": "Termin [[TAJNE]] wrzesień.\nReszta.", "findings-public": "Ustalono [[TAJNE]] mało." };
    const after = apply(texts, { ...META, reason: "Błąd [[TAJNE]] daty." });
    expect(JSON.stringify(after.public)).not.toMatch(/TAJNE|\[\[/);
    expect(after.public.items[1]?.text).toBe("Termin [utajniono] wrzesień.\nReszta.");
    expect(after.internal.items[1]?.text).toBe("Termin TAJNE wrzesień.\nReszta.");
    expect(JSON.stringify(after.internal)).not.toContain("[[");
    for (const half of ["x [[", "]] x"])
      expect([
        applyCorrection(frozen(), { "item-2": half }, META),
        applyCorrection(frozen(), { "item-2": "x" }, { ...META, reason: half }),
      ]).toEqual(Array(2).fill({ ok: false, reason: "unbalanced_mark" }));
  });

  test("says at its head what was changed and why; a second correction stands behind the first", () => {
    const once = apply({ "item-2": "Termin: wrzesień.\nReszta." });
    const twice = apply({ "item-1": "" }, { ...META, no: 2, on: "2026-04-03", reason: "Drugi powód." }, once);
    const [first, second] = correctionsOf(twice.public);
    expect(first?.title.replaceAll("\u00a0", " ")).toBe("Sprostowanie nr 1 z dnia 2 kwietnia 2026 r.");
    expect(first?.blocks.map((block) => ("text" in block ? block.text.replaceAll("\u00a0", " ") : ""))).toEqual([
      "Powód: Błąd daty.",
      "Zmieniono: Ad 2. Stan bezpieczeństwa gminy",
      "Było: Termin: sierpień.",
      "Jest: Termin: wrzesień.",
    ]);
    expect(JSON.stringify(second)).toContain("fragment usunięto");
    expect(correctedLine(twice.public).join().replaceAll("\u00a0", " ")).toContain("nr 2");
    expect(correctedLine(frozen().public)).toEqual([]);
    expect(twice.public.corrections?.map(({ approvedBy }) => approvedBy)).toEqual(["", ""]);
  });

  test("the paragraphs that differ", () => {
    expect(changedParagraphs("A\nB\nC", "A\nX\nC")).toEqual({ was: "B", is: "X" });
    expect(changedParagraphs("A", "A\nB")).toEqual({ was: "", is: "B" });
  });
});
