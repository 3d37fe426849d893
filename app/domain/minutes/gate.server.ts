import { and, eq, gte, lt } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { debates, minutes, organizations } from "~db/schema";
import { hashTyped } from "./rules";

/**
 * The gate behind the address on a paper: whoever holds the paper may ask whether it is current, and learns no more
 * than the paper says. Part of the hash will do, as long as it is long enough that nobody hits one by trying.
 */
export async function openPaper(typed: string | undefined) {
  const hash = hashTyped(typed);
  if (!hash) return undefined;
  const [found, another] = await read
    .select({
      number: minutes.number,
      status: minutes.status,
      approvedAt: minutes.approvedAt,
      sha256: minutes.sha256,
      unit: organizations.name,
      unitSlug: organizations.slug,
      debateSlug: debates.slug,
      topic: debates.topic,
    })
    .from(minutes)
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .innerJoin(organizations, eq(organizations.id, minutes.organizationId))
    // A range instead of LIKE, so that the index is used in either database; "g" comes after every hexadecimal digit.
    .where(and(gte(minutes.sha256, hash), lt(minutes.sha256, `${hash}g`)))
    .limit(2);
  return another || !found?.sha256?.startsWith(hash) ? undefined : { ...found, sha256: found.sha256 };
}
