import { and, asc, desc, eq, gt, inArray, notInArray, or } from "drizzle-orm";
import { listBodies } from "~/domain/directory/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { debates, invitations, motions, taskEntries, tasks } from "~db/schema";
import { listChain } from "./queries.chain.server";
import { listEvidence } from "./queries.evidence.server";
import { listMotionsOfTasks, selectTasks, withNumber } from "./queries.server";
import { isReturned, prioritiesFirst } from "./rules";

/** What one body owes or has answered. Internal details stay in the office, and so does what is not public. */
export async function listDeskTasks(scope: Scope, bodyId: string) {
  const rows = await selectTasks()
    .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.ownerBodyId, bodyId)))
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
  const ids = rows.map(({ id }) => id);
  const found = await listMotionsOfTasks(scope, ids);
  const files = await listEvidence(scope, ids);
  const returns = await listReturns(
    scope,
    rows.filter(({ state }) => state === "in_progress").map(({ id }) => id),
  );
  return prioritiesFirst(rows).map((row) => ({
    ...withNumber(row),
    /** Why the organizer does not take it for done, until the body has answered. */
    returned: returns.get(row.id) ?? "",
    files: files
      .filter(({ taskId }) => taskId === row.id)
      .map(({ id, title, mediaType, size, public: isPublic }) => ({ id, title, mediaType, size, public: isPublic })),
    motions: found
      .filter(({ taskId, sensitivity }) => taskId === row.id && sensitivity === "public")
      .map(({ number, place, text }) => ({ number, place, text })),
  }));
}

/** The unit's reason, where its finding that something is not done was the last word about the state. */
async function listReturns(scope: Scope, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const { taskId, kind, fromState, toState, author, text } = taskEntries;
  const said = await read
    .select({ taskId, kind, fromState, toState, author, text })
    .from(taskEntries)
    .where(
      and(
        eq(taskEntries.organizationId, scope.organizationId),
        inArray(taskId, ids),
        inArray(kind, ["state", "report"]),
      ),
    )
    .orderBy(asc(taskEntries.at), asc(taskEntries.id));
  const last = new Map(said.map((entry) => [entry.taskId, entry]));
  return new Map(
    [...last].flatMap(([id, entry]) => (entry.kind === "state" && isReturned(entry) ? [[id, entry.text]] : [])),
  );
}

/** What was referred to this body, in its public words; what became a task of its own stands there. */
export function listDeskMotions(scope: Scope, bodyId: string) {
  return read
    .select({
      id: motions.id,
      number: motions.number,
      place: motions.place,
      text: motions.textPublic,
      referredAt: motions.referredAt,
      settlement: motions.settlement,
      topic: debates.topic,
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        eq(motions.referredToBodyId, bodyId),
        eq(motions.status, "admitted"),
        eq(motions.sensitivity, "public"),
        or(eq(motions.outcome, "referred"), eq(motions.outcome, "task")),
      ),
    )
    .orderBy(desc(motions.referredAt), asc(motions.number))
    .limit(MOST_MOTIONS);
}
const MOST_MOTIONS = 100;

/** What was said about a task, as its body may read it; notes and reminders stay in the office, and so do its names. */
export async function listDeskEntries(scope: Scope, taskId: string) {
  const rows = await read
    .select({
      id: taskEntries.id,
      kind: taskEntries.kind,
      fromState: taskEntries.fromState,
      toState: taskEntries.toState,
      text: taskEntries.text,
      dueOn: taskEntries.dueOn,
      progress: taskEntries.progress,
      author: taskEntries.author,
      authorPost: taskEntries.authorPost,
      actor: taskEntries.actor,
      at: taskEntries.at,
    })
    .from(taskEntries)
    .where(
      and(
        eq(taskEntries.organizationId, scope.organizationId),
        eq(taskEntries.taskId, taskId),
        notInArray(taskEntries.kind, ["note", "reminder", "carried"]),
      ),
    )
    .orderBy(desc(taskEntries.at), desc(taskEntries.id));
  return rows.map(({ actor, fromState, ...entry }) => {
    if (actor === scope.actor) return { ...entry, isOwn: true, isReturned: false };
    const returned = !actor.startsWith("body:") && isReturned({ fromState, ...entry });
    return { ...entry, isOwn: false, isReturned: returned, author: "", authorPost: "" };
  });
}

/** For the form of one task: what was said, through whose hands it came, and whose matter it may be. Nothing of a task of somebody else. */
export async function loadDeskForm(scope: Scope, taskId: string | undefined) {
  const chain = taskId ? await listChain(scope, taskId) : [];
  const isOwn = chain.some(({ id, ownerBodyId }) => id === taskId && scope.actor === `body:${ownerBodyId}`);
  if (!taskId || !isOwn) return { entries: [], bodies: [], chain: [] };
  const had = new Set(chain.map(({ ownerBodyId }) => ownerBodyId));
  const bodies = (await listBodies(scope)).filter(({ id }) => !had.has(id)).map(({ id, name }) => ({ id, name }));
  const way = chain.map(({ id, number, ownerName, state, dueOn, dueBasis, givenAt, passedOnAt, reason }) => ({
    ...{ id, number, ownerName, state, dueOn, dueBasis, givenAt, passedOnAt, reason },
  }));
  return { entries: await listDeskEntries(scope, taskId), bodies, chain: way };
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
