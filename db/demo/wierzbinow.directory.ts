import { her, him, office } from "./shape";
import type { DemoBody, DemoCompetence, DemoMember, DemoUnit } from "./types";

export const unit: DemoUnit = {
  slug: "kpp-wierzbinow",
  name: "Komenda Powiatowa Policji w Wierzbinowie",
  shortName: "KPP w Wierzbinowie",
  department: "Wydział Prewencji",
  locality: "Wierzbinów",
  localityIn: "w Wierzbinowie",
  address: "ul. Kościelna 12, Wierzbinów",
  phone: "47 000 01 00",
  email: "prewencja@kpp-wierzbinow.example",
  headOffice: "Komendant Powiatowy Policji w Wierzbinowie",
  dataOfficer: "Inspektor ochrony danych, iod@kpp-wierzbinow.example",
};

export const members: DemoMember[] = [
  { email: "koordynator@kpp-wierzbinow.example", name: "Koordynator jednostki", rank: "kom.", role: "admin" },
  { email: "debaty@kpp-wierzbinow.example", name: "Specjalista ds. debat", rank: "asp.", role: "organizer" },
  { email: "protokol@kpp-wierzbinow.example", name: "Protokolantka", role: "clerk" },
  { email: "dzielnicowy4@kpp-wierzbinow.example", name: "Dzielnicowy rejonu nr 4", rank: "mł. asp.", role: "officer" },
  { email: "obserwator@kpp-wierzbinow.example", name: "Obserwator", role: "viewer" },
];

const VILLAGES = ["Brzezinki", "Górki", "Kępa", "Lipniki", "Podlesie", "Stawiska", "Wola Wierzbinowska", "Zalesie"];
export const villageKeys = VILLAGES.map((_, i) => `soltys-${i + 1}`);

/** Every second village is led by a woman, so that both salutations can be seen. */
const villages: DemoBody[] = VILLAGES.map((name, i) => ({
  key: `solectwo-${i + 1}`,
  kind: "village",
  name: `Sołectwo ${name}`,
  area: name,
  offices: [
    office(
      `soltys-${i + 1}`,
      "Sołtys",
      (i % 2 === 0 ? her : him)(
        i % 2 === 0 ? `Sołtyska wsi ${name}` : `Sołtys wsi ${name}`,
        `soltys${i + 1}@wierzbinow.example`,
      ),
    ),
  ],
}));

