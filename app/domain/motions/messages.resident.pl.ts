import { counted, NBSP } from "~/platform/language";

/** The form for residents, its confirmation, and the page behind the code. */
export const form = {
  title: "Zgłoś sprawę",
  crumb: "Zgłoszenie sprawy",
  lead: "Trzy pola, bez konta i bez nazwiska. Numer i kod do sprawdzenia wyniku otrzymają Państwo od razu.",
  text: "Co się dzieje?",
  textHint:
    "Jedno lub dwa zdania wystarczą. Proszę nie podawać nazwisk, numerów mieszkań ani tablic rejestracyjnych innych osób. Najwięcej 2000 znaków.",
  place: "Gdzie?",
  placeHint: "Na przykład ulica, skrzyżowanie albo nazwa miejsca.",
  category: "Czego dotyczy?",
  choose: "Wybierz kategorię",
  more: "Dodaj imię lub kontakt (nieobowiązkowe)",
  name: "Imię",
  email: "E-mail",
  emailHint: "Napiszemy tylko o tej sprawie. Bez adresu też sprawdzą Państwo wynik – numerem i kodem.",
  submit: "Wyślij zgłoszenie",
  preview: "Pokaż podgląd",
  previewed: "To jest podgląd. Zgłoszenie nie zostało jeszcze wysłane.",
  flagged: (kinds: string) =>
    `W treści mogą być dane osoby (${kinds}). Można je usunąć już teraz; jeżeli zostaną, zobaczy je tylko Policja.`,
  privacyBefore: (head: string) => `Administratorem danych jest ${head}.`,
  privacyLink: "Informacja o danych osobowych",
  closedHeading: "Zgłoszenia są zamknięte",
  back: "Wróć na stronę debaty",
  labels: {
    text: "Co się dzieje?",
    place: "Gdzie?",
    category: "Czego dotyczy?",
    authorEmail: "E-mail",
    authorName: "Imię",
  },
};

export const views = {
  title: "Kto co zobaczy",
  public: "Wszyscy – na stronie",
  police: "Policja – organizator",
  body: "Instytucja właściwa",
  text: "Treść",
  placeAndCategory: "Miejsce i kategoria",
  name: "Imię",
  email: "E-mail",
  afterCheck: "po sprawdzeniu przez Policję",
  asWritten: "cała, tak jak napisano",
  yes: "tak",
  ifGiven: "tak, jeżeli podano",
  hidden: "nie widać",
  never: "nie zobaczą",
};

export const done = {
  title: "Zgłoszenie przyjęte",
  badge: "Zapisano",
  heading: "Dziękujemy, sprawa jest zapisana",
  lead: "Proszę zachować numer i kod – to jedyny sposób, żeby sprawdzić wynik. Nie potrzeba konta.",
  ticket: "Potwierdzenie zgłoszenia",
  number: "Numer zgłoszenia",
  code: "Kod prywatny",
  matter: "Sprawa",
  savedAt: "Zapisano",
  page: "Strona zgłoszenia:",
  qr: "Kod QR: strona Państwa zgłoszenia",
  open: "Otwórz stronę zgłoszenia",
  print: `Można też wydrukować tę stronę (Ctrl${NBSP}+${NBSP}P) albo zrobić jej zdjęcie.`,
  next: "Co będzie dalej",
  check: "Sprawdzimy treść",
  checkText: "Usuniemy dane osób, jeżeli się w niej znalazły.",
  discuss: "Omówimy sprawę na debacie",
  decide: "Wskażemy, kto się nią zajmie i do kiedy",
  decideText: "Wynik będzie na stronie zgłoszenia i w protokole.",
};

export const own = {
  expired:
    "Sprawa jest zakończona od ponad roku, więc kod już nie działa. To, co z niej wynikło, jest w „Zgłosiliście – zrobiliśmy”.",
  title: (number: string) => `Zgłoszenie ${number}`,
  meta: (place: string, category: string, day: string) =>
    [place, category, `zgłoszono ${day}`].filter(Boolean).join(" · "),
  askedBy: (n: number) => (n > 1 ? `zgłosiło: ${counted(n, "person")}` : ""),
  settled: "Co ustalono",
  history: "Historia",
  yourWords: "Treść zgłoszenia",
  publicWords: "Treść na stronie",
  confirmation: "Potwierdzenie do wydruku",
  reason: "Powód zwrotu",
  returned: "Sprawę można zgłosić ponownie, z uzupełnioną treścią.",
  resubmit: "Zgłoś ponownie",
  checking: "Sprawdzamy treść. Wynik pojawi się na tej stronie.",
  waiting: "Sprawa jest przyjęta. Wskażemy, kto się nią zajmie i do kiedy.",
  secret:
    "Sprawę prowadzą właściwe komórki Policji. Ze względu na jej charakter nie będzie omawiana publicznie i nie ma jej na żadnej liście.",
  merged: (number: string) =>
    `Sprawa dotyczy tego samego co zgłoszenie ${number}. Połączyliśmy je – numer i kod pozostają ważne, a wynik jest poniżej.`,
  mergedHidden: "Sprawę połączono z innym zgłoszeniem i razem z nim jest prowadzona.",
  referred: (body: string) => `Sprawę przekazano instytucji właściwej: ${body}. Poproszono o odpowiedź.`,
  toBeReferred: (body: string) => `Ustalono, że sprawa zostanie przekazana instytucji właściwej: ${body}.`,
  task: "Z tej sprawy powstało zadanie z wykonawcą i terminem.",
  answered: "Na sprawę odpowiedziano na debacie.",
  outOfScope: "Sprawa wykracza poza zakres debaty.",
  tracker: "Zobacz historię sprawy",
  answeredBy: (who: string) => `Odpowiedź: ${who}.`,
  moments: {
    online: "Zgłoszono przez internet",
    hall: "Zapisano na sali",
    paper: "Zapisano z kartki",
    staff: "Wpisano przez pracownika",
    admitted: "Przyjęto do omówienia",
    returned: "Zwrócono z podaniem powodu",
    merged: "Połączono z innym zgłoszeniem",
    answered_on_spot: "Odpowiedziano na debacie",
    referred: "Przekazano instytucji właściwej",
    to_be_referred: "Ustalono, komu sprawa zostanie przekazana",
    task: "Wyznaczono zadanie",
    out_of_scope: "Uznano za sprawę spoza zakresu debaty",
    police_only: "Przekazano do prowadzenia Policji",
    settled: "Zapisano wynik",
  },
};

export const enter = {
  title: "Sprawdź zgłoszenie",
  lead: "Kod jest na potwierdzeniu, pod numerem zgłoszenia.",
  code: "Kod zgłoszenia",
  codeHint: "12 znaków, na przykład K7RM-4TQP-92XA. Wielkość liter i odstępy nie mają znaczenia.",
  open: "Otwórz zgłoszenie",
};
