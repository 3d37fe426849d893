import { and, eq, or } from "drizzle-orm";
import { revisionOf } from "~/domain/history/queries.revision.server";
import { read } from "~/platform/db.server";
import { remembered } from "~/platform/remembered";
import type { Scope } from "~/platform/scope";
import { warsawDate } from "~/platform/time";
import { alias } from "~db/kit";
import { bodies, motions } from "~db/schema";
import { describeMatter, figuresOf, type Matter } from "./messages.tracker.pl";
import { listPublicTasks } from "./queries.public.server";
import { listTracker } from "./queries.tracker.server";
import { countByDebate, sumOf, type TrackerCount } from "./queries.tracker-counts.server";
import { numberInPath, sumFigures } from "./rules.tracker";

const MOST_ON_A_PAGE = 200;

/** For a debate's own page: by number, the same words that the tracker has for each matter. */
export async function listProgress(scope: Scope, unit: { slug: string }, debateId: string, now = new Date()) {
  const { rows } = await listTracker(scope, { debateId, limit: MOST_ON_A_PAGE }, now);
  return Object.fromEntries(rows.map((row) => [row.number, progressOf(row, unit, now)]));
}

/** For pages that only count: of the unit or of one debate as a whole, and of each debate by its name in addresses. */
export async function countMatters(scope: Scope, debateId?: string, now = new Date()) {
  // A debate may have thousands of them, and its page is made anew every half minute.
  const version = `${await revisionOf(scope)} ${warsawDate(now)}`;
  return counted(`${scope.organizationId} ${debateId ?? ""}`, version, () => count(scope, debateId, now));
}

const MOST_COUNTS = 500;
const counted = remembered<Awaited<ReturnType<typeof count>>>(MOST_COUNTS);

async function count(scope: Scope, debateId: string | undefined, now: Date) {
  const counts = await countByDebate(scope, { debateId }, now);
  return {
    counts: countsOf(sumOf([...counts.values()])),
    countsOf: Object.fromEntries([...counts].map(([slug, count]) => [slug, countsOf(count)])),
  };
}

function countsOf({ all, byState }: TrackerCount) {
  const figures = sumFigures(all, byState);
  return { all, done: figures.done, open: figures.open, figures: figuresOf(figures) };
}

/** For the page behind a resident's code; a merged matter stands where its leading one stands. Nothing of what is secret. */
export async function findProgress(scope: Scope, unit: { slug: string }, motionId: string, now = new Date()) {
  const own = alias(motions, "own");
  const [row] = await read
    .select({
      id: motions.id,
      number: motions.number,
      category: motions.category,
      outcome: motions.outcome,
      settlement: motions.settlement,
      settlementNote: motions.settlementNote,
      answer: motions.answer,
      referredTo: bodies.name,
      referredAt: motions.referredAt,
      hallVerdict: motions.hallVerdict,
    })
    .from(own)
    .innerJoin(motions, or(eq(motions.id, own.mergedIntoId), eq(motions.id, own.id)))
    .leftJoin(bodies, eq(bodies.id, motions.referredToBodyId))
    .where(
      and(
        eq(own.id, motionId),
        eq(own.organizationId, scope.organizationId),
        eq(motions.organizationId, scope.organizationId),
        eq(motions.status, "admitted"),
        eq(motions.sensitivity, "public"),
        or(eq(motions.outcome, "task"), eq(motions.outcome, "referred")),
      ),
    );
  return row ? progressOf({ ...row, tasks: await listPublicTasks(scope, [row.id]) }, unit, now) : null;
}

type Listed = Omit<Matter, "tasks"> & { tasks: readonly (Matter["tasks"][number] & { priority: boolean })[] };

function progressOf(matter: Listed, unit: { slug: string }, now: Date) {
  const { tone, label, owners, lines, silent } = describeMatter(matter, now);
  const href = `/u/${unit.slug}/tracker/${numberInPath(matter.number)}`;
  return {
    tone,
    label,
    text: [...lines, silent && `${silent}.`].filter(Boolean).join(" "),
    owner: owners.join(", "),
    priority: matter.tasks.some(({ priority }) => priority),
    href,
  };
}
