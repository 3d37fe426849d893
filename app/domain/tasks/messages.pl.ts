import { calendarDate, formatShort, isCalendarDate } from "~/platform/time";
import type { DueBasis, HallVerdict, TaskEntryKind, TaskState } from "~db/vocabulary";
import type { ExtensionRefusal, GiftRefusal, MoveRefusal, TransferRefusal } from "./rules";

export type TaskRefusal =
  | MoveRefusal
  | ExtensionRefusal
  | TransferRefusal
  | GiftRefusal
  | "stale"
  | "no_email"
  | "date_missing";

export const messages = {
  states: {
    new: "Nowe",
    accepted: "Przyjęte",
    in_progress: "W realizacji",
    reported_done: "Zgłoszono wykonanie",
    confirmed: "Zrealizowane",
    partly_done: "Zrealizowane częściowo",
    refused: "Nie zostanie zrealizowane",
    needs_funds: "Wymaga środków",
    transferred: "Przekazane dalej",
  } satisfies Record<TaskState, string>,
  /** Tone of the badge: shape and colour beside the words. */
  tones: {
    new: "neutral",
    accepted: "wait",
    in_progress: "go",
    reported_done: "wait",
    confirmed: "done",
    partly_done: "part",
    refused: "stop",
    needs_funds: "funds",
    transferred: "sent",
  } as const satisfies Record<TaskState, string>,
  /** What a button does. */
  moves: {
    new: "Cofnij do nowych",
    accepted: "Przyjmujemy zadanie",
    in_progress: "W realizacji",
    reported_done: "Zadanie wykonane",
    confirmed: "Potwierdź wykonanie",
    partly_done: "Uznaj za zrealizowane częściowo",
    refused: "Nie zostanie zrealizowane",
    needs_funds: "Wymaga środków w budżecie",
    transferred: "Przekaż innemu podmiotowi",
  } satisfies Record<TaskState, string>,
  bases: {
    commitment: "ustalenie debaty",
    courtesy: "prośba grzecznościowa",
    art_243: "art. 243 KPA – przekazanie w 7 dni",
    art_244: "art. 244 KPA – załatwienie w miesiąc",
    art_245: "art. 245 KPA – nowy termin po zawiadomieniu",
    art_247: "art. 247 KPA – odpowiedź radnemu w 14 dni",
  } satisfies Record<DueBasis, string>,
  entries: {
    state: "Zmiana stanu",
    report: "Informacja od podmiotu",
    note: "Notatka",
    extension: "Nowy termin",
    reminder: "Przypomnienie",
    transfer: "Przekazanie",
  } satisfies Record<TaskEntryKind, string>,
  /** What the hall said at the evaluation debate. */
  verdicts: {
    done: "zrealizowano",
    partly: "częściowo",
    not_done: "nie zrealizowano",
  } satisfies Record<HallVerdict, string>,
  refusals: {
    not_possible: "W tym stanie zadania nie można tego zrobić. Proszę odświeżyć stronę – ktoś mógł je zmienić.",
    reason_required: "Proszę podać powód.",
    news_required: "Proszę napisać, na jakim etapie jest sprawa.",
    result_required: "Proszę napisać, co zrobiono.",
    year_required: "Proszę podać rok budżetowy.",
    year_past: "Rok budżetowy już minął.",
    not_open: "To zadanie jest już zakończone.",
    not_later: "Nowy termin musi być późniejszy niż obecny.",
    date_past: "Ten dzień już minął. Proszę podać przyszły termin.",
    date_missing: "Proszę podać nowy termin.",
    motion_decided: "Z tego wniosku nie można zrobić zadania: został zwrócony albo połączony z innym.",
    other_debate: "Ten wniosek należy do innej debaty.",
    no_motions: "Proszę wybrać co najmniej jeden wniosek.",
    no_email: "Ten podmiot nie ma adresu e-mail w katalogu. Przypomnienie można wysłać po uzupełnieniu adresu.",
    same_body: "Zadanie już należy do tego podmiotu.",
    stale: "Ktoś zmienił to zadanie w międzyczasie. Poniżej jego obecny stan; Państwa tekst pozostał w formularzu.",
  } satisfies Record<TaskRefusal, string>,
  /** Beside which field a refusal stands; the others are about the whole form. */
  fieldOf: {
    reason_required: "text",
    news_required: "text",
    result_required: "text",
    year_required: "budgetYear",
    year_past: "budgetYear",
    not_later: "dueOn",
    date_past: "dueOn",
    date_missing: "dueOn",
    same_body: "toBodyId",
    no_motions: "motionIds",
    other_debate: "motionIds",
    motion_decided: "motionIds",
  } as Partial<Record<TaskRefusal, string>>,
  motionsMissing: "Proszę wybrać co najmniej jeden wniosek.",
  bodyMissing: "Proszę wybrać podmiot.",
  noteMissing: "Proszę wpisać treść notatki.",
  answerMissing: "Proszę wybrać, na jakim etapie jest sprawa.",
  authorMissing: "Proszę podpisać odpowiedź: imię, nazwisko i stanowisko.",
  overdue: (days: string) => `Po terminie ${days}`,
  silent: (days: string) => `Brak informacji od ${days}`,
};

const dayOf = (text: unknown) => (isCalendarDate(String(text)) ? formatShort(calendarDate(String(text))) : "");

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  task_given: ({ number, body }) => `Wyznaczono zadanie ${number}: ${body}`,
  task_moved: ({ number, to }) => `Zadanie ${number}: ${messages.states[to as TaskState] ?? to}`,
  task_extended: ({ number, dueOn }) => `Zadanie ${number}: nowy termin ${dayOf(dueOn)}`,
  task_transferred: ({ number, body }) => `Zadanie ${number} przekazano: ${body}`,
  task_noted: ({ number }) => `Dopisano notatkę do zadania ${number}`,
  task_reminded: ({ number }) => `Przypomniano o zadaniu ${number}`,
};
