import type { CalendarDate } from "~db/vocabulary";
import { toCsv } from "./csv";
import { formatShort } from "./time";

/** A table that people take into a spreadsheet. Dates are days, so that it can sort them. */
export type List = {
  /** On the tab of the sheet. */
  sheet: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Said where a text was too long for a cell. */
  cut: string;
};
/** `money` is whole grosze, `percent` whole per cent; both are numbers with which a spreadsheet can reckon. */
export type Column = { label: string; width: number; kind?: "text" | "number" | "date" | "money" | "percent" };
/** Several lists in one file, each on a tab of its own. */
export type Book = { sheets: readonly List[] };
export type Cell = string | number | null;

/** A cell of Excel holds no more than 32 767 signs; a file with more is mended, and loses them silently. */
const LONGEST_CELL = 32_000;
/** A list is written in memory: beyond this its long texts are cut shorter. */
const MOST_SIGNS = 3_000_000;
const SHORT_CELL = 600;
/** What XML cannot hold, and halves of letters. */
const UNWRITABLE = /(?![\t\r\n])[\p{Cc}\p{Cs}\p{NChar}]/gu;

/** The list as it can be written; where a text does not fit, it says so. */
export function fitted(list: List): List {
  const total = list.rows.flat().reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length : 0), 0);
  const longest = total > MOST_SIGNS ? SHORT_CELL : LONGEST_CELL;
  const fit = (cell: Cell) => (typeof cell === "string" ? cellText(cell, longest, list.cut) : cell);
  return { ...list, rows: list.rows.map((row) => row.map(fit)) };
}

function cellText(text: string, longest: number, cut: string): string {
  const clean = text.replace(UNWRITABLE, "");
  return clean.length <= longest ? clean : `${clean.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}… ${cut}`;
}

export const listAsCsv = ({ columns, rows }: List) =>
  toCsv([
    columns.map(({ label }) => label),
    ...rows.map((row) =>
      columns.map(({ kind }, i) => {
        const cell = row[i] ?? "";
        return kind === "date" && cell ? formatShort(cell as CalendarDate) : String(cell);
      }),
    ),
  ]);
