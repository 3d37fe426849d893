import { accepts, declines, guest, her, him, office, sends } from "./shape";
import type { DemoBody, DemoGuest, DemoMember, DemoUnit } from "./types";

export const unit: DemoUnit = {
  slug: "kmp-trybow",
  name: "Komenda Miejska Policji w Trybowie",
  shortName: "KMP w Trybowie",
  department: "Wydział Prewencji",
  locality: "Trybów",
  localityIn: "w Trybowie",
  address: "ul. Szkolna 5, Trybów",
  phone: "47 000 02 00",
  email: "prewencja@kmp-trybow.example",
  headOffice: "Komendant Miejski Policji w Trybowie",
  dataOfficer: "Inspektor ochrony danych, iod@kmp-trybow.example",
};

export const members: DemoMember[] = [
  { email: "koordynator@kmp-trybow.example", name: "Koordynatorka jednostki", rank: "nadkom.", role: "admin" },
  { email: "debaty@kmp-trybow.example", name: "Kierownik Rewiru Dzielnicowych", rank: "asp. szt.", role: "organizer" },
  { email: "protokol@kmp-trybow.example", name: "Protokolant", role: "clerk" },
];

const COOPERATIVES = ["Wyzwolenie", "Południe", "Przyszłość", "Jutrzenka"];
const MANAGERS = ["Dom", "Gród", "Lokum", "Osada", "Zarządca Miejski", "Zacisze"];
const ESTATES = [
  "Wyzwolenia",
  "Południe",
  "Belzackie",
  "Słoneczne",
  "Parkowe",
  "Nowe Miasto",
  "Stare Miasto",
  "Leśne",
  "Zawady",
  "Przyrzecze",
  "Kolejowe",
  "Łąkowe",
];
const BEATS = Array.from({ length: 14 }, (_, i) => i + 1);

const holder = (i: number) => (i % 2 === 0 ? her : him);

const cooperatives: DemoBody[] = COOPERATIVES.map((name, i) => ({
  key: `spoldzielnia-${i + 1}`,
  kind: "housing",
  name: `Spółdzielnia Mieszkaniowa „${name}”`,
  area: i === 0 ? "os. Wyzwolenia" : "",
  email: `zarzad@sm${i + 1}-trybow.example`,
  offices: [office(`prezes-${i + 1}`, "Prezes Zarządu", holder(i + 1)(i % 2 ? "Pani Prezes" : "Pan Prezes"))],
}));
const managers: DemoBody[] = MANAGERS.map((name, i) => ({
  key: `zarzadca-${i + 1}`,
  kind: "housing",
  name: `„${name}” – zarządca nieruchomości`,
  email: `biuro@zarzadca${i + 1}-trybow.example`,
}));
const estates: DemoBody[] = ESTATES.map((name, i) => ({
  key: `osiedle-${i + 1}`,
  kind: "estate_council",
  name: `Rada Osiedla ${name}`,
  area: `os. ${name}`,
  email: `rada${i + 1}@osiedla-trybow.example`,
  offices: [
    office(
      `ro-${i + 1}`,
      "Przewodniczący Rady Osiedla",
      holder(i)(i % 2 ? "Pan Przewodniczący" : "Pani Przewodnicząca"),
    ),
  ],
}));

