import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  not,
  or,
  type SQL,
} from "drizzle-orm";
import { read } from "~/platform/db.server";
import { wordIn } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { hasWords, matches } from "~/platform/search.server";
import { warsawDate } from "~/platform/time";
import { bodies, debates, motions, taskMotions, tasks } from "~db/schema";
import { MOTION_CATEGORIES, type MotionCategory, type TaskState } from "~db/vocabulary";
import { listPublicTasks } from "./queries.public.server";
import { OWED_STATES } from "./rules";
import { type MotionKey, numberFromPath, numberInPath, TRACKER_STATES, type TrackerState } from "./rules.tracker";

/** What residents may see: admitted, public, not merged into another, of a debate that was announced. */
const forAll = (scope: Scope) =>
  and(
    eq(motions.organizationId, scope.organizationId),
    eq(motions.status, "admitted"),
    eq(motions.sensitivity, "public"),
    or(isNull(motions.outcome), ne(motions.outcome, "merged")),
    isNotNull(debates.announcedAt),
  );

const selectCount = (where: SQL | undefined) =>
  read
    .select({ slug: debates.slug, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(where)
    .groupBy(debates.slug);

/** Is there a public task of this motion in one of these states? */
const hasTask = (states: readonly TaskState[], more?: SQL) =>
  exists(
    read
      .select({ id: tasks.id })
      .from(taskMotions)
      .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
      .where(
        and(eq(taskMotions.motionId, motions.id), eq(tasks.internal, false), inArray(tasks.state, [...states]), more),
      ),
  );

/** The same decision as `trackerStateOf`, for the database; a test holds them together. */
function inState(state: TrackerState, now: Date): SQL | undefined {
  if (state === "done" || state === "partly" || state === "refused") return eq(motions.settlement, state);
  const unsettled = isNull(motions.settlement);
  if (state === "admitted") return and(unsettled, isNull(motions.outcome));
  if (state === "answered") return and(unsettled, eq(motions.outcome, "answered_on_spot"));
  if (state === "out_of_scope") return and(unsettled, eq(motions.outcome, state));

  const followed = and(unsettled, inArray(motions.outcome, ["task", "referred"]));
  const late = hasTask(OWED_STATES, lt(tasks.dueOn, warsawDate(now)));
  const [funds, owed, reported] = [hasTask(["needs_funds"]), hasTask(OWED_STATES), hasTask(["reported_done"])];
  const silent = and(followed, not(late), not(funds), not(owed));
  if (state === "late") return and(followed, late);
  if (state === "funds") return and(followed, not(late), funds);
  if (state === "reported") return and(silent, reported);
  const idle = (outcome: "task" | "referred") => and(silent, not(reported), eq(motions.outcome, outcome));
  return state === "referred" ? idle("referred") : or(and(followed, not(late), not(funds), owed), idle("task"));
}

export type TrackerFilter = {
  q?: string;
  state?: TrackerState;
  category?: MotionCategory;
  debateId?: string;
  /** Numbers of the neighbours, as they stand in addresses: what follows after, or comes before them. */
  after?: string;
  before?: string;
  limit?: number;
};

async function filtered(scope: Scope, { q, state, category, debateId }: TrackerFilter, now: Date) {
  const found = q?.trim() ? await listMatching(scope, q) : undefined;
  return and(
    forAll(scope),
    found && inArray(motions.id, found),
    state && inState(state, now),
    category && eq(motions.category, category),
    debateId ? eq(motions.debateId, debateId) : undefined,
  );
}

const MOST_MATCHES = 5000;

/**
 * The stored search text also holds what residents wrote before somebody took a name out of it. So the database only
 * narrows the search, and what may be read decides: nobody can ask this page whether a name stands in our files.
 */
async function listMatching(scope: Scope, q: string) {
  const rows = await read
    .select({ id: motions.id, number: motions.number, place: motions.place, text: motions.textPublic })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(forAll(scope), matches(motions.search, q)))
    .orderBy(desc(debates.year), desc(debates.number), asc(motions.sequence))
    .limit(MOST_MATCHES);
  return rows.filter(({ number, place, text }) => hasWords([number, place, text].join(" "), q)).map(({ id }) => id);
}

/** The latest debate first, in it the order of arrival. */
function beyond({ debate, year, sequence }: MotionKey, backwards: boolean) {
  const [further, nearer] = backwards ? ([gt, lt] as const) : ([lt, gt] as const);
  return or(
    further(debates.year, year),
    and(eq(debates.year, year), further(debates.number, debate)),
    and(eq(debates.year, year), eq(debates.number, debate), nearer(motions.sequence, sequence)),
  );
}

const PUBLIC = {
  id: motions.id,
  debateId: motions.debateId,
  number: motions.number,
  category: motions.category,
  place: motions.place,
  text: motions.textPublic,
  outcome: motions.outcome,
  answer: motions.answer,
  answeredBy: motions.answeredBy,
  referredTo: bodies.name,
  settlement: motions.settlement,
  settlementNote: motions.settlementNote,
  hallVerdict: motions.hallVerdict,
};

/** One page of „Zgłosiliście – zrobiliśmy”, each matter with its tasks. */
export async function listTracker(scope: Scope, filter: TrackerFilter = {}, now = new Date()) {
  const { limit = 25, before, after } = filter;
  const key = numberFromPath(before ?? after ?? "");
  const backwards = before !== undefined && key !== undefined;
  const [down, up] = backwards ? ([asc, desc] as const) : ([desc, asc] as const);
  const found = await read
    .select(PUBLIC)
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(and(await filtered(scope, filter, now), key && beyond(key, backwards)))
    .orderBy(down(debates.year), down(debates.number), up(motions.sequence))
    .limit(limit + 1);
  const hasMore = found.length > limit;
  const page = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const [owed, together] = [await listPublicTasks(scope, ids), await countMerged(scope, ids)];
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page.map((row) => ({
      ...row,
      askedBy: 1 + (together.get(row.id) ?? 0),
      tasks: owed.filter(({ motionId }) => motionId === row.id),
    })),
    newer: first && (backwards ? hasMore : key) ? numberInPath(first.number) : null,
    older: last && (backwards || hasMore) ? numberInPath(last.number) : null,
  };
}

