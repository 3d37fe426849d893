import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { dateField, optional, paragraph } from "~/platform/fields";

const text = () => optional(paragraph({ max: 4000 })).transform((typed) => typed ?? "");

export const legalSchema = z.object({
  intent: z.enum(["save", "preview"]).catch("save"),
  privacyNote: text(),
  accessibilityNote: text(),
  accessibilityReviewedOn: optional(dateField({ label: "datę przeglądu" })).transform((day) => day ?? null),
});
export type LegalTexts = Omit<z.output<typeof legalSchema>, "intent">;
