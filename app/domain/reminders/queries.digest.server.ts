import { and, asc, between, count, eq, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import { listMembers } from "~/domain/organizations/queries.server";
import { OWED_STATES, SILENT_AFTER_DAYS } from "~/domain/tasks/rules";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay } from "~/platform/time";
import { bodies, debates, tasks } from "~db/schema";
import type { CalendarDate } from "~db/vocabulary";
import { DIGEST_PARTS, type DigestPart, mondayOf } from "./rules";

/** What of a part is named; the rest is counted. */
const NAMED = 5;

/** What an organizer should know at the beginning of the week: how much of each kind, and the most urgent of it. */
export async function listDigest(scope: Scope, day: CalendarDate) {
  const parts = [];
  for (const part of DIGEST_PARTS) {
    const asked = and(eq(tasks.organizationId, scope.organizationId), partOf(part, day));
    const [row] = await read.select({ many: count() }).from(tasks).where(asked);
    if (row && row.many > 0) parts.push({ part, many: row.many, rows: await listNamed(asked) });
  }
  return parts;
}
export type DigestRows = Awaited<ReturnType<typeof listDigest>>;

async function listNamed(asked: SQL | undefined) {
  const rows = await read
    .select({
      id: tasks.id,
      title: tasks.title,
      dueOn: tasks.dueOn,
      sequence: tasks.sequence,
      bodyName: bodies.name,
      debateNumber: debates.number,
      debateYear: debates.year,
    })
    .from(tasks)
    .innerJoin(bodies, eq(bodies.id, tasks.ownerBodyId))
    .innerJoin(debates, eq(debates.id, tasks.debateId))
    .where(asked)
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(NAMED);
  return rows.map(({ debateNumber, debateYear, sequence, ...row }) => ({
    ...row,
    number: `${debateNumber}/${debateYear}/Z${sequence}`,
  }));
}

function partOf(part: DigestPart, day: CalendarDate): SQL | undefined {
  const owed = inArray(tasks.state, [...OWED_STATES]);
  const heardBefore = startOfDay(addDays(day, 1 - SILENT_AFTER_DAYS));
  const unheard = and(isNull(tasks.heardAt), lt(tasks.createdAt, heardBefore));
  return {
    reported: eq(tasks.state, "reported_done"),
    proposals: and(owed, isNotNull(tasks.proposedAt)),
    not_ours: and(owed, isNotNull(tasks.disownedAt)),
    late: and(owed, lt(tasks.dueOn, day)),
    silent: and(owed, or(lt(tasks.heardAt, heardBefore), unheard)),
    coming: and(owed, between(tasks.dueOn, day, addDays(mondayOf(day), 6))),
  }[part];
}

/** Who runs the debates of the unit; those who have left or may not sign in are not written to. */
export async function listOrganizers(scope: Scope) {
  const members = await listMembers(scope);
  return members.filter(({ role, disabledAt }) => (role === "organizer" || role === "admin") && !disabledAt);
}
