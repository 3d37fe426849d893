import { expect, test } from "vitest";
import { placeOf } from "~/domain/minutes/rules.place";
import type { Section, SectionName } from "~/domain/minutes/rules.sections";

const section = (name: SectionName, ...items: string[]): Section => ({
  ...{ name, no: 1, id: `s-${name}`, title: name },
  blocks: [{ kind: "list", items, numbered: false }],
});

test("the section that speaks of a matter; numbers that only begin or end alike are others", () => {
  const sections = [section("course", "Wniosek 3/2026/07"), section("motions", "3/2026/071", "13/2026/07")];
  expect(placeOf(sections, "3/2026/07")).toEqual({ id: "s-course", title: "course" });
  expect(placeOf([...sections, section("tasks", "nr 3/2026/07.")], "3/2026/07")?.id).toBe("s-tasks");
  expect(placeOf(sections, "3/2026/7")).toBeNull();
  expect(placeOf([section("agenda", "3/2026/07")], "3/2026/07"), "the agenda only announces").toBeNull();
});
