import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { line, optional, paragraph } from "~/platform/fields";
import { messages } from "./messages.pl";

export const referralSchema = z.object({
  bodyId: line({ max: 64, messages: { required: messages.bodyMissing } }),
  answer: optional(paragraph({ max: 1000 })).transform((text) => text ?? ""),
});
