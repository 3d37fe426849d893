import { workingDayFrom, workingDayUntil } from "~/platform/holidays";
import { addDays, type CalendarDate, calendarDate, today, weekdayOf } from "~/platform/time";
import type { DemoDays } from "~db/demo/types";

const FRIDAY = 5;
/** Half a year after the debate that it looks back on; nobody who tries the demo is that early. */
const EVALUATION_FROM = calendarDate("2026-09-18");

/** The demo is always in the middle of things: some of its days move with the day of loading. */
export function demoDays(now: Date): DemoDays {
  const day = today(now);
  const invited = workingDayUntil(addDays(day, -2));
  const soon = addDays(day, 16);
  const planned = onlyWorking(addDays(soon, (FRIDAY - weekdayOf(soon) + 7) % 7), 7);
  const start = day > EVALUATION_FROM ? day : EVALUATION_FROM;
  const recent = workingDayUntil(addDays(invited, -4));
  return {
    today: day,
    yesterday: addDays(day, -1),
    invited,
    planned,
    evaluation: afterTheHolidays(workingDayFrom(addDays(start, 35))),
    evaluationAnnounced: invited,
    recent,
    recentPlanned: workingDayUntil(addDays(recent, -28)),
    recentAnnounced: workingDayUntil(addDays(recent, -21)),
    later: workingDayFrom(addDays(day, 90)),
  };
}

const onlyWorking = (day: CalendarDate, step: number): CalendarDate =>
  workingDayFrom(day) === day ? day : onlyWorking(addDays(day, step), step);

/** Nobody holds a debate between Christmas and Epiphany. */
function afterTheHolidays(day: CalendarDate): CalendarDate {
  const monthAndDay = day.slice(5);
  const isHoliday = monthAndDay >= "12-21" || monthAndDay <= "01-06";
  return isHoliday ? afterTheHolidays(workingDayFrom(addDays(day, 1))) : day;
}
