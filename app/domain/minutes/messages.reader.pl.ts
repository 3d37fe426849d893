import { sentence } from "~/domain/invitations/messages.letters.pl";
import { counted } from "~/platform/language";
import { formatGenitive } from "~/platform/time";
import type { CalendarDate, RemarkStatus } from "~db/vocabulary";
import type { RemarkRefusal } from "./rules.window";

/** The page behind the link of somebody who was at the debate. */
export const reader = {
  expired:
    "Projekt protokołu i uwagi można było czytać przez rok. Ten czas minął, więc link już nie działa. Przyjęty protokół jest na stronie debaty albo u organizatora.",
  title: "Uwagi do projektu protokołu",
  badge: "Projekt",
  eyebrow: "Strona z osobistego linku, bez konta",
  heading: "Projekt protokołu",
  lead: (topic: string) => `Debata: ${topic}. Projekt w wersji publicznej, bez danych osób.`,
  you: (who: string) => `Czyta: ${who}`,
  until: (day: CalendarDate) => sentence(`Uwagi można zgłaszać do ${formatGenitive(day)}.`),
  how: "Przy każdym akapicie jest odsyłacz „Zaproponuj zmianę”. Można zgłosić kilka uwag. O każdej decyzji powiadomimy listem.",
  propose: "Zaproponuj zmianę",
  add: "Zaproponuj dopisanie",
  aboutTable: "Zgłoś uwagę do tej tabeli",
  noText: "Bez zapisu.",
  about: (part: string, no: number) => `${part}, akapit ${no}`,

  form: {
    title: "Propozycja zmiany",
    part: (title: string) => `Dotyczy: ${title}`,
    original: "Akapit, jak jest teraz",
    proposed: "Akapit po zmianie",
    proposedHint: "Proszę poprawić tekst wprost w polu. Puste pole znaczy: usunąć akapit.",
    added: "Zdania do dopisania",
    addedHint: "Staną na końcu tej części.",
    table: "Co w tej tabeli trzeba poprawić",
    reason: "Uzasadnienie",
    reasonHint: "Na przykład: „Podałam termin wrześniowy, nie sierpniowy”.",
    submit: "Wyślij uwagę",
    cancel: "Wróć bez wysyłania",
    privacy: "Proszę nie podawać danych innych osób.",
    labels: { proposed: "Propozycja", reason: "Uzasadnienie" },
    proposedMissing: "Proszę napisać, co dopisać lub poprawić.",
    gone: "Ten fragment zmienił się od chwili, gdy strona została otwarta. Poniżej jest obecny tekst.",
  },
  sent: "Dziękujemy, uwaga jest zapisana. Można zgłosić następną.",
  own: "Zgłoszone uwagi",
  ownCount: (n: number) => counted(n, ["uwaga", "uwagi", "uwag"]),
  was: "Było",
  wanted: "Propozycja",
  remove: "(usunąć akapit)",
  reason: "Uzasadnienie",
  decision: "Odpowiedź organizatora",
  statuses: {
    open: "Czeka na decyzję",
    accepted: "Przyjęta",
    rejected: "Nieprzyjęta",
  } satisfies Record<RemarkStatus, string>,

  closed: {
    title: "Uwagi są już zamknięte",
    over: "Termin zgłaszania uwag minął. Dziękujemy za zainteresowanie.",
    approved: (number: string) =>
      `Protokół jest już zatwierdzony (nr ${number}). Jego tekst zmienia się tylko przez sprostowanie.`,
    read: "Przeczytaj protokół",
    contact: "W ważnej sprawie proszę o kontakt z organizatorem debaty.",
    none: "Z tego linku nie zgłoszono uwag.",
  },
  refusals: {
    closed: "Termin zgłaszania uwag minął albo protokół został zatwierdzony. Uwaga nie została zapisana.",
    unchanged: "Tekst w polu jest taki sam jak w protokole. Proszę wpisać zmianę.",
    too_many: "Z tego linku zgłoszono już bardzo wiele uwag. Proszę o kontakt z organizatorem debaty.",
    unknown_part: "Tej części nie ma już w protokole. Proszę wybrać akapit jeszcze raz.",
  } satisfies Record<RemarkRefusal, string>,
};
