import { isQuiet } from "~/platform/quiet-hours";
import type { Scope } from "~/platform/scope";
import { addDays, type CalendarDate, warsawDate, warsawTime } from "~/platform/time";
import { listOrganizers } from "./queries.digest.server";
import {
  findRun,
  getReminderUnit,
  listDeadlines,
  listReminded,
  listUnanswered,
  listUnreminded,
} from "./queries.server";
import { mondayOf } from "./rules";
import { daysOfWeek, planDays, stagesOn } from "./rules.preview";

/** More than this in a week nobody looks through; the page says so. */
const MOST = 2_000;

/** What the next seven days will bring, by the rule of the run itself and from what is known now. */
export async function previewWeek(scope: Scope, now = new Date()) {
  const from = await firstDay(scope, now);
  const days = daysOfWeek(from);
  const last = days.at(-1) ?? from;
  const unit = await getReminderUnit(scope);
  const ids = new Set<string>(await listUnanswered(scope, last, { held: true, limit: MOST }));
  for (const dueOn of await listDeadlines(scope, from, last))
    for (const stage of stagesOn(dueOn, days))
      for (const { id } of await listUnreminded(scope, dueOn, stage, { held: true, limit: MOST })) ids.add(id);
  const tasks = await listReminded(scope, [...ids].slice(0, MOST));
  const hasChair = Boolean(unit.chairEmail || unit.email);
  return {
    reminds: unit.reminds,
    hasChair,
    isCut: ids.size > MOST,
    days: planDays(tasks, { reminds: unit.reminds, hasChair }, days),
    digest: unit.reminds ? await nextDigest(scope, days) : null,
  };
}

/** Today, unless its letters have gone out already or its hours are over. */
async function firstDay(scope: Scope, now: Date): Promise<CalendarDate> {
  const day = warsawDate(now);
  const run = await findRun(scope, "reminders", day);
  const isOver = isQuiet(now) && warsawTime(now) > "12:00";
  return run?.finishedAt || isOver ? addDays(day, 1) : day;
}

/** The day of the next digest and how many read it; null when it falls beyond these days. */
async function nextDigest(scope: Scope, days: readonly CalendarDate[]) {
  for (const day of days) {
    const run = await findRun(scope, "digest", mondayOf(day));
    if (!run?.finishedAt) return { day, readers: (await listOrganizers(scope)).length };
  }
  return null;
}
