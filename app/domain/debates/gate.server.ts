import { and, eq, isNotNull, sql } from "drizzle-orm";
import { UNIT } from "~/domain/organizations/queries.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Reads } from "~db/database";
import { debates, organizations } from "~db/schema";
import { tidyDebateCode } from "./rules.code";

const announced = (from: Reads) =>
  from
    .select({ unit: UNIT, debate: debates })
    .from(debates)
    .innerJoin(organizations, eq(organizations.id, debates.organizationId));

const byAddress = prepared((from) =>
  announced(from).where(
    and(
      eq(organizations.slug, sql.placeholder("unit")),
      eq(debates.slug, sql.placeholder("debate")),
      isNotNull(debates.announcedAt),
    ),
  ),
);
const byCode = prepared((from) =>
  announced(from).where(and(eq(debates.code, sql.placeholder("code")), isNotNull(debates.announcedAt))),
);

/** The gate of a debate's public pages. A draft does not exist out there; what was called off still does. */
export async function openPublicDebate(unitSlug: string | undefined, debateSlug: string | undefined) {
  const [found] = await byAddress({ unit: nameIn(unitSlug), debate: nameIn(debateSlug) });
  return found ? opened(found) : notFound();
}

/** /d/:code, typed from a poster: capitals, spaces and dashes do not matter. */
export async function openShortCode(code: string | undefined) {
  const [found] = await byCode({ code: tidyDebateCode(code ?? "") });
  if (!found) return notFound();
  return { ...opened(found), path: `/u/${found.unit.slug}/debates/${found.debate.slug}` };
}

function opened<T extends { unit: { id: string } }>(found: T) {
  return { ...found, scope: mintScope(found.unit.id, "public") };
}
