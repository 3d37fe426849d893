import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { dateField, email, line, oneOf, optional, paragraph, phone } from "~/platform/fields";
import { refusedBecause } from "~/platform/forms";
import { BODY_KINDS, GENDERS } from "~db/vocabulary";
import { messages } from "./messages.pl";
import type { DirectoryRefusal } from "./rules";

/** Beside which field a refusal is shown (422); the rest is about the moment (409). */
const FIELD_OF: Partial<Record<DirectoryRefusal, string>> = {
  body_name_taken: "name",
  office_title_taken: "title",
  holds_already: "startsOn",
  term_before_last: "startsOn",
  term_ends_before_start: "endsOn",
};

export function refusedEntry(reason: DirectoryRefusal) {
  const field = FIELD_OF[reason];
  return { errors: refusedBecause(messages.refusals[reason], field), status: field ? 422 : 409 };
}

const orEmpty = <S extends z.ZodType<string | null, string | null | undefined>>(field: S) =>
  field.transform((text) => text ?? "");
const contact = { email: orEmpty(optional(email())), phone: orEmpty(optional(phone())) };

const body = {
  kind: oneOf(BODY_KINDS, { label: "rodzaj instytucji" }),
  name: line({ label: "nazwę instytucji", max: 200 }),
  area: orEmpty(optional(line())),
  address: orEmpty(optional(line())),
  note: orEmpty(optional(paragraph({ max: 1000 }))),
  ...contact,
};
const bodySchema = z.object(body);

const title = line({ label: "nazwę stanowiska", max: 160 });
const salutation = orEmpty(optional(line({ max: 120 })));

/** Salutations that are left empty are suggested by the title. */
const officeSchema = z.object({ title, salutationMale: salutation, salutationFemale: salutation });

const person = {
  name: line({ label: "imię i nazwisko", max: 120 }),
  rank: orEmpty(optional(line({ max: 60 }))),
  gender: oneOf(GENDERS, { label: "formę zwrotu" }),
  salutation,
  ...contact,
};
export const personSchema = z.object(person);
export type PersonValue = z.output<typeof personSchema>;

const startsOn = dateField({ label: "początek kadencji" });

/** Somebody who is known, or somebody new. */
const appointmentSchema = z
  .object({ ...person, name: orEmpty(optional(person.name)), personId: orEmpty(optional(line({ max: 64 }))), startsOn })
  .transform(({ personId, startsOn, ...typed }, ctx) => {
    if (personId) return { personId, startsOn, person: null };
    if (typed.name) return { personId: null, startsOn, person: typed };
    ctx.addIssue({ code: "custom", path: ["name"], message: messages.personMissing });
    return z.NEVER;
  });

const endOfTermSchema = z.object({ endsOn: dateField({ label: "koniec kadencji" }) });

/** A body, and if wished its first office and who holds it. */
export const registrationSchema = z
  .object({
    ...body,
    title: orEmpty(optional(title)),
    personName: orEmpty(optional(person.name)),
    rank: person.rank,
    gender: oneOf(GENDERS).nullish(),
    personEmail: contact.email,
    personPhone: contact.phone,
    startsOn: optional(dateField({ label: "początek kadencji" })),
  })
  .transform((typed, ctx) => {
    const { title, personName, rank, gender, personEmail, personPhone, startsOn, ...value } = typed;
    if (personName && !title) {
      ctx.addIssue({ code: "custom", path: ["title"], message: messages.personNeedsOffice });
      return z.NEVER;
    }
    const holder = { name: personName, rank, gender: gender ?? ("unknown" as const), salutation: "" };
    return {
      body: value,
      office: title ? { title, salutationMale: "", salutationFemale: "" } : null,
      person: personName ? { ...holder, email: personEmail, phone: personPhone } : null,
      startsOn,
    };
  });
export type RegistrationValue = z.output<typeof registrationSchema>;

const nothing = z.object({});

/** The forms of a body's page: one at a time, each with its own address. */
export const BODY_FORMS = [
  "body",
  "office",
  "title",
  "appoint",
  "person",
  "end",
  "archive",
  "restore",
  "desk",
] as const;
export type BodyForm = (typeof BODY_FORMS)[number];

const named = <F extends BodyForm, S extends z.ZodType>(form: F, schema: S) =>
  schema.transform((value: z.output<S>) => ({ form, value }));

export const FORM_SCHEMAS = {
  body: named("body", bodySchema),
  office: named("office", officeSchema),
  title: named("title", officeSchema),
  appoint: named("appoint", appointmentSchema),
  person: named("person", personSchema),
  end: named("end", endOfTermSchema),
  archive: named("archive", nothing),
  restore: named("restore", nothing),
  desk: named("desk", nothing),
} satisfies Record<BodyForm, z.ZodType>;
export type FilledForm = z.output<(typeof FORM_SCHEMAS)[BodyForm]>;
