import type { AgendaRow } from "./rules";

export const editor = {
  title: "Porządek debaty",
  howTo: "Kolejność zmieniają strzałki. Godziny liczą się same.",
  caption: "Punkty porządku debaty",
  columns: {
    order: "Kolejność",
    time: "Godzina",
    title: "Punkt",
    minutes: "Minuty",
    presenter: "Prowadzi",
    more: "Szczegóły",
    note: "Notatka dla przewodniczącego",
    kind: "Rodzaj",
    bodyId: "Podmiot, który zdaje sprawę",
    internal: "Punkt wewnętrzny – nie ma go na stronie publicznej",
  },
  fieldOf: (label: string, no: number) => `Punkt ${no}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  up: (title: string) => `Przesuń wyżej: ${title}`,
  down: (title: string) => `Przesuń niżej: ${title}`,
  remove: "Usuń",
  started: "trwa lub zakończony",
  noBody: "– żaden –",
  add: "Dodaj punkt",
  newItem: "Nowy punkt",
  save: "Zapisz porządek",
  saved: "Zapisano porządek.",
  discard: "Odrzuć zmiany",
  conflict: "Ktoś zapisał porządek, gdy Państwo pisali. Poniżej jest porządek zapisany; Państwa tekst stoi obok niego.",
  order: "Kolejność punktów",
  itemNo: (no: number) => `Punkt ${no}`,
  line: (title: string, minutes: string | number, presenter: string) =>
    [`${title} – ${minutes} min`, presenter].filter(Boolean).join(", "),
  empty: {
    title: "Porządek jest pusty",
    text: "Punkty z minutami pokażą się na zaproszeniach, na stronie debaty i na ekranie sali.",
  },
};

const lineOf = (row: AgendaRow | undefined) =>
  row ? [editor.line(row.title, row.minutes, row.presenter), row.note].filter(Boolean).join("\n") : "";

/** Two versions of one agenda, item by item, for the person who has to choose. */
export function compareAgendas(mine: readonly AgendaRow[], theirs: readonly AgendaRow[]) {
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const orderOf = (rows: readonly AgendaRow[]) => rows.map(({ title }, index) => `${index + 1}. ${title}`).join("\n");
  const items = ids.map((id, index) => ({
    label: editor.itemNo(index + 1),
    mine: lineOf(mine.find((row) => row.id === id)),
    theirs: lineOf(theirs.find((row) => row.id === id)),
  }));
  return [{ label: editor.order, mine: orderOf(mine), theirs: orderOf(theirs) }, ...items];
}
