import { counted, NBSP, quoted } from "~/platform/language";
import type { CalendarDate } from "~/platform/time";
import { formatDate, formatHours, formatLongWithTime } from "~/platform/time";
import type { DebateKind } from "~db/vocabulary";

type Called = { this: string; open: string; close: string };
const debate: Called = { this: "debata", open: "debatę społeczną", close: "debatę społeczną" };
const KINDS = {
  initiating: debate,
  evaluation: { this: "debata", open: "ewaluacyjną debatę społeczną", close: "debatę społeczną" },
  youth: { this: "debata", open: "debatę z młodzieżą", close: "debatę" },
  forum: { this: "forum", open: "forum", close: "forum" },
  working_meeting: { this: "spotkanie", open: "spotkanie robocze", close: "spotkanie" },
} satisfies Record<DebateKind, Called>;

/** What lies before the chair on the evening: for one pair of eyes, with notes that nobody else reads. */
export const script = {
  title: "Scenariusz prowadzącego",
  mark: "WEWNĘTRZNY",
  internal: "Dokument wewnętrzny: zawiera notatki i punkty, których nie ma w porządku dla mieszkańców.",
  notes: "Notatki",
  labels: {
    term: "Termin",
    place: "Miejsce",
    chair: "Przewodniczący",
    moderator: "Moderator",
    minuteTaker: "Protokolant",
  },
  term: (startsAt: Date, endsAt: Date) => formatLongWithTime(startsAt, endsAt),
  pending: "nowy termin nie jest jeszcze znany; w porządku są tylko czasy trwania",
  calledOff: "spotkanie odwołane",
  nobody: "nie wyznaczono",
  sections: { opening: "Otwarcie", guests: "Zaproszeni", agenda: "Porządek", closing: "Zakończenie" },
  opening: (kind: DebateKind, cycleTitle: string, topic: string) => [
    `„Otwieram ${KINDS[kind].open}${cycleTitle ? ` pn.${NBSP}»${cycleTitle}«` : ""}, na temat: »${topic}«.”`,
    "„Witam Państwa i dziękuję za przyjście. Witam przedstawicieli instytucji:” (lista poniżej).",
    "„Sprawy można zgłaszać z sali, na kartach albo telefonem, przez kod QR. Każda dostanie numer, a jej wynik będzie w protokole i na stronie debaty. Proszę nie podawać danych osobowych innych osób. W sprawach pilnych proszę dzwonić pod numer 112.”",
  ],
  closing: (
    kind: DebateKind,
    motionsCloseAt: Date | null,
    minutesDueOn: CalendarDate | null,
    evaluationOn: CalendarDate | null,
  ) =>
    [
      "„Podsumujmy: odczytam ustalenia – kto, co i do kiedy zrobi.” (lista zadań na ekranie „Na żywo”)",
      motionsCloseAt && `„Sprawy można jeszcze zgłaszać na stronie do ${formatDate(motionsCloseAt)}”`,
      minutesDueOn && `„Protokół będzie gotowy do ${formatDate(minutesDueOn)}”`,
      evaluationOn && `„Z realizacji wniosków rozliczymy się ${formatDate(evaluationOn)}”`,
      `„Dziękuję Państwu za udział. Zamykam ${KINDS[kind].close}.”`,
    ].filter((line): line is string => Boolean(line)),
  states: {
    present: "na sali",
    coming: "potwierdzony udział",
    substitute: (name: string, post: string) => `przyjdzie: ${[name, post].filter(Boolean).join(", ")}`,
    silent: "bez odpowiedzi",
    refused: "odmowa",
    absent: "nie ma na sali",
  },
  columns: { who: "Kto", state: "Stan" },
  noGuests: "Nikogo nie zaproszono.",
  noAgenda: "Porządek jest pusty.",
  clock: (at: Date) => formatHours(at).replace(/^godz\.\s/u, ""),
  duration: (minutes: number) => `${minutes}${NBSP}min`,
  internalItem: "punkt wewnętrzny",
  note: "Notatka: ",
  motions: (n: number) => `Znane sprawy (${counted(n, "motion")}):`,
  motion: (number: string, place: string, text: string) => `${number}${place ? `, ${place}` : ""}: ${text}`,
  waiting: (n: number) => `Czeka na sprawdzenie: ${counted(n, "motion")}.`,
  more: (n: number) => `oraz ${counted(n, "motion")} więcej – na ekranie „Na żywo”`,
  earlier: "Wnioski z poprzedniej debaty:",
  reported: (text: string, tasks: string) => [text, tasks].filter(Boolean).join(" – "),
  end: (at: Date) => `Planowane zakończenie: ${formatHours(at)}`,
  footer: (debate: string) => `Debata nr ${debate} · scenariusz prowadzącego`,
  called: (topic: string) => quoted(topic),
  fileName: (debate: string) => `Scenariusz prowadzącego – debata ${debate}.pdf`,
};
