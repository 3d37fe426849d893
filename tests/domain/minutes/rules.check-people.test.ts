import { expect, test } from "vitest";
import type { Facts } from "~/domain/minutes/rules";
import { checkMotions, checkTasks } from "~/domain/minutes/rules.check-motions";
import { checkPeople } from "~/domain/minutes/rules.check-people";
import type { Fault } from "~/domain/minutes/rules.faults";
import { aMinutedMotion, aMinutedTask, minutedFacts } from "../../setup/factories.minutes";

const said = (faults: Fault[]) =>
  faults.map(({ level, kind, subject, at, elsewhere }) => [level, kind, subject, at, elsewhere?.page].join(" "));
const facts = minutedFacts();
const [guest] = facts.guests;
if (!guest) throw new Error("No guest");
const withGuest = (over: Partial<Facts["guests"][number]>) =>
  said(checkPeople({ ...facts, guests: [{ ...guest, ...over }] }));

test("who came, in which office, and who signs", () => {
  expect(withGuest({})).toEqual([]);
  const who = "Burmistrz, Urząd Miejski w Wierzbinowie";
  expect(withGuest({ presence: null })).toEqual([`warning guest_without_presence ${who} s3 presence`]);
  expect(withGuest({ presence: null, answered: "other" })).toEqual([]);
  const unnamed = "Imię i Nazwisko, Urząd Miejski w Wierzbinowie";
  expect(withGuest({ officeTitle: "" })).toEqual([`warning guest_without_office ${unnamed} s3 guest`]);
  expect(withGuest({ officeTitle: "", presence: "absent" })).toEqual([]);
  expect(withGuest({ officeTitle: "", personName: "" })).toEqual([]);
  const substituted = { presence: "present_by_substitute", answered: "substituted" } as const;
  expect(withGuest({ ...substituted, substitute: { name: "Jan Kos", post: "" } })).toEqual([
    `warning guest_without_office ${who} s3 guest`,
  ]);
  expect(withGuest({ ...substituted, substitute: { name: "Jan Kos", post: "Wicestarosta" } })).toEqual([]);
  const nobody = { ...facts.debate, chair: "", minuteTaker: "" };
  expect(
    said(checkPeople({ ...facts, debate: nobody, unit: { ...facts.unit, headOffice: "" }, headCounts: [] })),
  ).toEqual([
    "warning not_counted  s3 counts",
    "warning chair_missing  s2 chair",
    "warning minute_taker_missing  s2 minuteTaker",
    "warning head_office_missing  s2 unit",
  ]);
});

test.each([
  [aMinutedMotion({ outcome: null }), ["error motion_without_outcome 3/2026/01 s7 motion"]],
  [aMinutedMotion({ taskNumbers: [] }), ["error task_missing 3/2026/01 s7 motion"]],
  [aMinutedMotion({ outcome: "referred", referredTo: "" }), ["error referral_without_body 3/2026/01 s7 motion"]],
  [aMinutedMotion({ outcome: "referred", referredTo: "ZDP" }), []],
  [aMinutedMotion({ textPublic: " " }), ["error motion_without_public_text 3/2026/01 s7 motion"]],
  [aMinutedMotion({ textPublic: "", sensitivity: "internal" }), []],
  [aMinutedMotion({ outcome: "police_only", sensitivity: "police_only", textPublic: "", taskNumbers: [] }), []],
])("a motion, %#", (motion, faults) => expect(said(checkMotions({ ...facts, motions: [motion] }))).toEqual(faults));

test.each([
  ["2026-03-17", ["warning task_due_before_debate Z1 s8 task"]],
  ["2026-03-18", []],
  ["2026-04-20", []],
])("a task due on %s", (dueOn, faults) =>
  expect(said(checkTasks({ ...facts, tasks: [aMinutedTask({ dueOn })] }))).toEqual(faults),
);
