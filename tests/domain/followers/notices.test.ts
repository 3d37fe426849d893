import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endFollow } from "~/domain/followers/commands.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { reportMotion } from "~/domain/motions/commands.server";
import { extendTask, moveTask, reportOnTask, transferTask } from "~/domain/tasks/commands.server";
import { workOutboxOff } from "~/jobs.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { events, followers, messages } from "~db/schema";
import { aFollower } from "../../setup/factories.followers";
import { anAdmittedMotion, EVENING } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const HOUR = 3_600_000;
const after = (hours: number) => new Date(EVENING.getTime() + hours * HOUR);
/** Everything that is due by then. */
const work = (hours: number) => workOutboxOff(undefined, after(hours));
const news = async (scope: Scope, id: string) =>
  (
    await read
      .select()
      .from(messages)
      .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.subjectId, id)))
      .orderBy(messages.createdAt)
  )
    .filter(({ kind }) => kind === "follow_news")
    .map(({ text, subject }) => ({ subject, text: text.replaceAll("\u00a0", " ") }));
const eventsOf = (scope: Scope, action: string) =>
  read
    .select()
    .from(events)
    .where(and(eq(events.organizationId, scope.organizationId), eq(events.action, action)));

async function aFollowedTask() {
  const given = await aTask();
  await work(0);
  const follower = await aFollower(given.scope, given.motion.id, { now: EVENING });
  await work(0);
  return { ...given, follower };
}

test("the first move is told at once, what follows within a day comes together, each once", async () => {
  const { scope, task, body, follower } = await aFollowedTask();
  await moveTask(scope, task.id, undefined, { to: "accepted", text: "Przyjęto do planu." }, after(1));
  await work(1);
  const [first, ...none] = await news(scope, follower.id);
  expect(none).toEqual([]);
  expect(first?.subject).toBe(`Zmiana w sprawie ${task.motions[0]?.number}`);
  expect(first?.text).toContain("18 marca 2026 r. – Przyjęte (organizator). Przyjęto do planu.");
  expect(first?.text).not.toContain("Zadanie:");
  expect(first?.text).toContain(`[[link:follower:${follower.id}:1]]`);

  await extendTask(scope, task.id, undefined, { dueOn: calendarDate("2026-06-30"), text: "Zima." }, after(2));
  await reportOnTask(body.desk, task.id, undefined, { to: "in_progress", text: "Zamówiono lampy." }, after(3));
  await work(3);
  expect(await news(scope, follower.id)).toHaveLength(1);
  await work(24);
  expect(await news(scope, follower.id), "24 hours after the first").toHaveLength(1);
  await work(26);
  const [, second, ...more] = await news(scope, follower.id);
  expect(more).toEqual([]);
  expect(second?.text).toContain("Nowy termin: wtorek, 30 czerwca 2026 r.");
  expect(second?.text).toContain(`W realizacji (${body.name}). Zamówiono lampy.`);
  expect(second?.text).not.toContain("Przyjęto do planu");
  await work(200);
  expect(await news(scope, follower.id)).toHaveLength(2);
});

test("only whoever has confirmed and not left is written to", async () => {
  const { scope, task, motion } = await aFollowedTask();
  const asked = await aFollower(scope, motion.id, { confirmed: false, now: EVENING });
  const left = await aFollower(scope, motion.id, { now: EVENING });
  await endFollow(scope, left.id, EVENING);
  await moveTask(scope, task.id, undefined, { to: "accepted", text: "" }, after(1));
  await work(1);
  expect([await news(scope, asked.id), await news(scope, left.id)]).toEqual([[], []]);
  const [told] = await eventsOf(scope, "followers_told");
  expect(told?.data).toMatchObject({ many: 1 });
});

test("an internal task says nothing to anybody, not even that something happened", async () => {
  const { scope, debateId, motion, follower } = await aFollowedTask();
  const inside = await aTask(
    { motionIds: [motion.id], title: "Tajne zadanie", internal: true },
    { scope, debateId, now: after(1) },
  );
  await moveTask(scope, inside.task.id, undefined, { to: "accepted", text: "Tajny tekst" }, after(2));
  await transferTask(
    scope,
    inside.task.id,
    undefined,
    { toBodyId: (await aBody(scope)).id, text: "Tajny powód" },
    after(3),
  );
  await work(99);
  expect(await news(scope, follower.id)).toEqual([]);
  expect(await eventsOf(scope, "followers_told")).toEqual([]);
});

