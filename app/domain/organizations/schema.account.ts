import * as z from "zod";
import { email } from "~/platform/fields";
import { messages } from "./messages.account.pl";
import { again, newPassword, password, row, twice } from "./schema";

const goTo = z.string().max(300).optional().catch(undefined);

/** Six digits of the phone; apps show them in two groups. */
const phoneCode = z
  .string({ error: messages.codeRequired })
  .transform((typed) => typed.replace(/[\s-]/g, ""))
  .superRefine((typed, ctx) => {
    if (/^\d{6}$/.test(typed)) return;
    ctx.addIssue({ code: "custom", message: typed === "" ? messages.codeRequired : messages.codeShape });
  });

/** A code of the sheet, as people type it. */
const sheetCode = z.string({ error: messages.recoveryRequired }).superRefine((typed, ctx) => {
  if (/^[\s-]*(?:[0-9a-z][\s-]*){12}$/i.test(typed)) return;
  ctx.addIssue({ code: "custom", message: typed.trim() === "" ? messages.recoveryRequired : messages.recoveryShape });
});

/** Each field has a form of its own, so that a phone shows digits for the one and letters for the other. */
export const codeSchema = z.discriminatedUnion("with", [
  z.object({ with: z.literal("code"), code: phoneCode, dalej: goTo }),
  z.object({ with: z.literal("recovery"), recovery: sheetCode, dalej: goTo }),
]);

export const accountSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("password"), current: password, password: newPassword, again }).superRefine(twice),
  z.object({ do: z.literal("end"), current: password, id: row }),
  z.object({ do: z.literal("end_others"), current: password }),
]);
export type AccountForm = z.output<typeof accountSchema>;

const sealed = z.string().max(400);
export const secondFactorSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("start"), current: password }),
  z.object({ do: z.literal("confirm"), sealed, code: phoneCode }),
  z.object({ do: z.literal("codes"), current: password }),
  z.object({ do: z.literal("end"), current: password, code: z.union([phoneCode, sheetCode], messages.codeShape) }),
]);
export type SecondFactorForm = z.output<typeof secondFactorSchema>;

export const forgottenSchema = z.object({ email: email() });
export const resetSchema = z.object({ password: newPassword, again }).superRefine(twice);
