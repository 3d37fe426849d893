import { and, count, desc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { bodies, debates, motions, organizations } from "~db/schema";
import { askedBy } from "./rules";

const within = (scope: Scope) => eq(motions.organizationId, scope.organizationId);
const OPEN = and(eq(motions.status, "admitted"), eq(motions.sensitivity, "public"));
const forAll = (scope: Scope) => and(within(scope), OPEN);
const openOfDebate = and(
  eq(motions.organizationId, sql.placeholder("unit")),
  eq(motions.debateId, sql.placeholder("debate")),
  OPEN,
);
const notMerged = or(isNull(motions.outcome), ne(motions.outcome, "merged"));

/** These columns and no others leave the house. */
const PUBLIC = {
  number: motions.number,
  category: motions.category,
  place: motions.place,
  text: motions.textPublic,
  status: motions.status,
  outcome: motions.outcome,
  answer: motions.answer,
  answeredBy: motions.answeredBy,
  referredTo: bodies.name,
  settlement: motions.settlement,
  settlementNote: motions.settlementNote,
};

const MOST_ON_A_PAGE = 200;

/**
 * What was admitted, in the order of arrival; of very many the newest. Those merged into another count there:
 * „zgłosiły 2 osoby”.
 */
export async function listPublicMotions({ organizationId: unit }: Scope, debate: string, limit = MOST_ON_A_PAGE) {
  const newest = await newestOpen({ unit, debate, limit });
  const merged = new Map((await mergedOpen({ unit, debate })).map(({ into, times }) => [into, times]));
  return newest.reverse().map(({ id, ...row }) => ({ ...row, askedBy: askedBy(merged.get(id) ?? 0) }));
}

const newestOpen = prepared((from) =>
  from
    .select({ id: motions.id, ...PUBLIC })
    .from(motions)
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(openOfDebate, notMerged))
    .orderBy(desc(motions.sequence))
    .limit(sql.placeholder("limit")),
);

const mergedOpen = prepared((from) =>
  from
    .select({ into: motions.mergedIntoId, times: count() })
    .from(motions)
    .where(and(openOfDebate, isNotNull(motions.mergedIntoId)))
    .groupBy(motions.mergedIntoId),
);

/** What the police did with it is not told by a page that anybody with the code can open. */
const UNSAID = {
  ...{ answer: "", answeredBy: "", referredTo: null, referredAt: null },
  ...{ settlement: null, settlementNote: "", settledAt: null },
};

/** Of one matter it is also said whether it has been passed on already, or waits for its letter. */
const ONE = { ...PUBLIC, referredAt: motions.referredAt };

/** A resident's own motion, as its code opens it. The name and the address stay in the office. */
export async function getOwnMotion(scope: Scope, id: string) {
  const [motion] = await read
    .select({
      ...ONE,
      ownText: motions.textRaw,
      sensitivity: motions.sensitivity,
      channel: motions.channel,
      returnReason: motions.returnReason,
      mergedIntoId: motions.mergedIntoId,
      submittedAt: motions.submittedAt,
      admittedAt: motions.admittedAt,
      decidedAt: motions.decidedAt,
      settledAt: motions.settledAt,
      debateNumber: debates.number,
      debateYear: debates.year,
      debateSlug: debates.slug,
      debateStatus: debates.status,
      debateTopic: debates.topic,
      debateStartsAt: debates.startsAt,
      unit: {
        name: organizations.name,
        slug: organizations.slug,
        department: organizations.department,
        address: organizations.address,
        phone: organizations.phone,
      },
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .innerJoin(organizations, eq(organizations.id, motions.organizationId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(within(scope), eq(motions.id, id)));
  if (!motion) return notFound();
  const { mergedIntoId, ...own } = motion.sensitivity === "police_only" ? { ...motion, ...UNSAID } : motion;
  return { ...own, mergedInto: mergedIntoId ? await findLeading(scope, mergedIntoId) : null };
}

/** The motion with which another was merged, as far as its public face goes. */
async function findLeading(scope: Scope, id: string) {
  const [leading] = await read
    .select(ONE)
    .from(motions)
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(forAll(scope), eq(motions.id, id)));
  return leading ?? null;
}
