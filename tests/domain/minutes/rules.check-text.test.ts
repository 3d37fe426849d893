import { describe, expect, test } from "vitest";
import { check } from "~/domain/minutes/messages.check.pl";
import { type Facts, itemKey } from "~/domain/minutes/rules";
import { livingParts, openParts, titleOf } from "~/domain/minutes/rules.check-parts";
import { checkSecrets } from "~/domain/minutes/rules.check-secrets";
import { checkTexts } from "~/domain/minutes/rules.check-text";
import type { Fault } from "~/domain/minutes/rules.faults";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../../setup/factories.minutes";

const DISCUSSION = itemKey("discussion");
const facts = minutedFacts();
const saved = facts.items.map(({ id }) => ({ key: itemKey(id), text: "Omówiono.", internal: false }));
const withText = (text: string, over: Partial<Facts> = {}, key = DISCUSSION): Facts => ({
  ...facts,
  motions: [],
  tasks: [],
  parts: [...saved.filter((part) => part.key !== key), { key, text, internal: false }],
  ...over,
});
const said = (faults: Fault[]) =>
  faults.map(({ level, kind, detail }) => [level, kind, detail].filter(Boolean).join(" "));

describe("what a clerk wrote", () => {
  test.each([
    ["Debatę otworzył {funkcja} {imię i nazwisko}.", ["error placeholder {funkcja}, {imię i nazwisko}"]],
    ["Spotkano się w środę 19 marca 2026 r.", ["error wrong_weekday czwartek"]],
    ["Spotkano się w środę 19 marca.", ["warning wrong_weekday czwartek"]],
    ["Spotkano się w środę 18 marca 2026 r.", []],
    ["Komendant i\nburmistrz w \nsali.", ["warning hanging_word i, w"]],
    ["Komendant i burmistrz.\nNastępny wiersz.", []],
    ["Na podstawie lit. a\nustawy, klasa 4 a\ni inni, sektor W\nodpowiada", []],
    ["Punkty:\n– i\n\nW", []],
    ["Brawo 😀!", ["warning odd_sign 😀"]],
    ["", ["warning item_blank"]],
    ["{}", []],
    ["Zgłoszono [[Jan Kos]] i [[ktoś.", ["error unbalanced_mark"]],
    ["Zgłoszono ktoś]].", ["error unbalanced_mark"]],
    ["Zgłoszono [[Jan Kos]].", []],
  ])("%j", (text, faults) => {
    expect(said(checkTexts(withText(text)))).toEqual(faults);
    // Internal or not, it is a paper.
    const { parts } = withText(text);
    expect(said(checkTexts(withText("", { parts: parts.map((part) => ({ ...part, internal: true })) })))).toEqual(
      faults,
    );
  });

  test("a resident's wrong weekday is a remark, wherever the year stands", () => {
    const motions = [aMinutedMotion({ textPublic: "Hałas w środę 19 marca 2026 r. 😀" })];
    expect(said(checkTexts(withText("Omówiono.", { motions })))).toEqual([
      "warning wrong_weekday czwartek",
      "warning odd_sign 😀",
    ]);
  });

  test("a text whose agenda item is gone stands nowhere, so nothing is said about it", () => {
    expect(said(checkTexts(withText("{x}", {}, itemKey("gone"))))).toEqual([]);
    expect(livingParts(withText("x", {}, itemKey("gone"))).map(({ key }) => key)).not.toContain(itemKey("gone"));
  });

  test("nobody's text is named", () => {
    expect(said(checkTexts({ ...facts, items: facts.items.slice(0, 1), motions: [], parts: [] }))).toEqual([
      "warning item_without_text",
    ]);
  });

  test("a hundred thousand letters take no time to look through", () => {
    for (const text of ["a ".repeat(50_000), "{".repeat(100_000), "środa ".repeat(16_000), "i\n".repeat(50_000)])
      expect(checkTexts(withText(text)).length).toBeLessThan(3);
  });
});

