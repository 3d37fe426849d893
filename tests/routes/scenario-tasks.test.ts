import { expect, test } from "vitest";
import { anEveningOf, aScenarioUnit, at, type Promised, type Raised, wordsOf } from "../setup/factories.scenario";
import { type Expected, expectTasks } from "../setup/scenario-screens";

// Scenario „Wierzbinów”, 3/2026: its tables of motions and of tasks, played by the body's desk and by staff.

const RAISED: Raised[] = [
  ["INFRA", "Osiedle Górnicze", "Utworzenie strefy zamieszkania na terenie całego osiedla.", { task: "Z1" }],
  ["PARK", "ul. Przedecka", "Egzekwowanie zakazu postoju, auta blokują wyjazd z posesji.", { task: "Z2" }],
  [
    "ROAD",
    "ul. Łęczycka",
    "Kontrole zakazu wjazdu samochodów ciężarowych – skracają drogę przez centrum.",
    { task: "Z2" },
  ],
  [
    "INFRA",
    "skrzyżowanie ul. Dąbskiej z DK92",
    "Zmiana działania sygnalizacji świetlnej – zbyt krótkie zielone dla pieszych.",
    { refer: "GDDKiA Rejon", task: "Z3" },
  ],
  ["INFRA", "stara część miasta", "Przegląd i zmiana organizacji ruchu w starej części miasta.", { task: "Z4" }],
  ["INFRA", "SP nr 2", "Zmiana organizacji ruchu przy szkole w godz. 7.30–8.15.", { task: "Z4" }],
  ["LIGHT", "park przy pl. Wolności", "Wykonanie oświetlenia alejek parku.", { task: "Z5" }],
  ["LIGHT", "park przy ul. Sportowej", "Doświetlenie rejonu boiska i ławek.", { dup: 7 }],
  [
    "ANIMAL",
    "całe miasto",
    "Zwracanie uwagi, szczególnie przez Straż Miejską, na prowadzenie psów bez smyczy i sprzątanie.",
    { task: "Z6" },
  ],
  ["ORDER", "sklep przy ul. 3 Maja", "Picie alkoholu przed sklepem po godz. 20.00.", { task: "Z7" }],
  ["CONTACT", "", "Jak szybko skontaktować się z dzielnicowym?", { spot: "Pokazano aplikację „Moja Komenda”." }],
  ["DRUG", "blok utajniony", "Podejrzenie sprzedaży narkotyków w konkretnym mieszkaniu.", "police"],
];

const PROMISED: Promised[] = [
  {
    key: "Z1",
    title: "Wniosek do organu zarządzającego ruchem o strefę zamieszkania; analiza i odpowiedź",
    owner: "Burmistrz",
    with: ["KPP"],
    basis: "art_244",
    said: [
      { on: "2026-03-23 09:40", desk: { answer: "accepted" }, by: "Pani Burmistrz" },
      {
        on: "2026-04-02 11:15",
        desk: { answer: "in_progress", text: "Zlecono projekt organizacji ruchu.", progress: "40" },
        by: "Pani Burmistrz",
      },
    ],
  },
  {
    key: "Z2",
    title: "Kontrole zakazu postoju i zakazu wjazdu, min. 2 razy w tygodniu; zadanie doraźne patroli",
    owner: "KPP WRD",
    with: ["Straż Miejska"],
    dueOn: "30.06.2026",
    basis: "commitment",
    priority: true,
    said: [
      { on: "2026-03-20 08:10", desk: { answer: "accepted" }, by: "Naczelnik WRD" },
      {
        on: "2026-06-29 13:30",
        desk: { answer: "reported_done", text: "Łęczycka: 11 kontroli." },
        by: "Naczelnik WRD",
      },
      { on: "2026-06-30 09:00", office: { to: "partly_done", text: "Kontrole ciężarówek do uzupełnienia." } },
    ],
  },
  {
    key: "Z3",
    title: "Przekazanie wniosku o sygnalizację DK92",
    owner: "GDDKiA Rejon",
    basis: "art_244",
    dueFrom: "25.03.2026",
    said: [
      { on: "2026-04-22 12:20", desk: { answer: "refused", text: "W tym roku nie można." }, by: "Kierownik Rejonu" },
      { on: "2026-04-24 09:35", office: { to: "partly_done", text: "odmowa częściowa: zmiana programu w 2027" } },
    ],
  },
  {
    key: "Z4",
    title: "Lustracja oznakowania miasta, wnioski do zarządców dróg",
    owner: "KPP WRD",
    with: ["UM", "ZDP"],
    dueOn: "30.04.2026",
    basis: "commitment",
    said: [
      { on: "2026-04-13 10:00", desk: { answer: "in_progress", text: "Objazd.", progress: "50" }, by: "Naczelnik WRD" },
      {
        on: "2026-04-28 14:45",
        desk: { answer: "reported_done", text: "Skierowano 9 wniosków." },
        by: "Naczelnik WRD",
      },
      { on: "2026-05-04 09:10", office: { to: "confirmed" } },
    ],
  },
  {
    key: "Z5",
    title: "Kosztorys oświetlenia dwóch parków",
    owner: "UM – Wydział Inwestycji",
    dueOn: "31.05.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-05-27 10:50",
        desk: { answer: "needs_funds", budgetYear: "2027", text: "Kosztorys gotowy, wniosek do budżetu." },
        by: "Wydział Inwestycji",
      },
    ],
  },
  {
    key: "Z6",
    title: "Patrole szkolne i osiedlowe SM, akcja informacyjna",
    owner: "Straż Miejska",
    dueOn: "31.05.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-05-25 15:05",
        desk: { answer: "reported_done", text: "34 pouczenia, 6 mandatów." },
        by: "Komendant SM",
      },
      { on: "2026-05-28 08:30", office: { to: "confirmed" } },
    ],
  },
  {
    key: "Z7",
    title: "Plan działania priorytetowego dla rejonu nr 4 (VIII 2026–I 2027)",
    owner: "dzielnicowy",
    dueOn: "31.07.2026",
    basis: "commitment",
    said: [{ on: "2026-03-19 07:45", desk: { answer: "accepted", text: "Plan na sierpień." }, by: "Dzielnicowy" }],
  },
];

