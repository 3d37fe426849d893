import { parse } from "csv-parse/sync";
import { sheetCsv } from "~/domain/tasks/messages.cells.pl";
import { COLUMN_NAMES, columns, type SheetColumn } from "~/domain/tasks/messages.sheet.pl";
import { listSheetTasks } from "~/domain/tasks/queries.sheet.server";
import { toCsv } from "~/platform/csv";
import type { Scope } from "~/platform/scope";
import { plainCell } from "~/platform/text";

export type SheetCells = Partial<Record<SheetColumn, string>>;
export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** All tasks of a unit as somebody downloads them. */
export const exported = async (scope: Scope) => sheetCsv(await listSheetTasks(scope, {}, 5000));

/** The same after somebody has worked on its cells; a new row has no number. */
export function edited(
  csv: string,
  edit: (rows: SheetCells[]) => SheetCells[],
  names: readonly SheetColumn[] = COLUMN_NAMES,
) {
  const [, ...records]: string[][] = parse(csv, { delimiter: ";", bom: true });
  const rows = records.map((record) =>
    Object.fromEntries(COLUMN_NAMES.map((name, i) => [name, plainCell(record[i] ?? "")])),
  ) as SheetCells[];
  return toCsv([
    names.map((name) => columns[name].label),
    ...edit(rows).map((row) => names.map((name) => row[name] ?? "")),
  ]);
}
