import * as z from "zod";
import { line, optional, paragraph } from "~/platform/fields";
import { correction } from "./messages.correction.pl";
import { messages } from "./messages.pl";
import { LONGEST_PART } from "./rules";

const TEXT = /^text-((?:item-\d{1,3}|findings|survey|attachments|distribution)(?:-public)?)$/;
const text = optional(paragraph({ max: LONGEST_PART }));

const CORRECTION_STEPS = ["start", "save", "approve", "abandon"] as const;

/** What the form of a correction brings; `approvedBy` only where it is approved. */
export const correctionSchema = z
  .looseObject({
    do: z.enum(CORRECTION_STEPS),
    reason: optional(paragraph({ max: 1500 })),
    approvedBy: optional(line({ max: 120 })),
  })
  .transform(({ do: step, reason, approvedBy, ...fields }, ctx) => {
    const complain = (path: string, message: string) => ctx.addIssue({ code: "custom", message, path: [path] });
    if (step !== "abandon" && !reason) complain("reason", correction.page.reasonMissing);
    if (step === "approve" && !approvedBy) complain("approvedBy", messages.approvedByMissing);
    const texts: Record<string, string> = {};
    for (const [name, typed] of Object.entries(fields)) {
      const key = TEXT.exec(name)?.[1];
      if (!key) continue;
      const read = text.safeParse(typed);
      if (read.success) texts[key] = read.data ?? "";
      else for (const { message } of read.error.issues) complain(name, message);
    }
    return { step, reason: reason ?? "", approvedBy: approvedBy ?? "", texts };
  });
