import { quoted } from "~/platform/language";

/** Words of the two pages that the law asks for. Long, so they have a file of their own. */
export const accessibility = {
  title: "Deklaracja dostępności",
  about: "Stan zgodności strony z\u00a0ustawą o\u00a0dostępności cyfrowej i\u00a0to, jak zgłosić problem.",
  commitment:
    "zapewnia dostępność swojej strony internetowej zgodnie z\u00a0ustawą z\u00a0dnia 4\u00a0kwietnia 2019\u00a0r. o\u00a0dostępności cyfrowej stron internetowych i\u00a0aplikacji mobilnych podmiotów publicznych.",
  site: "Deklaracja dotyczy strony",
  published: "Data publikacji strony internetowej:",
  updated: "Data ostatniej istotnej aktualizacji:",
  state: "Stan zgodności z\u00a0ustawą",
  states: {
    full: "Strona internetowa jest zgodna z\u00a0ustawą o\u00a0dostępności cyfrowej.",
    partly:
      "Strona internetowa jest częściowo zgodna z\u00a0ustawą o\u00a0dostępności cyfrowej z\u00a0powodów podanych niżej.",
    untested:
      "Stronę zaprojektowano według wytycznych WCAG 2.2 na poziomie AA. Jednostka nie przeprowadziła jeszcze własnego badania zgodności, dlatego nie podaje jego wyniku.",
  },
  gaps: "Treści niedostępne i\u00a0wyłączenia",
  prepared: "Przygotowanie deklaracji",
  preparedOn: "Deklarację sporządzono dnia:",
  reviewedOn: "Ostatni przegląd deklaracji:",
  bySelf: "Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.",
  notReviewed: "Jednostka nie podała jeszcze daty przeglądu deklaracji.",
  keyboard: "Skróty klawiaturowe i\u00a0korzystanie ze strony",
  howItems: [
    "Na stronie można używać standardowych skrótów klawiaturowych przeglądarki; własnych skrótów nie ma.",
    "Strona działa bez JavaScriptu i\u00a0na telefonie.",
    "Wszystkie działania można wykonać za pomocą klawiatury; pierwszy odnośnik prowadzi do treści.",
    "Treść można powiększyć do 400%, bez przewijania w\u00a0bok.",
    "Protokół jest stroną internetową; plik PDF zawiera tę samą treść.",
  ],
  contact: "Informacje zwrotne i\u00a0dane kontaktowe",
  contactText: "Problem z\u00a0dostępnością strony można zgłosić tu:",
  person: "Za rozpatrywanie uwag i\u00a0żądań odpowiada:",
  phone: "telefonicznie",
  email: "e-mailem",
  letter: "pisemnie",
  noContact: "Jednostka nie podała jeszcze danych do kontaktu.",
  request: "Obsługa żądań i\u00a0skarg",
  requestText: [
    "Każdy ma prawo zażądać zapewnienia dostępności cyfrowej strony lub jej części albo udostępnienia informacji w\u00a0inny sposób, na przykład przez odczytanie dokumentu przez telefon.",
    "W\u00a0żądaniu proszę podać swoje dane kontaktowe, stronę, której ono dotyczy, i\u00a0dogodny sposób udostępnienia informacji.",
    "Jednostka odpowie niezwłocznie, nie później niż w\u00a0ciągu 7\u00a0dni. Jeżeli to nie będzie możliwe, poda przyczynę i\u00a0nowy termin, nie dłuższy niż 2\u00a0miesiące od dnia żądania.",
    "Jeżeli żądanie nie zostanie spełnione albo jednostka odmówi, można złożyć do niej skargę, a\u00a0potem powiadomić Rzecznika Praw Obywatelskich.",
  ],
  ombudsman: "Strona Rzecznika Praw Obywatelskich",
  apps: "Aplikacje mobilne",
  appsText: "Jednostka nie udostępnia w\u00a0tym serwisie aplikacji mobilnej.",
  place: "Dostępność architektoniczna",
  placeText:
    "Debaty odbywają się w\u00a0różnych miejscach. Przy każdej debacie podajemy, co wiemy o\u00a0dostępności sali: wejście bez schodów, toaletę, pętlę indukcyjną, tłumacza języka migowego. O\u00a0potrzeby można też zapytać, zapisując się na debatę.",
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
    "Osoby, które zamówiły powiadomienia o\u00a0sprawie: adres e-mail, do czasu rezygnacji; adres niepotwierdzony usuwamy po 7\u00a0dniach.",
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
    "Serwis usuwa dane sam, gdy minie czas, który jednostka ustaliła. Protokoły z\u00a0debat są przechowywane tak długo, jak każe wykaz akt jednostki i\u00a0przepisy o\u00a0archiwach.",
  fromDebate: (what: string, months: string) => `${what}: ${months} od zakończenia debaty`,
  fromOwn: (what: string, months: string) => `${what}: ${months}`,
  logs: "Techniczne ślady logowania i\u00a0liczniki żądań (tylko skróty): do godziny",
  rights: "Jakie są prawa",
  rightsItems: [
    "Dostęp do swoich danych i\u00a0ich kopia (art. 15 RODO).",
    "Sprostowanie (art. 16), usunięcie (art. 17) i\u00a0ograniczenie przetwarzania (art. 18). Dokumenty urzędowe, na przykład protokół, zostają.",
    "Sprzeciw z\u00a0przyczyn związanych ze szczególną sytuacją (art. 21).",
    "Skarga do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa.",
  ],
  rightsText: "Wystarczy napisać do jednostki. Odpowiedź przyjdzie w\u00a0ciągu miesiąca (art. 12 ust. 3 RODO).",
  own: "Od jednostki",
  voluntary: "Czy trzeba podać dane",
  voluntaryText:
    "Nie, podanie danych jest dobrowolne: wniosek można zgłosić, a\u00a0na debatę przyjść bez podawania imienia i\u00a0nazwiska. Skarga, wniosek w\u00a0trybie KPA i\u00a0petycja bez imienia, nazwiska i\u00a0adresu pozostają bez rozpoznania. Dane nie są przekazywane poza Europejski Obszar Gospodarczy. Decyzje nie są podejmowane automatycznie i\u00a0nie ma profilowania.",
  cookies: "Pliki cookie",
  cookiesText: (name: string) =>
    `Strony publiczne można czytać bez plików cookie i\u00a0bez śledzenia. Po wysłaniu formularza albo przy głosowaniu na sali serwis zapisuje na kilka godzin jeden plik, konieczny, żeby odróżnić urządzenie od innych w\u00a0tej samej sieci; nie mówi on nic o\u00a0osobie. Po zalogowaniu pracownika serwis używa pliku ${quoted(name)}, koniecznego do utrzymania sesji, i\u00a0pliku, po którym poznaje jego przeglądarkę.`,
};

