import { counted, listed, quoted } from "~/platform/language";
import { calendarDate, formatShort, formatShortWithWeekday, isCalendarDate } from "~/platform/time";
import type { CalendarDate, DueBasis, HallVerdict, TaskEntryKind, TaskState } from "~db/vocabulary";
import { evidence } from "./messages.evidence.pl";
import type { GiftRefusal, MoveRefusal } from "./rules";
import type { CarryRefusal } from "./rules.carry";
import type { HandOverRefusal, ProposalRefusal } from "./rules.desk";
import type { EvidenceRefusal } from "./rules.evidence";

export type TaskRefusal =
  | CarryRefusal
  | MoveRefusal
  | ProposalRefusal
  | HandOverRefusal
  | GiftRefusal
  | EvidenceRefusal
  | "nothing_asked"
  | "asked_date_past"
  | "not_disowned"
  | "body_or_reason"
  | "too_many_priorities"
  | "our_turn"
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
    petition: "art. 10 ustawy o petycjach – rozpatrzenie w 3 miesiące",
  } satisfies Record<DueBasis, string>,
  entries: {
    state: "Zmiana stanu",
    report: "Informacja od podmiotu",
    note: "Notatka",
    extension: "Nowy termin",
    reminder: "Przypomnienie",
    transfer: "Przekazanie",
    proposal: "Prośba o inny termin",
    proposal_declined: "Nie zgodzono się na inny termin",
    not_ours: "Podmiot uważa, że to nie jego sprawa",
    evidence: "Dowód wykonania",
    carried: "Przeniesiono po debacie ewaluacyjnej",
  } satisfies Record<TaskEntryKind, string>,
  /** What the hall said at the evaluation debate. */
  verdicts: {
    done: "zrealizowano",
    partly: "częściowo",
    not_done: "nie zrealizowano",
  } satisfies Record<HallVerdict, string>,
  refusals: {
    ...evidence.refusals,
    nothing_asked: "Podmiot nie czeka już na decyzję o terminie. Proszę odświeżyć stronę.",
    asked_date_past:
      "Termin, o który prosi podmiot, już minął. Proszę wyznaczyć inny przyciskiem „Przedłuż z powodem”.",
    not_disowned: "Podmiot nie twierdzi już, że to nie jego sprawa. Proszę odświeżyć stronę.",
    body_or_reason: "Proszę wybrać właściwą instytucję albo napisać niżej, dlaczego to nie Państwa sprawa.",
    was_in_chain:
      "Ta instytucja już prowadziła tę sprawę i przekazała ją dalej. Jeżeli ma do niej wrócić, proszę to zaznaczyć i napisać w powodzie, co się zmieniło.",
    in_chain:
      "Ta instytucja miała już tę sprawę. Proszę napisać powód, a organizator rozstrzygnie, kto się nią zajmie.",
    too_far: "Ten termin jest za odległy: najwyżej 5 lat od dziś.",
    too_many_priorities: "Debata ma już trzy priorytety. Proszę najpierw zdjąć jeden z nich.",
    our_turn: "Podmiot czeka na decyzję organizatora, więc nie przypominamy. Proszę najpierw rozstrzygnąć jego prośbę.",
    carried_already: "To zadanie jest już przeniesione. Ktoś mógł to zrobić przed chwilą.",
    finished: "To zadanie jest zakończone, więc nie ma czego przenosić.",
    carry_date_past: "Nowy termin musi być dziś lub później.",
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
    body_archived: "Ta instytucja jest w archiwum i nie odpowie. Proszę wybrać inną.",
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
    too_far: "dueOn",
    body_or_reason: "toBodyId",
    was_in_chain: "toBodyId",
    in_chain: "toBodyId",
    too_many_priorities: "priority",
    file_empty: "evidence",
    file_too_large: "evidence",
    file_wrong_type: "evidence",
    file_heic: "evidence",
    file_broken_pdf: "evidence",
    broken_picture: "evidence",
    too_many_pixels: "evidence",
    too_many_at_once: "evidence",
    too_many_files: "evidence",
    file_known: "evidence",
    file_missing: "evidence",
    same_body: "toBodyId",
    body_archived: "toBodyId",
    no_motions: "motionIds",
    other_debate: "motionIds",
    motion_decided: "motionIds",
  } as Partial<Record<TaskRefusal, string>>,
  motionsMissing: "Proszę wybrać co najmniej jeden wniosek.",
  bodyMissing: "Proszę wybrać podmiot.",
  noteMissing: "Proszę wpisać treść notatki.",
  answerMissing: "Proszę wybrać, na jakim etapie jest sprawa.",
  authorMissing: "Proszę podpisać odpowiedź imieniem i nazwiskiem.",
  postMissing: "Proszę podać stanowisko.",
  overdue: (days: string) => `Po terminie ${days}`,
  longOverdue: (days: string) => `Długo po terminie: ${days}`,
  asksFor: (dueOn: CalendarDate) => `Prośba o inny termin: ${formatShortWithWeekday(dueOn)}`,
  disowned: "Podmiot: to nie nasza sprawa",
  insisted: "Organizator podtrzymuje, że to sprawa tego podmiotu",
  returned: "Organizator nie potwierdził wykonania",
  /** In public, where the organizer has not decided yet. */
  proposal: (body: string, dueOn: CalendarDate, reason: string) =>
    `${body} prosi o termin ${formatShortWithWeekday(dueOn)}: ${reason}`,
  progress: (percent: number) => `Postęp według instytucji: ${percent}%`,
  threePriorities: (tasks: readonly { sequence: number; title: string }[]) =>
    `Debata ma już trzy priorytety: ${listed(tasks.map(({ sequence, title }) => `Z${sequence} ${quoted(title)}`))}. Proszę najpierw zdjąć jeden z nich.`,
  silent: (days: string) => `Brak informacji od ${days}`,
};

