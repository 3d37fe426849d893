import { messages as motions } from "~/domain/motions/messages.pl";
import { counted, type Forms, listed, plural, quoted } from "~/platform/language";
import { formatDate, formatLong } from "~/platform/time";
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
  toBeReferred: "Do przekazania",
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
    all: ["zgłoszona sprawa", "zgłoszone sprawy", "zgłoszonych spraw"],
    done: ["zrealizowana", "zrealizowane", "zrealizowanych"],
    partly: ["zrealizowana częściowo", "zrealizowane częściowo", "zrealizowanych częściowo"],
    open: ["w toku", "w toku", "w toku"],
    funds: ["wymagająca środków", "wymagające środków", "wymagających środków"],
    refused: ["odmowa z powodem", "odmowy z powodem", "odmów z powodem"],
    explained: ["wyjaśniona", "wyjaśnione", "wyjaśnionych"],
    admitted: ["do omówienia", "do omówienia", "do omówienia"],
  } satisfies Record<keyof Figures, Forms>,
  chart: { more: "Podział według stanu", caption: "Sprawy według stanu", state: "Stan", many: "Liczba" },
  filters: {
    open: "Szukaj i filtruj",
    label: "Filtry zgłoszeń",
    q: "Szukaj",
    state: "Stan",
    category: "Kategoria",
    debate: "Debata",
    body: "Podmiot",
    place: "Miejsce",
    placeHint: "Wystarczy początek nazwy, np. Leśna albo park.",
  },
  all: "Wszystkie",
  found: ({ many, isMore }: { many: number; isMore: boolean }) =>
    isMore ? `Znaleziono ponad ${many} spraw` : `Znaleziono ${counted(many, ["sprawę", "sprawy", "spraw"])}`,
  wide: "Tak zaczyna się nazwa wielu miejsc i nie wszystkie są na tej liście. Proszę dopisać kilka liter.",
  data: {
    label: "Te same sprawy jako dane",
    csv: "Tabela (CSV)",
    json: "Dane (JSON)",
    atom: "Nowości (Atom)",
  },
  later: "Poprzednie",
  earlier: "Następne",
  priority: "Priorytet debaty",
  longLate: (days: number) => `Długo po terminie: ${counted(days, "day")}`,
  reminded: "Wysłano przypomnienie.",
  next: {
    admitted: "Co dalej: sprawa czeka na omówienie i ustalenie, kto się nią zajmie.",
    running: (owners: string) => `Co dalej: odpowiada ${owners}.`,
    late: (owners: string) => `Co dalej: czekamy na odpowiedź (${owners}).`,
    reported: "Co dalej: organizator sprawdzi, czy to już zrobiono.",
    funds: "Co dalej: decyzja zapadnie przy ustalaniu budżetu.",
    toBeReferred: (body: string) => `Co dalej: sprawa zostanie przekazana (${body}).`,
    referred: (owners: string) => `Co dalej: ma odpowiedzieć ${owners}.`,
  },
  owner: (names: readonly string[]) => `zajmuje się: ${listed(names)}`,
  debateOption: ({ number, year, topic }: { number: number; year: number; topic: string }) =>
    `${number}/${year} – ${topic}`,
  none: {
    title: "Nie ma jeszcze zgłoszonych spraw",
    text: "Sprawy pojawią się tutaj po przyjęciu pierwszych zgłoszeń do ogłoszonej debaty.",
    action: "Zobacz debaty",
  },
  nothing: {
    title: (state?: string, q?: string, place?: string) =>
      `Nie ma spraw${state ? ` w stanie ${quoted(state)}` : ""}${q ? ` z hasłem ${quoted(q)}` : ""}${place ? ` w miejscu ${quoted(place)}` : ""}`,
    text: "Proszę wybrać inny stan albo wpisać inne słowo.",
    further: "Wśród sprawdzonych spraw nie ma takiej. Można szukać w starszych.",
    older: "Szukaj w starszych",
    action: "Pokaż wszystkie sprawy",
  },
  askedBy: (people: number) => (people > 1 ? `Zgłosiły ${counted(people, "person")}` : ""),
  dueOn: (dueOn: CalendarDate) => `Termin: ${formatLong(dueOn)}`,
  dueWas: (dueOn: CalendarDate) => `Termin minął: ${formatLong(dueOn)}`,
  silent: (days: number) => `Brak informacji od ${counted(days, ["dnia", "dni", "dni"])}`,
  disowned: (body: string) => `${body} uważa, że to sprawa innej instytucji; rozstrzygnie organizator.`,
  passedOn: (from: string, to: string) => `${from} przekazuje sprawę dalej: ${to}.`,
  hall: (verdict: HallVerdict) => `Mieszkańcy na debacie ewaluacyjnej: ${messages.verdicts[verdict]}.`,
};

