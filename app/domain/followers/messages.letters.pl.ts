/** Letters to people who follow a matter. */
export const letters = {
  salutation: "Szanowni Państwo,",
  number: "Numer zgłoszenia",
  place: "Miejsce",
  words: "Sprawa",
  open: "Otwórz stronę powiadomień",
  confirmSubject: (number: string) => `Proszę potwierdzić powiadomienia o sprawie ${number}`,
  confirmOpening: (number: string) =>
    `na ten adres zamówiono powiadomienia o sprawie ${number} zgłoszonej na debatę społeczną. Prosimy o potwierdzenie, że to Państwa prośba.`,
  confirmAction: "Przejdź do potwierdzenia",
  confirmElse:
    "Jeżeli to pomyłka, nie trzeba nic robić: bez potwierdzenia nie wyślemy żadnych powiadomień, a po 7 dniach usuniemy ten adres.",
  confirmFooter:
    "Piszemy, bo ktoś podał ten adres na stronie sprawy. Adres nie jest publiczny i nie dostaje go żadna instytucja.",
  againSubject: (number: string) => `Powiadomienia o sprawie ${number} są włączone`,
  againOpening: (number: string) =>
    `na ten adres ponownie zamówiono powiadomienia o sprawie ${number}. Są już włączone. Pod tym linkiem można je sprawdzić albo wyłączyć.`,
  newsSubject: (number: string) => `Zmiana w sprawie ${number}`,
  newsOpening: (number: string) => `w sprawie ${number}, którą Państwo obserwują, coś się zmieniło.`,
  news: ({ day, title, who, note }: { day: string; title: string; who: string; note: string }) =>
    `${day} – ${title} (${who})${note ? `. ${note}` : ""}`,
  now: "Stan na dziś",
  owner: "Kto się tym zajmuje",
  thread: "Zobacz historię sprawy",
  settings: "Powiadomienia i rezygnacja",
  askSubject: (number: string) => `Czy sprawa ${number} jest załatwiona?`,
  askOpening: (number: string) =>
    `zadania w sprawie ${number} zostały zgłoszone jako wykonane. Chcemy wiedzieć, czy rzeczywiście tak jest. Pytamy raz; odpowiedź zajmuje chwilę i nie wymaga konta.`,
  said: "Według podmiotu",
  askAction: "Odpowiedz: tak, częściowo albo jeszcze nie",
  askElse:
    "Odpowiedzi pokazujemy publicznie tylko jako liczby, obok stanowiska podmiotu, gdy odpowiedzą co najmniej dwie osoby. Link jest prywatny – prosimy go nie przekazywać.",
  askAuthorFooter: "Piszemy, bo zgłosili Państwo tę sprawę i podali adres. Adres nie jest publiczny.",
  footer: "Piszemy, bo potwierdzili Państwo powiadomienia o tej sprawie. Wypisać można się jednym kliknięciem.",
  questions: (phone: string) =>
    phone ? `Pytania: tel. ${phone}. W sprawach pilnych: 112.` : "W sprawach pilnych: 112.",
};
