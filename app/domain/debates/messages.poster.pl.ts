import { NBSP } from "~/platform/language";
import { dateParts, formatDate, formatHours, warsawDate, weekdayName } from "~/platform/time";
import type { DebateKind, DebateStatus } from "~db/vocabulary";

/** The poster speaks to whoever passes by: few words, all of them large. */
export const poster = {
  title: (topic: string) => `Plakat: ${topic}`,
  invites: {
    initiating: "Zapraszamy na debatę społeczną",
    evaluation: "Zapraszamy na debatę ewaluacyjną",
    forum: "Zapraszamy na forum",
    working_meeting: "Spotkanie robocze",
    youth: "Zapraszamy na debatę młodzieżową",
  } satisfies Record<DebateKind, string>,
  /** Instead of the invitation. */
  calledOff: (status: DebateStatus, isPending: boolean) =>
    status === "cancelled" ? "Spotkanie odwołane" : isPending ? "Spotkanie przełożone" : "",
  weekday: (startsAt: Date) => weekdayName(startsAt),
  /** „18 marca”; the year stands in the line below. */
  day: (startsAt: Date) => formatDate(startsAt).replace(/ \d{4}.r\.$/u, ""),
  hours: (startsAt: Date) => `${formatHours(startsAt)}`,
  year: (startsAt: Date) => `${dateParts(warsawDate(startsAt)).year}${NBSP}r.`,
  pending: "Nowy termin podamy wkrótce",
  cancelled: "Spotkanie się nie odbędzie",
  scan: "Zgłoś sprawę, zapisz się, zobacz program",
  or: "albo wpisz w przeglądarce:",
  qr: (address: string) => `Kod QR prowadzi na stronę debaty: ${address}`,
  access: "Dostępność",
  free: "Wstęp wolny",
  organizer: "Organizator",
  together: (coOrganizer: string) => `Współorganizator: ${coOrganizer}`,
  urgent: "W sprawach pilnych: 112",
  failure: "Plakatu nie udało się teraz przygotować. Proszę spróbować ponownie za chwilę.",
  fileName: (debate: string) => `Plakat – debata ${debate}.pdf`,
};
