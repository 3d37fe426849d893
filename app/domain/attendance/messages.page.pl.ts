import { counted, NBSP } from "~/platform/language";
import type { RegistrationStatus } from "~db/vocabulary";

/** The pages on which residents ask for seats and give them back, and the office's list at the door. */
export const register = {
  title: "Zapisz się na debatę",
  crumb: "Zapisy",
  free: (seats: number) => `Wolnych miejsc: ${seats}.`,
  full: "Wszystkie miejsca są zajęte. Można zapisać się na listę oczekujących – zwolnione miejsca przydzielamy w kolejności zapisów.",
  open: "Zapisy nie są konieczne – pomagają przygotować salę.",
  name: "Imię albo pseudonim",
  nameHint: "Tylko do listy przy wejściu.",
  seats: "Liczba osób",
  seatsChoice: (n: number) => counted(n, "person"),
  needs: "Szczególne potrzeby",
  needsHint: "Przygotujemy salę. O innych potrzebach można powiedzieć telefonicznie.",
  email: "E-mail",
  emailHint: "Wyślemy potwierdzenie z linkiem do wycofania rezerwacji i wiadomość, gdyby termin się zmienił.",
  submit: "Zapisz mnie",
  submitWaiting: "Zapisz na listę oczekujących",
  privacyBefore: (head: string) => `Administratorem danych jest ${head}.`,
  privacyLink: "Informacja o danych osobowych",
  closedHeading: "Zapisy są zamknięte",
  back: "Wróć na stronę debaty",
  labels: { name: "Imię albo pseudonim", seats: "Liczba osób", email: "E-mail" },
};

export const ticket = {
  title: "Rezerwacja na debatę",
  crumb: "Rezerwacja",
  badge: { confirmed: "Zapisano", waiting: "Lista oczekujących", withdrawn: "Wycofano" } satisfies Record<
    RegistrationStatus,
    string
  >,
  heading: {
    confirmed: "Mają Państwo miejsca",
    waiting: "Są Państwo na liście oczekujących",
    withdrawn: "Rezerwacja jest wycofana",
  } satisfies Record<RegistrationStatus, string>,
  lead: {
    confirmed: "Proszę zachować adres tej strony. Tutaj można wycofać rezerwację, gdyby plany się zmieniły.",
    waiting: "Miejsca przydzielamy w kolejności zapisów. Stan listy widać na tej stronie, warto zachować jej adres.",
    withdrawn: "Miejsca dostały inne osoby. Można zapisać się ponownie, dopóki zapisy są otwarte.",
  } satisfies Record<RegistrationStatus, string>,
  ahead: (parties: number) =>
    parties === 0
      ? "Nikt nie czeka przed Państwem."
      : `Przed Państwem: ${counted(parties, ["zapis", "zapisy", "zapisów"])}.`,
  when: "Termin",
  where: "Miejsce",
  name: "Na liście",
  seats: "Liczba osób",
  needs: "Szczególne potrzeby",
  withdraw: "Wycofaj rezerwację",
  withdrawQuestion: "Czy wycofać rezerwację?",
  withdrawConsequence: "Miejsca dostanie od razu następna osoba z listy oczekujących. Tego nie można cofnąć.",
  withdrawYes: "Tak, wycofaj",
  keep: "Zostaw rezerwację",
  again: "Zapisz się ponownie",
  calendar: "Dodaj do kalendarza (.ics)",
  print: `Można wydrukować tę stronę (Ctrl${NBSP}+${NBSP}P) albo zrobić jej zdjęcie.`,
};

export const door = {
  title: "Obecność",
  officials: "Zaproszeni goście",
  officialsEmpty: "Nikogo jeszcze nie zaproszono",
  officialsEmptyText: "Obecność zapiszą tu Państwo osobom, które dostaną zaproszenie.",
  guest: "Gość",
  answer: "Odpowiedź",
  presence: "Obecność",
  action: "Zapis",
  notNoted: "niezapisana",
  clear: "Usuń wpis",
  heads: "Osoby na sali",
  headsHint: "Liczymy osoby według grup, bez nazwisk.",
  total: (n: number) => `Razem: ${counted(n, "person")}`,
  save: "Zapisz liczby",
  saveOne: "Zapisz",
  saved: "Zapisano",
  more: (group: string) => `${group} – o jedną więcej`,
  less: (group: string) => `${group} – o jedną mniej`,
  registrations: "Rezerwacje mieszkańców",
  registrationsEmpty: "Nie ma jeszcze rezerwacji",
  registrationsEmptyText: "Pojawią się tu, gdy mieszkańcy zapiszą się na stronie debaty.",
  nothingFound: "Nikogo takiego nie ma na liście.",
  seats: "Osób",
  person: "Osoba",
  state: "Stan",
  needs: "Potrzeby",
  checkIn: "Wpuść",
  undo: "Cofnij",
  inside: "na sali",
  search: "Imię lub pseudonim",
  filter: "Szukaj na liście rezerwacji",
  sums: (confirmed: number, waiting: number, present: number) =>
    `Zarezerwowano: ${confirmed} · na liście oczekujących: ${waiting} · weszło: ${present}`,
  next: "Dalsze rezerwacje",
  first: "Początek listy",
};
