import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { listSpeeches } from "~/domain/live/queries.speeches.server";
import { isOpen, isOpenBeside } from "~/domain/motions/rules";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import {
  agendaItems,
  bodies,
  debates,
  headCounts,
  invitations,
  minutes,
  minutesParts,
  motions,
  organizations,
  substitutes,
  taskMotions,
  taskSupporters,
  tasks,
} from "~db/schema";
import { HEAD_COUNT_GROUPS } from "~db/vocabulary";
import { listCarriedHere, listReported } from "./queries.reported.server";
import type { Facts } from "./rules";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Gathers what the rooms know about one debate, as it is now. Never a motion's author. */
export async function gatherFacts(scope: Scope, debateId: string): Promise<Facts> {
  const [head, guests, items, motionRows, taskRows, reported, carried, parts, speeches, counts] = await Promise.all([
    getHead(scope, debateId),
    listGuests(scope, debateId),
    listItems(scope, debateId),
    listMotionRows(scope, debateId),
    listTaskRows(scope, debateId),
    listReported(scope, debateId),
    listCarriedHere(scope, debateId),
    listParts(scope, debateId),
    listSpeeches(scope, debateId),
    read
      .select({ group: headCounts.group, count: headCounts.count })
      .from(headCounts)
      .where(and(eq(headCounts.organizationId, scope.organizationId), eq(headCounts.debateId, debateId))),
  ]);
  const links = await listLinks(
    scope,
    taskRows.map(({ id }) => id),
  );
  const numbersOf = (motionId: string) =>
    taskRows.filter(({ id }) => links.some((link) => link.taskId === id && link.motionId === motionId)).map(asNumber);
  const motionOf = new Map(motionRows.map((motion) => [motion.id, motion]));
  return {
    ...head,
    headCounts: counts.sort((a, b) => HEAD_COUNT_GROUPS.indexOf(a.group) - HEAD_COUNT_GROUPS.indexOf(b.group)),
    guests,
    items,
    speeches: speeches.map(({ speaker, at, agendaItemId }) => ({ speaker, at: at.toISOString(), agendaItemId })),
    motions: motionRows.map(({ mergedIntoId, referredTo, submittedAt, ...motion }) => ({
      ...motion,
      sensitivity: withLead({ ...motion, mergedIntoId }, motionOf.get(mergedIntoId ?? "")),
      submittedAt: submittedAt.toISOString(),
      referredTo: referredTo ?? "",
      mergedInto: motionOf.get(mergedIntoId ?? "")?.number ?? "",
      taskNumbers: numbersOf(motion.id),
    })),
    reported,
    ...(carried.length > 0 && { carried }),
    tasks: taskRows.map(({ sequence, ...task }) => ({ ...task, number: asNumber({ sequence }) })),
    parts,
  };
}

type Row = Awaited<ReturnType<typeof listMotionRows>>[number];
const withLead = (motion: Pick<Row, "sensitivity" | "outcome" | "mergedIntoId">, lead: Row | undefined) =>
  isOpen(motion) && !isOpenBeside(motion, lead) ? "internal" : motion.sensitivity;

const asNumber = ({ sequence }: { sequence: number }) => `Z${sequence}`;

async function getHead(scope: Scope, debateId: string) {
  const [found] = await read
    .select({ unit: organizations, debate: debates })
    .from(debates)
    .innerJoin(organizations, eq(organizations.id, debates.organizationId))
    .where(and(eq(debates.id, debateId), eq(debates.organizationId, scope.organizationId)));
  if (!found) notFound();
  const { unit, debate } = found;
  const [earlier] = debate.evaluatesDebateId
    ? await read
        .select({ number: debates.number, year: debates.year, startsAt: debates.startsAt })
        .from(debates)
        .where(and(eq(debates.id, debate.evaluatesDebateId), eq(debates.organizationId, scope.organizationId)))
    : [];
  const { name, shortName, department, locality, headOffice } = unit;
  const { number, year, kind, cycleTitle, topic, venueName, venueAddress } = debate;
  const { chair, moderator, minuteTaker, coOrganizer, evaluationOn } = debate;
  return {
    unit: { name, shortName, department, locality, headOffice },
    debate: {
      number,
      year,
      kind,
      cycleTitle,
      topic,
      venueName,
      venueAddress,
      chair,
      moderator,
      minuteTaker,
      coOrganizer,
      evaluationOn,
      startsAt: debate.startsAt.toISOString(),
      endsAt: debate.endsAt.toISOString(),
      openedAt: iso(debate.openedAt),
      heldAt: iso(debate.heldAt),
      earlier: earlier
        ? { number: earlier.number, year: earlier.year, heldOn: warsawDate(earlier.startsAt) as string }
        : null,
    },
  };
}

