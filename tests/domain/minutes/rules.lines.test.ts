import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, isOpen } from "~/domain/minutes/rules";
import { linesOf } from "~/domain/minutes/rules.lines";
import { openTasks } from "~/domain/minutes/rules.suggestions";
import { MOTION_OUTCOMES, SENSITIVITIES } from "~db/vocabulary";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../../setup/factories.minutes";

const at = (hour: string) => new Date(`2026-03-18T${hour}:00+01:00`).toISOString();
const bare = (over: Partial<Facts>) => minutedFacts({ motions: [], tasks: [], guests: [], ...over });
const lines = (item: string, facts: Facts) => {
  const found = facts.items.find(({ id }) => id === item);
  return found ? linesOf(facts, found, openTasks(facts)) : [];
};
const guest = (over: Partial<Facts["guests"][number]>) => {
  const [first] = minutedFacts().guests;
  if (!first) throw new Error("No guest");
  return { ...first, ...over };
};

describe("under an item stands what happened while it was on", () => {
  test("in the order of the clock, an office each, no names", () => {
    const facts = bare({
      speeches: [
        { speaker: "Burmistrz, Urząd Miejski w Wierzbinowie", at: at("18:10"), agendaItemId: "discussion" },
        { speaker: "mieszkaniec/mieszkanka", at: at("18:02"), agendaItemId: "discussion" },
        { speaker: "Naczelnik Wydziału Ruchu Drogowego", at: at("17:26"), agendaItemId: "road" },
      ],
      motions: [
        aMinutedMotion({ number: "3/2026/01", agendaItemId: "discussion", submittedAt: at("18:05"), outcome: null }),
      ],
      guests: [
        guest({ officeTitle: "Burmistrz", leftAt: at("18:20") }),
        guest({
          bodyName: "Starostwo Powiatowe",
          officeTitle: "Starosta",
          arrivedAt: at("18:00"),
          presence: "present_by_substitute",
          substitute: { name: "Imię Zastępcy", post: "Wicestarosta" },
        }),
      ],
    });
    expect(lines("discussion", facts)).toEqual([
      "18.00 – przybycie: Wicestarosta (w zastępstwie: Starosta), Starostwo Powiatowe.",
      "18.02 – głos: mieszkaniec/mieszkanka.",
      "18.05 – wniosek 3/2026/01, Osiedle Górnicze.",
      "18.10 – głos: Burmistrz, Urząd Miejski w Wierzbinowie.",
      "18.20 – wyjście: Burmistrz, Urząd Miejski w Wierzbinowie.",
    ]);
    expect(lines("road", facts)).toEqual(["17.26 – głos: Naczelnik Wydziału Ruchu Drogowego."]);
    expect(lines("state", facts)).toEqual([]);
  });

  test.each<[string, Partial<Facts["guests"][number]>, string[]]>([
    ["there before it began", { arrivedAt: at("16:50") }, []],
    ["ticked off in the first minutes", { arrivedAt: at("17:12") }, []],
    ["late", { arrivedAt: at("17:13") }, ["state 17.13 – przybycie"]],
    ["in the pause between two items", { arrivedAt: at("18:45") }, ["findings 18.45 – przybycie"]],
    ["noted at the very end", { arrivedAt: at("19:05") }, []],
    ["left early", { leftAt: at("18:50") }, ["findings 18.50 – wyjście"]],
    ["left with everybody else", { leftAt: at("19:05") }, []],
    ["left on the next day, as somebody typed", { leftAt: at("21:00") }, []],
    ["without hours", { arrivedAt: null }, []],
  ])("who was %s", (_case, over, expected) => {
    const facts = bare({ guests: [guest(over)] });
    const found = facts.items.flatMap(({ id }) => lines(id, facts).map((line) => `${id} ${line.split(":")[0]}`));
    expect(found).toEqual(expected);
  });

  test("while the evening goes on, and when it has not begun", () => {
    const facts = bare({ guests: [guest({ arrivedAt: at("18:00") })] });
    facts.debate = { ...facts.debate, heldAt: null };
    facts.items = facts.items.map((item) =>
      item.id === "discussion"
        ? { ...item, finishedAt: null }
        : item.startedAt && item.startedAt > at("18:00")
          ? { ...item, startedAt: null, finishedAt: null }
          : item,
    );
    expect(lines("discussion", facts)).toHaveLength(1);
    const untouched = { ...facts, items: facts.items.map((item) => ({ ...item, startedAt: null, finishedAt: null })) };
    expect(untouched.items.flatMap(({ id }) => lines(id, untouched))).toEqual([]);
  });
});

describe("a motion", () => {
  const motion = (over: Parameters<typeof aMinutedMotion>[0], tasks: Facts["tasks"] = []) =>
    lines("discussion", bare({ motions: [aMinutedMotion({ place: "", agendaItemId: "discussion", ...over })], tasks }));
  const gmina = (number: string) => aMinutedTask({ number, owner: "Gmina", dueOn: "2026-06-30" });

  test.each<[string, Parameters<typeof aMinutedMotion>[0], Facts["tasks"], string]>([
    ["open", { outcome: null }, [], "18.00 – wniosek 3/2026/01."],
    ["a task", {}, [gmina("Z1")], "18.00 – wniosek 3/2026/01: zadanie Z1 (Gmina, do 30.06.2026)."],
    [
      "two tasks",
      { taskNumbers: ["Z1", "Z2"] },
      [gmina("Z1"), gmina("Z2")],
      "18.00 – wniosek 3/2026/01: zadania Z1 (Gmina, do 30.06.2026) i\u00a0Z2 (Gmina, do 30.06.2026).",
    ],
    [
      "a task that is not for everybody",
      {},
      [{ ...gmina("Z1"), internal: true }],
      "18.00 – wniosek 3/2026/01: przyjęto do realizacji.",
    ],
    [
      "typed in on the next day",
      { submittedAt: at("21:00") },
      [gmina("Z1")],
      "Wniosek 3/2026/01: zadanie Z1 (Gmina, do 30.06.2026).",
    ],
    [
      "merged into a hidden one",
      { outcome: "merged", mergedInto: "3/2026/12" },
      [],
      "18.00 – wniosek 3/2026/01: połączono z innym wnioskiem.",
    ],
  ])("that is %s", (_case, over, tasks, expected) => expect(motion(over, tasks)).toEqual([expected]));
});

test("hidden motions leave no trace, whatever else there is", () => {
  const SECRET = "TAJNE";
  const some = fc.record({
    sensitivity: fc.constantFrom(...SENSITIVITIES),
    outcome: fc.constantFrom(null, ...MOTION_OUTCOMES),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (kinds) => {
      const motions = kinds.map((kind, i) => {
        const words = isOpen(kind) ? "jawne" : SECRET;
        const numbers = isOpen(kind) ? ["Z1", "ZX"] : ["ZX"];
        return aMinutedMotion({
          ...kind,
          number: `${words}${i}`,
          place: words,
          agendaItemId: "discussion",
          taskNumbers: numbers,
        });
      });
      const hasSecrets = motions.some((motion) => !isOpen(motion));
      const tasks = [aMinutedTask(), aMinutedTask({ number: "ZX", owner: hasSecrets ? SECRET : "Gmina" })];
      expect(lines("discussion", bare({ motions, tasks })).join("\n")).not.toContain(SECRET);
    }),
  );
});
