/** What the log of safety knows of. An act that is not here cannot be recorded, so each has its sentence. */
export const AUDIT_ACTIONS = [
  "signed_in",
  "sign_in_refused",
  "signed_out",
  "session_ended",
  "second_factor_started",
  "second_factor_ended",
  "recovery_codes_made",
  "recovery_code_used",
  "password_changed",
  "password_reset_asked",
  "password_reset_done",
  "member_invited",
  "member_invite_revoked",
  "member_joined",
  "member_role_changed",
  "member_ended",
  "password_link_sent",
  "settings_changed",
  "legal_pages_changed",
  "retention_changed",
  "retention_run",
  "list_taken_out",
  "archive_taken_out",
  "minutes_taken_out",
  "file_taken_out",
  "letter_read",
  "audit_taken_out",
  "person_looked_up",
  "person_exported",
  "person_erased",
  "link_renewed",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditData = Record<string, string | number | boolean | null>;

/** One word of our own: a role, a name of a file, a number of a debate, an id. All small: names, codes and tokens are not. */
const WORD = /^[a-z0-9][a-z0-9._:/-]{0,47}$/;
/** A resident's code, spoken letters in groups of four. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){1,2}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What a key to a page looks like: long, in one piece. */
const TOKEN = /[a-z0-9_]{20,}/;
/** Nine digits and more are a telephone or a PESEL. */
const NUMBER = /\d(?:[ ./-]?\d){8,}/;

/** May it stand in a log that nobody can ever change? */
export const isAuditWord = (value: string) =>
  WORD.test(value) && (UUID.test(value) || !(CODE.test(value) || TOKEN.test(value) || NUMBER.test(value)));

/**
 * What may be kept of an act for five years without anybody being able to erase it: words of our own. Anything else is
 * left out and not refused, because the log must not make the act fail that it records.
 */
export const tidyAuditData = (data: AuditData | undefined): AuditData | null =>
  data
    ? Object.fromEntries(
        Object.entries(data).map(([name, value]) => [
          name,
          typeof value === "string" && !isAuditWord(value) ? null : value,
        ]),
      )
    : null;
