import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { organizations } from "~db/schema";
import { getLegal } from "./queries.legal.server";
import { legalVersion } from "./rules.legal";
import type { LegalTexts } from "./schema.legal";

/** What the unit adds to its two pages; they say it from the next request on. */
export function reviseLegal(scope: Scope, version: number | undefined, value: LegalTexts, now = new Date()) {
  return inTransaction(async () => {
    const saved = await getLegal(scope);
    if (version !== legalVersion(saved)) return refuse("stale");
    await write.update(organizations).set(value).where(eq(organizations.id, scope.organizationId));
    await recordEvent(scope, { action: "legal_pages_revised", subjectId: scope.organizationId }, now);
    await recordAudit(scope, { action: "legal_pages_changed", subjectId: scope.organizationId }, now);
    return allow({ id: scope.organizationId });
  });
}
