import { accepts, CYCLE, guest } from "./shape";
import type { DemoDays, DemoDebate } from "./types";
import { VENUE } from "./wierzbinow.debate";

/** The evaluation of 3/2026: the open page that a newcomer clicks through. */
export const evaluation = (days: DemoDays): DemoDebate => ({
  key: "ewaluacja",
  kind: "evaluation",
  cycleTitle: CYCLE,
  topic: "Co się zmieniło na drogach i w parkach? Sprawdzamy obietnice z marca",
  description:
    "Wracamy do wniosków z debaty nr 3/2026. Każda instytucja powie, co zrobiła, a mieszkańcy ocenią, " +
    "czy sprawę załatwiono. Można też zgłosić nowe sprawy.",
  day: days.evaluation,
  from: "17:00",
  to: "18:30",
  ...VENUE,
  chair: "Komendant Powiatowy Policji",
  moderator: "Zastępca Naczelnika Wydziału Prewencji",
  minuteTaker: "Protokolantka, Wydział Prewencji",
  coOrganizer: "Urząd Miejski w Wierzbinowie",
  evaluates: "3/2026",
  plannedAt: `${days.evaluationPlanned} 10:00`,
  announcedAt: `${days.evaluationAnnounced} 09:00`,
  invitedAt: `${days.evaluationAnnounced} 09:40`,
  guests: [
    guest("burmistrz", accepts(`${days.evaluationAnswered} 09:12`)),
    guest("sm-komendant", accepts(`${days.evaluationAnswered} 10:35`)),
  ],
  seats: [
    {
      at: `${days.evaluationAnnounced} 18:20`,
      name: "Mieszkanka, 2 osoby",
      seats: 2,
      email: "mieszkanka@poczta.example",
    },
    { at: `${days.evaluationAnnounced} 19:05`, name: "Mieszkaniec Osiedla Górniczego", seats: 1 },
    { at: `${days.evaluationAnnounced} 20:44`, name: "Rodzina z ul. Przedeckiej", seats: 4 },
    { at: `${days.evaluationAnnounced} 21:10`, name: "Seniorka", seats: 1, email: "seniorka@poczta.example" },
    {
      at: `${days.evaluationAnswered} 07:55`,
      name: "Rada rodziców SP nr 2",
      seats: 3,
      email: "rodzice@sp2-wierzbinow.example",
    },
    { at: `${days.evaluationAnswered} 12:30`, name: "Mieszkaniec, 2 osoby", seats: 2 },
    { at: `${days.evaluationAnswered} 16:48`, name: "Rowerzystka", seats: 1 },
  ],
  online: [
    {
      at: `${days.evaluationAnnounced} 20:15`,
      category: "INFRA",
      kmzb: "poor_road_infrastructure",
      place: "przejście przy targowisku",
      text: "Starte pasy na przejściu dla pieszych przy targowisku, po zmroku prawie ich nie widać.",
      authorEmail: "mieszkanka@poczta.example",
      track: "kpa_motion",
      admittedAt: `${days.evaluationAnswered} 08:40`,
    },
    {
      at: `${days.evaluationAnnounced} 21:32`,
      category: "ROAD",
      kmzb: "speeding",
      place: "ul. Sportowa",
      text: "Kierowcy przyspieszają na prostej obok boiska, zwłaszcza w weekendy wieczorem.",
      admittedAt: `${days.evaluationAnswered} 08:46`,
    },
  ],
});

