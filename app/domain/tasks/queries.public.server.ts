import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { idsIn, lengthFor, preparedByShape, valuesOfIds } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import type { Reads } from "~db/database";
import { bodies, debates, motions, taskEntries, taskMotions, tasks } from "~db/schema";
import { isReturned } from "./rules";
import type { MotionKey } from "./rules.tracker";

/** Tasks of these motions as residents may see them, in the order in which they were given; internal ones do not exist. */
export async function listPublicTasks(scope: Scope, motionIds: string[]) {
  if (motionIds.length === 0) return [];
  const query = ofMotions(String(lengthFor(motionIds)), (from) => selectTasks(from, lengthFor(motionIds)));
  return query({ unit: scope.organizationId, ...valuesOfIds(motionIds) });
}

const ofMotions = preparedByShape();
const selectTasks = (from: Reads, length: number) =>
  from
    .select({
      motionId: taskMotions.motionId,
      id: tasks.id,
      sequence: tasks.sequence,
      title: tasks.title,
      state: tasks.state,
      result: tasks.result,
      dueOn: tasks.dueOn,
      dueBasis: tasks.dueBasis,
      dueFrom: tasks.dueFrom,
      budgetYear: tasks.budgetYear,
      heardAt: tasks.heardAt,
      priority: tasks.priority,
      progress: tasks.progress,
      proposedDueOn: tasks.proposedDueOn,
      proposedReason: tasks.proposedReason,
      proposedAt: tasks.proposedAt,
      disownedAt: tasks.disownedAt,
      remindedAt: tasks.remindedAt,
      createdAt: tasks.createdAt,
      transferredToId: tasks.transferredToId,
      ownerName: bodies.name,
    })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(
      and(
        eq(taskMotions.organizationId, sql.placeholder("unit")),
        idsIn(taskMotions.motionId, length),
        eq(tasks.internal, false),
      ),
    )
    .orderBy(asc(tasks.sequence));

/** Reminders, notes and what came with a file stay between the unit and the body. */
const PUBLIC_KINDS = [
  "state",
  "report",
  "extension",
  "transfer",
  "proposal",
  "proposal_declined",
  "not_ours",
  "carried",
] as const;

/** What was said in public about these tasks. Who signed it stays between the body and the unit. */
export async function listPublicEntries(scope: Scope, taskIds: string[]) {
  if (taskIds.length === 0) return [];
  const rows = await read
    .select({
      id: taskEntries.id,
      actor: taskEntries.actor,
      kind: taskEntries.kind,
      fromState: taskEntries.fromState,
      toState: taskEntries.toState,
      author: taskEntries.author,
      text: taskEntries.text,
      dueOn: taskEntries.dueOn,
      progress: taskEntries.progress,
      at: taskEntries.at,
      ownerName: bodies.name,
    })
    .from(taskEntries)
    .innerJoin(tasks, eq(tasks.id, taskEntries.taskId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(
      and(
        eq(taskEntries.organizationId, scope.organizationId),
        inArray(taskEntries.taskId, taskIds),
        eq(taskEntries.public, true),
        eq(tasks.internal, false),
        inArray(taskEntries.kind, [...PUBLIC_KINDS]),
      ),
    )
    .orderBy(asc(taskEntries.at), asc(taskEntries.id));
  return rows.map(({ actor, fromState, author, ...entry }) => {
    const isFromBody = actor.startsWith("body:");
    return { ...entry, isFromBody, isReturned: !isFromBody && isReturned({ fromState, author, ...entry }) };
  });
}

/** One matter by its number. What is not public does not exist (404); what was merged names the one that leads. */
export async function getTrackedMotion(scope: Scope, { debate, year, sequence }: MotionKey) {
  const { organizationId } = scope;
  const [found] = await read
    .select({
      id: motions.id,
      number: motions.number,
      category: motions.category,
      place: motions.place,
      text: motions.textPublic,
      outcome: motions.outcome,
      answer: motions.answer,
      answeredBy: motions.answeredBy,
      referredTo: bodies.name,
      referredAt: motions.referredAt,
      settlement: motions.settlement,
      settlementNote: motions.settlementNote,
      settledAt: motions.settledAt,
      reportText: motions.reportText,
      hallVerdict: motions.hallVerdict,
      mergedIntoId: motions.mergedIntoId,
      channel: motions.channel,
      submittedAt: motions.submittedAt,
      admittedAt: motions.admittedAt,
      decidedAt: motions.decidedAt,
      debateId: motions.debateId,
      debate: {
        slug: debates.slug,
        number: debates.number,
        year: debates.year,
        status: debates.status,
        startsAt: debates.startsAt,
      },
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(
      and(isForAll(organizationId), eq(debates.number, debate), eq(debates.year, year), eq(motions.sequence, sequence)),
    );
  if (!found) return notFound();
  const { mergedIntoId, ...motion } = found;
  if (!mergedIntoId) return { ...motion, mergedInto: null };
  // It says the same in other words: hidden with the one that leads.
  return { ...motion, mergedInto: (await findLeading(organizationId, mergedIntoId)) ?? notFound() };
}

const isForAll = (organizationId: string) =>
  and(
    eq(motions.organizationId, organizationId),
    eq(motions.status, "admitted"),
    eq(motions.sensitivity, "public"),
    isNotNull(debates.announcedAt),
  );

async function findLeading(organizationId: string, id: string) {
  const [leading] = await read
    .select({ number: motions.number })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(isForAll(organizationId), eq(motions.id, id)));
  return leading?.number ?? null;
}
