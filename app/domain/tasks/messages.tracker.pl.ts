import { messages as motions } from "~/domain/motions/messages.pl";
import { counted, listed, NBSP, quoted } from "~/platform/language";
import { formatDate, formatLong, formatShort } from "~/platform/time";
import type { CalendarDate, HallVerdict, MotionCategory, MotionOutcome, Settlement, TaskState } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { watch } from "./rules";
import { type Figures, type TrackerState, trackerStateOf } from "./rules.tracker";

export const tracker = {
  title: "Zgłosiliście – zrobiliśmy",
  lead: "Każda sprawa zgłoszona na debatach: kto się nią zajmuje, do kiedy i co zrobiono. Także te, których nie udało się załatwić.",
  states: {
    running: "W realizacji",
    late: "Po terminie",
    reported: "Wykonane – do potwierdzenia",
    done: "Zrealizowane",
    partly: "Zrealizowane częściowo",
    funds: "Wymaga środków",
    refused: "Nie zostanie zrealizowane",
    referred: "Przekazane",
    answered: "Odpowiedziano na debacie",
    admitted: "Przyjęte do omówienia",
    out_of_scope: "Poza zakresem debaty",
  } satisfies Record<TrackerState, string>,
  tones: {
    running: "go",
    late: "late",
    reported: "wait",
    done: "done",
    partly: "part",
    funds: "funds",
    refused: "stop",
    referred: "sent",
    answered: "done",
    admitted: "wait",
    out_of_scope: "stop",
  } as const satisfies Record<TrackerState, string>,
  stats: {
    all: "zgłoszonych spraw",
    done: "zrealizowanych",
    partly: "zrealizowanych częściowo",
    open: "w toku",
    funds: "wymagających środków",
    refused: "odmów z powodem",
    explained: "wyjaśnionych",
    admitted: "do omówienia",
  } satisfies Record<keyof Figures, string>,
  chart: { more: "Podział według stanu", caption: "Sprawy według stanu", state: "Stan", many: "Liczba" },
  filters: {
    open: "Szukaj i filtruj",
    label: "Filtry zgłoszeń",
    q: "Szukaj",
    state: "Stan",
    category: "Kategoria",
    debate: "Debata",
  },
  all: "Wszystkie",
  found: (many: number) => `Znaleziono ${counted(many, ["sprawę", "sprawy", "spraw"])}`,
  csv: "Pobierz tabelę (CSV)",
  later: "Poprzednie",
  earlier: "Następne",
  owner: (names: readonly string[]) => `zajmuje się: ${listed(names)}`,
  debateOption: ({ number, year, topic }: { number: number; year: number; topic: string }) =>
    `${number}/${year} – ${topic}`,
  none: {
    title: "Nie ma jeszcze zgłoszonych spraw",
    text: "Sprawy pojawią się tutaj po przyjęciu pierwszych zgłoszeń do ogłoszonej debaty.",
    action: "Zobacz debaty",
  },
  nothing: {
    title: (state?: string, q?: string) =>
      `Nie ma spraw${state ? ` w stanie ${quoted(state)}` : ""}${q ? ` z hasłem ${quoted(q)}` : ""}`,
    text: "Proszę wybrać inny stan albo wpisać inne słowo.",
    action: "Pokaż wszystkie sprawy",
  },
  askedBy: (people: number) => (people > 1 ? `Zgłosiły ${counted(people, "person")}` : ""),
  dueOn: (dueOn: CalendarDate) => `Termin: ${formatLong(dueOn)}`,
  dueWas: (dueOn: CalendarDate) => `Termin minął: ${formatLong(dueOn)}`,
  silent: (days: number, reminded: boolean) =>
    `Brak informacji od ${counted(days, ["dnia", "dni", "dni"])}${reminded ? " – wysłano przypomnienie" : ""}.`,
  passedOn: (from: string, to: string) => `${from} przekazuje sprawę dalej: ${to}.`,
  hall: (verdict: HallVerdict) => `Mieszkańcy na debacie ewaluacyjnej: ${messages.verdicts[verdict]}.`,
};

/** One matter. */
export const matter = {
  title: (number: string) => `Zgłoszenie ${number}`,
  debate: (number: number, year: number) => `Debata nr ${number}/${year}`,
  bySide: { body: "Według instytucji", unit: "Potwierdzone przez organizatora", hall: "Według mieszkańców" },
  notYet: "Jeszcze nie.",
  agreed: "Co ustalono",
  tasks: "Kto się tym zajmuje",
  history: "Historia",
  raised: "Zgłoszono",
  admitted: "Przyjęto do omówienia",
  discussed: "Omówiono na debacie",
  settled: "Organizator potwierdził wynik",
  given: (body: string) => `Zadanie: ${body}`,
  newDue: (dueOn: CalendarDate) => `Nowy termin: ${formatLong(dueOn)}`,
  due: (dueOn: CalendarDate) => `Termin: ${formatLong(dueOn)}`,
  organizer: "organizator",
  merged: "To zgłoszenie połączono z innym. Wynik jest przy zgłoszeniu",
  answeredBy: (who: string) => `Odpowiedzi udzielił(a): ${who}`,
  referred: (body: string) => `Przekazano: ${body}. Poproszono o odpowiedź.`,
  raisedOn: (day: Date) => `zgłoszono ${formatDate(day)}`,
};

