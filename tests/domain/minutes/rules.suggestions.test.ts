import { describe, expect, test } from "vitest";
import { type Facts, itemKey, SECTION_PARTS } from "~/domain/minutes/rules";
import { marksIn } from "~/domain/minutes/rules.marks";
import { outcomeSentence } from "~/domain/minutes/rules.outcomes";
import { partsOf } from "~/domain/minutes/rules.parts";
import { openTasks, suggestPart } from "~/domain/minutes/rules.suggestions";
import { cleanParagraph } from "~/platform/text";
import { aMinutedMotion, minutedFacts } from "../../setup/factories.minutes";

const suggested = (id: string, over: Partial<Facts> = {}) => suggestPart(minutedFacts(over), itemKey(id));

describe("the text that the record suggests", () => {
  test("says when it really was and who spoke", () => {
    expect(suggested("opening")).toBe(
      "Debatę otwarto i przywitano uczestników w godz. 17.02–17.09. Prowadzenie: Komendant Powiatowy Policji.",
    );
    expect(suggested("state")).toBe(
      "Zagadnienie przedstawiono w godz. 17.11–17.25. Prowadzenie: Naczelnik Wydziału Prewencji.",
    );
    expect(suggested("kmzb")).toBe("Zagadnienie przedstawiono w godz. 17.41–17.55.");
  });

  test("half a mark that a resident has typed hides nothing around it", () => {
    const motions = minutedFacts().motions.map((motion, i) =>
      i === 1 ? { ...motion, place: "ul. [[ Polna" } : motion,
    );
    const text = suggested("discussion", { motions });
    expect(text).toContain("ul. Polna");
    expect(marksIn(text).passages).toEqual([]);
  });

  test("lists the open motions of the item with outcome, owner and day, and hidden ones not at all", () => {
    const text = suggested("discussion");
    const [first, ...lines] = text.split("\n");
    expect(first).toBe(
      "Dyskusję przeprowadzono w godz. 17.55–18.45. Prowadzenie: Naczelnik Wydziału Prewencji. Wnioski zgłoszone poza salą wymieniono w części 7.",
    );
    expect(lines).toContain(
      "18.00 – wniosek 3/2026/01, Osiedle Górnicze: zadanie Z1 (Urząd Miejski w Wierzbinowie, do 20.04.2026).",
    );
    expect(lines).toContain(
      "18.00 – wniosek 3/2026/04, skrzyżowanie ul. Dąbskiej z DK92: przekazano według właściwości: Generalna Dyrekcja Dróg Krajowych i Autostrad, Rejon, zadanie Z3 (do 27.04.2026).",
    );
    expect(lines).toContain("18.00 – wniosek 3/2026/08, park przy ul. Sportowej: połączono z wnioskiem 3/2026/07.");
    expect(lines.at(-1)).toBe("18.00 – wniosek 3/2026/11: odpowiedziano na debacie – Naczelnik Wydziału Prewencji.");
    expect(lines).toHaveLength(10);
    expect(text).not.toContain("3/2026/12");
    expect(text).not.toContain("nie zgłoszono");
  });

  test("no motions is a sentence, too", () => {
    expect(suggested("discussion", { motions: [] })).toBe(
      "Dyskusję przeprowadzono w godz. 17.55–18.45. Prowadzenie: Naczelnik Wydziału Prewencji. W tym punkcie nie zgłoszono wniosków.",
    );
  });

  test.each(["discussion", null])("never says that there was none when one is hidden (item: %s)", (agendaItemId) => {
    const hidden = aMinutedMotion({ sensitivity: "police_only", agendaItemId });
    expect(suggested("discussion", { motions: [hidden] })).not.toContain("nie zgłoszono");
  });

  test("an item that was skipped, and one that has not been reached yet", () => {
    const { debate, items } = minutedFacts();
    const untouched = items.map((item) => ({ ...item, startedAt: null, finishedAt: null }));
    expect(suggested("state", { items: untouched })).toBe("Punktu nie omawiano.");
    expect(suggested("state", { items: untouched, debate: { ...debate, heldAt: null } })).toContain("przedstawiono.");
  });

  test("tasks by who sees to them, copies for each of them, attachments as they came about", () => {
    const facts = minutedFacts();
    expect(suggestPart(facts, "findings")).toMatch(/^Zadania realizują: Urząd Miejski w Wierzbinowie, /);
    expect(suggestPart(facts, "findings")).not.toContain("Kryminalny");
    expect(suggestPart(facts, "distribution")).toContain("egz. nr 1 – aa\negz. nr 2 – Urząd Miejski w Wierzbinowie");
    expect(suggestPart(facts, "attachments")).toBe("Lista obecności przedstawicieli instytucji\nWzór ankiety");
    expect(suggestPart({ ...facts, tasks: [] }, "findings")).toBe("Nie wyznaczono zadań.");
    expect(openTasks(facts).map(({ number }) => number)).not.toContain("Z8");
  });

  test("comes back from a form as it went out, or it would look like somebody's text", () => {
    const facts = minutedFacts();
    const parts = partsOf(facts);
    expect(parts.map(({ key }) => key)).toEqual([...facts.items.map(({ id }) => itemKey(id)), ...SECTION_PARTS]);
    for (const { suggestion } of parts) expect(cleanParagraph(suggestion.replaceAll("\n", "\r\n"))).toBe(suggestion);
  });
});

describe("outcomes", () => {
  const decided = { answer: "", answeredBy: "", referredTo: "", mergedInto: "", taskNumbers: [] };
  test.each([
    [{ outcome: null }, "Nie ustalono"],
    [{ outcome: "answered_on_spot" }, "Odpowiedziano na debacie"],
    [{ outcome: "answered_on_spot", answeredBy: "Wójt", answer: "tak" }, "Odpowiedziano na debacie – Wójt: tak"],
    [{ outcome: "task", taskNumbers: ["Z1"] }, "Zadanie Z1"],
    [{ outcome: "task", taskNumbers: ["Z1", "Z2", "Z4"] }, "Zadania Z1, Z2 i\u00a0Z4"],
    [{ outcome: "task" }, "Przyjęto do realizacji"],
    [{ outcome: "referred", referredTo: "GDDKiA" }, "Przekazano według właściwości: GDDKiA"],
    [{ outcome: "referred", referredTo: "GDDKiA", taskNumbers: ["Z3"] }, "Przekazano według właściwości: GDDKiA (Z3)"],
    [{ outcome: "merged", mergedInto: "3/2026/07" }, "Połączono z wnioskiem 3/2026/07"],
    [{ outcome: "merged" }, "Połączono z innym wnioskiem"],
    [{ outcome: "out_of_scope", answer: "poza powiatem" }, "Poza zakresem debaty: poza powiatem"],
    [{ outcome: "police_only" }, "Zachowano do wiadomości Policji"],
  ] as const)("%j → %s", (motion, sentence) => {
    expect(
      outcomeSentence({ ...decided, ...motion, taskNumbers: [...("taskNumbers" in motion ? motion.taskNumbers : [])] }),
    ).toBe(sentence);
  });
});
