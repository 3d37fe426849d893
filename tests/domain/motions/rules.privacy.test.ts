import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagsOf, markedParts, personalDataIn } from "~/domain/motions/rules.privacy";

describe("is held for a person to look at", () => {
  test.each([
    ["Mój sąsiad, pan Nowak spod 12, już się przewrócił.", "person: pan Nowak | flat: spod 12"],
    ["Pani Kowalska-Nowak z parteru", "person: Pani Kowalska-Nowak"],
    ["u państwa Wiśniewskich co noc impreza", "person: państwa Wiśniewskich"],
    ["Sąsiad Kowalski wypuszcza psa", "person: Sąsiad Kowalski"],
    ["handluje Jan Kowalski i Anna Maj", "person: Jan Kowalski | person: Anna Maj"],
    ["widziałem Piotra Zielińskiego", "person: Piotra Zielińskiego"],
    ["Narkotyki w mieszkaniu nr 7", "flat: mieszkaniu nr 7"],
    ["ul. Polna 5/12, ul. Leśna 4 m. 3", "flat: 5/12 | flat: 4 m. 3"],
    ["blok 3 lok. 15", "flat: lok. 15"],
    ["auto KRA 4J552 stoi na trawniku", "plate: KRA 4J552"],
    ["auto WX12345", "plate: WX12345"],
    ["proszę dzwonić 600 100 200", "phone: 600 100 200"],
    ["tel. +48 22 621 00 00 albo 22 621-00-00", "phone: +48 22 621 00 00 | phone: 22 621-00-00"],
    ["PESEL 44051401359", "pesel: 44051401359"],
    ["piszcie: anna.przyklad@poczta.test", "email: anna.przyklad@poczta.test"],
  ])("%s", (text, expected) => {
    const found = personalDataIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    expect(found.join(" | ")).toBe(expected);
  });
});

describe("is not", () => {
  test.each([
    "Zbyt krótkie zielone światło na skrzyżowaniu ul. Dąbskiej z DK92.",
    "Zmiana organizacji ruchu przy szkole w godz. 7.30–8.15.",
    "Pani Burmistrz obiecała to w 2025 r., pan Komendant też.",
    "Brak oświetlenia przy ul. Jana Kochanowskiego i na placu Jana Pawła II.",
    "Szkoła Podstawowa im. Marii Konopnickiej",
    "Jest jak we wniosku 3/2026/07 z debaty nr 3/2026.",
    "Sklep czynny 24/7, hałas po godz. 22.00.",
    "Picie alkoholu przed sklepem przy ul. 3 Maja po godz. 20.00.",
    "Klatki schodowe, bl. 12–16, os. Południe, parking 300 m od szkoły.",
    "Dziura ma 20 m2, koszt 186 000 zł, program „Na ratunek”.",
    "Proszę dzwonić pod numer 112.",
    "SP nr 2, OSP, PSP, MOPS, ZDP, KPP WRD i DK 92.",
    "",
  ])("%s", (text) => expect(personalDataIn(text)).toEqual([]));
});

test("the kinds are stored once each, over all texts", () => {
  expect(flagsOf("pan Nowak i pani Kowal", "ul. Polna 5/12")).toEqual(["person", "flat"]);
});

test("marks cut a text and lose nothing of it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(" pan Nowak ", " 600 100 200 ", " 5/12 ", " KRA 12345 "))),
      (pieces) => {
        const text = pieces.join("");
        expect(
          markedParts(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});

test("a megabyte of hostile text is read in one go", () => {
  for (const piece of ["a", "1", "A1", "1/", "pan ", "Jan ", "a.", "@", "12 m "])
    expect(personalDataIn(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
});
