import { eq, sql } from "drizzle-orm";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { organizations } from "~db/schema";

const bySlug = prepared((from) =>
  from
    .select({ revision: organizations.revision })
    .from(organizations)
    .where(eq(organizations.slug, sql.placeholder("slug"))),
);
const byId = prepared((from) =>
  from
    .select({ revision: organizations.revision })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("id"))),
);

/** How many events a unit has seen; undefined when there is no such unit. Grows with every command. */
export async function findRevision(slug: string) {
  const [unit] = await bySlug({ slug });
  return unit?.revision;
}

/** The same of a unit that is known: what was read at one revision is right as long as it stays. */
export async function revisionOf({ organizationId: id }: Scope) {
  const [unit] = await byId({ id });
  return unit?.revision ?? 0;
}
