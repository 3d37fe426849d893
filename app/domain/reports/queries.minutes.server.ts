import { and, asc, count, eq, isNotNull, isNull, lte, min } from "drizzle-orm";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, startOfDay } from "~/platform/time";
import { debates, minutes, minutesEditions, minutesRemarks } from "~db/schema";
import { attentionWindow } from "./rules";

const DEBATE = { debateId: debates.id, number: debates.number, year: debates.year, topic: debates.topic };
const MOST = 100;

/** What minutes wait for after they were written: decisions about remarks, the end of a window, a correction begun. */
export async function listMinutesMatters(scope: Scope, now: Date) {
  return {
    remarks: await listOpenRemarks(scope),
    windows: await listWindows(scope, now),
    corrections: await listCorrections(scope),
  };
}

async function listOpenRemarks({ organizationId }: Scope) {
  const rows = await read
    .select({ ...DEBATE, count: count(), oldestAt: min(minutesRemarks.createdAt) })
    .from(minutesRemarks)
    .innerJoin(minutes, eq(minutes.id, minutesRemarks.minutesId))
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .where(and(eq(minutesRemarks.organizationId, organizationId), eq(minutesRemarks.status, "open")))
    .groupBy(debates.id, debates.number, debates.year, debates.topic)
    .limit(MOST);
  return rows.flatMap(({ oldestAt, ...row }) => (oldestAt ? [{ ...row, oldestAt }] : []));
}

async function listWindows({ organizationId }: Scope, now: Date) {
  const rows = await read
    .select({ ...DEBATE, until: minutes.correctionUntil })
    .from(minutes)
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .where(
      and(
        eq(minutes.organizationId, organizationId),
        eq(minutes.status, "in_correction"),
        isNotNull(minutes.correctionUntil),
        lte(minutes.correctionUntil, startOfDay(addDays(attentionWindow(now).until, 1))),
      ),
    )
    .orderBy(asc(minutes.correctionUntil))
    .limit(MOST);
  return rows.flatMap(({ until, ...row }) => (until ? [{ ...row, until }] : []));
}

const listCorrections = ({ organizationId }: Scope) =>
  read
    .select({ ...DEBATE, no: minutesEditions.no, startedAt: minutesEditions.createdAt })
    .from(minutesEditions)
    .innerJoin(minutes, eq(minutes.id, minutesEditions.minutesId))
    .innerJoin(debates, eq(debates.id, minutes.debateId))
    .where(and(eq(minutesEditions.organizationId, organizationId), isNull(minutesEditions.approvedAt)))
    .orderBy(asc(minutesEditions.createdAt))
    .limit(MOST);
