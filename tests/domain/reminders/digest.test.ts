import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { runDigest } from "~/domain/reminders/commands.digest.server";
import { workReminders } from "~/domain/reminders/jobs.server";
import { moveTask } from "~/domain/tasks/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { calendarDate, startOfDay } from "~/platform/time";
import { memberships, messages, tasks, users } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aMember } from "../../setup/factories.organizations";
import { aTask } from "../../setup/factories.tasks";

const morning = (date: string) => new Date(startOfDay(calendarDate(date)).getTime() + 9 * 3_600_000);
const plain = (text = "") => text.replaceAll("\u00a0", " ");
const digestsOf = (scope: Scope) =>
  read
    .select()
    .from(messages)
    .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.kind, "task_digest")));

/** Two organizers, and a task of each kind that a digest speaks of on Monday, 20 April 2026. */
async function aBusyUnit() {
  const unit = await aUnit();
  const { scope } = unit;
  const admin = await aMember("admin", { unit, name: "Jan Kos" });
  const organizer = await aMember("organizer", { unit });
  await aMember("clerk", { unit });
  const { debateId, body } = await aTask({ title: "Próg na Leśnej", dueOn: calendarDate("2026-04-13") }, { scope });
  const give = (title: string, dueOn: string, now?: Date) =>
    aTask({ title, dueOn: calendarDate(dueOn) }, { scope, debateId, body, now });
  await give("Lampa w parku", "2026-04-24", morning("2026-04-01"));
  const reported = await give("Znak przy szkole", "2026-04-30");
  await moveTask(scope, reported.task.id, 1, { to: "reported_done", text: "Stoi." }, morning("2026-04-15"));
  const asked = await give("Chodnik", "2026-05-30", morning("2026-04-02"));
  await inTransaction(async () => {
    const wish = { proposedDueOn: calendarDate("2026-06-30"), proposedAt: morning("2026-04-14"), proposedReason: "x" };
    await write.update(tasks).set(wish).where(eq(tasks.id, asked.task.id));
  });
  return { scope, admin, organizer };
}

test("each organizer hears once a week what waits, with words that say how much", async () => {
  const { scope, admin, organizer } = await aBusyUnit();
  expect(await runDigest(scope, morning("2026-04-20"))).toEqual({ letters: 2 });
  const found = await digestsOf(scope);
  expect(found.map(({ recipientEmail }) => recipientEmail).sort()).toEqual([admin.email, organizer.email].sort());
  const [letter] = found;
  expect(plain(letter?.subject)).toBe(
    "Zadania w tym tygodniu – do potwierdzenia: 1, prośby o inny termin: 1, po terminie: 1",
  );
  const text = plain(letter?.text);
  expect(text).toContain("według stanu z poniedziałku, 20 kwietnia 2026 r.");
  expect(text).toContain("Po terminie: 1\n1/2026/Z1 – Próg na Leśnej");
  expect(text).toContain("Termin: 13.04.2026 (po terminie 7 dni)");
  expect(text).toContain("Znak przy szkole");
  expect(text).toContain("Chodnik");
  expect(text).toContain("Termin: 24.04.2026 (za 4 dni)");

  expect(await runDigest(scope, morning("2026-04-21"))).toBeUndefined();
  expect(await digestsOf(scope)).toHaveLength(2);
  expect(await runDigest(scope, morning("2026-04-27"))).toEqual({ letters: 2 });
  expect(new Set((await digestsOf(scope)).map(({ messageId }) => messageId)).size).toBe(4);
});

test("comes on the first working day, and to nobody who has left", async () => {
  const { scope, admin, organizer } = await aBusyUnit();
  await inTransaction(async () => {
    await write
      .update(users)
      .set({ disabledAt: morning("2026-04-01") })
      .where(eq(users.id, admin.userId));
  });
  await workReminders(morning("2026-05-02")); // a Saturday
  expect(await digestsOf(scope)).toEqual([]);
  await workReminders(morning("2026-05-04"));
  expect((await digestsOf(scope)).map(({ recipientEmail }) => recipientEmail)).toEqual([organizer.email]);
  await inTransaction(async () => {
    await write
      .update(memberships)
      .set({ endedAt: morning("2026-05-05") })
      .where(eq(memberships.userId, organizer.userId));
  });
  await workReminders(morning("2026-05-11"));
  expect(await digestsOf(scope)).toHaveLength(1);
});

test("after Easter it comes on Tuesday", async () => {
  const { scope } = await aBusyUnit();
  await workReminders(morning("2026-04-06")); // Easter Monday
  expect(await digestsOf(scope)).toEqual([]);
  await workReminders(morning("2026-04-07"));
  expect(await digestsOf(scope)).toHaveLength(2);
});

test("is silent when there is nothing to say, and is not made up for later in the week", async () => {
  const unit = await aUnit();
  await aMember("organizer", { unit });
  expect(await runDigest(unit.scope, morning("2026-04-20"))).toEqual({ letters: 0 });
  await aTask({ dueOn: calendarDate("2026-04-24") }, { scope: unit.scope });
  await workReminders(morning("2026-04-21"));
  expect(await digestsOf(unit.scope)).toEqual([]);
});
