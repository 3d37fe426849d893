import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { bodies, competences } from "~db/schema";

/** Who is competent for what and where; bodies in the archive are for nothing. */
export const listCompetences = ({ organizationId: unit }: Scope) => ofUnit({ unit });
export type CompetenceRow = Awaited<ReturnType<typeof listCompetences>>[number];

const ofUnit = prepared((from) =>
  from
    .select({
      id: competences.id,
      category: competences.category,
      area: competences.area,
      areaKey: competences.areaKey,
      bodyId: competences.bodyId,
      bodyName: bodies.name,
      reason: competences.reason,
    })
    .from(competences)
    .innerJoin(bodies, eq(bodies.id, competences.bodyId))
    .where(and(eq(competences.organizationId, sql.placeholder("unit")), isNull(bodies.archivedAt)))
    .orderBy(asc(bodies.search), asc(competences.category), asc(competences.areaKey)),
);
