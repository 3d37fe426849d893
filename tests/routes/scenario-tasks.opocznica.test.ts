import { expect, test } from "vitest";
import { listAgreements } from "~/domain/agreements/queries.server";
import * as signRoute from "~/routes/o.$unit.tasks.$id_.agreement";
import * as agreementRoute from "~/routes/o.$unit.tasks.agreements.$agreement";
import { doorArgs } from "../setup/factories.organizations";
import { anEveningOf, aScenarioUnit, at, type Promised, type Raised, wordsOf } from "../setup/factories.scenario";
import { type Expected, expectTasks } from "../setup/scenario-screens";

// Scenario „Opocznica”, 1/2026: a meeting with local governments, its tasks, and the agreement that fulfils the first.

const RAISED: Raised[] = [
  ["PATROL", "miasto i gmina", "Zwiększenie liczby patroli przez służby ponadnormatywne.", { task: "Z1" }],
  ["CONTACT", "każda gmina", "Stałe punkty przyjęć interesantów.", { task: "Z2" }],
  ["YOUTH", "szkoły kl. 6", "Rajd rowerowy i turniej profilaktyczny.", { task: "Z3" }],
  ["PATROL", "miejsca z KMZB", "Dyslokacja patroli wg KMZB, co kwartał mapa dla gmin.", { task: "Z4" }],
  ["ROAD", "drogi powiatowe", "Wspólne objazdy dróg z zarządcą.", { task: "Z5" }],
  ["YOUTH", "powiat", "Program „Na ratunek” z ratownictwem.", { task: "Z3" }],
  ["OTHER", "", "Roczna informacja o bezpieczeństwie na sesji rady gminy.", { spot: "Art. 10 ustawy o Policji." }],
  ["SOCIAL", "gminy", "Szybsza wymiana informacji o „Niebieskich Kartach” z GOPS.", "police"],
];

const done = (on: string, text: string, confirmed: string): Promised["said"] => [
  { on, desk: { answer: "reported_done", text }, by: "Naczelnik" },
  { on: confirmed, office: { to: "confirmed" } },
];
const PROMISED: Promised[] = [
  {
    key: "Z1",
    title: "Porozumienie: 33 000 zł, 150 służb, start marzec; uchwała rady",
    owner: "Gmina",
    with: ["KPP"],
    dueOn: "19.03.2026",
    basis: "commitment",
    said: done("2026-03-02 10:00", "Porozumienie podpisano 27.02.2026.", "2026-03-04 09:00"),
  },
  {
    key: "Z2",
    title: "Harmonogram punktów przyjęć, publikacja",
    owner: "KPP",
    dueOn: "31.03.2026",
    basis: "commitment",
    said: done("2026-03-27 10:00", "Harmonogram opublikowano.", "2026-03-30 09:00"),
  },
  {
    key: "Z3",
    title: "Kalendarz akcji profilaktycznych",
    owner: "KPP",
    with: ["Szkoły"],
    dueOn: "30.04.2026",
    basis: "commitment",
    said: done("2026-04-27 10:00", "Kalendarz rozesłano szkołom.", "2026-04-29 09:00"),
  },
  {
    key: "Z4",
    title: "Kwartalne zestawienie KMZB dla gmin",
    owner: "KPP Prewencja",
    dueOn: "30.06.2026",
    basis: "commitment",
    said: [
      {
        on: "2026-06-01 10:00",
        desk: { answer: "in_progress", text: "Pierwszy kwartał przesłano.", progress: "50" },
        by: "Naczelnik",
      },
    ],
  },
  {
    key: "Z5",
    title: "Objazd dróg",
    owner: "ZDP",
    with: ["WRD"],
    dueOn: "31.05.2026",
    basis: "commitment",
    said: [{ on: "2026-05-18 10:00", desk: { answer: "accepted" }, by: "Dyrektor ZDP" }],
  },
];