const AGREED = "ustalenie debaty";
const STATUTE = "art. 244 KPA – załatwienie w miesiąc";
const END_OF_MAY: Expected["due"] = ["niedz., 31.05.2026", "niedziela, 31 maja 2026 r."];
const say = (key: string) => PROMISED.find((task) => task.key === key) ?? expect.fail(key);
const told = (key: string, rest: Omit<Expected, "key" | "title" | "owner" | "with">): Expected => {
  const { title, owner, with: helpers, priority } = say(key);
  return { key, title, owner, with: helpers, priority, ...rest };
};

/** On 3 July 2026: „termin” and „stan” of the scenario. */
const EXPECTED: Expected[] = [
  told("Z1", {
    due: ["pon., 20.04.2026", "poniedziałek, 20 kwietnia 2026 r."],
    basis: STATUTE,
    state: "W realizacji",
    late: "Długo po terminie: 74 dni",
    result: "Zlecono projekt organizacji ruchu.",
    motions: ["3/2026/01"],
  }),
  told("Z2", {
    due: ["wt., 30.06.2026", "wtorek, 30 czerwca 2026 r."],
    basis: AGREED,
    state: "Zrealizowane częściowo",
    result: "Kontrole ciężarówek do uzupełnienia.",
    motions: ["3/2026/02", "3/2026/03"],
  }),
  told("Z3", {
    due: ["pon., 27.04.2026", "poniedziałek, 27 kwietnia 2026 r."],
    basis: STATUTE,
    state: "Zrealizowane częściowo",
    result: "odmowa częściowa: zmiana programu w 2027",
    motions: ["3/2026/04"],
  }),
  told("Z4", {
    due: ["czw., 30.04.2026", "czwartek, 30 kwietnia 2026 r."],
    basis: AGREED,
    state: "Zrealizowane",
    result: "Skierowano 9 wniosków.",
    motions: ["3/2026/05", "3/2026/06"],
  }),
  told("Z5", {
    due: END_OF_MAY,
    basis: AGREED,
    state: "Wymaga środków",
    budgetYear: 2027,
    result: "Kosztorys gotowy, wniosek do budżetu.",
    motions: ["3/2026/07"],
  }),
  told("Z6", {
    due: END_OF_MAY,
    basis: AGREED,
    state: "Zrealizowane",
    result: "34 pouczenia, 6 mandatów.",
    motions: ["3/2026/09"],
  }),
  told("Z7", {
    due: ["pt., 31.07.2026", "piątek, 31 lipca 2026 r."],
    basis: AGREED,
    state: "Przyjęte",
    motions: ["3/2026/10"],
  }),
];

test("Wierzbinów 3/2026: every task is what the scenario's table says, on every screen and in the report", async () => {
  const unit = await aScenarioUnit("kpp-wierzbinow");
  const evening = { number: 3, topic: "Bezpieczny ruch drogowy i porządek w mieście", day: "2026-03-18" };
  const hours = { from: "17:00", to: "19:05" };
  const debate = await anEveningOf(unit, { ...evening, ...hours, raised: RAISED, promised: PROMISED });
  at("2026-07-03 09:00");
  const { report, tracker } = await expectTasks(unit, debate, EXPECTED);
  // The double goes the way of the motion that leads it, and what the police keep is told to nobody.
  const double = wordsOf(await unit.read(`/u/${unit.slug}/tracker/3-2026-08`));
  expect(double).toContain("3/2026/07");
  for (const text of [report, tracker]) expect(text).not.toContain("3/2026/12");
  expect((await unit.read(`/u/${unit.slug}/tracker/3-2026-12`)).includes("narkotyków")).toBe(false);
}, 180_000);
