import { describe, expect, test } from "vitest";
import { decidePhraseChange, reordered } from "~/domain/minutes/rules.library";
import type { PhraseChange } from "~/domain/minutes/schema.phrases";

const rows = [
  { id: "a", also: "start-0", title: "Otwarcie", version: 1 },
  { id: "b", title: "Przerwa", version: 3 },
];
const change = (over: object): PhraseChange =>
  ({ do: "change", id: "b", title: "Nowa", text: "x", ...over }) as PhraseChange;

describe("the library of phrases", () => {
  test.each([
    [change({}), 3, "b"],
    [change({ title: "Przerwa" }), 3, "b"],
    [change({ id: "start-0" }), 1, "a"],
    [change({}), 2, "stale"],
    [change({}), undefined, "stale"],
    [change({ title: "Otwarcie" }), 3, "taken"],
    [change({ id: "c" }), 1, "gone"],
    [change({ id: "" }), 1, "gone"],
    [change({ do: "remove" }), 3, "b"],
    [change({ do: "remove" }), 1, "stale"],
    [change({ do: "up" }), undefined, "b"],
    [change({ do: "add" }), undefined, "new"],
    [change({ do: "add", title: "Otwarcie" }), undefined, "taken"],
  ])("%j over version %s: %s", (what, version, answer) => {
    const decision = decidePhraseChange(rows, what, version);
    expect(decision.ok ? (decision.value?.id ?? "new") : decision.reason).toBe(answer);
  });

  test("is finite", () => {
    const full = Array.from({ length: 200 }, (_, i) => ({ id: `${i}`, title: `${i}`, version: 1 }));
    expect(decidePhraseChange(full, change({ do: "add" }), undefined)).toEqual({ ok: false, reason: "tooMany" });
  });

  test.each([
    ["b", "up", "bac"],
    ["b", "down", "acb"],
    ["a", "up", "abc"],
    ["c", "down", "abc"],
    ["x", "up", "abc"],
  ] as const)("%s %s: %s", (id, way, order) => {
    const three = ["a", "b", "c"].map((id) => ({ id }));
    expect(
      reordered(three, id, way)
        .map((row) => row.id)
        .join(""),
    ).toBe(order);
  });
});
