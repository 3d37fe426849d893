import { bodies, COMMUNES, members, unit } from "./opocznica.directory";
import { evening } from "./opocznica.evening";
import { accepts, guest, sends } from "./shape";
import type { DemoAgreement, DemoDebate, DemoScenario } from "./types";

const WP = "Naczelnik Wydziału Prewencji";

const meeting: DemoDebate = {
  key: "1/2026",
  kind: "working_meeting",
  number: 1,
  cycleTitle: "Spotkanie z samorządem",
  topic: "Strategia bezpieczeństwa na 2026 r. i służby ponadnormatywne",
  description: "Spotkanie Policji z przedstawicielami samorządów powiatu.",
  day: "2026-02-19",
  from: "10:00",
  to: "12:00",
  venueName: "KPP w Opocznicy, sala konferencyjna",
  venueAddress: "ul. Rynkowa 2, Opocznica",
  access: { step_free: true, parking: true },
  chair: "Komendant Powiatowy Policji",
  moderator: WP,
  minuteTaker: "Specjalista ds. prewencji",
  plannedAt: "2026-01-22 09:00",
  announcedAt: "2026-01-29 09:00",
  invitedAt: "2026-01-29 09:30",
  remindedAt: "2026-02-09 08:00",
  agenda: [
    {
      key: "otwarcie",
      at: "10:00",
      kind: "opening",
      title: "Otwarcie spotkania",
      presenter: "Komendant Powiatowy Policji",
      text: "Spotkanie otworzył Komendant Powiatowy Policji w Opocznicy, który powitał przedstawicieli samorządów.",
    },
    {
      key: "wyniki",
      at: "10:10",
      kind: "speech",
      title: "Wyniki Prewencji i Ruchu Drogowego",
      presenter: "Naczelnicy Wydziałów Prewencji i Ruchu Drogowego",
      text: "Naczelnicy przedstawili wyniki za rok 2025 oraz najczęstsze zgłoszenia z mapy zagrożeń.",
    },
    {
      key: "sluzby",
      at: "10:40",
      kind: "speech",
      title: "Zasadność służb ponadnormatywnych",
      presenter: WP,
      text: "Omówiono koszt i efekty służb ponadnormatywnych w poprzednich latach oraz propozycję liczby służb.",
    },
    {
      key: "profilaktyka",
      at: "11:00",
      kind: "speech",
      title: "Działania profilaktyczne: debaty, punkty przyjęć w gminach, rajd rowerowy, pikniki",
      presenter: "Specjalista ds. prewencji",
      text: "Przedstawiono plan debat, punktów przyjęć interesantów i akcji profilaktycznych.",
    },
    {
      key: "dyskusja",
      at: "11:20",
      kind: "discussion",
      title: "Dyskusja – strategia na 2026 r.",
      presenter: WP,
      text: "Przedstawiciele samorządów zgłosili propozycje do strategii; zawiera je tabela wniosków.",
    },
    {
      key: "ustalenia",
      at: "11:50",
      kind: "findings",
      title: "Ustalenia",
      presenter: "Komendant Powiatowy Policji",
      text: "Wskazano podmioty i terminy. Komendant podziękował za udział i zakończył spotkanie o godz. 12.00.",
    },
  ],
  guests: [
    guest("przewodniczaca", accepts("2026-02-02 10:00"), "present"),
    guest(
      "starosta",
      sends("2026-02-03 12:15", "Pan Wicestarosta", "Wicestarosta", {
        email: "wicestarosta@powiat-opocznica.example",
        confirmedAt: "2026-02-03 15:00",
      }),
      "present_by_substitute",
    ),
    guest("burmistrz", accepts("2026-01-30 09:05"), "present"),
    guest("sekretarz", accepts("2026-01-30 09:10"), "present"),
    ...COMMUNES.map((name, i) => {
      const at = `2026-02-0${i + 2} 13:1${i}`;
      if (i < 2) return guest(`wojt-${i + 1}`, accepts(at), "present");
      const deputy = sends(at, `Przedstawiciel gminy ${name}`, "Sekretarz Gminy", { via: "phone" });
      return guest(`wojt-${i + 1}`, deputy, "present_by_substitute");
    }),
    guest("wp-naczelnik", accepts("2026-01-29 10:00", { via: "in_person" }), "present"),
    guest("wrd-naczelnik", accepts("2026-01-29 10:02", { via: "in_person" }), "present"),
    guest("stacja-kierownik", undefined, "absent"),
  ],
  evening,
};

const agreement: DemoAgreement = {
  at: "2026-03-02 09:00",
  debate: "1/2026",
  task: "Z1",
  subject: "Służby ponadnormatywne na terenie miasta i gminy Opocznica, w miejscach wskazanych na KMZB",
  parties: "Gmina Opocznica\nKomenda Powiatowa Policji w Opocznicy",
  resolution: "Uchwała Rady Miejskiej w Opocznicy z 26.02.2026",
  places: "Rynek i ulice przyległe\npark miejski\nokolice dworca",
  signedOn: "2026-02-27",
  startsOn: "2026-03-01",
  endsOn: "2026-12-31",
  amountGrosze: 3_300_000,
  services: 150,
  used: [
    { at: "2026-03-31 15:00", services: 14, place: "Rynek i ulice przyległe", identified: 61, fined: 9, cautioned: 14 },
    {
      at: "2026-04-30 15:00",
      services: 15,
      place: "park miejski",
      identified: 66,
      fined: 11,
      cautioned: 12,
      detained: 1,
    },
    { at: "2026-05-29 15:00", services: 16, place: "okolice dworca", identified: 72, fined: 8, cautioned: 19 },
    {
      at: "2026-06-30 15:00",
      services: 16,
      place: "Rynek i ulice przyległe",
      identified: 70,
      fined: 12,
      cautioned: 16,
      detained: 1,
    },
    {
      at: "2026-07-31 15:00",
      services: 18,
      place: "park miejski",
      identified: 83,
      fined: 15,
      cautioned: 21,
      detained: 2,
    },
    { at: "2026-08-31 15:00", services: 17, place: "okolice dworca", identified: 75, fined: 13, cautioned: 18 },
  ],
};

/** A meeting with local governments, and the agreement that came of it. */
export const opocznica: DemoScenario = {
  unit,
  foundedAt: "2026-01-05 08:00",
  members,
  bodies,
  debates: [meeting],
  agreements: [agreement],
};