export const bodies: DemoBody[] = [
  {
    key: "um",
    kind: "municipality",
    name: "Urząd Miejski w Wierzbinowie",
    area: "gmina Wierzbinów",
    address: "pl. Wolności 1, Wierzbinów",
    email: "urzad@um-wierzbinow.example",
    phone: "63 000 11 00",
    offices: [
      office("burmistrz", "Burmistrz Wierzbinowa", her("Pani Burmistrz", "burmistrz@um-wierzbinow.example")),
      office("sekretarz", "Sekretarz Gminy"),
    ],
  },
  {
    key: "inwestycje",
    kind: "municipality",
    name: "Urząd Miejski w Wierzbinowie – Wydział Inwestycji",
    area: "gmina Wierzbinów",
    address: "pl. Wolności 1, Wierzbinów",
    email: "inwestycje@um-wierzbinow.example",
    offices: [office("inwestycje-kierownik", "Kierownik Wydziału Inwestycji", him("Pan Kierownik"))],
  },
  {
    key: "rada",
    kind: "council",
    name: "Rada Miejska w Wierzbinowie",
    address: "pl. Wolności 1, Wierzbinów",
    email: "rada@um-wierzbinow.example",
    offices: [office("przewodniczacy", "Przewodniczący Rady Miejskiej", him("Pan Przewodniczący"))],
  },
  {
    key: "starostwo",
    kind: "county",
    name: "Starostwo Powiatowe w Wierzbinowie",
    area: "powiat wierzbinowski",
    email: "starostwo@powiat-wierzbinow.example",
    offices: [office("starosta", "Starosta Wierzbinowski", him("Pan Starosta", "starosta@powiat-wierzbinow.example"))],
  },
  {
    key: "zdp",
    kind: "road_manager",
    name: "Zarząd Dróg Powiatowych w Wierzbinowie",
    area: "drogi powiatowe",
    email: "sekretariat@zdp-wierzbinow.example",
    offices: [office("zdp-dyrektor", "Dyrektor Zarządu Dróg Powiatowych", him("Pan Dyrektor"))],
  },
  {
    key: "gddkia",
    kind: "road_manager",
    name: "GDDKiA – Rejon w Wierzbinowie",
    area: "droga krajowa nr 92",
    email: "rejon@gddkia-wierzbinow.example",
    offices: [office("gddkia-kierownik", "Kierownik Rejonu", her("Pani Kierownik"))],
  },
  {
    key: "sm",
    kind: "municipal_guard",
    name: "Straż Miejska w Wierzbinowie",
    area: "miasto Wierzbinów",
    email: "dyzurny@sm-wierzbinow.example",
    offices: [office("sm-komendant", "Komendant Straży Miejskiej", him("Pan Komendant"))],
  },
  {
    key: "spoldzielnia",
    kind: "housing",
    name: "Spółdzielnia Mieszkaniowa „Zgoda”",
    area: "Osiedle Górnicze",
    email: "zarzad@sm-zgoda.example",
    offices: [office("prezes", "Prezes Zarządu", him("Pan Prezes"))],
  },
  {
    key: "sp2",
    kind: "school",
    name: "Szkoła Podstawowa nr 2 w Wierzbinowie",
    email: "sekretariat@sp2-wierzbinow.example",
    offices: [office("sp2-dyrektor", "Dyrektor szkoły", her("Pani Dyrektor"))],
  },
  {
    key: "lo",
    kind: "school",
    name: "Liceum Ogólnokształcące w Wierzbinowie",
    email: "sekretariat@lo-wierzbinow.example",
    offices: [office("lo-dyrektor", "Dyrektor liceum", her("Pani Dyrektor liceum"))],
  },
  {
    key: "psp",
    kind: "fire_service",
    name: "Komenda Powiatowa Państwowej Straży Pożarnej w Wierzbinowie",
    email: "sekretariat@psp-wierzbinow.example",
    offices: [office("psp-komendant", "Komendant Powiatowy PSP", him("Pan Komendant PSP"))],
  },
  {
    key: "osp",
    kind: "fire_service",
    name: "Ochotnicza Straż Pożarna w Wierzbinowie",
    email: "osp@wierzbinow.example",
    offices: [office("osp-prezes", "Prezes OSP", him("Pan Prezes OSP"))],
  },
  {
    key: "mgops",
    kind: "social_welfare",
    name: "Miejsko-Gminny Ośrodek Pomocy Społecznej w Wierzbinowie",
    email: "mgops@wierzbinow.example",
    offices: [office("mgops-dyrektor", "Dyrektor MGOPS", her("Pani Dyrektor MGOPS"))],
  },
  {
    key: "wrd",
    kind: "police",
    name: "KPP w Wierzbinowie – Wydział Ruchu Drogowego",
    area: "powiat wierzbinowski",
    email: "wrd@kpp-wierzbinow.example",
    offices: [office("wrd-naczelnik", "Naczelnik Wydziału Ruchu Drogowego", him("Naczelnik WRD", "", "nadkom."))],
  },
  {
    key: "prewencja",
    kind: "police",
    name: "KPP w Wierzbinowie – Wydział Prewencji",
    area: "powiat wierzbinowski",
    email: "wp@kpp-wierzbinow.example",
    offices: [
      office("wp-naczelnik", "Naczelnik Wydziału Prewencji", her("Naczelnik Wydziału Prewencji", "", "podkom.")),
    ],
  },
  {
    key: "rejon4",
    kind: "police",
    name: "KPP w Wierzbinowie – dzielnicowy rejonu nr 4",
    area: "śródmieście, ul. 3 Maja",
    email: "rejon4@kpp-wierzbinow.example",
    phone: "47 000 01 44",
    offices: [office("dzielnicowy4", "Dzielnicowy rejonu nr 4", him("Dzielnicowy rejonu nr 4", "", "mł. asp."))],
  },
  ...villages,
];

export const competences: DemoCompetence[] = [
  { body: "um", category: "INFRA", area: "", reason: "zarządca dróg gminnych" },
  { body: "gddkia", category: "INFRA", area: "DK92", reason: "zarządca drogi krajowej" },
  { body: "zdp", category: "INFRA", area: "droga powiatowa", reason: "zarządca dróg powiatowych" },
  { body: "inwestycje", category: "LIGHT", area: "", reason: "oświetlenie ulic i parków gminy" },
  { body: "spoldzielnia", category: "LIGHT", area: "os. Górnicze", reason: "zarządca osiedla" },
  { body: "sm", category: "PARK", area: "", reason: "postój i zatrzymanie pojazdów" },
  { body: "sm", category: "ORDER", area: "", reason: "porządek i spokój w miejscach publicznych" },
];