/** The form of the office for what a unit adds to both pages. */
export const notices = {
  title: "Informacje dla mieszkańców",
  lead: "Obie strony powstają same z\u00a0danych jednostki i\u00a0okresów przechowywania. Tu można je uzupełnić zwykłym tekstem; pusty wiersz rozdziela akapity.",
  fields: {
    privacyNote: "Uzupełnienie informacji o\u00a0danych osobowych",
    accessibilityNote: "Treści niedostępne i\u00a0wyłączenia",
    accessibilityReviewedOn: "Data przeglądu deklaracji dostępności",
  },
  hints: {
    privacyNote: "Na przykład nazwa dostawcy serwisu, z\u00a0którym zawarto umowę powierzenia.",
    accessibilityNote:
      "Co na stronach jednostki nie jest dostępne i\u00a0dlaczego. Puste pole po przeglądzie oznacza pełną zgodność.",
    accessibilityReviewedOn:
      "Dzień ostatniej samooceny, na przykład 24.03.2026. Przegląd jest obowiązkowy co roku do 31\u00a0marca.",
  },
  due: (day: string) => `Następny przegląd deklaracji: do ${day}.`,
  see: "Zobacz stronę:",
  preview: "Podgląd",
  previewTitle: "Podgląd uzupełnień",
  save: "Zapisz",
  saved: "Zapisano.",
  stale: "Ktoś zmienił te teksty, gdy Państwo pisali. Państwa tekst jest w\u00a0formularzu; zapisanie zastąpi tamten.",
  empty: "(brak)",
};
