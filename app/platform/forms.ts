/** What people typed, as it came. */
export type FormFields = Record<string, string | string[]>;

/** Beside each field its sentence; `root` is about the whole form. The shape react-hook-form uses, too. */
export type FormErrors = Record<string, { type: string; message: string }>;

/** What an action answers when it did not do what was asked: everything typed is still there. */
export type Refused = { fields: FormFields; errors: FormErrors; key: string };

export const refusedBecause = (message: string, field = "root"): FormErrors => ({
  [field]: { type: "refused", message },
});
