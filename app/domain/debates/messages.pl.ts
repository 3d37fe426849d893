import { counted, quoted } from "~/platform/language";
import { formatHours, formatLongWithTime, formatShortWithWeekday } from "~/platform/time";
import type { AccessFact, DebateKind, DebateStatus } from "~db/vocabulary";
import type { DebateMove, MoveRefusal, RevisionRefusal } from "./rules";
import type { Check, ChecklistStep, Missing } from "./rules.checklist";

type Numbered = { number: number; year: number };
/** „3/2026” */
export const numberOf = ({ number, year }: Numbered) => `${number}/${year}`;

export const kinds: Record<DebateKind, string> = {
  initiating: "inicjująca",
  evaluation: "ewaluacyjna",
  forum: "forum",
  working_meeting: "spotkanie robocze",
  youth: "debata młodzieżowa",
};

export const statuses: Record<DebateStatus, string> = {
  draft: "Szkic",
  announced: "Ogłoszona",
  live: "Trwa",
  held: "Odbyta, w realizacji",
  closed: "Zamknięta",
  postponed: "Przełożona",
  cancelled: "Odwołana",
};

export const accessFacts: Record<AccessFact, { yes: string; no: string; label: string }> = {
  step_free: { label: "Wejście bez schodów", yes: "Wejście bez schodów", no: "Do sali prowadzą schody" },
  toilet: { label: "Toaleta dostępna", yes: "Toaleta dostosowana", no: "Brak toalety dostosowanej" },
  induction_loop: { label: "Pętla indukcyjna", yes: "Pętla indukcyjna", no: "Brak pętli indukcyjnej" },
  parking: {
    label: "Miejsca parkingowe",
    yes: "Miejsca dla osób z niepełnosprawnościami",
    no: "Brak miejsc parkingowych",
  },
  sign_language: { label: "Tłumacz PJM", yes: "Tłumacz języka migowego", no: "Bez tłumacza języka migowego" },
  guide_dog: { label: "Pies asystujący", yes: "Można wejść z psem asystującym", no: "Bez możliwości wejścia z psem" },
  stream: { label: "Transmisja", yes: "Transmisja w internecie", no: "Bez transmisji w internecie" },
};

const NATIONAL_CYCLE = "Porozmawiajmy o bezpieczeństwie – możesz mieć na nie wpływ";

/** The title under which debates of a kind usually run; the first one is the same in the whole country. */
export const CYCLES: Record<DebateKind, string> = {
  initiating: NATIONAL_CYCLE,
  evaluation: NATIONAL_CYCLE,
  forum: "Forum ku bezpieczeństwu",
  working_meeting: "Spotkania z samorządem",
  youth: NATIONAL_CYCLE,
};

export const messages = {
  doubledHour: (date: string, time: string) =>
    `W dniu ${date} zegary cofa się i godzina ${time} jest dwa razy. Proszę podać inną.`,
  reasonMissing: "Proszę podać powód; przeczytają go zaproszeni i mieszkańcy.",
  dateAndBothTimes: "Proszę podać datę oraz godzinę rozpoczęcia i zakończenia albo zostaw wszystkie trzy pola puste.",
  refusals: {
    ends_before_start: "Koniec musi być później niż początek.",
    too_long: "Debata trwałaby ponad 12 godzin. Proszę sprawdzić godziny.",
    start_passed: "Ten termin już minął. Proszę podać datę i godzinę w przyszłości.",
    start_too_far: "Ten termin jest za ponad trzy lata. Proszę sprawdzić rok.",
    answers_after_start: "Termin odpowiedzi musi być najpóźniej w dniu debaty.",
    answers_passed: "Termin odpowiedzi już minął. Proszę podać późniejszy.",
    motions_passed: "Termin przyjmowania wniosków już minął. Proszę podać późniejszy.",
    minutes_before_start: "Protokół nie może być gotowy przed debatą. Proszę podać późniejszą datę.",
    evaluation_before_start: "Debata ewaluacyjna musi być później niż ta debata.",
    number_taken: "Debata o tym numerze już jest w tym roku. Proszę podać inny albo zostaw pole puste.",
    number_fixed: "Numer ogłoszonej debaty jest już w dokumentach i nie może się zmienić.",
    evaluated_is_later: "Ewaluować można tylko debatę, która odbyła się wcześniej.",
    stale: "Ktoś zapisał zmiany, gdy Państwo pisali.",
    not_revisable: "Ta debata jest zamknięta albo odwołana i jej danych nie można już zmienić.",
    already_started: "Debata już się rozpoczęła: termin i miejsce muszą zostać takie, jakie były.",
    not_now: "W obecnym stanie debaty nie można tego zrobić. Ktoś mógł ją zmienić przed chwilą.",
    too_early:
      "Do początku debaty zostało jeszcze dużo czasu. Jeżeli na pewno ma się zacząć teraz, proszę zaznaczyć to pole.",
    date_missing: "Debata jest przełożona bez nowego terminu. Proszę podać datę i godziny.",
  } satisfies Record<MoveRefusal | RevisionRefusal, string>,
  moves: {
    announce: "Ogłoś debatę",
    reschedule: "Ogłoś nowy termin",
    postpone: "Przełóż debatę",
    cancel: "Odwołaj debatę",
    open: "Otwórz salę",
    hold: "Zakończ debatę",
    close: "Zamknij debatę",
  } satisfies Record<DebateMove, string>,
  /** What follows, on the page that asks once more. */
  consequences: {
    announce: "Strona debaty stanie się publiczna, a mieszkańcy będą mogli zgłaszać wnioski i rezerwować miejsca.",
    reschedule:
      "Zaproszeni dostaną wiadomość z nowym terminem i poprawiony wpis w kalendarzu. Terminy odpowiedzi i wniosków przesuną się razem z debatą.",
    postpone:
      "Zaproszeni i osoby z rezerwacją dostaną wiadomość z powodem. Bez nowego terminu wpis zniknie z ich kalendarzy.",
    cancel:
      "Zaproszeni i osoby z rezerwacją dostaną wiadomość z powodem, a wpis zniknie z ich kalendarzy. Odwołanej debaty nie można przywrócić.",
    open: "Debata dostanie stan „Trwa”, a ekran sali pokaże bieżący punkt porządku.",
    hold: "Debata dostanie stan „Odbyta”. Wnioski można przyjmować dalej do ogłoszonego terminu, a protokół uzupełnić.",
    close: "Zamknięta debata jest tylko do czytania. Zadania, które z niej wynikły, można prowadzić dalej.",
  } satisfies Record<DebateMove, string>,
};

