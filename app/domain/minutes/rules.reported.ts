import { messages as taskWords } from "~/domain/tasks/messages.pl";
import { calendarDate, formatShort } from "~/platform/time";
import { paper } from "./messages.document.pl";
import type { CarriedTask, MinutesDocument, PaperColumn } from "./rules";

type Row = MinutesDocument["reported"][number];

/** Text that was frozen before promises were printed keeps the table that it had. */
const saysPromises = (rows: readonly Row[]) => rows.some(({ promised }) => promised !== undefined);

/** nr | wniosek | kto | co obiecano | co zrobiono | ocena sali. Widths in points, 478 together. */
export function reportedColumns(rows: readonly Row[]): PaperColumn[] {
  const { columns } = paper;
  if (!saysPromises(rows))
    return [
      { header: columns.number, width: 54, isRowHeader: true },
      { header: columns.place, width: 66, isMinor: true },
      { header: columns.motion, width: 104 },
      { header: columns.owner, width: 82 },
      { header: columns.report, width: 98 },
      { header: columns.verdict, width: 74 },
    ];
  return [
    { header: columns.number, width: 50, isRowHeader: true },
    { header: columns.motion, width: 88 },
    // "w Wysokocinie" stays on one line.
    { header: columns.owner, width: 86, isMinor: true },
    { header: columns.promised, width: 88 },
    { header: columns.done, width: 86 },
    { header: columns.verdict, width: 80 },
  ];
}

export function reportedRows(rows: readonly Row[]): string[][] {
  const { nobody } = paper.empty;
  if (!saysPromises(rows))
    return rows.map(({ number, place, text, owner, report, verdict }) => [
      number,
      place || nobody,
      text,
      owner || nobody,
      report || nobody,
      verdict ? paper.verdicts[verdict] : nobody,
    ]);
  return rows.map(({ number, place, text, owner, promised, report, verdict, votes }) => [
    number,
    [text, place].filter(Boolean).join(" – "),
    owner || nobody,
    promised || nobody,
    report || nobody,
    verdict ? [paper.verdicts[verdict], votes && paper.votes(votes)].filter(Boolean).join(" ") : nobody,
  ]);
}

export function carriedColumns(): PaperColumn[] {
  const { columns } = paper;
  return [
    { header: columns.number, width: 62, isRowHeader: true },
    { header: columns.task, width: 160 },
    { header: columns.owner, width: 106 },
    { header: columns.state, width: 80 },
    { header: columns.due, width: 70 },
  ];
}

/** Tasks that the debate took over unfinished, under the numbers that they have always had. */
export const carriedRows = (tasks: readonly CarriedTask[]): string[][] =>
  tasks.map(({ number, title, owner, state, budgetYear, dueOn }) => [
    number,
    title,
    owner,
    [taskWords.states[state].toLowerCase(), state === "needs_funds" && budgetYear && paper.budget(budgetYear)]
      .filter(Boolean)
      .join(", "),
    formatShort(calendarDate(dueOn)),
  ]);
