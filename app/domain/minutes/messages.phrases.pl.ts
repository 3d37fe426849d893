/** What a unit has until it changes something, in the order of an evening. */
export const DEFAULT_PHRASES: readonly { title: string; text: string }[] = [
  {
    title: "Otwarcie debaty",
    text: "Debatę otwarto o godz. {godzina}. Przewodniczy: {przewodniczący}. Uczestników powitano, przedstawiono cel i porządek spotkania.",
  },
  {
    title: "Obecni przedstawiciele instytucji",
    text: "W debacie uczestniczyli przedstawiciele instytucji zgodnie z listą obecności, która stanowi załącznik do protokołu.",
  },
  {
    title: "Liczba uczestników",
    text: "W debacie wzięło udział {liczba:uczestnik|uczestników|uczestników}, w tym {liczba:mieszkaniec|mieszkańców|mieszkańców}.",
  },
  {
    title: "W zastępstwie",
    text: "W zastępstwie: {funkcja zastępowana} – uczestniczy {stopień} {imię i nazwisko}, {funkcja}.",
  },
  { title: "Prowadzenie", text: "Dyskusję prowadzi {moderator}. Zasady zabierania głosu omówiono na wstępie." },
  {
    title: "Wystąpienie",
    text: "Wystąpienie: {stopień} {imię i nazwisko}, {funkcja}. Przedstawiono {zagadnienie}.",
  },
  { title: "Stan bezpieczeństwa", text: "Przedstawiono stan bezpieczeństwa na terenie: {teren}, za okres {okres}." },
  {
    title: "Krajowa Mapa Zagrożeń Bezpieczeństwa",
    text: "Omówiono działanie Krajowej Mapy Zagrożeń Bezpieczeństwa oraz aplikacji „Moja Komenda” i zachęcono do korzystania z nich.",
  },
  {
    title: "Realizacja wniosków z poprzedniej debaty",
    text: "Przedstawiono realizację wniosków zgłoszonych podczas debaty nr {numer poprzedniej debaty}. Uczestnicy nie wnieśli uwag.",
  },
  { title: "Głos w dyskusji", text: "W dyskusji podniesiono sprawę: {sprawa}. Odpowiada: {funkcja}." },
  { title: "Zgłoszone wnioski", text: "Podczas debaty zgłoszono {liczba:wniosek|wnioski|wniosków}." },
  { title: "Brak wniosków", text: "W tym punkcie nie zgłoszono wniosków." },
  {
    title: "Wniosek przyjęto",
    text: "Wniosek nr {numer wniosku} przyjęto do realizacji. Realizuje: {instytucja}, termin: {termin}.",
  },
  {
    title: "Przekazanie według właściwości",
    text: "Wniosek nr {numer wniosku} zostanie przekazany według właściwości: {instytucja}. O przekazaniu zostanie zawiadomiony wnioskodawca.",
  },
  {
    title: "Odpowiedziano na debacie",
    text: "Na pytanie dotyczące: {sprawa} – odpowiedziano podczas debaty. Sprawa nie wymaga dalszych działań.",
  },
  {
    title: "Poza zakresem debaty",
    text: "Sprawa nie mieści się w zakresie debaty. Wskazano właściwą instytucję: {instytucja}.",
  },
  {
    title: "Wniosek ustnie do protokołu",
    text: "{imię i nazwisko}, zam. {adres}, zgłasza ustnie do protokołu wniosek: {treść wniosku}. Przyjmujący: {stopień} {imię i nazwisko przyjmującego}.",
  },
  {
    title: "Głosowanie",
    text: "Przeprowadzono głosowanie w sprawie: {sprawa}. Za: {za}, przeciw: {przeciw}, wstrzymało się: {wstrzymało się}.",
  },
  { title: "Przerwa", text: "Ogłoszono przerwę od godz. {godzina przerwy} do godz. {godzina wznowienia}." },
  {
    title: "Ankieta",
    text: "Uczestnikom rozdano anonimową ankietę. Zwrócono {liczba:ankietę|ankiety|ankiet}.",
  },
  { title: "Zadania", text: "W wyniku debaty wyznaczono {liczba:zadanie|zadania|zadań}. Wykaz zawiera tabela." },
  { title: "Termin debaty ewaluacyjnej", text: "Debatę ewaluacyjną zaplanowano na {data debaty ewaluacyjnej}." },
  {
    title: "Zakończenie",
    text: "Debatę podsumowano, a uczestnikom podziękowano za udział. Spotkanie zamknięto o godz. {godzina zakończenia}. Przewodniczy: {przewodniczący}.",
  },
];

/** Names of places that the debate itself fills. */
export const PLACES = [
  "przewodniczący",
  "moderator",
  "protokolant",
  "numer",
  "temat",
  "data",
  "godzina",
  "godzina zakończenia",
  "miejsce",
  "jednostka",
  "numer poprzedniej debaty",
  "data debaty ewaluacyjnej",
] as const;

export const phrases = {
  insert: "Wstaw frazę",
  library: "Biblioteka fraz",
  search: "Szukaj frazy",
  searchFor: (title: string) => `Szukaj frazy dla części: ${title}`,
  choose: (title: string) => `Fraza do części: ${title}`,
  list: "Frazy",
  none: "Żadna fraza nie pasuje. Esc wraca do tekstu.",
  how: "Strzałki wybierają, Enter wstawia, Esc wraca do tekstu.",

  title: "Biblioteka fraz",
  lead: "Zdania, które protokolanci wstawiają w protokole: klawiszem „/” na początku zdania, skrótem Ctrl + spacja albo przyciskiem.",
  about: {
    title: "Pola w nawiasach",
    known: "Te pola wypełnia sama debata:",
    counts: "Liczby z formami rzeczownika piszą się tak:",
    example: "{liczba:wniosek|wnioski|wniosków}",
    counted:
      "Debata zna liczbę: wniosek, zadanie, uczestnik, mieszkaniec. Inne liczby wpisuje protokolant, forma dobiera się sama.",
    others:
      "Każde inne pole, na przykład {funkcja}, zostaje w tekście do wypełnienia. Sprawdzenie protokołu o nim przypomni.",
  },
  fields: { title: "Nazwa", text: "Treść" },
  taken: "Fraza o tej nazwie już jest. Proszę wybrać inną nazwę.",
  titleMissing: "Proszę podać nazwę frazy.",
  textMissing: "Proszę wpisać treść frazy.",
  tooMany: "Biblioteka ma już 200 fraz. Proszę najpierw usunąć którąś z nich.",
  gone: "Tej frazy już nie ma. Ktoś ją usunął.",
  stale: "Ktoś zmienił tę frazę wcześniej. Państwa tekst pozostał w polach.",
  add: "Dodaj frazę",
  change: "Zmień",
  changing: (title: string) => `Zmień frazę: ${title}`,
  save: "Zapisz frazę",
  remove: "Usuń frazę",
  up: (title: string) => `Przesuń wyżej: ${title}`,
  down: (title: string) => `Przesuń niżej: ${title}`,
  back: "Wróć do listy",
  saved: "Zapisano.",
  defaults: "To zdania początkowe. Po pierwszej zmianie stają się własną biblioteką jednostki.",
};
