import { expect, it } from "vitest";
import { demoDays } from "~/demo/days.server";
import { loadDemo } from "~/demo/load.server";
import { inTransaction } from "~/platform/db.server";
import { isWorkingDay } from "~/platform/holidays";
import { addDays, calendarDate, daysBetween, today, weekdayOf } from "~/platform/time";
import "../setup/database";

const noonOf = (day: string) => new Date(`${day}T11:00:00Z`);

it("on the day of the scenarios gives the days that they print", () => {
  expect(demoDays(noonOf("2026-11-22"))).toMatchObject({ invited: "2026-11-20", planned: "2026-12-11" });
});

it("keeps its order on any day of three years", () => {
  for (let day = calendarDate("2026-10-01"); day < "2029-10-01"; day = addDays(day, 1)) {
    const { yesterday, invited, planned, recent, evaluation, evaluationAnnounced, ...rest } = demoDays(noonOf(day));
    const order = [rest.recentPlanned, rest.recentAnnounced, recent, invited, yesterday, day, planned];
    expect(evaluation > day).toBe(true);
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(order.length);
    expect(weekdayOf(calendarDate(planned))).toBe(5);
    for (const worked of [planned, evaluation, recent, invited, evaluationAnnounced, rest.later])
      expect(isWorkingDay(calendarDate(worked))).toBe(true);
    expect(daysBetween(day, calendarDate(planned))).toBeLessThan(40);
  }
});

class RolledBack extends Error {}

it("loads on a machine whose clock is long before the scenarios", async () => {
  const day = "2025-02-03";
  const loaded = inTransaction(async () => {
    await loadDemo("a hash", demoDays(noonOf(day)));
    throw new RolledBack(today(noonOf(day)));
  });
  await expect(loaded).rejects.toThrow(RolledBack);
}, 300_000);
