import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { archiveBody } from "~/domain/directory/commands.server";
import { runReminders } from "~/domain/reminders/commands.server";
import { workReminders } from "~/domain/reminders/jobs.server";
import { listUnitsToRemind } from "~/domain/reminders/queries.server";
import { mondayOf } from "~/domain/reminders/rules";
import { extendTask, moveTask } from "~/domain/tasks/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { withLinks } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { calendarDate, startOfDay } from "~/platform/time";
import { events, messages, noticeRuns, organizations, taskEntries, taskNotices, tasks } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aBody, aTask } from "../../setup/factories.tasks";

/** Nine in the morning in Poland. */
const morning = (date: string) => new Date(startOfDay(calendarDate(date)).getTime() + 9 * 3_600_000);
const plain = (text = "") => text.replaceAll("\u00a0", " ");

const lettersOf = (scope: Scope, kind = "task_notice") =>
  read
    .select()
    .from(messages)
    .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.kind, kind)));
const noticesOf = (scope: Scope) =>
  read.select().from(taskNotices).where(eq(taskNotices.organizationId, scope.organizationId));
const entriesOf = (scope: Scope) =>
  read
    .select()
    .from(taskEntries)
    .where(and(eq(taskEntries.organizationId, scope.organizationId), eq(taskEntries.kind, "reminder")));

/** A body with tasks that are all due on the same Wednesday. */
async function aBusyBody(many: number, dueOn = "2026-04-15", scope?: Scope) {
  const ours = scope ?? (await aUnit()).scope;
  const body = await aBody(ours, undefined, `${crypto.randomUUID()}@um.test`);
  const [first] = [await aTask({ dueOn: calendarDate(dueOn) }, { scope: ours, body })];
  const { debateId } = first;
  const found = [first.task];
  for (let i = 1; i < many; i++)
    found.push((await aTask({ dueOn: calendarDate(dueOn) }, { scope: ours, body, debateId })).task);
  return { scope: ours, body, debateId, tasks: found };
}

