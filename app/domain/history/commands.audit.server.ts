import { inTransaction, write } from "~/platform/db.server";
import type { Actor, Scope } from "~/platform/scope";
import { auditEntries } from "~db/schema";
import { type AuditAction, type AuditData, isAuditWord, tidyAuditData } from "./rules.audit";

export type NewAuditEntry = {
  action: AuditAction;
  /** Who acted, where that is not whom the scope names: somebody who signs in has no scope yet. */
  actor?: Actor;
  /** What or whom it was about: an id, never a name. */
  subjectId?: string | null;
  /** Words of our own: a role, a format, a count. Whatever looks like a text, an address or a token is left out. */
  data?: AuditData;
};

/**
 * Writes down an act that matters for safety or privacy. Call it inside the transaction of the act; a reading that is
 * recorded has a transaction of its own. The database refuses to change the row, and to delete it within five years.
 */
export async function recordAudit(unit: Scope | string, entry: NewAuditEntry, now = new Date()) {
  const scope = typeof unit === "string" ? { organizationId: unit, actor: "system" as const } : unit;
  const { action, actor = scope.actor, subjectId = null, data } = entry;
  await write.insert(auditEntries).values({
    organizationId: scope.organizationId,
    at: now,
    actor,
    action,
    subjectId: subjectId && isAuditWord(subjectId) ? subjectId : null,
    data: tidyAuditData(data),
  });
}

/** For what somebody reads or takes out: nothing else is written with it. The answer waits until it is on disk. */
export const recordReading = (scope: Scope, entry: NewAuditEntry, now = new Date()) =>
  inTransaction(() => recordAudit(scope, entry, now));
