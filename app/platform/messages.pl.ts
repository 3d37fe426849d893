import { counted } from "./language";

const MINUTES: [string, string, string] = ["minutę", "minuty", "minut"];

/** What is said before any room is reached. */
export const messages = {
  notFound: "Nie ma takiej strony.",
  unexpected: "Coś się nie udało. Proszę spróbować ponownie za chwilę.",
  foreignHost: "Nieznany adres serwera.",
  foreignForm: "Formularz wysłano spoza tej strony. Proszę otworzyć stronę ponownie i wysłać go jeszcze raz.",
  lengthRequired: "Brak długości treści.",
  fileTooLong: "Plik jest za duży. Proszę wrócić do formularza i wybrać mniejszy, najwyżej 12 MB.",
  tooLong: "Wysłana treść jest za długa. Proszę wrócić do formularza, skrócić tekst i wysłać ponownie.",
  tooMany:
    "Z tej sieci wysłano w krótkim czasie bardzo dużo formularzy. Proszę wrócić do formularza przyciskiem „Wstecz” i wysłać go ponownie za minutę.",
  tooManyKeys: "Z tej sieci otwierano w krótkim czasie bardzo dużo błędnych linków. Proszę spróbować za minutę.",
  crowded: "Serwis obsługuje teraz bardzo dużo osób. Proszę odświeżyć stronę za kilka sekund.",
  malformed: "Nie udało się odczytać zapytania. Proszę otworzyć stronę ponownie.",
  headersTooLong:
    "Zapytanie jest za długie. Proszę usunąć w przeglądarce pliki cookie tej strony i otworzyć ją ponownie.",
  addressTooLong: "Adres strony jest za długi. Proszę skrócić szukany tekst.",
  tooSlow: "Wysyłanie trwało za długo i zostało przerwane. Proszę spróbować ponownie, najlepiej przy lepszym zasięgu.",
  packed: "Wysłano treść w postaci, której serwis nie przyjmuje.",
  flood: (minutes: number) =>
    `Z tego urządzenia lub z tej sieci wysłano w krótkim czasie bardzo dużo formularzy. Tekst został zachowany – proszę wysłać go ponownie za ${counted(minutes, MINUTES)}.`,
  addressFull:
    "Na ten adres wysłaliśmy dziś już tyle wiadomości, ile wolno jednego dnia. Proszę podać inny adres albo zostawić to pole puste – formularz można wysłać bez adresu.",
  unreadableForm: "Nie udało się odczytać formularza. Proszę wrócić i wysłać go ponownie.",
  unreadableField: "Nie udało się odczytać tego pola. Proszę wypełnić je ponownie.",
  busy: "Serwis jest chwilowo zajęty. Nic nie zostało zapisane – proszę wysłać formularz ponownie za chwilę.",
};
