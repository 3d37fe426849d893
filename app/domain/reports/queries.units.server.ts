import { and, count, eq, gte, inArray, isNull, lt, max, min, ne, or } from "drizzle-orm";
import { happenedIn, inView } from "~/domain/tasks/queries.server";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay, warsawDate } from "~/platform/time";
import { debates, minutes, motions, organizations, tasks } from "~db/schema";
import { seeing } from "~db/sight";
import { ANSWERED, asAnswered, asDone, BEGUN, DONE, STANDING, times } from "./queries.figures.server";
import { beginnings } from "./rules.figures";
import type { Days } from "./rules.period";
import { composeUnits, type UnitsFacts } from "./rules.units";

/**
 * The only questions of the product that reach beyond the unit of their scope. What makes them right: the scope proves
 * that somebody is a member of the unit above; the database says which units stand right below it, by a column that only
 * the operator writes; every question below is asked through that join, in the same statement, so a row of any other
 * unit cannot be in an answer; and no question selects anything but the unit's name, counts, states, days and instants.
 * A unit below asks the same questions with its own scope, and finds nothing, because nobody stands below it.
 */
const below = ({ organizationId }: Scope) => eq(organizations.parentId, organizationId);
const ownerOf = {
  tasks: eq(organizations.id, tasks.organizationId),
  debates: eq(organizations.id, debates.organizationId),
};

const heldIn = ({ from, to }: Days) =>
  and(
    inArray(debates.status, BEGUN),
    gte(debates.startsAt, startOfDay(from)),
    lt(debates.startsAt, startOfDay(addDays(to, 1))),
  );

/** The figures of the units right below this one; a unit with none below has no such page (404). */
export async function loadUnits(scope: Scope, days: Days, now = new Date()) {
  const units = await read
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.shortName })
    .from(organizations)
    .where(below(scope));
  if (units.length === 0) notFound();
  return seeing([scope.organizationId, ...units.map(({ id }) => id)], async () => {
    const facts: UnitsFacts = {
      units,
      standing: await countStanding(scope, now),
      ...(await listSpeeds(scope, days)),
      ...(await countDebates(scope, days)),
      minutesLate: await countMinutesLate(scope, now),
      lastDebates: await listLastDebates(scope),
    };
    return { ...composeUnits(facts, now, await readBeginnings(scope)), first: await findFirstDebate(scope) };
  });
}

async function findFirstDebate(scope: Scope) {
  const [row] = await read
    .select({ first: min(debates.startsAt) })
    .from(organizations)
    .innerJoin(debates, ownerOf.debates)
    .where(and(below(scope), inArray(debates.status, BEGUN)));
  return row?.first ? warsawDate(row.first) : null;
}

const countStanding = (scope: Scope, now: Date) =>
  read
    .select({
      key: tasks.organizationId,
      state: tasks.state,
      many: count(),
      late: times(inView("late", now)),
      longLate: times(inView("long_late", now)),
      silent: times(inView("silent", now)),
    })
    .from(organizations)
    .innerJoin(tasks, ownerOf.tasks)
    .where(and(below(scope), inArray(tasks.state, STANDING)))
    .groupBy(tasks.organizationId, tasks.state);

async function listSpeeds(scope: Scope, days: Days) {
  const of = (what: "answered" | "done") => and(below(scope), happenedIn(what, days));
  const answered = await read
    .select({ ...ANSWERED, key: tasks.organizationId })
    .from(organizations)
    .innerJoin(tasks, ownerOf.tasks)
    .where(of("answered"));
  const done = await read
    .select({ ...DONE, key: tasks.organizationId })
    .from(organizations)
    .innerJoin(tasks, ownerOf.tasks)
    .where(of("done"));
  return { answered: asAnswered(answered), done: asDone(done) };
}

async function readBeginnings(scope: Scope) {
  const rows = await read
    .select({ id: tasks.id, transferredToId: tasks.transferredToId, createdAt: tasks.createdAt })
    .from(organizations)
    .innerJoin(tasks, ownerOf.tasks)
    .where(and(below(scope), eq(tasks.state, "transferred")));
  return beginnings(rows);
}

async function countDebates(scope: Scope, days: Days) {
  const held = await read
    .select({ key: debates.organizationId, many: count() })
    .from(organizations)
    .innerJoin(debates, ownerOf.debates)
    .where(and(below(scope), heldIn(days)))
    .groupBy(debates.organizationId);
  const raised = await read
    .select({ key: debates.organizationId, many: count() })
    .from(organizations)
    .innerJoin(debates, ownerOf.debates)
    .innerJoin(motions, and(eq(motions.organizationId, debates.organizationId), eq(motions.debateId, debates.id)))
    .where(and(below(scope), heldIn(days), ne(motions.status, "returned")))
    .groupBy(debates.organizationId);
  return { debates: held, motions: raised };
}

/** Debates whose minutes should have been approved by now, of any period. */
const countMinutesLate = (scope: Scope, now: Date) =>
  read
    .select({ key: debates.organizationId, many: count() })
    .from(organizations)
    .innerJoin(debates, ownerOf.debates)
    .leftJoin(minutes, eq(minutes.debateId, debates.id))
    .where(
      and(
        below(scope),
        eq(debates.status, "held"),
        lt(debates.minutesDueOn, warsawDate(now)),
        or(isNull(minutes.id), inArray(minutes.status, ["drafting", "in_correction"])),
      ),
    )
    .groupBy(debates.organizationId);

async function listLastDebates(scope: Scope) {
  const rows = await read
    .select({ key: debates.organizationId, last: max(debates.startsAt) })
    .from(organizations)
    .innerJoin(debates, ownerOf.debates)
    .where(and(below(scope), inArray(debates.status, BEGUN)))
    .groupBy(debates.organizationId);
  return rows.flatMap(({ key, last }) => (last ? [{ key, on: warsawDate(last) }] : []));
}
