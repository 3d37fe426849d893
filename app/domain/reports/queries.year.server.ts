import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, lte, ne, type SQL, sum } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay, today, warsawDate } from "~/platform/time";
import { agreements, bodies, debates, headCounts, invitations, motions, organizations, tasks } from "~db/schema";
import { seeing } from "~db/sight";
import { composeYear } from "./messages.year-own.pl";
import { composeUnitsYear } from "./messages.year-units.pl";
import { BEGUN, loadFigures } from "./queries.figures.server";
import { loadUnits } from "./queries.units.server";
import { type Days, daysPeriodOf } from "./rules.period";
import type { OwnYear, UnitsYear, YearCounts } from "./rules.year";

/**
 * Whose year it is. `own`: the unit of the scope. `below`: the units right below it, which the database itself says in
 * the same statement; why that may be asked at all stands in queries.units.server.ts. Rows of units below are counts.
 */
type Reach = { whose: "own" | "below"; days: Days };
type Owned = { organizationId: Parameters<typeof eq>[0] & Parameters<typeof inArray>[0] };

const reached = ({ organizationId }: Scope, { whose }: Reach, owned: Owned): SQL =>
  whose === "own"
    ? eq(owned.organizationId, organizationId)
    : inArray(
        owned.organizationId,
        read.select({ id: organizations.id }).from(organizations).where(eq(organizations.parentId, organizationId)),
      );

const heldIn = ({ days: { from, to } }: Reach) =>
  and(
    inArray(debates.status, BEGUN),
    gte(debates.startsAt, startOfDay(from)),
    lt(debates.startsAt, startOfDay(addDays(to, 1))),
  );

/** One line for a debate of one's own, one for a unit below. */
const keyOf = ({ whose }: Reach) => (whose === "own" ? debates.id : debates.organizationId);

async function countYear(scope: Scope, reach: Reach): Promise<YearCounts> {
  const key = keyOf(reach);
  const held = and(reached(scope, reach, debates), heldIn(reach));
  const heads = await read
    .select({ key, group: headCounts.group, many: sum(headCounts.count).mapWith(Number) })
    .from(headCounts)
    .innerJoin(debates, eq(debates.id, headCounts.debateId))
    .where(held)
    .groupBy(key, headCounts.group);
  const officials = await read
    .select({ key, presence: invitations.presence, many: count() })
    .from(invitations)
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(and(held, isNotNull(invitations.presence), ne(invitations.status, "withdrawn")))
    .groupBy(key, invitations.presence);
  const raised = await read
    .select({ key, category: motions.category, status: motions.status, outcome: motions.outcome, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(held, ne(motions.status, "returned")))
    .groupBy(key, motions.category, motions.status, motions.outcome);
  const given = await read
    .select({ key, state: tasks.state, many: count() })
    .from(tasks)
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(and(held, ne(tasks.state, "transferred")))
    .groupBy(key, tasks.state);
  const verdicts = await read
    .select({ verdict: motions.hallVerdict, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.reportedAtDebateId))
    .where(and(held, isNotNull(motions.hallVerdict)))
    .groupBy(motions.hallVerdict);
  return { heads, officials, motions: raised, tasks: given, verdicts };
}

/** Everything of a year of the unit itself. */
export async function loadYear(scope: Scope, year: number, now = new Date()): Promise<OwnYear> {
  const reach: Reach = { whose: "own", days: daysPeriodOf({ year }, now) };
  const { standing, speed, bodies: lines, opinions } = await loadFigures(scope, reach.days, now);
  return {
    ...{ year, day: today(now), unit: await getHead(scope), standing, speed, lines, opinions },
    ...(await countYear(scope, reach)),
    debates: await listDebates(scope, reach),
    agreements: await listAgreementsOf(scope, reach),
    priorities: await listPriorities(scope, reach),
  };
}

/** The same year of all units right below, added up and unit by unit; 404 where there are none. */
export async function loadUnitsYear(scope: Scope, year: number, now = new Date()): Promise<UnitsYear> {
  const reach: Reach = { whose: "below", days: daysPeriodOf({ year }, now) };
  const { lines, totals } = await loadUnits(scope, reach.days, now);
  const below = lines.map(({ id }) => id);
  return seeing([scope.organizationId, ...below], async () => ({
    ...{ year, day: today(now), unit: await getHead(scope), lines, totals },
    ...(await countYear(scope, reach)),
    agreements: await countAgreements(scope, reach),
  }));
}

const countAgreements = (scope: Scope, reach: Reach) =>
  read
    .select({
      key: agreements.organizationId,
      many: count(),
      amountGrosze: sum(agreements.amountGrosze).mapWith(Number),
      services: sum(agreements.services).mapWith(Number),
      servicesUsed: sum(agreements.servicesUsed).mapWith(Number),
    })
    .from(agreements)
    .where(and(reached(scope, reach, agreements), inForce(reach)))
    .groupBy(agreements.organizationId);

async function getHead({ organizationId }: Scope) {
  const { name, department, locality, headOffice } = organizations;
  const [unit] = await read
    .select({ name, department, locality, headOffice })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return unit ?? notFound();
}

async function listDebates(scope: Scope, reach: Reach) {
  const { id, number, year, kind, topic, startsAt, venueName, venueAddress } = debates;
  const rows = await read
    .select({ id, number, year, kind, topic, startsAt, venueName, venueAddress })
    .from(debates)
    .where(and(reached(scope, reach, debates), heldIn(reach)))
    .orderBy(asc(startsAt), asc(id));
  return rows.map(({ startsAt, ...debate }) => ({ ...debate, on: warsawDate(startsAt) }));
}

/** In force on any day of the year. */
const inForce = ({ days: { from, to } }: Reach) => and(lte(agreements.startsOn, to), gte(agreements.endsOn, from));

function listAgreementsOf(scope: Scope, reach: Reach) {
  const { subject, parties, startsOn, endsOn, amountGrosze, services, servicesUsed } = agreements;
  return read
    .select({ subject, parties, startsOn, endsOn, amountGrosze, services, servicesUsed })
    .from(agreements)
    .where(and(reached(scope, reach, agreements), inForce(reach)))
    .orderBy(asc(startsOn), asc(agreements.id));
}

/** What the debates of the year put first; an internal task is there without its words, because the sheet is passed on. */
async function listPriorities(scope: Scope, reach: Reach) {
  const rows = await read
    .select({
      number: debates.number,
      year: debates.year,
      sequence: tasks.sequence,
      title: tasks.title,
      internal: tasks.internal,
      body: bodies.name,
      state: tasks.state,
      dueOn: tasks.dueOn,
    })
    .from(tasks)
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .where(and(reached(scope, reach, debates), heldIn(reach), eq(tasks.priority, true), ne(tasks.state, "transferred")))
    .orderBy(desc(debates.startsAt), asc(tasks.sequence));
  return rows.map(({ title, internal, ...row }) => ({ ...row, title: internal ? null : title }));
}

/** The sheet as it is shown and printed, composed once for all its forms. */
export const getYearSheet = async (scope: Scope, whose: "unit" | "units", year: number, now = new Date()) =>
  whose === "unit"
    ? composeYear(await loadYear(scope, year, now))
    : composeUnitsYear(await loadUnitsYear(scope, year, now));