export const bodies: DemoBody[] = [
  {
    key: "prezydent-um",
    kind: "municipality",
    name: "Urząd Miasta Trybowa",
    area: "miasto Trybów",
    address: "pl. Zamkowy 1, Trybów",
    email: "urzad@um-trybow.example",
    offices: [office("prezydent", "Prezydent Miasta", him("Pan Prezydent", "prezydent@um-trybow.example"))],
  },
  {
    key: "zk",
    kind: "municipality",
    name: "Urząd Miasta Trybowa – Zarządzanie Kryzysowe",
    email: "zk@um-trybow.example",
    offices: [office("zk-kierownik", "Kierownik Zarządzania Kryzysowego", him("Pan Kierownik"))],
  },
  {
    key: "um-profilaktyka",
    kind: "municipality",
    name: "Urząd Miasta Trybowa – Biuro Pełnomocnika ds. profilaktyki",
    email: "profilaktyka@um-trybow.example",
    offices: [office("pelnomocnik", "Pełnomocnik ds. profilaktyki", her("Pani Pełnomocnik"))],
  },
  {
    key: "rada",
    kind: "council",
    name: "Rada Miasta Trybowa",
    email: "rada@um-trybow.example",
    offices: [office("przewodniczacy", "Przewodniczący Rady Miasta", him("Pan Przewodniczący"))],
  },
  {
    key: "sm",
    kind: "municipal_guard",
    name: "Straż Miejska w Trybowie",
    email: "straz@sm-trybow.example",
    offices: [
      office("sm-komendant", "Komendant Straży Miejskiej", him("Pan Komendant")),
      office("sm-referat", "Kierownik Referatu ds. Wykroczeń", her("Pani Kierownik")),
    ],
  },
  {
    key: "psse",
    kind: "sanitary_inspection",
    name: "Powiatowa Stacja Sanitarno-Epidemiologiczna w Trybowie",
    email: "psse@trybow.example",
    offices: [office("psse-dyrektor", "Dyrektor PSSE", her("Pani Dyrektor"))],
  },
  {
    key: "kwp",
    kind: "police",
    name: "Komenda Wojewódzka Policji – Wydział Prewencji",
    email: "prewencja@kwp.example",
    offices: [
      office("kwp-naczelnik", "Naczelnik Wydziału Prewencji", him("Naczelnik Wydziału Prewencji KWP", "", "mł. insp.")),
    ],
  },
  {
    key: "psp",
    kind: "fire_service",
    name: "Komenda Miejska Państwowej Straży Pożarnej w Trybowie",
    email: "psp@trybow.example",
  },
  {
    key: "mops",
    kind: "social_welfare",
    name: "Miejski Ośrodek Pomocy Społecznej w Trybowie",
    email: "mops@trybow.example",
  },
  {
    key: "zdium",
    kind: "road_manager",
    name: "Zarząd Dróg i Utrzymania Miasta w Trybowie",
    email: "zdium@trybow.example",
  },
  { key: "utw", kind: "other", name: "Uniwersytet Trzeciego Wieku w Trybowie", email: "utw@trybow.example" },
  { key: "kmp", kind: "police", name: "KMP w Trybowie – Wydział Prewencji", email: "wp@kmp-trybow.example" },
  {
    key: "profilaktyk",
    kind: "police",
    name: "KMP w Trybowie – Zespół ds. Profilaktyki",
    email: "profilaktyka@kmp-trybow.example",
  },
  {
    key: "rewir",
    kind: "police",
    name: "KMP w Trybowie – Rewir Dzielnicowych",
    email: "rewir@kmp-trybow.example",
    offices: BEATS.map((n) =>
      office(
        `dzielnicowy-${n}`,
        `Dzielnicowy rejonu nr ${n}`,
        him(`Dzielnicowy rejonu nr ${n}`, `rejon${n}@kmp-trybow.example`),
      ),
    ),
  },
  ...cooperatives,
  ...managers,
  ...estates,
];

/** Who came: 41 of the 118; three estate councils did not. */
export const guests: DemoGuest[] = [
  guest(
    "prezydent",
    sends("2026-05-15 09:10", "Pan Wiceprezydent", "Wiceprezydent Miasta", {
      email: "wiceprezydent@um-trybow.example",
      confirmedAt: "2026-05-15 13:40",
    }),
    "present_by_substitute",
  ),
  guest(
    "przewodniczacy",
    sends("2026-05-18 10:05", "Pan Radny", "Radny Rady Miasta", { via: "phone" }),
    "present_by_substitute",
  ),
  guest("zk-kierownik", accepts("2026-05-11 08:20"), "present"),
  guest("sm-komendant", accepts("2026-05-11 09:47"), "present"),
  guest("sm-referat", accepts("2026-05-11 09:52"), "present"),
  guest("pelnomocnik", accepts("2026-05-12 12:14"), "present"),
  guest("psse-dyrektor", accepts("2026-05-13 14:30"), "present"),
  guest("kwp-naczelnik", accepts("2026-05-14 07:55", { via: "phone" }), "present"),
  guest("prezes-1", accepts("2026-05-12 10:10"), "present"),
  guest("prezes-2", accepts("2026-05-13 11:25"), "present"),
  guest("prezes-3", accepts("2026-05-18 08:40"), "present"),
  guest(
    "prezes-4",
    sends("2026-05-19 15:02", "Pani Zastępca Prezesa", "Zastępca Prezesa Zarządu", { via: "email" }),
    "present_by_substitute",
  ),
  ...MANAGERS.map((_, i) =>
    guest(`zarzadca-${i + 1}`, accepts(`2026-05-1${i + 3} 13:1${i}`, { via: "phone" }), "present"),
  ),
  ...ESTATES.map((_, i) => {
    const who = `ro-${i + 1}`;
    if (i < 9) return guest(who, accepts(`2026-05-${12 + i} 18:3${i}`), "present");
    if (i === 9)
      return guest(who, declines("2026-05-20 19:00", "Zebranie rady osiedla w tym samym czasie."), "excused");
    return guest(who, undefined, "absent");
  }),
  ...BEATS.map((n) =>
    guest(`dzielnicowy-${n}`, accepts(`2026-05-08 0${(n % 3) + 7}:${10 + n}`, { via: "in_person" }), "present"),
  ),
];
