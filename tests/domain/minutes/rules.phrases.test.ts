import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPhrase, placesIn, unresolvedIn } from "~/domain/minutes/rules.phrases";

const known = {
  words: { przewodniczący: "Komendant Powiatowy Policji", numer: "3/2026" },
  counts: { wniosek: 5, zadanie: 2, uczestnik: 22 },
};

describe("places of a phrase", () => {
  test.each([
    ["Debatę otworzył {przewodniczący}.", ["{przewodniczący}"]],
    ["{funkcja} {stopień} {funkcja}", ["{funkcja}", "{stopień}"]],
    ["zgłoszono {liczba:wniosek|wnioski|wniosków}", ["{liczba:wniosek|wnioski|wniosków}"]],
    ["{Godzina zakończenia}", ["{Godzina zakończenia}"]],
    ["bez pól; {…}, {}, { }, {-}, {\n}, } {", []],
    ["{niezamknięte", []],
    ["", []],
  ])("still open in %j", (text, places) => {
    expect(unresolvedIn(text)).toEqual(places);
  });

  test("knows where each stands", () => {
    const text = "a {funkcja} b {liczba:wniosek|wnioski|wniosków}";
    for (const place of placesIn(text)) expect(text.slice(place.start, place.end)).toBe(place.text);
    expect(placesIn(text)[1]).toMatchObject({ name: "liczba", forms: ["wniosek", "wnioski", "wniosków"] });
  });
});

describe("filling", () => {
  test.each([
    ["Otworzył {przewodniczący}, nr {numer}.", "Otworzył Komendant Powiatowy Policji, nr 3/2026."],
    ["{Przewodniczący} zamknął debatę.", "Komendant Powiatowy Policji zamknął debatę."],
    ["Zgłoszono {liczba:wniosek|wnioski|wniosków}.", "Zgłoszono 5\u00a0wniosków."],
    ["{liczba:zadanie|zadania|zadań}", "2\u00a0zadania"],
    ["{liczba:uczestnik|uczestników|uczestników}", "22\u00a0uczestników"],
    ["{1:głos|głosy|głosów}, {14:głos|głosy|głosów}", "1\u00a0głos, 14\u00a0głosów"],
    ["Głos zabrał {funkcja}.", "Głos zabrał {funkcja}."],
    ["{liczba:głos|głosy|głosów}", "{liczba:głos|głosy|głosów}"],
    ["{liczba:wniosek}", "{liczba:wniosek}"],
    ["{constructor} {__proto__} {toString}", "{constructor} {__proto__} {toString}"],
  ])("%j", (phrase, filled) => {
    expect(fillPhrase(phrase, known)).toBe(filled);
  });

  test("filling twice changes nothing more, and text outside of places stays", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const once = fillPhrase(`${before}{numer}${after}`, known);
        expect(fillPhrase(once, known)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[^{}]*$/), (text) => {
        expect(fillPhrase(text, known)).toBe(text);
      }),
    );
  });
});
