import { counted } from "~/platform/language";
import type { RetentionKind } from "./rules.retention";

/** What stands where a person's data stood. */
export const forgotten = {
  name: "dane usunięte",
  text: "Treść usunięto po upływie okresu przechowywania.",
  letter: "Treść wiadomości usunięto",
  mention: "[usunięto]",
};

type Words = {
  /** As the settings name it. */
  what: string;
  /** What the run does, and why. */
  why: string;
  /** As the privacy notice says it: „… – 3 miesiące od debaty”. */
  notice: string;
  from: "debate" | "own";
};

export const retentionKinds: Record<RetentionKind, Words> = {
  registrations: {
    what: "Rezerwacje miejsc",
    why: "Imię i\u00a0nazwisko, e-mail i\u00a0potrzeby są potrzebne tylko na wieczór debaty. Liczba miejsc i\u00a0obecność zostają.",
    notice: "imię i\u00a0nazwisko, e-mail i\u00a0potrzeby podane przy rezerwacji miejsca",
    from: "debate",
  },
  motion_contacts: {
    what: "Dane kontaktowe autorów wniosków z\u00a0debaty",
    why: "Autor dostaje wiadomości o\u00a0swojej sprawie do debaty ewaluacyjnej i\u00a0rok po niej. Wniosek i\u00a0jego numer zostają.",
    notice: "imię i\u00a0nazwisko oraz e-mail autora wniosku z\u00a0debaty",
    from: "debate",
  },
  motion_originals: {
    what: "Pierwotne i\u00a0zwrócone treści wniosków",
    why: "To, co moderacja usunęła z\u00a0tekstu, może wskazywać osoby. Zostaje treść publiczna; wniosek zwrócony traci treść.",
    notice: "pierwotna treść wniosku, jeżeli różni się od publicznej, i\u00a0treść wniosku zwróconego",
    from: "debate",
  },
  kpa_contacts: {
    what: "Dane autorów skarg, wniosków i\u00a0petycji (KPA)",
    why: "To dokumentacja urzędowa, zwykle kategorii B5. Krócej niż 5\u00a0lat nie można jej skrócić w\u00a0serwisie.",
    notice: "dane osoby, która złożyła skargę, wniosek w\u00a0trybie KPA lub petycję",
    from: "debate",
  },
  guest_contacts: {
    what: "Adresy i\u00a0telefony zaproszonych",
    why: "Są potrzebne do korespondencji o\u00a0debacie i\u00a0jej ewaluacji. Nazwisko, stanowisko i\u00a0obecność zostają w\u00a0protokole.",
    notice: "e-mail, telefon i\u00a0potrzeby osób zaproszonych oraz ich zastępców",
    from: "debate",
  },
  followers: {
    what: "Adresy obserwujących sprawy",
    why: "Każdy może zrezygnować sam i\u00a0wtedy adres znika od razu. Liczba popierających zostaje.",
    notice: "e-mail osoby, która obserwuje sprawę, jeżeli wcześniej nie zrezygnuje",
    from: "debate",
  },
  opinion_notes: {
    what: "Uwagi mieszkańców do wykonania",
    why: "Uwagi czyta tylko jednostka, zanim potwierdzi wykonanie. Same oceny zostają.",
    notice: "uwagi dołączone do oceny, czy sprawa jest załatwiona",
    from: "debate",
  },
  letters: {
    what: "Wysłane wiadomości",
    why: "Treść i\u00a0adres są potrzebne, gdy ktoś pyta, co do niego wysłano. Zostaje data i\u00a0to, czy wiadomość doręczono.",
    notice: "treść wysłanych wiadomości i\u00a0adresy odbiorców",
    from: "own",
  },
  member_invites: {
    what: "Nieużyte i\u00a0stare zaproszenia do jednostki",
    why: "Zaproszenie jest ważne 7\u00a0dni; potem adres nie jest do niczego potrzebny.",
    notice: "adresy osób zaproszonych do pracy w\u00a0serwisie",
    from: "own",
  },
  audit: {
    what: "Dziennik bezpieczeństwa",
    why: "Pozwala wykazać, kto sięgał do danych (art. 5 ust. 2 RODO). Przez 5\u00a0lat wpisów nie da się usunąć.",
    notice: "wpisy dziennika bezpieczeństwa o\u00a0działaniach pracowników",
    from: "own",
  },
};

const MONTHS = ["miesiąc", "miesiące", "miesięcy"] as const;
const ROWS = ["pozycja", "pozycje", "pozycji"] as const;
export const months = (many: number) => counted(many, MONTHS);

export const retention = {
  title: "Okresy przechowywania danych",
  lead: "Co noc serwis usuwa dane osobowe, których okres minął. Wybrane okresy stoją też w\u00a0informacji o\u00a0danych osobowych dla mieszkańców.",
  law: "Ustawa nie podaje liczb: dane wolno przechowywać nie dłużej, niż to konieczne (art. 5 ust. 1 lit. e RODO), a\u00a0dokumentację tak długo, jak każe wykaz akt jednostki. Proponowane okresy proszę uzgodnić z\u00a0inspektorem ochrony danych i\u00a0archiwum.",
  caption: "Okresy przechowywania",
  columns: { what: "Co", months: "Ile miesięcy", now: "Podgląd" },
  from: { debate: "od zakończenia debaty", own: "od dnia powstania" },
  range: (least: number, most: number, usual: number) => `Od ${least} do ${most}, zwykle ${usual}.`,
  due: (rows: number) => (rows === 0 ? "nic do usunięcia" : `${counted(rows, ROWS)} do usunięcia`),
  preview: "Podgląd pokazuje, co usunąłby dzisiaj najbliższy przebieg według zapisanych okresów.",
  next: (when: string) => `Następny przebieg: ${when}, po godz. 3.00.`,
  soon: "Następny przebieg: w\u00a0ciągu godziny, bo dzisiejszy jeszcze się nie odbył.",
  last: (rows: number) =>
    rows === 0 ? "Ostatni przebieg: nic nie usunięto." : `Ostatni przebieg: ${counted(rows, ROWS)}.`,
  save: "Zapisz okresy",
  saved: "Zapisano. Nowe okresy obowiązują od najbliższego przebiegu.",
  stale: "Ktoś zmienił okresy, gdy Państwo pisali. Pokazujemy to, co Państwo wpisali; zapisanie zastąpi jego zmiany.",
  kept: "Co zostaje",
  keptItems: [
    "Protokoły, sprostowania i\u00a0załączniki: dokumentacja jednostki, przechowywana według jej wykazu akt (kategoria archiwalna). Serwis nie usuwa ich sam.",
    "Publiczna treść wniosków, zadania i\u00a0ich historia: informacja o\u00a0działaniu instytucji publicznych.",
    "Nazwiska i\u00a0stanowiska osób, które działały urzędowo: zaproszonych, zastępców, pracowników.",
  ],
  technical: "Dane techniczne",
  technicalItems: [
    "Nieudane logowania i\u00a0liczniki żądań (tylko skróty): do godziny.",
    "Klucze formularzy i\u00a0niepotwierdzone prośby o\u00a0powiadomienia: 7\u00a0dni.",
    "Sesje: do wylogowania lub wygaśnięcia.",
  ],
};
