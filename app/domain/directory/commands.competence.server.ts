import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import { placeKeyOf } from "~/platform/places";
import type { Scope } from "~/platform/scope";
import { bodies, competences } from "~db/schema";
import { competenceVersion, decideCompetence } from "./rules.competence";
import type { CompetenceValue } from "./schema.competence";

const mine = (scope: Scope, id: string) =>
  and(eq(competences.organizationId, scope.organizationId), eq(competences.id, id));

/** The row that a form was filled in over, and over which words of it (`competenceVersion`). */
type About = { id: string; version: number | undefined };

/** Writes a row down, or changes one, if it is still there and still as it was. */
export function saveCompetence(scope: Scope, about: About | null, value: CompetenceValue, now = new Date()) {
  return inTransaction(async () => {
    const known = await read
      .select({
        id: competences.id,
        category: competences.category,
        area: competences.area,
        areaKey: competences.areaKey,
        bodyId: competences.bodyId,
        reason: competences.reason,
      })
      .from(competences)
      .where(eq(competences.organizationId, scope.organizationId));
    const id = about?.id ?? null;
    const edited = known.find((row) => row.id === id);
    if (about && !edited) return refuse("competence_gone");
    if (about && edited && about.version !== competenceVersion(edited)) return refuse("stale");
    const [body] = await read
      .select({ name: bodies.name, archivedAt: bodies.archivedAt })
      .from(bodies)
      .where(and(eq(bodies.organizationId, scope.organizationId), eq(bodies.id, value.bodyId)));
    const row = { ...value, areaKey: placeKeyOf(value.area), id: id ?? randomUUID() };
    const decision = decideCompetence(known, row, body);
    if (!decision.ok) return decision;
    if (id) await write.update(competences).set(row).where(mine(scope, id));
    else await write.insert(competences).values({ ...row, organizationId: scope.organizationId });
    await recordEvent(scope, { action: "competence_saved", subjectId: row.id, data: { name: body?.name ?? "" } }, now);
    return allow({ id: row.id });
  });
}

export function removeCompetence(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const [row] = await read
      .select({ name: bodies.name })
      .from(competences)
      .innerJoin(bodies, eq(bodies.id, competences.bodyId))
      .where(mine(scope, id));
    if (!row) return notFound();
    await write.delete(competences).where(mine(scope, id));
    await recordEvent(scope, { action: "competence_removed", subjectId: id, data: { name: row.name } }, now);
    return allow({ id });
  });
}
