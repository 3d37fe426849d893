import { describe, expect, test } from "vitest";
import { firstReferralDue, mayLeave, type Referred, referralsOf } from "~/domain/motions/rules.referrals";

const ROADS = { id: "zd", name: "Zarząd Dróg", address: "ul. Długa 1, 62-600 Koło" };
const TOWN = { id: "um", name: "Urząd Miejski", address: "" };

const referred = (over: Partial<Referred> = {}): Referred => ({
  number: "3/2026/01",
  place: "ul. Łąkowa",
  textPublic: "Brak progu.",
  textRaw: "Brak progu, mówi sąsiad.",
  outcome: "referred",
  sensitivity: "public",
  legalTrack: "debate_only",
  raisedBy: "resident",
  submittedAt: new Date("2026-03-18T17:00:00Z"),
  authorName: "",
  authorEmail: "",
  body: ROADS,
  ...over,
});
const kpa = (over: Partial<Referred> = {}) =>
  referred({ legalTrack: "kpa_motion", authorName: "Jan", authorEmail: "jan@dom.test", ...over });

describe("what may leave the house", () => {
  test.each<[Partial<Referred>, boolean]>([
    [{}, true],
    [{ sensitivity: "internal" }, false],
    [{ sensitivity: "internal", legalTrack: "kpa_motion" }, true],
    [{ sensitivity: "internal", legalTrack: "petition" }, false],
    [{ legalTrack: "petition" }, false],
    [{ legalTrack: "complaint" }, false],
    [{ sensitivity: "police_only" }, false],
    [{ sensitivity: "police_only", legalTrack: "kpa_motion" }, false],
    [{ outcome: "task" }, false],
    [{ outcome: "police_only", legalTrack: "kpa_motion" }, false],
    [{ outcome: null }, false],
  ])("%o: %s", (over, expected) => {
    expect(mayLeave(referred(over))).toBe(expected);
    expect(referralsOf([referred({ authorEmail: "a@b.test", ...over })]).letters).toHaveLength(expected ? 1 : 0);
    expect(referralsOf([referred({ authorEmail: "a@b.test", ...over })]).notices).toHaveLength(expected ? 1 : 0);
  });
});

describe("which letters are written", () => {
  test("what was said at the debate goes to a body in one letter, in public words and without its author", () => {
    const said = [
      referred({ number: "1", authorName: "Tajna", authorEmail: "tajna@dom.test" }),
      referred({ number: "2", body: TOWN }),
      referred({ number: "3" }),
    ];
    const { letters } = referralsOf(said);
    expect(letters.map(({ kind, body }) => [kind, body.id])).toEqual([
      ["courtesy", "zd"],
      ["courtesy", "um"],
    ]);
    expect(letters[0]).toMatchObject({ motions: [{ number: "1", text: "Brak progu." }, { number: "3" }] });
    expect(JSON.stringify(letters)).not.toMatch(/Tajna|tajna|sąsiad/);
  });

  test("a motion after KPA has a letter of its own, in the applicant's words and with the applicant", () => {
    const { letters, notices } = referralsOf([kpa({ number: "1" }), kpa({ number: "2", raisedBy: "councillor" })]);
    expect(letters).toMatchObject([
      { kind: "statutory", motion: { number: "1", text: "Brak progu, mówi sąsiad.", councillor: false } },
      {
        kind: "statutory",
        motion: { number: "2", councillor: true, applicant: { name: "Jan", email: "jan@dom.test" } },
      },
    ]);
    expect(notices).toMatchObject([
      { statutory: true, motion: { number: "1" } },
      { statutory: true, motion: { number: "2" } },
    ]);
  });

  test("who left no address cannot be told", () => {
    expect(referralsOf([kpa({ authorEmail: "" }), kpa({ authorName: "", authorEmail: "" })])).toMatchObject({
      letters: [{ motion: { applicant: { name: "Jan" } } }, { motion: { applicant: null } }],
      notices: [],
    });
  });
});

test.each<[string, Referred[], string | null]>([
  ["nothing after KPA", [referred()], null],
  ["seven days", [kpa()], "2026-03-25"],
  ["the earliest counts", [kpa(), kpa({ submittedAt: new Date("2026-03-10T17:00:00Z") })], "2026-03-17"],
  ["not on a Saturday", [kpa({ submittedAt: new Date("2026-01-31T10:00:00Z") })], "2026-02-09"],
  ["what does not leave has no term", [kpa({ sensitivity: "police_only" })], null],
])("until when: %s", (_name, motions, expected) => {
  expect(firstReferralDue(motions)).toBe(expected);
});
