import { and, type Column, count, countDistinct, desc, eq, gte, inArray, lte, max, ne, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { prepared, slot } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { debates, motions, repeatDismissals } from "~db/schema";
import type { MotionCategory } from "~db/vocabulary";
import { isRaised, REPEATS_FROM, repeatsSince } from "./rules.repeats";

export type RepeatKey = { category: MotionCategory; placeKey: string };

/** What counts: neither given back nor kept for the police, and at a place that can be compared. */
const COUNTED = [ne(motions.status, "returned"), ne(motions.sensitivity, "police_only"), ne(motions.placeKey, "")];
const counted = ({ organizationId }: Scope, since: Date) =>
  and(eq(motions.organizationId, organizationId), gte(motions.submittedAt, since), ...COUNTED);

const FIGURES = {
  category: motions.category,
  placeKey: motions.placeKey,
  many: count(),
  debates: countDistinct(motions.debateId),
  lastAt: max(motions.submittedAt),
  // Any of its spellings stands for the place.
  place: max(motions.place),
};

/** Problems that repeat and that nobody has dealt with since their last motion, the most frequent first. */
export async function listRaisedRepeats(scope: Scope, now = new Date()) {
  const groups = await read
    .select(FIGURES)
    .from(motions)
    .where(counted(scope, repeatsSince(now)))
    .groupBy(motions.category, motions.placeKey)
    .having(({ many }) => gte(many, REPEATS_FROM));
  if (groups.length === 0) return [];
  const dismissed = await read
    .select({ category: repeatDismissals.category, placeKey: repeatDismissals.placeKey, at: repeatDismissals.at })
    .from(repeatDismissals)
    .where(eq(repeatDismissals.organizationId, scope.organizationId));
  const dismissedAt = new Map(dismissed.map(({ at, ...key }) => [nameOf(key), at]));
  return groups
    .flatMap(({ lastAt, place, ...group }) => (lastAt ? [{ ...group, place: place ?? "", lastAt }] : []))
    .filter((group) => isRaised(group, dismissedAt.get(nameOf(group)) ?? null))
    .sort((a, b) => b.many - a.many || b.lastAt.getTime() - a.lastAt.getTime());
}

export const nameOf = ({ category, placeKey }: RepeatKey) => `${category} ${placeKey}`;

/** The motions of these groups, the latest first; staff read what may stay inside, but no author. */
export async function listMotionsOfRepeats(scope: Scope, keys: readonly RepeatKey[], now = new Date()) {
  if (keys.length === 0) return [];
  const places = [...new Set(keys.map(({ placeKey }) => placeKey))];
  const wanted = new Set(keys.map(nameOf));
  const rows = await read
    .select({
      id: motions.id,
      debateId: motions.debateId,
      debateNumber: debates.number,
      debateYear: debates.year,
      number: motions.number,
      category: motions.category,
      placeKey: motions.placeKey,
      place: motions.place,
      textPublic: motions.textPublic,
      status: motions.status,
      outcome: motions.outcome,
      sensitivity: motions.sensitivity,
      flags: motions.flags,
      settlement: motions.settlement,
      submittedAt: motions.submittedAt,
    })
    .from(motions)
    .innerJoin(debates, eq(debates.id, motions.debateId))
    .where(and(counted(scope, repeatsSince(now)), inArray(motions.placeKey, places)))
    .orderBy(desc(motions.submittedAt), desc(motions.id));
  return rows.filter((row) => wanted.has(nameOf(row)));
}

/** How often the problem has been raised by the time of this motion, itself included, and at how many debates. */
export async function countRepeats(
  scope: Scope,
  motion: { category: MotionCategory; placeKey: string; submittedAt: Date },
) {
  const { category, placeKey: place, submittedAt: until } = motion;
  if (place === "") return { many: 1, debates: 1 };
  const [row] = await repeatsAt({ unit: scope.organizationId, category, place, since: repeatsSince(until), until });
  return { many: row?.many ?? 0, debates: row?.debates ?? 0 };
}

/**
 * Only the place is a condition: with the category or the days beside it SQLite would rather walk all motions of the
 * category or of those days, which are thousands where a place has a dozen.
 */
const ofKindUntil = (column: Column) =>
  sql`case when ${and(
    eq(motions.category, sql.placeholder("category")),
    gte(motions.submittedAt, slot("since", motions.submittedAt)),
    lte(motions.submittedAt, slot("until", motions.submittedAt)),
  )} then ${column} end`;

const repeatsAt = prepared((from) =>
  from
    .select({ many: count(ofKindUntil(motions.id)), debates: countDistinct(ofKindUntil(motions.debateId)) })
    .from(motions)
    .where(
      and(
        eq(motions.organizationId, sql.placeholder("unit")),
        eq(motions.placeKey, sql.placeholder("place")),
        ...COUNTED,
      ),
    ),
);
