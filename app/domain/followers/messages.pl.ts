import { counted } from "~/platform/language";
import { opinionEvents } from "./messages.opinions.pl";
import type { ConfirmRefusal } from "./rules";

const people = (many: number) => counted(many, ["osoba", "osoby", "osób"]);

/** „zgłosiło 3, popiera 12”: beside a matter, on its page and in the list. */
export function voicesLine(askedBy: number, supporters: number) {
  const raised = askedBy > 1 ? `zgłosiło: ${people(askedBy)}` : "";
  const support = supporters > 0 ? `popiera: ${people(supporters)}` : "";
  return [raised, support].filter(Boolean).join(", ");
}

/** The form on the page of a matter. */
export const follow = {
  title: "Powiadom mnie, gdy coś się zmieni",
  lead: "Napiszemy najwyżej raz dziennie i tylko o tej sprawie. Adresu nie pokazujemy nikomu; z każdego listu można się wypisać jednym kliknięciem.",
  email: "E-mail",
  supports: "Mnie też to dotyczy",
  supportsHint: "Na stronie zobaczą Państwo tylko liczbę osób.",
  submit: "Powiadom mnie",
  privacyBefore: "Co robimy z adresem i jak długo go mamy:",
  privacyLink: "informacja o danych osobowych",
  sentTitle: "Proszę sprawdzić pocztę",
  sent: "Jeżeli na ten adres można pisać, za chwilę przyjdzie list z przyciskiem do potwierdzenia. Bez potwierdzenia nic więcej nie wyślemy.",
  emailMissing: "Proszę podać adres e-mail, na który mamy pisać.",
  tooMany: (minutes: number) =>
    `Z tej sieci przyszło w krótkim czasie bardzo dużo próśb. Proszę spróbować za ${counted(minutes, ["minutę", "minuty", "minut"])}.`,
  labels: { email: "E-mail" },
};

/** The page behind the link of a letter. */
export const page = {
  title: "Powiadomienia o sprawie",
  matter: (number: string) => `Zgłoszenie ${number}`,
  confirmTitle: "Potwierdzić powiadomienia?",
  confirmLead: "Napiszemy, gdy w tej sprawie coś się zmieni: najwyżej raz dziennie.",
  confirm: "Potwierdzam",
  notMe: "To nie ja – usuń mój adres",
  following: "Powiadomienia są włączone",
  supports: "Mnie też to dotyczy",
  supportsHint: "Na stronie sprawy widać tylko liczbę takich osób.",
  isAuthor: "Liczymy Państwa wśród osób, które zgłosiły tę sprawę.",
  save: "Zapisz",
  saved: "Zapisano.",
  stepMissing: "Proszę użyć jednego z\u00a0przycisków na stronie.",
  end: "Wypisz mnie",
  endLead: "Usuniemy adres e-mail i nie napiszemy już o tej sprawie.",
  endTitle: "Rezygnacja",
  ended: "Powiadomienia są wyłączone",
  endedLead: "Adres e-mail został usunięty. Nie napiszemy już o tej sprawie.",
  again: "Powiadomienia można zamówić ponownie na stronie sprawy.",
  thread: "Zobacz historię sprawy",
  hidden: "Tej sprawy nie ma już na publicznej stronie, więc nie będzie o niej wiadomości.",
  refusals: {
    ended: "Powiadomienia zostały już wyłączone, a adres usunięty. Można je zamówić ponownie na stronie sprawy.",
  } satisfies Record<ConfirmRefusal, string>,
};

/** Never an address; the history says only that somebody has followed. */
export const eventMessages: Record<string, (data: Record<string, unknown>) => string> = {
  ...opinionEvents,
  follow_requested: ({ number }) => `Poproszono o powiadomienia o wniosku ${number}`,
  follow_confirmed: ({ number }) => `Włączono powiadomienia o wniosku ${number}`,
  follow_ended: ({ number }) => `Wyłączono powiadomienia o wniosku ${number}`,
  followers_waiting: ({ number }) => `Zmiana we wniosku ${number} czeka na list do obserwujących`,
  followers_told: ({ number, many }) => `Powiadomiono obserwujących wniosek ${number} (${people(Number(many ?? 0))})`,
  support_changed: ({ number }) => `Zmieniło się poparcie wniosku ${number}`,
};
