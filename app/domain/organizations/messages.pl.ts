import { counted, NBSP } from "~/platform/language";
import type { Role } from "~db/vocabulary";
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

export const memberRefusals = {
  already_ended: "Ta osoba nie jest już członkiem jednostki.",
  same_role: "Ta osoba ma już tę rolę.",
  last_admin: "To jedyny administrator jednostki. Najpierw proszę nadać tę rolę innej osobie.",
} satisfies Record<MemberRefusal, string>;

export const inviteRefusals = {
  used: "To zaproszenie zostało już wykorzystane. Proszę się zalogować.",
  revoked: "To zaproszenie zostało odwołane.",
  expired: "To zaproszenie wygasło. Administrator jednostki może wysłać nowe.",
} satisfies Record<InviteRefusal, string>;

export const patternRefusals = {
  no_number: "We wzorze musi wystąpić {numer}, na przykład {numer}/{rok}.",
  unknown_part: "We wzorze można użyć tylko {numer} i\u00a0{rok}.",
  odd_signs: "We wzorze mogą być litery, cyfry, odstęp, kropka, ukośnik i\u00a0kreska.",
} satisfies Record<PatternRefusal, string>;

export const messages = {
  alreadyMember: "Ta osoba jest już członkiem jednostki.",
  slug: "Adres jednostki to małe litery bez polskich znaków, cyfry i\u00a0łączniki, na przykład kpp-wierzbinow.",
  slugTaken: "Jednostka o\u00a0tym adresie już istnieje.",
  passwordShort: (is: number) => `Hasło musi mieć co najmniej 12 znaków, jest ${is}.`,
  passwordLong: "Hasło może mieć najwyżej 200 znaków.",
  passwordRequired: "Podaj hasło.",
  passwordsDiffer: "Hasła w\u00a0obu polach są różne.",
  choosePassword: "Podaj hasło, najlepiej kilka słów, które łatwo zapamiętać.",
  login: {
    title: "Zaloguj się",
    email: "E-mail służbowy",
    password: "Hasło",
    submit: "Zaloguj się",
    forgotten: "Nie pamiętam hasła",
    forgottenHelp: "Administrator jednostki wyśle link do ustawienia nowego hasła.",
    noAccount:
      "Mieszkańcy i\u00a0zaproszeni goście nie potrzebują konta –\u00a0wystarczy link z\u00a0zaproszenia albo kod zgłoszenia.",
    wrong: "Adres e-mail lub hasło są nieprawidłowe.",
    tooMany: (seconds: number) =>
      `Za dużo nieudanych prób. Proszę spróbować ponownie za ${counted(Math.max(1, Math.ceil(seconds / 60)), ["minutę", "minuty", "minut"])}.`,
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

/** Sentences of the history. */
export const eventMessages: Record<string, (data: EventData) => string> = {
  unit_created: () => "Założono jednostkę",
  unit_revised: () => "Zmieniono dane jednostki",
  member_added: (data) => `Dodano członka: ${said(data, "name")} (${role(said(data, "role"))})`,
  member_invited: (data) => `Zaproszono do jednostki: ${role(said(data, "role"))}`,
  member_joined: (data) => `${said(data, "name")} dołącza do jednostki (${role(said(data, "role"))})`,
  member_password_renewed: (data) => `${said(data, "name")} ustawia nowe hasło`,
  member_role_changed: (data) =>
    `${said(data, "name")}: rola ${role(said(data, "from"))}${NBSP}→ ${role(said(data, "to"))}`,
  member_ended: (data) => `${said(data, "name")} nie jest już członkiem jednostki`,
  member_invite_revoked: () => "Odwołano zaproszenie do jednostki",
};
