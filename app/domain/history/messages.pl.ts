import type { MailStatus } from "~db/vocabulary";

export const mailStatuses = {
  queued: "W\u00a0kolejce",
  sent: "Wysłano",
  kept: "Do odczytania tutaj",
  failed: "Nie doręczono",
} satisfies Record<MailStatus, string>;

export const messages = {
  title: "Skrzynka nadawcza",
  retried: "Wiadomość wróciła do kolejki.",
  notFailed: "Ta wiadomość nie czeka na ponowną próbę: została wysłana albo jest już w\u00a0kolejce.",
  retry: "Wyślij ponownie",
  keptNote:
    "Serwer poczty nie jest skonfigurowany, więc wiadomości nie wychodzą na zewnątrz. Można je tu otworzyć i\u00a0użyć linków, które zawierają.",
  caption: "Wiadomości jednostki",
  columns: { recipient: "Adresat", subject: "Temat", status: "Stan", when: "Kiedy" },
  filter: "Filtr wiadomości",
  all: "wszystkie",
  empty: "Nie ma wiadomości",
  emptyText: "Tu pojawi się każdy list, który wychodzi z\u00a0serwisu: zaproszenia, przypomnienia, zawiadomienia.",
  emptyFiltered: "Żadna wiadomość nie ma tego stanu.",
  older: "Starsze",
  newest: "Najnowsze",
  to: "Do",
  subject: "Temat",
  created: "Utworzono",
  sent: "Wysłano",
  kept: "Zachowano",
  attempts: "Liczba prób",
  nextAttempt: "Następna próba",
  attachment: "Załącznik",
  calendar: "wpis do kalendarza (debata.ics)",
  body: "Treść wiadomości",
  masked: "[link osobisty, znany tylko adresatowi]",
  maskedNote: "Linki osobiste zna tylko adresat, dlatego nie są tu pokazane.",
};

/** Why the mail server did not take a letter; the code helps whoever runs the server. */
export function failureText(failure: string) {
  if (/^5\d\d$/.test(failure))
    return `Serwer poczty odmówił przyjęcia wiadomości (kod ${failure}). Proszę sprawdzić adres.`;
  if (/^4\d\d$/.test(failure)) return `Serwer poczty prosi o\u00a0ponowienie próby później (kod ${failure}).`;
  return `Nie udało się połączyć z\u00a0serwerem poczty (${failure}).`;
}

export const eventMessages: Record<string, () => string> = {
  message_retried: () => "Ponowiono wysyłkę wiadomości",
  retention_revised: () => "Zmieniono okresy przechowywania danych",
  retention_done: () => "Usunięto dane osobowe po upływie okresu przechowywania",
  legal_pages_revised: () => "Zmieniono informacje dla mieszkańców",
  person_erased: () => "Usunięto dane osoby na jej żądanie",
};
