import * as z from "zod";
import { dateField, optional, paragraph, wholeNumber } from "~/platform/fields";
import { life } from "./messages.life.pl";
import { reader } from "./messages.reader.pl";
import { LONGEST_PART } from "./rules";
import { WINDOW_DAYS } from "./rules.window";

const _words = life.window;

/** Opens, moves or closes the time for remarks. */
export const windowSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("open"),
    days: wholeNumber({ label: "liczbę dni na uwagi", min: 1, max: WINDOW_DAYS.most }),
  }),
  z.object({ do: z.literal("extend"), until: dateField({ label: "nowy ostatni dzień" }) }),
  z.object({ do: z.literal("close") }),
]);

const key = z
  .string()
  .max(60)
  .regex(/^[a-z]+(?::[a-z0-9-]+)?$/);

/** What comes by the link of somebody who was there. An empty proposal asks to leave the paragraph out. */
export const proposalSchema = z
  .object({
    partKey: key,
    original: optional(paragraph({ max: LONGEST_PART })),
    proposed: optional(paragraph({ max: LONGEST_PART })),
    reason: optional(paragraph({ max: 1500 })),
  })
  .transform(({ partKey, original, proposed, reason }, ctx) => {
    if (!original && !proposed)
      ctx.addIssue({ code: "custom", message: reader.form.proposedMissing, path: ["proposed"] });
    return { partKey, original: original ?? "", proposed: proposed ?? "", reason: reason ?? "" };
  });

const id = z.uuid();

/** What a clerk does with a remark. */
export const decisionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("accept"), id, note: optional(paragraph({ max: 1500 })) }),
  z.object({
    do: z.literal("merge"),
    id,
    note: optional(paragraph({ max: 1500 })),
    text: optional(paragraph({ max: LONGEST_PART })),
  }),
  z.object({
    do: z.literal("reject"),
    id,
    reason: paragraph({ max: 1500, messages: { required: life.list.rejectMissing } }),
  }),
]);
