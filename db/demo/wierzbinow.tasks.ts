import type { DemoTask } from "./types";

const BURMISTRZ = "Pani Burmistrz";

/** What was promised on the evening, and what came of it. */
export const tasks: DemoTask[] = [
  {
    key: "Z1",
    title: "Wniosek do organu zarządzającego ruchem o strefę zamieszkania; analiza i odpowiedź",
    owner: "um",
    supporters: ["wrd"],
    dueOn: "2026-04-20",
    dueBasis: "art_244",
    steps: [
      { at: "2026-03-23 09:40", to: "accepted", text: "", by: "body", author: BURMISTRZ },
      {
        at: "2026-04-02 11:15",
        to: "in_progress",
        text: "Projekt stałej organizacji ruchu zlecono; wniosek trafi do organu zarządzającego ruchem.",
        by: "body",
        author: BURMISTRZ,
      },
      {
        at: "2026-04-14 10:05",
        note: "Opinia Wydziału Ruchu Drogowego: pozytywna, z uwagą do wjazdu od ul. Dąbskiej.",
      },
      { at: "2026-04-28 08:00", remind: true },
    ],
  },
  {
    key: "Z2",
    title: "Kontrole zakazu postoju i zakazu wjazdu, min. 2 razy w tygodniu; zadanie doraźne patroli",
    owner: "wrd",
    supporters: ["sm"],
    dueOn: "2026-06-30",
    dueBasis: "commitment",
    priority: true,
    steps: [
      {
        at: "2026-03-20 08:10",
        to: "in_progress",
        text: "Zadanie wpisano do dyslokacji patroli.",
        by: "body",
        author: "Naczelnik WRD",
      },
      {
        at: "2026-06-29 13:30",
        to: "reported_done",
        text: "Na ul. Przedeckiej 28 kontroli, na ul. Łęczyckiej 11 – mniej od planu z powodu remontu i objazdu.",
        by: "body",
        author: "Naczelnik WRD",
      },
      {
        at: "2026-07-02 09:00",
        to: "partly_done",
        text: "Zakaz postoju na ul. Przedeckiej jest egzekwowany; kontrole ciężarówek na ul. Łęczyckiej – do uzupełnienia.",
      },
    ],
  },
  {
    key: "Z3",
    title: "Przekazanie wniosku o sygnalizację na skrzyżowaniu ul. Dąbskiej z DK92",
    details: "Wniosek przekazany według właściwości; odpowiedź do 27.04.2026 (25.04.2026 to sobota).",
    owner: "gddkia",
    dueOn: "2026-04-27",
    dueBasis: "art_244",
    steps: [
      { at: "2026-03-25 14:10", note: "Wniosek wysłano i doręczono 25.03.2026 (art. 243 KPA)." },
      {
        at: "2026-04-22 12:20",
        to: "refused",
        text: "Nie ma możliwości zmiany programu sygnalizacji w tym roku; zmiana jest ujęta w planie na 2027 r.",
        by: "body",
        author: "Kierownik Rejonu",
      },
      {
        at: "2026-04-24 09:35",
        to: "partly_done",
        text: "Odmowa częściowa: zmiana programu sygnalizacji nastąpi w 2027 r.",
      },
    ],
  },
  {
    key: "Z4",
    title: "Lustracja oznakowania miasta, wnioski do zarządców dróg",
    owner: "wrd",
    supporters: ["um", "zdp"],
    dueOn: "2026-04-30",
    dueBasis: "commitment",
    steps: [
      { at: "2026-03-20 08:12", to: "accepted", text: "", by: "body", author: "Naczelnik WRD" },
      {
        at: "2026-04-13 10:00",
        to: "in_progress",
        text: "Objazd z Urzędem Miejskim i ZDP w dniach 14–16 kwietnia.",
        by: "body",
        author: "Naczelnik WRD",
      },
      {
        at: "2026-04-28 14:45",
        to: "reported_done",
        text: "Lustracja wykonana; do zarządców dróg skierowano 9 wniosków, przy SP nr 2 zmieniono strefę zatrzymania.",
        by: "body",
        author: "Naczelnik WRD",
      },
      { at: "2026-05-04 09:10", to: "confirmed", text: "" },
    ],
  },
  {
    key: "Z5",
    title: "Kosztorys oświetlenia dwóch parków",
    details: "Park przy pl. Wolności oraz park przy ul. Sportowej (rejon boiska i ławek).",
    owner: "inwestycje",
    dueOn: "2026-05-31",
    dueBasis: "commitment",
    steps: [
      {
        at: "2026-03-24 12:00",
        to: "in_progress",
        text: "Zlecono kosztorys.",
        by: "body",
        author: "Wydział Inwestycji",
      },
      {
        at: "2026-05-27 10:50",
        to: "needs_funds",
        budgetYear: 2027,
        text: "Kosztorys gotowy: oba parki razem przekraczają budżet roku; wniosek złożono do budżetu na 2027 r.",
        by: "body",
        author: "Wydział Inwestycji",
      },
    ],
  },
  {
    key: "Z6",
    title: "Patrole szkolne i osiedlowe Straży Miejskiej, akcja informacyjna",
    owner: "sm",
    dueOn: "2026-05-31",
    dueBasis: "commitment",
    steps: [
      { at: "2026-03-19 09:00", to: "accepted", text: "", by: "body", author: "Komendant Straży Miejskiej" },
      {
        at: "2026-05-25 15:05",
        to: "reported_done",
        text: "Patrole w dni szkolne, 34 pouczenia i 6 mandatów; ulotki rozdano w szkołach i u zarządców.",
        by: "body",
        author: "Komendant Straży Miejskiej",
      },
      { at: "2026-05-28 08:30", to: "confirmed", text: "" },
    ],
  },
  {
    key: "Z7",
    title: "Plan działania priorytetowego dla rejonu nr 4 (VIII 2026–I 2027)",
    owner: "rejon4",
    dueOn: "2026-07-31",
    dueBasis: "commitment",
    priority: true,
    steps: [
      {
        at: "2026-03-19 07:45",
        to: "accepted",
        text: "Plan zostanie przygotowany na okres od sierpnia.",
        by: "body",
        author: "Dzielnicowy rejonu nr 4",
      },
    ],
  },
];
