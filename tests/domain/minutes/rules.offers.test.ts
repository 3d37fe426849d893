import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLines, isOffering, offerFor } from "~/domain/minutes/rules.offers";

const BASIS = "Dyskusję przeprowadzono o godz. 17.00.\n17.20 – wniosek 3/2026/04, ul. Polna.";
const DECIDED = "17.20 – wniosek 3/2026/04, ul. Polna: zadanie Z1 (Gmina, do 30.06.2026).";

describe("what the record has new", () => {
  test.each<[string, { basis: string; text: string; now: string }, string[], string[]]>([
    ["nothing", { basis: BASIS, text: "Całkiem inaczej.", now: BASIS }, [], []],
    [
      "one more line",
      { basis: BASIS, text: "x", now: `${BASIS}\n17.40 – przybycie: Starosta.` },
      ["17.40 – przybycie: Starosta."],
      [],
    ],
    [
      "what the clerk wrote herself",
      { basis: BASIS, text: "17.40 – głos: Wójt", now: `${BASIS}\n17.40 – głos: Wójt.` },
      [],
      [],
    ],
    ["a blank and a full stop", { basis: "a;", text: "", now: "a." }, [], []],
    ["another order", { basis: "a\nb", text: "", now: "b\na" }, [], []],
    ["the same words twice", { basis: "a", text: "a", now: "a\na" }, ["a"], []],
    ["twice, and written twice", { basis: "a", text: "a\na", now: "a\na" }, [], []],
    ["taken back, and not in the text", { basis: "a\nb", text: "x", now: "a" }, [], []],
    ["taken back, and still in the text", { basis: "a\nb", text: "b\nx", now: "a" }, [], ["b"]],
    ["all at once", { basis: "", text: "x", now: "a\nb" }, ["a", "b"], []],
  ])("%s", (_case, { basis, text, now }, fresh, gone) => {
    const offer = offerFor({ basis, text }, now);
    expect(offer.fresh.map(({ line }) => line)).toEqual(fresh);
    expect(offer.gone).toEqual(gone);
    expect(isOffering(offer)).toBe(fresh.length + gone.length > 0);
  });

  test("a motion that was decided takes the place of its line before", () => {
    const now = BASIS.replace("17.20 – wniosek 3/2026/04, ul. Polna.", DECIDED);
    const offer = offerFor({ basis: BASIS, text: BASIS }, now);
    expect(offer).toEqual({ fresh: [{ line: DECIDED, was: "17.20 – wniosek 3/2026/04, ul. Polna." }], gone: [] });
    expect(addLines(`${BASIS}\nKoniec.`, offer)).toBe(`${BASIS}\n${DECIDED}\nKoniec.`);
  });
});

describe("a new line goes", () => {
  const add = (text: string, line: string) => addLines(text, { fresh: [{ line, was: "" }], gone: [] });
  test.each([
    [
      "before the first later hour",
      "Wstęp.\n17.05 – a\n17.30 – b",
      "17.20 – x",
      "Wstęp.\n17.05 – a\n17.20 – x\n17.30 – b",
    ],
    ["behind the same hour", "17.20 – a\n17.30 – b", "17.20 – x", "17.20 – a\n17.20 – x\n17.30 – b"],
    ["by the hour as the clerk writes it", "9:05 – a\n– 11:00, b", "10.00 – x", "9:05 – a\n10.00 – x\n– 11:00, b"],
    ["to the end without later hours", "17.05 – a\nPotem.", "17.20 – x", "17.05 – a\nPotem.\n17.20 – x"],
    ["to the end without an hour", "17.05 – a", "Wniosek 2.", "17.05 – a\nWniosek 2."],
    ["alone into an empty text", "", "Wniosek 2.", "Wniosek 2."],
  ])("%s", (_where, text, line, expected) => expect(add(text, line)).toBe(expected));
});

const line = fc.oneof(
  fc.constantFrom(
    "17.05 – głos: Wójt.",
    "17.20 – wniosek 1: zadanie Z1",
    "17.20 – wniosek 1",
    "Nie wyznaczono zadań.",
    "",
  ),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));

const isSubsequence = (part: string[], whole: string[]) => {
  let found = 0;
  for (const each of whole) if (found < part.length && part[found] === each) found++;
  return found === part.length;
};

describe("whatever stands where", () => {
  test("what the clerk typed stays, in its order, and after taking over nothing is offered", () => {
    fc.assert(
      fc.property(text, text, text, (basis, typed, now) => {
        const offer = offerFor({ basis, text: typed }, now);
        const result = addLines(typed, offer);
        expect(isSubsequence(typed === "" ? [] : typed.split("\n"), result.split("\n"))).toBe(true);
        expect(isOffering(offerFor({ basis: now, text: result }, now))).toBe(false);
        // Every line of the record that is new has got into the text.
        for (const { line } of offer.fresh) expect(result.split("\n")).toContain(line);
      }),
      { numRuns: 2000 },
    );
  });

  test("what was passed over is offered no more, and the text is the same", () => {
    fc.assert(
      fc.property(text, text, (typed, now) => {
        expect(isOffering(offerFor({ basis: now, text: typed }, now))).toBe(false);
      }),
    );
  });
});
