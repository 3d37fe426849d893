import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { checkbox, dateField, line, oneOf, optional, paragraph, wholeNumber } from "~/platform/fields";
import { today } from "~/platform/time";
import { DUE_BASES, TASK_STATES } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { DESK_ANSWERS } from "./rules.desk";

const ids = z.array(z.string().max(64)).max(200);
const blank = <T>(field: z.ZodType<string | null, T>) => field.transform((typed) => typed ?? "");

/** The day is over when the form is sent, not when the service was started, so today is asked for each time. */
const comingDay = (label: string) =>
  dateField({ label }).refine((day) => day >= today(new Date()), messages.refusals.date_past);
const due = (label: string) => ({
  dueOn: comingDay(label),
  dueBasis: oneOf(DUE_BASES, { label: "podstawę terminu" }),
  dueFrom: optional(dateField({ label: "dzień, od którego biegnie termin" })),
});

export const taskSchema = z.object({
  motionIds: ids.default([]).pipe(ids.min(1, messages.motionsMissing)),
  title: line({ max: 300, label: "treść zadania" }),
  details: blank(optional(paragraph({ max: 4000 }))),
  ownerBodyId: line({ max: 64, messages: { required: messages.bodyMissing } }),
  supporterIds: ids.default([]),
  ...due("termin"),
  priority: checkbox(),
  internal: checkbox(),
});

/** Staff and bodies speak through the same form; what each may say is the rule's matter. */
export const moveSchema = z.object({
  to: oneOf(TASK_STATES, { label: "nowy stan" }),
  text: blank(optional(paragraph({ max: 4000 }))),
  budgetYear: optional(wholeNumber({ min: 2000, max: 2100 })),
  progress: optional(wholeNumber({ min: 0, max: 100 })),
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
  /** It may come back to a body that has had it before, if somebody says so. */
  again: checkbox(),
  ...due("termin dla tego podmiotu"),
});

export const noteSchema = z.object({ text: paragraph({ max: 4000, messages: { required: messages.noteMissing } }) });

const progress = optional(wholeNumber({ min: 0, max: 100, label: "postęp w procentach" }));
const evidenceTitle = blank(optional(line({ max: 160 })));

/** The form at the desk; what does not belong to the chosen answer counts for nothing. */
export const deskSchema = z.object({
  taskId: line({ max: 64 }),
  answer: oneOf(DESK_ANSWERS, { messages: { required: messages.answerMissing } }),
  text: blank(optional(paragraph({ max: 1500 }))),
  budgetYear: optional(wholeNumber({ min: 2000, max: 2100, label: "rok budżetowy" })),
  dueOn: optional(dateField({ label: "nowy termin" })),
  progress,
  toBodyId: optional(line({ max: 64 })),
  evidenceTitle,
  author: line({ max: 200, messages: { required: messages.authorMissing } }),
  authorPost: line({ max: 200, messages: { required: messages.postMissing } }),
});

/** A decision that is told to the body needs its reason. */
export const reasonSchema = z.object({
  text: paragraph({ max: 4000, messages: { required: messages.refusals.reason_required } }),
});
export const prioritySchema = z.object({ priority: checkbox() });
export const evidenceSchema = z.object({
  evidenceTitle,
  author: blank(optional(line({ max: 200 }))),
});
export const showSchema = z.object({
  fileId: line({ max: 64 }),
  public: checkbox(),
  title: blank(optional(line({ max: 160 }))),
});