describe("a run", () => {
  test("writes one letter to a body about all its tasks, with the desk's link at each, and says so in their history", async () => {
    const { scope, body, tasks: given } = await aBusyBody(3);
    expect(await runReminders(scope, morning("2026-04-07"))).toEqual({ letters: 0 });
    expect(await runReminders(scope, morning("2026-04-08"))).toEqual({ letters: 1 });

    const [letter, ...more] = await lettersOf(scope);
    expect(more).toEqual([]);
    expect(plain(letter?.subject)).toBe("3 zadania – najbliższy termin 15.04.2026, prosimy o informację");
    expect(letter).toMatchObject({
      messageId: `task_notice.${body.id}.2026-04-08@app.test`,
      recipientName: body.name,
      status: "queued",
    });
    for (const { id, title } of given) {
      expect(letter?.text).toContain(title);
      expect(withLinks(letter?.html ?? "")).toContain(`http://app.test/b/${body.token}?zadanie=${id}#odpowiedz`);
    }
    expect(plain(letter?.text)).toContain("   Termin: 15.04.2026\n   Stan terminu: za 7 dni");
    expect(letter?.text).not.toContain(body.token);

    const notices = await noticesOf(scope);
    expect(notices.map(({ taskId }) => taskId).sort()).toEqual(given.map(({ id }) => id).sort());
    expect(new Set(notices.map(({ kind, dueOn, messageId }) => `${kind} ${dueOn} ${messageId}`))).toEqual(
      new Set([`before_7 2026-04-15 ${letter?.messageId}`]),
    );
    expect((await entriesOf(scope)).map(({ text, public: isPublic }) => [plain(text), isPublic])).toEqual(
      Array(3).fill(["Automatycznie, 7 dni przed terminem.", false]),
    );
    const [row] = await read
      .select({ at: tasks.remindedAt })
      .from(tasks)
      .where(eq(tasks.id, given[0]?.id ?? ""));
    expect(row?.at).toEqual(morning("2026-04-08"));
  });

  test("is made once a day, and each word of a deadline once", async () => {
    const { scope } = await aBusyBody(2);
    expect(await runReminders(scope, morning("2026-04-08"))).toEqual({ letters: 1 });
    expect(await runReminders(scope, new Date("2026-04-08T10:00:00Z"))).toBeUndefined();
    expect(await runReminders(scope, morning("2026-04-09"))).toEqual({ letters: 0 });
    expect(await lettersOf(scope)).toHaveLength(1);
  });

  test("over the whole life of a deadline sends four letters, then one to the chair; a new deadline begins anew", async () => {
    const { scope, tasks: given } = await aBusyBody(1, "2026-04-20");
    const sent: string[] = [];
    const live = async (from: string, until: string) => {
      for (
        let date = new Date(`${from}T08:00:00Z`);
        date < new Date(until);
        date = new Date(date.getTime() + 86_400_000)
      ) {
        const before = (await noticesOf(scope)).length;
        await runReminders(scope, date);
        const now = await noticesOf(scope);
        if (now.length > before) sent.push(`${date.toISOString().slice(0, 10)} ${now.at(-1)?.kind}`);
      }
    };
    await live("2026-03-19", "2026-06-30");
    expect(new Set(sent.map((line) => line.slice(0, 10)))).toEqual(
      new Set(["2026-04-13", "2026-04-17", "2026-04-21", "2026-04-27"]),
    );
    expect((await noticesOf(scope)).map(({ kind }) => kind).sort()).toEqual([
      ...["after_1", "after_7", "before_1", "before_7", "chair_30"],
    ]);
    expect(await lettersOf(scope, "task_chair")).toHaveLength(1);

    const { id, version } = given[0] ?? { id: "", version: 0 };
    const granted = await extendTask(
      scope,
      id,
      version,
      { dueOn: calendarDate("2026-08-12"), text: "Ogłoszono przetarg." },
      morning("2026-06-30"),
    );
    expect(granted.ok).toBe(true);
    await live("2026-07-01", "2026-08-30");
    const anew = (await noticesOf(scope)).filter(({ dueOn }) => dueOn === "2026-08-12");
    expect(anew.map(({ kind }) => kind).sort()).toEqual(["after_1", "after_7", "before_1", "before_7", "chair_30"]);
  });

  test("after an outage asks once, with the last word that is due", async () => {
    const { scope } = await aBusyBody(1);
    await runReminders(scope, morning("2026-04-23"));
    expect((await noticesOf(scope)).filter(({ kind }) => kind !== "chair_30").map(({ kind }) => kind)).toEqual([
      "after_7",
    ]);
    expect(await lettersOf(scope)).toHaveLength(1);
  });

  test.each([
    ["at seven", "2026-04-08T05:00:00Z"],
    ["in the evening", "2026-04-08T16:00:00Z"],
    ["on a Saturday", "2026-04-11T10:00:00Z"],
    ["on Easter Monday", "2026-04-06T10:00:00Z"],
  ])("keeps still %s", async (_, now) => {
    const { scope } = await aBusyBody(1);
    expect(await runReminders(scope, new Date(now))).toBeUndefined();
    expect(await lettersOf(scope)).toEqual([]);
  });

  test("does not write about what waits, is settled, or belongs to a body without an address", async () => {
    const { scope, debateId, tasks: given } = await aBusyBody(4);
    const [waits, disowned, done, plainOne] = given.map(({ id }) => id);
    const set = (id = "", columns: Partial<typeof tasks.$inferInsert>) =>
      inTransaction(async () => void (await write.update(tasks).set(columns).where(eq(tasks.id, id))));
    await set(waits, { proposedDueOn: calendarDate("2026-06-01"), proposedAt: morning("2026-03-20") });
    await set(disowned, { disownedAt: morning("2026-03-20") });
    await moveTask(scope, done ?? "", 1, { to: "reported_done", text: "Zrobiono." }, morning("2026-03-20"));
    await aTask({ dueOn: calendarDate("2026-04-15") }, { scope, debateId, body: await aBody(scope, "Sołectwo", "") });
    await runReminders(scope, morning("2026-04-08"));
    expect((await noticesOf(scope)).map(({ taskId }) => taskId)).toEqual([plainOne]);
    expect((await lettersOf(scope)).map(({ recipientEmail }) => recipientEmail)).toHaveLength(1);

    await set(waits, { proposedDueOn: null, proposedAt: null }); // declined: the old deadline holds, and is near
    await runReminders(scope, morning("2026-04-09"));
    expect((await noticesOf(scope)).map(({ taskId }) => taskId).sort()).toEqual([plainOne, waits].sort());
  });

  test("writes nothing for a unit that has switched it off", async () => {
    const { scope } = await aBusyBody(1);
    await inTransaction(async () => {
      await write.update(organizations).set({ reminds: false }).where(eq(organizations.id, scope.organizationId));
    });
    expect(await runReminders(scope, morning("2026-04-08"))).toBeUndefined();
    await workReminders(morning("2026-04-08"));
    expect(await lettersOf(scope)).toEqual([]);
  });

  test("two at once write each letter once", async () => {
    const { scope } = await aUnit();
    for (let i = 0; i < 7; i++) await aBusyBody(2, "2026-04-15", scope);
    await Promise.all([1, 2, 3].map(() => runReminders(scope, morning("2026-04-08"))));
    expect(await lettersOf(scope)).toHaveLength(7);
    expect(await noticesOf(scope)).toHaveLength(14);
    expect(await entriesOf(scope)).toHaveLength(14);
    const [run] = await read.select().from(noticeRuns).where(eq(noticeRuns.organizationId, scope.organizationId));
    expect(run).toMatchObject({ sent: 7, name: "reminders", day: "2026-04-08" });
    const heard = await read
      .select()
      .from(events)
      .where(and(eq(events.organizationId, scope.organizationId), eq(events.action, "reminders_sent")));
    expect(heard.map(({ data }) => data)).toEqual([{ letters: 7, day: "2026-04-08" }]);
  });

  test("goes on behind its cursor, so no body has a second letter on the day", async () => {
    const { scope } = await aUnit();
    const bodies = [];
    for (let i = 0; i < 3; i++) bodies.push((await aBusyBody(1, "2026-04-15", scope)).body.id);
    const [first] = bodies.sort();
    await inTransaction(async () => {
      const { organizationId } = scope;
      const run = { organizationId, name: "reminders", day: calendarDate("2026-04-08"), cursor: first ?? "", sent: 1 };
      await write.insert(noticeRuns).values(run);
    });
    expect(await runReminders(scope, morning("2026-04-08"))).toEqual({ letters: 3 });
    expect((await lettersOf(scope)).map(({ subjectId }) => subjectId).sort()).toEqual(bodies.slice(1));
    expect(await runReminders(scope, morning("2026-04-09"))).toEqual({ letters: 1 }); // what was passed over is not lost
  });

  test("the chair hears once a day of everything, at the address of the settings or else the unit's", async () => {
    const { scope } = await aBusyBody(2, "2026-04-15");
    await runReminders(scope, morning("2026-04-17"));
    const [letter] = await lettersOf(scope, "task_chair");
    expect(letter).toMatchObject({
      recipientEmail: "prewencja@policja.test",
      subject: "2 zadania – od 30 dni bez odpowiedzi",
    });
    expect(plain(letter?.text)).toContain("Bez odpowiedzi: od 30 dni");

    const other = await aUnit({ chairEmail: "komendant@policja.test" });
    await aBusyBody(1, "2026-04-15", other.scope);
    await runReminders(other.scope, morning("2026-04-17"));
    expect(await lettersOf(other.scope, "task_chair")).toMatchObject([{ recipientEmail: "komendant@policja.test" }]);
  });

  test("the clock finds a unit until its day is done", async () => {
    const { scope } = await aBusyBody(1);
    const date = calendarDate("2026-04-08");
    const waits = async () => (await listUnitsToRemind(date, mondayOf(date))).includes(scope.organizationId);
    expect(await waits()).toBe(true);
    await workReminders(new Date("2026-04-08T04:00:00Z"));
    expect(await lettersOf(scope)).toEqual([]);
    await workReminders(morning("2026-04-08"));
    expect(await lettersOf(scope)).toHaveLength(1);
  });
});

test("a body in the archive is not sent a link behind which nothing is; the chair hears of its tasks", async () => {
  const { scope: ours } = await aUnit({ chairEmail: "chair@policja.test" });
  const { scope, body } = await aBusyBody(1, "2026-04-15", ours);
  await archiveBody(scope, body.id, true);
  expect(await runReminders(scope, morning("2026-04-08"))).toEqual({ letters: 0 });
  await runReminders(scope, morning("2026-04-22"));
  expect(await lettersOf(scope)).toEqual([]);
  const all = await read.select().from(messages).where(eq(messages.organizationId, scope.organizationId));
  expect(all.map(({ recipientEmail }) => recipientEmail)).toEqual(["chair@policja.test"]);
});
