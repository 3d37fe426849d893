import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { runDigest } from "~/domain/reminders/commands.digest.server";
import { finishRun, lockRun, openRun, runReminders } from "~/domain/reminders/commands.server";
import { listDigest, listOrganizers } from "~/domain/reminders/queries.digest.server";
import { previewWeek } from "~/domain/reminders/queries.preview.server";
import {
  findRun,
  getReminderUnit,
  listDeadlines,
  listReminded,
  listUnanswered,
  listUnreminded,
} from "~/domain/reminders/queries.server";
import { inTransaction, read } from "~/platform/db.server";
import { calendarDate } from "~/platform/time";
import { messages, taskNotices } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aMember } from "../../setup/factories.organizations";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-04-17T08:00:00Z");
const day = calendarDate("2026-04-17");
const dueOn = calendarDate("2026-04-15");

test("a stranger's run reads, writes and finishes nothing of ours", async () => {
  const { scope: ours, task } = await aTask({ dueOn });
  const theirs = (await aUnit({ name: "Komenda Obca" })).scope;

  expect((await getReminderUnit(theirs)).name).toBe("Komenda Obca");
  expect(await listDeadlines(theirs, day)).toEqual([]);
  expect(await listUnreminded(theirs, dueOn, "after_1")).toEqual([]);
  expect(await listUnanswered(theirs, day)).toEqual([]);
  expect(await listReminded(theirs, [task.id])).toEqual([]);

  await openRun(ours, "reminders", day, NOW);
  expect(await findRun(theirs, "reminders", day)).toBeUndefined();
  expect(await inTransaction(() => lockRun(theirs, "reminders", day, NOW))).toBeUndefined();
  expect(await inTransaction(() => finishRun(theirs, "reminders", day, NOW))).toBeUndefined();
  expect(await runReminders(theirs, NOW)).toEqual({ letters: 0 });
  expect(await findRun(ours, "reminders", day)).toMatchObject({ finishedAt: null });

  expect((await previewWeek(ours, NOW)).days[0]).toMatchObject({
    letters: [[{ id: task.id }]],
    chair: [{ id: task.id }],
  });
  const stranger = await previewWeek(theirs, NOW);
  expect(stranger.days.flatMap(({ letters, chair, held }) => [letters, chair, held].flat())).toEqual([]);

  const { unit, userId } = await aMember("organizer");
  expect(await listDigest(unit.scope, day)).toEqual([]);
  expect(await listDigest(ours, day)).not.toEqual([]);
  expect((await listOrganizers(unit.scope)).map((member) => member.userId)).toEqual([userId]);
  expect(await listOrganizers(ours)).toEqual([]);
  expect(await runDigest(unit.scope, NOW)).toEqual({ letters: 0 });

  expect(await listDeadlines(ours, day)).toEqual([dueOn]);
  expect(await listUnreminded(ours, dueOn, "after_1")).toMatchObject([{ id: task.id }]);
  expect(await listUnanswered(ours, day)).toEqual([task.id]);
  expect(await runReminders(ours, NOW)).toEqual({ letters: 2 });
  const written = await read.select().from(messages).where(eq(messages.organizationId, theirs.organizationId));
  const told = await read.select().from(taskNotices).where(eq(taskNotices.organizationId, theirs.organizationId));
  expect([written, told]).toEqual([[], []]);
});
