import { formatMoney, typeset } from "~/platform/language";
import type { Cell, Column, List } from "~/platform/lists";
import { calendarDate, formatDate, formatShort } from "~/platform/time";
import { formatDecimal, nothing } from "./messages.figures.pl";

export const year = {
  title: (year: number) => `Zestawienie roczne ${year}`,
  unitsTitle: (year: number) => `Zestawienie roczne jednostek podległych ${year}`,
  caps: "ZESTAWIENIE ROCZNE",
  unitsCaps: "ZESTAWIENIE ROCZNE JEDNOSTEK PODLEGŁYCH",
  subtitle: (year: number) => `Debaty społeczne i realizacja wniosków w ${year} roku`,
  asOf: (day: string) => `Stan na dzień ${formatDate(calendarDate(day))}`,
  reports: "Raporty",
  pdf: "Pobierz PDF",
  xlsx: "Pobierz XLSX",
  other: (year: number) => String(year),
  years: "Inne lata",
  ofUnits: "Jednostki podległe",
  ofUnit: "Ta jednostka",
  scope: "Czyje liczby",
  failure: "Zestawienia nie udało się teraz przygotować. Proszę spróbować ponownie za chwilę.",
  cut: "(Tekst skrócony. Całość jest w Debacie.)",
  signature: "Sporządził(a)",
  head: "Zatwierdził(a)",
  counting:
    "Wnioski i zadania policzono z debat, które odbyły się w tym roku; zadanie przekazane innemu podmiotowi liczy się raz. Zadania wykonane, terminowość i mediany dotyczą zadań, których wykonanie potwierdzono w tym roku. Otwarte i po terminie to stan na dzień sporządzenia.",
  total: "Razem",
  internal: "Zadanie wewnętrzne",
};

export type YearTable = {
  key: string;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Stands under the rows. */
  total?: readonly Cell[];
  empty: string;
};

/** One composition for the page, the PDF and the spreadsheet. */
export type YearSheet = {
  title: string;
  caps: string;
  subtitle: string;
  year: number;
  day: string;
  unit: { name: string; department: string; locality: string; headOffice: string };
  note: string;
  tables: YearTable[];
};

/** As people read a cell; the spreadsheet gets the value itself. */
export function cellText(cell: Cell | undefined, { kind }: Column): string {
  if (cell === null || cell === undefined || cell === "") return nothing;
  if (typeof cell === "string") return kind === "date" ? formatShort(calendarDate(cell)) : typeset(cell);
  if (kind === "money") return formatMoney(cell);
  return kind === "percent" ? `${cell}%` : formatDecimal(cell);
}

export const isNumeric = ({ kind }: Column) => kind === "number" || kind === "money" || kind === "percent";

/** The same tables as sheets of a file. */
export const yearBook = ({ tables }: YearSheet): { sheets: List[] } => ({
  sheets: tables.map(({ title, columns, rows, total }) => ({
    sheet: title,
    cut: year.cut,
    columns,
    rows: total && rows.length > 0 ? [...rows, total] : rows,
  })),
});

export const yearFile = (sheet: YearSheet, format: "pdf" | "xlsx") =>
  `${sheet.title} – ${sheet.unit.name}.${format}`.replace(/\s+/g, " ");
