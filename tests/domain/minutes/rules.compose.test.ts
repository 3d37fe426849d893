import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, isOpen, itemKey, type Stamp, UNSTAMPED } from "~/domain/minutes/rules";
import { composeMinutes } from "~/domain/minutes/rules.compose";
import { sectionsOf } from "~/domain/minutes/rules.sections";
import { MOTION_OUTCOMES, SENSITIVITIES } from "~db/vocabulary";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../../setup/factories.minutes";

const STAMP: Stamp = {
  number: "3/2026",
  drawnUpOn: "2026-03-23",
  approvedBy: "insp. Imię Nazwisko",
  approvedAt: "2026-03-25T10:00:00.000Z",
  seal: "5ea1",
};

describe("who is on the paper", () => {
  const internal = composeMinutes(minutedFacts(), "internal", STAMP);
  const open = composeMinutes(minutedFacts(), "public", STAMP);

  test("the person who came is named, and in whose place", () => {
    expect(internal.guests).toContainEqual({
      bodyName: "Starostwo Powiatowe w Wierzbinowie",
      post: "Wicestarosta",
      personName: "Imię Zastępcy",
      standsFor: "Starosta",
    });
    expect(internal.guests.map(({ post }) => post)).not.toContain("Starosta");
  });

  test("who did not come is named in the internal version only, and who excused himself is told apart", () => {
    expect(internal.absent.map(({ excused }) => excused)).toEqual([false, true]);
    expect(open.absent).toEqual([]);
  });

  test("the public version has offices, but no names of persons and no distribution list", () => {
    expect(open.guests.map(({ post }) => post)).toContain("Wicestarosta");
    expect(open.guests.every(({ personName }) => personName === "")).toBe(true);
    expect(open).toMatchObject({ approvedBy: "", seal: "", distribution: [], debate: { minuteTaker: "" } });
  });

  test("numbers in the public version have no gap that tells of an internal item", () => {
    const facts = minutedFacts();
    facts.items = facts.items.map((item) => (item.id === "road" ? { ...item, internal: true } : item));
    expect(composeMinutes(facts, "public", UNSTAMPED).items.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("motions and tasks of the public version", () => {
  test("a motion that was merged into a hidden one does not name it", () => {
    const facts = minutedFacts({
      motions: [
        aMinutedMotion({ number: "3/2026/01", outcome: "merged", mergedInto: "3/2026/02", taskNumbers: [] }),
        aMinutedMotion({ number: "3/2026/02", sensitivity: "internal" }),
      ],
    });
    const { motions } = composeMinutes(facts, "public", UNSTAMPED);
    expect(motions).toMatchObject([{ number: "3/2026/01", mergedInto: "" }]);
  });

  test("a task that also follows from a hidden motion is left out, even when nobody marked it", () => {
    const facts = minutedFacts({
      motions: [
        aMinutedMotion({ number: "3/2026/01", taskNumbers: ["Z1", "Z2"] }),
        aMinutedMotion({ number: "3/2026/02", sensitivity: "police_only", taskNumbers: ["Z2"] }),
      ],
      tasks: [aMinutedTask({ number: "Z1" }), aMinutedTask({ number: "Z2", internal: false })],
    });
    const open = composeMinutes(facts, "public", UNSTAMPED);
    expect(open.tasks.map(({ number }) => number)).toEqual(["Z1"]);
    expect(open.motions[0]?.taskNumbers).toEqual(["Z1"]);
    expect(composeMinutes(facts, "internal", UNSTAMPED).tasks).toHaveLength(2);
  });

  test("both the mark and the outcome keep a motion inside", () => {
    const shown = SENSITIVITIES.flatMap((sensitivity) =>
      [null, ...MOTION_OUTCOMES]
        .filter((outcome) => isOpen({ sensitivity, outcome }))
        .map((o) => `${sensitivity} ${o}`),
    );
    expect(shown).toEqual([
      "public null",
      "public answered_on_spot",
      "public task",
      "public referred",
      "public merged",
      "public out_of_scope",
    ]);
  });
});

const SECRET = "ŚCIŚLETAJNE";
const words = fc.constantFrom("park", "ul. Łąkowa", "prędkość", "");
const hiding = fc.constantFrom("internal" as const, "police_only" as const);

/** Each place that the public must not read holds the marker; everything around it is arbitrary. */
const factsWithSecrets = fc
  .record({
    text: words,
    sensitivities: fc.array(fc.constantFrom(...SENSITIVITIES), { maxLength: 6 }),
    outcomes: fc.array(fc.constantFrom(null, ...MOTION_OUTCOMES), { minLength: 6, maxLength: 6 }),
    merged: fc.boolean(),
    internalTask: fc.boolean(),
    reportedAs: hiding,
    saved: fc.boolean(),
  })
  .map(({ text, sensitivities, outcomes, merged, internalTask, reportedAs, saved }): Facts => {
    const motions = sensitivities.map((sensitivity, i) => {
      const outcome = outcomes[i] ?? null;
      const hidden = !isOpen({ sensitivity, outcome });
      const say = hidden ? SECRET : text;
      return aMinutedMotion({
        id: `m${i}`,
        number: hidden ? `3/2026/${SECRET}${i}` : `3/2026/0${i}`,
        sensitivity,
        outcome,
        place: say,
        textPublic: say,
        textInternal: SECRET,
        answer: say,
        answeredBy: say,
        referredTo: hidden ? SECRET : "GDDKiA",
        mergedInto: merged ? `3/2026/${SECRET}0` : "",
        taskNumbers: hidden || internalTask ? ["ZX", `Z${SECRET}`] : ["Z1"],
        agendaItemId: i % 2 ? "discussion" : null,
      });
    });
    const base = minutedFacts();
    return {
      ...base,
      debate: { ...base.debate, minuteTaker: SECRET },
      guests: base.guests.map((guest) => ({
        ...guest,
        personName: SECRET,
        substitute: guest.substitute && { ...guest.substitute, name: SECRET },
      })),
      items: base.items.map((item) =>
        item.id === "road" ? { ...item, internal: true, title: SECRET, presenter: SECRET } : item,
      ),
      motions,
      tasks: [
        aMinutedTask({ number: "Z1" }),
        aMinutedTask({ number: "ZX", title: SECRET, owner: SECRET, supporters: [SECRET], internal: internalTask }),
        aMinutedTask({ number: `Z${SECRET}`, title: SECRET, owner: SECRET, internal: true }),
      ].filter(({ number }) => number !== "ZX" || internalTask || motions.some((motion) => !isOpen(motion))),
      reported: [
        {
          number: "1/2025/01",
          place: text,
          text,
          owners: [
            { name: "Gmina", internal: false },
            { name: SECRET, internal: true },
          ],
          report: text,
          verdict: null,
          sensitivity: "public",
        },
        {
          number: SECRET,
          place: SECRET,
          text: SECRET,
          owners: [{ name: SECRET, internal: false }],
          report: SECRET,
          verdict: "done",
          sensitivity: reportedAs,
        },
      ],
      parts: saved
        ? [
            { key: itemKey("state"), text: SECRET, internal: true },
            { key: itemKey("road"), text: SECRET, internal: false },
            { key: "findings", text: SECRET, internal: true },
            { key: "survey", text: SECRET, internal: true },
            { key: "attachments", text: SECRET, internal: true },
            { key: "distribution", text: SECRET, internal: false },
          ]
        : [],
    };
  });

describe("secrets", () => {
  test("are in no field of the public version, nor in anything that is printed from it", () => {
    fc.assert(
      fc.property(factsWithSecrets, (facts) => {
        const open = composeMinutes(facts, "public", { ...STAMP, seal: SECRET, approvedBy: SECRET });
        expect(JSON.stringify(open)).not.toContain(SECRET);
        expect(JSON.stringify(sectionsOf(open))).not.toContain(SECRET);
        // The marker is really there to be found.
        expect(JSON.stringify(composeMinutes(facts, "internal", STAMP))).toContain(SECRET);
      }),
      { numRuns: 500 },
    );
  });

  test("one more hidden motion changes nothing in the public version", () => {
    const facts = minutedFacts();
    const more = aMinutedMotion({ id: "x", number: "3/2026/13", sensitivity: "police_only", taskNumbers: [] });
    const withMore = { ...facts, motions: [...facts.motions, { ...more, agendaItemId: "discussion" }] };
    expect(composeMinutes(withMore, "public", STAMP)).toEqual(composeMinutes(facts, "public", STAMP));
  });
});
