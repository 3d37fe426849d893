import { accepts, CYCLE, declines, guest, her, him, office, sends } from "./shape";
import type { DemoBody, DemoDays, DemoDebate, DemoMember, DemoScenario, DemoUnit } from "./types";

const unit: DemoUnit = {
  slug: "kmp-bytomierz",
  name: "Komenda Miejska Policji w Bytomierzu",
  shortName: "KMP w Bytomierzu",
  department: "Wydział Prewencji",
  locality: "Bytomierz",
  localityIn: "w Bytomierzu",
  address: "ul. Hutnicza 30, Bytomierz",
  phone: "47 000 05 00",
  email: "prewencja@kmp-bytomierz.example",
  headOffice: "Komendant Miejski Policji w Bytomierzu",
  dataOfficer: "Inspektor ochrony danych, iod@kmp-bytomierz.example",
};

const members: DemoMember[] = [
  { email: "koordynator@kmp-bytomierz.example", name: "Koordynator jednostki", rank: "kom.", role: "admin" },
  { email: "debaty@kmp-bytomierz.example", name: "Specjalistka ds. profilaktyki", rank: "asp.", role: "organizer" },
];

const COUNCILLORS = [1, 2, 3, 4, 5];

const bodies: DemoBody[] = [
  {
    key: "um",
    kind: "municipality",
    name: "Urząd Miejski w Bytomierzu",
    email: "urzad@um-bytomierz.example",
    offices: [office("prezydent", "Prezydent Miasta", her("Pani Prezydent", "prezydent@um-bytomierz.example"))],
  },
  {
    key: "rada",
    kind: "council",
    name: "Rada Miejska w Bytomierzu",
    email: "rada@um-bytomierz.example",
    offices: COUNCILLORS.map((n) => {
      const [title, holder] =
        n % 2
          ? ["Radny", him("Pan Radny", `radny${n}@um-bytomierz.example`)]
          : ["Radna", her("Pani Radna", `radna${n}@um-bytomierz.example`)];
      return office(`radny-${n}`, `${title} okręgu nr ${n}`, holder as ReturnType<typeof her>);
    }),
  },
  {
    key: "psp",
    kind: "fire_service",
    name: "Komenda Miejska Państwowej Straży Pożarnej w Bytomierzu",
    email: "psp@bytomierz.example",
    offices: [office("psp-komendant", "Komendant Miejski PSP", him("Pan Komendant PSP"))],
  },
  {
    key: "sm",
    kind: "municipal_guard",
    name: "Straż Miejska w Bytomierzu",
    email: "straz@sm-bytomierz.example",
    offices: [office("sm-komendant", "Komendant Straży Miejskiej", her("Pani Komendant"))],
  },
  {
    key: "mops",
    kind: "social_welfare",
    name: "Miejski Ośrodek Pomocy Społecznej w Bytomierzu",
    email: "mops@bytomierz.example",
    offices: [office("mops-dyrektor", "Dyrektor MOPS", her("Pani Dyrektor"))],
  },
  {
    key: "spoldzielnia",
    kind: "housing",
    name: "Spółdzielnia Mieszkaniowa „Hutnik”",
    email: "zarzad@sm-hutnik.example",
    offices: [office("prezes", "Prezes Zarządu", him("Pan Prezes"))],
  },
  {
    key: "kmp",
    kind: "police",
    name: "KMP w Bytomierzu – wydziały",
    email: "sekretariat@kmp-bytomierz.example",
    offices: [
      office(
        "wrd-naczelnik",
        "Naczelnik Wydziału Ruchu Drogowego",
        him("Naczelnik WRD", "wrd@kmp-bytomierz.example", "nadkom."),
      ),
      office(
        "wp-naczelnik",
        "Naczelnik Wydziału Prewencji",
        her("Naczelnik Prewencji", "wp@kmp-bytomierz.example", "kom."),
      ),
    ],
  },
  {
    key: "komisariat",
    kind: "police",
    name: "Komisariat I Policji w Bytomierzu",
    email: "komisariat1@kmp-bytomierz.example",
    offices: [office("komisariat-komendant", "Komendant Komisariatu", him("Komendant Komisariatu", "", "podinsp."))],
  },
  {
    key: "osiedle",
    kind: "estate_council",
    name: "Rada Osiedla Hutnicze",
    email: "rada@osiedle-hutnicze.example",
    offices: [office("ro", "Przewodnicząca Rady Osiedla", her("Pani Przewodnicząca"))],
  },
  { key: "media", kind: "media", name: "Głos Bytomierza", email: "redakcja@glos-bytomierza.example" },
  {
    key: "ogrzewalnia",
    kind: "other",
    name: "Stowarzyszenie prowadzące ogrzewalnię",
    email: "biuro@ogrzewalnia-bytomierz.example",
  },
];

