import type { AuditRow } from "~/domain/history/queries.audit.server";
import type { AuditAction, AuditData } from "~/domain/history/rules.audit";
import { roles, settings } from "~/domain/organizations/messages.pl";
import type { List } from "~/platform/lists";
import { formatShortWithTime } from "~/platform/time";
import type { Role } from "~db/vocabulary";

export const auditActions = {
  signed_in: "Zalogowanie",
  sign_in_refused: "Odmowa zalogowania",
  signed_out: "Wylogowanie",
  session_ended: "Zakończenie sesji",
  second_factor_started: "Włączenie drugiego składnika logowania",
  second_factor_ended: "Wyłączenie drugiego składnika logowania",
  recovery_codes_made: "Utworzenie kodów zapasowych",
  recovery_code_used: "Użycie kodu zapasowego",
  password_changed: "Zmiana hasła",
  password_reset_asked: "Prośba o\u00a0nowe hasło",
  password_reset_done: "Ustawienie nowego hasła",
  member_invited: "Zaproszenie do jednostki",
  member_invite_revoked: "Odwołanie zaproszenia do jednostki",
  member_joined: "Przyjęcie do jednostki",
  member_role_changed: "Zmiana roli",
  member_ended: "Zakończenie członkostwa",
  password_link_sent: "Wysłanie linku do nowego hasła",
  settings_changed: "Zmiana ustawień jednostki",
  legal_pages_changed: "Zmiana informacji dla mieszkańców",
  retention_changed: "Zmiana okresów przechowywania",
  retention_run: "Usunięcie danych po upływie okresu",
  list_taken_out: "Pobranie wykazu",
  archive_taken_out: "Pobranie archiwum debaty",
  minutes_taken_out: "Pobranie protokołu w\u00a0wersji wewnętrznej",
  file_taken_out: "Pobranie załącznika",
  letter_read: "Otwarcie wiadomości ze skrzynki nadawczej",
  audit_taken_out: "Pobranie dziennika",
  person_looked_up: "Sprawdzenie danych osoby",
  person_exported: "Wydanie kopii danych osobie",
  person_erased: "Usunięcie danych osoby",
  link_renewed: "Unieważnienie i\u00a0wymiana linku",
} satisfies Record<AuditAction, string>;

export const audit = {
  title: "Dziennik bezpieczeństwa",
  lead: "Kto pobierał dane, zmieniał uprawnienia i\u00a0ustawienia. Wpisów nie można zmienić ani usunąć przez 5\u00a0lat. Nie ma w\u00a0nich treści zgłoszeń, adresów ani linków.",
  caption: "Wpisy dziennika",
  filter: "Filtr dziennika",
  columns: { when: "Kiedy", who: "Kto", what: "Co", about: "Szczegóły" },
  person: "Osoba",
  action: "Czynność",
  day: "Dzień",
  dayHint: "Na przykład 24.11.2026.",
  all: "wszystkie",
  everybody: "wszyscy",
  empty: "Nie ma wpisów",
  emptyText: "Tu pojawi się każda czynność ważna dla bezpieczeństwa i\u00a0danych osobowych.",
  emptyFiltered: "Żaden wpis nie pasuje do filtra.",
  older: "Starsze",
  newest: "Najnowsze",
  takeOut: "Pobierz jako CSV",
  takeOutNote: "Plik ma najwyżej 20 000 wpisów. Pobranie też zostanie zapisane w\u00a0dzienniku.",
  fileName: (day: string) => `Dziennik bezpieczeństwa ${day}`,
  sheet: "Dziennik",
  id: "Identyfikator",
  cut: "(Tekst skrócony.)",
};

/** Whoever is no member of the unit acts by a link, or is the service itself. */
const KINDS: Record<string, string> = {
  system: "serwis",
  public: "osoba bez konta",
  user: "konto spoza jednostki",
  invitation: "zaproszony gość",
  substitute: "zastępca gościa",
  registration: "osoba z\u00a0rezerwacją",
  motion: "autor wniosku",
  body: "instytucja",
  reader: "czytający projekt protokołu",
  follower: "obserwujący sprawę",
};
export const whoActed = ({ actor, actorName }: Pick<AuditRow, "actor" | "actorName">) =>
  actorName ?? KINDS[actor.split(":")[0] ?? ""] ?? "serwis";

const NAMES: Record<string, string> = {
  kind: "rodzaj",
  rows: "liczba pozycji",
  format: "format",
  file: "plik",
  debate: "debata",
  link: "link",
  method: "sposób",
  device: "urządzenie",
  reason: "powód",
  number: "numer",
  left: "pozostało kodów",
  all: "wszystkie inne",
  ...settings.fields,
};
/** How somebody has signed in, or could not. */
const WORDS: Record<string, string> = { password: "hasło", code: "kod z\u00a0aplikacji", recovery: "kod zapasowy" };
const roleWord = (word: unknown) => roles[word as Role] ?? String(word);

/** The facts of an entry in a few words: „organizator → administrator”. */
export function auditDetails({ data, subjectName }: { data: AuditData | null; subjectName: string | null }) {
  const { role, from, to, ...rest } = data ?? {};
  const facts = [
    subjectName,
    from && to ? `${roleWord(from)} → ${roleWord(to)}` : role && `rola: ${roleWord(role)}`,
    ...Object.entries(rest)
      .filter(([, value]) => value !== null)
      .map(([name, value]) =>
        value === true ? (NAMES[name] ?? name) : `${NAMES[name] ?? name}: ${WORDS[String(value)] ?? value}`,
      ),
  ];
  return facts.filter(Boolean).join(", ");
}

export const auditList = (rows: readonly AuditRow[]): List => ({
  sheet: audit.sheet,
  cut: audit.cut,
  columns: [
    { label: audit.columns.when, width: 24 },
    { label: audit.columns.who, width: 28 },
    { label: audit.columns.what, width: 40 },
    { label: audit.columns.about, width: 50 },
    { label: audit.id, width: 38 },
  ],
  rows: rows.map((row) => [
    formatShortWithTime(row.at),
    whoActed(row),
    auditActions[row.action as AuditAction] ?? row.action,
    auditDetails(row),
    row.subjectId ?? "",
  ]),
});
