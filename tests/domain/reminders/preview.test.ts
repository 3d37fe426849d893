import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { workReminders } from "~/domain/reminders/jobs.server";
import { previewWeek } from "~/domain/reminders/queries.preview.server";
import { daysOfWeek, stagesOn } from "~/domain/reminders/rules.preview";
import { inTransaction, read, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, calendarDate, startOfDay } from "~/platform/time";
import { messages, organizations, taskNotices, tasks } from "~db/schema";
import type { TaskState } from "~db/vocabulary";
import { aUnit } from "../../setup/factories";
import { aMember } from "../../setup/factories.organizations";
import { aBody, aTask } from "../../setup/factories.tasks";
import { visit } from "../../setup/site";

const at = (date: string, hour = 9) => new Date(startOfDay(calendarDate(date)).getTime() + hour * 3_600_000);
const MONDAY = calendarDate("2026-03-30"); // the week before Easter; Easter Monday is the 6th of April

/** Tasks of three bodies in all sorts of states, with deadlines on every day from a month ago to two weeks ahead. */
async function aMixedUnit() {
  const unit = await aUnit();
  const { scope } = unit;
  const owners = [];
  for (let i = 0; i < 3; i++) owners.push(await aBody(scope, `Urząd ${i}`, i === 2 ? "" : `um${i}@um.test`));
  const states: TaskState[] = ["new", "accepted", "in_progress", "accepted", "reported_done", "accepted"];
  const first = await aTask({ dueOn: calendarDate("2026-06-30") }, { scope, body: owners[0], now: at("2026-02-02") });
  let many = 0;
  for (let days = -30; days <= 15; days++) {
    const body = owners[many % 3];
    const dueOn = addDays(MONDAY, days);
    const { task } = await aTask({ dueOn }, { scope, debateId: first.debateId, body, now: at("2026-02-02") });
    const silent = addDays(MONDAY, -(many % 45));
    const asked = many % 7 === 3 ? { proposedDueOn: addDays(dueOn, 60), proposedAt: at("2026-03-20") } : {};
    const disowned = many % 11 === 5 ? { disownedAt: at("2026-03-20"), disownedReason: "x" } : {};
    const heardAt = many % 4 === 0 ? null : at(silent);
    await inTransaction(async () => {
      const state = states[many % states.length];
      await write
        .update(tasks)
        .set({ state, heardAt, ...asked, ...disowned })
        .where(eq(tasks.id, task.id));
    });
    many++;
  }
  return { unit, scope };
}

const noticesOf = async (scope: Scope) =>
  (await read.select().from(taskNotices).where(eq(taskNotices.organizationId, scope.organizationId))).map(
    ({ taskId, kind }) => `${taskId} ${kind}`,
  );

test("what the page promises for the week is what goes out, day by day", async () => {
  const { scope } = await aMixedUnit();
  for (const start of [MONDAY, calendarDate("2026-04-07")]) {
    const { days } = await previewWeek(scope, at(start, 7));
    expect(days.map(({ day }) => day)).toEqual(daysOfWeek(start));
    expect(days.some(({ letters }) => letters.length > 0)).toBe(true);
    expect(days.some(({ held }) => held.length > 0)).toBe(true);
    let before = await noticesOf(scope);
    for (let i = 0; i < 7; i++) {
      const day = addDays(start, i);
      await workReminders(at(day));
      const after = await noticesOf(scope);
      const promised = days.find((one) => one.day === day);
      const expected = [
        ...(promised?.letters.flat().map(({ id, stage }) => `${id} ${stage}`) ?? []),
        ...(promised?.chair.map(({ id }) => `${id} chair_30`) ?? []),
      ];
      expect(after.filter((one) => !before.includes(one)).sort()).toEqual(expected.sort());
      const written = await read
        .select({ id: messages.subjectId })
        .from(messages)
        .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.kind, "task_notice")));
      const today = written.filter(({ id }) => promised?.letters.some(([task]) => task?.bodyId === id));
      expect(today.length).toBeGreaterThanOrEqual(promised?.letters.length ?? 0);
      before = after;
    }
  }
});

test("begins with tomorrow when today's letters are out or today's hours are over", async () => {
  const { scope } = await aMixedUnit();
  const firstOf = async (now: Date) => (await previewWeek(scope, now)).days[0]?.day;
  expect(await firstOf(at(MONDAY, 7))).toBe(MONDAY);
  expect(await firstOf(at(MONDAY, 12))).toBe(MONDAY);
  expect(await firstOf(at(MONDAY, 19))).toBe("2026-03-31");
  await workReminders(at(MONDAY));
  expect(await firstOf(at(MONDAY, 12))).toBe("2026-03-31");
});

test("says what is held back and why, once; and everything when the unit has switched reminders off", async () => {
  const { unit, scope } = await aMixedUnit();
  const heldOf = async () => (await previewWeek(scope, at(MONDAY, 7))).days.flatMap(({ held }) => held);
  const held = await heldOf();
  expect([...new Set(held.map(({ hold }) => hold))].sort()).toEqual(["no_email", "not_ours", "proposal"]);
  expect(new Set(held.map(({ id, kind }) => `${id} ${kind}`)).size).toBe(held.length);
  await inTransaction(async () => {
    await write.update(organizations).set({ reminds: false }).where(eq(organizations.id, unit.id));
  });
  expect(new Set((await heldOf()).map(({ hold }) => hold))).toEqual(new Set(["off"]));
  expect((await previewWeek(scope, at(MONDAY, 7))).digest).toBeNull();
});

test("a week knows its working days and the words that come up in it", () => {
  expect(daysOfWeek(calendarDate("2026-04-02"))).toEqual(["2026-04-02", "2026-04-03", "2026-04-07", "2026-04-08"]);
  const days = daysOfWeek(calendarDate("2026-04-13"));
  expect(stagesOn(calendarDate("2026-04-20"), days)).toEqual(["before_7", "before_1"]);
  expect(stagesOn(calendarDate("2026-06-20"), days)).toEqual([]);
});

test("the page is for everybody in the office, its settings for admins; the list of tasks leads there", async () => {
  const unit = await aUnit();
  const [viewer, admin] = [await aMember("viewer", { unit }), await aMember("admin", { unit })];
  const body = await aBody(unit.scope, "Zarząd Dróg Powiatowych", "zd@zd.test");
  const soon = addDays(calendarDate(new Date().toISOString().slice(0, 10)), 9);
  await aTask({ title: "Próg na ul. Leśnej", dueOn: soon }, { scope: unit.scope, body, now: new Date("2026-03-18") });
  const path = `/o/${unit.slug}/tasks/reminders`;
  const page = await (await visit(path, { cookie: viewer.cookie })).text();
  expect(page).toContain("Próg na");
  expect(page).toContain("Zarząd Dróg Powiatowych");
  expect(page).not.toContain("Ustawienia przypomnień");
  expect(await (await visit(path, { cookie: admin.cookie })).text()).toContain("Ustawienia przypomnień");
  const list = await visit(`/o/${unit.slug}/tasks`, { cookie: viewer.cookie });
  expect(await list.text()).toContain(`href="${path}"`);
});
