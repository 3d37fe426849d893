import { and, asc, desc, eq, gt, gte, isNull, like, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { preparedByShape, slot } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { wordsOf } from "~/platform/search.server";
import type { Reads } from "~db/database";
import { bodies, debates, motions } from "~db/schema";
import type { MotionCategory } from "~db/vocabulary";
import { ROW } from "./queries.server";
import { columnsOf, type MotionState } from "./rules";

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
type Sorted = { id: string; sequence: number; submittedAt: Date };

const lists = preparedByShape();
const value = (name: string) => sql.placeholder(name);

/** Newest first, one page; `older` and `newer` are the keys of the neighbouring pages. */
export async function listMotions(scope: Scope, filter: MotionFilter = {}) {
  const { shape, where, order, values } = partsOf(scope, filter);
  const build = (from: Reads) =>
    from
      .select(ROW)
      .from(motions)
      .innerJoin(debates, eq(debates.id, motions.debateId))
      .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
      .where(where)
      .orderBy(...order)
      .limit(value("limit"));
  return pageOf(filter, await lists(`full ${shape}`, build)(values));
}

/** What one line of the inbox says. */
const LINE = {
  id: motions.id,
  sequence: motions.sequence,
  number: motions.number,
  textPublic: motions.textPublic,
  status: motions.status,
  outcome: motions.outcome,
  settlement: motions.settlement,
  sensitivity: motions.sensitivity,
  flags: motions.flags,
  legalTrack: motions.legalTrack,
  referredAt: motions.referredAt,
  submittedAt: motions.submittedAt,
};

/** The same page with no more than its lines need. */
export async function listQueue(scope: Scope, filter: MotionFilter = {}) {
  const { shape, where, order, values } = partsOf(scope, filter);
  const build = (from: Reads) =>
    from
      .select(LINE)
      .from(motions)
      .where(where)
      .orderBy(...order)
      .limit(value("limit"));
  return pageOf(filter, await lists(`lines ${shape}`, build)(values));
}

const MOST_ROWS = 50;
const isBackwards = ({ before, after }: MotionFilter) => after !== undefined && before === undefined;

/** One row more than asked for was read, to know whether there are more. */
function pageOf<Row extends Sorted>(filter: MotionFilter, rows: Row[]) {
  const { limit = MOST_ROWS, before } = filter;
  const backwards = isBackwards(filter);
  const hasMore = rows.length > limit;
  const page = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    newer: first && (backwards ? hasMore : before !== undefined) ? keyOf(filter, first) : null,
    older: last && (backwards || hasMore) ? keyOf(filter, last) : null,
  };
}

/** The conditions under their names, which are the shape of the query, and their values. */
function partsOf({ organizationId: unit }: Scope, filter: MotionFilter) {
  const { debateId: debate, state, held, category, q, before, after, limit = MOST_ROWS } = filter;
  const backwards = isBackwards(filter);
  const { status, outcome } = state ? columnsOf(state) : {};
  const words = wordsOf(q ?? "");
  const key = keyset(debate, before ?? after, backwards);
  const parts: Record<string, SQL | undefined> = {
    debate: debate ? eq(motions.debateId, value("debate")) : undefined,
    status: status ? eq(motions.status, value("status")) : undefined,
    outcome: outcome ? eq(motions.outcome, value("outcome")) : undefined,
    undecided: state === "open" ? isNull(motions.outcome) : undefined,
    held: held ? ne(motions.flags, []) : undefined,
    category: category ? eq(motions.category, value("category")) : undefined,
    [`words ${words.length}`]: and(...words.map((_, i) => like(motions.search, value(`word${i}`)))),
    [`key ${backwards}`]: key?.where,
  };
  const named = Object.entries(parts).filter(([, condition]) => condition !== undefined);
  return {
    shape: [...named.map(([name]) => name), backwards].join(),
    where: and(eq(motions.organizationId, value("unit")), ...named.map(([, condition]) => condition)),
    order: order(filter, backwards),
    values: {
      ...{ unit, debate, status, outcome, category, limit: limit + 1 },
      ...Object.fromEntries(words.map((word, i) => [`word${i}`, `%${word}%`])),
      ...key?.values,
    },
  };
}

/** Within a debate the order of arrival is its own number; over all debates it is the moment. */
const order = ({ debateId }: MotionFilter, backwards: boolean) => {
  const by = backwards ? asc : desc;
  return debateId ? [by(motions.sequence)] : [by(motions.submittedAt), by(motions.id)];
};

const keyOf = ({ debateId }: MotionFilter, row: Sorted) =>
  debateId ? String(row.sequence) : `${row.submittedAt.getTime()}.${row.id}`;

/** What PostgreSQL takes for an integer at all. */
const MOST = 2 ** 31 - 1;

function keyset(debateId: string | undefined, key: string | undefined, backwards: boolean) {
  const [, number, id] = /^(\d{1,13})(?:\.([\w-]{1,64}))?$/.exec(key ?? "") ?? [];
  if (number === undefined) return undefined;
  const beyond = backwards ? gt : lt;
  const values = { sequence: Math.min(Number(number), MOST), at: new Date(Number(number)), last: id ?? "" };
  if (debateId) return { where: beyond(motions.sequence, value("sequence")), values };
  const at = slot("at", motions.submittedAt);
  const reached = backwards ? gte : lte;
  const where = and(
    reached(motions.submittedAt, at),
    or(beyond(motions.submittedAt, at), beyond(motions.id, value("last"))),
  );
  return { where, values };
}

/** How many wait for a person, up to `most`: a badge needs no exact number of ten thousand. */
export async function countWaitingMotions(
  { organizationId: unit }: Scope,
  { debateId: debate, most = 100 }: { debateId?: string; most?: number } = {},
) {
  const build = (from: Reads) =>
    from
      .select({ id: motions.id })
      .from(motions)
      .where(
        and(
          eq(motions.organizationId, value("unit")),
          eq(motions.status, "submitted"),
          debate ? eq(motions.debateId, value("debate")) : undefined,
        ),
      )
      .limit(value("most"));
  const rows = await lists(`waiting ${debate !== undefined}`, build)({ unit, debate, most });
  return rows.length;
}