/** One matter. */
export const matter = {
  title: (number: string) => `Zgłoszenie ${number}`,
  about: "Co ustalono w tej sprawie, kto się nią zajmuje, do kiedy i co już zrobiono.",
  debate: (number: number, year: number) => `Debata nr ${number}/${year}`,
  bySide: { body: "Według instytucji", unit: "Potwierdzone przez organizatora" },
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
  toBeReferred: (body: string) => `Sprawa zostanie przekazana: ${body}.`,
  raisedOn: (day: Date) => `zgłoszono ${formatDate(day)}`,
};

/** The same numbers on each page that counts. They add up, so what is at nought may be left out, except for three. */
export function figuresOf(figures: Figures) {
  return Object.entries(tracker.stats)
    .map(([name, forms]) => ({ name, forms, value: figures[name as keyof Figures] }))
    .filter(({ name, value }) => value > 0 || name === "done" || name === "open" || name === "refused")
    .map(({ forms, value }) => ({ label: plural(value, forms), value }));
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
  progress: number;
  proposedDueOn: CalendarDate | null;
  proposedReason: string;
  proposedAt: Date | null;
  disownedAt: Date | null;
};

export type Matter = {
  number: string;
  category: MotionCategory;
  outcome: MotionOutcome | null;
  settlement: Settlement | null;
  settlementNote: string;
  answer: string;
  referredTo: string | null;
  /** When the letter to the competent body went out; what the hall wants passed on waits for it. */
  referredAt: Date | null;
  hallVerdict: HallVerdict | null;
  tasks: readonly Task[];
};

export const living = (tasks: readonly Task[]) => tasks.filter(({ state }) => state !== "transferred");

/** What a row of the tracker says: the badge, who deals with it, and the sentences below. */
export function describeMatter(row: Matter, now: Date) {
  const state = trackerStateOf(row, row.tasks, now);
  const waits = state === "referred" && row.referredAt === null;
  return {
    state,
    tone: waits ? tracker.tones.admitted : tracker.tones[state],
    label: waits ? tracker.toBeReferred : labelOf(state, row, now),
    /** Nobody who has not been told yet deals with it. */
    owners: waits ? [] : ownersOf(row),
    toBeTold: waits ? row.referredTo : null,
    lines: linesOf(state, row, now),
    /** No news for a long time; a badge of its own, because that may be so before and after the day. */
    silent: row.settlement ? null : silenceOf(row.tasks, now),
  };
}

export function ownersOf({ tasks, referredTo }: Pick<Matter, "tasks" | "referredTo">) {
  const owners = [...new Set(living(tasks).map(({ ownerName }) => ownerName))];
  return owners.length === 0 && referredTo ? [referredTo] : owners;
}

function silenceOf(tasks: readonly Task[], now: Date) {
  const days = Math.max(0, ...living(tasks).map((task) => watch(task, now).silentDays));
  return days > 0 ? tracker.silent(days) : null;
}

/** „Po terminie 43 dni”, „Wymaga środków – plan na 2027 r.” */
function labelOf(state: TrackerState, { tasks }: Matter, now: Date) {
  const label = tracker.states[state];
  if (state === "late") {
    const days = Math.max(...tasks.map((task) => watch(task, now).overdueDays));
    return tasks.some((task) => watch(task, now).isLongOverdue)
      ? tracker.longLate(days)
      : `${label} ${counted(days, "day")}`;
  }
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
    task.state === "in_progress" && task.progress > 0 && `${messages.progress(task.progress)}.`,
    overdueDays > 0 ? tracker.dueWas(task.dueOn) : dueInDays !== null && tracker.dueOn(task.dueOn),
    task.proposedDueOn && messages.proposal(task.ownerName, task.proposedDueOn, task.proposedReason),
    task.disownedAt && tracker.disowned(task.ownerName),
    silentDays > 0 && task.remindedAt !== null && tracker.reminded,
  ].filter((line): line is string => Boolean(line));
}

export const categoryOf = (category: MotionCategory) => motions.categories[category];
