import { kindWords } from "~/domain/invitations/messages.kinds.pl";
import { counted, listed, quoted } from "~/platform/language";
import { formatDate, formatShort } from "~/platform/time";
import type { CalendarDate, DebateKind, DueBasis } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { describeMatter, figuresOf } from "./messages.tracker.pl";
import { prioritiesFirst, watch } from "./rules";
import { type ReportFacts, type ReportVersion, reportFigures, tasksOf, visibleIn } from "./rules.report";

const BASES: Record<DueBasis, string> = {
  commitment: "ustalenie debaty",
  courtesy: "prośba grzecznościowa",
  art_243: "art. 243 KPA",
  art_244: "art. 244 KPA",
  art_245: "art. 245 KPA",
  art_247: "art. 247 KPA",
  petition: "ustawa o petycjach",
};

export const report = {
  caps: "SPRAWOZDANIE Z REALIZACJI",
  title: (number: string) => `Sprawozdanie z realizacji wniosków – debata nr ${number}`,
  lines: (kind: DebateKind, cycleTitle: string, topic: string, heldOn: Date) => [
    `wniosków i zadań z ${kindWords[kind].genitive}${cycleTitle ? " pn." : ""}`,
    ...(cycleTitle ? [quoted(cycleTitle)] : []),
    `temat: ${topic}`,
    `z dnia ${formatDate(heldOn)}`,
  ],
  asOf: (day: string) => `Stan na dzień ${day}`,
  versions: { internal: "Wersja wewnętrzna", public: "Wersja publiczna" } satisfies Record<ReportVersion, string>,
  fileName: (number: string, day: string, isPublic: boolean) =>
    `Sprawozdanie z realizacji – debata ${number} – stan ${day}${isPublic ? "" : " – wersja wewnętrzna"}.pdf`,
  sections: { figures: "Podsumowanie", motions: "Wnioski i sposób ich załatwienia", tasks: "Zadania" },
  labels: {
    motions: "Liczba wniosków",
    tasks: "Liczba zadań",
    owner: "Realizujący",
    supporters: "Współpraca",
    due: "Termin",
    state: "Stan",
    result: "Wynik",
    fulfilment: "Porozumienie",
    motionsOf: "Dotyczy wniosków",
  },
  columns: {
    what: "Wyszczególnienie",
    many: "Liczba",
    number: "Nr",
    place: "Miejsce",
    motion: "Treść",
    state: "Stan",
    date: "Data",
    who: "Kto",
    news: "Przebieg",
  },
  history: "Przebieg realizacji:",
  none: { motions: "Podczas debaty nie zgłoszono wniosków.", tasks: "Nie wyznaczono zadań." },
  noneShown: { motions: "Brak wniosków do przedstawienia.", tasks: "Brak zadań do przedstawienia." },
  waiting: "Oczekuje na rozpatrzenie",
  policeOnly: "Zachowano do wiadomości Policji",
  merged: (number: string | undefined) =>
    number ? `Połączono z wnioskiem nr ${number}` : "Połączono z innym wnioskiem",
  referred: (body: string) => `Przekazano: ${body}`,
  toBeReferred: (body: string) => `Do przekazania: ${body}`,
  newDue: (day: CalendarDate) => `Nowy termin: ${formatShort(day)}`,
  askedDue: (day: CalendarDate) => formatShort(day),
  given: "Wyznaczono zadanie",
  organizer: "organizator",
  priority: "priorytet debaty",
  nothing: "–",
  tracker: "Bieżący stan spraw:",
  signatures: { author: "Sporządzający", head: "Zatwierdzam" },
};

/** All sentences of one report, ready to be set; nothing that the version's reader may not know is in it. */
export function composeReport(
  all: ReportFacts,
  version: ReportVersion,
  now: Date,
  /** By task, what later rooms know of how it is being fulfilled, e.g. an agreement. */
  fulfilments: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const facts = visibleIn(version, all);
  const { motions, tasks, figures } = reportFigures(facts, now);
  const numberOf = new Map(facts.motions.map(({ id, number }) => [id, number]));
  const taskNumber = new Map(facts.tasks.map(({ id, sequence }) => [id, `Z${sequence}`]));
  const none = version === "internal" || all.motions.length === 0 ? report.none : report.noneShown;
  return {
    figures: [
      { label: report.labels.motions, value: motions },
      ...figuresOf(figures)
        .slice(1)
        .map(({ label, value }) => ({ label: `– ${label}`, value })),
      { label: report.labels.tasks, value: tasks },
    ],
    none,
    motions: facts.motions.map((motion) => ({
      number: motion.number,
      place: motion.place,
      text: motion.textPublic,
      ...stateOf(motion, facts, now, numberOf),
      tasks: listed(tasksOf(motion, facts.tasks).map(({ sequence }) => `Z${sequence}`)),
    })),
    tasks: prioritiesFirst(facts.tasks).map((task) => ({
      number: [`Z${task.sequence}`, task.priority && report.priority].filter(Boolean).join(" – "),
      title: task.title,
      owner: task.ownerName,
      supporters: listed(task.supporters.map(({ name }) => name)),
      due: `${formatDate(task.dueOn)} (${BASES[task.dueBasis]})`,
      state: taskState(task, now, task.transferredToId ? taskNumber.get(task.transferredToId) : undefined),
      result: task.result,
      fulfilment: (fulfilments.get(task.id) ?? []).join("\n"),
      motions: listed(task.motionIds.flatMap((id) => numberOf.get(id) ?? [])),
      history: task.entries.map((entry) => ({
        date: formatShort(entry.at),
        who: entry.isFromBody ? task.ownerName : report.organizer,
        news: newsOf(entry),
      })),
    })),
  };
}
export type ComposedReport = ReturnType<typeof composeReport>;

type Motion = ReportFacts["motions"][number];

function stateOf(motion: Motion, { tasks }: ReportFacts, now: Date, numberOf: Map<string, string>) {
  if (motion.status === "submitted") return { state: report.waiting, lines: [] };
  if (motion.outcome === "police_only") return { state: report.policeOnly, lines: [] };
  if (motion.outcome === "merged") return { state: report.merged(numberOf.get(motion.mergedIntoId ?? "")), lines: [] };
  const { label, lines } = describeMatter({ ...motion, tasks: tasksOf(motion, tasks) }, now);
  const passed =
    motion.outcome === "referred" && motion.referredTo
      ? [(motion.referredAt ? report.referred : report.toBeReferred)(motion.referredTo)]
      : [];
  return { state: label, lines: [...passed, ...lines] };
}

function taskState(task: ReportFacts["tasks"][number], now: Date, next: string | undefined) {
  const { overdueDays } = watch(task, now);
  const state = messages.states[task.state];
  const year = task.state === "needs_funds" && task.budgetYear ? ` – plan na ${task.budgetYear} r.` : "";
  const late = overdueDays > 0 ? ` (po terminie ${counted(overdueDays, "day")})` : "";
  return `${state}${year}${late}${next ? ` – ${next}` : ""}`;
}

function newsOf({ kind, toState, text, dueOn, isFromBody }: ReportFacts["tasks"][number]["entries"][number]) {
  const said = kind === "not_ours" && !isFromBody ? messages.insisted : messages.entries[kind];
  const what = toState === "new" ? report.given : toState ? messages.states[toState] : said;
  const isMoved = kind === "extension" || kind === "carried";
  const date = dueOn && (isMoved ? report.newDue(dueOn) : kind === "proposal" ? report.askedDue(dueOn) : "");
  return [what, date, text].filter(Boolean).join(" – ");
}
