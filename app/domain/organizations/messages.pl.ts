import { NBSP } from "~/platform/language";
import type { Role } from "~db/vocabulary";
import { secondFactorRefusals, tooMany } from "./messages.account.pl";
import type { InviteRefusal, MemberRefusal, PatternRefusal } from "./rules";

type EventData = Record<string, string | number | boolean | null> | null;
const said = (data: EventData, key: string) => String(data?.[key] ?? "");

export const roles = {
  admin: "administrator",
  organizer: "organizator",
  clerk: "protokolant",
  officer: "dzielnicowy",
  viewer: "czytelnik",
} satisfies Record<Role, string>;

export const roleHints = {
  admin: "Wszystko, także członkowie i ustawienia jednostki.",
  organizer: "Planuje debaty, zaprasza, rozpatruje wnioski, zleca zadania, zatwierdza protokół.",
  clerk: "Notuje przebieg debaty i pisze protokół.",
  officer: "Widzi wszystko i wpisuje postęp zadań jednostki.",
  viewer: "Tylko czyta.",
} satisfies Record<Role, string>;

const role = (word: string) => roles[word as Role] ?? word;

const memberRefusals = {
  already_ended: "Ta osoba nie jest już członkiem jednostki.",
  same_role: "Ta osoba ma już tę rolę.",
  last_admin: "To jedyny administrator jednostki. Najpierw proszę nadać tę rolę innej osobie.",
} satisfies Record<MemberRefusal, string>;

export const inviteRefusals = {
  used: "To zaproszenie zostało już wykorzystane. Proszę się zalogować.",
  revoked: "To zaproszenie zostało odwołane.",
  expired: "To zaproszenie wygasło. Administrator jednostki może wysłać nowe.",
} satisfies Record<InviteRefusal, string>;

/** Why a form of the page of members was not carried out. */
export const membersRefusals = {
  ...memberRefusals,
  ...inviteRefusals,
  ...secondFactorRefusals,
  already_member: "Ta osoba jest już członkiem jednostki.",
};

export const patternRefusals = {
  no_number: "We wzorze musi wystąpić {numer} albo {debata} razem z\u00a0{rok}, na przykład {numer}/{rok}.",
  unknown_part: "We wzorze można użyć tylko {numer}, {rok} i\u00a0{debata}.",
  odd_signs: "We wzorze mogą być litery, cyfry, odstęp, kropka, ukośnik i\u00a0kreska.",
} satisfies Record<PatternRefusal, string>;

export const messages = {
  slug: "Adres jednostki to małe litery bez polskich znaków, cyfry i\u00a0łączniki, na przykład kpp-wierzbinow.",
  slugTaken: "Jednostka o\u00a0tym adresie już istnieje.",
  passwordShort: (is: number) => `Hasło musi mieć co najmniej 12 znaków, jest ${is}.`,
  passwordLong: "Hasło może mieć najwyżej 200 znaków.",
  passwordRequired: "Proszę podać hasło.",
  passwordsDiffer: "Hasła w\u00a0obu polach są różne.",
  choosePassword: "Proszę wymyślić hasło: najlepiej kilka słów, które łatwo zapamiętać.",
  login: {
    title: "Zaloguj się",
    email: "E-mail służbowy",
    password: "Hasło",
    submit: "Zaloguj się",
    forgotten: "Nie pamiętam hasła",
    noAccount:
      "Mieszkańcy i\u00a0zaproszeni goście nie potrzebują konta\u00a0– wystarczy link z\u00a0zaproszenia albo kod zgłoszenia.",
    wrong: "Adres e-mail lub hasło są nieprawidłowe.",
    tooMany,
    signedOut: "Wylogowano. Do zobaczenia.",
  },
  join: {
    title: "Dołącz do jednostki",
    lead: (unit: string, role: string) => `${unit} zaprasza Panią/Pana do serwisu Debata. Rola: ${role}.`,
    account: "Konto",
    name: "Imię i\u00a0nazwisko",
    nameLabel: "imię i\u00a0nazwisko",
    rank: "Stopień",
    rankHint: "Na przykład mł. asp. Trafi do protokołów i\u00a0pism.",
    rankLabel: "stopień",
    password: "Hasło",
    passwordHint: "Co najmniej 12 znaków. Najlepiej kilka słów, które łatwo zapamiętać.",
    again: "Hasło jeszcze raz",
    submit: "Załóż konto i\u00a0wejdź",
    known: "Konto z\u00a0tym adresem już istnieje. Proszę podać jego hasło, żeby dołączyć do jednostki.",
    knownSubmit: "Dołącz",
    wrong: "To nie jest hasło tego konta.",
    forgotten:
      "Ma Pani/Pan już konto w\u00a0tej jednostce. Tu można ustawić nowe hasło; na innych urządzeniach trzeba będzie zalogować się ponownie.",
    forgottenSubmit: "Ustaw nowe hasło",
  },
};

