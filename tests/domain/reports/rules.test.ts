import { describe, expect, test } from "vitest";
import { sentenceOf } from "~/domain/reports/messages.pl";
import { type AttentionFacts, attentionWindow, composeAttention, composeTaskFigures } from "~/domain/reports/rules";
import { calendarDate } from "~/platform/time";
import { TASK_STATES } from "~db/vocabulary";

const NOW = new Date("2026-03-09T08:00:00Z"); // a Monday
const at = (day: string, time = "08:00:00") => new Date(`${day}T${time}Z`);
const debate = { debateId: "d", number: 3, year: 2026, topic: "Bezpieczny ruch" };

const NOTHING: AttentionFacts = {
  tasks: [],
  motions: [],
  substitutes: [],
  upcoming: [],
  minutes: [],
  remarks: [],
  windows: [],
  corrections: [],
  failedLetters: 0,
  referrals: [],
  repeats: [],
};
const task = (over: Partial<AttentionFacts["tasks"][number]> = {}): AttentionFacts["tasks"][number] => ({
  ...debate,
  id: "t",
  title: "Doświetlenie przejścia",
  bodyName: "Zarząd Dróg Powiatowych",
  state: "in_progress",
  dueOn: calendarDate("2026-04-30"),
  heardAt: at("2026-03-01"),
  createdAt: at("2026-02-01"),
  reportedAt: null,
  proposedDueOn: null,
  proposedAt: null,
  disownedAt: null,
  ...over,
});
const coming = (over: Partial<AttentionFacts["upcoming"][number]> = {}): AttentionFacts["upcoming"][number] => ({
  ...debate,
  startsAt: at("2026-03-18", "16:00:00"),
  endsAt: at("2026-03-18", "18:00:00"),
  answersCloseAt: at("2026-03-11", "22:59:00"),
  asked: 19,
  unanswered: 0,
  agendaMinutes: 120,
  ...over,
});
const found = (facts: Partial<AttentionFacts>, now = NOW) =>
  composeAttention({ ...NOTHING, ...facts }, now).map(({ kind, group, days }) => `${group} ${kind} ${days}`);

