import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { debates, invitations, tasks } from "~db/schema";
import { listMotionsOfTasks, selectTasks, withNumber } from "./queries.server";

/** What one body owes or has answered. Internal details stay in the office, and so does what is not public. */
export async function listDeskTasks(scope: Scope, bodyId: string) {
  const rows = await selectTasks()
    .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.ownerBodyId, bodyId)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  const found = await listMotionsOfTasks(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...withNumber(row),
    motions: found
      .filter(({ taskId, sensitivity }) => taskId === row.id && sensitivity === "public")
      .map(({ number, place, text }) => ({ number, place, text })),
  }));
}

/** Whom of this body the unit expects at debates to come. The personal links stay with their owners. */
export function listDeskInvitations(scope: Scope, bodyId: string, now = new Date()) {
  return read
    .select({
      id: invitations.id,
      officeTitle: invitations.officeTitle,
      status: invitations.status,
      topic: debates.topic,
      startsAt: debates.startsAt,
      endsAt: debates.endsAt,
      venueName: debates.venueName,
    })
    .from(invitations)
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(
      and(
        eq(invitations.organizationId, scope.organizationId),
        eq(invitations.bodyId, bodyId),
        inArray(invitations.status, ["sent", "accepted", "declined", "substituted"]),
        inArray(debates.status, ["announced", "live"]),
        gt(debates.endsAt, now),
      ),
    )
    .orderBy(asc(debates.startsAt), asc(invitations.officeTitle));
}