type Shown = Pick<Expected, "state" | "due" | "motions"> & Partial<Expected>;
/** On 15 June 2026: „termin” and „stan” of the scenario. */
const SHOWN: Record<string, Shown> = {
  Z1: {
    due: ["czw., 19.03.2026", "czwartek, 19 marca 2026 r."],
    state: "Zrealizowane",
    result: "Porozumienie podpisano 27.02.2026.",
    motions: ["1/2026/01"],
  },
  Z2: {
    due: ["wt., 31.03.2026", "wtorek, 31 marca 2026 r."],
    state: "Zrealizowane",
    result: "Harmonogram opublikowano.",
    motions: ["1/2026/02"],
  },
  Z3: {
    due: ["czw., 30.04.2026", "czwartek, 30 kwietnia 2026 r."],
    state: "Zrealizowane",
    result: "Kalendarz rozesłano szkołom.",
    motions: ["1/2026/03", "1/2026/06"],
  },
  Z4: {
    due: ["wt., 30.06.2026", "wtorek, 30 czerwca 2026 r."],
    state: "W realizacji",
    result: "Pierwszy kwartał przesłano.",
    motions: ["1/2026/04"],
  },
  Z5: {
    due: ["niedz., 31.05.2026", "niedziela, 31 maja 2026 r."],
    state: "Przyjęte",
    late: "Po terminie 15 dni",
    motions: ["1/2026/05"],
  },
};

const EXPECTED = PROMISED.map(({ key, title, owner, with: helpers }): Expected => {
  const shown = SHOWN[key] ?? expect.fail(key);
  return { key, title, owner, with: helpers, basis: "ustalenie debaty", ...shown };
});

/** How many services of the 150 were used, month by month: 96 in all. */
const USED = [
  ["31.03.2026", 14],
  ["30.04.2026", 15],
  ["29.05.2026", 16],
  ["30.06.2026", 16],
  ["31.07.2026", 18],
  ["31.08.2026", 17],
] as const;

test("Opocznica 1/2026: tasks as in the table, and 33 000 zł are 150 services of 220 zł, 96 of them used", async () => {
  const unit = await aScenarioUnit("kpp-opocznica");
  const { slug, cookie } = unit;
  const topic = "Strategia na 2026 rok";
  const meeting = { number: 1, kind: "working_meeting", topic, day: "2026-02-19", from: "10:00", to: "12:00" } as const;
  const told = await anEveningOf(unit, { ...meeting, raised: RAISED, promised: PROMISED });

  at("2026-03-02 09:00");
  const door = async (params: Record<string, string>, fields: Record<string, string>) =>
    doorArgs("/o/x", {
      cookie: await cookie(),
      params: { unit: slug, ...params },
      fields: { _key: crypto.randomUUID(), ...fields },
    });
  const form = {
    subject: "Służby ponadnormatywne",
    parties: "Gmina\nKPP",
    resolution: "Uchwała rady",
    signedOn: "27.02.2026",
    startsOn: "1.03.2026",
    endsOn: "31.12.2026",
    amountGrosze: "33 000,00",
    services: "150",
    unitPriceGrosze: "",
    places: "miejsca wg KMZB",
  };
  const wrong = await signRoute.action(await door({ id: told.task("Z1") }, { ...form, unitPriceGrosze: "220,01" }));
  expect(wrong).toMatchObject({ init: { status: 422 } });
  const signed = (await signRoute.action(await door({ id: told.task("Z1") }, form))) as Response;
  const agreement = signed.headers.get("Location")?.split("/").at(-1) ?? "";
  for (const [usedOn, services] of USED) {
    if (usedOn === "30.06.2026") {
      at("2026-06-15 09:00");
      await expectTasks(unit, told, EXPECTED);
    }
    at(`${usedOn.split(".").reverse().join("-")} 15:00`);
    const used = await agreementRoute.action(
      await door({ agreement }, { usedOn, services: String(services), place: "miejsca wg KMZB" }),
    );
    expect([usedOn, (used as Response).status]).toEqual([usedOn, 303]);
  }

  at("2026-09-01 09:00");
  const [kept] = await listAgreements(unit.scope);
  expect(kept).toMatchObject({ amountGrosze: 3_300_000, services: 150, unitPriceGrosze: 22_000, servicesUsed: 96 });
  const terms = [
    "Kwota 33 000 zł",
    "Na co 150 służb po 220 zł",
    "Okres 1 marca – 31 grudnia 2026 r.",
    "Strony Gmina KPP",
  ];
  const used = "Wykorzystano: 96 z 150 służb";
  const staff = [...terms, used, "Pozostało 54 służby, 11 880 zł", "Podpisano piątek, 27 lutego 2026 r."];
  const shown = {
    agreement: [await unit.office(`/tasks/agreements/${agreement}`), staff],
    task: [await unit.office(`/tasks/${told.task("Z1")}`), staff],
    thread: [await unit.read(`/u/${slug}/tracker/1-2026-01`), [...terms, used]],
  } as const;
  for (const [where, [html, words]] of Object.entries(shown))
    for (const word of words) expect([where, word, wordsOf(html).includes(word)]).toEqual([where, word, true]);
}, 180_000);
