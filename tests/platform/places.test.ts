import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeKeyOf } from "~/platform/places";

describe("one place, however it is written", () => {
  test.each([
    [
      "lesna",
      ["ul. Leśna", "Leśna 12", "ul. Leśna 12a", "przy ulicy Leśnej", "ul.Leśna 12/4", "LEŚNA 5–9", "ul. Leśna 12 a"],
    ],
    [
      "lesna",
      ["ul. Leśna nr 12", "na ul. Leśnej od nr 3 do 10", "Leśna, blok 5", "cała ulica Leśna", "ul. Leśna 12 m. 4"],
    ],
    ["3 maja", ["ul. 3 Maja", "3 Maja 17", "przy 3 Maja", "ulica 3 Maja 17/2"]],
    ["11 listopada", ["ul. 11 Listopada 4", "11 Listopada"]],
    ["15 pulku piechoty", ["ul. 15 Pułku Piechoty 8"]],
    ["1000 lecia", ["os. 1000-lecia", "Osiedle 1000-lecia 14"]],
    ["gornicze", ["Os. Górnicze", "na Osiedlu Górniczym", "os. Górnicze 12", "osiedla Górniczego"]],
    ["pilsudski", ["ul. J. Piłsudskiego 3", "Piłsudskiego", "al. Marszałka Piłsudskiego"]],
    ["popieluszki", ["ul. ks. Popiełuszki", "Popiełuszki 9"]],
    ["jana pawla ii", ["al. Jana Pawła II", "Jana Pawła II 12"]],
    ["plac wolnosci", ["pl. Wolności", "plac Wolności 1", "przy placu Wolności", "na Pl. Wolności"]],
    ["park miejski", ["park miejski", "w parku miejskim", "Park Miejski", "teren parku miejskiego"]],
    ["rynek", ["Rynek", "na rynku", "Rynek 3"]],
    [
      "lesna polna",
      ["skrzyżowanie ul. Leśnej i Polnej", "Polna / Leśna", "ul. Polna róg Leśnej", "skrzyżowanie Leśnej z Polną"],
    ],
    ["lesna wierzbinow", ["Wierzbinów, ul. Leśna 4", "ul. Leśna, Wierzbinów", "ul. Leśna 4, 26-300 Wierzbinów"]],
    ["droga krajowa 92", ["droga krajowa nr 92", "przy drodze krajowej 92", "Droga krajowa 92"]],
    ["droga powiatowa", ["drogi powiatowe", "droga powiatowa", "na drodze powiatowej", "na drogach powiatowych"]],
    ["dk 92", ["DK 92", "DK-92"]],
    ["szkola podstawowa 3", ["Szkoła Podstawowa nr 3", "przy Szkole Podstawowej nr 3"]],
    ["", ["", "  ", "–", "całe miasto", "w mieście", "cała gmina", "12", "ul."]],
  ])("%s", (key, spellings) => {
    expect(Object.fromEntries(spellings.map((place) => [place, placeKeyOf(place)]))).toEqual(
      Object.fromEntries(spellings.map((place) => [place, key])),
    );
  });

  test.each([
    ["ul. Górnicza", "os. Górnicze"],
    ["pl. Wolności", "ul. Wolności"],
    ["Szkoła Podstawowa nr 3", "Szkoła Podstawowa nr 2"],
    ["ul. 3 Maja", "ul. 1 Maja"],
    ["droga krajowa 92", "droga krajowa 12"],
    ["ul. Leśna", "ul. Leśna i Polna"],
    ["ul. Leśna, Wierzbinów", "ul. Leśna, Kłonowo"],
  ])("%s is not %s", (one, other) => expect(placeKeyOf(one)).not.toBe(placeKeyOf(other)));

  test("any text has a key of plain words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (place) => {
        const key = placeKeyOf(place);
        expect(key).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
      }),
    );
  });
});
