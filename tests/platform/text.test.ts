import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanParagraph, keptCell, lengthOf, plainCell, safeCell } from "~/platform/text";

const INVISIBLE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."aą \t\r\n\u0000\u0007\u00a0\u00ad\u0301\u0328\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\ufe0f\u2028#1",
    ),
    fc.constantFrom("👩", "🏽", "🚒", "\ud83d", "\udc69", "🇵🇱", "\u{e0067}", "\u20e3"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("one line", () => {
  test.each([
    ["  Ala   ma\tkota \n", "Ala ma kota"],
    ["pas\u0000zer\u0007", "paszer"],
    ["\u202eatokęt\u202c", "atokęt"],
    ["a\u2066b\u2069c\u200bd\ufeffe\u00adf", "abcdef"],
    ["z\u0328az\u0307o\u0301l\u0142c\u0301", "z\u0328ażólłć"],
    ["Łódź".normalize("NFD"), "Łódź"],
    ["a\u200d b", "a b"],
    ["👩🏽‍🚒 ❤️ 1️⃣ 🏳️‍🌈", "👩🏽‍🚒 ❤️ 1️⃣ 🏳️‍🌈"],
    ["x\ud83d", "x"],
    ["\u200b \u2060", ""],
    ["18\u00a0marca", "18 marca"],
    ["a\r\nBcc: b", "a Bcc: b"],
  ])("%j", (typed, clean) => expect(cleanLine(typed)).toBe(clean));

  test("never holds a control, an invisible sign or a double blank, and is stable", () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const clean = cleanLine(typed);
        expect(clean).not.toMatch(INVISIBLE);
        expect(clean).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(cleanLine(clean)).toBe(clean);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a paragraph", () => {
  test.each([
    ["a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["\n\n a  b \n\n\n\n c \n", "a b\n\nc"],
    ["a\u2028b", "a\nb"],
    ["a\u0000\u202e\nb", "a\nb"],
    [" \n \n", ""],
  ])("%j", (typed, clean) => expect(cleanParagraph(typed)).toBe(clean));

  test("keeps line ends and nothing else that is not seen", () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const clean = cleanParagraph(typed);
        expect(clean.replaceAll("\n", "")).not.toMatch(INVISIBLE);
        expect(clean).not.toMatch(/^\s|\s$|\n{3}|\r/);
        expect(cleanParagraph(clean)).toBe(clean);
        expect(
          clean
            .split(/\n+/)
            .filter(Boolean)
            .every((line) => cleanLine(line) === line),
        ).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

test("length counts what people see as characters, not halves of them", () => {
  expect(lengthOf("zażółć")).toBe(6);
  expect(lengthOf("🚒🚒")).toBe(2);
});

describe("cells of a spreadsheet", () => {
  const there = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "=1",
      "'=1",
      "''=1",
      "'",
      "''12",
      "12.03",
      "'12.03",
      " -1",
      "3 maja",
      "prawda",
      "0012",
      "1e5",
      "'x",
      "'’=1",
    ),
  );
  test("what was made safe, or kept from being a number, comes back as it was", () => {
    fc.assert(
      fc.property(there, (text) => {
        for (const one of [text, `'${text}`]) expect(plainCell(safeCell(keptCell(one)))).toBe(one);
      }),
    );
  });
  test.each([
    "12",
    "0012",
    "12.03",
    "1/2026",
    "12.03.2026",
    "3 maja",
    "maj 2026",
    "1e5",
    "12 zł",
    "PRAWDA",
    "10%",
    "'12",
  ])("%j would come back as something else, and is kept", (text) => expect(keptCell(text)).toBe(`'${text}`));
  test.each(["3 latarnie", "Majówka w parku", "nr 3/2026", "3/2026/Z1", "", "ul. 3 Maja 5 i 7", "'x"])(
    "%j stays",
    (text) => expect(keptCell(text)).toBe(text),
  );
  test.each(["=1+1", "+48", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x"])(
    "%j is quoted",
    (text) => expect(safeCell(text)).toBe(`'${text}`),
  );
  test.each(["Ala", "", "1-2", "a=b", "’=1", "– pauza", "10%"])("%j stays", (text) =>
    expect(safeCell(text)).toBe(text),
  );
});
