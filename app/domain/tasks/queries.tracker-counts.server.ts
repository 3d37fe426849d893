import { and, count, desc, eq, exists, isNotNull, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { hasWords } from "~/platform/search.server";
import { warsawDate } from "~/platform/time";
import { bodies, debates, motionBodies, motions, trackerCounts } from "~db/schema";
import { countRows, type TrackerFilter, takeRows, walksOf } from "./queries.tracker-walk.server";
import { standing, TRACKER_STATES, type TrackerState } from "./rules.tracker";

export type TrackerCount = { all: number; byState: Record<TrackerState, number> };

const nothing = (): TrackerCount => ({
  all: 0,
  byState: Object.fromEntries(TRACKER_STATES.map((state) => [state, 0])) as Record<TrackerState, number>,
});

function add(to: TrackerCount, state: TrackerState, many: number) {
  to.all += many;
  to.byState[state] += many;
}

export const sumOf = (counts: readonly TrackerCount[]) =>
  counts.reduce((sum, { byState }) => {
    for (const state of TRACKER_STATES) add(sum, state, byState[state]);
    return sum;
  }, nothing());

/** All public matters of a unit by where they stand: from counters, because there may be a million of them. */
export async function countTracker(scope: Scope, now = new Date()) {
  const total = nothing();
  for (const { state, isLate, many } of await sums({ unit: scope.organizationId, today: warsawDate(now) }))
    add(total, isLate === 1 ? "late" : state, many);
  return total;
}

const { placeholder } = sql;
const sums = prepared((from) =>
  from
    .select({
      state: trackerCounts.state,
      isLate: sql<number>`case when ${trackerCounts.dueOn} <> '' and ${trackerCounts.dueOn} < ${placeholder("today")} then 1 else 0 end`,
      many: sql<number>`cast(sum(${trackerCounts.many}) as integer)`,
    })
    .from(trackerCounts)
    .where(eq(trackerCounts.organizationId, placeholder("unit")))
    .groupBy(sql`1`, sql`2`),
);

/** The same for each debate, or for one, by its name in addresses. */
export async function countByDebate(scope: Scope, { debateId }: { debateId?: string } = {}, now = new Date()) {
  const rows = await read
    .select({ slug: debates.slug, state: motions.trackState, dueOn: motions.trackDueOn, many: count() })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(
      and(
        eq(motions.organizationId, scope.organizationId),
        isNotNull(motions.trackState),
        debateId ? eq(motions.debateId, debateId) : undefined,
      ),
    )
    .groupBy(debates.slug, motions.trackState, motions.trackDueOn);
  const counts = new Map<string, TrackerCount>();
  for (const { slug, state, dueOn, many } of rows) {
    if (state === null) continue;
    const sum = counts.get(slug) ?? nothing();
    counts.set(slug, sum);
    add(sum, standing({ trackState: state, trackDueOn: dueOn }, now), many);
  }
  return counts;
}

/** Nobody counts further than this. */
export const MOST_COUNTED = 100;

/** How many there are under a filter; `isMore` where there may be others, so that this costs the same at any size. */
export async function countFound(scope: Scope, filter: TrackerFilter, total: TrackerCount, now = new Date()) {
  const { state, q, ...others } = filter;
  const isOnlyState = !q && !others.category && !others.debateId && !others.bodyId && others.place === undefined;
  if (isOnlyState) return { many: state ? total.byState[state] : total.all, isMore: false };
  const found = { many: 0, isMore: false };
  for (const walk of await walksOf(scope, filter, now)) {
    if (found.many >= MOST_COUNTED) break;
    const part = q ? await countWords(walk, q) : await countRows(walk, MOST_COUNTED);
    found.many += part.many;
    found.isMore ||= part.isMore;
  }
  return found.many > MOST_COUNTED ? { many: MOST_COUNTED, isMore: true } : found;
}

async function countWords(walk: Parameters<typeof takeRows>[0], q: string) {
  const { rows, fence } = await takeRows(walk, { backwards: false, limit: MOST_COUNTED + 1 });
  const many = rows.filter(({ number, place, text }) => hasWords([number, place, text].join(" "), q)).length;
  return { many, isMore: rows.length > MOST_COUNTED || fence !== undefined };
}

const debatesToChoose = prepared((from) => {
  const some = from
    .select({ id: motions.id })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, placeholder("unit")),
        eq(motions.debateRank, sql`-(${debates.year} * 10000 + ${debates.number})`),
        isNotNull(motions.trackState),
      ),
    );
  return from
    .select({ id: debates.id, number: debates.number, year: debates.year, topic: debates.topic })
    .from(debates)
    .where(and(eq(debates.organizationId, placeholder("unit")), isNotNull(debates.announcedAt), exists(some)))
    .orderBy(desc(debates.year), desc(debates.number))
    .limit(MOST_DEBATES);
});
const MOST_DEBATES = 60;

const bodiesToChoose = prepared((from) => {
  const some = from
    .select({ id: motionBodies.motionId })
    .from(motionBodies)
    .where(and(eq(motionBodies.organizationId, placeholder("unit")), eq(motionBodies.bodyId, bodies.id)));
  return from
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.organizationId, placeholder("unit")), exists(some)))
    .orderBy(bodies.name);
});

/** What there is to choose from: the latest debates, and all bodies that deal with something. */
export async function listTrackerChoices({ organizationId: unit }: Scope) {
  return { debates: await debatesToChoose({ unit }), bodies: await bodiesToChoose({ unit }) };
}