/** Held some days ago: the minutes still have to be written. */
export const youth = (days: DemoDays): DemoDebate => ({
  key: "mlodziez",
  kind: "youth",
  cycleTitle: CYCLE,
  topic: "Bezpiecznie w sieci i po lekcjach",
  description: "Debata z uczennicami i uczniami liceum o hejcie w sieci i o drodze do szkoły.",
  day: days.recent,
  from: "10:00",
  to: "11:20",
  venueName: "Liceum Ogólnokształcące, aula",
  venueAddress: "ul. Szkolna 3, Wierzbinów",
  access: { step_free: true, toilet: true },
  chair: "Naczelnik Wydziału Prewencji",
  moderator: "Dzielnicowy rejonu nr 4",
  minuteTaker: "Protokolantka, Wydział Prewencji",
  coOrganizer: "Samorząd uczniowski",
  plannedAt: `${days.recentPlanned} 09:00`,
  announcedAt: `${days.recentAnnounced} 09:00`,
  invitedAt: `${days.recentAnnounced} 09:20`,
  agenda: [
    {
      key: "powitanie",
      at: "10:00",
      kind: "opening",
      title: "Powitanie i zasady rozmowy",
      presenter: "Naczelnik Wydziału Prewencji",
      text: "",
    },
    {
      key: "wstep",
      at: "10:10",
      kind: "speech",
      title: "Hejt w sieci – co robi Policja, co może zrobić szkoła",
      presenter: "Dzielnicowy rejonu nr 4",
      text: "",
    },
    {
      key: "rozmowa",
      at: "10:30",
      kind: "discussion",
      title: "Pytania i wnioski młodzieży",
      presenter: "Dzielnicowy rejonu nr 4",
      text:
        "Młodzież mówiła przede wszystkim o grupach klasowych w komunikatorach i o drodze do szkoły. " +
        "Zgłoszone wnioski i sposób ich załatwienia zawiera część 7.",
    },
    {
      key: "podsumowanie",
      at: "11:10",
      kind: "findings",
      title: "Podsumowanie",
      presenter: "Naczelnik Wydziału Prewencji",
      text: "",
    },
  ],
  guests: [
    {
      ...guest("lo-dyrektor", accepts(`${days.recentAnnounced} 11:05`), "present"),
      // Remembered when the text about that item was written already: the editor offers it.
      left: "10:55",
      notedAt: `${days.yesterday} 08:10`,
    },
    guest("sp2-dyrektor"),
  ],
  evening: {
    findingsAt: "11:10",
    heads: { youth: 86, institutions: 5 },
    speeches: [
      { at: "10:02", who: "Naczelnik Wydziału Prewencji" },
      { at: "10:11", who: "Dzielnicowy rejonu nr 4" },
      { at: "10:27", who: "Dyrektor liceum, Liceum Ogólnokształcące w Wierzbinowie" },
      { at: "10:36", who: "osoba z klasy pierwszej" },
      { at: "10:46", who: "przedstawicielstwo samorządu uczniowskiego" },
      { at: "10:57", who: "osoba z klasy trzeciej" },
      { at: "11:12", who: "Naczelnik Wydziału Prewencji" },
    ],
    motions: [
      {
        no: 1,
        at: "10:38",
        category: "CYBER",
        place: "grupy klasowe w komunikatorach",
        text: "Warsztaty dla klas pierwszych: co zrobić, gdy ktoś wrzuca przerobione zdjęcia.",
        by: "resident",
        outcome: { task: "Z1" },
      },
      {
        no: 2,
        at: "10:47",
        category: "LIGHT",
        place: "przystanek przy liceum",
        text: "Na przystanku rano jest ciemno, nie świeci lampa.",
        by: "resident",
        outcome: { task: "Z2" },
      },
      {
        no: 3,
        at: "10:58",
        category: "YOUTH",
        place: "",
        text: "Czy po interwencji Policja zawsze zawiadamia rodziców?",
        by: "resident",
        outcome: {
          spot: "Wyjaśniono, kiedy i kogo zawiadamia się o zdarzeniu z udziałem osoby niepełnoletniej.",
          by: "Naczelnik Wydziału Prewencji",
        },
      },
    ],
    tasks: [
      {
        key: "Z1",
        title: "Warsztaty o cyberprzemocy w klasach pierwszych",
        owner: "prewencja",
        supporters: ["lo"],
        dueOn: days.planned,
        dueBasis: "commitment",
        steps: [
          {
            at: `${days.yesterday} 09:30`,
            askFor: days.later,
            text: "Szkoła prosi o późniejszy termin, żeby warsztaty objęły wszystkie klasy pierwsze.",
            author: "Naczelnik Wydziału Prewencji",
          },
        ],
      },
      {
        key: "Z2",
        title: "Naprawa lampy przy przystanku obok liceum",
        owner: "um",
        dueOn: days.planned,
        dueBasis: "courtesy",
        steps: [
          { at: `${days.invited} 08:20`, to: "accepted", text: "", by: "body", author: "Sekretarz Gminy" },
          {
            at: `${days.yesterday} 13:15`,
            to: "reported_done",
            text: "Lampę naprawiono.",
            by: "body",
            author: "Sekretarz Gminy",
          },
          {
            at: `${days.yesterday} 13:20`,
            picture: "lamp",
            title: "Lampa przy przystanku po naprawie",
            author: "Sekretarz Gminy",
            shownAt: `${days.yesterday} 14:30`,
          },
        ],
      },
    ],
    minutes: {
      writtenAt: `${days.invited} 10:00`,
      findings: "",
      survey: "",
      attachments: [],
      distribution: [],
    },
  },
});

/** Nobody outside the unit sees it yet. */
export const draft = (days: DemoDays): DemoDebate => ({
  key: "szkic",
  kind: "initiating",
  cycleTitle: CYCLE,
  topic: "Bezpieczny senior",
  description: "",
  day: days.later,
  from: "16:00",
  to: "18:00",
  ...VENUE,
  chair: "Komendant Powiatowy Policji",
  moderator: "",
  minuteTaker: "",
  plannedAt: `${days.yesterday} 14:10`,
});
