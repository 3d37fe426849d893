import { NBSP } from "~/platform/language";
import { formatShort, warsawDate } from "~/platform/time";
import { messages } from "./messages.pl";
import { categoryOf, describeMatter, living, tracker } from "./messages.tracker.pl";
import type { ListedMatter } from "./messages.tracker-list.pl";
import { numberInPath } from "./rules.tracker";

export type Told = ListedMatter & {
  dueOn: ListedMatter["tasks"][number]["dueOn"] | null;
  decidedAt: Date | null;
  settledAt: Date | null;
};

export const csvHead = [
  "Numer",
  "Debata",
  "Kategoria",
  "Miejsce",
  "Treść",
  "Stan",
  "Opis stanu",
  "Zajmuje się",
  "Termin",
  "Zgłoszono",
  "Rozstrzygnięto",
  "Zakończono",
  "Co zrobiono albo powód odmowy",
  "Ocena mieszkańców",
  "Adres",
];

export const plain = (text: string) => text.replaceAll(NBSP, " ");
const debateOf = (number: string) => number.split("/").slice(0, 2).join("/");
const day = (moment: Date | null) => (moment ? formatShort(moment) : "");

/** One matter a line: the same as on the page, with all its days. */
export function csvRow(row: Told, address: string, now: Date): string[] {
  const { state, label, owners, lines, silent } = describeMatter(row, now);
  const due = [...new Set(living(row.tasks).map(({ dueOn }) => formatShort(dueOn)))];
  return [
    row.number,
    debateOf(row.number),
    plain(categoryOf(row.category)),
    row.place,
    row.text,
    tracker.states[state],
    plain([label, silent].filter(Boolean).join("; ")),
    owners.join(", "),
    due.join(", "),
    day(row.submittedAt),
    day(row.decidedAt),
    day(row.settledAt),
    plain(lines.join(" ")),
    row.hallVerdict ? messages.verdicts[row.hallVerdict] : "",
    `${address}/${numberInPath(row.number)}`,
  ];
}

const isoDay = (moment: Date | null) => moment && warsawDate(moment);

/** One matter for programs. Fields are only ever added; what each means stands in the README of this room. */
export function jsonItem(row: Told, address: string, now: Date) {
  const { state, owners, lines } = describeMatter(row, now);
  return {
    number: row.number,
    url: `${address}/${numberInPath(row.number)}`,
    debate: debateOf(row.number),
    category: row.category,
    categoryName: plain(categoryOf(row.category)),
    place: row.place,
    text: row.text,
    state,
    stateName: tracker.states[state],
    priority: row.tasks.some(({ priority }) => priority),
    bodies: owners,
    dueOn: row.dueOn,
    submittedOn: isoDay(row.submittedAt),
    decidedOn: isoDay(row.decidedAt),
    settledOn: isoDay(row.settledAt),
    askedBy: row.askedBy,
    words: lines.map(plain),
    residentsSay: row.hallVerdict,
    tasks: row.tasks.map(({ state, ownerName, dueOn, budgetYear, result }) => ({
      body: ownerName,
      state,
      dueOn,
      budgetYear,
      result,
    })),
  };
}
