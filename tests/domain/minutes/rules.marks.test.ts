import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksIn, REDACTED, redact, withoutMarks, withWholeMarks } from "~/domain/minutes/rules.marks";

describe("marked passages", () => {
  test.each([
    ["bez znaku", "bez znaku", "bez znaku", 0],
    ["Zgłosił [[Jan]] z bloku.", "Zgłosił [utajniono] z bloku.", "Zgłosił Jan z bloku.", 0],
    ["[[a]][[b]]", "[utajniono][utajniono]", "ab", 0],
    ["x [[a [[b]] c]] y", "x [utajniono] y", "x a b c y", 0],
    ["x [[dwie\nlinie]] y", "x [utajniono] y", "x dwie\nlinie y", 0],
    ["jawne [[tajne do końca", "jawne [utajniono]", "jawne tajne do końca", 1],
    ["jawne [[tajne [[jeszcze]] i dalej", "jawne [utajniono]", "jawne tajne jeszcze i dalej", 1],
    ["jawne\ntajne]] dalej", "[utajniono] dalej", "jawne\ntajne dalej", 1],
    ["dwie\nlinie\ntajne]]\njawne", "[utajniono]\njawne", "dwie\nlinie\ntajne\njawne", 1],
    ["[[a]] b [[c]] d]]\ne", "[utajniono]\ne", "a b c d\ne", 1],
    ["[[a]] b]] c", "[utajniono] c", "a b c", 1],
    ["[jeden] nawias, a[0]", "[jeden] nawias, a[0]", "[jeden] nawias, a[0]", 0],
    ["[[]]", "[utajniono]", "", 0],
    ["", "", "", 0],
  ])("%j", (text, open, internal, unbalanced) => {
    expect(redact(text)).toBe(open);
    expect(withoutMarks(text)).toBe(internal);
    expect(marksIn(text).unbalanced).toHaveLength(unbalanced);
  });

  test("no character of a passage is left, whatever is written, nested or left open around it", () => {
    const noise = fc.stringMatching(/^[a-f[\]\n ]{0,12}$/);
    const secret = fc.stringMatching(/^[X-Z]{1,8}$/);
    const passage = fc.tuple(noise, secret, noise).map(([before, word, after]) => `${before}[[${word}]]${after}`);
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 6 }), (passages) => {
        expect(redact(passages.join(" "))).not.toMatch(/[X-Z]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["ul. Polna [[\ndalej", "ul. Polna \ndalej"],
    ["a]] b\n[[c]] d", "a b\n[[c]] d"],
    ["[[a\nb]]", "a\nb"],
    ["bez", "bez"],
  ])("half a mark in a line of the record is none: %j", (line, result) => {
    expect(withWholeMarks(line)).toBe(result);
  });

  test("the length of a passage leaves no trace", () => {
    expect(redact(`a [[${"x".repeat(50_000)}]] b`)).toBe(`a ${REDACTED} b`);
  });
});
