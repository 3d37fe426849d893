import type { Scope } from "~/platform/scope";
import { findPublished } from "./queries.server";
import { placeOf } from "./rules.place";
import { sectionsOf } from "./rules.sections";

/** The paragraph of the published minutes of a debate that speaks of this matter; null while there is none. */
export async function findPlace(scope: Scope, debateId: string, number: string) {
  const found = await findPublished(scope, debateId);
  return found ? placeOf(sectionsOf(found.document), number) : null;
}
