import { and, asc, count, desc, eq, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { matches } from "~/platform/search.server";
import { debates } from "~db/schema";
import type { DebateStatus } from "~db/vocabulary";

export type Debate = typeof debates.$inferSelect;

const mine = (scope: Scope) => eq(debates.organizationId, scope.organizationId);

export async function findDebate(scope: Scope, id: string): Promise<Debate | undefined> {
  const [debate] = await oneDebate({ unit: scope.organizationId, id });
  return debate;
}

const oneDebate = prepared((from) =>
  from
    .select()
    .from(debates)
    .where(and(eq(debates.organizationId, sql.placeholder("unit")), eq(debates.id, sql.placeholder("id")))),
);

/** What is not in the scope does not exist (404). */
export const getDebate = async (scope: Scope, id: string) => (await findDebate(scope, id)) ?? notFound();

export async function findDebateBySlug(scope: Scope, slug: string): Promise<Debate | undefined> {
  const [debate] = await read
    .select()
    .from(debates)
    .where(and(mine(scope), eq(debates.slug, slug)));
  return debate;
}

type Cursor = { startsAt: Date; id: string };
type Filter = {
  status?: DebateStatus | readonly DebateStatus[];
  q?: string | null;
  /** Only what stands after this row in the list. */
  before?: Cursor;
  limit?: number;
};

/** Latest date first. Ask for one row more than a page to know whether there is another page. */
export function listDebates(scope: Scope, { status, q, before, limit = 100 }: Filter = {}): Promise<Debate[]> {
  const statuses = [status ?? []].flat();
  const older =
    before &&
    or(lt(debates.startsAt, before.startsAt), and(eq(debates.startsAt, before.startsAt), lt(debates.id, before.id)));
  return read
    .select()
    .from(debates)
    .where(
      and(
        mine(scope),
        statuses.length ? inArray(debates.status, statuses) : undefined,
        matches(debates.search, q),
        older,
      ),
    )
    .orderBy(desc(debates.startsAt), desc(debates.id))
    .limit(limit);
}

/** How many debates stand in each status; those without any are missing. */
export async function countDebates(scope: Scope): Promise<Partial<Record<DebateStatus, number>>> {
  const rows = await read
    .select({ status: debates.status, count: count() })
    .from(debates)
    .where(mine(scope))
    .groupBy(debates.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** „3/2026” of some debates, for lists that name them. */
export async function listNumbers(scope: Scope, ids: string[]) {
  if (ids.length === 0) return [];
  return read
    .select({ id: debates.id, number: debates.number, year: debates.year })
    .from(debates)
    .where(and(mine(scope), inArray(debates.id, ids)));
}

/** The year of the first debate, if there is one. */
export async function findFirstYear(scope: Scope) {
  const [row] = await read
    .select({ year: sql<number | null>`min(${debates.year})` })
    .from(debates)
    .where(mine(scope));
  return row?.year ? Number(row.year) : undefined;
}

/** What residents may see: everything that was ever announced, latest date first. */
export function listPublicDebates(scope: Scope, { limit = 200 } = {}): Promise<Debate[]> {
  return read
    .select()
    .from(debates)
    .where(and(mine(scope), isNotNull(debates.announcedAt)))
    .orderBy(desc(debates.startsAt), desc(debates.id))
    .limit(limit);
}

/** Debates that report on this one. */
export function listEvaluationsOf(scope: Scope, id: string): Promise<Debate[]> {
  return read
    .select()
    .from(debates)
    .where(and(mine(scope), eq(debates.evaluatesDebateId, id)))
    .orderBy(asc(debates.startsAt));
}

/** The other debate of the same evening. `announced`: only what residents may see. */
export async function findPair(scope: Scope, { pairedDebateId }: Debate, { announced = false } = {}) {
  const pair = pairedDebateId ? await findDebate(scope, pairedDebateId) : undefined;
  if (!pair || pair.status === "cancelled" || (announced && !pair.announcedAt)) return null;
  const { id, slug, kind, number, year, topic, startsAt, endsAt } = pair;
  return { id, slug, kind, number, year, topic, startsAt, endsAt };
}

/** What an evaluation may report on: debates that took place, and those still planned. */
export function listEvaluable(scope: Scope) {
  return read
    .select({
      id: debates.id,
      number: debates.number,
      year: debates.year,
      topic: debates.topic,
      startsAt: debates.startsAt,
    })
    .from(debates)
    .where(and(mine(scope), ne(debates.status, "cancelled")))
    .orderBy(desc(debates.startsAt))
    .limit(100);
}

export async function isNumberTaken(scope: Scope, year: number, number: number) {
  const [taken] = await read
    .select({ id: debates.id })
    .from(debates)
    .where(and(mine(scope), eq(debates.year, year), eq(debates.number, number)));
  return taken !== undefined;
}

export async function highestNumber(scope: Scope, year: number) {
  const [row] = await read
    .select({ number: sql<number | null>`max(${debates.number})` })
    .from(debates)
    .where(and(mine(scope), eq(debates.year, year)));
  return Number(row?.number ?? 0);
}

/** Codes stand on posters of all units, so they are unique among all of them. */
export async function isCodeTaken(code: string) {
  const [taken] = await read.select({ id: debates.id }).from(debates).where(eq(debates.code, code));
  return taken !== undefined;
}
