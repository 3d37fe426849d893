import { formatShortWithWeekday, relativeDays } from "~/platform/time";
import type { CalendarDate } from "~db/vocabulary";

/** Passing a motion on to the competent body, with a look at what will go out. */
export const referral = {
  title: (number: string) => `Przekazanie wniosku ${number}`,
  crumb: "Wnioski",
  motion: "Wniosek",
  track: "Tryb",
  place: "Miejsce",
  category: "Kategoria",
  choose: "Do kogo",
  body: "Instytucja właściwa",
  pickBody: "Proszę wybrać instytucję",
  show: "Pokaż, co zostanie wysłane",
  what: "Co się stanie po naciśnięciu „Przekaż”",
  task: "Zadanie instytucji",
  due: "Termin",
  basis: "Podstawa terminu",
  letter: "List do instytucji",
  noLetter:
    "Instytucja nie ma adresu e-mail w katalogu. Pismo przekazujące można wydrukować w dokumentach debaty („Przekazania według właściwości”).",
  notice: "Zawiadomienie dla wnioskodawcy",
  noNotice: "Autor nie podał adresu e-mail. Informację o przekazaniu przeczyta na stronie zgłoszenia, pod swoim kodem.",
  applicant:
    "Danych wnioskodawcy nie ma w liście elektronicznym. Zawiera je pismo przekazujące do wydruku, w dokumentach debaty.",
  to: "Do",
  subject: "Temat",
  text: "Treść",
  reason: "Wiadomość do autora",
  reasonHint: "Przeczyta ją w zawiadomieniu i na stronie zgłoszenia.",
  submit: (body: string) => `Przekaż: ${body}`,
  back: "Wróć do wniosku",
  labels: { bodyId: "Instytucja właściwa", answer: "Wiadomość do autora" },
};

/** „Przekazać do 25.03.2026”: the unit's own seven days. */
export const clockWords = ({ dueOn, dueInDays }: { dueOn: CalendarDate; dueInDays: number }, now: Date) =>
  dueInDays < 0
    ? `Przekazać do ${formatShortWithWeekday(dueOn)} – po terminie`
    : `Przekazać do ${formatShortWithWeekday(dueOn)} – ${relativeDays(dueOn, now)}`;
