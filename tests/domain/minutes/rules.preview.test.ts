import { expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { previewOf } from "~/domain/minutes/rules.preview";
import { minutedFacts } from "../../setup/factories.minutes";

test("both versions stand side by side, and what is left out is a gap in its place", () => {
  const base = minutedFacts();
  const items = base.items.map((item) => (item.id === "road" ? { ...item, internal: true } : item));
  const facts = minutedFacts({ items });
  const sections = previewOf({
    internal: composeMinutes(facts, "internal", UNSTAMPED),
    public: composeMinutes(facts, "public", UNSTAMPED),
  });
  const of = (id: string) => sections.find((section) => section.id === id);
  expect(sections).toHaveLength(12);
  expect(of("s1")).toMatchObject({ isSame: true });
  const motions = of("s7");
  const rows = (blocks: (typeof sections)[number]["open"] = []) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
  expect(rows(motions?.open)).toHaveLength(rows(motions?.internal).length);
  expect(rows(motions?.open).at(-1)?.[0]).toBe("[pominięto]");
  expect(JSON.stringify(motions?.internal)).toContain("narkotyków");
  expect(JSON.stringify(sections.map(({ open }) => open))).not.toMatch(
    /narkotyków|3\/2026\/12|Bezpieczeństwo w.ruchu drogowym/,
  );
  const course = of("s5")?.open.map((block) => ("text" in block ? block.text : "")) ?? [];
  expect(course.filter((text) => text.startsWith("[pominięto"))).toHaveLength(1);
  expect(course.findIndex((text) => text.startsWith("[pominięto"))).toBeGreaterThan(
    course.findIndex((text) => text.includes("Stan bezpieczeństwa")),
  );
});
