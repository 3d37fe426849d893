import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { line, oneOf, paragraph } from "~/platform/fields";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { repeats } from "./messages.repeats.pl";

export const dismissalSchema = z.object({
  category: oneOf(MOTION_CATEGORIES, { messages: { required: repeats.unknown } }),
  placeKey: line({ max: 400, messages: { required: repeats.unknown } }),
  note: paragraph({ max: 1000, messages: { required: repeats.noteMissing } }),
});
