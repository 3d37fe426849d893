import { expect, test } from "vitest";
import { openTray } from "~/platform/documents-tray";

type Limits = Parameters<typeof openTray>[0];

function aTray(limits: Limits) {
  const tray = openTray(limits);
  const forgotten: string[] = [];
  return { ...tray, forgotten, put: (key: string, bytes: number) => tray.put(key, bytes, () => forgotten.push(key)) };
}

test.each<[string, Limits, [string, number][], string[]]>([
  [
    "few wait",
    { most: 2 },
    [
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ],
    ["a"],
  ],
  [
    "they are small in all",
    { mostBytes: 10 },
    [
      ["a", 5],
      ["b", 5],
      ["c", 6],
    ],
    ["a", "b"],
  ],
  [
    "the newest stays, however large",
    { mostBytes: 10 },
    [
      ["a", 5],
      ["b", 50],
    ],
    ["a"],
  ],
  [
    "one that was drawn again waits from now on",
    { most: 2 },
    [
      ["a", 1],
      ["b", 1],
      ["a", 1],
      ["c", 1],
    ],
    ["a", "b"],
  ],
])("%s", (_, limits, documents, expected) => {
  const { put, forgotten } = aTray(limits);
  for (const [key, bytes] of documents) put(key, bytes);
  expect(forgotten).toEqual(expected);
});

test("what was taken or waited too long is forgotten, once", async () => {
  const { put, take, forgotten } = aTray({ keptForMs: 10 });
  put("a", 1);
  take("a");
  take("a");
  put("b", 1);
  while (forgotten.length < 2) await new Promise((wait) => setTimeout(wait, 5));
  expect(forgotten).toEqual(["a", "b"]);
});
