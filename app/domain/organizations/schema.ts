import * as z from "zod";
import { email, line, oneOf, optional, phone } from "~/platform/fields";
import { lengthOf } from "~/platform/text";
import { ROLES } from "~db/vocabulary";
import { messages, patternRefusals } from "./messages.pl";
import { decideMinutesPattern, SWITCH } from "./rules";

const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

/** A password is taken as it is: no trimming, no rules about its signs. Only NFC, so that every keyboard gives the same. */
export const password = z
  .string({ error: messages.passwordRequired })
  .transform((typed) => typed.normalize("NFC"))
  .pipe(z.string().min(1, messages.passwordRequired).max(PASSWORD_MAX, messages.passwordLong));

export const newPassword = z
  .string({ error: messages.choosePassword })
  .transform((typed) => typed.normalize("NFC"))
  .superRefine((typed, ctx) => {
    const length = lengthOf(typed);
    const refuse = (message: string) => ctx.addIssue({ code: "custom", message });
    if (length === 0) refuse(messages.choosePassword);
    else if (length < PASSWORD_MIN) refuse(messages.passwordShort(length));
    else if (length > PASSWORD_MAX) refuse(messages.passwordLong);
  });

export const signInSchema = z.object({
  email: email(),
  password,
  dalej: z.string().max(300).optional().catch(undefined),
});

export const twice = (value: { password: string; again: string }, ctx: z.RefinementCtx) => {
  if (value.password !== value.again)
    ctx.addIssue({ code: "custom", path: ["again"], message: messages.passwordsDiffer });
};
export const again = z
  .string()
  .optional()
  .transform((typed = "") => typed.normalize("NFC"));

/** Somebody new, somebody who has an account elsewhere, somebody of this unit who has forgotten the password. */
export const joinSchemas = {
  new: z
    .object({
      name: line({ label: messages.join.nameLabel, max: 120, min: 3 }),
      rank: optional(line({ max: 60 })).transform((rank) => rank ?? ""),
      password: newPassword,
      again,
    })
    .superRefine(twice),
  known: z.object({ password }),
  forgotten: z.object({ password: newPassword, again }).superRefine(twice),
};

export const inviteSchema = z.object({ email: email(), role: oneOf(ROLES, { label: "rolę" }) });
export type NewInvite = z.output<typeof inviteSchema>;

export const row = z.string().regex(/^[\w-]{1,64}$/);

/** The forms of the page of members; each says what it wants. */
export const membersSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), ...inviteSchema.shape }),
  z.object({ intent: z.literal("role"), id: row, role: oneOf(ROLES, { label: "rolę" }) }),
  z.object({ intent: z.literal("end"), id: row }),
  z.object({ intent: z.literal("password"), id: row }),
  z.object({ intent: z.literal("revoke"), id: row }),
  z.object({ intent: z.literal("second_factor"), id: row }),
]);
export type MembersForm = z.output<typeof membersSchema>;

const orEmpty = <T extends z.ZodType<string, string | null | undefined>>(field: T) =>
  optional(field).transform((value) => value ?? "");

export const unitSchema = z.object({
  name: line({ label: "nazwę jednostki", max: 160 }),
  shortName: line({ label: "nazwę skróconą", max: 80 }),
  department: orEmpty(line({ max: 160 })),
  locality: orEmpty(line({ max: 80 })),
  localityIn: orEmpty(line({ max: 80 })),
  address: orEmpty(line({ max: 200 })),
  phone: orEmpty(phone()),
  email: orEmpty(email()),
  headOffice: orEmpty(line({ max: 160 })),
  dataOfficer: orEmpty(line({ max: 200 })),
  /** Two words and no box: a box that is not ticked is not sent, and then nobody knows whether it was there. */
  reminds: oneOf(SWITCH, { label: "czy wysyłać przypomnienia" }).transform((word) => word === "on"),
  chairEmail: orEmpty(email()),
  needsSecondFactor: oneOf(SWITCH, { label: "kto ma mieć drugi składnik logowania" }).transform(
    (word) => word === "on",
  ),
  minutesPattern: line({ label: "wzór numeru protokołu", max: 40 }).superRefine((pattern, ctx) => {
    const decided = decideMinutesPattern(pattern);
    if (!decided.ok) ctx.addIssue({ code: "custom", message: patternRefusals[decided.reason] });
  }),
});
export type UnitSettings = z.output<typeof unitSchema>;

/** What the operator's script is given. */
export const newUnitSchema = unitSchema.omit({ reminds: true, chairEmail: true, needsSecondFactor: true }).extend({
  slug: z.string({ error: messages.slug }).regex(/^(?!.*--)[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/, messages.slug),
});
export type NewUnit = Partial<UnitSettings> & { slug: string; name: string };

export const adminSchema = z.object({
  email: email(),
  name: orEmpty(line({ max: 120 })),
  rank: orEmpty(line({ max: 60 })),
});
