import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { captureSchema } from "~/domain/motions/schema";
import { checkbox, dateField, line, oneOf, optional, paragraph } from "~/platform/fields";
import { HEAD_COUNT_GROUPS, RAISED_BY } from "~db/vocabulary";
import { messages } from "./messages.pl";
import { speeches } from "./messages.speeches.pl";

/** What is typed while somebody speaks: the words, and whatever is known about them. */
export const hallMotionSchema = captureSchema
  .pick({ text: true, place: true, category: true })
  .extend({
    raisedBy: oneOf(RAISED_BY),
    ownerBodyId: optional(line({ max: 64 })),
    dueOn: optional(dateField()),
    policeOnly: checkbox(),
  })
  // Only a task has a date: without somebody to do it, what was agreed in the room would be lost.
  .refine(({ dueOn, ownerBodyId, policeOnly }) => !dueOn || ownerBodyId || policeOnly, {
    path: ["ownerBodyId"],
    message: messages.errors.dueWithoutOwner,
  });

const motionId = z.string().max(64);
const text = optional(paragraph({ max: 1000 })).transform((typed) => typed ?? "");
const bodyId = line({ max: 64, messages: { required: messages.errors.body } });

/** One form beside each motion; the button that was pressed decides which of its fields count. */
export const outcomeSchema = z.discriminatedUnion(
  "outcome",
  [
    z.object({ outcome: z.literal("answered"), motionId, answer: text }),
    z.object({ outcome: z.literal("task"), motionId, bodyId, dueOn: optional(dateField()), answer: text }),
    z.object({ outcome: z.literal("refer"), motionId, bodyId, answer: text }),
    z.object({
      outcome: z.literal("merge"),
      motionId,
      into: line({ max: 64, messages: { required: messages.errors.target } }),
    }),
    z.object({ outcome: z.literal("police"), motionId, answer: text }),
    z.object({ outcome: z.literal("out"), motionId, answer: text }),
  ],
  { error: messages.errors.outcome },
);
export type OutcomeInput = z.output<typeof outcomeSchema>;

export const itemSchema = z.object({ itemId: line({ max: 64 }) });

export const headCountSchema = z.object({
  group: oneOf(HEAD_COUNT_GROUPS),
  by: z.enum(["1", "-1", "10"]).transform(Number),
});

export const speechSchema = z.object({ speaker: line({ max: 160, messages: { required: speeches.missing } }) });
export const takeBackSchema = z.object({ speechId: line({ max: 64 }) });
