import { counted, NBSP } from "~/platform/language";
import type { BodyForm } from "./schema";

export const labels = {
  kind: "Rodzaj",
  name: "Nazwa instytucji",
  area: "Obszar działania",
  address: "Adres",
  email: "E-mail",
  phone: "Telefon",
  note: "Notatka",
  title: "Stanowisko",
  salutationMale: "Zwrot do mężczyzny",
  salutationFemale: "Zwrot do kobiety",
  personId: "Osoba z katalogu",
  personName: "Imię i nazwisko",
  rank: "Stopień lub tytuł",
  gender: "Zwracać się do tej osoby jak do",
  salutation: "Własny zwrot",
  personEmail: "E-mail osoby",
  personPhone: "Telefon osoby",
  startsOn: "Początek kadencji",
  endsOn: "Ostatni dzień kadencji",
};

/** In the forms of a person the field `name` is hers. */
export const personLabels = { ...labels, name: labels.personName };

export const hints = {
  area: "Na przykład gmina Wierzbinów, osiedla Południe i Górnicze",
  salutation: "Puste pole: zwrot stanowiska. Na przykład Szanowna Pani Doktor.",
  salutations: "Puste pole: podpowiemy zwrot z nazwy stanowiska.",
  rank: "Na przykład podinsp. albo dr",
  email: "Tu przyjdą zaproszenia, jeżeli osoba nie ma własnego adresu.",
};

export const pages = {
  title: "Katalog instytucji i osób",
  sub: (bodies: number, people: number) => `${counted(bodies, "body")}, ${counted(people, "person")}`,
  add: "Dodaj",
  filterLabel: "Szukaj w katalogu",
  search: "Szukaj",
  searchHint: "Nazwa, stanowisko albo nazwisko",
  allKinds: "Wszystkie",
  archived: "Archiwum",
  which: "Zakres",
  current: "Czynne",
  caption: "Katalog",
  columns: {
    body: "Instytucja",
    office: "Funkcja",
    person: "Osoba",
    salutation: "Zwrot w zaproszeniu",
    term: "Kadencja",
    contact: "Kontakt",
    actions: "Działania",
  },
  since: (date: string) => `od${NBSP}${date}`,
  period: (from: string, to: string) => `${from} – ${to}`,
  vacant: "nieobsadzone",
  noContact: "brak – list",
  tooMany: (most: number) => `Pokazujemy pierwsze ${most} wierszy. Proszę zawęzić wyszukiwanie.`,
  empty: {
    title: "Katalog jest pusty",
    text: "Tu będą urzędy, służby, szkoły i spółdzielnie, które zaprasza się na debaty i które wykonują zadania.",
    action: "Dodaj pierwszą instytucję",
  },
  nothing: {
    title: "Nic nie znaleziono",
    text: "Żadna instytucja ani osoba nie pasuje do tych warunków.",
    action: "Pokaż wszystkie",
  },
};

export const newBody = {
  title: "Nowa instytucja",
  body: "Instytucja",
  office: "Stanowisko i osoba",
  officeHint: "Można dodać teraz albo później.",
  submit: "Dodaj do katalogu",
  back: "Wróć bez zapisu",
};

export const bodyPage = {
  crumb: "Katalog",
  archived: "W archiwum",
  edit: "Zmień dane",
  addOffice: "Dodaj stanowisko",
  offices: "Stanowiska i osoby",
  noOffices: {
    title: "Nie ma jeszcze stanowisk",
    text: "Zaprasza się stanowisko: burmistrza, dyrektora, komendanta. Osoba może się zmienić, stanowisko zostaje.",
  },
  history: "Kadencje",
  noHistory: "Nikt nie zajmował jeszcze żadnego stanowiska.",
  data: "Dane",
  appoint: "Nowa osoba",
  revisePerson: "Popraw osobę",
  reviseOffice: "Popraw stanowisko",
  endTerm: "Koniec kadencji",
  until: "do",
  newPerson: "– nowa osoba –",
  cancel: "Zamknij",
  conflict: "Ktoś zapisał zmiany, gdy Państwo pisali. W polach jest Państwa tekst. Proszę porównać i zapisać ponownie.",
  forms: {
    body: { title: "Dane instytucji", submit: "Zapisz dane" },
    office: { title: "Nowe stanowisko", submit: "Dodaj stanowisko" },
    title: { title: "Stanowisko", submit: "Zapisz stanowisko" },
    appoint: { title: "Nowa osoba na stanowisku", submit: "Zapisz początek kadencji" },
    person: { title: "Dane osoby", submit: "Zapisz dane osoby" },
    end: { title: "Koniec kadencji", submit: "Zapisz koniec kadencji" },
    archive: { title: "Do archiwum", submit: "Przenieś do archiwum" },
    restore: { title: "Z archiwum", submit: "Przywróć instytucję" },
    desk: { title: "Link instytucji", submit: "Unieważnij link" },
  } satisfies Record<BodyForm, { title: string; submit: string }>,
  explain: {
    appoint: "Dotychczasowa kadencja zakończy się dzień wcześniej. Wysłane zaproszenia się nie zmienią.",
    archive: "Instytucja zniknie z list i jej link przestanie działać. Historia debat i zadań zostanie.",
    restore: "Instytucja wróci do list, a jej link znowu zacznie działać.",
    desk: "Wszystkie wysłane dotąd linki do spraw tej instytucji przestaną działać. Jeśli instytucja ma adres e-mail, od razu dostanie nowy link.",
  } as Partial<Record<BodyForm, string>>,
};
