import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNotNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { happenedIn, inView } from "~/domain/tasks/queries.server";
import { OPEN_STATES } from "~/domain/tasks/rules";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay, warsawDate } from "~/platform/time";
import { bodies, debates, motions, opinions, taskMotions, tasks } from "~db/schema";
import type { DebateStatus } from "~db/vocabulary";
import {
  type Answered,
  beginnings,
  composeLines,
  composeSpeed,
  composeStanding,
  type Done,
  type StandingRow,
  sumStanding,
} from "./rules.figures";
import type { Period } from "./rules.period";

/** Debates that took place, or are taking place. */
export const BEGUN: DebateStatus[] = ["live", "held", "closed"];
export const STANDING = [...OPEN_STATES, "needs_funds" as const];

const ofUnit = ({ organizationId }: Scope, period: Period) =>
  and(
    eq(tasks.organizationId, organizationId),
    period.kind === "debate" ? eq(tasks.debateId, period.debateId) : undefined,
  );

const within = (period: Period) => (period.kind === "debate" ? undefined : period);

/** Debates of a period that took place; one that was chosen counts as it is. */
const debatesOf = (period: Period) =>
  period.kind === "debate"
    ? eq(debates.id, period.debateId)
    : and(
        inArray(debates.status, BEGUN),
        gte(debates.startsAt, startOfDay(period.from)),
        lt(debates.startsAt, startOfDay(addDays(period.to, 1))),
      );

/** Times that a condition holds among the rows of a group; both databases count it alike. */
export const times = (condition: SQL | undefined) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
/** Tasks among the rows of a group, each once, for which it holds. */
const tasksWhere = (condition: SQL | undefined) =>
  sql<number>`count(distinct case when ${condition} then ${tasks.id} end)`.mapWith(Number);

/** The columns that say when something happened to a task that was done. */
export const DONE = {
  id: tasks.id,
  createdAt: tasks.createdAt,
  dueOn: tasks.dueOn,
  reportedAt: tasks.reportedAt,
  settledAt: tasks.settledAt,
};
export const ANSWERED = { id: tasks.id, createdAt: tasks.createdAt, firstHeardAt: tasks.firstHeardAt };

/** What `happenedIn` has asked for is there, which the columns' types cannot know. */
export const asDone = <Row extends { settledAt: Date | null }>(rows: Row[]) => rows as (Row & { settledAt: Date })[];
export const asAnswered = <Row extends { firstHeardAt: Date | null }>(rows: Row[]) =>
  rows as (Row & { firstHeardAt: Date })[];

/** Everything on the page of figures. A handful of questions, each begins with the unit. */
export async function loadFigures(scope: Scope, period: Period, now = new Date()) {
  const [byBody, byCategory, answered, done, categories, beganAt] = await Promise.all([
    countStandingByBody(scope, period, now),
    countStandingByCategory(scope, period, now),
    listAnswered(scope, period),
    listDone(scope, period),
    listTaskCategories(scope, period),
    readBeginnings(scope),
  ]);
  const inCategories = <Row extends { id: string }>(rows: Row[]) =>
    rows.flatMap((row) => (categories.get(row.id) ?? []).map((key) => ({ ...row, key })));
  const names = await listBodyNames(scope);
  return {
    standing: sumStanding(composeStanding(byBody).values()),
    // The unit as a whole, and a category, speak of matters: their clock ran while they were passed on.
    speed: composeSpeed(answered, done, beganAt),
    bodies: composeLines(byBody, answered, done).map((line) => ({ ...line, name: names.get(line.key) ?? "" })),
    categories: composeLines(byCategory, inCategories(answered), inCategories(done), beganAt),
    motions: await countMotions(scope, period),
    verdicts: await countVerdicts(scope, period),
    opinions: await countOpinions(scope, period),
    debates: await listDebatesOf(scope, period, now),
  };
}

function countStandingByBody(scope: Scope, period: Period, now: Date): Promise<StandingRow[]> {
  return read
    .select({
      key: tasks.ownerBodyId,
      state: tasks.state,
      many: count(),
      late: times(inView("late", now)),
      longLate: times(inView("long_late", now)),
      silent: times(inView("silent", now)),
    })
    .from(tasks)
    .where(and(ofUnit(scope, period), inArray(tasks.state, STANDING)))
    .groupBy(tasks.ownerBodyId, tasks.state);
}

/** A task stands in each category of its motions, and once in each. */
function countStandingByCategory(scope: Scope, period: Period, now: Date): Promise<StandingRow[]> {
  return read
    .select({
      key: motions.category,
      state: tasks.state,
      many: countDistinct(tasks.id),
      late: tasksWhere(inView("late", now)),
      longLate: tasksWhere(inView("long_late", now)),
      silent: tasksWhere(inView("silent", now)),
    })
    .from(tasks)
    .innerJoin(taskMotions, and(eq(taskMotions.organizationId, tasks.organizationId), eq(taskMotions.taskId, tasks.id)))
    .innerJoin(motions, eq(motions.id, taskMotions.motionId))
    .where(and(ofUnit(scope, period), inArray(tasks.state, STANDING)))
    .groupBy(motions.category, tasks.state);
}

async function listAnswered(scope: Scope, period: Period): Promise<Answered[]> {
  const rows = await read
    .select({ ...ANSWERED, key: tasks.ownerBodyId })
    .from(tasks)
    .where(and(ofUnit(scope, period), happenedIn("answered", within(period))));
  return asAnswered(rows);
}

