import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { applyCorrection, correctablesOf, type Frozen, leavesOut } from "~/domain/minutes/rules.correction";
import { fieldNamed } from "~/domain/minutes/rules.correction-fields";
import { placesOf } from "~/domain/minutes/rules.correction-places";
import { told, typedAs, valueIn, written } from "~/domain/minutes/rules.correction-values";
import { begunAt, endedAt } from "~/domain/minutes/rules.sections";
import { correctionSchema } from "~/domain/minutes/schema.correction";
import { aMinutedMotion, minutedFacts } from "../../setup/factories.minutes";

const META = { no: 1, on: "2026-04-02", approvedBy: "insp. Imię Tajne", reason: "Pomyłka.", seal: "nowa" };

function frozen(): Frozen {
  const base = minutedFacts();
  const motions = [
    aMinutedMotion({
      number: "3/2026/90",
      sensitivity: "police_only",
      taskNumbers: [],
      textInternal: "TAJNE",
      outcome: "police_only",
    }),
    aMinutedMotion({ number: "3/2026/91", textInternal: "Jan N. prosi o lampę.", textPublic: "Lampa." }),
    aMinutedMotion({ number: "3/2026/92", place: "ul. Łąkowa" }),
  ];
  const facts = minutedFacts({ motions, items: base.items.map((item, i) => ({ ...item, internal: i === 2 })) });
  return { internal: composeMinutes(facts, "internal", UNSTAMPED), public: composeMinutes(facts, "public", UNSTAMPED) };
}
const result = (texts: Record<string, string>) => applyCorrection(frozen(), texts, META);
const apply = (texts: Record<string, string>) => {
  const done = result(texts);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
};
const refusal = (texts: Record<string, string>) => {
  const done = result(texts);
  return done.ok ? "ok" : done.reason;
};
const spoken = (text: string) => text.replaceAll("\u00a0", " ");

describe("a value of the tables", () => {
  test("is corrected in both versions, and said so in both with its row", () => {
    const after = apply({ "guest-2-post": "Zastępca", "motion-3-place": "ul. Polna", "task-1-owner": "Gmina" });
    for (const document of [after.internal, after.public]) {
      expect(document.guests[1]?.post).toBe("Zastępca");
      expect(document.motions.find(({ number }) => number === "3/2026/92")?.place).toBe("ul. Polna");
      expect(document.tasks[0]?.owner).toBe("Gmina");
      expect(document.corrections?.[0]?.changes[1]).toEqual({
        title: "Wniosek 3/2026/92 – Miejsce",
        was: "ul. Łąkowa",
        is: "ul. Polna",
      });
    }
  });

  test("that stands in the internal version only stays there", () => {
    const after = apply({
      "guest-1-personName": "POUFNE imię",
      "absent-1-officeTitle": "POUFNE",
      "motion-1-place": "POUFNE",
      "item-3-presenter": "POUFNE",
      "debate-minuteTaker": "POUFNE",
      "motion-2-text": "POUFNE",
    });
    expect(JSON.stringify(after.internal).match(/POUFNE/g)?.length).toBeGreaterThanOrEqual(10);
    expect(JSON.stringify(after.public)).not.toContain("POUFNE");
    expect(after.public.corrections?.[0]?.changes).toEqual([]);
  });

  test("that differs is two fields, one for each version", () => {
    const found = correctablesOf(frozen()).filter(({ name, row }) => name === "motion-text" && row.endsWith("/91"));
    expect(found.map(({ key, where, text }) => `${key} ${where}: ${text}`)).toEqual([
      "motion-2-text internal: Jan N. prosi o lampę.",
      "motion-2-text-public public: Lampa.",
    ]);
    const after = apply({ "motion-2-text-public": "Dwie lampy." });
    expect(after.internal.motions[1]?.text).toBe("Jan N. prosi o lampę.");
    expect(after.public.motions[0]?.text).toBe("Dwie lampy.");
  });

  test("marked for the office is hidden from everybody, also what stood there before", () => {
    const after = apply({ "motion-3-place": "ul. Polna [[u Jana N.]]" });
    expect(after.internal.motions[2]?.place).toBe("ul. Polna u Jana N.");
    expect(after.public.motions[1]?.place).toBe("ul. Polna [utajniono]");
    expect(after.public.corrections?.[0]?.changes[0]?.was).toBe("[utajniono]");
    expect(JSON.stringify(after.public)).not.toContain("Jana N.");
  });

  test("that is a day or an hour is told with its weekday", () => {
    const after = apply({ "task-1-dueOn": "2026-05-20", "time-begunAt": "2026-03-18T15:45:00.000Z" });
    expect(after.public.tasks[0]?.dueOn).toBe("2026-05-20");
    expect(begunAt(after.public).toISOString()).toBe("2026-03-18T15:45:00.000Z");
    expect(endedAt(after.public)).toEqual(endedAt(frozen().public));
    const told = after.public.corrections?.[0]?.changes.map(({ title, is }) => spoken(`${title}: ${is}`));
    expect(told).toEqual([
      "Początek debaty: środa, 18 marca 2026 r., godz. 16.45",
      "Zadanie Z1 – Termin: środa, 20 maja 2026 r.",
    ]);
  });
});

