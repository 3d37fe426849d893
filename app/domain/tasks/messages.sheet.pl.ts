import type { TableRefusal } from "~/platform/csv-read";
import { counted, formatNumber } from "~/platform/language";
import { type TaskRefusal, messages as words } from "./messages.pl";

export type SheetRefusal =
  | TaskRefusal
  | "formula"
  | "garbled"
  | "too_long"
  | "unknown_number"
  | "double_number"
  | "unknown_body"
  | "double_body"
  | "unknown_state"
  | "unknown_basis"
  | "unknown_debate"
  | "unknown_motion"
  | "flag"
  | "number"
  | "english_day"
  | "owner_changed"
  | "basis_changed"
  | "progress_changed"
  | "origin_changed"
  | "result_alone"
  | "year_alone"
  | "secret_motion"
  | "closed"
  | "stale_sheet"
  | "new_state"
  | "required";

export const MOST_ROWS = 5000;
export const MOST_BYTES = 2 * 1024 * 1024;

/** The columns in their order; without the required ones nobody knows what a row means. */
export const columns = {
  number: { label: "Numer", required: true },
  title: { label: "Treść zadania", required: true },
  details: { label: "Szczegóły dla jednostki" },
  owner: { label: "Podmiot", required: true },
  state: { label: "Stan", required: true },
  dueOn: { label: "Termin", required: true },
  reason: { label: "Powód zmiany terminu" },
  dueBasis: { label: "Podstawa terminu" },
  priority: { label: "Priorytet" },
  internal: { label: "Wewnętrzne" },
  progress: { label: "Postęp (%)" },
  budgetYear: { label: "Rok budżetowy" },
  result: { label: "Wynik" },
  debate: { label: "Debata" },
  motions: { label: "Wnioski" },
  version: { label: "Wersja" },
} as const;
export type SheetColumn = keyof typeof columns;
export const COLUMN_NAMES = Object.keys(columns) as SheetColumn[];

export const yes = "tak";
export const no = "nie";
/** Before a number with strokes, which a spreadsheet takes for a date otherwise. */
export const numberSign = "nr";

export const sheet = {
  title: "Zadania w arkuszu",
  fileName: (day: string) => `zadania-${day}.csv`,
  lead: "Listę zadań można pobrać jako plik CSV, poprawić w arkuszu i wczytać z powrotem. Nic nie zmieni się, zanim nie zobaczą Państwo podglądu i go nie potwierdzą.",
  exportTitle: "1. Pobranie",
  exportText:
    "Wszystkie zadania albo tylko te z listy, którą przefiltrowano wcześniej. Plik otwiera się w Excelu i LibreOffice.",
  exportAll: "Pobierz zadania (CSV)",
  rulesTitle: "2. Co można zmienić",
  rules: [
    "Treść, szczegóły, priorytet i widoczność: po prostu w komórce.",
    "Termin: tylko na późniejszy, z powodem w kolumnie „Powód zmiany terminu”.",
    "Stan: tylko na taki, na jaki pozwala strona zadania; w kolumnie „Wynik” wpisuje się, co zrobiono albo dlaczego nie.",
    "Nowe zadanie: wiersz z pustym numerem; trzeba podać debatę i numery wniosków.",
    "Podmiotu, podstawy terminu i postępu nie zmienia się w arkuszu.",
  ],
  uploadTitle: "3. Wczytanie",
  file: "Plik CSV",
  fileHint: "Najwyżej 2 MB i 5000 wierszy. Kodowanie UTF-8 albo Windows-1250.",
  upload: "Pokaż podgląd",
  previewTitle: "Podgląd zmian",
  apply: "Wprowadź zmiany",
  again: "Wczytaj inny plik",
  back: "Wróć do zadań",
  nothing: "Plik nie zawiera żadnej zmiany, którą można wprowadzić.",
  expired: "Tego podglądu już nie ma. Proszę wczytać plik jeszcze raz.",
  staleTitle: "Ktoś zmienił te zadania po wczytaniu pliku",
  staleText: "Nic nie zostało wprowadzone. Proszę pobrać aktualny arkusz i przenieść do niego swoje poprawki.",
  applied: ({ changed, created, skipped }: { changed: number; created: number; skipped: number }) =>
    `Wprowadzono. Zmienione: ${formatNumber(changed)}, nowe: ${formatNumber(created)}, pominięte z powodu błędów: ${formatNumber(skipped)}.`,
  summary: { change: "Zmienione", new: "Nowe", same: "Bez zmian", error: "Błędy" },
  errorsTitle: "Wiersze z błędami zostaną pominięte",
  changesTitle: "Co się zmieni",
  shown: (n: number, of: number) =>
    `Pokazano pierwsze ${formatNumber(n)} z ${counted(of, ["wiersza", "wierszy", "wierszy"])}.`,
  rowColumns: { row: "Wiersz", task: "Zadanie", what: "Zmiana" },
  newTask: "nowe zadanie",
  blank: "(puste)",
  arrow: "→",
  ignored: (names: string) => `Pominięto kolumny, których nie znamy: ${names}.`,
  tooMany: "Arkusz mieści najwyżej 5000 zadań. Proszę zawęzić listę filtrami, na przykład do jednej debaty.",
  /** „wiersz 7, kolumna Termin: …” */
  error: (row: number, column: SheetColumn | null, sentence: string) =>
    `Wiersz ${row}${column ? `, kolumna ${columns[column].label}` : ""}: ${sentence}`,
};

