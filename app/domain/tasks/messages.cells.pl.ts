import { toCsv } from "~/platform/csv";
import { keptCell } from "~/platform/text";
import { formatShort } from "~/platform/time";
import { messages as words } from "./messages.pl";
import { COLUMN_NAMES, columns, no, numberSign, type SheetColumn, yes } from "./messages.sheet.pl";
import type { ChangedColumn, SheetTask } from "./rules.sheet";
import type { SheetRow } from "./schema.sheet";

/** A task as the cells of its row. */
export function cellsOf(task: SheetTask): Record<SheetColumn, string> {
  return {
    number: task.number,
    title: task.title,
    details: task.details,
    owner: task.ownerName,
    state: words.states[task.state],
    dueOn: formatShort(task.dueOn),
    reason: "",
    dueBasis: words.bases[task.dueBasis],
    priority: task.priority ? yes : no,
    internal: task.internal ? yes : no,
    progress: String(task.progress),
    budgetYear: task.budgetYear ? String(task.budgetYear) : "",
    result: task.result,
    debate: `${numberSign} ${task.debate}`,
    motions: task.motions.length > 0 ? `${numberSign} ${task.motions.map(({ number }) => number).join(", ")}` : "",
    version: String(task.version),
  };
}

const TEXTS: readonly SheetColumn[] = ["title", "details", "owner", "result"];

/** The table that is downloaded; what a spreadsheet would make a number of has an apostrophe in front. */
export const sheetCsv = (tasks: readonly SheetTask[]) =>
  toCsv([
    COLUMN_NAMES.map((name) => columns[name].label),
    ...tasks.map((task) => {
      const cells = cellsOf(task);
      return COLUMN_NAMES.map((name) => (TEXTS.includes(name) ? keptCell(cells[name]) : cells[name]));
    }),
  ]);

export type SheetChange = { column: SheetColumn; from: string; to: string };

/** Old and new beside each other, as both stand in cells. */
export function composeChanges(task: SheetTask, row: SheetRow, changed: readonly ChangedColumn[]): SheetChange[] {
  const before = cellsOf(task);
  const after = cellsOf({
    ...task,
    title: row.title,
    details: row.details ?? task.details,
    state: row.state ?? task.state,
    dueOn: row.dueOn,
    priority: row.priority ?? task.priority,
    internal: row.internal ?? task.internal,
    budgetYear: row.budgetYear ?? null,
    result: row.result ?? task.result,
  });
  return changed.map((column) => ({ column, from: before[column], to: after[column] }));
}
