import { asc, eq } from "drizzle-orm";
import { listHeadCounts } from "~/domain/attendance/queries.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import { findMinutes } from "~/domain/minutes/queries.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { debates, motions, organizations, tasks } from "~db/schema";
import { scopeOf } from "./factories";

/** A unit of the demo as staff of it see it. */
export async function demoUnit(slug: string) {
  const [unit] = await read.select().from(organizations).where(eq(organizations.slug, slug));
  if (!unit) throw new Error(`The demo has no unit ${slug}`);
  return { ...unit, scope: scopeOf(unit.id) };
}

/** A debate of the demo in the words of the scenario's tables. */
export async function demoDebate(scope: Scope, name: string) {
  const all = await read.select().from(debates).where(eq(debates.organizationId, scope.organizationId));
  const debate = all.find(({ number, year, topic }) => `${number}/${year}` === name || topic.startsWith(name));
  if (!debate) throw new Error(`The demo has no debate ${name}`);
  const motionRows = await read
    .select()
    .from(motions)
    .where(eq(motions.debateId, debate.id))
    .orderBy(asc(motions.sequence));
  const taskRows = await read.select().from(tasks).where(eq(tasks.debateId, debate.id)).orderBy(asc(tasks.sequence));
  return {
    debate,
    motions: motionRows,
    tasks: taskRows,
    guests: await listInvitations(scope, debate.id),
    heads: await listHeadCounts(scope, debate.id),
    minutes: await findMinutes(scope, debate.id),
  };
}

type Told = Awaited<ReturnType<typeof demoDebate>>;

/** "1 INFRA task" … */
export const motionLines = ({ motions }: Told) =>
  motions.map(({ sequence, category, outcome, kmzb }) =>
    [sequence, category, ...(kmzb ? [kmzb] : []), outcome ?? "open"].join(" "),
  );
/** "Z1 2026-04-20 in_progress" … */
export const taskLines = ({ tasks }: Told) =>
  tasks.map(({ sequence, dueOn, state }) => `Z${sequence} ${dueOn} ${state}`);

/** How many of a list say each word. */
export function tally(words: readonly (string | null)[]) {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word ?? "none"] = (counts[word ?? "none"] ?? 0) + 1;
  return counts;
}