export const landing = {
  title: "Debata – debaty o bezpieczeństwie",
  heading: "Debaty o bezpieczeństwie, po których coś się zmienia",
  lead: "Mieszkańcy mówią, co jest nie tak. Policja, samorząd i inne instytucje odpowiadają. Tutaj każdy może sprawdzić, co z tego wynikło.",
  steps: "Jak to działa",
  step: [
    [
      "Zgłoszenie",
      "Wniosek można złożyć bez konta, przed debatą, w jej trakcie i po niej. Każdy dostaje numer i prywatny kod.",
    ],
    ["Debata", "Mieszkańcy, policja i zaproszone instytucje rozmawiają. Protokół jest publiczny."],
    [
      "Realizacja",
      "Każda sprawa, której nie załatwiono na miejscu, dostaje właściciela i termin. Widać, co zrobiono, a co nie.",
    ],
  ],
  units: "Jednostki",
  noUnits: "W tym serwisie nie ma jeszcze żadnej jednostki.",
  staff: "Dla pracowników jednostek",
  login: "Zaloguj się",
} as const;

export const settings = {
  title: "Ustawienia jednostki",
  tabs: "Ustawienia",
  tabUnit: "Jednostka",
  tabMembers: "Członkowie",
  tabPhrases: "Frazy",
  tabNotices: "Informacje",
  tabRetention: "Przechowywanie",
  tabPersons: "Żądania osób",
  tabAudit: "Dziennik",
  saved: "Zapisano.",
  save: "Zapisz",
  identity: "Nazwa i adres",
  letters: "Pisma i protokoły",
  reminders: "Przypomnienia o\u00a0zadaniach",
  signIn: "Logowanie",
  switch: { on: "wysyłaj", off: "nie wysyłaj" },
  need: { on: "wymagany od wszystkich", off: "dla chętnych" },
  said: (value: string | boolean) => (typeof value === "string" ? value : value ? "tak" : "nie"),
  stale: "Ktoś zmienił dane jednostki, gdy Państwo pisali.",
  fields: {
    name: "Pełna nazwa jednostki",
    shortName: "Nazwa skrócona",
    department: "Komórka organizacyjna",
    locality: "Miejscowość",
    localityIn: "Miejscowość w zdaniu",
    address: "Adres",
    phone: "Telefon",
    email: "E-mail",
    headOffice: "Stanowisko kierownika jednostki",
    dataOfficer: "Inspektor ochrony danych",
    minutesPattern: "Wzór numeru protokołu",
    reminds: "Przypomnienia automatyczne",
    chairEmail: "E-mail kierownika jednostki",
    needsSecondFactor: "Drugi składnik logowania",
  },
  hints: {
    shortName: "Na przykład KPP w Wierzbinowie. Stoi w menu i w tematach wiadomości.",
    department: "Na przykład Wydział Prewencji.",
    localityIn: "Na przykład w Wierzbinowie. Stoi w nagłówkach.",
    headOffice:
      "Na przykład Komendant Powiatowy Policji w Wierzbinowie. Stoi pod pismami i w informacji o danych osobowych.",
    dataOfficer: "Adres e-mail lub telefon. Stoi w informacji o danych osobowych.",
    reminds:
      "Do instytucji 7\u00a0dni i\u00a0dzień przed terminem oraz dzień i\u00a07\u00a0dni po nim; do kierownika po 30\u00a0dniach bez odpowiedzi; do organizatorów zestawienie na początku tygodnia. W\u00a0dni robocze od 8.00 do 18.00.",
    chairEmail: "Tu trafi wiadomość, gdy instytucja milczy od 30\u00a0dni. Gdy pole jest puste, na adres jednostki.",
    needsSecondFactor:
      "Kto go nie ma, włączy go przy najbliższym wejściu, zanim otworzy cokolwiek innego. Na stronie członków widać, kto już ma.",
    minutesPattern: "{numer} i {rok} zostaną zastąpione. Na przykład {numer}/{rok} da 3/2026.",
  },
};