/** Who asked for the same is counted, as long as it may be seen. */
export async function countMerged(scope: Scope, motionIds: string[]) {
  if (motionIds.length === 0) return new Map<string | null, number>();
  const rows = await read
    .select({ into: motions.mergedIntoId, many: count() })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        inArray(motions.mergedIntoId, motionIds),
        eq(motions.sensitivity, "public"),
      ),
    )
    .groupBy(motions.mergedIntoId);
  return new Map(rows.map(({ into, many }) => [into, many]));
}

/** How many there are under the filter, and how many in each state of them. */
export async function countTracker(scope: Scope, filter: TrackerFilter = {}, now = new Date()) {
  return sumOf([...(await countByDebate(scope, filter, now)).values()]);
}

export type TrackerCount = { all: number; byState: Record<TrackerState, number> };
const nothing = (): TrackerCount => ({
  all: 0,
  byState: Object.fromEntries(TRACKER_STATES.map((state) => [state, 0])) as Record<TrackerState, number>,
});

/** The same for each debate, by its name in addresses. */
export async function countByDebate(scope: Scope, filter: TrackerFilter = {}, now = new Date()) {
  const where = await filtered(scope, filter, now);
  const counts = new Map((await selectCount(where)).map(({ slug, many }) => [slug, { ...nothing(), all: many }]));
  for (const state of TRACKER_STATES)
    for (const { slug, many } of await selectCount(and(where, inState(state, now)))) {
      const count = counts.get(slug);
      if (count) count.byState[state] = many;
    }
  return counts;
}

export const sumOf = (counts: readonly TrackerCount[]) =>
  counts.reduce((sum, { all, byState }) => {
    sum.all += all;
    for (const state of TRACKER_STATES) sum.byState[state] += byState[state];
    return sum;
  }, nothing());

/** Debates that have public matters, for the filter. */
export function listTrackedDebates(scope: Scope) {
  return read
    .selectDistinct({ id: debates.id, number: debates.number, year: debates.year, topic: debates.topic })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(forAll(scope))
    .orderBy(desc(debates.year), desc(debates.number));
}

/** The address of the page and of its table: what cannot be a filter is left out. */
export function readTrackerQuery(search: URLSearchParams) {
  const text = (name: string) => search.get(name)?.slice(0, 200).trim() || undefined;
  const query = {
    q: text("q"),
    stan: wordIn(search.get("stan"), TRACKER_STATES),
    kat: wordIn(search.get("kat"), MOTION_CATEGORIES),
    deb: text("deb"),
  };
  const { q, stan: state, kat: category, deb: debateId } = query;
  return { query, filter: { q, state, category, debateId, after: text("po"), before: text("przed") } };
}
