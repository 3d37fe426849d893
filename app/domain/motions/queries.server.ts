import { and, asc, count, desc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { agendaItems, bodies, debates, motions, organizations } from "~db/schema";
import type { MotionCategory } from "~db/vocabulary";
import { decideSubmission } from "./rules";

const within = (scope: Scope) => eq(motions.organizationId, scope.organizationId);

/** What rules ask of the debate that a motion belongs to. */
export async function getCollectingDebate(scope: Scope, debateId: string) {
  const [debate] = await collectingDebate({ unit: scope.organizationId, id: debateId });
  return debate ?? notFound();
}

const collectingDebate = prepared((from) =>
  from
    .select({
      number: debates.number,
      year: debates.year,
      status: debates.status,
      motionsCloseAt: debates.motionsCloseAt,
      announcedAt: debates.announcedAt,
    })
    .from(debates)
    .where(and(eq(debates.id, sql.placeholder("id")), eq(debates.organizationId, sql.placeholder("unit")))),
);

/** For staff: without the author, and without the original, which stand on the motion's own page. */
export const ROW = {
  id: motions.id,
  debateId: motions.debateId,
  debateNumber: debates.number,
  debateYear: debates.year,
  sequence: motions.sequence,
  number: motions.number,
  category: motions.category,
  kmzb: motions.kmzb,
  place: motions.place,
  textPublic: motions.textPublic,
  channel: motions.channel,
  raisedBy: motions.raisedBy,
  status: motions.status,
  outcome: motions.outcome,
  sensitivity: motions.sensitivity,
  flags: motions.flags,
  answer: motions.answer,
  answeredBy: motions.answeredBy,
  referredToBodyId: motions.referredToBodyId,
  referredTo: bodies.name,
  mergedIntoId: motions.mergedIntoId,
  agendaItemId: motions.agendaItemId,
  settlement: motions.settlement,
  settlementNote: motions.settlementNote,
  reportedAtDebateId: motions.reportedAtDebateId,
  reportText: motions.reportText,
  hallVerdict: motions.hallVerdict,
  legalTrack: motions.legalTrack,
  referredAt: motions.referredAt,
  submittedAt: motions.submittedAt,
  decidedAt: motions.decidedAt,
  version: motions.version,
};

/** Every motion of one debate in the order of arrival: for the evening, the minutes and the evaluation. */
export function listDebateMotions(scope: Scope, debateId: string) {
  return read
    .select(ROW)
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(within(scope), eq(motions.debateId, debateId)))
    .orderBy(asc(motions.sequence));
}

/** Everything that staff may know about one motion, with its author. */
export async function getMotion(scope: Scope, id: string) {
  const [motion] = await oneMotion({ unit: scope.organizationId, id });
  return motion ?? notFound();
}

