import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  min,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { debateRankOf } from "~/domain/motions/rules.track";
import { read } from "~/platform/db.server";
import { prepared, preparedByShape } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { wordsOf } from "~/platform/search.server";
import { warsawDate } from "~/platform/time";
import type { Reads } from "~db/database";
import { bodies, debates, motionBodies, motions } from "~db/schema";
import type { MotionCategory } from "~db/vocabulary";
import type { TrackerState } from "./rules.tracker";
import { endOfPrefix, type TrackerKey, typedPlace } from "./rules.tracker-key";

export type TrackerFilter = {
  q?: string;
  state?: TrackerState;
  category?: MotionCategory;
  debateId?: string;
  bodyId?: string;
  /** As it was typed; the beginning of a place is enough. */
  place?: string;
  /** Keys of the neighbours, as they stand in addresses: what follows after, or comes before them. */
  after?: string;
  before?: string;
  limit?: number;
};

/** The most rows a page looks at where no single index answers; then it offers to look further. */
export const MOST_LOOKED_AT = 1000;
/** The most places that one beginning may mean. */
export const MOST_PLACES = 24;

/**
 * A way through the public matters of a unit in the order of the list: an index answers `lead`, `rest` is asked of each
 * row on the way; both name conditions, which get their values from `values`. `byBody` walks the table of bodies,
 * `byDay` begins with what is longest past its day.
 */
export type Walk = { byBody: boolean; byDay: boolean; lead: string[]; rest: string[]; values: Record<string, unknown> };
export type Part = { key?: TrackerKey; backwards: boolean; limit: number };

/** None where the filter names what the unit does not have; several where a beginning means several places. */
export async function walksOf(scope: Scope, filter: TrackerFilter, now: Date): Promise<Walk[]> {
  const { bodyId, debateId, place, state, category, q } = filter;
  const byBody = bodyId !== undefined;
  const words = Object.fromEntries(wordsOf(q ?? "").map((word, i) => [`word${i}`, `%${word}%`]));
  const values = { unit: scope.organizationId, body: bodyId, state, category, today: warsawDate(now), ...words };
  // What is past its day is shown as late, not as what it would be otherwise.
  const runs = state === "running" || state === "funds";
  const others = [...(runs ? ["onTime"] : []), ...Object.keys(words)];
  const leads = [...(state ? [state === "late" ? "late" : "state"] : []), ...(category ? ["category"] : [])];
  const rank = debateId ? await findRank(scope, debateId) : undefined;
  if (debateId && rank === undefined) return [];
  if (debateId) leads.unshift("debate");
  const walk = (all: string[], more: Walk["values"] = {}): Walk => {
    const count = byBody && !debateId ? 0 : 1; // of a body and a debate one index knows both
    const byDay = state === "late" && !byBody && !debateId && place === undefined;
    const rest = [...all.slice(count), ...others];
    return { byBody, byDay, lead: all.slice(0, count), rest, values: { ...values, debate: rank, ...more } };
  };
  if (place === undefined) return [walk(leads)];
  const keys = await listPlaceKeys(scope, typedPlace(place));
  if (!byBody) return keys.map((key) => walk(["place", ...leads], { place: key }));
  const filled = PLACES.map((name, i) => [name, keys[i] ?? keys[0]]);
  return keys.length > 0 ? [walk([...leads, "places"], Object.fromEntries(filled))] : [];
}

const { placeholder } = sql;
const PLACES = Array.from({ length: MOST_PLACES }, (_, i) => `place${i}`);

const CONDITIONS: Record<string, (walk: Walk) => SQL | undefined> = {
  debate: ({ byBody }) => eq((byBody ? motionBodies : motions).debateRank, placeholder("debate")),
  late: () => lt(motions.trackDueOn, placeholder("today")),
  state: () => eq(motions.trackState, placeholder("state")),
  category: () => eq(motions.category, placeholder("category")),
  place: () => eq(motions.placeKey, placeholder("place")),
  places: () => inArray(motions.placeKey, PLACES.map(placeholder)),
  onTime: () => or(isNull(motions.trackDueOn), gte(motions.trackDueOn, placeholder("today"))),
};
/** What is no condition of that list is one more word to be found. */
const conditionsOf = (walk: Walk, names: string[]) =>
  names.map((name) => CONDITIONS[name]?.(walk) ?? like(motions.search, placeholder(name)));

function leadOf(walk: Walk) {
  const own = eq((walk.byBody ? motionBodies : motions).organizationId, placeholder("unit"));
  const body = walk.byBody ? eq(motionBodies.bodyId, placeholder("body")) : undefined;
  return and(own, body, ...conditionsOf(walk, walk.lead));
}

const rankById = prepared((from) =>
  from
    .select({ number: debates.number, year: debates.year })
    .from(debates)
    .where(
      and(
        eq(debates.organizationId, placeholder("unit")),
        eq(debates.id, placeholder("debate")),
        isNotNull(debates.announcedAt),
      ),
    ),
);

async function findRank({ organizationId }: Scope, debateId: string) {
  const [debate] = await rankById({ unit: organizationId, debate: debateId });
  return debate && debateRankOf(debate);
}

/** From place to place by the index, however many matters each of them has. */
export async function listPlaceKeys({ organizationId }: Scope, beginning: string) {
  const [keys, end] = [[] as string[], endOfPrefix(beginning)];
  while (beginning !== "" && keys.length < MOST_PLACES) {
    const last = keys.at(-1);
    const [next] = await read
      .select({ key: min(motions.placeKey) })
      .from(motions)
      .where(
        and(
          eq(motions.organizationId, organizationId),
          last === undefined ? gte(motions.placeKey, beginning) : gt(motions.placeKey, last),
          end === undefined ? undefined : lt(motions.placeKey, end),
        ),
      );
    if (typeof next?.key !== "string" || !next.key.startsWith(beginning)) break;
    keys.push(next.key);
  }
  return keys;
}

