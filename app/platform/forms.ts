/** What people typed, as it came. */
export type FormFields = Record<string, string | string[]>;

/** Beside each field its sentence; `root` is about the whole form. The shape react-hook-form uses, too. */
export type FormErrors = Record<string, { type: string; message: string }>;

/** What an action answers when it did not do what was asked: everything typed is still there. */
export type Refused = { fields: FormFields; errors: FormErrors; key: string };

export const refusedBecause = (message: string, field = "root"): FormErrors => ({
  [field]: { type: "refused", message },
});

/**
 * Over which values a form was filled in, where no column counts the versions of a row: a checksum in nine digits, which
 * is all that a form's version may have.
 */
export function versionOf(values: Record<string, string | boolean>) {
  const text = JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum % 1_000_000_000;
}