const dayOf = (text: unknown) => (isCalendarDate(String(text)) ? formatShort(calendarDate(String(text))) : "");

export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  task_given: ({ number, body }) => `Wyznaczono zadanie ${number}: ${body}`,
  task_moved: ({ number, to }) => `Zadanie ${number}: ${messages.states[to as TaskState] ?? to}`,
  task_extended: ({ number, dueOn }) => `Zadanie ${number}: nowy termin ${dayOf(dueOn)}`,
  task_carried: ({ number, dueOn }) => `Zadanie ${number} przechodzi na następną debatę, termin ${dayOf(dueOn)}`,
  task_transferred: ({ number, body }) => `Zadanie ${number} przekazano: ${body}`,
  task_noted: ({ number }) => `Dopisano notatkę do zadania ${number}`,
  task_date_asked: ({ number, dueOn }) => `Zadanie ${number}: podmiot prosi o termin ${dayOf(dueOn)}`,
  task_date_granted: ({ number, dueOn }) => `Zadanie ${number}: zgoda na termin ${dayOf(dueOn)}`,
  task_date_declined: ({ number }) => `Zadanie ${number}: nie zgodzono się na inny termin`,
  task_disowned: ({ number }) => `Zadanie ${number}: podmiot uważa, że to nie jego sprawa`,
  task_insisted: ({ number }) => `Zadanie ${number}: organizator podtrzymuje, czyja to sprawa`,
  task_prioritized: ({ number, priority }) =>
    priority ? `Zadanie ${number} jest priorytetem debaty` : `Zadanie ${number} nie jest już priorytetem debaty`,
  task_evidence_added: ({ number, many }) =>
    `Zadanie ${number}: dołączono ${counted(Number(many), ["plik", "pliki", "plików"])}`,
  task_evidence_shown: ({ number }) => `Zadanie ${number}: plik pokazano mieszkańcom`,
  task_evidence_hidden: ({ number }) => `Zadanie ${number}: plik schowano przed mieszkańcami`,
  task_amended: ({ number }) => `Poprawiono zadanie ${number}`,
  tasks_imported: ({ changed, created }) => `Wczytano arkusz zadań: zmienione ${changed ?? 0}, nowe ${created ?? 0}`,
  task_reminded: ({ number }) => `Przypomniano o zadaniu ${number}`,
};
