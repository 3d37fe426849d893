import type { HeadCountGroup, Presence, RegistrationStatus } from "~db/vocabulary";
import type { PresenceRefusal, RegistrationRefusal, ReservationRefusal } from "./rules";
import type { HoursRefusal } from "./rules.hours";

export type AttendanceRefusal = PresenceRefusal | RegistrationRefusal | ReservationRefusal | HoursRefusal;

export const messages = {
  statuses: {
    confirmed: "Miejsce zarezerwowane",
    waiting: "Lista oczekujących",
    withdrawn: "Rezerwacja wycofana",
  } satisfies Record<RegistrationStatus, string>,

  presences: {
    present: "Obecny",
    present_by_substitute: "Obecny przez zastępcę",
    excused: "Nieobecny usprawiedliwiony",
    absent: "Nieobecny",
  } satisfies Record<Presence, string>,

  groups: {
    residents: "Mieszkańcy",
    youth: "Młodzież",
    seniors: "Seniorzy",
    institutions: "Przedstawiciele instytucji",
    media: "Media",
  } satisfies Record<HeadCountGroup, string>,

  needs: {
    wheelchair: "Miejsce dla wózka",
    sign_language: "Tłumacz polskiego języka migowego",
    induction_loop: "Miejsce w\u00a0zasięgu pętli indukcyjnej",
    assistance_dog: "Miejsce dla psa asystującego",
  },

  errors: {
    name: "Proszę wpisać imię albo pseudonim. Posłuży tylko do listy przy wejściu.",
    seats: "Proszę wybrać liczbę osób od 1 do 10.",
    head: "Proszę wpisać liczbę osób, na przykład 47.",
    presence: "Proszę wybrać, czy gość jest obecny.",
    withdrawal: "Nic się nie zmieniło. Aby wycofać rezerwację, proszę użyć przycisku „Tak, wycofaj”.",
  },

  refusals: {
    not_open: "Zapisy na tę debatę jeszcze nie są otwarte.",
    called_off: "Debata nie odbędzie się w\u00a0tym terminie, dlatego zapisy są wstrzymane.",
    already_started: "Debata już się rozpoczęła i\u00a0zapisy są zamknięte. Wstęp jest wolny, dopóki są miejsca.",
    party_too_big: "Sala ma mniej miejsc, niż liczy ta grupa. Proszę wybrać mniejszą liczbę osób.",
    is_withdrawn: "Ta rezerwacja została już wycofana.",
    is_waiting: "Ta osoba jest na liście oczekujących.",
    is_confirmed: "Ta rezerwacja ma już miejsce.",
    is_inside: "Ktoś z\u00a0tej rezerwacji wszedł już na salę, dlatego nie można jej wycofać.",
    is_over: "Debata już się odbyła, dlatego rezerwacji nie można wycofać.",
    not_invited: "Obecność można zapisać tylko osobie, która została zaproszona.",
    not_here: "Godzinę można zapisać osobie, która jest obecna albo przysłała zastępcę.",
    hour_missing: "Debata już się skończyła, dlatego proszę wpisać godzinę, na przykład 18.10.",
    no_such_hour: "Takiej godziny nie było w\u00a0dniu debaty. Proszę wpisać godzinę, na przykład 18.10.",
    hour_ahead: "Ta godzina jeszcze nie minęła.",
    wrong_order: "Wyjście musi być późniejsze niż przybycie.",
    evening_not_open: "W\u00a0obecnym stanie debaty nie można zmieniać obecności.",
  } satisfies Record<AttendanceRefusal, string>,
};

type EventData = Record<string, string | number | boolean | null> | null;

/** Sentences of the history; residents have no names here. */
export const eventMessages = {
  seats_reserved: (data) =>
    data?.waiting ? "Zapisano na listę oczekujących" : `Zarezerwowano miejsca: ${data?.seats ?? ""}`,
  seats_withdrawn: (data) => `Wycofano rezerwację miejsc: ${data?.seats ?? ""}`,
  seats_moved_up: (data) => `Zwolnione miejsca dostała następna osoba z\u00a0listy: ${data?.seats ?? ""}`,
  registration_checked_in: (data) => `Na salę weszły osoby z\u00a0rezerwacją: ${data?.seats ?? ""}`,
  registration_check_in_undone: () => "Cofnięto potwierdzenie wejścia",
  presence_noted: (data) => `Obecność\u00a0– ${data?.office ?? "gość"}: ${presenceWord(data)}`,
  arrival_noted: (data) => `Przybycie\u00a0– ${data?.office ?? "gość"}: ${data?.hour ?? ""}`,
  leaving_noted: (data) => `Wyjście przed końcem\u00a0– ${data?.office ?? "gość"}: ${data?.hour ?? ""}`,
  leaving_taken_back: (data) => `Cofnięto wyjście\u00a0– ${data?.office ?? "gość"}`,
  head_count_noted: (data) => `Liczba osób na sali\u00a0– ${groupWord(data)}: ${data?.count ?? ""}`,
} satisfies Record<string, (data: EventData) => string>;

const wordOf = (words: Record<string, string>, word: unknown) => words[String(word)] ?? "";
const presenceWord = (data: EventData) => wordOf(messages.presences, data?.presence).toLowerCase() || "usunięto wpis";
const groupWord = (data: EventData) => wordOf(messages.groups, data?.group).toLowerCase();
