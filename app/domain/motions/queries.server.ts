import { and, asc, desc, eq, gt, gte, isNull, lt, lte, ne, or, type SQL } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { matches } from "~/platform/search.server";
import { agendaItems, bodies, debates, motions, organizations } from "~db/schema";
import type { MotionCategory } from "~db/vocabulary";
import { columnsOf, decideSubmission, type MotionState } from "./rules";

const within = (scope: Scope) => eq(motions.organizationId, scope.organizationId);

/** What rules ask of the debate that a motion belongs to. */
export async function getCollectingDebate(scope: Scope, debateId: string) {
  const [debate] = await read
    .select({
      number: debates.number,
      year: debates.year,
      status: debates.status,
      motionsCloseAt: debates.motionsCloseAt,
    })
    .from(debates)
    .where(and(eq(debates.id, debateId), eq(debates.organizationId, scope.organizationId)));
  return debate ?? notFound();
}

/** For staff: without the author, and without the original, which stand on the motion's own page. */
const ROW = {
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
  submittedAt: motions.submittedAt,
  decidedAt: motions.decidedAt,
  version: motions.version,
};

const selectRows = () =>
  read
    .select(ROW)
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId));

export type MotionFilter = {
  debateId?: string;
  state?: MotionState;
  /** Only those with personal data at which nobody has looked yet. */
  held?: boolean;
  category?: MotionCategory;
  q?: string;
  /** Keys of the neighbouring pages, as the page before gave them. */
  before?: string;
  after?: string;
  limit?: number;
};

/** Newest first, one page; `older` and `newer` are the keys of the neighbouring pages. */
export async function listMotions(scope: Scope, filter: MotionFilter = {}) {
  const { limit = 50, before, after } = filter;
  const backwards = after !== undefined && before === undefined;
  const rows = await selectRows()
    .where(and(within(scope), ...conditions(filter), keyset(filter, before ?? after, backwards)))
    .orderBy(...order(filter, backwards))
    .limit(limit + 1);
  const hasMore = rows.length > limit;
  const page = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    newer: first && (backwards ? hasMore : before !== undefined) ? keyOf(filter, first) : null,
    older: last && (backwards || hasMore) ? keyOf(filter, last) : null,
  };
}

function conditions({ debateId, state, held, category, q }: MotionFilter): (SQL | undefined)[] {
  const { status, outcome } = state ? columnsOf(state) : {};
  return [
    debateId ? eq(motions.debateId, debateId) : undefined,
    status ? eq(motions.status, status) : undefined,
    outcome ? eq(motions.outcome, outcome) : state === "open" ? isNull(motions.outcome) : undefined,
    held ? ne(motions.flags, []) : undefined,
    category ? eq(motions.category, category) : undefined,
    matches(motions.search, q),
  ];
}

/** Within a debate the order of arrival is its own number; over all debates it is the moment. */
const order = ({ debateId }: MotionFilter, backwards: boolean) => {
  const by = backwards ? asc : desc;
  return debateId ? [by(motions.sequence)] : [by(motions.submittedAt), by(motions.id)];
};

const keyOf = ({ debateId }: MotionFilter, row: { sequence: number; submittedAt: Date; id: string }) =>
  debateId ? String(row.sequence) : `${row.submittedAt.getTime()}.${row.id}`;

/** What PostgreSQL takes for an integer at all. */
const MOST = 2 ** 31 - 1;

function keyset({ debateId }: MotionFilter, key: string | undefined, backwards: boolean): SQL | undefined {
  const [, number, id] = /^(\d{1,13})(?:\.([\w-]{1,64}))?$/.exec(key ?? "") ?? [];
  if (number === undefined) return undefined;
  if (debateId) return (backwards ? gt : lt)(motions.sequence, Math.min(Number(number), MOST));
  const at = new Date(Number(number));
  const beyond = backwards ? gt : lt;
  const reached = backwards ? gte : lte;
  return and(reached(motions.submittedAt, at), or(beyond(motions.submittedAt, at), beyond(motions.id, id ?? "")));
}

/** Every motion of one debate in the order of arrival: for the evening, the minutes and the evaluation. */
export function listDebateMotions(scope: Scope, debateId: string) {
  return selectRows()
    .where(and(within(scope), eq(motions.debateId, debateId)))
    .orderBy(asc(motions.sequence));
}

/** How many wait for a person, up to `most`: a badge needs no exact number of ten thousand. */
export async function countWaitingMotions(
  scope: Scope,
  { debateId, most = 100 }: { debateId?: string; most?: number } = {},
) {
  const rows = await read
    .select({ id: motions.id })
    .from(motions)
    .where(and(within(scope), eq(motions.status, "submitted"), debateId ? eq(motions.debateId, debateId) : undefined))
    .limit(most);
  return rows.length;
}

/** Everything that staff may know about one motion, with its author. */
export async function getMotion(scope: Scope, id: string) {
  const [motion] = await read
    .select({
      ...ROW,
      debateTopic: debates.topic,
      debateStatus: debates.status,
      textRaw: motions.textRaw,
      authorName: motions.authorName,
      authorEmail: motions.authorEmail,
      legalTrack: motions.legalTrack,
      returnReason: motions.returnReason,
      settledAt: motions.settledAt,
      admittedAt: motions.admittedAt,
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(within(scope), eq(motions.id, id)));
  return motion ?? notFound();
}

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

/** How far around a motion to look: thousands may wait, and the list has to open at once. */
const NEIGHBOURHOOD = 500;

/** Motions of the same debate and category, not far in number, that a new one may repeat. */
export function listSimilarMotions(
  scope: Scope,
  motion: { id: string; debateId: string; sequence: number; category: MotionCategory },
  limit = 5,
) {
  return read
    .select({ id: motions.id, number: motions.number, textPublic: motions.textPublic, place: motions.place })
    .from(motions)
    .where(
      and(
        within(scope),
        eq(motions.debateId, motion.debateId),
        gt(motions.sequence, motion.sequence - NEIGHBOURHOOD),
        lt(motions.sequence, motion.sequence + NEIGHBOURHOOD),
        eq(motions.category, motion.category),
        eq(motions.status, "admitted"),
        or(isNull(motions.outcome), and(ne(motions.outcome, "merged"), ne(motions.outcome, "police_only"))),
        ne(motions.id, motion.id),
      ),
    )
    .orderBy(desc(motions.sequence))
    .limit(limit);
}

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