export const csvHead = [
  "Numer",
  "Kategoria",
  "Miejsce",
  "Treść",
  "Stan",
  "Zajmuje się",
  "Termin",
  "Co zrobiono albo powód odmowy",
  "Ocena mieszkańców",
];

/** The same numbers on each page that counts. They add up, so what is at nought may be left out, except for three. */
export function figuresOf(figures: Figures) {
  return Object.entries(tracker.stats)
    .map(([name, label]) => ({ name, label, value: figures[name as keyof Figures] }))
    .filter(({ name, value }) => value > 0 || name === "done" || name === "open" || name === "refused")
    .map(({ label, value }) => ({ label, value }));
}

type Task = {
  id: string;
  state: TaskState;
  result: string;
  dueOn: CalendarDate;
  budgetYear: number | null;
  heardAt: Date | null;
  remindedAt: Date | null;
  createdAt: Date;
  transferredToId: string | null;
  ownerName: string;
};

export type Matter = {
  number: string;
  category: MotionCategory;
  outcome: MotionOutcome | null;
  settlement: Settlement | null;
  settlementNote: string;
  answer: string;
  referredTo: string | null;
  hallVerdict: HallVerdict | null;
  tasks: readonly Task[];
};

const living = (tasks: readonly Task[]) => tasks.filter(({ state }) => state !== "transferred");

/** What a row of the tracker says: the badge, who deals with it, and the sentences below. */
export function describeMatter(row: Matter, now: Date) {
  const state = trackerStateOf(row, row.tasks, now);
  const owners = [...new Set(living(row.tasks).map(({ ownerName }) => ownerName))];
  if (owners.length === 0 && row.referredTo) owners.push(row.referredTo);
  return {
    state,
    tone: tracker.tones[state],
    label: labelOf(state, row, now),
    owners,
    lines: linesOf(state, row, now),
  };
}

/** „Po terminie 43 dni”, „Wymaga środków – plan na 2027 r.” */
function labelOf(state: TrackerState, { tasks }: Matter, now: Date) {
  const label = tracker.states[state];
  if (state === "late")
    return `${label} ${counted(Math.max(...tasks.map((task) => watch(task, now).overdueDays)), "day")}`;
  const year = tasks.find((task) => task.state === "needs_funds")?.budgetYear;
  return state === "funds" && year ? `${label} – plan na ${year} r.` : label;
}

function linesOf(state: TrackerState, row: Matter, now: Date): string[] {
  const name = (id: string) => row.tasks.find((task) => task.id === id)?.ownerName ?? "";
  const passed = row.tasks.flatMap(({ transferredToId, ownerName, result }) =>
    transferredToId && name(transferredToId) ? [tracker.passedOn(ownerName, name(transferredToId)), result] : [],
  );
  const hall = row.hallVerdict ? [tracker.hall(row.hallVerdict)] : [];
  if (row.settlement) return [row.settlementNote, ...passed, ...hall].filter(Boolean);
  const words = living(row.tasks).flatMap((task) => wordsOf(task, now));
  return [state === "answered" || state === "out_of_scope" ? row.answer : "", ...words, ...passed, ...hall].filter(
    Boolean,
  );
}

/** What the body says in its own words, then what the calendar says. */
function wordsOf(task: Task, now: Date) {
  const { overdueDays, silentDays, dueInDays } = watch(task, now);
  return [
    task.result && `${task.ownerName}: ${task.result}`,
    overdueDays > 0 ? tracker.dueWas(task.dueOn) : dueInDays !== null && tracker.dueOn(task.dueOn),
    silentDays > 0 && tracker.silent(silentDays, task.remindedAt !== null),
  ].filter((line): line is string => Boolean(line));
}

export const categoryOf = (category: MotionCategory) => motions.categories[category];

/** The same as the page, one matter a line. */
export function csvRow(row: Matter & { place: string; text: string }, now: Date): string[] {
  const { label, owners, lines } = describeMatter(row, now);
  const due = living(row.tasks).map(({ dueOn }) => formatShort(dueOn));
  const verdict = row.hallVerdict ? messages.verdicts[row.hallVerdict] : "";
  const category = categoryOf(row.category).replaceAll(NBSP, " ");
  const plain = (text: string) => text.replaceAll(NBSP, " ");
  return [
    row.number,
    category,
    row.place,
    row.text,
    plain(label),
    owners.join(", "),
    due.join(", "),
    plain(lines.join(" ")),
    verdict,
  ];
}
