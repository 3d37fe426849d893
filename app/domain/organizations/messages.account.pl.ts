import { type FormErrors, refusedBecause } from "~/platform/forms";
import { counted } from "~/platform/language";
import type { PasswordRefusal } from "./rules.password";

/** Why a new password was not taken. */
export const passwordRefusals = {
  common: "To hasło jest na liście najczęściej używanych albo prawie się od takiego nie różni. Proszę wybrać inne.",
  simple: "To hasło składa się z\u00a0powtórzeń albo kolejnych znaków. Proszę wybrać inne.",
  own: "To hasło składa się prawie z\u00a0samego imienia, nazwiska, adresu albo nazwy jednostki. Proszę dodać inne słowa.",
  same: "To jest obecne hasło. Proszę wybrać inne.",
} satisfies Record<PasswordRefusal | "same", string>;

const CODES = ["kod zapasowy", "kody zapasowe", "kodów zapasowych"] as const;

export const messages = {
  codeRequired: "Proszę wpisać kod z\u00a0aplikacji.",
  codeShape: "Kod z\u00a0aplikacji ma 6\u00a0cyfr.",
  recoveryRequired: "Proszę wpisać kod zapasowy.",
  recoveryShape: "Kod zapasowy ma 12\u00a0znaków, na przykład ABCD-2345-WXYZ.",
  wrongPassword: "To nie jest hasło tego konta.",
};

/** Why a code or a step with the second factor was refused. */
const codeRefusals = {
  wrong_code: "Ten kod jest nieprawidłowy. Proszę przepisać ten, który aplikacja pokazuje teraz.",
  wrong_recovery: "Ten kod zapasowy jest nieprawidłowy albo był już użyty.",
  replayed: "Ten kod był już użyty. Proszę poczekać na następny, najwyżej pół minuty.",
  offer_over: "Minął czas na włączenie. Proszę zacząć od nowa.",
  already_on: "Drugi składnik jest już włączony.",
  not_on: "Drugi składnik nie jest włączony.",
};

/** As the sign-in page says it. */
export const tooMany = (seconds: number) =>
  `Za dużo nieudanych prób. Proszę spróbować ponownie za ${counted(Math.max(1, Math.ceil(seconds / 60)), ["minutę", "minuty", "minut"])}.`;

type Refusal =
  | { reason: "too_many"; retryAfterS: number }
  | { reason: "wrong" | keyof typeof codeRefusals | keyof typeof passwordRefusals };

/** A refusal beside the field that it is about; `sheet`: where codes of the sheet are typed. */
export function accountRefusal(refusal: Refusal, sheet = "recovery"): { init: ResponseInit; errors: FormErrors } {
  const { reason } = refusal;
  if (reason === "too_many") {
    const headers = { "Retry-After": String(refusal.retryAfterS) };
    return { init: { status: 429, headers }, errors: refusedBecause(tooMany(refusal.retryAfterS)) };
  }
  if (reason === "wrong") return { init: { status: 422 }, errors: refusedBecause(messages.wrongPassword, "current") };
  if (reason in passwordRefusals)
    return {
      init: { status: 422 },
      errors: refusedBecause(passwordRefusals[reason as keyof typeof passwordRefusals], "password"),
    };
  if (reason === "wrong_recovery")
    return { init: { status: 422 }, errors: refusedBecause(codeRefusals[reason], sheet) };
  const isCode = reason === "wrong_code" || reason === "replayed";
  const sentence = codeRefusals[reason as keyof typeof codeRefusals];
  return isCode
    ? { init: { status: 422 }, errors: refusedBecause(sentence, "code") }
    : { init: { status: 409 }, errors: refusedBecause(sentence) };
}

/** Why an admin could not reset a colleague's second factor. */
export const secondFactorRefusals = {
  no_second_factor: "Ta osoba nie ma włączonego drugiego składnika.",
  own_second_factor: "Własny drugi składnik można wyłączyć na stronie „Moje konto”.",
  member_elsewhere:
    "Ta osoba należy też do innej jednostki, więc nie można tego zrobić stąd. Proszę poprosić operatora serwisu.",
};