test("nothing of an internal task is in the letter about a public one either", async () => {
  const { scope, debateId, task, motion, follower } = await aFollowedTask();
  const inside = await aTask(
    { motionIds: [motion.id], title: "Tajne zadanie", internal: true },
    { scope, debateId, now: after(1) },
  );
  await moveTask(scope, inside.task.id, undefined, { to: "in_progress", text: "Tajny tekst" }, after(1));
  await moveTask(scope, task.id, undefined, { to: "accepted", text: "Jawny tekst" }, after(1));
  await work(1);
  const [letter] = await news(scope, follower.id);
  expect(letter?.text).toContain("Jawny tekst");
  expect(JSON.stringify(await news(scope, follower.id))).not.toMatch(/Tajn/);
});

test("a matter that is no longer for everybody is no longer told", async () => {
  const { scope, debateId } = await aFollowedTask();
  const hidden = await anAdmittedMotion(scope, debateId);
  const follower = await aFollower(scope, hidden.id, { now: EVENING });
  await keepForPolice(scope, hidden.id, { reason: "Tajny powód" }, after(1));
  const { task } = await aTask({ motionIds: [hidden.id] }, { scope, debateId, now: after(2) });
  await moveTask(scope, task.id, undefined, { to: "confirmed", text: "Tajny wynik" }, after(3));
  await work(99);
  expect(await news(scope, follower.id)).toEqual([]);
});

test("a transfer, the result and the evaluation are told in plain words", async () => {
  const { scope, debateId, task, motion, follower } = await aFollowedTask();
  const next = await aBody(scope, "Zarząd Dróg Powiatowych");
  const passed = await transferTask(
    scope,
    task.id,
    undefined,
    { toBodyId: next.id, text: "To droga powiatowa." },
    after(1),
  );
  if (!passed.ok) throw new Error(passed.reason);
  await work(1);
  await moveTask(scope, passed.value.id, undefined, { to: "confirmed", text: "Lampy świecą." }, after(30));
  await work(30);
  await reportMotion(
    scope,
    motion.id,
    { reportedAtDebateId: debateId, reportText: "Zrobiono.", hallVerdict: "done" },
    after(60),
  );
  await work(60);
  const texts = (await news(scope, follower.id)).map(({ text }) => text);
  expect(texts).toHaveLength(3);
  expect(texts[0]).toContain("Przekazane dalej (organizator). To droga powiatowa.");
  expect(texts[0]).toContain("Zadanie: Zarząd Dróg Powiatowych");
  expect(texts[1]).toContain("Organizator potwierdził wynik: zrealizowane");
  expect(texts[2]).toContain("Zrobiono. Ocena sali: zrealizowano.");
});

test("a thousand followers: each one letter of their own, the letter itself is written once", async () => {
  const { scope, task, motion } = await aFollowedTask();
  const rows = Array.from({ length: 1000 }, (_, index) => {
    const id = crypto.randomUUID();
    const email = `n${index}@dom.test`;
    return {
      ...{ id, organizationId: scope.organizationId, motionId: motion.id, email, emailKey: email },
      ...{ tokenHash: tokenHashOf("follower", id), requestedAt: EVENING, confirmedAt: EVENING },
    };
  });
  await inTransaction(async () => {
    for (let at = 0; at < rows.length; at += 100) await write.insert(followers).values(rows.slice(at, at + 100));
  });
  await moveTask(scope, task.id, undefined, { to: "accepted", text: "" }, after(1));
  await work(1);
  await work(99);
  const sent = await read.select().from(messages).where(eq(messages.organizationId, scope.organizationId));
  const letters = sent.filter(({ kind }) => kind === "follow_news");
  expect(letters).toHaveLength(1001);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1001);
  for (const { text, html, subjectId } of letters) {
    expect(text).toContain(`[[link:follower:${subjectId}:1]]`);
    expect(`${text}${html}`).not.toContain("anybody");
  }
});
