import type * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import type { TableRow } from "~/platform/csv-read";
import { dateField, line, optional, paragraph } from "~/platform/fields";
import { foldForSearch } from "~/platform/language";
import { cleanLine, plainCell } from "~/platform/text";
import { type CalendarDate, DUE_BASES, type DueBasis, TASK_STATES, type TaskState } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { numberSign, refusals, type SheetColumn } from "./messages.sheet.pl";

/** A row as it was meant. What the file has no column for is undefined, and stays as it is. */
export type SheetRow = {
  row: number;
  /** Null for a new task. */
  number: string | null;
  title: string;
  details?: string;
  owner: string;
  /** Null only in a new task. */
  state: TaskState | null;
  dueOn: CalendarDate;
  reason?: string;
  dueBasis?: DueBasis | null;
  priority?: boolean;
  internal?: boolean;
  progress?: number | null;
  budgetYear?: number | null;
  result?: string;
  /** "3/2026" */
  debate?: string | null;
  motions?: string[];
  version?: number | null;
};
export type CellError = { column: SheetColumn | null; sentence: string };
type Cell = { value: unknown } | { sentence: string };
type Reader = (text: string, isNew: boolean) => Cell;

const of =
  (field: z.ZodType): Reader =>
  (text) => {
    const read = field.safeParse(text);
    return read.success ? { value: read.data } : { sentence: read.error.issues[0]?.message ?? refusals.required };
  };
const text = (max: number) => of(optional(paragraph({ max })).transform((typed) => typed ?? ""));
const flag: Reader = (typed) => {
  const word = foldForSearch(typed);
  if (["tak", "t", "x", "1", "prawda", "true"].includes(word)) return { value: true };
  return ["nie", "n", "", "0", "falsz", "false"].includes(word) ? { value: false } : { sentence: refusals.flag };
};
const whole =
  (max: number): Reader =>
  (typed) => {
    const digits = cleanLine(typed).replace(/(?:[.,]0+)? ?%?$/, "");
    if (digits === "") return { value: null };
    return /^\d{1,9}$/.test(digits) && Number(digits) <= max
      ? { value: Number(digits) }
      : { sentence: refusals.number };
  };
/** A word as people see it, or the beginning of it before the dash. */
const wordOf = <Word extends string>(words: readonly Word[], labels: Record<Word, string>, typed: string) => {
  const asked = foldForSearch(typed);
  return words.find((word) => [labels[word], labels[word].split(" – ")[0] ?? ""].map(foldForSearch).includes(asked));
};
const withoutSign = (typed: string) => cleanLine(typed).replace(new RegExp(`^${numberSign}\\.? *`, "i"), "");
const day = dateField({ label: "termin" });

const READERS: Record<SheetColumn, Reader> = {
  number: (typed) => {
    const number = withoutSign(typed);
    if (number === "") return { value: null };
    return /^\d{1,6}\/\d{4}\/z\d{1,6}$/i.test(number)
      ? { value: number.toUpperCase() }
      : { sentence: refusals.unknown_number };
  },
  title: of(line({ max: 300, label: "treść zadania" })),
  details: text(4000),
  owner: of(line({ max: 300, messages: { required: refusals.required } })),
  state: (typed, isNew) => {
    if (cleanLine(typed) === "") return isNew ? { value: null } : { sentence: refusals.required };
    const value = wordOf(TASK_STATES, messages.states, typed);
    return value ? { value } : { sentence: refusals.unknown_state };
  },
  dueOn: (typed, isNew) => {
    // Written by an English spreadsheet: nobody knows whether 02/09 is in February or in September.
    if (/^\s*\d{1,2}\/\d{1,2}\/\d{2,4}/.test(typed)) return { sentence: refusals.english_day };
    return of(day)(typed.replace(/[ T]0?0:00(?::00)?$/, ""), isNew); // a spreadsheet may add the midnight
  },
  reason: text(4000),
  dueBasis: (typed, isNew) => {
    if (cleanLine(typed) === "") return isNew ? { value: null } : { sentence: refusals.required };
    const value = wordOf(DUE_BASES, messages.bases, typed);
    return value ? { value } : { sentence: refusals.unknown_basis };
  },
  priority: flag,
  internal: flag,
  progress: whole(100),
  budgetYear: whole(2100),
  result: text(4000),
  debate: (typed) => {
    const number = withoutSign(typed);
    if (number === "") return { value: null };
    return /^\d{1,6}\/\d{4}$/.test(number) ? { value: number } : { sentence: refusals.unknown_debate };
  },
  motions: (typed) => ({
    value: typed
      .split(/[,;\n]/)
      .map(withoutSign)
      .filter(Boolean),
  }),
  version: whole(999_999_999),
};

/** Reads each cell; a row with an error in one of them is not read further. */
export function readRow({ row, cells }: TableRow<SheetColumn>): { row: SheetRow } | { errors: CellError[] } {
  const isNew = cleanLine(cells.number ?? "") === "";
  const errors: CellError[] = [];
  const values: Record<string, unknown> = { row };
  for (const [column, raw] of Object.entries(cells) as [SheetColumn, string][]) {
    const cell = /^\s*[=＝]/.test(raw) ? { sentence: refusals.formula } : READERS[column](plainCell(raw), isNew);
    if ("sentence" in cell) errors.push({ column, sentence: cell.sentence });
    else values[column] = cell.value;
  }
  return errors.length > 0 ? { errors } : { row: values as SheetRow };
}
