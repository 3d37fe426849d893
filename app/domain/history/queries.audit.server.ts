import { and, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay } from "~/platform/time";
import { auditEntries, memberships, users } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import type { AuditAction } from "./rules.audit";

export type AuditFilter = {
  /** A member, by the id of the account. */
  userId?: string;
  action?: AuditAction;
  day?: CalendarDate;
  /** The last entry of the page before. */
  before?: { at: Date; id: string };
  limit?: number;
};

/** Entries of the unit, newest first, with the names of its members, also of those who have left. */
export async function listAudit(scope: Scope, { userId, action, day, before, limit = 50 }: AuditFilter = {}) {
  const rows = await read
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actor: auditEntries.actor,
      action: auditEntries.action,
      subjectId: auditEntries.subjectId,
      data: auditEntries.data,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organizationId, scope.organizationId),
        userId ? eq(auditEntries.actor, `user:${userId}`) : undefined,
        action && eq(auditEntries.action, action),
        day && and(gte(auditEntries.at, startOfDay(day)), lt(auditEntries.at, startOfDay(addDays(day, 1)))),
        before &&
          or(lt(auditEntries.at, before.at), and(eq(auditEntries.at, before.at), lt(auditEntries.id, before.id))),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
  const names = await namesOf(
    scope,
    rows.flatMap(({ actor, subjectId }) => [userIdIn(actor), subjectId]),
  );
  return rows.map((row) => ({
    ...row,
    actorName: names.get(userIdIn(row.actor) ?? "") ?? null,
    subjectName: names.get(row.subjectId ?? "") ?? null,
  }));
}
export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number];

const userIdIn = (actor: string) => (actor.startsWith("user:") ? actor.slice(5) : null);

/** Whoever was never a member of this unit has no name in its log. */
async function namesOf(scope: Scope, ids: (string | null)[]) {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map<string, string>();
  const rows = await read
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, scope.organizationId), inArray(memberships.userId, asked)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
