import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparePolish,
  counted,
  foldForSearch,
  formatMoney,
  formatNumber,
  listed,
  NBSP,
  plural,
  quoted,
  slugify,
  typeset,
} from "~/platform/language";

const plain = (text: string) => text.replaceAll(NBSP, " ");
const marked = (text: string) => text.replaceAll(NBSP, "_");
const polish = fc.string({ unit: fc.constantFrom(..."aąbcćdeęłlnńoóśsuwzźżAĄĆĘŁŃÓŚŹŻIWZ0123456789 \n.,;–-/(„”§%") });

describe("plurals", () => {
  test.each([
    [0, "0 wniosków"],
    [1, "1 wniosek"],
    [2, "2 wnioski"],
    [4, "4 wnioski"],
    [5, "5 wniosków"],
    [11, "11 wniosków"],
    [12, "12 wniosków"],
    [14, "14 wniosków"],
    [21, "21 wniosków"],
    [22, "22 wnioski"],
    [25, "25 wniosków"],
    [101, "101 wniosków"],
    [102, "102 wnioski"],
    [112, "112 wniosków"],
    [122, "122 wnioski"],
    [12_000, "12 000 wniosków"],
  ])("%i", (n, expected) => expect(plain(counted(n, "motion"))).toBe(expected));

  test.each([
    ["task", "1 zadanie, 2 zadania, 5 zadań"],
    ["debate", "1 debata, 2 debaty, 5 debat"],
    ["participant", "1 uczestnik, 2 uczestników, 5 uczestników"],
    ["resident", "1 mieszkaniec, 2 mieszkańców, 5 mieszkańców"],
    ["invitation", "1 zaproszenie, 2 zaproszenia, 5 zaproszeń"],
    ["day", "1 dzień, 2 dni, 5 dni"],
    ["patrol", "1 służba, 2 służby, 5 służb"],
    ["answer", "1 odpowiedź, 2 odpowiedzi, 5 odpowiedzi"],
    ["attachment", "1 załącznik, 2 załączniki, 5 załączników"],
  ] as const)("%s", (noun, expected) => {
    expect(plain([1, 2, 5].map((n) => counted(n, noun)).join(", "))).toBe(expected);
  });

  test("own forms, and the rule of the language itself", () => {
    expect(plain(counted(3, ["punkt", "punkty", "punktów"]))).toBe("3 punkty");
    const rules = new Intl.PluralRules("pl");
    for (let n = 0; n < 1200; n++) expect(plural(n, ["one", "few", "many"])).toBe(rules.select(n));
  });
});

test.each([
  [0, "0"],
  [1250, "1250"],
  [33_000, "33 000"],
  [1_234_567, "1 234 567"],
  [-12_000, "−12 000"],
])("the number %i", (n, expected) => expect(plain(formatNumber(n))).toBe(expected));

test.each([
  [3_300_000, "33 000 zł"],
  [22_050, "220,50 zł"],
  [5, "0,05 zł"],
  [0, "0 zł"],
  [-150, "−1,50 zł"],
])("%i grosze", (grosze, expected) => expect(plain(formatMoney(grosze))).toBe(expected));

