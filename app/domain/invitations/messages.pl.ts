import { counted, plural } from "~/platform/language";
import type { Tone } from "~/ui/badge";
import type { RsvpChannel, RsvpStatus } from "~db/vocabulary";
import type { ReminderRefusal, RsvpRefusal, SendRefusal, Standing } from "./rules";

type EventData = Record<string, string | number | boolean | null> | null;
const said = (data: EventData, key: string) => String(data?.[key] ?? "");

export const statuses = {
  draft: "Do wysłania",
  sent: "Zaproszono",
  accepted: "Potwierdzono udział",
  declined: "Odmówiono",
  substituted: "Wyznaczono zastępcę",
  withdrawn: "Wycofano",
} satisfies Record<RsvpStatus, string>;

/** The word in the guest list, and its shape. */
export const standings = {
  draft: { text: "Do wysłania", tone: "neutral" },
  sent: { text: "Brak odpowiedzi", tone: "neutral" },
  accepted: { text: "Potwierdzono udział", tone: "done" },
  declined: { text: "Odmówiono", tone: "stop" },
  substitute_asked: { text: "Zastępca bez potwierdzenia", tone: "soon" },
  substitute_confirmed: { text: "Wyznaczono zastępcę", tone: "part" },
  substitute_declined: { text: "Zastępca odmówił", tone: "late" },
  withdrawn: { text: "Zaproszenie wycofane", tone: "stop" },
} satisfies Record<Standing, { text: string; tone: Tone }>;

export const channels = {
  link: "przez link",
  phone: "telefonicznie",
  letter: "listownie",
  email: "e-mailem",
  in_person: "osobiście",
} satisfies Record<RsvpChannel, string>;

export const refusals = {
  not_sent: "Zaproszenie nie zostało jeszcze wysłane.",
  withdrawn: "To zaproszenie zostało wycofane.",
  debate_is_draft: "Debata jest jeszcze szkicem. Najpierw trzeba ją ogłosić, potem można wysłać zaproszenia.",
  called_off: "Debata została odwołana.",
  date_pending: "Debata została przełożona, a nowy termin nie jest jeszcze znany.",
  answers_closed: "Termin odpowiedzi minął.",
  debate_over: "Debata już się odbyła.",
  too_many_named:
    "Dziś wskazano już bardzo wielu zastępców. Kolejnego można wskazać jutro albo podać nam telefonicznie.",
  own_substitute: "Zastępcą musi być inna osoba niż zaproszona: inne imię i nazwisko oraz inny adres e-mail.",
  replaced: "Osoba zaproszona zmieniła odpowiedź i to zastępstwo jest już nieaktualne.",
  already_invited: "Ktoś z zaznaczonych jest już na liście gości. Lista jest odświeżona, proszę zaznaczyć jeszcze raz.",
  nobody_chosen: "Proszę zaznaczyć co najmniej jedną osobę albo instytucję.",
  nobody_to_send: "Nie ma zaproszeń do wysłania.",
  nobody_to_remind:
    "Nie ma komu przypomnieć: wszyscy odpowiedzieli, nie mają e-maila albo przypomnienie wysłano w ciągu ostatniej doby.",
} satisfies Record<RsvpRefusal | SendRefusal | ReminderRefusal, string>;

/** Sentences of the history. `guest` is an office and its body, never a resident. */
export const eventMessages = {
  invitation_prepared: (data: EventData) => `Dodano do listy gości: ${said(data, "guest")}`,
  invitation_sent: (data: EventData) =>
    data?.byLetter
      ? `Zaproszenie do wydrukowania i wysłania listem: ${said(data, "guest")}`
      : `Wysłano zaproszenie: ${said(data, "guest")}`,
  invitation_reminded: (data: EventData) => `Przypomniano o odpowiedzi: ${said(data, "guest")}`,
  invitation_accepted: (data: EventData) => `Potwierdzono udział: ${said(data, "guest")}${how(data)}`,
  invitation_declined: (data: EventData) => `Odmówiono udziału: ${said(data, "guest")}${how(data)}`,
  invitation_substituted: (data: EventData) =>
    `Wyznaczono zastępcę: ${said(data, "guest")} – ${said(data, "post") || "osoba upoważniona"}${how(data)}`,
  invitation_withdrawn: (data: EventData) => `Wycofano zaproszenie: ${said(data, "guest")}`,
  invitation_asked_again: (data: EventData) => `Poproszono o odpowiedź na nowy termin: ${said(data, "guest")}`,
  substitute_confirmed: (data: EventData) => `Zastępca potwierdził udział: ${said(data, "guest")}`,
  substitute_declined: (data: EventData) => `Zastępca odmówił udziału: ${said(data, "guest")}`,
  substitute_replaced: (data: EventData) => `Zastępstwo jest nieaktualne: ${said(data, "guest")}`,
  substitute_asked_again: (data: EventData) =>
    `Poproszono zastępcę o potwierdzenie nowego terminu: ${said(data, "guest")}`,
} satisfies Record<string, (data: EventData) => string>;