async function listGuests(scope: Scope, debateId: string): Promise<Facts["guests"]> {
  const rows = await read
    .select({
      id: invitations.id,
      bodyName: invitations.bodyName,
      officeTitle: invitations.officeTitle,
      personName: invitations.personName,
      personRank: invitations.personRank,
      presence: invitations.presence,
      arrivedAt: invitations.arrivedAt,
      leftAt: invitations.leftAt,
      status: invitations.status,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, scope.organizationId),
        eq(invitations.debateId, debateId),
        inArray(invitations.status, ["sent", "accepted", "declined", "substituted"]),
      ),
    )
    .orderBy(asc(invitations.bodyName), asc(invitations.officeTitle));
  const stand = rows.length
    ? await read
        .select({ invitationId: substitutes.invitationId, name: substitutes.name, post: substitutes.post })
        .from(substitutes)
        .where(
          and(
            eq(substitutes.organizationId, scope.organizationId),
            inArray(substitutes.status, ["asked", "confirmed"]),
            inArray(
              substitutes.invitationId,
              rows.map(({ id }) => id),
            ),
          ),
        )
        .orderBy(desc(substitutes.createdAt))
    : [];
  return rows.map(({ personRank, personName, status, arrivedAt, leftAt, ...guest }) => {
    const substitute =
      status === "substituted" ? stand.find(({ invitationId }) => invitationId === guest.id) : undefined;
    return {
      ...guest,
      arrivedAt: iso(arrivedAt),
      leftAt: iso(leftAt),
      personName: [personRank, personName].filter(Boolean).join(" "),
      answered: status === "accepted" || status === "substituted" ? status : "other",
      substitute: substitute ? { name: substitute.name, post: substitute.post } : null,
    };
  });
}

async function listItems(scope: Scope, debateId: string): Promise<Facts["items"]> {
  const rows = await read
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.organizationId, scope.organizationId), eq(agendaItems.debateId, debateId)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  return rows.map(({ id, kind, title, presenter, internal, startedAt, finishedAt }) => ({
    id,
    kind,
    title,
    presenter,
    internal,
    startedAt: iso(startedAt),
    finishedAt: iso(finishedAt),
  }));
}

/** Returned motions were never on the table; everything else is minuted. */
const listMotionRows = (scope: Scope, debateId: string) =>
  read
    .select({
      id: motions.id,
      number: motions.number,
      category: motions.category,
      place: motions.place,
      textInternal: motions.textRaw,
      textPublic: motions.textPublic,
      sensitivity: motions.sensitivity,
      outcome: motions.outcome,
      answer: motions.answer,
      answeredBy: motions.answeredBy,
      referredTo: bodies.name,
      mergedIntoId: motions.mergedIntoId,
      agendaItemId: motions.agendaItemId,
      submittedAt: motions.submittedAt,
    })
    .from(motions)
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        eq(motions.debateId, debateId),
        eq(motions.status, "admitted"),
      ),
    )
    .orderBy(asc(motions.sequence));

async function listTaskRows(scope: Scope, debateId: string) {
  const rows = await read
    .select({
      id: tasks.id,
      sequence: tasks.sequence,
      title: tasks.title,
      owner: bodies.name,
      dueOn: tasks.dueOn,
      dueBasis: tasks.dueBasis,
      state: tasks.state,
      internal: tasks.internal,
    })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(and(eq(tasks.organizationId, scope.organizationId), eq(tasks.debateId, debateId)))
    .orderBy(asc(tasks.sequence));
  const ids = rows.map(({ id }) => id);
  const helpers = ids.length
    ? await read
        .select({ taskId: taskSupporters.taskId, name: bodies.name })
        .from(taskSupporters)
        .innerJoin(bodies, eq(bodies.id, taskSupporters.bodyId))
        .where(and(eq(taskSupporters.organizationId, scope.organizationId), inArray(taskSupporters.taskId, ids)))
        .orderBy(asc(bodies.name))
    : [];
  return rows.map((row) => ({
    ...row,
    supporters: helpers.filter(({ taskId }) => taskId === row.id).map(({ name }) => name),
  }));
}

async function listLinks(scope: Scope, taskIds: string[]) {
  if (taskIds.length === 0) return [];
  return read
    .select({ taskId: taskMotions.taskId, motionId: taskMotions.motionId })
    .from(taskMotions)
    .where(and(eq(taskMotions.organizationId, scope.organizationId), inArray(taskMotions.taskId, taskIds)));
}

async function listParts(scope: Scope, debateId: string): Promise<Facts["parts"]> {
  return read
    .select({
      key: minutesParts.key,
      text: minutesParts.text,
      internal: minutesParts.internal,
      basis: minutesParts.basis,
    })
    .from(minutesParts)
    .innerJoin(minutes, eq(minutes.id, minutesParts.minutesId))
    .where(and(eq(minutes.organizationId, scope.organizationId), eq(minutes.debateId, debateId)));
}
