import { expect, test } from "vitest";
import { announceDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { hallTokenOf } from "~/domain/evaluation/gate.server";
import { findOpenBallot } from "~/domain/evaluation/queries.ballot.server";
import { publishMinutes } from "~/domain/minutes/commands.server";
import * as evaluationRoute from "~/routes/o.$unit.debates.$id.evaluation";
import * as hallRoute from "~/routes/o.$unit.debates.$id.hall";
import { minutesOf } from "../setup/factories.minutes-held";
import { anOpenDebate } from "../setup/factories.motions";
import { doorArgs } from "../setup/factories.organizations";
import {
  anEveningOf,
  aScenarioUnit,
  at,
  type Promised,
  type Raised,
  type ScenarioUnit,
  wordsOf,
} from "../setup/factories.scenario";
import { textOf } from "../setup/pdf";
import { expectTasks } from "../setup/scenario-screens";
import { visit } from "../setup/site";

// Scenario „Wysokocin”: 1/2025 of 16 May 2025 and the evaluation 4/2026 that is made of it, 8 May 2026.

const RAISED: Raised[] = [
  ["ROAD", "droga powiatowa, wieś", "Częste kontrole prędkości.", { task: "Z1" }],
  ["INFRA", "cała wieś", "Lustracja oznakowania drogi powiatowej.", { task: "Z2" }],
  ["INFRA", "most przy SP", "Poprawa bezpieczeństwa pieszych na moście.", { task: "Z3" }],
  ["INFRA", "przed szkołą", "Próg zwalniający.", { task: "Z4" }],
  ["LIGHT", "przejście dla pieszych", "Doświetlenie przejścia.", { task: "Z5" }],
  ["INFRA", "zakręt przy młynie", "Lustro drogowe.", { task: "Z6" }],
  ["ROAD", "odcinek 1,2 km", "Fotoradar / odcinkowy pomiar.", { refer: "GITD", task: "Z7" }],
  ["YOUTH", "SP", "Zajęcia o bezpiecznej drodze do szkoły.", { task: "Z8" }],
];
const KLADKA = "Kładka dla pieszych przy moście";

const reported = (day: string, text: string, by: string): Promised["said"] => [
  { on: `${day} 10:00`, desk: { answer: "reported_done", text }, by },
  { on: `${day} 14:00`, office: { to: "confirmed" } },
];
const task = (key: string, title: string, owner: string, dueOn: string, said: Promised["said"]): Promised => {
  return { key, title, owner, dueOn, basis: "commitment", said };
};
const PROMISED: Promised[] = [
  task(
    "Z1",
    "Kontrole prędkości",
    "KPP",
    "30.04.2026",
    reported("2026-04-27", "46 kontroli, 71 mandatów", "Naczelnik"),
  ),
  task(
    "Z2",
    "Lustracja oznakowania",
    "ZDP",
    "30.06.2025",
    reported("2025-06-10", "4 znaki wymienione", "Dyrektor ZDP"),
  ),
  task("Z3", KLADKA, "ZDP", "31.12.2027", [
    {
      on: "2025-11-20 09:00",
      desk: { answer: "needs_funds", budgetYear: "2027", text: "Koncepcja kładki, projekt 2026/27." },
      by: "Dyrektor ZDP",
    },
  ]),
  task("Z4", "Próg zwalniający", "ZDP", "16.06.2025", [
    { on: "2025-06-12 09:00", desk: { answer: "refused", text: "Droga tranzytowa." }, by: "Dyrektor ZDP" },
  ]),
  task("Z5", "Doświetlenie przejścia", "ZDP", "30.11.2025", reported("2025-11-24", "Wykonano.", "Dyrektor ZDP")),
  task("Z6", "Lustro drogowe", "ZDP", "31.08.2025", reported("2025-08-20", "Zamontowano.", "Dyrektor ZDP")),
  task("Z7", "Fotoradar / odcinkowy pomiar", "GITD", "16.06.2025", [
    { on: "2025-06-11 09:00", desk: { answer: "refused", text: "Za mała liczba zdarzeń." }, by: "GITD" },
  ]),
  task("Z8", "Zajęcia w szkole", "Posterunek", "31.10.2025", reported("2025-10-20", "4 lekcje.", "Kierownik")),
];

/** „realizacja pokazana 08.05.2026” and „ocena sali”, with hands and phones where the hall was asked one by one. */
const RESULTS = [
  { no: 1, text: "46 kontroli, 71 mandatów", verdict: "done", word: "zrealizowano", hands: [13, 2, 1], phone: "done" },
  { no: 2, text: "lustracja 03.06.2025, 4 znaki wymienione", verdict: "done", word: "zrealizowano", hands: [12, 3, 0] },
  {
    no: 3,
    text: "ZDP: koncepcja kładki, projekt 2026/27",
    verdict: "partly",
    word: "częściowo",
    hands: [2, 12, 3],
    phone: "partly",
  },
  {
    no: 4,
    text: "odmowa ZDP: droga tranzytowa, zamiast – wyspa i aktywne znaki",
    verdict: "partly",
    word: "częściowo",
    hands: [3, 8, 4],
  },
  { no: 5, text: "wykonano 11.2025", verdict: "done", word: "zrealizowano" },
  { no: 6, text: "zamontowano", verdict: "done", word: "zrealizowano" },
  {
    no: 7,
    text: "przekazano do GITD – niezakwalifikowano (powód: liczba zdarzeń)",
    verdict: "not_done",
    word: "nie zrealizowano",
  },
  { no: 8, text: "4 lekcje, odblaski 120 szt.", verdict: "done", word: "zrealizowano" },
] as const;

const NEW_RAISED: Raised[] = [
  ["ROAD", "droga gminna", "Quady i motocykle w niedziele.", { task: "Z1" }],
  ["INFRA", "pobocze", "Koszenie pobocza i widoczność.", { task: "Z2" }],
];
const NEW_PROMISED: Promised[] = [
  task("Z1", "Patrole niedzielne", "KPP", "30.09.2026", [
    { on: "2026-05-11 08:00", desk: { answer: "in_progress", text: "Patrole od 17 maja." }, by: "Naczelnik" },
  ]),
  {
    ...task("Z2", "Koszenie pobocza", "ZDP", "", reported("2026-05-14", "Skoszono pobocze.", "Dyrektor ZDP")),
    basis: "art_244",
  },
];

const locationOf = (answer: unknown) => {
  if (!(answer instanceof Response)) expect.fail(JSON.stringify(answer));
  expect(answer.status).toBe(303);
  return answer.headers.get("Location") ?? "";
};
type Sent = Record<string, string | string[]>;
const sent = async (unit: ScenarioUnit, id: string, fields: Sent) =>
  doorArgs("/o/x", {
    cookie: await unit.cookie(),
    params: { unit: unit.slug, id },
    fields: { _key: crypto.randomUUID(), ...fields },
  });

/** The first four asked for by the hall screen's desk, the others written into the table. */
async function vote(unit: ScenarioUnit, id: string, motions: { id: string }[]) {
  const press = async (fields: Sent) => locationOf(await hallRoute.action(await sent(unit, id, fields)));
  const motionOf = (no: number) => motions[no - 1]?.id ?? "";
  const token = hallTokenOf("ballot", await getDebate(unit.scope, id), 1);
  for (const result of RESULTS) {
    if (!("hands" in result)) continue;
    const motionId = motionOf(result.no);
    await press({ intent: "open", motionId });
    if ("phone" in result) {
      const cookie = /^glos=[\w-]{43}/.exec((await visit(`/v/${token}`)).headers.get("Set-Cookie") ?? "")?.[0];
      const ballotId = (await findOpenBallot(unit.scope, id))?.id ?? "";
      const voted = await visit(`/v/${token}`, { cookie, fields: { ballotId, verdict: result.phone } });
      expect(voted.status).toBe(303);
    }
    const [done, partly, not] = result.hands.map(String);
    const heads = { "heads-done": done ?? "", "heads-partly": partly ?? "", "heads-not_done": not ?? "" };
    await press({ intent: "close", motionId, ...heads, text: result.text });
  }
  const page = await unit.office(`/debates/${id}/evaluation`);
  const rows = motions.map((motion, i) => {
    const [tag = ""] = page.match(new RegExp(`<input[^>]*version-${motion.id}[^>]*>`)) ?? [];
    const { text, verdict } = RESULTS[i] ?? expect.fail();
    const version = /value="(\d+)"/.exec(tag)?.[1] ?? "";
    return { [`version-${motion.id}`]: version, [`text-${motion.id}`]: text, [`verdict-${motion.id}`]: verdict };
  });
  const table = { "ids[]": motions.map((motion) => motion.id), ...Object.assign({}, ...rows) };
  locationOf(await evaluationRoute.action(await sent(unit, id, table)));
}

test("Wysokocin: the evaluation is made in one click, voted on, carried on, and its minutes carry the table", async () => {
  const unit = await aScenarioUnit("kpp-wysokocin");
  const { scope, slug } = unit;
  const topic = "Prędkość na drodze powiatowej";
  const first = { number: 1, topic, day: "2025-05-16", from: "18:00", to: "19:30" };
  const earlier = await anEveningOf(unit, { ...first, raised: RAISED, promised: PROMISED });

  at("2026-04-10 09:00");
  await anOpenDebate(
    scope,
    { number: 3, startsAt: new Date("2026-07-01T15:00:00Z"), endsAt: new Date("2026-07-01T17:00:00Z") },
    new Date(),
  );
  const plan = { startsOn: "8.05.2026", startsTime: "18:00", venueName: "Sala OSP", venueAddress: "" };
  const made = await evaluationRoute.action(await sent(unit, earlier.debate.id, plan));
  const id = locationOf(made).split("/").at(-1) ?? "";
  at("2026-04-17 09:00");
  await announceDebate(scope, id);
  const evening = {
    number: 4,
    topic,
    day: "2026-05-08",
    from: "18:00",
    to: "19:15",
    raised: NEW_RAISED,
    promised: NEW_PROMISED,
  };
  const carry = { intent: "carry", "taskIds[]": [earlier.task("Z3")], [`due-${earlier.task("Z3")}`]: "" };
  const told = await anEveningOf(unit, evening, {
    id,
    during: async () => {
      await vote(unit, id, earlier.motions);
      locationOf(await evaluationRoute.action(await sent(unit, id, carry)));
    },
  });
  expect(told.debate).toMatchObject({
    number: 4,
    year: 2026,
    kind: "evaluation",
    evaluatesDebateId: earlier.debate.id,
  });

  at("2026-05-15 10:00");
  await expectTasks(unit, told, [
    {
      key: "Z1",
      title: "Patrole niedzielne",
      owner: "KPP",
      due: ["śr., 30.09.2026", "środa, 30 września 2026 r."],
      basis: "ustalenie debaty",
      state: "W realizacji",
      result: "Patrole od 17 maja.",
      motions: ["4/2026/01"],
    },
    {
      key: "Z2",
      title: "Koszenie pobocza",
      owner: "ZDP",
      due: ["pon., 08.06.2026", "poniedziałek, 8 czerwca 2026 r."],
      basis: "art. 244 KPA – załatwienie w miesiąc",
      state: "Zrealizowane",
      result: "Skoszono pobocze.",
      motions: ["4/2026/02"],
    },
  ]);

  // „Zadania przenoszone: kładka – ZDP, 31.12.2027, wymaga środków”, with all that was said about it before.
  const carried = wordsOf(await unit.office(`/tasks/${earlier.task("Z3")}`));
  for (const words of [
    KLADKA,
    "Realizuje ZDP",
    "Termin piątek, 31 grudnia 2027 r.",
    "Wymaga środków – 2027",
    "Przeniesiono po debacie ewaluacyjnej",
  ])
    expect([words, carried.includes(words)]).toEqual([words, true]);
  expect(wordsOf(await unit.read(`/u/${slug}/tracker/1-2025-03`))).toContain("Koncepcja kładki, projekt 2026/27.");

  await minutesOf(scope, id);
  await publishMinutes(scope, id);
  const minutes = `/u/${slug}/debates/${told.debate.slug}/minutes`;
  const squeezed = (text: string) => text.replace(/[\s\u00a0\u00ad\u2011\u2060-]+/g, "");
  const pdf = await textOf(new Uint8Array(await (await visit(`${minutes}.pdf`)).arrayBuffer()));
  for (const [where, text] of Object.entries({ page: wordsOf(await unit.read(minutes)), pdf })) {
    const found = (words: string) =>
      expect.soft([where, words, squeezed(text).includes(squeezed(words))]).toEqual([where, words, true]);
    for (const { no, text: said, word } of RESULTS)
      for (const words of [`1/2025/0${no}`, `${said} ${word}`]) found(words);
    for (const words of ["Co obiecano", "Co zrobiono", "Ocena sali", "Zadania przenoszone z poprzedniej debaty"])
      found(words);
    found(`1/2025/Z3 ${KLADKA}`);
    for (const words of ["31.12.2027", "wymaga środków, budżet 2027 r."]) found(words);
    found("zrealizowano (14 : 2 : 1, w tym telefonem 1)");
  }
}, 180_000);
