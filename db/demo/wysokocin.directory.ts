import { her, him, office } from "./shape";
import type { DemoBody, DemoMember, DemoUnit } from "./types";

export const unit: DemoUnit = {
  slug: "kpp-wysokocin",
  name: "Komenda Powiatowa Policji w Wysokocinie",
  shortName: "KPP w Wysokocinie",
  department: "Wydział Prewencji i Ruchu Drogowego",
  locality: "Wysokocin",
  localityIn: "w Wysokocinie",
  address: "ul. Młyńska 8, Wysokocin",
  phone: "47 000 03 00",
  email: "prewencja@kpp-wysokocin.example",
  headOffice: "Komendant Powiatowy Policji w Wysokocinie",
  dataOfficer: "Inspektor ochrony danych, iod@kpp-wysokocin.example",
};

export const members: DemoMember[] = [
  { email: "koordynator@kpp-wysokocin.example", name: "Koordynator jednostki", rank: "podkom.", role: "admin" },
  { email: "debaty@kpp-wysokocin.example", name: "Specjalistka ds. debat", rank: "st. asp.", role: "organizer" },
  { email: "protokol@kpp-wysokocin.example", name: "Protokolant", role: "clerk" },
];

export const bodies: DemoBody[] = [
  {
    key: "gmina",
    kind: "municipality",
    name: "Urząd Gminy Wysokocin",
    area: "gmina Wysokocin",
    email: "urzad@gmina-wysokocin.example",
    offices: [office("wojt", "Wójt Gminy", him("Pan Wójt", "wojt@gmina-wysokocin.example"))],
  },
  {
    key: "rada",
    kind: "council",
    name: "Rada Gminy Wysokocin",
    email: "rada@gmina-wysokocin.example",
    offices: [office("radna", "Radna Rady Gminy", her("Pani Radna"))],
  },
  {
    key: "solectwo",
    kind: "village",
    name: "Sołectwo Młyny",
    area: "Młyny",
    email: "soltys@mlyny-wysokocin.example",
    offices: [office("soltys", "Sołtys", her("Pani Sołtys"))],
  },
  {
    key: "starostwo",
    kind: "county",
    name: "Starostwo Powiatowe w Wysokocinie",
    email: "starostwo@powiat-wysokocin.example",
    offices: [office("starosta", "Starosta Wysokociński", her("Pani Starosta"))],
  },
  {
    key: "zdp",
    kind: "road_manager",
    name: "Zarząd Dróg Powiatowych w Wysokocinie",
    area: "drogi powiatowe",
    email: "sekretariat@zdp-wysokocin.example",
    offices: [office("zdp-dyrektor", "Dyrektor Zarządu Dróg Powiatowych", him("Pan Dyrektor"))],
  },
  {
    key: "sp",
    kind: "school",
    name: "Szkoła Podstawowa w Młynach",
    email: "sekretariat@sp-mlyny.example",
    offices: [office("sp-dyrektor", "Dyrektor szkoły", her("Pani Dyrektor"))],
  },
  { key: "gitd", kind: "other", name: "Główny Inspektorat Transportu Drogowego", email: "kancelaria@gitd.example" },
  {
    key: "posterunek",
    kind: "police",
    name: "Posterunek Policji w Młynach",
    email: "posterunek@kpp-wysokocin.example",
    offices: [
      office("kierownik", "Kierownik Posterunku", him("Kierownik Posterunku", "", "asp. szt.")),
      office("dzielnicowy", "Dzielnicowy", him("Dzielnicowy", "dzielnicowy@kpp-wysokocin.example", "sierż. szt.")),
      office(
        "asystent",
        "Asystent ds. nieletnich",
        her("Asystentka ds. nieletnich", "nieletni@kpp-wysokocin.example", "st. asp."),
      ),
    ],
  },
  {
    key: "kpp",
    kind: "police",
    name: "KPP w Wysokocinie – Wydział Prewencji i Ruchu Drogowego",
    email: "wprd@kpp-wysokocin.example",
    offices: [
      office("naczelnik", "Naczelnik Wydziału Prewencji i Ruchu Drogowego", him("Naczelnik Wydziału", "", "nadkom.")),
    ],
  },
];
