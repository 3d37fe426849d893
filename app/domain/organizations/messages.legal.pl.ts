import { quoted } from "~/platform/language";

/** Words of the two pages that the law asks for. Long, so they have a file of their own. */
export const accessibility = {
  title: "Deklaracja dostępności",
  commitment: (unit: string) =>
    `${unit} zapewnia dostępność tej strony internetowej zgodnie z\u00a0ustawą z\u00a0dnia 4\u00a0kwietnia 2019\u00a0r. o\u00a0dostępności cyfrowej stron internetowych i\u00a0aplikacji mobilnych podmiotów publicznych.`,
  site: (address: string) => `Deklaracja dotyczy strony ${address}.`,
  state: "Stan zgodności",
  stateText:
    "Stronę zaprojektowano według wytycznych WCAG 2.2 na poziomie AA. Jednostka nie przeprowadziła jeszcze własnego badania zgodności, dlatego nie podaje jego wyniku.",
  how: "Jak korzystać ze strony",
  howItems: [
    "Strona działa bez JavaScriptu i\u00a0na telefonie.",
    "Wszystkie działania można wykonać za pomocą klawiatury; pierwszy odnośnik prowadzi do treści.",
    "Treść można powiększyć do 400%, bez przewijania w\u00a0bok.",
    "Protokół jest stroną internetową; plik PDF zawiera tę samą treść.",
  ],
  contact: "Kontakt i\u00a0informacja zwrotna",
  contactText: "Problem z\u00a0dostępnością strony można zgłosić:",
  phone: "telefonicznie",
  email: "e-mailem",
  letter: "pisemnie",
  noContact: "Jednostka nie podała jeszcze danych do kontaktu.",
  request: "Żądanie zapewnienia dostępności",
  requestText: [
    "Każdy ma prawo zażądać zapewnienia dostępności cyfrowej strony lub jej części albo udostępnienia informacji w\u00a0inny sposób, na przykład przez odczytanie dokumentu przez telefon.",
    "W\u00a0żądaniu proszę podać swoje dane kontaktowe, stronę, której ono dotyczy, i\u00a0dogodny sposób udostępnienia informacji.",
    "Jednostka odpowie niezwłocznie, nie później niż w\u00a0ciągu 7\u00a0dni. Jeżeli to nie będzie możliwe, poda przyczynę i\u00a0nowy termin, nie dłuższy niż 2\u00a0miesiące od dnia żądania.",
  ],
  complaint: "Skarga",
  complaintText:
    "Jeżeli żądanie nie zostanie spełnione albo jednostka odmówi, można złożyć do niej skargę, a\u00a0potem powiadomić Rzecznika Praw Obywatelskich.",
  place: "Dostępność miejsca debaty",
  placeText:
    "Przy każdej debacie podajemy, co wiemy o\u00a0dostępności sali: wejście bez schodów, toaletę, pętlę indukcyjną, tłumacza języka migowego. O\u00a0potrzeby można też zapytać, zapisując się na debatę.",
};

type PrivacyUnit = { name: string; headOffice: string };
const controller = ({ name, headOffice }: PrivacyUnit) => (headOffice ? `${headOffice} (${name})` : name);

export const privacy = {
  title: "Informacja o\u00a0danych osobowych",
  lead: "Informacja zgodna z\u00a0art. 13 i\u00a014 rozporządzenia (UE) 2016/679 (RODO).",
  controller: "Kto jest administratorem danych",
  controllerText: (unit: PrivacyUnit) => `Administratorem danych jest ${controller(unit)}.`,
  contact: "Kontakt:",
  officer: "Inspektor ochrony danych:",
  noOfficer: "Jednostka nie podała jeszcze danych inspektora ochrony danych. Proszę pisać na adres jednostki.",
  purposes: "Po co i\u00a0na jakiej podstawie",
  purposeItems: [
    "Przygotowanie i\u00a0przeprowadzenie debaty: zaproszenia, odpowiedzi, zapisy mieszkańców, wnioski i\u00a0protokół\u00a0– zadanie realizowane w\u00a0interesie publicznym (art. 6 ust. 1 lit. e RODO).",
    "Rozpatrzenie skargi, wniosku lub petycji, jeżeli zgłoszenie nią jest\u00a0– obowiązek prawny (art. 6 ust. 1 lit. c RODO).",
    "Informacje o\u00a0możliwych przestępstwach są przetwarzane osobno, na podstawie ustawy z\u00a0dnia 14\u00a0grudnia 2018\u00a0r. o\u00a0ochronie danych osobowych przetwarzanych w\u00a0związku z\u00a0zapobieganiem i\u00a0zwalczaniem przestępczości.",
  ],
  data: "Jakie dane",
  dataItems: [
    "Zaproszeni: imię i\u00a0nazwisko, stanowisko, instytucja, adres e-mail, telefon, odpowiedź na zaproszenie, obecność.",
    "Mieszkańcy, którzy rezerwują miejsce: imię i\u00a0nazwisko, adres e-mail i\u00a0potrzeby, jeżeli je podano.",
    "Mieszkańcy, którzy zgłaszają wniosek: treść i\u00a0miejsce sprawy; imię i\u00a0nazwisko oraz adres e-mail tylko wtedy, gdy je podano.",
  ],
  public: "Co jest publiczne",
  publicText:
    "Imię i\u00a0nazwisko osoby, która zgłasza wniosek, nie jest publikowane ani przekazywane innym instytucjom. Przed publikacją wniosek czyta pracownik jednostki, który usuwa z\u00a0niego dane osób.",
  recipients: "Komu dane są przekazywane",
  recipientItems: [
    "Instytucji właściwej dla sprawy (na przykład gminie, zarządcy drogi): treść wniosku bez danych zgłaszającego, chyba że zgłaszający się na to zgodzi.",
    "Dostawcy, który prowadzi ten serwis na zlecenie jednostki, na podstawie umowy powierzenia (art. 28 RODO), jeżeli jednostka nie prowadzi go sama.",
  ],
  retention: "Jak długo",
  retentionText:
    "Dane są przechowywane przez czas wynikający z\u00a0przepisów o\u00a0archiwach i\u00a0z\u00a0instrukcji kancelaryjnej jednostki. O\u00a0szczegóły można zapytać administratora.",
  rights: "Jakie są prawa",
  rightsText:
    "Każdy może żądać dostępu do swoich danych, ich sprostowania, usunięcia lub ograniczenia przetwarzania oraz wnieść sprzeciw, w\u00a0zakresie przewidzianym w\u00a0RODO. Można też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
  voluntary: "Czy trzeba podać dane",
  voluntaryText:
    "Nie. Wniosek można zgłosić bez podawania imienia i\u00a0nazwiska. Decyzje nie są podejmowane automatycznie i\u00a0nie ma profilowania.",
  cookies: "Pliki cookie",
  cookiesText: (name: string) =>
    `Strony publiczne nie zapisują plików cookie i\u00a0nie śledzą. Po zalogowaniu pracownika serwis używa jednego pliku ${quoted(name)}, koniecznego do utrzymania sesji.`,
};