describe("typesetting", () => {
  test.each([
    ["I w domu, i w szkole", "I_w_domu, i_w_szkole"],
    ["o godz. 17.00", "o_godz._17.00"],
    ["przy ul. Kolejowej nr 5", "przy ul._Kolejowej nr_5"],
    ["róg ul. 3 Maja i al. 11 Listopada 5", "róg ul._3_Maja i_al._11_Listopada 5"],
    ["Plac 3 Maja, os. 1000 Lat, na ulicy 1. Pułku", "Plac 3_Maja, os._1000_Lat, na ulicy 1._Pułku"],
    ["o godz. 17 Policja, 3 Maja, ul. Polna 3 Wierzbinów", "o_godz._17 Policja, 3 Maja, ul._Polna 3 Wierzbinów"],
    ["art. 57 § 1 KPA, § 8 ust. 2 pkt 3", "art._57 §_1 KPA, §_8 ust._2 pkt_3"],
    ["Dz. U. z 2025 r. poz. 296", "Dz._U. z_2025_r. poz._296"],
    ["dnia 18 marca 2026 r. odbyła się", "dnia 18_marca 2026_r. odbyła się"],
    ["33 000 zł i 33 tys. zł", "33_000_zł i_33_tys._zł"],
    ["do 50 km/h, 12 dni", "do 50_km/h, 12_dni"],
    ["mł. asp. A. Nowak", "mł._asp._A._Nowak"],
    ["Policja – organizator", "Policja_– organizator"],
    ["„w tym” (z Rady)", "„w_tym” (z_Rady)"],
    ["tel. 600 100 200", "tel._600_100_200"],
    ["A B C D", "A_B C D"],
    ["5 ra, 64 osy", "5 ra, 64 osy"],
    ["Łukowica", "Łukowica"],
    ["w\nnowym wierszu", "w\nnowym wierszu"],
    ["", ""],
  ])("%s", (text, expected) => expect(marked(typeset(text))).toBe(expected));

  test("a second run changes nothing, and only blanks ever change", () => {
    fc.assert(
      fc.property(fc.oneof(polish, fc.string({ unit: "grapheme" })), (text) => {
        const once = typeset(text);
        expect(typeset(once)).toBe(once);
        expect(once.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("search", () => {
  test.each([
    ["Zażółć GĘŚLĄ jaźń", "zazolc gesla jazn"],
    ["ŁÓDŹ", "lodz"],
    ["Łódź".normalize("NFD"), "lodz"],
    [`  ul.${NBSP}Kolejowa\n12 `, "ul. kolejowa 12"],
    ["Київ, Львів", "киів, львів"],
    ["ＤＫ９２", "dk92"],
  ])("%s", (text, folded) => expect(foldForSearch(text)).toBe(folded));

  test("folding is idempotent and blind to case and composition", () => {
    fc.assert(
      fc.property(fc.oneof(polish, fc.string({ unit: "binary" })), (text) => {
        const folded = foldForSearch(text);
        expect(foldForSearch(folded)).toBe(folded);
        expect(foldForSearch(text.normalize("NFD"))).toBe(foldForSearch(text.normalize("NFC")));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(polish, (text) => {
        expect(foldForSearch(text.toUpperCase())).toBe(foldForSearch(text));
        expect(foldForSearch(text)).not.toMatch(/[ąćęłńóśźżA-Z]/);
      }),
    );
  });
});

test("Polish letters are sorted in their places, numbers by value", () => {
  const sorted = [
    "Andrychów",
    "Ćmielów",
    "Cieszyn",
    "Lębork",
    "Łeba",
    "Łódź",
    "Mława",
    "ul. 10",
    "ul. 9",
    "Żary",
    "Zabrze",
    "Źródła",
  ];
  expect([...sorted].sort(comparePolish)).toEqual([
    "Andrychów",
    "Cieszyn",
    "Ćmielów",
    "Lębork",
    "Łeba",
    "Łódź",
    "Mława",
    "ul. 9",
    "ul. 10",
    "Zabrze",
    "Źródła",
    "Żary",
  ]);
});

test("quotation marks within quotation marks", () => {
  expect(quoted("Moja Komenda")).toBe("„Moja Komenda”");
  expect(quoted("Debata „Razem” i „Bezpieczniej”")).toBe("„Debata »Razem« i »Bezpieczniej«”");
});

test.each([
  [[], ""],
  [["wójt"], "wójt"],
  [["wójt", "starosta"], "wójt i starosta"],
  [["wójt", "starosta", "radny"], "wójt, starosta i radny"],
])("listed %j", (items, expected) => expect(plain(listed(items))).toBe(expected));

test("listed with another word", () => expect(plain(listed(["tak", "nie"], "albo"))).toBe("tak albo nie"));

test.each([
  ["Zażółć gęślą jaźń – Łąka, 18 marca!", "zazolc-gesla-jazn-laka-18-marca"],
  ["  --  ", ""],
  ["Debata nr 3/2026", "debata-nr-3-2026"],
])("the slug of %s", (text, slug) => expect(slugify(text)).toBe(slug));

test("a slug is cut at a word, stays within its length and is its own slug", () => {
  expect(slugify("bezpieczny ruch drogowy i porządek", 20)).toBe("bezpieczny-ruch");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 60 }), (text, max) => {
      const slug = slugify(text, max);
      expect(slug.length).toBeLessThanOrEqual(max);
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slugify(slug, max)).toBe(slug);
    }),
    { numRuns: 1000 },
  );
});

test("no text of ours has the blank that may not break after a dash: the line would begin with it", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".pl.ts"));
  expect(files.length).toBeGreaterThan(50);
  const wrong = files.filter((name) => /–(?:\\u00a0|\u00a0)/.test(readFileSync(`app/${name}`, "utf8")));
  expect(wrong).toEqual([]);
});