describe("what the public text would give away", () => {
  test.each([
    ["Sprawca: PESEL 44051401359.", ["error personal_data pesel"]],
    ["Proszę dzwonić: 600 100 200, auto PO 1A234.", ["warning personal_data phone plate"]],
    ["Proszę dzwonić: [[600 100 200, PESEL 44051401359]].", []],
    ["Zapłacono 33 000 zł na podstawie Dz.U. 2018 poz. 870, DK92, 18.03.2026, wniosek 3/2026/07.", []],
  ])("%s", (text, faults) => {
    expect(said(checkSecrets(withText(text)))).toEqual(faults);
    expect(said(checkSecrets(withText(text, {}, "distribution")))).toEqual([]);
  });

  test("in motions, tasks, reports, titles and the topic, each with the page where it is mended", () => {
    const text = "Dzwonić 600 100 200";
    const [item] = facts.items;
    const { debate } = facts;
    if (!item) throw new Error("No item");
    const places = (over: Partial<Facts>) =>
      checkSecrets(withText("Omówiono.", over)).map(({ at, elsewhere }) => `${at} ${elsewhere?.page ?? ""}`);
    expect(places({ motions: [aMinutedMotion({ textPublic: text })] })).toEqual(["s7 motion"]);
    expect(places({ motions: [aMinutedMotion({ textInternal: text })] })).toEqual([]);
    expect(places({ motions: [aMinutedMotion({ answer: text, sensitivity: "internal" })] })).toEqual([]);
    expect(places({ tasks: [aMinutedTask({ title: text })] })).toEqual(["s8 task"]);
    expect(places({ tasks: [aMinutedTask({ title: text, internal: true })] })).toEqual([]);
    expect(places({ items: [{ ...item, presenter: text }] })).toEqual(["s4 agenda"]);
    expect(places({ items: [{ ...item, title: text, internal: true }] })).toEqual([]);
    expect(places({ debate: { ...debate, topic: text } })).toEqual(["s1 plan"]);
    const row = { number: "1/2025/01", place: "", text: "", owners: [], report: text, verdict: null };
    expect(places({ reported: [{ ...row, sensitivity: "public" }] })).toEqual(["s6 "]);
    expect(places({ reported: [{ ...row, sensitivity: "police_only" }] })).toEqual([]);
  });

  test("what nobody can change any more does not stand in the way", () => {
    const text = "PESEL 44051401359";
    const [item] = facts.items;
    if (!item) throw new Error("No item");
    const level = (over: Partial<Facts>) => checkSecrets(withText("Omówiono.", over)).map((fault) => fault.level);
    expect(level({ motions: [aMinutedMotion({ textPublic: text })] })).toEqual(["error"]);
    expect(level({ motions: [aMinutedMotion({ textPublic: text, outcome: "merged" })] })).toEqual(["warning"]);
    expect(level({ items: [{ ...item, title: text }] })).toEqual(["warning"]);
  });

  test("is asked of the parts that everybody reads", () => {
    const parts = withText("x", {}, "distribution");
    expect(openParts(parts).map(({ key }) => key)).not.toContain("distribution");
    expect(titleOf(facts, "findings")).toBe("Ustalenia");
    expect(titleOf(facts, itemKey("gone"))).toBe("");
  });

  test.each([
    ["3/2026/04", "Wniosek 3/2026/04: nie da się wydrukować znaku 😀"],
    ["Z1", "Zadanie Z1: nie da się wydrukować znaku 😀"],
    ["Dyskusja", "„Dyskusja”: nie da się wydrukować znaku 😀"],
    ["", "Nie da się wydrukować znaku 😀"],
  ])("the place stands first: %s", (subject, sentence) =>
    expect(check.faults.odd_sign({ subject, detail: "😀" })).toBe(sentence),
  );

  test("and named in Polish", () => {
    const fault = { subject: "Dyskusja", detail: "phone plate" };
    expect(check.faults.personal_data(fault)).toBe(
      "„Dyskusja”: w wersji publicznej mogą być dane osoby (telefon i\u00a0numer rejestracyjny)",
    );
  });
});
