import { describe, expect, test } from "vitest";
import { check } from "~/domain/minutes/messages.check.pl";
import { type Facts, itemKey } from "~/domain/minutes/rules";
import { checkMinutes } from "~/domain/minutes/rules.check";
import { FAULT_KINDS } from "~/domain/minutes/rules.faults";
import { partsOf } from "~/domain/minutes/rules.parts";
import { aMinutedMotion, minutedFacts } from "../../setup/factories.minutes";

/** Everything looked at and written. */
const flawless = (): Facts => {
  const facts = minutedFacts();
  return { ...facts, parts: partsOf(facts).map(({ key, suggestion }) => ({ key, text: suggestion, internal: false })) };
};
const faultsOf = (over: Partial<Facts>) =>
  checkMinutes({ ...flawless(), ...over }).map(({ level, kind, subject, at }) => [level, kind, subject, at].join(" "));
const withText = (key: string, text: string, internal = false) => ({
  parts: flawless().parts.map((part) => (part.key === key ? { key, text, internal } : part)),
});

describe("the check before approval", () => {
  test("finds nothing where nothing is missing", () => expect(faultsOf({})).toEqual([]));

  test("a motion without an outcome, and a task that does not exist", () => {
    expect(faultsOf({ motions: [aMinutedMotion({ number: "3/2026/01", outcome: null })] })).toEqual([
      "error motion_without_outcome 3/2026/01 s7",
    ]);
    expect(faultsOf({ motions: [aMinutedMotion({ number: "3/2026/01", taskNumbers: [] })] })).toEqual([
      "error task_missing 3/2026/01 s7",
    ]);
  });

  test.each([
    ["Omówiono wniosek 3/2026/12 na osobności.", ["error names_hidden_motion 3/2026/12 part-item-discussion"]],
    ["Wniosek nr 12 przekazano dalej.", ["warning names_hidden_motion 3/2026/12 part-item-discussion"]],
    ["Zgłoszono 12 wniosków.", ["warning counts_hidden_motions Dyskusja part-item-discussion"]],
    ["Zgłoszono 112 wniosków i wniosek 3/2026/120.", []],
    ["Zgłoszono 11 wniosków. Wniosek nr 11 wyjaśniono.", []],
    ["Proszę dzwonić: 600 100 200.", ["warning personal_data Dyskusja part-item-discussion"]],
  ])("what a text betrays: %s", (text, faults) => {
    expect(faultsOf(withText(itemKey("discussion"), text))).toEqual(faults);
    expect(faultsOf(withText(itemKey("discussion"), text, true))).toEqual([]);
    expect(faultsOf(withText("distribution", text))).toEqual([]);
  });

  test("what nobody has looked at is a remark", () => {
    expect(faultsOf({ parts: [], items: minutedFacts().items.slice(0, 1) })).toEqual([
      "warning item_without_text Otwarcie i powitanie part-item-opening",
    ]);
    expect(faultsOf({ headCounts: [{ group: "residents", count: 0 }] })).toEqual(["warning not_counted  s3"]);
    const [guest] = minutedFacts().guests;
    if (!guest) throw new Error("No guest");
    expect(faultsOf({ guests: [{ ...guest, presence: null }] })).toEqual([
      "warning guest_without_presence Burmistrz, Urząd Miejski w Wierzbinowie s3",
    ]);
    expect(faultsOf({ guests: [{ ...guest, presence: null, answered: "other" }] })).toEqual([]);
  });

  test("every fault has its sentence and its remedy", () => {
    for (const kind of FAULT_KINDS) {
      expect(check.faults[kind]({ subject: "3/2026/01", detail: "x" })).toMatch(/^\S/);
      expect(check.remedies[kind]).toMatch(/\.$/);
    }
  });
});