describe("what needs somebody", () => {
  test("nothing", () => expect(found({})).toEqual([]));

  test("a task by its day and by the last word of its owner", () => {
    const table = {
      onTime: task(),
      nextWeek: task({ dueOn: calendarDate("2026-03-16") }),
      inEightDays: task({ dueOn: calendarDate("2026-03-17") }),
      today: task({ dueOn: calendarDate("2026-03-09") }),
      yesterday: task({ dueOn: calendarDate("2026-03-08") }),
      silent29: task({ heardAt: at("2026-02-08") }),
      silent30: task({ heardAt: at("2026-02-07") }),
      neverHeard: task({ heardAt: null, createdAt: at("2026-01-23") }),
      lateAndSilent: task({ heardAt: at("2026-01-01"), dueOn: calendarDate("2026-02-25") }),
      lateButAsked: task({ dueOn: calendarDate("2026-02-25"), proposedAt: at("2026-03-06") }),
      notTheirs: task({ disownedAt: at("2026-03-08") }),
      fundsAsked: task({ state: "needs_funds", proposedAt: at("2026-03-09") }),
      reported: task({ state: "reported_done", reportedAt: at("2026-03-05"), dueOn: calendarDate("2026-01-01") }),
    };
    expect(Object.entries(table).map(([name, one]) => `${name}: ${found({ tasks: [one] }).join()}`)).toEqual([
      "onTime: ",
      "nextWeek: week task_due 7",
      "inEightDays: ",
      "today: week task_due 0",
      "yesterday: late task_overdue 1",
      "silent29: ",
      "silent30: late task_silent 30",
      "neverHeard: late task_silent 45",
      "lateAndSilent: late task_overdue 12",
      "lateButAsked: today task_proposed 3",
      "notTheirs: today task_disowned 1",
      "fundsAsked: today task_proposed 0",
      "reported: today task_reported 4",
    ]);
  });

  test("a task only while its owner owes something, or we a confirmation", () => {
    const late = TASK_STATES.map((state) => [
      state,
      ...found({ tasks: [task({ state, dueOn: calendarDate("2026-03-01") })] }),
    ]);
    expect(late).toEqual([
      ["new", "late task_overdue 8"],
      ["accepted", "late task_overdue 8"],
      ["in_progress", "late task_overdue 8"],
      ["reported_done", "today task_reported 0"],
      ["confirmed"],
      ["partly_done"],
      ["refused"],
      ["needs_funds"],
      ["transferred"],
    ]);
  });

  test("a held motion each, waiting ones once per debate", () => {
    const motion = (id: string, held: boolean, day: string, debateId = "d") => ({
      ...debate,
      debateId,
      id,
      motionNumber: id,
      held,
      submittedAt: at(day),
    });
    const motions = [
      motion("a", false, "2026-03-05"),
      motion("b", true, "2026-03-08"),
      motion("c", false, "2026-03-09"),
      motion("e", false, "2026-03-08", "other"),
    ];
    const matters = composeAttention({ ...NOTHING, motions }, NOW);
    expect(matters.map((matter) => [matter.kind, matter.days, "count" in matter ? matter.count : 1])).toEqual([
      ["motions_waiting", 4, 2],
      ["motion_held", 1, 1],
      ["motions_waiting", 1, 1],
    ]);
  });

  test("answers when the deadline is a week away, and still after it", () => {
    const closing = (day: string) => found({ upcoming: [coming({ unanswered: 5, answersCloseAt: at(day) })] });
    expect(["2026-03-17", "2026-03-16", "2026-03-11", "2026-03-09", "2026-03-08"].map(closing)).toEqual([
      [],
      ["week answers_missing 7"],
      ["week answers_missing 2"],
      ["week answers_missing 0"],
      ["today answers_missing 0"],
    ]);
    expect(found({ upcoming: [coming({ unanswered: 0 })] })).toEqual([]);
  });

  test("an agenda that is longer than its evening, two weeks before it", () => {
    const planned = (agendaMinutes: number, day = "2026-03-18") =>
      found({
        upcoming: [coming({ agendaMinutes, startsAt: at(day, "16:00:00"), endsAt: at(day, "18:00:00") })],
      });
    expect([planned(120), planned(121), planned(121, "2026-03-23"), planned(121, "2026-03-24")]).toEqual([
      [],
      ["week agenda_too_long 9"],
      ["week agenda_too_long 14"],
      [],
    ]);
  });

  test("the day itself, and the minutes after it", () => {
    const minutes = (dueOn: string) => found({ minutes: [{ ...debate, dueOn: calendarDate(dueOn), status: null }] });
    expect(found({ upcoming: [coming()] }, at("2026-03-18", "06:00:00"))).toEqual(["today debate_due 0"]);
    expect(["2026-03-17", "2026-03-16", "2026-03-09", "2026-03-08"].map(minutes)).toEqual([
      [],
      ["week minutes_due 7"],
      ["week minutes_due 0"],
      ["late minutes_late 1"],
    ]);
  });

  test("the most pressing first: late before today before the week, each by its days", () => {
    const substitutes = [
      { ...debate, id: "s", officeTitle: "Burmistrz", bodyName: "UM", name: "X", askedAt: at("2026-03-05") },
    ];
    const tasks = [
      task({ dueOn: calendarDate("2026-03-12") }),
      task({ dueOn: calendarDate("2026-03-10") }),
      task({ dueOn: calendarDate("2026-03-07") }),
      task({ heardAt: at("2026-01-01") }),
    ];
    expect(found({ tasks, substitutes, failedLetters: 2, upcoming: [coming({ unanswered: 1 })] })).toEqual([
      "late task_silent 67",
      "late task_overdue 2",
      "today substitute_waiting 4",
      "today letters_failed 0",
      "week task_due 1",
      "week answers_missing 2",
      "week task_due 3",
    ]);
  });

  test("is asked of the database a week ahead and thirty days back", () => {
    expect(attentionWindow(NOW)).toEqual({ until: "2026-03-16", silentBefore: new Date("2026-02-07T23:00:00Z") });
  });
});