export const code = {
  title: "Kod z\u00a0aplikacji",
  lead: "Hasło się zgadza. Proszę przepisać kod, który pokazuje aplikacja w\u00a0telefonie.",
  code: "Kod, 6\u00a0cyfr",
  submit: "Zaloguj się",
  noPhone: "Nie mam przy sobie telefonu",
  recoveryLead: "Można użyć jednego z\u00a0wydrukowanych kodów zapasowych. Każdy działa jeden raz.",
  recovery: "Kod zapasowy",
  recoverySubmit: "Zaloguj się kodem zapasowym",
  lost: "Telefon i\u00a0kody zginęły? Administrator jednostki może wyłączyć drugi składnik.",
  anew: "Minął czas albo było za dużo prób. Proszę zalogować się od nowa.",
};

export const forgotten = {
  title: "Nie pamiętam hasła",
  lead: "Wyślemy list z\u00a0linkiem do ustawienia nowego hasła.",
  email: "E-mail służbowy",
  submit: "Wyślij link",
  sent: "Jeżeli jest konto z\u00a0tym adresem, list z\u00a0linkiem już do niego idzie. Link działa godzinę, a\u00a0nowszy zastępuje starszy.",
  nothing:
    "List nie przychodzi? Proszę sprawdzić adres i\u00a0folder ze spamem albo poprosić administratora jednostki o\u00a0link.",
  invalid:
    "Ten link już nie działa: minęła godzina, został użyty albo zastąpił go nowszy. Poniżej można poprosić o\u00a0nowy.",
  back: "Wróć do logowania",
};

export const reset = {
  title: "Nowe hasło",
  lead: "Po zapisaniu wszystkie urządzenia zostaną wylogowane i\u00a0trzeba będzie zalogować się nowym hasłem.",
  submit: "Zapisz nowe hasło",
  done: "Hasło zostało zmienione. Proszę się nim zalogować.",
};

export const account = {
  title: "Moje konto",
  person: "Dane",
  name: "Imię i\u00a0nazwisko",
  email: "E-mail",
  units: "Jednostki",
  password: {
    title: "Hasło",
    since: (when: string) => `Zmienione: ${when}.`,
    current: "Obecne hasło",
    next: "Nowe hasło",
    hint: "Co najmniej 12 znaków. Najlepiej kilka słów, które łatwo zapamiętać.",
    again: "Nowe hasło jeszcze raz",
    submit: "Zmień hasło",
    note: "Po zmianie inne urządzenia zostaną wylogowane.",
    changed: "Hasło zostało zmienione, a\u00a0inne urządzenia wylogowane.",
  },
  sessions: {
    title: "Zalogowane urządzenia",
    device: "Urządzenie",
    unknown: "Nieznane urządzenie",
    since: "Zalogowane",
    seen: "Ostatnio używane",
    action: "Działanie",
    mine: "To urządzenie",
    end: "Wyloguj",
    endOthers: "Wyloguj wszystkie inne",
    endTitle: (device: string) => `Wylogować: ${device}?`,
    endOthersTitle: "Wylogować wszystkie inne urządzenia?",
    endNote:
      "Na tym urządzeniu pozostaną Państwo zalogowani. Kto nie rozpoznaje urządzenia, powinien też zmienić hasło.",
    ended: "Wylogowano.",
  },
};