test("what is refused", () => {
  expect(leavesOut(frozen(), { "guest-1-bodyName": "" })).toBe(true);
  expect(leavesOut(frozen(), { "guest-1-post": "", "end-drawnUpOn": "" })).toBe(false);
  expect(refusal({ "guest-1-bodyName": "" })).toBe("nothing_changed");
  expect(refusal({ "task-1-dueOn": "2026-02-30" })).toBe("nothing_changed");
  expect(refusal({ "guest-1-personName-public": "x", "motion-1-text-public": "x", "guest-999-post": "x" })).toBe(
    "nothing_changed",
  );
  expect(refusal({ "motion-3-mergedInto": "3/2026/90" })).toBe("tells");
  expect(refusal({ "motion-3-outcome": "police_only" })).toBe("tells");
  expect(refusal({ "motion-3-mergedInto": "3/2026/77" })).toBe("unknown_number");
  expect(refusal({ "motion-3-taskNumbers": "Z1\nZ99" })).toBe("unknown_number");
  expect(refusal({ "motion-3-place": "ul. [[Polna" })).toBe("unbalanced_mark");
  expect(refusal({ "time-endedAt": "2026-03-18T10:00:00.000Z" })).toBe("ends_early");
});

test("of items that look alike none is taken for the public one when some are hidden", () => {
  const twice = frozen();
  const [first] = twice.internal.items;
  if (!first) throw new Error("No item");
  const internal = { ...twice.internal, items: [{ ...first, no: 1, text: "TAJNE" }, ...twice.internal.items] };
  const items = placesOf({ ...twice, internal }).filter(({ name }) => name === "item");
  expect(items.slice(0, 2).map((place) => place.public)).toEqual([null, null]);
});

describe("whatever is typed", () => {
  const all = correctablesOf(frozen());
  const edits = fc.dictionary(fc.constantFrom(...all.map(({ key }) => key)), fc.stringMatching(/^[a-z ąż]{0,12}$/));

  test("only the named places differ, and nothing internal gets out", () => {
    fc.assert(
      fc.property(edits, (typed) => {
        const texts = Object.fromEntries(
          Object.entries(typed).map(([key, text]) => {
            const place = all.find((one) => one.key === key);
            return [key, place?.where === "internal" ? `POUFNE${text}` : text];
          }),
        );
        const done = result(texts);
        if (!done.ok) return;
        expect(JSON.stringify(done.value.public)).not.toContain("POUFNE");
        const before = frozen();
        const [was, is] = [placesOf(before), placesOf(done.value)];
        for (const [i, place] of was.entries()) {
          if (!(place.key in texts)) expect(is[i]?.internal.text).toBe(place.internal.text);
          if (!(place.key in texts) && !(`${place.key}-public` in texts))
            expect(is[i]?.public?.text).toBe(place.public?.text);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("no change is no correction: every value reads back as itself, through the form too", () => {
    const same = Object.fromEntries(all.map(({ key, text }) => [key, text]));
    expect(refusal(same)).toBe("nothing_changed");
    const form = Object.fromEntries(all.map(({ key, as, text }) => [`text-${key}`, typedAs(as, text)]));
    const read = correctionSchema.safeParse({ do: "save", reason: "x", ...form });
    expect(read.error?.issues).toBeUndefined();
    expect(refusal(read.data?.texts ?? {})).toBe("nothing_changed");
    for (const { as, text } of all) expect(written(as, valueIn(as, text))).toBe(text);
  });
});

test("the form reads days and hours, and answers what it cannot read", () => {
  const read = (fields: Record<string, string>) => {
    const done = correctionSchema.safeParse({ do: "save", reason: "x", ...fields });
    return done.success ? done.data.texts : done.error.issues.map(({ path, message }) => `${path}: ${spoken(message)}`);
  };
  expect(read({ "text-task-1-dueOn": "20 maja 2026", "text-time-begunAt": "18.03.2026, 16.45" })).toEqual({
    "task-1-dueOn": "2026-05-20",
    "time-begunAt": "2026-03-18T15:45:00.000Z",
  });
  expect(read({ "text-task-1-dueOn": "30.02.2026" })).toMatchObject([expect.stringContaining("text-task-1-dueOn: ")]);
  expect(read({ "text-time-begunAt": "29.03.2026, 2:30" })).toMatchObject([expect.stringContaining("godzin")]);
  expect(read({ "text-count-1-count": "-3" })).toHaveLength(1);
  expect(read({ "text-constructor": "x", "text-__proto__": "x" })).toEqual({});
  expect(fieldNamed("toString")).toBeUndefined();
  expect(told("outcome", "merged")).toBe("Połączono z innym wnioskiem");
});
