import { and, eq, gte, lt } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { debates, minutes, minutesReaders, organizations } from "~db/schema";
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

/** What the page behind the link says of the unit; its loader's data is as public as the link. */
const UNIT = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  department: organizations.department,
  address: organizations.address,
  phone: organizations.phone,
};

/** The gate of somebody who was at the debate: their link opens the draft, and acts as nobody else. */
export async function openReader(token: string | undefined) {
  const [found] = await read
    .select({ id: minutesReaders.id, unit: UNIT })
    .from(minutesReaders)
    .innerJoin(organizations, eq(organizations.id, minutesReaders.organizationId))
    .where(eq(minutesReaders.tokenHash, hashToken(nameIn(token))));
  if (!found) return notFound();
  return { scope: mintScope(found.unit.id, `reader:${found.id}`), readerId: found.id, unit: found.unit };
}
