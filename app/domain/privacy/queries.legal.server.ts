import { eq } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { organizations } from "~db/schema";

/** What a unit adds to its two legal pages, and the days that stand in them. */
export async function getLegal(scope: Scope) {
  const [unit] = await read
    .select({
      privacyNote: organizations.privacyNote,
      accessibilityNote: organizations.accessibilityNote,
      accessibilityReviewedOn: organizations.accessibilityReviewedOn,
      createdAt: organizations.createdAt,
    })
    .from(organizations)
    .where(eq(organizations.id, scope.organizationId));
  if (!unit) return notFound();
  const { createdAt, ...legal } = unit;
  return { ...legal, publishedOn: warsawDate(createdAt) };
}