describe("in words", () => {
  const say = (facts: Partial<AttentionFacts>) =>
    composeAttention({ ...NOTHING, ...facts }, NOW).map((matter) => {
      const { badge, title, sub, action } = sentenceOf(matter, NOW);
      return [badge, title, sub, action].join(" | ").replaceAll("\u00a0", " ");
    });

  test("a window's last day is the one that ends at midnight, and nobody is said to refuse since today", () => {
    const midnight = new Date("2026-03-11T23:00:00Z");
    expect(say({ windows: [{ ...debate, until: midnight }] }).join()).toMatch(/^Za 2 dni .*Uwagi do środy, 11 marca/);
    const asked = { ...debate, id: "s", officeTitle: "Prezes", bodyName: "SM", name: "Ewa Dąb", askedAt: NOW };
    expect(say({ substitutes: [asked] }).join()).toContain("SM · Ewa Dąb, bez potwierdzenia od dziś");
  });

  test("each kind of matter", () => {
    const motion = {
      ...debate,
      id: "m",
      motionNumber: "3/2026/12",
      held: true,
      submittedAt: at("2026-03-08", "20:14:00"),
    };
    expect([
      ...say({ tasks: [task({ dueOn: calendarDate("2026-02-25") })] }),
      ...say({ motions: [motion] }),
      ...say({ motions: [{ ...motion, held: false }] }),
      ...say({ motions: ["a", "b"].map((id) => ({ ...motion, id, held: false })) }),
      ...say({ upcoming: [coming({ unanswered: 5, agendaMinutes: 125 })] }),
      ...say({ minutes: [{ ...debate, dueOn: calendarDate("2026-03-08"), status: "drafting" }] }),
      ...say({ remarks: [{ ...debate, count: 2, oldestAt: at("2026-03-06") }] }),
      ...say({ windows: [{ ...debate, until: at("2026-03-11") }] }),
      ...say({ windows: [{ ...debate, until: at("2026-03-07") }] }),
      ...say({ corrections: [{ ...debate, no: 2, startedAt: at("2026-03-08") }] }),
      ...[1, 2, 5].flatMap((failedLetters) => say({ failedLetters })),
    ]).toEqual([
      "Po terminie 12 dni | Doświetlenie przejścia | Zarząd Dróg Powiatowych · debata 3/2026 · termin: śr., 25.02.2026 | Otwórz zadanie",
      "Wstrzymany | Wniosek 3/2026/12 może zawierać dane osobowe | Zgłoszono: wczoraj, 21:14 · nikt poza jednostką go nie widzi | Rozpatrz",
      "1 do przyjęcia | Nowy wniosek mieszkańca | Czeka od wczoraj · debata 3/2026: „Bezpieczny ruch” | Rozpatrz",
      "2 do przyjęcia | Nowe wnioski mieszkańców | Najstarszy czeka od wczoraj · debata 3/2026: „Bezpieczny ruch” | Rozpatrz",
      "Za 2 dni | 5 z 19 zaproszonych jeszcze nie odpowiedziało | Odpowiedzi do środy, 11 marca 2026 r. · debata 3/2026 | Zobacz listę",
      "Za 9 dni | Porządek debaty przekracza plan o 5 minut | 125 min wobec 120 min · debata 3/2026: „Bezpieczny ruch” | Popraw",
      "Po terminie 1 dzień | Protokół debaty 3/2026 czeka na zatwierdzenie | „Bezpieczny ruch” · termin: niedz., 08.03.2026 | Otwórz protokół",
      "2 do rozpatrzenia | Uwagi do protokołu debaty 3/2026 | Najstarsza czeka od 3 dni · „Bezpieczny ruch” | Rozpatrz",
      "Za 2 dni | Kończy się czas na uwagi do protokołu debaty 3/2026 | Uwagi do środy, 11 marca 2026 r. · „Bezpieczny ruch” | Zobacz uzgadnianie",
      "Czas minął | Czas na uwagi do protokołu debaty 3/2026 minął | Uwagi można było zgłosić do soboty, 7 marca 2026 r. · „Bezpieczny ruch” | Zakończ uzgadnianie",
      "Sprostowanie w toku | Sprostowanie nr 1 do protokołu debaty 3/2026 nie jest zatwierdzone | Czeka od wczoraj · „Bezpieczny ruch” | Otwórz sprostowanie",
      "Nie doręczono | 1 list wymaga uwagi | Serwer poczty nie przyjął wiadomości mimo ponownych prób | Zobacz skrzynkę",
      "Nie doręczono | 2 listy wymagają uwagi | Serwer poczty nie przyjął wiadomości mimo ponownych prób | Zobacz skrzynkę",
      "Nie doręczono | 5 listów wymaga uwagi | Serwer poczty nie przyjął wiadomości mimo ponownych prób | Zobacz skrzynkę",
    ]);
  });
});

test("kept promises in per cent; the last day counts whole", () => {
  const done = (dueOn: string, doneAt: string) => ({ dueOn: calendarDate(dueOn), doneAt: new Date(doneAt) });
  expect(composeTaskFigures([])).toEqual({ done: 0, onTimePercent: null });
  expect(
    composeTaskFigures([
      done("2026-03-08", "2026-03-08T22:59:00Z"),
      done("2026-03-08", "2026-03-08T23:01:00Z"),
      done("2026-03-08", "2026-03-01T12:00:00Z"),
    ]),
  ).toEqual({ done: 3, onTimePercent: 67 });
});