const oneMotion = prepared((from) =>
  from
    .select({
      ...ROW,
      placeKey: motions.placeKey,
      debateTopic: debates.topic,
      debateStatus: debates.status,
      textRaw: motions.textRaw,
      authorName: motions.authorName,
      authorEmail: motions.authorEmail,
      returnReason: motions.returnReason,
      settledAt: motions.settledAt,
      admittedAt: motions.admittedAt,
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(eq(motions.organizationId, sql.placeholder("unit")), eq(motions.id, sql.placeholder("id")))),
);

/** People type „3/2026/7”, a clerk types „7”. */
export async function findMotionByNumber(scope: Scope, debateId: string, typed: string) {
  const sequence = /^(?:\d{1,4}\s*\/\s*\d{4}\s*\/\s*)?0*(\d{1,6})$/.exec(typed.trim())?.[1];
  if (!sequence) return undefined;
  const [found] = await read
    .select({ id: motions.id, number: motions.number })
    .from(motions)
    .where(and(within(scope), eq(motions.debateId, debateId), eq(motions.sequence, Number(sequence))));
  return found && (/^\d+$/.test(typed.trim()) || sameNumber(found.number, typed)) ? found : undefined;
}

const sameNumber = (number: string, typed: string) => {
  const parts = (text: string) =>
    text
      .split("/")
      .map((part) => Number(part.trim()))
      .join("/");
  return parts(number) === parts(typed);
};

/** How many were merged into it. */
export async function countLed(scope: Scope, id: string) {
  const [row] = await read
    .select({ many: count() })
    .from(motions)
    .where(and(within(scope), eq(motions.mergedIntoId, id)));
  return row?.many ?? 0;
}

/** How far around a motion to look: thousands may wait, and the list has to open at once. */
const NEIGHBOURHOOD = 500;

/** Motions of the same debate and category, not far in number, that a new one may repeat. */
export function listSimilarMotions(
  { organizationId: unit }: Scope,
  motion: { id: string; debateId: string; sequence: number; category: MotionCategory },
  limit = 5,
) {
  const { id, debateId: debate, sequence, category } = motion;
  const [from, to] = [sequence - NEIGHBOURHOOD, sequence + NEIGHBOURHOOD];
  return similarMotions({ unit, id, debate, category, from, to, limit });
}

const similarMotions = prepared((from) =>
  from
    .select({ id: motions.id, number: motions.number, textPublic: motions.textPublic, place: motions.place })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, sql.placeholder("unit")),
        eq(motions.debateId, sql.placeholder("debate")),
        gt(motions.sequence, sql.placeholder("from")),
        lt(motions.sequence, sql.placeholder("to")),
        eq(motions.category, sql.placeholder("category")),
        eq(motions.status, "admitted"),
        or(isNull(motions.outcome), and(ne(motions.outcome, "merged"), ne(motions.outcome, "police_only"))),
        ne(motions.id, sql.placeholder("id")),
      ),
    )
    .orderBy(desc(motions.sequence))
    .limit(sql.placeholder("limit")),
);

/** Is this item on the agenda of this debate? */
export async function isOnAgenda(scope: Scope, debateId: string, agendaItemId: string) {
  const [found] = await read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.id, agendaItemId),
        eq(agendaItems.debateId, debateId),
        eq(agendaItems.organizationId, scope.organizationId),
      ),
    );
  return found !== undefined;
}

/** The body to which a motion is referred. */
export async function getBodyName(scope: Scope, bodyId: string) {
  const [body] = await read
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.id, bodyId), eq(bodies.organizationId, scope.organizationId)));
  return body ?? notFound();
}

/** Undefined when the unit has no such body. */
export async function findReferralBody(scope: Scope, bodyId: string) {
  const [body] = await read
    .select({ id: bodies.id, name: bodies.name, email: bodies.email, archivedAt: bodies.archivedAt })
    .from(bodies)
    .where(and(eq(bodies.id, bodyId), eq(bodies.organizationId, scope.organizationId)));
  return body;
}

/** For the letters to its author. */
export async function getPost(scope: Scope, id: string) {
  const [post] = await read
    .select({
      id: motions.id,
      debateId: motions.debateId,
      number: motions.number,
      text: motions.textRaw,
      place: motions.place,
      status: motions.status,
      outcome: motions.outcome,
      sensitivity: motions.sensitivity,
      answer: motions.answer,
      returnReason: motions.returnReason,
      settlement: motions.settlement,
      settlementNote: motions.settlementNote,
      authorName: motions.authorName,
      authorEmail: motions.authorEmail,
      debate: { topic: debates.topic, startsAt: debates.startsAt },
      unit: {
        name: organizations.name,
        department: organizations.department,
        phone: organizations.phone,
        headOffice: organizations.headOffice,
        email: organizations.email,
      },
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .innerJoin(organizations, eq(organizations.id, motions.organizationId))
    .where(and(within(scope), eq(motions.id, id)));
  return post ?? notFound();
}

/** Whether a returned motion may be sent again. */
export async function mayStillSubmit(scope: Scope, id: string, now: Date) {
  const { debateId } = await getMotion(scope, id);
  return decideSubmission(await getCollectingDebate(scope, debateId), now).ok;
}
