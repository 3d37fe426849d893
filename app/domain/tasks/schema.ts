import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { checkbox, dateField, line, oneOf, optional, paragraph, wholeNumber } from "~/platform/fields";
import { DUE_BASES, TASK_STATES } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { DESK_ANSWERS } from "./rules";

const ids = z.array(z.string().max(64)).max(200);
const blank = <T>(field: z.ZodType<string | null, T>) => field.transform((typed) => typed ?? "");

export const taskSchema = z.object({
  motionIds: ids.default([]).pipe(ids.min(1, messages.motionsMissing)),
  title: line({ max: 300, label: "treść zadania" }),
  details: blank(optional(paragraph({ max: 4000 }))),
  ownerBodyId: line({ max: 64, messages: { required: messages.bodyMissing } }),
  supporterIds: ids.default([]),
  dueOn: dateField({ label: "termin" }),
  dueBasis: oneOf(DUE_BASES, { label: "podstawę terminu" }),
  priority: checkbox(),
  internal: checkbox(),
});

/** Staff and bodies speak through the same form; what each may say is the rule's matter. */
export const moveSchema = z.object({
  to: oneOf(TASK_STATES, { label: "nowy stan" }),
  text: blank(optional(paragraph({ max: 4000 }))),
  budgetYear: optional(wholeNumber({ min: 2000, max: 2100 })),
  author: blank(optional(line({ max: 200 }))),
});

export const extensionSchema = z.object({
  dueOn: dateField({ label: "nowy termin" }),
  text: paragraph({ max: 4000, messages: { required: messages.refusals.reason_required } }),
  author: blank(optional(line({ max: 200 }))),
});

export const transferSchema = z.object({
  toBodyId: line({ max: 64, messages: { required: messages.bodyMissing } }),
  text: paragraph({ max: 4000, messages: { required: messages.refusals.reason_required } }),
  dueOn: dateField({ label: "termin dla tego podmiotu" }),
  dueBasis: oneOf(DUE_BASES, { label: "podstawę terminu" }),
});

export const noteSchema = z.object({ text: paragraph({ max: 4000, messages: { required: messages.noteMissing } }) });

/** The form at the desk; a date only counts with „więcej czasu”, a year only with „potrzebne środki”. */
export const deskSchema = z.object({
  taskId: line({ max: 64 }),
  answer: oneOf(DESK_ANSWERS, { messages: { required: messages.answerMissing } }),
  text: blank(optional(paragraph({ max: 1500 }))),
  budgetYear: optional(wholeNumber({ min: 2000, max: 2100, label: "rok budżetowy" })),
  dueOn: optional(dateField({ label: "nowy termin" })),
  author: line({ max: 200, messages: { required: messages.authorMissing } }),
});
