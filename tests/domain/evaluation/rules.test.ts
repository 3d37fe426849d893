import { expect, test } from "vitest";
import { messages } from "~/domain/evaluation/messages.pl";
import {
  decideFinish,
  decideReport,
  inOrderOfEvening,
  lengthOf,
  type Promised,
  planEvaluation,
  reportMinutes,
} from "~/domain/evaluation/rules";
import { calendarDate } from "~/platform/time";

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
  const motion = { version: 3, reportText: "", hallVerdict: null };
  const report = { version: 3, text: "Zrobiono.", verdict: "done" as const };
  expect(decideReport(motion, true, report)).toEqual({ ok: true, value: "changed" });
  expect(decideReport(motion, false, report)).toEqual({ ok: false, reason: "other_debate" });
  expect(decideReport(motion, true, { ...report, version: 2 })).toEqual({ ok: false, reason: "stale" });
  const same = { ...motion, reportText: "Zrobiono.", hallVerdict: "done" as const };
  expect(decideReport(same, true, { ...report, version: 1 })).toEqual({ ok: true, value: "unchanged" });
});

test("priorities come first, then what is unfinished, whoever has the most to report", () => {
  const promises = [
    promise("Najwięcej", "confirmed"),
    promise("Najwięcej", "confirmed"),
    promise("Najwięcej", "refused"),
    promise("Winien"),
    { ...promise("Priorytet", "confirmed"), priority: true },
  ];
  const reports = planEvaluation(promises, "", messages.wording).filter(({ kind }) => kind === "follow_up");
  expect(reports.map(({ presenter }) => presenter)).toEqual(["Priorytet", "Winien", "Najwięcej"]);

  const task = (state: Promised["state"], priority = false) => ({ state, priority });
  const motions = [
    { no: 1, tasks: [task("confirmed")] },
    { no: 2, tasks: [task("transferred"), task("needs_funds")] },
    { no: 3, tasks: [task("confirmed", true)] },
    { no: 4, tasks: [task("accepted")] },
    { no: 5, tasks: [] },
    { no: 6, tasks: [task("partly_done", true)] },
  ];
  expect(inOrderOfEvening(motions).map(({ no }) => no)).toEqual([6, 3, 2, 4, 1, 5]);
});

test("promises go on from an evening that evaluates, once it has begun: only unfinished ones, to a day to come", () => {
  const evening = { status: "live" as const, evaluatesDebateId: "a" };
  const now = new Date("2026-05-08T18:00:00Z");
  const row = (taskId: string, day?: string) => ({ taskId, dueOn: day ? calendarDate(day) : null });
  const decide = (debate: Parameters<typeof decideFinish>[0], chosen: ReturnType<typeof row>[]) =>
    decideFinish(debate, ["1", "2"], chosen, now);
  expect(decide(evening, [row("2"), row("1", "2026-05-08")])).toEqual({ ok: true, value: true });
  expect(decide(evening, [])).toMatchObject({ ok: true });
  expect(decide(evening, [row("1"), row("3")])).toMatchObject({ reason: "not_unfinished" });
  expect(decide(evening, [row("1"), row("2", "2026-05-07")])).toMatchObject({ reason: "carry_date_past" });
  expect(decide({ ...evening, evaluatesDebateId: null }, [])).toMatchObject({ reason: "not_evaluation" });
  for (const status of ["draft", "announced", "postponed", "cancelled"] as const)
    expect(decide({ ...evening, status }, [row("1")])).toMatchObject({ reason: "not_begun" });
});
