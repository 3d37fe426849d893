import type { Facts } from "~/domain/minutes/rules";

const at = (time: string) => new Date(`2026-03-18T${time}:00+01:00`).toISOString();

type Motion = Facts["motions"][number];
let taken = 0;

export const aMinutedMotion = (over: Partial<Motion> = {}): Motion => ({
  id: `m${++taken}`,
  number: "3/2026/01",
  category: "INFRA",
  place: "Osiedle Górnicze",
  textInternal: "Utworzenie strefy zamieszkania na terenie całego osiedla.",
  textPublic: "Utworzenie strefy zamieszkania na terenie całego osiedla.",
  sensitivity: "public",
  outcome: "task",
  answer: "",
  answeredBy: "",
  referredTo: "",
  mergedInto: "",
  agendaItemId: null,
  submittedAt: at("18:00"),
  taskNumbers: ["Z1"],
  ...over,
});

type Task = Facts["tasks"][number];

export const aMinutedTask = (over: Partial<Task> = {}): Task => ({
  id: over.number ?? "Z1",
  number: "Z1",
  title: "Wniosek do organu zarządzającego ruchem o strefę zamieszkania; analiza i odpowiedź",
  owner: "Urząd Miejski w Wierzbinowie",
  supporters: ["KPP – opinia"],
  dueOn: "2026-04-20",
  dueBasis: "art_244",
  state: "in_progress",
  internal: false,
  ...over,
});

const item = (
  id: string,
  kind: Facts["items"][number]["kind"],
  title: string,
  presenter: string,
  from: string,
  to: string,
) => ({
  id,
  kind,
  title,
  presenter,
  internal: false,
  startedAt: at(from),
  finishedAt: at(to),
});

const guest = (bodyName: string, officeTitle: string, over: Partial<Facts["guests"][number]> = {}) => ({
  id: `guest-${bodyName}`,
  bodyName,
  officeTitle,
  personName: "Imię i Nazwisko",
  presence: "present" as const,
  answered: "accepted" as const,
  substitute: null,
  arrivedAt: at("16:55"),
  leftAt: null,
  ...over,
});

