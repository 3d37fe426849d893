/** What is said before any room is reached. */
export const messages = {
  notFound: "Nie ma takiej strony.",
  unexpected: "Coś się nie udało. Proszę spróbować ponownie za chwilę.",
  foreignHost: "Nieznany adres serwera.",
  foreignForm: "Formularz wysłano spoza tej strony. Proszę otworzyć stronę ponownie i wysłać go jeszcze raz.",
  lengthRequired: "Brak długości treści.",
  tooLong: "Wysłana treść jest za długa. Proszę wrócić do formularza, skrócić tekst i wysłać ponownie.",
  tooMany: "Za dużo wysłanych formularzy w krótkim czasie. Proszę spróbować ponownie za minutę.",
  unreadableForm: "Nie udało się odczytać formularza. Proszę wrócić i wysłać go ponownie.",
  unreadableField: "Nie udało się odczytać tego pola. Proszę wypełnić je ponownie.",
  busy: "Serwis jest chwilowo zajęty. Nic nie zostało zapisane – proszę wysłać formularz ponownie za chwilę.",
};
