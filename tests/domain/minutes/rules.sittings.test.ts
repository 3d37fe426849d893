import { expect, test } from "vitest";
import { isSameSitting, sittingsOf } from "~/domain/minutes/rules.sittings";

const save = (minute: number, editedBy = "Anna") => ({ editedBy, at: new Date(Date.UTC(2026, 2, 18, 18, minute)) });

test.each([
  [undefined, save(0), false],
  [save(0), save(0), true],
  [save(0), save(9), true],
  [save(0), save(10), false],
  [save(0), save(1, "Jan"), false],
])("%o and %o: %s", (earlier, later, same) => {
  expect(isSameSitting(earlier, later)).toBe(same);
});

test("every text is in a sitting, in its order; another person or a break begins a new one", () => {
  const texts = [save(30), save(22), save(21, "Jan"), save(20), save(9), save(0)].map((text, i) => ({ ...text, i }));
  const sittings = sittingsOf(texts);
  expect(sittings.map(({ last, earlier }) => [last.i, ...earlier.map(({ i }) => i)])).toEqual([
    [0, 1],
    [2],
    [3],
    [4, 5],
  ]);
  expect(sittings.flatMap(({ last, earlier }) => [last, ...earlier])).toEqual(texts);
  expect(sittingsOf([])).toEqual([]);
});
