import { and, desc, eq, inArray } from "drizzle-orm";
import { toCsv } from "~/platform/csv";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { events, taskMotions, tasks } from "~db/schema";
import { csvHead, csvRow } from "./messages.tracker-data.pl";
import { listMatters, listTracker, type TrackerMatter } from "./queries.tracker.server";
import type { TrackerFilter } from "./queries.tracker-walk.server";

const AT_ONCE = 200;

/** All matters under a filter, a page at a time: memory does not grow with their number. */
async function* eachPage(scope: Scope, filter: TrackerFilter, now: Date): AsyncGenerator<TrackerMatter[], void> {
  let after: string | undefined;
  do {
    const { rows, older } = await listTracker(scope, { ...filter, before: undefined, after, limit: AT_ONCE }, now);
    yield rows;
    after = older ?? undefined;
  } while (after !== undefined);
}

/** The table for spreadsheets, in parts; `address` is that of the page, below which each matter has its own. */
export async function* writeTrackerCsv(scope: Scope, filter: TrackerFilter, address: string, now = new Date()) {
  yield toCsv([csvHead]);
  for await (const rows of eachPage(scope, filter, now))
    if (rows.length > 0) yield toCsv(rows.map((row) => csvRow(row, address, now))).slice(1);
}

/** What everybody may hear of. Notes, reminders and corrections of words are nobody's news. */
const MOVES = [
  "motion_admitted",
  "motion_captured",
  "motion_answered",
  "motion_referred",
  "motion_put_out_of_scope",
  "motion_settled",
  "motion_reported",
  "task_given",
  "task_moved",
  "task_extended",
  "task_transferred",
];
const MOST_MOVES = 300;
const MOST_IN_FEED = 50;

/** Public matters that have moved, the latest first, each once with the moment of its latest move. */
export async function listMovements(scope: Scope) {
  const { organizationId } = scope;
  const moves = await read
    .select({ subjectId: events.subjectId, at: events.occurredAt })
    .from(events)
    .where(and(eq(events.organizationId, organizationId), inArray(events.action, MOVES)))
    .orderBy(desc(events.occurredAt), desc(events.id))
    .limit(MOST_MOVES);
  const links = await read
    .select({ taskId: taskMotions.taskId, motionId: taskMotions.motionId })
    .from(taskMotions)
    .innerJoin(tasks, eq(tasks.id, taskMotions.taskId))
    .where(
      and(
        eq(taskMotions.organizationId, organizationId),
        inArray(taskMotions.taskId, ["", ...new Set(moves.map(({ subjectId }) => subjectId))]),
        eq(tasks.internal, false),
      ),
    );
  const latest = new Map<string, Date>();
  for (const { subjectId, at } of moves) {
    const own = links.filter(({ taskId }) => taskId === subjectId).map(({ motionId }) => motionId);
    for (const id of [subjectId, ...own]) if (!latest.has(id)) latest.set(id, at);
  }
  const rows = await listMatters(scope, [...latest.keys()]);
  return rows
    .map((row) => ({ ...row, movedAt: latest.get(row.id) ?? row.submittedAt }))
    .sort((a, b) => b.movedAt.getTime() - a.movedAt.getTime())
    .slice(0, MOST_IN_FEED);
}