const debate = ({ planned, invited, yesterday, recentAnnounced }: DemoDays): DemoDebate => ({
  key: "11",
  kind: "initiating",
  number: 11,
  cycleTitle: CYCLE,
  topic: "Bezpieczna zima w mieście – kryzys bezdomności",
  description:
    "O bezpieczeństwie w centrum i o pomocy osobom w kryzysie bezdomności zimą, we współpracy z Partnerskim Zespołem " +
    "Kooperacyjnym przy MOPS.",
  day: planned,
  from: "16:00",
  to: "17:45",
  venueName: "Biuro Promocji Miasta",
  venueAddress: "Rynek 7, Bytomierz",
  access: { step_free: true, toilet: true },
  capacity: 60,
  chair: "I Zastępca Komendanta Miejskiego",
  moderator: "Naczelnik Wydziału Prewencji",
  minuteTaker: "Specjalistka ds. profilaktyki",
  plannedAt: `${recentAnnounced} 09:00`,
  announcedAt: `${invited} 08:30`,
  invitedAt: `${invited} 09:00`,
  agenda: [
    {
      key: "otwarcie",
      at: "16:00",
      kind: "opening",
      title: "Otwarcie debaty",
      presenter: "I Zastępca Komendanta Miejskiego",
      text: "",
    },
    {
      key: "stan",
      at: "16:10",
      kind: "speech",
      title: "Stan bezpieczeństwa w centrum",
      presenter: "Naczelnik Wydziału Prewencji",
      text: "",
    },
    {
      key: "ruch",
      at: "16:25",
      kind: "speech",
      title: "Bezpieczeństwo pieszych zimą",
      presenter: "Naczelnik Wydziału Ruchu Drogowego",
      text: "",
    },
    {
      key: "zima",
      at: "16:35",
      kind: "speech",
      title: "Kryzys bezdomności zimą – Partnerski Zespół Kooperacyjny MOPS",
      presenter: "Kierownik Klubu Integracji Społecznej",
      text: "",
    },
    {
      key: "dyskusja",
      at: "16:50",
      kind: "discussion",
      title: "Dyskusja i wnioski mieszkańców",
      presenter: "Naczelnik Wydziału Prewencji",
      text: "",
    },
    {
      key: "ustalenia",
      at: "17:30",
      kind: "findings",
      title: "Podsumowanie i wskazanie zadań",
      presenter: "I Zastępca Komendanta Miejskiego",
      text: "",
    },
  ],
  guests: [
    guest("prezydent"),
    guest("psp-komendant", accepts(`${invited} 10:41`)),
    guest("sm-komendant", accepts(`${invited} 11:08`)),
    guest(
      "mops-dyrektor",
      sends(`${invited} 13:27`, "Pan Kierownik", "kierownik Klubu Integracji Społecznej", {
        email: "kis@mops-bytomierz.example",
        confirmedAt: `${yesterday} 08:12`,
      }),
    ),
    guest("prezes", declines(`${yesterday} 09:30`, "zebranie członków")),
    guest("wrd-naczelnik", accepts(`${invited} 09:25`)),
    guest("wp-naczelnik", accepts(`${invited} 09:31`)),
    guest("komisariat-komendant", accepts(`${invited} 12:02`)),
    guest("ro"),
    guest("radny-1", accepts(`${invited} 17:44`)),
    guest("radny-2", accepts(`${yesterday} 07:58`)),
    guest("radny-3", declines(`${yesterday} 10:20`, "Wyjazd służbowy.")),
    guest("radny-4"),
    guest("radny-5"),
    guest("media", accepts(`${yesterday} 11:15`, { via: "email" })),
    { who: "ogrzewalnia", bounces: true },
  ],
  online: [
    {
      at: `${invited} 18:05`,
      category: "SOCIAL",
      place: "klatka przy ul. Hutniczej",
      text: "W bloku przy ul. Hutniczej 14/6 codziennie nocują obce osoby, boję się o matkę.",
      authorEmail: "mieszkaniec@poczta.example",
    },
    {
      at: `${yesterday} 12:40`,
      category: "LIGHT",
      place: "przejście podziemne przy dworcu",
      text: "W przejściu podziemnym nie świeci połowa lamp, wieczorem ludzie omijają je górą przez jezdnię.",
    },
    {
      at: `${yesterday} 19:22`,
      category: "ORDER",
      place: "Rynek",
      text: "W weekendy w nocy jest głośno pod lokalami, przydałby się patrol pieszy.",
    },
  ],
});

/** A debate by invitation that is near: answers come in, motions wait. */
export const bytomierz = (days: DemoDays): DemoScenario => ({
  unit,
  foundedAt: `${days.recentPlanned} 08:00`,
  members,
  bodies,
  debates: [debate(days)],
});
