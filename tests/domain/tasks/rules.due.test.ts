import { expect, test } from "vitest";
import { stepsOf } from "~/domain/tasks/messages.due.pl";
import { explainBasis, explainDue, explainSuggested, suggestAllDue, withSuggestedDue } from "~/domain/tasks/rules.due";
import { calendarDate } from "~/platform/time";

const DEBATE = new Date("2026-03-18T16:00:00Z");
const NEXT_DAY = new Date("2026-03-19T08:00:00Z");

test("each basis has its day, counted from the debate", () => {
  expect(suggestAllDue(DEBATE, NEXT_DAY)).toEqual({
    commitment: "2026-04-20",
    petition: "2026-06-18",
    courtesy: "2026-04-20",
    art_243: "2026-03-25",
    art_244: "2026-04-20", // the 18th is a Saturday
    art_245: "2026-04-20",
    art_247: "2026-04-01",
  });
});

test("a day that is over by now is counted from today instead", () => {
  const until = (now: string) => explainSuggested("art_243", DEBATE, new Date(now)).end;
  expect(until("2026-03-25T21:00:00Z")).toBe("2026-03-25");
  expect(until("2026-03-26T08:00:00Z")).toBe("2026-04-02");
});

test("an empty date is filled from the basis, a typed one is left alone", () => {
  expect(withSuggestedDue({ dueBasis: "art_243", dueOn: " " }, DEBATE, NEXT_DAY).dueOn).toBe("2026-03-25");
  expect(withSuggestedDue({ dueBasis: "art_243", dueOn: "1.4.2026" }, DEBATE, NEXT_DAY).dueOn).toBe("1.4.2026");
  expect(withSuggestedDue({ dueBasis: "nic", dueOn: "" }, DEBATE, NEXT_DAY).dueOn).toBe("");
});

test.each([
  ["nothing typed", {}, "2026-03-25", "2026-03-18"],
  ["the day it counts from", { dueFrom: "20.03.2026" }, "2026-03-27", "2026-03-20"],
  ["a date of one's own", { dueOn: "1.4.2026" }, "1.4.2026", "2026-03-18"],
  ["something unreadable", { dueFrom: "wczoraj" }, undefined, "wczoraj"],
])("what is kept with %s", (_, typed, dueOn, dueFrom) => {
  const filled: Record<string, unknown> = withSuggestedDue({ dueBasis: "art_243", ...typed }, DEBATE, NEXT_DAY);
  expect([filled.dueOn, filled.dueFrom]).toEqual([dueOn, dueFrom]);
});

test("a date that was merely agreed on has no day from which it counts", () => {
  const filled: Record<string, unknown> = withSuggestedDue(
    { dueBasis: "commitment", dueOn: "1.4.2026" },
    DEBATE,
    NEXT_DAY,
  );
  expect(filled.dueFrom).toBeUndefined();
});

test("a task's date is explained, and says when it was changed by hand", () => {
  const counted = { dueBasis: "art_244", dueFrom: calendarDate("2026-03-18") } as const;
  expect(explainDue({ ...counted, dueOn: calendarDate("2026-04-20") })).toMatchObject({ isChanged: false });
  expect(explainDue({ ...counted, dueOn: calendarDate("2026-06-30") })).toMatchObject({
    isChanged: true,
    term: { end: "2026-04-20", bare: "2026-04-18", skipped: [{ why: "saturday" }, { why: "sunday" }] },
  });
  expect(explainDue({ dueBasis: "commitment", dueFrom: null, dueOn: calendarDate("2026-06-30") })).toBeNull();
});

test.each([
  [
    "art_244",
    "2026-04-01",
    [
      "Początek: środa, 1 kwietnia 2026 r. Od tego dnia liczy się miesiące.",
      "Miesiąc później jest dzień o tej samej dacie: piątek, 1 maja 2026 r. (art. 57 § 3 KPA).",
      "Piątek, 1 maja 2026 r.: dzień ustawowo wolny od pracy (Święto Państwowe) – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Sobota, 2 maja 2026 r.: w sobotę termin nie upływa – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Niedziela, 3 maja 2026 r.: dzień ustawowo wolny od pracy (Święto Narodowe Trzeciego Maja) – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Termin upływa: poniedziałek, 4 maja 2026 r.",
    ],
  ],
  [
    "art_243",
    "2026-05-28",
    [
      "Początek: czwartek, 28 maja 2026 r. Tego dnia się nie wlicza (art. 57 § 1 KPA).",
      "7 dni później: czwartek, 4 czerwca 2026 r.",
      "Czwartek, 4 czerwca 2026 r.: dzień ustawowo wolny od pracy (dzień Bożego Ciała) – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Termin upływa: piątek, 5 czerwca 2026 r.",
    ],
  ],
  [
    "petition",
    "2025-11-30",
    [
      "Początek: niedziela, 30 listopada 2025 r. Od tego dnia liczy się miesiące.",
      "3 miesiące później nie ma takiego dnia, więc liczy się ostatni dzień miesiąca: sobota, 28 lutego 2026 r. (art. 57 § 3 KPA).",
      "Sobota, 28 lutego 2026 r.: w sobotę termin nie upływa – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Niedziela, 1 marca 2026 r.: dzień ustawowo wolny od pracy – przechodzi na następny dzień (art. 57 § 4 KPA).",
      "Termin upływa: poniedziałek, 2 marca 2026 r.",
    ],
  ],
] as const)("the words of %s from %s", (basis, from, words) => {
  const plain = stepsOf(explainBasis(basis, calendarDate(from))).map((step) => step.replaceAll("\u00a0", " "));
  expect(plain).toEqual(words);
});