/** Sentences of the history. `data` comes from the event, so what is missing is left out. */
type EventData = Record<string, string | number | boolean | null> | null;
const withReason = (text: string, data: EventData) => (data?.reason ? `${text}: ${data.reason}` : text);
const dayOf = (value: unknown) => (typeof value === "string" ? formatLongWithTime(new Date(value)) : "");

export const eventMessages: Record<string, (data: EventData) => string> = {
  debate_created: () => "Założono debatę",
  debate_revised: () => "Zmieniono dane debaty",
  debate_moved: (data) => `Zmieniono termin lub miejsce: ${dayOf(data?.startsAt)}, ${data?.venueName ?? ""}`,
  debate_announced: () => "Ogłoszono debatę",
  debate_rescheduled: (data) => `Ogłoszono nowy termin: ${dayOf(data?.startsAt)}`,
  debate_postponed: (data) => withReason("Przełożono debatę", data),
  debate_cancelled: (data) => withReason("Odwołano debatę", data),
  debate_opened: () => "Otwarto salę",
  debate_held: () => "Zakończono debatę",
  debate_closed: () => "Zamknięto debatę",
};

export const checklist = {
  heading: "Lista kroków",
  progress: (done: number, of: number) => `Wykonano ${done} z ${of} kroków`,
  steps: {
    place: "Termin, miejsce i dostępność",
    agenda: "Porządek mieści się w czasie",
    people: "Protokolant i moderator wyznaczeni",
    invitations: "Zaproszenia wysłane",
    announced: "Debata ogłoszona",
    answers: "Odpowiedzi zaproszonych",
    motions: "Wnioski rozpatrzone",
    minutes: "Protokół zatwierdzony i opublikowany",
    evaluation: "Debata ewaluacyjna zaplanowana",
  } satisfies Record<ChecklistStep, string>,
  missing: {
    date: () => "Nie ma nowego terminu.",
    address: () => "Brakuje adresu miejsca.",
    access: () => "Nie podano, jak dostępne jest miejsce.",
    no_items: () => "Porządek jest pusty.",
    too_long: ({ count }) => `Porządek jest za długi o ${counted(count, "minute")}.`,
    moderator: () => "Brakuje moderatora.",
    minute_taker: () => "Brakuje protokolanta.",
    no_guests: () => "Nikogo jeszcze nie zaproszono.",
    not_sent: ({ count, of }) => `Niewysłane: ${count} z ${of}.`,
    bounced: ({ count }) => `Zwrot poczty: ${count}.`,
    not_announced: () => "Mieszkańcy jeszcze jej nie widzą.",
    unanswered: ({ count, of }) => `Bez odpowiedzi: ${count} z ${of}.`,
    waiting: ({ count }) => `Do rozpatrzenia: ${count}.`,
    not_approved: () => "Protokół czeka na opracowanie i zatwierdzenie.",
    not_published: () => "Protokół jest zatwierdzony, ale mieszkańcy go jeszcze nie widzą.",
    no_evaluation: () => "Zwykle po 6–12 miesiącach.",
  } satisfies Record<Missing, (check: Pick<Check, "count" | "of">) => string>,
  /** The way to where it can be put right. */
  ways: {
    place: { path: "/edit", label: "Uzupełnij dane" },
    agenda: { path: "/agenda", label: "Popraw porządek" },
    people: { path: "/edit", label: "Wyznacz osoby" },
    invitations: { path: "/invitations", label: "Przejdź do zaproszeń" },
    announced: { path: "/state?to=announce", label: "Ogłoś debatę" },
    answers: { path: "/invitations", label: "Zobacz, kogo" },
    motions: { path: "/motions", label: "Przejdź do wniosków" },
    minutes: { path: "/minutes", label: "Otwórz protokół" },
    evaluation: { path: "/edit", label: "Podaj datę" },
  } satisfies Record<ChecklistStep, { path: string; label: string }>,
};

/** „4/2026, godz. 18.00–19.15, „…”” */
export const pairLabel = (debate: Numbered & { topic: string; startsAt: Date; endsAt: Date }) =>
  `${numberOf(debate)}, ${formatHours(debate.startsAt, debate.endsAt)}, ${quoted(debate.topic)}`;

export const evaluatesLabel = (debate: Numbered & { topic: string; startsAt: Date }) =>
  `${numberOf(debate)}, ${formatShortWithWeekday(debate.startsAt)}, ${quoted(debate.topic)}`;
