import { accepts, CYCLE, declines, guest, sends } from "./shape";
import type { DemoDays, DemoDebate } from "./types";
import { villageKeys } from "./wierzbinow.directory";
import { evening } from "./wierzbinow.evening";

export const VENUE = {
  venueName: "Gminny Ośrodek Kultury, sala widowiskowa",
  venueAddress: "ul. Kolejowa 4, Wierzbinów",
  access: { step_free: true, toilet: true, induction_loop: true, parking: true, sign_language: false, guide_dog: true },
  accessNote:
    "Wejście bez schodów od ul. Kolejowej. Tłumacza języka migowego zapewniamy po zgłoszeniu 3 dni wcześniej.",
  capacity: 120,
} as const;
const CHAIR = "Komendant Powiatowy Policji";

/** The debate of 18 March 2026: a small town, traffic and order. */
export const initiating = (days: DemoDays): DemoDebate => ({
  key: "3/2026",
  kind: "initiating",
  number: 3,
  cycleTitle: CYCLE,
  topic: "Bezpieczny ruch drogowy i porządek w mieście",
  description:
    "Porozmawiajmy o tym, gdzie na drogach i ulicach Wierzbinowa jest niebezpiecznie i co można z tym zrobić. " +
    "Na pytania odpowiedzą policjanci, przedstawiciele gminy, zarządcy dróg i Straż Miejska.",
  day: "2026-03-18",
  from: "17:00",
  to: "19:05",
  ...VENUE,
  chair: CHAIR,
  moderator: "Zastępca Naczelnika Wydziału Prewencji",
  minuteTaker: "Protokolantka, Wydział Prewencji",
  coOrganizer: "Urząd Miejski w Wierzbinowie",
  evaluationOn: days.evaluation,
  plannedAt: "2026-02-18 09:10",
  announcedAt: "2026-02-25 09:00",
  invitedAt: "2026-02-25 09:30",
  remindedAt: "2026-03-09 08:00",
  agenda: [
    {
      key: "otwarcie",
      at: "17:00",
      kind: "opening",
      title: "Otwarcie debaty i powitanie uczestników",
      presenter: CHAIR,
      text:
        "Debatę otworzył Komendant Powiatowy Policji w Wierzbinowie, który powitał mieszkańców i przedstawicieli " +
        "instytucji oraz przedstawił cel spotkania i zasady zabierania głosu. Poinformował, że z debaty zostanie " +
        "sporządzony protokół, a zgłoszone wnioski będą publikowane bez danych osobowych.",
    },
    {
      key: "stan",
      at: "17:10",
      kind: "speech",
      title: "Stan bezpieczeństwa gminy",
      presenter: "Naczelnik Wydziału Prewencji",
      text:
        "Naczelnik Wydziału Prewencji omówiła stan bezpieczeństwa gminy w roku 2025: liczbę interwencji, czas " +
        "reakcji na zdarzenie oraz rejony, z których mieszkańcy zgłaszali najwięcej spraw porządkowych.",
    },
    {
      key: "ruch",
      at: "17:25",
      kind: "speech",
      title: "Bezpieczeństwo w ruchu drogowym",
      presenter: "Naczelnik Wydziału Ruchu Drogowego",
      text:
        "Naczelnik Wydziału Ruchu Drogowego przedstawił miejsca, w których najczęściej dochodzi do kolizji, " +
        "wyniki kontroli prędkości i trzeźwości oraz działania wobec pieszych i rowerzystów. Wskazał na rosnący " +
        "ruch samochodów ciężarowych w centrum miasta.",
    },
    {
      key: "kmzb",
      at: "17:40",
      kind: "speech",
      title: "Krajowa Mapa Zagrożeń Bezpieczeństwa, „Moja Komenda”, przedstawienie dzielnicowych",
      presenter: "Zastępca Naczelnika Wydziału Prewencji",
      text:
        "Zastępca Naczelnika Wydziału Prewencji pokazał, jak nanieść zagrożenie na Krajową Mapę Zagrożeń " +
        "Bezpieczeństwa i jak znaleźć dzielnicowego w aplikacji „Moja Komenda”. Obecni dzielnicowi przedstawili " +
        "się mieszkańcom i podali godziny dyżurów.",
    },
    {
      key: "dyskusja",
      at: "17:55",
      kind: "discussion",
      title: "Dyskusja i wnioski mieszkańców",
      presenter: "Zastępca Naczelnika Wydziału Prewencji",
      note: "GDDKiA nie będzie obecna: odczytać pisemne stanowisko przed pytaniami o DK92.",
      text:
        "Dyskusję poprowadził moderator. Mieszkańcy mówili przede wszystkim o organizacji ruchu na osiedlach i przy " +
        "szkole, o postoju i ruchu ciężarówek, o oświetleniu parków oraz o porządku w centrum. Odczytano pisemne " +
        "stanowisko GDDKiA w sprawie sygnalizacji na drodze krajowej nr 92. Zgłoszone wnioski i sposób ich " +
        "załatwienia zawiera tabela w dalszej części protokołu.",
    },
    {
      key: "ustalenia",
      at: "18:45",
      kind: "findings",
      title: "Podsumowanie wniosków i wskazanie zadań",
      presenter: CHAIR,
      text:
        "Komendant Powiatowy Policji podsumował zgłoszone wnioski. Do każdego z nich wskazano podmiot, który się nim " +
        "zajmie, oraz termin. Obecni przedstawiciele instytucji przyjęli zadania do realizacji.",
    },
    {
      key: "ankieta",
      at: "18:55",
      kind: "survey",
      title: "Ankieta",
      presenter: "Wydział Prewencji",
      text: "Uczestnicy wypełnili anonimową ankietę oceniającą debatę i poczucie bezpieczeństwa w mieście.",
    },
    {
      key: "zakonczenie",
      at: "19:05",
      kind: "closing",
      title: "Zakończenie debaty",
      presenter: CHAIR,
      text: "Komendant Powiatowy Policji podziękował za udział i zakończył debatę o godz. 19.05.",
    },
  ],
  guests: [
    guest("burmistrz", accepts("2026-02-26 10:12"), "present"),
    guest("przewodniczacy", accepts("2026-02-27 08:40"), "present"),
    guest(
      "starosta",
      sends("2026-03-06 10:24", "Pan Wicestarosta", "Wicestarosta", {
        email: "wicestarosta@powiat-wierzbinow.example",
        confirmedAt: "2026-03-06 12:05",
      }),
      "present_by_substitute",
    ),
    guest(
      "zdp-dyrektor",
      sends("2026-03-04 13:50", "Pan Kierownik działu", "Kierownik działu utrzymania dróg", {
        email: "utrzymanie@zdp-wierzbinow.example",
        confirmedAt: "2026-03-05 07:58",
      }),
      "present_by_substitute",
    ),
    guest(
      "gddkia-kierownik",
      declines("2026-03-05 14:02", "Brak możliwości udziału w tym terminie. Przesyłamy pisemne stanowisko."),
      "excused",
    ),
    guest("sm-komendant", accepts("2026-02-25 11:31"), "present"),
    { ...guest("prezes", accepts("2026-03-02 09:15", { via: "phone" }), "present"), left: "18:40" },
    { ...guest("sp2-dyrektor", accepts("2026-02-26 14:47"), "present"), arrived: "17:40" },
    guest(
      "psp-komendant",
      sends("2026-03-03 09:02", "Pan Zastępca Komendanta", "Zastępca Komendanta Powiatowego PSP", { via: "email" }),
      "present_by_substitute",
    ),
    guest("mgops-dyrektor", declines("2026-03-09 15:20", "Szkolenie wyjazdowe.", "phone"), "excused"),
    ...villageKeys.map((who, i) => {
      if (i < 5) return guest(who, accepts(`2026-03-0${i + 2} 1${i}:25`, { via: "phone" }), "present");
      return guest(who, undefined, "absent");
    }),
    guest("osp-prezes", undefined, "absent"),
  ],
  evening,
});
