import { eq, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { organizations } from "~db/schema";

/** Prepared once, because each anonymous page asks it: planning the query costs more than running it. */
let prepared: { execute(values: { slug: string }): Promise<{ revision: number }[]> } | undefined;

/** How many events a unit has seen; undefined when there is no such unit. Grows with every command. */
export async function findRevision(slug: string) {
  prepared ??= (
    read
      .select({ revision: organizations.revision })
      .from(organizations)
      .where(eq(organizations.slug, sql.placeholder("slug"))) as unknown as {
      prepare(name: string): NonNullable<typeof prepared>;
    }
  ).prepare("unit_revision");
  const [unit] = await prepared.execute({ slug });
  return unit?.revision;
}
