import { and, count, eq, inArray, lt } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { invitations, motions, tasks } from "~db/schema";
import type { RsvpStatus, TaskState } from "~db/vocabulary";

export type DebateFigures = { answers?: { answered: number; of: number }; motions?: number; lateTasks?: number };

const ANSWERED: RsvpStatus[] = ["accepted", "declined", "substituted"];
const OWED: TaskState[] = ["new", "accepted", "in_progress"];

/** The numbers beside each debate of a list: three questions for a page, however long it is. */
export async function loadDebateFigures(scope: Scope, ids: string[], now = new Date()) {
  const figures = new Map<string, DebateFigures>(ids.map((id) => [id, {}]));
  if (ids.length === 0) return figures;
  const [asked, raised, late] = await Promise.all([
    countInvitations(scope, ids),
    countMotions(scope, ids),
    countLateTasks(scope, ids, now),
  ]);
  for (const { debateId, status, times } of asked) {
    const figure = figures.get(debateId);
    if (!figure) continue;
    figure.answers ??= { answered: 0, of: 0 };
    figure.answers.of += times;
    if (ANSWERED.includes(status)) figure.answers.answered += times;
  }
  for (const { debateId, times } of raised) Object.assign(figures.get(debateId) ?? {}, { motions: times });
  for (const { debateId, times } of late) Object.assign(figures.get(debateId) ?? {}, { lateTasks: times });
  return figures;
}

const countInvitations = ({ organizationId }: Scope, ids: string[]) =>
  read
    .select({ debateId: invitations.debateId, status: invitations.status, times: count() })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        inArray(invitations.debateId, ids),
        inArray(invitations.status, ["sent", ...ANSWERED]),
      ),
    )
    .groupBy(invitations.debateId, invitations.status);

const countMotions = ({ organizationId }: Scope, ids: string[]) =>
  read
    .select({ debateId: motions.debateId, times: count() })
    .from(motions)
    .where(and(eq(motions.organizationId, organizationId), inArray(motions.debateId, ids)))
    .groupBy(motions.debateId);

const countLateTasks = ({ organizationId }: Scope, ids: string[], now: Date) =>
  read
    .select({ debateId: tasks.debateId, times: count() })
    .from(tasks)
    .where(
      and(
        eq(tasks.organizationId, organizationId),
        inArray(tasks.debateId, ids),
        inArray(tasks.state, OWED),
        lt(tasks.dueOn, warsawDate(now)),
      ),
    )
    .groupBy(tasks.debateId);
