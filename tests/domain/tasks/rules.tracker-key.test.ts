import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfPrefix, keyFromPath, keyInPath, numberOfKey, typedPlace } from "~/domain/tasks/rules.tracker-key";
import { calendarDate } from "~/platform/time";

test("keys go into addresses and come back", () => {
  expect(keyInPath("3/2026/07", null)).toBe("3-2026-07");
  expect(keyFromPath("3-2026-07")).toEqual({ rank: -20_260_003, sequence: 7, dueOn: null });
  expect(keyInPath("3/2026/07", calendarDate("2026-04-20"))).toBe("2026-04-20.3-2026-07");
  const key = keyFromPath("2026-04-20.3-2026-07");
  expect(key).toEqual({ rank: -20_260_003, sequence: 7, dueOn: "2026-04-20" });
  expect(key && numberOfKey(key)).toBe("3/2026/07");
  for (const wrong of ["", ".", "3/2026/07", "2026-02-30.3-2026-07", ".3-2026-07", "x.3-2026-07", "2026-04-20.x"])
    expect(keyFromPath(wrong)).toBeUndefined();
});

test("a place is looked for however it was typed, also one that has no name", () => {
  expect(["ul. Leśnej 12", "Leśn", "plac Woln", "miasto", "  "].map(typedPlace)).toEqual([
    "lesna",
    "lesn",
    "plac woln",
    "miasto",
    "",
  ]);
});

test("what begins with a prefix stands between it and its end, in the order of bytes and of languages", () => {
  const word = fc.string({ unit: fc.constantFrom(..."az09 yb"), minLength: 1, maxLength: 6 });
  const orders = [(a: string, b: string) => (a < b ? -1 : Number(a > b)), new Intl.Collator("pl").compare];
  fc.assert(
    fc.property(word, word, (raw, rest) => {
      const prefix = raw.trim();
      const end = endOfPrefix(prefix);
      if (end === undefined) {
        expect(prefix).toMatch(/^z*$/);
        return;
      }
      for (const compare of orders) expect(compare(prefix + rest, end)).toBeLessThan(0);
      expect(end.startsWith(prefix)).toBe(false);
    }),
  );
});