function how(data: EventData) {
  const channel = channels[said(data, "via") as RsvpChannel];
  const note = said(data, "note");
  if (!channel || said(data, "via") === "link") return "";
  return note ? ` (${channel}, ${note})` : ` (${channel})`;
}

const NO_SERVER =
  "Serwer poczty nie jest ustawiony, więc e‑maile czekają w „Skrzynce nadawczej” i nie zostały wysłane.";

export const messages = {
  title: "Zaproszenia",
  guests: "Lista gości",
  guestsCaption: "Zaproszeni goście",
  counts: {
    invited: "zaproszonych",
    accepted: "potwierdziło",
    substituted: "wskazało zastępcę",
    declined: "odmówiło",
    silent: "bez odpowiedzi",
    failed: "zwrot",
    drafts: "do wysłania",
  },
  columns: {
    guest: "Funkcja i instytucja",
    answer: "Odpowiedź",
    delivery: "Doręczenie",
    action: "Działanie",
  },
  add: "Zaproś kolejne osoby",
  addFirst: "Wybierz gości",
  send: (n: number) => `Wyślij ${counted(n, "invitation")}`,
  sendOne: "Wyślij",
  remind: (n: number) => `Przypomnij ${n} ${plural(n, ["osobie", "osobom", "osobom"])} bez odpowiedzi`,
  record: "Zapisz odpowiedź",
  change: "Zmień",
  preview: "Zobacz list",
  withdraw: "Wycofaj",
  actions: "Inne działania",
  emptyTitle: "Nikt nie jest jeszcze zaproszony",
  emptyText:
    "Gości wybiera się z katalogu instytucji. Nikt nie dostanie wiadomości, dopóki nie wybiorą Państwo „Wyślij”.",
  draftDebate: "Debata jest szkicem: listę gości można przygotować, a zaproszenia wyjdą dopiero po ogłoszeniu debaty.",
  datePending:
    "Debata została przełożona bez nowego terminu. Zaproszenia i przypomnienia będzie można wysłać, gdy termin będzie znany.",
  answersUntil: "Odpowiedzi do",
  noEmail: "bez e‑maila – list lub telefon",
  byLetter: (on: string) => `List: ${on}`,
  delivery: {
    queued: "Czeka na wysłanie",
    sent: (on: string) => `Wysłano ${on}`,
    kept: (on: string) => `Skrzynka ${on}`,
    failed: (on: string) => `Zwrot ${on}:`,
    none: "Nie wysłano",
  },
  failures: (code: string) => FAILURES[code] ?? `serwer poczty odmówił (${code})`,
  remindedOn: (on: string) => `przypomniano ${on}`,
  recordedVia: (channel: RsvpChannel) => (channel === "link" ? "" : channels[channel]),
  needs: "Potrzeby:",
  statement: "Stanowisko:",
  linkSent: (on: string) => `link wysłano ${on}`,
  noLink: "bez e‑maila – potwierdzenie telefoniczne",
  confirmedOn: (on: string) => `udział potwierdzony ${on}`,
  declinedOn: (on: string) => `odmowa ${on}`,
  saved: {
    invited: (n: number) => `Dodano do listy: ${counted(n, "guest")}. Zaproszenia nie zostały jeszcze wysłane.`,
    sent: (n: number) => `Wysłano ${counted(n, "invitation")}.`,
    reminded: (n: number) => `Wysłano ${counted(n, "reminder")}.`,
    kept: {
      sent: (n: number) => `Przygotowano ${counted(n, "invitation")}. ${NO_SERVER}`,
      reminded: (n: number) => `Przygotowano ${counted(n, "reminder")}. ${NO_SERVER}`,
      corrected: () => `Adres jest poprawiony, a zaproszenie z nowym linkiem przygotowane. ${NO_SERVER}`,
    },
    recorded: () => "Odpowiedź jest zapisana.",
    withdrawn: () => "Zaproszenie jest wycofane.",
    corrected: () => "Adres jest poprawiony, a zaproszenie wysłane ponownie z nowym linkiem.",
  },
};

const FAILURES: Record<string, string> = {
  "550": "nie ma takiej skrzynki",
  "551": "nie ma takiej skrzynki",
  "552": "skrzynka przepełniona",
  "553": "błędny adres",
  "554": "wiadomość odrzucona",
  ECONNREFUSED: "serwer poczty nie odpowiada",
  ECONNECTION: "serwer poczty nie odpowiada",
  ETIMEDOUT: "serwer poczty nie odpowiada",
};
