import { bodies, guests, members, unit } from "./trybow.directory";
import { evening } from "./trybow.evening";
import type { DemoDebate, DemoScenario } from "./types";

const forum: DemoDebate = {
  key: "2/2026",
  kind: "forum",
  number: 2,
  cycleTitle: "Forum ku bezpieczeństwu",
  topic: "Bezpieczeństwo na osiedlach mieszkaniowych",
  description:
    "Rozmowa mieszkańców, rad osiedli, spółdzielni i służb o tym, co zrobić, żeby na osiedlach było bezpieczniej. " +
    "Na pytania odpowiadają dzielnicowi wszystkich rejonów.",
  day: "2026-05-28",
  from: "17:00",
  to: "19:20",
  venueName: "Urząd Miasta, aula",
  venueAddress: "pl. Zamkowy 1, Trybów",
  access: { step_free: true, toilet: true, induction_loop: true, parking: true, sign_language: true },
  capacity: 180,
  chair: "Komendant Miejski Policji",
  moderator: "Kierownik Rewiru Dzielnicowych",
  minuteTaker: "Protokolant, Wydział Prewencji",
  plannedAt: "2026-04-29 10:00",
  announcedAt: "2026-05-07 08:00",
  invitedAt: "2026-05-07 09:00",
  remindedAt: "2026-05-20 20:00",
  closedAt: "2026-06-12 10:00",
  agenda: [
    {
      key: "otwarcie",
      at: "17:00",
      kind: "opening",
      title: "Otwarcie forum",
      presenter: "Komendant Miejski Policji",
      text: "Forum otworzył Komendant Miejski Policji w Trybowie, który powitał uczestników i przedstawił porządek spotkania.",
    },
    {
      key: "wspolpraca",
      at: "17:10",
      kind: "speech",
      title: "Współpraca Policji z radami osiedli i spółdzielniami",
      presenter: "Kierownik Rewiru Dzielnicowych",
      text:
        "Kierownik Rewiru Dzielnicowych omówił zasady stałej współpracy z radami osiedli i spółdzielniami oraz sposób " +
        "zgłaszania spraw dzielnicowym.",
    },
    {
      key: "monitoring",
      at: "17:30",
      kind: "speech",
      title: "Monitoring miejski w procesie wykrywczym",
      presenter: "Kierownik Zarządzania Kryzysowego",
      text: "Przedstawiono zasady działania monitoringu miejskiego i przykłady jego wykorzystania przy ustalaniu sprawców.",
    },
    {
      key: "rowery",
      at: "17:45",
      kind: "speech",
      title: "Patrole rowerowe",
      presenter: "Naczelnik Wydziału Prewencji",
      text: "Omówiono rejony i godziny służby patroli rowerowych w sezonie letnim.",
    },
    {
      key: "kmzb",
      at: "17:55",
      kind: "speech",
      title: "Krajowa Mapa Zagrożeń Bezpieczeństwa, „Moja Komenda”",
      presenter: "Zespół ds. Profilaktyki",
      text: "Pokazano, jak zgłosić zagrożenie na mapie i jak odszukać swojego dzielnicowego w aplikacji.",
    },
    {
      key: "narkotyki",
      at: "18:05",
      kind: "speech",
      title: "Przeciwdziałanie narkomanii",
      presenter: "Pełnomocnik ds. profilaktyki",
      text: "Pełnomocnik ds. profilaktyki przedstawiła ofertę pomocy dla rodzin i program zajęć w szkołach.",
    },
    {
      key: "dyskusja",
      at: "18:20",
      kind: "discussion",
      title: "Dyskusja – odpowiadają dzielnicowi",
      presenter: "Kierownik Rewiru Dzielnicowych",
      text:
        "W dyskusji zabierali głos mieszkańcy, przedstawiciele rad osiedli i zarządcy budynków. Na pytania odpowiadali " +
        "dzielnicowi właściwych rejonów oraz przedstawiciele Straży Miejskiej i Państwowej Straży Pożarnej.",
    },
    {
      key: "ustalenia",
      at: "19:05",
      kind: "findings",
      title: "Ustalenia i zakończenie",
      presenter: "Komendant Miejski Policji",
      text: "Odczytano wnioski, wskazano podmioty i terminy. Komendant Miejski Policji zakończył forum o godz. 19.20.",
    },
  ],
  guests,
  evening,
};

/** A city forum about housing estates, with many guests. */
export const trybow: DemoScenario = { unit, foundedAt: "2026-04-01 08:00", members, bodies, debates: [forum] };
