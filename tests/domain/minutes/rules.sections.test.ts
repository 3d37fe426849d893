import { describe, expect, test } from "vitest";
import { type Facts, type MinutesVersion, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import {
  approvalLine,
  type Block,
  begunAt,
  endedAt,
  placeAndDate,
  type SectionName,
  sectionsOf,
  titleLines,
} from "~/domain/minutes/rules.sections";
import { DEBATE_KINDS } from "~db/vocabulary";
import { minutedFacts } from "../../setup/factories.minutes";

const documentOf = (over: Partial<Facts> = {}, version: MinutesVersion = "internal") =>
  composeMinutes(minutedFacts(over), version, UNSTAMPED);
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const section = (name: SectionName, over: Partial<Facts> = {}, version: MinutesVersion = "internal") =>
  sectionsOf(documentOf(over, version)).find((each) => each.name === name)?.blocks ?? [];
const wordsOf = (blocks: Block[]) => plain(JSON.stringify(blocks));

describe("the twelve sections", () => {
  test("stand in their order, with or without anything in them", () => {
    const empty = { guests: [], headCounts: [], items: [], motions: [], tasks: [] };
    const titles = (over: Partial<Facts>) => sectionsOf(documentOf(over)).map(({ title }) => plain(title));
    expect(titles(empty)).toEqual(titles({}));
    expect(titles({})).toMatchInlineSnapshot(`
      [
        "1. Termin i miejsce",
        "2. Organizator i prowadzący",
        "3. Uczestnicy",
        "4. Porządek debaty",
        "5. Przebieg",
        "6. Realizacja wniosków z poprzedniej debaty",
        "7. Zgłoszone zagadnienia i wnioski",
        "8. Ustalenia i planowane zadania",
        "9. Wyniki ankiet",
        "10. Termin debaty ewaluacyjnej",
        "11. Załączniki",
        "12. Zakończenie",
      ]
    `);
    for (const { blocks } of sectionsOf(documentOf(empty))) expect(blocks.length).toBeGreaterThan(0);
  });

  test("nothing to report is a sentence, and the public one does not tell of hidden motions", () => {
    expect(wordsOf(section("motions", { motions: [] }))).toContain("Podczas debaty nie zgłoszono wniosków.");
    const hidden = minutedFacts().motions.filter(({ sensitivity }) => sensitivity !== "public");
    expect(section("motions", { motions: hidden }, "public")).toEqual(section("motions", { motions: [] }, "public"));
    expect(wordsOf(section("tasks", { tasks: [] }))).toContain("Nie wyznaczono zadań.");
    expect(wordsOf(section("participants", { headCounts: [] }))).toContain("nie ustalono");
  });

  test("a table says number, kind, place, words and outcome; a task its date with the basis", () => {
    const [motions] = section("motions");
    expect(motions).toMatchObject({ kind: "table" });
    expect(wordsOf(section("motions"))).toContain('"3/2026/01","Organizacja ruchu i znaki","Osiedle Górnicze"');
    expect(wordsOf(section("tasks"))).toContain("20.04.2026,\\nart. 244 KPA");
  });

  test("names of guests are a column of the internal version only", () => {
    const headers = (version: MinutesVersion) =>
      section("participants", {}, version).flatMap((block) =>
        block.kind === "table" ? block.columns.map(({ header }) => header) : [],
      );
    expect(headers("internal")).toEqual(["Lp.", "Instytucja", "Funkcja", "Imię i nazwisko", "W zastępstwie"]);
    expect(headers("public")).toEqual(["Lp.", "Instytucja", "Funkcja", "W zastępstwie"]);
  });

  test("lines that begin with a dash become a list", () => {
    const parts = [{ key: "findings", text: "Ustalono:\n– pierwsze\n- drugie\nKoniec.", internal: false }];
    expect(section("tasks", { parts, tasks: [] })).toEqual([
      { kind: "text", text: "Ustalono:" },
      { kind: "list", items: ["pierwsze", "drugie"], numbered: false },
      { kind: "text", text: "Koniec." },
    ]);
  });

  test("the title fits each kind of evening", () => {
    const { debate } = minutedFacts();
    const titles = DEBATE_KINDS.map((kind) => plain(titleLines(documentOf({ debate: { ...debate, kind } }))[0] ?? ""));
    expect(titles).toEqual([
      "z debaty społecznej pn.",
      "z debaty społecznej pn.",
      "z forum pn.",
      "ze spotkania roboczego pn.",
      "z debaty społecznej z młodzieżą pn.",
    ]);
  });
});

describe("when it began and ended", () => {
  const { debate, items } = minutedFacts();
  const untimed = items.map((item) => ({ ...item, startedAt: null, finishedAt: null }));
  const at = (over: Partial<Facts>) => {
    const document = documentOf(over);
    return [begunAt(document).toISOString(), endedAt(document)?.toISOString()];
  };

  test("the items tell best", () => expect(at({})).toEqual(["2026-03-18T16:02:00.000Z", "2026-03-18T18:05:00.000Z"]));
  test("then the buttons, if they were pressed that day", () => {
    expect(at({ items: untimed })).toEqual(["2026-03-18T15:58:00.000Z", "2026-03-18T18:06:00.000Z"]);
    const late = { ...debate, openedAt: "2026-03-17T10:00:00.000Z", heldAt: "2026-03-19T08:00:00.000Z" };
    expect(at({ items: untimed, debate: late })).toEqual(["2026-03-18T16:00:00.000Z", "2026-03-18T18:05:00.000Z"]);
  });
  test("an evening that is not over has no end", () => {
    expect(at({ debate: { ...debate, heldAt: null } })[1]).toBeUndefined();
    expect(wordsOf(section("end"))).toContain("Na tym debatę zakończono o godz. 19.05.");
  });
});

test("the place and the day of a draft are left to be filled in", () => {
  expect(plain(placeAndDate(documentOf()))).toMatch(/^Wierzbinów, dnia …+$/);
  expect(approvalLine(documentOf())).toBe("");
});
