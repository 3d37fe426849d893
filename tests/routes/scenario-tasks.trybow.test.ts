import { expect, test } from "vitest";
import { anEveningOf, aScenarioUnit, at, type Promised, type Raised } from "../setup/factories.scenario";
import { type Expected, expectTasks } from "../setup/scenario-screens";

// Scenario „Trybów”, 2/2026: its tables of motions and of tasks, played by the body's desk and by staff.

const RAISED: Raised[] = [
  ["CCTV", "os. Wyzwolenia, plac zabaw", "Włączenie kamer spółdzielni do monitoringu miejskiego.", { task: "Z1" }],
  ["PATROL", "parki osiedlowe", "Zwiększenie liczby patroli rowerowych od maja do września.", { task: "Z2" }],
  ["DRUG", "klatki schodowe, bl. 12–16", "Młodzież zażywa środki odurzające na klatkach.", { task: "Z3" }],
  ["PARK", "ul. Belzacka", "Auta na drogach pożarowych, blokada wozów PSP.", { task: "Z4" }],
  ["ORDER", "skwer przy sklepie całodobowym", "Spożywanie alkoholu, hałas nocą.", { task: "Z2" }],
  ["SOCIAL", "piwnice, os. Południe", "Osoby w kryzysie bezdomności nocują w piwnicach.", { task: "Z5" }],
  ["VAND", "wiaty śmietnikowe", "Niszczenie wiat, graffiti.", { task: "Z1" }],
  ["LIGHT", "przejście przez park", "Doświetlenie alejki do przystanku.", { refer: "ZDiUM", task: "Z6" }],
  ["SENIOR", "osiedla", "Domokrążcy i oszustwa „na administratora”.", { task: "Z7" }],
  ["ANIMAL", "trawniki", "Psy bez smyczy przy placu zabaw.", { spot: "Straż Miejska skontroluje plac." }],
  ["CONTACT", "", "Stały kontakt dzielnicowego z radą osiedla – raz na kwartał.", { task: "Z8" }],
  ["ROAD", "parking galerii", "Nocne palenie gumy i wyścigi.", { task: "Z2" }],
  ["OTHER", "", "Kiedy będą podwyżki opłat za śmieci?", "out"],
];

const PROMISED: Promised[] = [
  {
    key: "Z1",
    title: "Spotkanie techniczne ws. kamer i wykaz miejsc wandalizmu",
    owner: "UM – Zarządzanie Kryzysowe",
    with: ["Spółdzielnia"],
    dueOn: "29.06.2026",
    basis: "commitment",
    said: [
      { on: "2026-06-02 09:00", desk: { answer: "accepted" }, by: "Kierownik" },
      {
        on: "2026-06-24 12:00",
        desk: { answer: "reported_done", text: "Spotkanie 23 czerwca, wykaz 14 miejsc." },
        by: "Kierownik",
      },
      { on: "2026-06-26 09:00", office: { to: "confirmed" } },
    ],
  },
  {
    key: "Z2",
    title: "Zadania doraźne: patrole rowerowe, skwer, parking galerii",
    owner: "KMP",
    with: ["Straż Miejska"],
    dueOn: "30.09.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-07-06 08:00",
        desk: { answer: "in_progress", text: "18 patroli w czerwcu.", progress: "35" },
        by: "Naczelnik",
      },
    ],
  },
  {
    key: "Z3",
    title: "Działania prewencyjno-kryminalne i pogadanki",
    owner: "KMP",
    dueOn: "31.08.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-07-06 08:10",
        desk: { answer: "in_progress", text: "Pogadanki w trzech szkołach." },
        by: "Naczelnik",
      },
    ],
  },
  {
    key: "Z4",
    title: "Lustracja dróg pożarowych, oznakowanie",
    owner: "PSP",
    with: ["Straż Miejska", "Spółdzielnia"],
    dueOn: "30.06.2026",
    basis: "commitment",
    said: [
      { on: "2026-06-30 10:00", desk: { answer: "reported_done", text: "Lustracja wykonana." }, by: "Komendant PSP" },
      { on: "2026-07-01 09:00", office: { to: "partly_done", text: "Brakuje oznakowania przy bl. 14." } },
    ],
  },
  {
    key: "Z5",
    title: "Objazd miejsc, oferta noclegowni, praca socjalna",
    owner: "MOPS",
    with: ["Straż Miejska"],
    dueOn: "15.10.2026",
    basis: "commitment",
    said: [{ on: "2026-07-10 09:00", desk: { answer: "accepted" }, by: "Kierownik MOPS" }],
  },
  {
    key: "Z6",
    title: "Doświetlenie alejki – wycena",
    owner: "ZDiUM",
    basis: "art_244",
    said: [
      {
        on: "2026-06-25 13:00",
        desk: { answer: "needs_funds", budgetYear: "2027", text: "Wycena: 84 000 zł." },
        by: "Dyrektor ZDiUM",
      },
    ],
  },
  {
    key: "Z7",
    title: "6 spotkań w klubach seniora",
    owner: "KMP profilaktyk",
    with: ["UTW"],
    dueOn: "30.11.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-07-08 11:00",
        desk: { answer: "in_progress", text: "Dwa z sześciu spotkań.", progress: "33" },
        by: "Profilaktyk",
      },
    ],
  },
  {
    key: "Z8",
    title: "Kalendarz dyżurów dzielnicowych w radach osiedli",
    owner: "Kierownik Rewiru",
    dueOn: "30.06.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-06-22 08:00",
        desk: { answer: "reported_done", text: "Kalendarz ogłoszono." },
        by: "Kierownik Rewiru",
      },
      { on: "2026-06-23 09:00", office: { to: "confirmed" } },
    ],
  },
];

