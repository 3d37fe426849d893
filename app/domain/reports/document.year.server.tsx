import { typeset } from "~/platform/language";
import type { Cell } from "~/platform/lists";
import { a4 } from "~/platform/pdf/a4";
import { Letterhead, Signatures, Title } from "~/platform/pdf/official";
import type { Sheet } from "~/platform/pdf/sheet";
import { type Column, Table } from "~/platform/pdf/table";
import { B, H2, Note, P } from "~/platform/pdf/text";
import { calendarDate, formatDate } from "~/platform/time";
import { cellText, isNumeric, year as words, type YearSheet, type YearTable } from "./messages.year.pl";

/** The year of a unit, or of the units below it, for the regional command. */
export function yearSheet({ title, caps, subtitle, day, unit, note, tables }: YearSheet): Sheet {
  const asOf = words.asOf(day);
  return a4(
    { title: `${title} – ${unit.name}`, author: unit.name, subject: subtitle, footer: typeset(asOf), landscape: true },
    <>
      <Letterhead
        unit={unit.name}
        details={[unit.department].filter(Boolean)}
        placeAndDate={typeset([unit.locality, `dnia ${formatDate(calendarDate(day))}`].filter(Boolean).join(", "))}
      />
      <Title lines={[typeset(subtitle), typeset(asOf)]}>{caps}</Title>
      {tables.map((table, index) => (
        <Section key={table.key} no={index + 1} table={table} />
      ))}
      <Note>{typeset(note)}</Note>
      <Signatures people={[{ role: words.signature }, { role: words.head, name: typeset(unit.headOffice) }]} />
    </>,
  );
}

/** Points: the width of the text, and of a letter of the head and of a cell with some room. */
const [PAGE, HEAD_LETTER, LETTER, PADDING] = [714, 4.9, 4.6, 12];
const LONGEST_WORD = 16;

/** Room for the longest word of each column, and what is left for those with sentences. */
function widths({ columns, rows, total }: YearTable): number[] {
  const least = columns.map((column, i) => {
    const cells = [...rows, ...(total ? [total] : [])].map((row) => longestWord(cellText(row[i], column)));
    return Math.max(longestWord(column.label) * HEAD_LETTER, Math.max(0, ...cells) * LETTER) + PADDING;
  });
  const left = Math.max(0, PAGE - least.reduce((sum, width) => sum + width, 0));
  const shares = columns.map((column) => (isNumeric(column) || column.kind === "date" ? 0.1 : 1) * column.width);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return least.map((width, i) => width + (left * (shares[i] ?? 0)) / all);
}

const longestWord = (text: string) =>
  Math.min(LONGEST_WORD, Math.max(...text.split(/[ \n]/).map(({ length }) => length)));

type Row = { cells: readonly Cell[]; isTotal: boolean };

function Section({ no, table }: { no: number; table: YearTable }) {
  const { title, columns, rows, total, empty } = table;
  const points = widths(table);
  const all: Row[] = rows.map((cells) => ({ cells, isTotal: false }));
  if (total && rows.length > 0) all.push({ cells: total, isTotal: true });
  return (
    <>
      <H2>{`${no}. ${title}`}</H2>
      {all.length === 0 ? (
        <P>{typeset(empty)}</P>
      ) : (
        <Table
          rows={all}
          columns={columns.map((column, index): Column<Row> => {
            return {
              header: typeset(column.label),
              width: points[index] ?? 0,
              align: isNumeric(column) ? "right" : "left",
              rowHeader: index === 0,
              cell: ({ cells, isTotal }) => {
                const text = cellText(cells[index], column);
                return isTotal ? <B>{text}</B> : text;
              },
            };
          })}
        />
      )}
    </>
  );
}