export const secondFactor = {
  title: "Logowanie z\u00a0drugim składnikiem",
  short: "Drugi składnik",
  on: "włączony",
  off: "wyłączony",
  toPage: "Ustawienia drugiego składnika",
  lead: "Po włączeniu samo hasło nie wystarczy: przy logowaniu serwis zapyta jeszcze o\u00a0kod z\u00a0aplikacji w\u00a0telefonie. Kto pozna hasło, nie wejdzie.",
  needed: "Jednostka wymaga drugiego składnika. Proszę go włączyć, potem można pracować dalej.",
  apps: "Potrzebna jest aplikacja, która pokazuje kody (TOTP), na przykład Aegis, FreeOTP albo Google Authenticator.",
  current: "Hasło",
  start: "Zacznij",
  step: (n: number) => `Krok ${n} z\u00a02`,
  scan: "Proszę zeskanować ten kod aplikacją.",
  qr: "Kod QR do zeskanowania aplikacją",
  typed: "Bez aparatu: klucz do wpisania w\u00a0aplikacji",
  confirmLead: "Aplikacja pokaże 6\u00a0cyfr, które zmieniają się co pół minuty. Proszę je przepisać.",
  code: "Kod z\u00a0aplikacji",
  confirm: "Włącz",
  codesTitle: "Kody zapasowe",
  codesLead:
    "Każdy z\u00a0nich zastąpi jeden raz telefon, gdy go zabraknie. Proszę je wydrukować albo przepisać teraz: drugi raz ich nie pokażemy.",
  codesLabel: "Kody zapasowe konta",
  codesNext: "Mam je, dalej",
  onSince: (when: string) => `Włączony ${when}.`,
  left: (n: number) => (n === 0 ? "Nie ma już kodów zapasowych." : `Zostało: ${counted(n, CODES)}.`),
  usedRecovery: (n: number) =>
    `Zalogowano kodem zapasowym, który więcej nie zadziała. ${n === 0 ? "To był ostatni." : `Zostało: ${counted(n, CODES)}.`}`,
  newCodes: "Nowe kody zapasowe",
  newCodesNote: "Stare kody od razu przestaną działać.",
  newCodesSubmit: "Pokaż nowe kody",
  endLink: "Wyłącz drugi składnik",
  endTitle: "Wyłączyć drugi składnik?",
  endNote: "Do zalogowania znowu wystarczy samo hasło, a\u00a0kody zapasowe stracą ważność.",
  endNeeded:
    "Jednostka wymaga drugiego składnika, więc zaraz trzeba będzie włączyć go ponownie, na przykład w\u00a0nowym telefonie.",
  endCode: "Kod z\u00a0aplikacji albo kod zapasowy",
  end: "Wyłącz",
  ended: "Drugi składnik został wyłączony.",
};

/** What the owner of an account hears of by letter. */
export const NOTICES = {
  password: {
    subject: "Hasło zostało zmienione",
    text: "Hasło Państwa konta w\u00a0serwisie Debata zostało zmienione. Inne urządzenia zostały wylogowane.",
  },
  second_factor_on: {
    subject: "Drugi składnik logowania został włączony",
    text: "Przy logowaniu na Państwa konto w\u00a0serwisie Debata trzeba odtąd podać także kod z\u00a0aplikacji w\u00a0telefonie.",
  },
  second_factor_off: {
    subject: "Drugi składnik logowania został wyłączony",
    text: "Do zalogowania na Państwa konto w\u00a0serwisie Debata znowu wystarczy samo hasło.",
  },
  second_factor_reset: {
    subject: "Drugi składnik logowania został wyłączony przez administratora",
    text: "Administrator jednostki wyłączył drugi składnik logowania na Państwa konto w\u00a0serwisie Debata i\u00a0wylogował wszystkie urządzenia. Po zalogowaniu hasłem można włączyć go ponownie w\u00a0nowym telefonie.",
  },
  recovery_code: {
    subject: "Użyto kodu zapasowego",
    text: "Ktoś użył kodu zapasowego Państwa konta w\u00a0serwisie Debata, zamiast kodu z\u00a0telefonu. Ten kod więcej nie zadziała.",
  },
  recovery_codes: {
    subject: "Nowe kody zapasowe",
    text: "Dla Państwa konta w\u00a0serwisie Debata utworzono nowe kody zapasowe. Stare przestały działać.",
  },
} satisfies Record<string, { subject: string; text: string }>;
export type Notice = keyof typeof NOTICES;