export const members = {
  title: "Członkowie jednostki",
  caption: "Członkowie",
  columns: {
    person: "Osoba",
    role: "Rola",
    factor: "Drugi składnik",
    seen: "Ostatnie logowanie",
    action: "Działanie",
  },
  hasFactor: { yes: "jest", no: "brak" },
  resetFactor: "Wyłącz drugi składnik",
  resetFactorTitle: (name: string) => `Wyłączyć drugi składnik: ${name}?`,
  resetFactorNote:
    "Dla osoby, która straciła telefon i\u00a0kody zapasowe. Do czasu ponownego włączenia wystarczy jej samo hasło. Zostanie wylogowana wszędzie i\u00a0dostanie o\u00a0tym list. Proszę najpierw upewnić się, że prosi o\u00a0to naprawdę ona.",
  you: "(Pani/Pana konto)",
  notSeen: "niezalogowany",
  disabled: "Konto wyłączone",
  invited: "Zaproszono",
  validUntil: (date: string) => `ważne do ${date}`,
  change: "Zmień",
  again: "Ponów",
  revoke: "Odwołaj",
  invite: "Zaproś osobę",
  email: "E-mail służbowy",
  role: "Rola",
  send: "Wyślij zaproszenie",
  inviteSent: "Zaproszenie czeka w skrzynce nadawczej na wysłanie.",
  toOutbox: "Otwórz skrzynkę nadawczą",
  edit: (name: string) => `Zmień: ${name}`,
  saveRole: "Zapisz rolę",
  roleNote: "Po zmianie roli ta osoba loguje się ponownie na każdym urządzeniu.",
  end: "Zakończ członkostwo",
  endTitle: (name: string) => `Zakończyć członkostwo: ${name}?`,
  endNote: "Ta osoba od razu straci dostęp. To, co zrobiła, zostaje w historii pod jej nazwiskiem.",
  passwordLink: "Wyślij link do nowego hasła",
  close: "Zamknij",
};

/** Sentences of the history. */
export const eventMessages: Record<string, (data: EventData) => string> = {
  unit_created: () => "Założono jednostkę",
  unit_placed: () => "Jednostka nadrzędna widzi odtąd liczby tej jednostki",
  unit_revised: () => "Zmieniono dane jednostki",
  member_added: (data) => `Dodano członka: ${said(data, "name")} (${role(said(data, "role"))})`,
  member_invited: (data) => `Zaproszono do jednostki: ${role(said(data, "role"))}`,
  member_joined: (data) => `${said(data, "name")} dołącza do jednostki (${role(said(data, "role"))})`,
  member_password_renewed: (data) => `${said(data, "name")} ustawia nowe hasło`,
  member_role_changed: (data) =>
    `${said(data, "name")}: rola ${role(said(data, "from"))}${NBSP}→ ${role(said(data, "to"))}`,
  member_ended: (data) => `${said(data, "name")} nie jest już członkiem jednostki`,
  member_second_factor_reset: (data) => `${said(data, "name")}: administrator wyłączył drugi składnik logowania`,
  member_invite_revoked: () => "Odwołano zaproszenie do jednostki",
};