async function listDone(scope: Scope, period: Period): Promise<Done[]> {
  const rows = await read
    .select({ ...DONE, key: tasks.ownerBodyId })
    .from(tasks)
    .where(and(ofUnit(scope, period), happenedIn("done", within(period))));
  return asDone(rows);
}

/** The categories of the tasks that were answered or done, by task. */
async function listTaskCategories(scope: Scope, period: Period) {
  const found = new Map<string, string[]>();
  for (const what of ["answered", "done"] as const) {
    const rows = await read
      .selectDistinct({ id: tasks.id, category: motions.category })
      .from(tasks)
      .innerJoin(
        taskMotions,
        and(eq(taskMotions.organizationId, tasks.organizationId), eq(taskMotions.taskId, tasks.id)),
      )
      .innerJoin(motions, eq(motions.id, taskMotions.motionId))
      .where(and(ofUnit(scope, period), happenedIn(what, within(period))));
    for (const { id, category } of rows) {
      const known = found.get(id) ?? [];
      if (!known.includes(category)) found.set(id, [...known, category]);
    }
  }
  return found;
}

/** Tasks that were passed on are few, and a chain may be older than any period. */
async function readBeginnings({ organizationId }: Scope) {
  const rows = await read
    .select({ id: tasks.id, transferredToId: tasks.transferredToId, createdAt: tasks.createdAt })
    .from(tasks)
    .where(and(eq(tasks.organizationId, organizationId), eq(tasks.state, "transferred")));
  return beginnings(rows);
}

async function listBodyNames({ organizationId }: Scope) {
  const rows = await read
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(eq(bodies.organizationId, organizationId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Motions of the debates of a period by category and by what became of them; what was returned never was one. */
export function countMotions({ organizationId }: Scope, period: Period) {
  return read
    .select({ category: motions.category, status: motions.status, outcome: motions.outcome, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(eq(motions.organizationId, organizationId), ne(motions.status, "returned"), debatesOf(period)))
    .groupBy(motions.category, motions.status, motions.outcome);
}

/** What the halls said at the evaluation debates of a period; for one debate, what its motions were given since. */
export function countVerdicts({ organizationId }: Scope, period: Period) {
  const reported = period.kind === "debate" ? motions.debateId : motions.reportedAtDebateId;
  return read
    .select({ verdict: motions.hallVerdict, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, reported))
    .where(and(eq(motions.organizationId, organizationId), isNotNull(motions.hallVerdict), debatesOf(period)))
    .groupBy(motions.hallVerdict);
}

/** What those who raised and supported a matter answered; no names, no words. */
export function countOpinions({ organizationId }: Scope, period: Period) {
  const days = within(period);
  return read
    .select({ verdict: opinions.verdict, many: count() })
    .from(opinions)
    .innerJoin(motions, eq(motions.id, opinions.motionId))
    .where(
      and(
        eq(opinions.organizationId, organizationId),
        period.kind === "debate" ? eq(motions.debateId, period.debateId) : undefined,
        days && gte(opinions.at, startOfDay(days.from)),
        days && lt(opinions.at, startOfDay(addDays(days.to, 1))),
      ),
    )
    .groupBy(opinions.verdict);
}

/** The debates of a period with how many motions came and how their tasks stand. */
async function listDebatesOf(scope: Scope, period: Period, now: Date) {
  const { organizationId } = scope;
  const mine = and(eq(debates.organizationId, organizationId), debatesOf(period));
  const { id, number, year, topic, kind, startsAt } = debates;
  const found = await read
    .select({ id, number, year, topic, kind, startsAt })
    .from(debates)
    .where(mine)
    .orderBy(asc(startsAt), asc(id));
  const raised = await read
    .select({ debateId: motions.debateId, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(eq(motions.organizationId, organizationId), ne(motions.status, "returned"), mine))
    .groupBy(motions.debateId);
  const given = await read
    .select({
      debateId: tasks.debateId,
      many: count(),
      open: times(inView("open", now)),
      late: times(inView("late", now)),
      done: times(eq(tasks.state, "confirmed")),
    })
    .from(tasks)
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(and(eq(tasks.organizationId, organizationId), ne(tasks.state, "transferred"), mine))
    .groupBy(tasks.debateId);
  const motionsOf = new Map(raised.map(({ debateId, many }) => [debateId, many]));
  const tasksOf = new Map(given.map(({ debateId, ...rest }) => [debateId, rest]));
  return found.map((debate) => ({
    ...debate,
    motions: motionsOf.get(debate.id) ?? 0,
    tasks: tasksOf.get(debate.id) ?? { many: 0, open: 0, late: 0, done: 0 },
  }));
}

/** What there is to choose from: debates that have begun, and the day of the first. A debate of another unit: 404. */
export async function listPeriodChoices({ organizationId }: Scope, chosen?: string) {
  const { id, number, year, topic, startsAt } = debates;
  const rows = await read
    .select({ id, number, year, topic, startsAt })
    .from(debates)
    .where(and(eq(debates.organizationId, organizationId), inArray(debates.status, BEGUN)))
    .orderBy(desc(startsAt));
  if (chosen && !rows.some((row) => row.id === chosen)) notFound();
  const first = rows.at(-1);
  return { debates: rows, first: first ? warsawDate(first.startsAt) : null };
}
