// A list as a sheet of Excel: texts stay texts, whatever they begin with, and dates are dates.
import writeXlsx, { type SheetData } from "write-excel-file/node";
import type { Book, Cell, Column, List } from "./lists";
import { safeCell } from "./text";

const HEAD = { fontWeight: "bold", backgroundColor: "#e8ecf0", wrap: true, alignVertical: "top" } as const;
const BODY = { wrap: true, alignVertical: "top" } as const;
/** „: \ / ? * [ ]” may not stand on a tab, and no more than 31 signs. */
const tabName = (name: string) => name.replace(/[:\\/?*[\]]/g, "-").slice(0, 31);

export function renderXlsx(file: List | Book): Promise<Buffer> {
  const lists = "sheets" in file ? file.sheets : [file];
  return writeXlsx(
    lists.map((list) => ({
      data: sheetData(list),
      sheet: tabName(list.sheet),
      columns: list.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: "dd.mm.yyyy",
      orientation: "landscape" as const,
    })),
  ).toBuffer();
}

function sheetData({ columns, rows }: List) {
  const head = columns.map(({ label }) => ({ ...HEAD, type: String, value: label }));
  return [head, ...rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column)))] as SheetData;
}

const HUNDREDTHS = { money: "#,##0.00", percent: "0%" };

function cellOf(value: Cell, { kind = "text" }: Column) {
  if (value === null || value === "") return null;
  if (kind === "number" && typeof value === "number") return { ...BODY, type: Number, value };
  if ((kind === "money" || kind === "percent") && typeof value === "number")
    return { ...BODY, type: Number, value: value / 100, format: HUNDREDTHS[kind] };
  if (kind === "date") return { ...BODY, type: Date, value: new Date(`${value}T00:00:00Z`) };
  // An apostrophe as in CSV: a text that looks like a formula becomes one when somebody edits the cell.
  return { ...BODY, type: String, value: safeCell(String(value)) };
}