function orderOf({ byBody, byDay }: Walk) {
  const { debateRank, sequence } = byBody ? motionBodies : motions;
  return byDay ? [motions.trackDueOn, debateRank, sequence] : [debateRank, sequence];
}

const SIGNS = { ">": sql`>`, "<": sql`<`, ">=": sql`>=`, "<=": sql`<=` };

/** Rows are compared as a whole, which both databases answer by the index. */
function beside(walk: Walk, name: "start" | "fence", sign: keyof typeof SIGNS) {
  const names = [...(walk.byDay ? [`${name}Day`] : []), `${name}Rank`, `${name}Sequence`];
  const listed = (parts: unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  return sql`(${listed(orderOf(walk))}) ${SIGNS[sign]} (${listed(names.map(placeholder))})`;
}

const valuesOf = (name: "start" | "fence", key?: TrackerKey) =>
  key && { [`${name}Day`]: key.dueOn ?? "", [`${name}Rank`]: key.rank, [`${name}Sequence`]: key.sequence };

const KEY = { rank: motions.debateRank, sequence: motions.sequence, dueOn: motions.trackDueOn };
const PAGE = {
  ...KEY,
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
  referredAt: motions.referredAt,
  settlement: motions.settlement,
  settlementNote: motions.settlementNote,
  hallVerdict: motions.hallVerdict,
  trackState: motions.trackState,
  submittedAt: motions.submittedAt,
  decidedAt: motions.decidedAt,
  settledAt: motions.settledAt,
};

const selectPage = (from: Reads) =>
  from.select(PAGE).from(motions).leftJoin(bodies, eq(bodies.id, motions.referredToBodyId)).$dynamic();

/** Those of these that are public. */
export const takeThese = ({ organizationId }: Scope, ids: string[]) =>
  selectPage(read).where(
    and(eq(motions.organizationId, organizationId), inArray(motions.id, ids), isNotNull(motions.trackState)),
  );

const SAME = and(eq(motionBodies.organizationId, motions.organizationId), eq(motionBodies.motionId, motions.id));

const matching = (walk: Walk) => and(isNotNull(motions.trackState), ...conditionsOf(walk, walk.rest));
const ordered = (walk: Walk, backwards: boolean) =>
  orderOf(walk).map((column) => (backwards ? desc(column) : asc(column)));

const shaped = preparedByShape();
/** All on which the text of a query about this walk depends. */
const shapeOf = (what: string, { byBody, byDay, lead, rest }: Walk, ...more: unknown[]) =>
  [what, byBody, byDay, lead, rest, ...more].join(" ");

/** The next rows of a walk, and the key behind which it has not looked; undefined when it has looked everywhere. */
export async function takeRows(walk: Walk, { key, backwards, limit }: Part) {
  const fence = await findFence(walk, key, backwards);
  const query = shaped(shapeOf("rows", walk, key !== undefined, fence !== undefined, backwards), (from) => {
    const page = selectPage(from);
    if (walk.byBody) page.innerJoin(motionBodies, SAME);
    const start = key && beside(walk, "start", backwards ? "<" : ">");
    const end = fence && beside(walk, "fence", backwards ? ">=" : "<=");
    return page
      .where(and(leadOf(walk), start, end, matching(walk)))
      .orderBy(...ordered(walk, backwards))
      .limit(placeholder("limit"));
  });
  const rows = await query({ ...walk.values, ...valuesOf("start", key), ...valuesOf("fence", fence), limit });
  return { rows, fence };
}

/** Where an index of the bodies leads, it is enough to count in that index. */
async function findFence(walk: Walk, key: TrackerKey | undefined, backwards: boolean): Promise<TrackerKey | undefined> {
  if (walk.rest.length === 0) return undefined;
  const query = shaped(shapeOf("fence", walk, key !== undefined, backwards), (from) => {
    const { debateRank: rank, sequence } = walk.byBody ? motionBodies : motions;
    const dueOn = walk.byDay ? motions.trackDueOn : sql<null>`null`.as("due");
    return from
      .select({ rank, sequence, dueOn })
      .from(walk.byBody ? motionBodies : motions)
      .where(and(leadOf(walk), key && beside(walk, "start", backwards ? "<" : ">")))
      .orderBy(...ordered(walk, backwards))
      .limit(1)
      .offset(MOST_LOOKED_AT - 1);
  });
  const [fence] = await query({ ...walk.values, ...valuesOf("start", key) });
  return fence as TrackerKey | undefined;
}

/** How many rows a walk has, up to `most`; `isMore` where there may be others. */
export async function countRows(walk: Walk, most: number) {
  const fence = await findFence(walk, undefined, false);
  const query = shaped(shapeOf("count", walk, fence !== undefined), (from) => {
    const rows = from
      .select({ one: sql`1`.as("one") })
      .from(motions)
      .$dynamic();
    if (walk.byBody) rows.innerJoin(motionBodies, SAME);
    const some = rows
      .where(and(leadOf(walk), fence && beside(walk, "fence", "<="), matching(walk)))
      .limit(placeholder("limit"))
      .as("some");
    return from.select({ many: count() }).from(some);
  });
  const [{ many } = { many: 0 }] = await query({ ...walk.values, ...valuesOf("fence", fence), limit: most + 1 });
  return { many: Math.min(many, most), isMore: many > most || fence !== undefined };
}
