import { counted, listed } from "~/platform/language";
import { formatShortWithWeekday } from "~/platform/time";
import type { CalendarDate, RsvpStatus } from "~db/vocabulary";
import type { DeskAnswer } from "./rules";

/** The page of a body behind its link. */
export const desk = {
  eyebrow: "Strona instytucji – dostęp z linku, bez konta",
  lead: "Sprawy zgłoszone przez mieszkańców na debatach, o które poproszono Państwa instytucję. Odpowiedź trafia do organizatora i na stronę publiczną; wykonanie potwierdza organizator.",
  waiting: "Czekają na odpowiedź",
  open: "Przekazane organizatorowi",
  finished: "Zakończone",
  invitations: "Zaproszenia",
  nothing: "Nie ma zadań",
  nothingText: "Gdy po debacie zostanie wyznaczone zadanie dla Państwa instytucji, pojawi się tutaj.",
  allAnswered: "Żadne zadanie nie czeka na odpowiedź.",
  no: (sequence: number, motions: readonly string[]) =>
    `Zadanie Z${sequence}${motions.length > 0 ? ` · z wniosku ${listed(motions)}` : ""}`,
  debate: (number: number, year: number) => `debata ${number}/${year}`,
  due: (dueOn: CalendarDate, basis: string) => `Termin: ${formatShortWithWeekday(dueOn)} (${basis})`,
  answer: "Odpowiedz",
  about: (sequence: number) => `w sprawie zadania Z${sequence}`,
  formTitle: (number: string) => `Odpowiedź w sprawie zadania ${number}`,
  motions: (many: number) =>
    many === 1 ? "Treść zgłoszenia" : `Treść ${counted(many, ["zgłoszenia", "zgłoszeń", "zgłoszeń"])}`,
  legend: "Stan sprawy",
  answers: {
    accepted: { label: "Przyjmujemy", hint: "Zajmiemy się tą sprawą." },
    in_progress: { label: "W realizacji", hint: "Wystarczy jedno zdanie, na jakim etapie jest sprawa." },
    reported_done: { label: "Zrealizowane", hint: "Prosimy napisać, co zrobiono. Organizator sprawdzi i potwierdzi." },
    more_time: { label: "Potrzebujemy więcej czasu", hint: "Prosimy podać przyczynę i nowy termin." },
    needs_funds: { label: "Potrzebne są środki w budżecie", hint: "Prosimy podać rok budżetowy." },
    refused: {
      label: "Nie możemy tego zrobić albo to nie nasza właściwość",
      hint: "Prosimy o powód i wskazanie właściwej instytucji.",
    },
  } satisfies Record<DeskAnswer, { label: string; hint: string }>,
  text: "Informacja dla mieszkańców",
  textHint: "Prosimy pisać prosto, bez danych osobowych.",
  budgetYear: "Rok budżetowy",
  budgetYearHint: (year: number) => `Na przykład ${year}`,
  dueOn: "Nowy termin",
  dueOnHint: (dueOn: CalendarDate) => `Późniejszy niż obecny: ${formatShortWithWeekday(dueOn)}`,
  author: "Kto odpowiada",
  authorHint: "Imię, nazwisko i stanowisko. Widzi to tylko organizator.",
  submit: "Wyślij odpowiedź",
  sent: (number: string) => `Dziękujemy. Odpowiedź w sprawie zadania ${number} została zapisana.`,
  labels: {
    answer: "Stan sprawy",
    text: "Informacja",
    budgetYear: "Rok budżetowy",
    dueOn: "Nowy termin",
    author: "Kto odpowiada",
  },
  invitationStatuses: {
    sent: "Czekamy na odpowiedź",
    accepted: "Potwierdzono udział",
    declined: "Odmówiono",
    substituted: "Wyznaczono zastępcę",
    draft: "",
    withdrawn: "",
  } satisfies Record<RsvpStatus, string>,
  invitationHint: "Odpowiedzieć można z linku w zaproszeniu, które wysłano do tej osoby.",
};
