import { isWorkingDay, workingDayFrom, workingDayUntil } from "~/platform/holidays";
import { addDays, type CalendarDate, calendarDate, today, weekdayOf } from "~/platform/time";
import type { DemoDays } from "~db/demo/types";

const FRIDAY = 5;
/**
 * The evaluation looks back on what happened until July 2026. On a machine whose clock is earlier it keeps its place
 * after all that, so that the demo loads on any day.
 */
const LOOKS_BACK_FROM = calendarDate("2026-09-18");

/** The demo is always in the middle of things: some of its days move with the day of loading. */
export function demoDays(now: Date): DemoDays {
  const day = today(now);
  const soon = addDays(day, 16);
  const { yesterday, invited, ...recent } = daysBefore(day);
  const looksBack = day > LOOKS_BACK_FROM ? day : LOOKS_BACK_FROM;
  const before = daysBefore(looksBack);
  return {
    yesterday,
    invited,
    planned: onlyWorking(addDays(soon, (FRIDAY - weekdayOf(soon) + 7) % 7)),
    ...recent,
    evaluationPlanned: before.recentAnnounced,
    evaluationAnnounced: before.invited,
    evaluationAnswered: before.yesterday,
    evaluation: afterTheHolidays(workingDayFrom(addDays(looksBack, 35))),
    later: workingDayFrom(addDays(day, 90)),
  };
}

function daysBefore(day: CalendarDate) {
  const invited = workingDayUntil(addDays(day, -2));
  const recent = workingDayUntil(addDays(invited, -4));
  return {
    yesterday: addDays(day, -1),
    invited,
    recent,
    recentPlanned: workingDayUntil(addDays(recent, -28)),
    recentAnnounced: workingDayUntil(addDays(recent, -21)),
  };
}

const onlyWorking = (friday: CalendarDate): CalendarDate =>
  isWorkingDay(friday) ? friday : onlyWorking(addDays(friday, 7));

/** Nobody holds a debate between Christmas and Epiphany. */
function afterTheHolidays(day: CalendarDate): CalendarDate {
  const monthAndDay = day.slice(5);
  const isHoliday = monthAndDay >= "12-21" || monthAndDay <= "01-06";
  return isHoliday ? afterTheHolidays(workingDayFrom(addDays(day, 1))) : day;
}
