import { her, him, office } from "./shape";
import type { DemoBody, DemoMember, DemoUnit } from "./types";

export const unit: DemoUnit = {
  slug: "kpp-opocznica",
  name: "Komenda Powiatowa Policji w Opocznicy",
  shortName: "KPP w Opocznicy",
  department: "Wydział Prewencji",
  locality: "Opocznica",
  localityIn: "w Opocznicy",
  address: "ul. Rynkowa 2, Opocznica",
  phone: "47 000 04 00",
  email: "prewencja@kpp-opocznica.example",
  headOffice: "Komendant Powiatowy Policji w Opocznicy",
  dataOfficer: "Inspektor ochrony danych, iod@kpp-opocznica.example",
};

export const members: DemoMember[] = [
  { email: "koordynator@kpp-opocznica.example", name: "Koordynatorka jednostki", rank: "kom.", role: "admin" },
  { email: "debaty@kpp-opocznica.example", name: "Specjalista ds. prewencji", rank: "asp.", role: "organizer" },
];

export const COMMUNES = ["Białkowice", "Drzewica Mała", "Lubochnia", "Modrzewina", "Ostrówek", "Sławnica"];

const communes: DemoBody[] = COMMUNES.map((name, i) => ({
  key: `gmina-${i + 1}`,
  kind: "municipality",
  name: `Urząd Gminy ${name}`,
  area: `gmina ${name}`,
  email: `urzad@gmina${i + 1}-opocznica.example`,
  offices: [office(`wojt-${i + 1}`, "Wójt Gminy", (i % 2 ? her : him)(i % 2 ? "Pani Wójt" : "Pan Wójt"))],
}));

export const bodies: DemoBody[] = [
  {
    key: "rada-powiatu",
    kind: "council",
    name: "Rada Powiatu Opocznickiego",
    email: "rada@powiat-opocznica.example",
    offices: [office("przewodniczaca", "Przewodnicząca Rady Powiatu", her("Pani Przewodnicząca"))],
  },
  {
    key: "starostwo",
    kind: "county",
    name: "Starostwo Powiatowe w Opocznicy",
    email: "starostwo@powiat-opocznica.example",
    offices: [office("starosta", "Starosta Opocznicki", him("Pan Starosta"))],
  },
  {
    key: "um",
    kind: "municipality",
    name: "Urząd Miejski w Opocznicy",
    area: "miasto i gmina Opocznica",
    email: "urzad@um-opocznica.example",
    offices: [
      office("burmistrz", "Burmistrz Opocznicy", him("Pan Burmistrz", "burmistrz@um-opocznica.example")),
      office("sekretarz", "Sekretarz Miasta", her("Pani Sekretarz", "sekretarz@um-opocznica.example")),
    ],
  },
  {
    key: "prewencja",
    kind: "police",
    name: "KPP w Opocznicy – Wydział Prewencji",
    email: "wp@kpp-opocznica.example",
    offices: [
      office("wp-naczelnik", "Naczelnik Wydziału Prewencji", him("Naczelnik Wydziału Prewencji", "", "nadkom.")),
    ],
  },
  {
    key: "wrd",
    kind: "police",
    name: "KPP w Opocznicy – Wydział Ruchu Drogowego",
    email: "wrd@kpp-opocznica.example",
    offices: [office("wrd-naczelnik", "Naczelnik Wydziału Ruchu Drogowego", her("Naczelnik WRD", "", "podkom."))],
  },
  {
    key: "ratownictwo",
    kind: "medical_rescue",
    name: "Stacja Ratownictwa Medycznego w Opocznicy",
    email: "stacja@ratownictwo-opocznica.example",
    offices: [office("stacja-kierownik", "Kierownik Stacji", her("Pani Kierownik"))],
  },
  { key: "zdp", kind: "road_manager", name: "Zarząd Dróg Powiatowych w Opocznicy", email: "zdp@opocznica.example" },
  { key: "szkoly", kind: "school", name: "Zespół Szkół w Opocznicy", email: "szkoly@opocznica.example" },
  {
    key: "gops",
    kind: "social_welfare",
    name: "Gminny Ośrodek Pomocy Społecznej w Opocznicy",
    email: "gops@opocznica.example",
  },
  ...communes,
];