export const fileRefusal = (reason: TableRefusal | "missing", detail = ""): string =>
  ({
    missing: "Proszę wybrać plik CSV.",
    empty: "Ten plik jest pusty: nie ma w nim żadnego wiersza z zadaniem.",
    too_large: "Ten plik jest większy niż 2 MB. Proszę podzielić go na części.",
    spreadsheet:
      "To jest plik arkusza, a nie CSV. W Excelu: „Zapisz jako” i typ „CSV UTF-8 (rozdzielany przecinkami)”.",
    binary: "To nie jest plik tekstowy. Proszę wczytać plik CSV.",
    wrong_encoding:
      "W tym pliku polskie litery są nie do odczytania. Proszę zapisać go jeszcze raz z kodowaniem UTF-8 albo Windows-1250.",
    broken: `Tego pliku nie da się odczytać: cudzysłów w okolicy ${detail || "?"}. linii nie jest zamknięty.`,
    missing_column: `W pliku brakuje kolumny: ${detail}. Nagłówki muszą zostać takie, jak w pobranym arkuszu.`,
    double_column: `Kolumna „${detail}” występuje w pliku dwa razy.`,
    too_many_rows: "Plik ma więcej niż 5000 wierszy. Proszę podzielić go na części.",
  })[reason];

const toStates = (names: readonly string[]) => names.join(", ");

/** Why a cell is refused. */
export const refusals: Record<SheetRefusal, string> = {
  ...words.refusals,
  formula: "Komórka zawiera formułę. Proszę wpisać samą wartość.",
  garbled: "Komórka zawiera znaki nie do odczytania (�).",
  too_long: "Tekst jest za długi.",
  unknown_number: "Nie ma zadania o tym numerze.",
  double_number: "Ten numer występuje w pliku więcej niż raz.",
  unknown_body: "Takiego podmiotu nie ma w katalogu. Nazwa musi być taka sama jak w katalogu.",
  double_body: "W katalogu jest kilka podmiotów o tej nazwie. Proszę wyznaczyć to zadanie na stronie debaty.",
  unknown_state: `Nie ma takiego stanu. Możliwe: ${toStates(Object.values(words.states))}.`,
  unknown_basis: "Nie ma takiej podstawy terminu. Proszę skopiować ją z innego wiersza.",
  unknown_debate: "Nie ma debaty o tym numerze. Proszę podać numer i rok, na przykład nr 3/2026.",
  unknown_motion: "Nie ma takiego wniosku w tej debacie.",
  flag: "Proszę wpisać „tak” albo „nie”.",
  number: "Proszę podać liczbę całkowitą.",
  english_day: "Nie wiadomo, co jest dniem, a co miesiącem. Proszę wpisać datę z kropkami, na przykład 18.03.2026.",
  owner_changed:
    "Podmiotu nie zmienia się w arkuszu: przekazanie wymaga listu i powodu. Służy do tego „Przekaż dalej” na stronie zadania.",
  basis_changed: "Podstawy terminu nie zmienia się w arkuszu.",
  progress_changed: "Postęp zgłasza podmiot. W arkuszu się go nie zmienia.",
  origin_changed: "Debata i wnioski zadania się nie zmieniają.",
  result_alone: "Wynik zmienia się razem ze stanem. W stanie „W realizacji” można wpisać nową informację.",
  year_alone: "Rok budżetowy podaje się razem ze stanem „Wymaga środków”.",
  secret_motion: "To zadanie wynika z wniosku tylko dla Policji, więc pozostaje wewnętrzne.",
  closed: "Zadanie zostało przekazane dalej i jest prowadzone pod nowym numerem.",
  stale_sheet: "Ktoś zmienił to zadanie po pobraniu arkusza. Proszę pobrać aktualny.",
  new_state: "Nowe zadanie ma stan „Nowe”, bez postępu i wyniku.",
  required: "Proszę wypełnić tę komórkę.",
};

type ApplyRefusal =
  | { reason: "expired" | "changed_meanwhile" | "nothing" }
  | { reason: "row_refused"; row: number; because: SheetRefusal };

/** Why a preview was not written; nothing of it was. */
export function applyRefusal(refused: ApplyRefusal): string {
  if (refused.reason === "row_refused") return sheet.error(refused.row, null, refusals[refused.because]);
  return { expired: sheet.expired, changed_meanwhile: `${sheet.staleTitle}.`, nothing: sheet.nothing }[refused.reason];
}
