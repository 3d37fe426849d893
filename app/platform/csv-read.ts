import { CsvError, parse } from "csv-parse/sync";
import { foldForSearch } from "./language";
import { cleanLine } from "./text";

/** Why a file is not the table that was asked for. `detail`: the column, the line or the number that is meant. */
export type TableRefusal =
  | "empty"
  | "too_large"
  | "spreadsheet"
  | "binary"
  | "wrong_encoding"
  | "broken"
  | "missing_column"
  | "double_column"
  | "too_many_rows";

/** `row` counts as a spreadsheet does: the heading is 1. A column that the file does not have is missing in `cells`. */
export type TableRow<Column extends string> = { row: number; cells: Partial<Record<Column, string>> };
export type Table<Column extends string> = { rows: TableRow<Column>[]; ignored: string[] };
type Read<Column extends string> =
  | { ok: true; value: Table<Column> }
  | { ok: false; reason: TableRefusal; detail?: string };

type Options<Column extends string> = {
  /** Headings as people see them; `required` ones have to be there. */
  columns: Record<Column, { label: string; required?: boolean }>;
  mostBytes: number;
  mostRows: number;
};

const SEPARATORS = [";", ",", "\t"];
/** What stands further right is not read: each heading is compared with each of ours, and a file may be all separators. */
const MOST_COLUMNS = 200;
const LONGEST_HEADING = 200;
/** ZIP (xlsx, ods), the old Excel. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** What a Polish spreadsheet saved as CSV; nothing in it is ever run. */
export function readTable<Column extends string>(bytes: Uint8Array, options: Options<Column>): Read<Column> {
  if (bytes.length > options.mostBytes) return { ok: false, reason: "too_large" };
  if (SPREADSHEETS.some((head) => head.every((byte, i) => bytes[i] === byte)))
    return { ok: false, reason: "spreadsheet" };
  const text = decode(bytes);
  if (text === undefined) return { ok: false, reason: "binary" };
  if (text.trim() === "") return { ok: false, reason: "empty" };
  // Signs that no text has, but letters of another code page turn into.
  if (/[\u0080-\u0084\u0086-\u009f]/.test(text)) return { ok: false, reason: "wrong_encoding" };
  return readRows(text.replace(/^sep=.\r?\n/i, ""), options);
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return undefined;
  if (String.fromCharCode(...bytes.slice(0, 5)) === "%PDF-") return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1250").decode(bytes); // Excel's „CSV (rozdzielany przecinkami)” in Poland
  }
}

function readRows<Column extends string>(text: string, { columns, mostRows }: Options<Column>): Read<Column> {
  const known = Object.keys(columns) as Column[];
  const find = (heading: string) => known.find((name) => sameHeading(columns[name].label, heading));
  const heads = SEPARATORS.map((separator) => ({ separator, head: headOf(text, separator) }));
  const hits = (head: readonly string[]) => head.filter((heading) => find(heading) || garbled(heading)).length;
  const garbled = (heading: string) => known.some((name) => isGarbled(columns[name].label, heading));
  const [best] = heads.sort((a, b) => hits(b.head) - hits(a.head));
  if (!best) return { ok: false, reason: "broken" };
  const { separator, head } = best;
  if (head.some((heading) => !find(heading) && garbled(heading))) return { ok: false, reason: "wrong_encoding" };

  const names = head.map(find);
  const twice = names.find((name, i) => name && names.indexOf(name) !== i);
  if (twice) return { ok: false, reason: "double_column", detail: columns[twice].label };
  const missing = known.filter((name) => columns[name].required && !names.includes(name));
  if (missing.length > 0)
    return { ok: false, reason: "missing_column", detail: missing.map((name) => columns[name].label).join(", ") };

  const read = split(text, separator);
  if (!read.ok) return { ok: false, reason: "broken", detail: read.line };
  const rows: TableRow<Column>[] = [];
  for (const [i, record] of read.records.entries()) {
    if (i === 0 || record.every((cell) => cell.trim() === "")) continue;
    if (rows.length === mostRows) return { ok: false, reason: "too_many_rows" };
    const cells: Partial<Record<Column, string>> = {};
    for (const [at, name] of names.entries()) if (name) cells[name] = record[at] ?? "";
    rows.push({ row: i + 1, cells });
  }
  if (rows.length === 0) return { ok: false, reason: "empty" };
  return { ok: true, value: { rows, ignored: head.filter((heading, at) => heading && !names[at]) } };
}

/** Capitals, blanks and the strokes of Polish letters do not matter. */
const sameHeading = (label: string, heading: string) => foldForSearch(label) === foldForSearch(heading);
const latinOf = (text: string) => text.replace(/[^A-Za-z]/g, "").toLowerCase();
/** „TreĹ›Ä‡ zadania”, „Tre?? zadania”: the same but for the Polish letters. */
const isGarbled = (label: string, heading: string) =>
  /[^\p{ASCII}]/u.test(label) && latinOf(label) === latinOf(heading) && !sameHeading(label, heading);

function headOf(text: string, separator: string): string[] {
  const read = split(text, separator, 1);
  if (!read.ok) return [];
  const headings = (read.records[0] ?? []).slice(0, MOST_COLUMNS);
  return headings.map((heading) => cleanLine(heading.slice(0, LONGEST_HEADING)));
}

function split(text: string, delimiter: string, to?: number) {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
      ...(to && { to }),
    });
    return { ok: true, records } as const;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: String((error as { lines?: number }).lines ?? "") } as const;
  }
}
