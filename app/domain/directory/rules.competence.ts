import { versionOf } from "~/platform/forms";
import { allow, type Outcome, refuse } from "~/platform/outcome";
import { placeKeyOf } from "~/platform/places";
import type { CompetenceCategory, MotionCategory } from "~db/vocabulary";

export type Competence = {
  category: CompetenceCategory;
  /** "" is everywhere. */
  area: string;
  areaKey: string;
  bodyId: string;
  bodyName: string;
  reason: string;
};
export type Suggestion = { bodyId: string; bodyName: string; reason: string };

/**
 * Which body is competent, as the unit has written it down: an area that the place names comes before everywhere, the
 * category itself before all of them, and of two areas the one that says more. The reason is the unit's own.
 */
export function suggestBody(
  competences: readonly Competence[],
  { category, place }: { category: MotionCategory; place: string },
): Suggestion | null {
  const here = new Set(placeKeyOf(place).split(" "));
  const [best] = competences
    .filter((one) => one.category === "ANY" || one.category === category)
    .map((one) => ({ one, area: one.areaKey.split(" ").filter(Boolean) }))
    .filter(({ area }) => area.every((word) => here.has(word)))
    .sort(
      (a, b) => b.area.length - a.area.length || Number(a.one.category === "ANY") - Number(b.one.category === "ANY"),
    );
  if (!best) return null;
  const { bodyId, bodyName, reason, area } = best.one;
  return { bodyId, bodyName, reason: reason || area };
}

/** Over which words of a row a form was filled in. */
export const competenceVersion = ({ category, area, bodyId, reason }: Omit<Competence, "areaKey" | "bodyName">) =>
  versionOf({ category, area, bodyId, reason });

export type CompetenceRefusal = "competence_taken" | "competence_body" | "competence_gone" | "stale";

type Row = { id: string; category: CompetenceCategory; areaKey: string };

/** One body for each category and area; an archived body is competent for nothing. */
export function decideCompetence(
  known: readonly Row[],
  wanted: Row,
  body: { archivedAt: Date | null } | undefined,
): Outcome<true, CompetenceRefusal> {
  if (!body || body.archivedAt) return refuse("competence_body");
  const isTaken = known.some(
    ({ id, category, areaKey }) => id !== wanted.id && category === wanted.category && areaKey === wanted.areaKey,
  );
  return isTaken ? refuse("competence_taken") : allow(true);
}
