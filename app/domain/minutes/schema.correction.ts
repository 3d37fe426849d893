import * as z from "zod";
import { dateField, line, oneOf, optional, paragraph, timeField, wholeNumber } from "~/platform/fields";
import { instantAt } from "~/platform/time";
import { correction } from "./messages.correction.pl";
import { messages } from "./messages.pl";
import { LONGEST_PART } from "./rules";
import { fieldNamed } from "./rules.correction-fields";
import { CHOICES, isChoice, type Kind } from "./rules.correction-values";

const { page } = correction;
const STEPS = ["start", "save", "approve", "abandon"] as const;
const texts = paragraph({ max: LONGEST_PART });

/** „18.03.2026, 17:00” */
const moment = z
  .string()
  .nullish()
  .transform((typed, ctx): string => {
    const [, date = "", time = ""] =
      /^(.*?)[\s,]+((?:godz\.\s*)?\d{1,2}(?:[:.]\d\d)?)$/u.exec((typed ?? "").trim()) ?? [];
    const [day, clock] = [dateField().safeParse(date), timeField().safeParse(time)];
    const at = day.success && clock.success ? instantAt(day.data, clock.data) : null;
    if (at?.ok) return at.value.toISOString();
    const sentence = date ? day.error?.issues[0]?.message : undefined;
    ctx.addIssue({ code: "custom", message: sentence ?? page.momentWrong });
    return z.NEVER;
  });

const readerOf = (as: Kind): z.ZodType<string | number, string | null | undefined> => {
  if (isChoice(as)) return oneOf(CHOICES[as]);
  if (as === "date") return dateField();
  if (as === "moment") return moment;
  if (as === "count") return wholeNumber({ max: 100_000 });
  return as === "line" ? line({ max: 500 }) : texts;
};

/** What the form of a correction brings; `approvedBy` only where it is approved. */
export const correctionSchema = z
  .looseObject({
    do: z.enum(STEPS),
    reason: optional(paragraph({ max: 1500 })),
    approvedBy: optional(line({ max: 120 })),
  })
  .transform(({ do: step, reason, approvedBy, ...fields }, ctx) => {
    const complain = (path: string, message: string) => ctx.addIssue({ code: "custom", message, path: [path] });
    if (step !== "abandon" && !reason) complain("reason", page.reasonMissing);
    if (step === "approve" && !approvedBy) complain("approvedBy", messages.approvedByMissing);
    const texts: Record<string, string> = {};
    for (const [name, typed] of Object.entries(fields)) {
      const key = name.startsWith("text-") ? name.slice(5) : "";
      const field = fieldNamed(key);
      if (!field) continue;
      const read = optional(readerOf(field.as)).safeParse(typed);
      if (read.success) texts[key] = String(read.data ?? "");
      else for (const { message } of read.error.issues) complain(name, message);
    }
    return { step, reason: reason ?? "", approvedBy: approvedBy ?? "", texts };
  });
