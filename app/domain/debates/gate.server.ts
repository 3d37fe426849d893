import { and, eq, isNotNull } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { debates, organizations } from "~db/schema";
import { tidyDebateCode } from "./rules.code";

const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  shortName: organizations.shortName,
  department: organizations.department,
  locality: organizations.locality,
  localityIn: organizations.localityIn,
  address: organizations.address,
  phone: organizations.phone,
  email: organizations.email,
  headOffice: organizations.headOffice,
  dataOfficer: organizations.dataOfficer,
};

const announced = () =>
  read
    .select({ unit: UNIT, debate: debates })
    .from(debates)
    .innerJoin(organizations, eq(organizations.id, debates.organizationId));

/** The gate of a debate's public pages. A draft does not exist out there; what was called off still does. */
export async function openPublicDebate(unitSlug: string | undefined, debateSlug: string | undefined) {
  const [found] = await announced().where(
    and(eq(organizations.slug, nameIn(unitSlug)), eq(debates.slug, nameIn(debateSlug)), isNotNull(debates.announcedAt)),
  );
  return found ? opened(found) : notFound();
}

/** /d/:code, typed from a poster: capitals, spaces and dashes do not matter. */
export async function openShortCode(code: string | undefined) {
  const [found] = await announced().where(
    and(eq(debates.code, tidyDebateCode(code ?? "")), isNotNull(debates.announcedAt)),
  );
  if (!found) return notFound();
  return { ...opened(found), path: `/u/${found.unit.slug}/debates/${found.debate.slug}` };
}

function opened<T extends { unit: { id: string } }>(found: T) {
  return { ...found, scope: mintScope(found.unit.id, "public") };
}
