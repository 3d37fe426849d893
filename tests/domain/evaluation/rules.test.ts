import { expect, test } from "vitest";
import { messages } from "~/domain/evaluation/messages.pl";
import { decideReport, lengthOf, type Promised, planEvaluation, reportMinutes } from "~/domain/evaluation/rules";

const promise = (bodyName: string, state: Promised["state"] = "accepted"): Promised => ({
  bodyId: bodyName,
  bodyName,
  state,
});

test("an item for each body, those with the most to report first, then the hall", () => {
  const promises = [
    promise("ZDP"),
    promise("Urząd Miejski"),
    promise("Urząd Miejski", "confirmed"),
    promise("Straż Miejska"),
    promise("Spółdzielnia", "transferred"),
  ];
  const items = planEvaluation(promises, "Komendant Powiatowy", messages.wording);
  expect(items.map(({ kind, minutes, title, presenter }) => [kind, minutes, title, presenter].join(" | "))).toEqual([
    "opening | 5 | Otwarcie debaty i przypomnienie zgłoszonych wniosków | Komendant Powiatowy",
    "follow_up | 7 | Realizacja zadań: Urząd Miejski | Urząd Miejski",
    "follow_up | 5 | Realizacja zadań: Straż Miejska | Straż Miejska",
    "follow_up | 5 | Realizacja zadań: ZDP | ZDP",
    "discussion | 20 | Dyskusja i nowe wnioski mieszkańców | ",
    "vote | 10 | Ocena realizacji przez mieszkańców | ",
    "closing | 5 | Podsumowanie i zakończenie | Komendant Powiatowy",
  ]);
  expect(lengthOf(items)).toBe(57);
});

test("time for a report grows with the tasks, within limits", () => {
  expect([0, 1, 2, 8, 9, 50].map(reportMinutes)).toEqual([5, 5, 7, 19, 20, 20]);
});

test("a row is written only if it is new, of the right debate, and over what was read", () => {
  const motion = { debateId: "a", version: 3, reportText: "", hallVerdict: null };
  const report = { version: 3, text: "Zrobiono.", verdict: "done" as const };
  expect(decideReport(motion, "a", report)).toEqual({ ok: true, value: "changed" });
  expect(decideReport(motion, "b", report)).toEqual({ ok: false, reason: "other_debate" });
  expect(decideReport(motion, null, report)).toEqual({ ok: false, reason: "other_debate" });
  expect(decideReport(motion, "a", { ...report, version: 2 })).toEqual({ ok: false, reason: "stale" });
  const same = { ...motion, reportText: "Zrobiono.", hallVerdict: "done" as const };
  expect(decideReport(same, "a", { ...report, version: 1 })).toEqual({ ok: true, value: "unchanged" });
});
