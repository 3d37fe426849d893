import { and, count, eq, sql } from "drizzle-orm";
import { wordIn } from "~/platform/params.server";
import { idsIn, lengthFor, preparedByShape, valuesOfIds } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { hasWords } from "~/platform/search.server";
import { motions } from "~db/schema";
import { MOTION_CATEGORIES } from "~db/vocabulary";
import { listPublicTasks } from "./queries.public.server";
import {
  MOST_PLACES,
  type Part,
  type TrackerFilter,
  takeRows,
  takeThese,
  walksOf,
} from "./queries.tracker-walk.server";
import { TRACKER_STATES } from "./rules.tracker";
import { keyFromPath, keyInPath, numberOfKey, type TrackerKey } from "./rules.tracker-key";

const PAGE_SIZE = 25;

/** One page of „Zgłosiliście – zrobiliśmy”, each matter with its tasks. */
export async function listTracker(scope: Scope, filter: TrackerFilter = {}, now = new Date()) {
  const { limit = PAGE_SIZE, before, after } = filter;
  const key = keyFromPath(before ?? after ?? "");
  const backwards = before !== undefined && key !== undefined;
  const { rows: found, end, isWide } = await collect(scope, filter, { key, backwards, limit }, now);
  const page = backwards ? found.reverse() : found;
  const [first = key, last = key] = [page[0], page.at(-1)];
  return {
    rows: await withTasks(scope, page),
    newer: pathOf(filter, backwards ? end : key && first),
    older: pathOf(filter, backwards ? last : end),
    /** What was typed may mean more places than were looked through. */
    isWide,
  };
}

type Row = Awaited<ReturnType<typeof takeRows>>["rows"][number];

async function withTasks(scope: Scope, page: Row[]) {
  const ids = page.map(({ id }) => id);
  const [owed, together] = [await listPublicTasks(scope, ids), await countMerged(scope, ids)];
  return page.map(({ rank, sequence, ...row }) => ({
    ...row,
    askedBy: 1 + (together.get(row.id) ?? 0),
    tasks: owed.filter(({ motionId }) => motionId === row.id),
  }));
}
export type TrackerMatter = Awaited<ReturnType<typeof withTasks>>[number];

/** Those of these that are public, in no order. */
export const listMatters = async (scope: Scope, ids: string[]) =>
  ids.length > 0 ? withTasks(scope, await takeThese(scope, ids)) : [];

const pathOf = (filter: TrackerFilter, key: TrackerKey | undefined) =>
  key ? keyInPath(numberOfKey(key), isByDay(filter) ? key.dueOn : null) : null;

/**
 * The next rows in the order of the list, whatever ways lead to them, and the key behind which nobody has looked yet.
 * The stored search text also holds what residents wrote before somebody took a name out of it. So the database only
 * narrows a search, and what may be read decides: nobody can ask this page whether a name stands in our files.
 */
async function collect(scope: Scope, filter: TrackerFilter, { key, backwards, limit }: Part, now: Date) {
  const part = { key: isByDay(filter) && !key?.dueOn ? undefined : key, backwards, limit: limit + 1 };
  const walks = await Promise.all((await walksOf(scope, filter, now)).map((walk) => takeRows(walk, part)));
  const order = (a: TrackerKey, b: TrackerKey) => (backwards ? -1 : 1) * compareKeys(a, b, isByDay(filter));
  const fence = walks.flatMap((walk) => walk.fence ?? []).sort(order)[0];
  const rows = walks
    .flatMap((walk) => walk.rows)
    .sort(order)
    .filter((row) => !fence || order(row, fence) <= 0);
  const page = rows.slice(0, limit);
  return {
    rows: page.filter(({ number, place, text }) => hasWords([number, place, text].join(" "), filter.q ?? "")),
    end: rows.length > limit ? page.at(-1) : fence,
    isWide: walks.length >= MOST_PLACES,
  };
}

/** What is late is listed by its day, as long as nothing else asks for the order of debates. */
const isByDay = ({ state, bodyId, debateId, place }: TrackerFilter) =>
  state === "late" && !bodyId && !debateId && place === undefined;

const compareKeys = (a: TrackerKey, b: TrackerKey, byDay: boolean) =>
  (byDay ? Number((a.dueOn ?? "") > (b.dueOn ?? "")) - Number((a.dueOn ?? "") < (b.dueOn ?? "")) : 0) ||
  a.rank - b.rank ||
  a.sequence - b.sequence;

/** Who asked for the same is counted, as long as it may be seen. */
export async function countMerged(scope: Scope, motionIds: string[]) {
  if (motionIds.length === 0) return new Map<string | null, number>();
  const length = lengthFor(motionIds);
  const query = merged(String(length), (from) =>
    from
      .select({ into: motions.mergedIntoId, many: count() })
      .from(motions)
      .where(
        and(
          eq(motions.organizationId, sql.placeholder("unit")),
          idsIn(motions.mergedIntoId, length),
          eq(motions.sensitivity, "public"),
        ),
      )
      .groupBy(motions.mergedIntoId),
  );
  const rows = await query({ unit: scope.organizationId, ...valuesOfIds(motionIds) });
  return new Map(rows.map(({ into, many }) => [into, many]));
}

const merged = preparedByShape();

/** The address of the page and of its tables: what cannot be a filter is left out. */
export function readTrackerQuery(search: URLSearchParams) {
  const text = (name: string) => search.get(name)?.slice(0, 200).trim() || undefined;
  const query = {
    q: text("q"),
    stan: wordIn(search.get("stan"), TRACKER_STATES),
    kat: wordIn(search.get("kat"), MOTION_CATEGORIES),
    deb: text("deb"),
    podmiot: text("podmiot"),
    miejsce: text("miejsce"),
  };
  const { q, stan: state, kat: category, deb: debateId, podmiot: bodyId, miejsce: place } = query;
  const filter: TrackerFilter = { q, state, category, debateId, bodyId, place };
  return { query, filter: { ...filter, after: text("po"), before: text("przed") } };
}