/** An evening in a small town: twelve motions, one of them for the police only, seven tasks. */
export function minutedFacts(over: Partial<Facts> = {}): Facts {
  const motion = (no: string, over: Partial<Motion>) =>
    aMinutedMotion({ id: `motion-${no}`, number: `3/2026/${no}`, agendaItemId: "discussion", ...over });
  const say = (text: string) => ({ textInternal: text, textPublic: text });
  return {
    unit: {
      name: "Komenda Powiatowa Policji w Wierzbinowie",
      shortName: "KPP w Wierzbinowie",
      department: "Wydział Prewencji",
      locality: "Wierzbinów",
      headOffice: "Komendant Powiatowy Policji w Wierzbinowie",
    },
    debate: {
      number: 3,
      year: 2026,
      kind: "initiating",
      cycleTitle: "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ",
      topic: "bezpieczny ruch drogowy i porządek w mieście",
      startsAt: at("17:00"),
      endsAt: at("19:05"),
      openedAt: at("16:58"),
      heldAt: at("19:06"),
      venueName: "Gminny Ośrodek Kultury, sala widowiskowa",
      venueAddress: "ul. Kolejowa 4, Wierzbinów",
      chair: "Komendant Powiatowy Policji",
      moderator: "Naczelnik Wydziału Prewencji",
      minuteTaker: "inspektor Wydziału Prewencji",
      coOrganizer: "Urząd Miejski w Wierzbinowie",
      evaluationOn: "2026-11-18",
      earlier: null,
    },
    headCounts: [
      { group: "residents", count: 47 },
      { group: "institutions", count: 17 },
      { group: "media", count: 0 },
    ],
    guests: [
      guest("Urząd Miejski w Wierzbinowie", "Burmistrz"),
      guest("Rada Miejska w Wierzbinowie", "Przewodniczący Rady Miejskiej"),
      guest("Starostwo Powiatowe w Wierzbinowie", "Starosta", {
        presence: "present_by_substitute",
        answered: "substituted",
        substitute: { name: "Imię Zastępcy", post: "Wicestarosta" },
      }),
      guest("Zarząd Dróg Powiatowych w Wierzbinowie", "Dyrektor", {
        presence: "present_by_substitute",
        answered: "substituted",
        substitute: { name: "Nazwisko Dwuczłonowe-Brzęczyszczykiewicz", post: "kierownik działu utrzymania" },
      }),
      guest("Straż Miejska", "Komendant"),
      guest("Spółdzielnia Mieszkaniowa „Górnik”", "Prezes Zarządu"),
      guest("Szkoła Podstawowa nr 2 im. Marii Konopnickiej", "Dyrektor"),
      guest("Miejsko-Gminny Ośrodek Pomocy Społecznej", "Dyrektor", { presence: "excused" }),
      guest("Generalna Dyrekcja Dróg Krajowych i Autostrad, Rejon", "Kierownik", {
        presence: "absent",
        answered: "other",
      }),
    ],
    items: [
      item("opening", "opening", "Otwarcie i powitanie", "Komendant Powiatowy Policji", "17:02", "17:09"),
      item("state", "speech", "Stan bezpieczeństwa gminy", "Naczelnik Wydziału Prewencji", "17:11", "17:25"),
      item("road", "speech", "Bezpieczeństwo w ruchu drogowym", "Naczelnik Wydziału Ruchu Drogowego", "17:25", "17:41"),
      item(
        "kmzb",
        "speech",
        "Krajowa Mapa Zagrożeń Bezpieczeństwa, „Moja Komenda”, przedstawienie dzielnicowych",
        "",
        "17:41",
        "17:55",
      ),
      item("discussion", "discussion", "Dyskusja", "Naczelnik Wydziału Prewencji", "17:55", "18:45"),
      item(
        "findings",
        "findings",
        "Podsumowanie wniosków i wskazanie zadań",
        "Komendant Powiatowy Policji",
        "18:45",
        "18:56",
      ),
      item("survey", "survey", "Ankieta", "", "18:56", "19:03"),
      item("closing", "closing", "Zakończenie", "Komendant Powiatowy Policji", "19:03", "19:05"),
    ],
    motions: [
      motion("01", {}),
      motion("02", {
        category: "PARK",
        place: "ul. Przedecka",
        taskNumbers: ["Z2"],
        ...say("Egzekwowanie zakazu postoju, auta blokują wyjazd z posesji."),
      }),
      motion("03", {
        category: "ROAD",
        place: "ul. Łęczycka",
        taskNumbers: ["Z2"],
        ...say("Kontrole zakazu wjazdu samochodów ciężarowych – skracają drogę przez centrum."),
      }),
      motion("04", {
        place: "skrzyżowanie ul. Dąbskiej z DK92",
        outcome: "referred",
        referredTo: "Generalna Dyrekcja Dróg Krajowych i Autostrad, Rejon",
        taskNumbers: ["Z3"],
        ...say("Zmiana działania sygnalizacji świetlnej – zbyt krótkie zielone dla pieszych."),
      }),
      motion("05", {
        place: "stara część miasta",
        taskNumbers: ["Z4"],
        ...say("Przegląd i zmiana organizacji ruchu w starej części miasta."),
      }),
      motion("06", {
        place: "Szkoła Podstawowa nr 2",
        taskNumbers: ["Z4"],
        ...say("Zmiana organizacji ruchu przy szkole w godz. 7.30–8.15."),
      }),
      motion("07", {
        category: "LIGHT",
        place: "park przy pl. Wolności",
        taskNumbers: ["Z5"],
        agendaItemId: null,
        ...say("Wykonanie oświetlenia alejek parku."),
      }),
      motion("08", {
        category: "LIGHT",
        place: "park przy ul. Sportowej",
        outcome: "merged",
        mergedInto: "3/2026/07",
        taskNumbers: [],
        ...say("Doświetlenie rejonu boiska i ławek."),
      }),
      motion("09", {
        category: "ANIMAL",
        place: "całe miasto",
        taskNumbers: ["Z6"],
        ...say("Zwracanie uwagi, szczególnie przez Straż Miejską, na prowadzenie psów bez smyczy i sprzątanie."),
      }),
      motion("10", {
        category: "ORDER",
        place: "sklep przy ul. 3 Maja",
        taskNumbers: ["Z7"],
        ...say("Picie alkoholu przed sklepem po godz. 20.00."),
      }),
      motion("11", {
        category: "CONTACT",
        place: "",
        outcome: "answered_on_spot",
        answeredBy: "Naczelnik Wydziału Prewencji",
        answer: "pokazano aplikację „Moja Komenda”",
        taskNumbers: [],
        ...say("Jak szybko skontaktować się z dzielnicowym?"),
      }),
      motion("12", {
        category: "DRUG",
        place: "blok przy ul. Ukrytej",
        sensitivity: "police_only",
        outcome: "police_only",
        taskNumbers: ["Z8"],
        textInternal: "Podejrzenie sprzedaży narkotyków w konkretnym mieszkaniu.",
        textPublic: "",
      }),
    ],
    speeches: [],
    reported: [],
    tasks: [
      aMinutedTask(),
      aMinutedTask({
        number: "Z2",
        title: "Kontrole zakazu postoju i zakazu wjazdu, min. 2 razy w tygodniu; zadanie doraźne patroli",
        owner: "Komenda Powiatowa Policji, Wydział Ruchu Drogowego",
        supporters: ["Straż Miejska"],
        dueOn: "2026-06-30",
        dueBasis: "commitment",
      }),
      aMinutedTask({
        number: "Z3",
        title: "Przekazanie wniosku o zmianę sygnalizacji na skrzyżowaniu z drogą krajową nr 92",
        owner: "Generalna Dyrekcja Dróg Krajowych i Autostrad, Rejon",
        supporters: [],
        dueOn: "2026-04-27",
        dueBasis: "art_243",
      }),
      aMinutedTask({
        number: "Z4",
        title: "Lustracja oznakowania miasta, wnioski do zarządców dróg",
        owner: "Komenda Powiatowa Policji, Wydział Ruchu Drogowego",
        supporters: ["Urząd Miejski w Wierzbinowie", "Zarząd Dróg Powiatowych w Wierzbinowie"],
        dueOn: "2026-04-30",
        dueBasis: "commitment",
      }),
      aMinutedTask({
        number: "Z5",
        title: "Kosztorys oświetlenia dwóch parków",
        supporters: [],
        dueOn: "2026-05-31",
        dueBasis: "courtesy",
      }),
      aMinutedTask({
        number: "Z6",
        title: "Patrole szkolne i osiedlowe, akcja informacyjna",
        owner: "Straż Miejska",
        supporters: [],
        dueOn: "2026-05-31",
        dueBasis: "commitment",
      }),
      aMinutedTask({
        number: "Z7",
        title: "Plan działania priorytetowego dla rejonu nr 4 (VIII 2026–I 2027)",
        owner: "Rewir Dzielnicowych",
        supporters: [],
        dueOn: "2026-07-31",
        dueBasis: "commitment",
      }),
      aMinutedTask({
        number: "Z8",
        title: "Rozpoznanie sprawy z wniosku nr 12",
        owner: "Wydział Kryminalny",
        supporters: [],
        internal: true,
        dueBasis: "commitment",
      }),
    ],
    parts: [],
    ...over,
  };
}
