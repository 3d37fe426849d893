import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { checkbox, dateField, line, oneOf, optional, paragraph, wholeNumber } from "~/platform/fields";
import { DUE_BASES, TASK_STATES } from "~db/vocabulary";

const ids = z.array(z.string().max(64)).max(200);

export const taskSchema = z.object({
  motionIds: ids.min(1, "Proszę wybrać co najmniej jeden wniosek."),
  title: line({ max: 300, label: "treść zadania" }),
  details: optional(paragraph({ max: 4000 })).transform((text) => text ?? ""),
  ownerBodyId: line({ max: 64, label: "podmiot odpowiedzialny" }),
  supporterIds: ids.default([]),
  dueOn: dateField({ label: "termin" }),
  dueBasis: oneOf(DUE_BASES),
  priority: checkbox(),
  internal: checkbox(),
});
export type TaskInput = z.output<typeof taskSchema>;

/** Staff and bodies speak through the same form; what each may say is the rule's matter. */
export const moveSchema = z.object({
  to: oneOf(TASK_STATES),
  text: optional(paragraph({ max: 4000 })).transform((text) => text ?? ""),
  budgetYear: optional(wholeNumber({ min: 2000, max: 2100 })),
  author: optional(line({ max: 200 })).transform((text) => text ?? ""),
});

export const extensionSchema = z.object({
  dueOn: dateField({ label: "nowy termin" }),
  text: paragraph({ max: 4000, label: "powód" }),
  author: optional(line({ max: 200 })).transform((text) => text ?? ""),
});

export const transferSchema = z.object({
  toBodyId: line({ max: 64, label: "podmiot" }),
  text: paragraph({ max: 4000, label: "powód" }),
});
