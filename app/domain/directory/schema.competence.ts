import * as z from "zod"; // as a namespace: `{ z }` would ship every locale
import { line, oneOf, optional } from "~/platform/fields";
import { COMPETENCE_CATEGORIES } from "~db/vocabulary";

const orEmpty = line({ max: 200 });

export const competenceSchema = z.object({
  category: oneOf(COMPETENCE_CATEGORIES, { label: "kategorię" }),
  area: optional(orEmpty).transform((text) => text ?? ""),
  bodyId: line({ max: 64, messages: { required: "Proszę wybrać instytucję." } }),
  reason: optional(orEmpty).transform((text) => text ?? ""),
});
export type CompetenceValue = z.output<typeof competenceSchema>;
