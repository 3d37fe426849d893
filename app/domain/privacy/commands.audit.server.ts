import { recordAudit } from "~/domain/history/commands.audit.server";
import { type AuditFilter, type AuditRow, listAudit } from "~/domain/history/queries.audit.server";
import { inTransaction } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";

/** What one file holds; whoever needs more takes it by the month. */
const MOST_ENTRIES = 20_000;
const PAGE = 1_000;

/** The log as a file: taking it out is itself an entry, and the newest one in it. */
export function takeOutAudit(scope: Scope, filter: AuditFilter, now = new Date()) {
  return inTransaction(async () => {
    await recordAudit(scope, { action: "audit_taken_out" }, now);
    const rows: AuditRow[] = [];
    for (let before = filter.before; rows.length < MOST_ENTRIES; ) {
      const page = await listAudit(scope, { ...filter, before, limit: PAGE });
      rows.push(...page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      before = { at: last.at, id: last.id };
    }
    return rows;
  });
}