const basis = "ustalenie debaty";
type Shown = Pick<Expected, "state" | "due" | "motions"> & Partial<Expected>;
/** On 3 August 2026: „termin” and „stan” of the scenario. */
const SHOWN: Record<string, Shown> = {
  Z1: {
    due: ["pon., 29.06.2026", "poniedziałek, 29 czerwca 2026 r."],
    state: "Zrealizowane",
    result: "Spotkanie 23 czerwca, wykaz 14 miejsc.",
    motions: ["2/2026/01", "2/2026/07"],
  },
  Z2: {
    due: ["śr., 30.09.2026", "środa, 30 września 2026 r."],
    state: "W realizacji",
    result: "18 patroli w czerwcu.",
    motions: ["2/2026/02", "2/2026/05", "2/2026/12"],
  },
  Z3: {
    due: ["pon., 31.08.2026", "poniedziałek, 31 sierpnia 2026 r."],
    state: "W realizacji",
    result: "Pogadanki w trzech szkołach.",
    motions: ["2/2026/03"],
  },
  Z4: {
    due: ["wt., 30.06.2026", "wtorek, 30 czerwca 2026 r."],
    state: "Zrealizowane częściowo",
    result: "Brakuje oznakowania przy bl. 14.",
    motions: ["2/2026/04"],
  },
  Z5: { due: ["czw., 15.10.2026", "czwartek, 15 października 2026 r."], state: "Przyjęte", motions: ["2/2026/06"] },
  Z6: {
    due: ["pon., 29.06.2026", "poniedziałek, 29 czerwca 2026 r."],
    basis: "art. 244 KPA – załatwienie w miesiąc",
    state: "Wymaga środków",
    budgetYear: 2027,
    result: "Wycena: 84 000 zł.",
    motions: ["2/2026/08"],
  },
  Z7: {
    due: ["pon., 30.11.2026", "poniedziałek, 30 listopada 2026 r."],
    state: "W realizacji",
    result: "Dwa z sześciu spotkań.",
    motions: ["2/2026/09"],
  },
  Z8: {
    due: ["wt., 30.06.2026", "wtorek, 30 czerwca 2026 r."],
    state: "Zrealizowane",
    result: "Kalendarz ogłoszono.",
    motions: ["2/2026/11"],
  },
};

test("Trybów 2/2026: every task is what the scenario's table says, on every screen and in the report", async () => {
  const unit = await aScenarioUnit("kmp-trybow");
  const topic = "Bezpieczeństwo na osiedlach mieszkaniowych";
  const evening = { number: 2, kind: "forum", topic, day: "2026-05-28", from: "17:00", to: "19:20" } as const;
  const told = await anEveningOf(unit, { ...evening, raised: RAISED, promised: PROMISED });
  at("2026-08-03 09:00");
  const expected = PROMISED.map(({ key, title, owner, with: helpers }): Expected => {
    const shown = SHOWN[key] ?? expect.fail(key);
    return { key, title, owner, with: helpers, basis, ...shown };
  });
  const { report } = await expectTasks(unit, told, expected);
  expect(report).toContain("Wskazano Urząd Miasta.");
  // How the statute's month was counted: 28 June is a Sunday.
  const page = await unit.office(`/tasks/${told.task("Z6")}`);
  expect(page).toContain("niedziela, 28");
}, 180_000);
