import { and, eq, gte, lt } from "drizzle-orm";
import { overSince } from "~/domain/debates/rules.life";
import { sayExpired } from "~/domain/organizations/queries.server";
import { read } from "~/platform/db.server";
import { isLinkOver, latest } from "~/platform/link-lives";
import { hashToken } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import { nameIn, notFound } from "~/platform/params.server";
import { debates, minutes, minutesEditions, minutesReaders, organizations } from "~db/schema";
import { reader } from "./messages.reader.pl";
import { hashTyped, SHORT_HASH } from "./rules";
import { redact } from "./rules.marks";

/**
 * The gate behind the address on a paper: whoever holds the paper may ask whether it is current, and learns no more
 * than the paper says. Part of the hash will do, as long as it is long enough that nobody hits one by trying.
 */
export async function openPaper(typed: string | undefined) {
  const hash = hashTyped(typed);
  if (!hash) return undefined;
  const { sha256, no, publishedAt, approvedAt } = minutesEditions;
  const [found, another] = await read
    .select({
      ...{ sha256, edition: no, publishedAt, approvedAt },
      number: minutes.number,
      status: minutes.status,
      validEdition: minutes.edition,
      validHash: minutes.sha256,
      minutesId: minutes.id,
      organizationId: minutes.organizationId,
      unit: organizations.name,
      unitSlug: organizations.slug,
      debateSlug: debates.slug,
      topic: debates.topic,
    })
    .from(minutesEditions)
    .innerJoin(minutes, eq(minutes.id, minutesEditions.minutesId))
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .innerJoin(organizations, eq(organizations.id, minutes.organizationId))
    // A range instead of LIKE, so that the index is used in either database; "g" comes after every hexadecimal digit.
    .where(and(gte(sha256, hash), lt(sha256, `${hash}g`)))
    .limit(2);
  if (another || !found?.sha256?.startsWith(hash)) return undefined;
  return { ...found, sha256: found.sha256, valid: await findValid(found) };
}

/** The edition that took its place; its reason only when everybody may read it. */
async function findValid({ edition, validEdition, validHash, minutesId, organizationId }: Found) {
  if (edition === validEdition) return null;
  const [row] = await read
    .select({
      approvedAt: minutesEditions.approvedAt,
      publishedAt: minutesEditions.publishedAt,
      reason: minutesEditions.reason,
    })
    .from(minutesEditions)
    .where(
      and(
        eq(minutesEditions.organizationId, organizationId),
        eq(minutesEditions.minutesId, minutesId),
        eq(minutesEditions.no, validEdition),
      ),
    );
  return {
    correction: validEdition - 1,
    approvedAt: row?.approvedAt ?? null,
    reason: row?.publishedAt ? redact(row.reason) : "",
    hash: (validHash ?? "").slice(0, SHORT_HASH),
  };
}

type Found = {
  edition: number;
  validEdition: number;
  validHash: string | null;
  minutesId: string;
  organizationId: string;
};

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
export async function openReader(token: string | undefined, now = new Date()) {
  const [found] = await read
    .select({ id: minutesReaders.id, unit: UNIT, debate: debates, remarksUntil: minutes.correctionUntil })
    .from(minutesReaders)
    .innerJoin(minutes, eq(minutes.id, minutesReaders.minutesId))
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .innerJoin(organizations, eq(organizations.id, minutesReaders.organizationId))
    .where(eq(minutesReaders.tokenHash, hashToken(nameIn(token))));
  if (!found) return notFound();
  const scope = mintScope(found.unit.id, `reader:${found.id}`);
  const over = overSince(found.debate);
  if (isLinkOver("reader", over && latest(over, found.remarksUntil), now))
    return sayExpired(scope, { lead: reader.expired });
  return { scope, readerId: found.id, unit: found.unit };
}
