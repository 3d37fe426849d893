import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliverDueEvents } from "~/domain/history/jobs.server";
import { declineDate, grantDate, insistOnTask } from "~/domain/tasks/commands.decisions.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { moveTask, remindOwner } from "~/domain/tasks/commands.server";
import { taskJobs } from "~/domain/tasks/jobs.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { messages } from "~db/schema";
import { aBody, aTask } from "../../setup/factories.tasks";

const lettersOf = async (scope: Scope, taskId: string) => {
  for (let i = 0; i < 5; i++) await deliverDueEvents(taskJobs);
  return read
    .select()
    .from(messages)
    .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.subjectId, taskId)));
};
const plain = (text = "") => text.replaceAll("\u00a0", " ");

test("a referral has the words of the Code, the texts, and the desk's link as a placeholder", async () => {
  const { scope, task, body, motion } = await aTask({ dueBasis: "art_243", dueOn: calendarDate("2026-03-25") });
  const [letter, ...more] = await lettersOf(scope, task.id);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ kind: "task", recipientName: body.name, recipientEmail: "um@um.test" });
  expect(letter?.subject).toBe("Przekazanie wniosku według właściwości – zadanie 1/2026/Z1");
  const text = plain(letter?.text);
  expect(text).toContain(
    `na podstawie art. 243 Kodeksu postępowania administracyjnego przekazuję według właściwości wniosek nr ${motion.number}, zgłoszony w dniu 8 marca 2026 r. podczas debaty społecznej nr 1/2026 „Bezpieczny ruch drogowy i porządek w mieście” w dniu 18 marca 2026 r., dotyczący: „Oświetlenie alejek parku”.`,
  );
  expect(text).toContain(
    "Proszę o poinformowanie wnioskodawcy oraz – do wiadomości – tutejszej Komendy o sposobie załatwienia.",
  );
  expect(text).toContain("park przy pl. Wolności: W parku wieczorem jest zupełnie ciemno.");
  expect(text).toContain(`[[link:desk:${body.id}:1]]`);
  expect(await lettersOf(scope, task.id)).toHaveLength(1);
});

test.each([
  ["commitment", "ustalono zadanie, o którego realizację Państwa proszę."],
  ["courtesy", "zwracam się z prośbą o rozważenie możliwości realizacji zadania:"],
  ["art_244", "w terminie wynikającym z art. 244 § 1"],
  ["art_245", "wyznaczono nowy termin zadania"],
  ["art_247", "najpóźniej w terminie czternastu dni"],
] as const)("the basis %s has its own sentence", async (dueBasis, sentence) => {
  const { scope, task } = await aTask({ dueBasis });
  const [letter] = await lettersOf(scope, task.id);
  expect(plain(letter?.text)).toContain(sentence);
  expect(plain(letter?.text)).toContain("poniedziałku, 20 kwietnia 2026 r.");
});

test("an internal task says nothing of the tracker; without an address nobody is written to", async () => {
  const { scope, task } = await aTask({ internal: true });
  expect((await lettersOf(scope, task.id))[0]?.text).not.toContain("Zgłosiliście");
  const mute = await aTask({}, { scope, body: await aBody(scope, "Sołectwo", "") });
  expect(await lettersOf(scope, mute.task.id)).toEqual([]);
});

test("a reminder, before the day and after it; none when the matter was settled meanwhile", async () => {
  const { scope, task } = await aTask();
  await remindOwner(scope, task.id, new Date("2026-04-10T08:00:00Z"));
  await remindOwner(scope, task.id, new Date("2026-04-27T08:00:00Z"));
  const subjects = (await lettersOf(scope, task.id)).filter(({ kind }) => kind === "task_reminder");
  expect(subjects.map(({ subject }) => plain(subject)).sort()).toEqual([
    "Zadanie 1/2026/Z1 – prosimy o informację",
    "Zadanie 1/2026/Z1 – termin minął, prosimy o informację",
  ]);
  await remindOwner(scope, task.id, new Date("2026-04-28T08:00:00Z"));
  await moveTask(scope, task.id, 1, { to: "confirmed", text: "Zrobiono." }, new Date("2026-04-28T08:00:00Z"));
  expect((await lettersOf(scope, task.id)).filter(({ kind }) => kind === "task_reminder")).toHaveLength(2);
});

test("what was decided about a question of the body is told to it, with the reason", async () => {
  const { scope, task, body } = await aTask();
  const asked = { answer: "more_time", text: "Czekamy.", dueOn: calendarDate("2026-06-01"), author: "J. Kos" } as const;
  const at = (minute: number) => new Date(Date.UTC(2026, 3, 2, 8, minute));
  await answerTask(body.desk, task.id, 1, asked, at(0));
  await declineDate(scope, task.id, 2, { text: "Umówiono się na debacie." }, at(1));
  await answerTask(body.desk, task.id, 3, asked, at(2));
  await grantDate(scope, task.id, 4, at(3));
  await answerTask(body.desk, task.id, 5, { answer: "not_ours", text: "Nie nasze.", author: "J. Kos" }, at(4));
  await insistOnTask(scope, task.id, 6, { text: "Park jest gminny." }, at(5));
  const letters = (await lettersOf(scope, task.id)).filter(({ kind }) => kind === "task_decision");
  const told = letters.map(({ subject, text }) => [subject.replaceAll("\u00a0", " "), plain(text)] as const);
  const [declined, granted, insisted] = ["bez zmian", "zgoda na nowy termin", "dalsze prowadzenie"].map((words) =>
    told.find(([subject]) => subject.includes(words)),
  );
  expect(declined?.[1]).toContain("Uzasadnienie: Umówiono się na debacie.");
  expect(granted?.[1]).toContain("poniedziałek, 1 czerwca 2026 r.");
  expect(granted?.[1]).not.toContain("Uzasadnienie");
  expect(insisted?.[1]).toContain("Uzasadnienie: Park jest gminny.");
  expect(letters).toHaveLength(3);
});

test("a body whose report is not confirmed is told so, with the reason; other news of the unit is no letter", async () => {
  const { scope, task, body } = await aTask();
  const at = (minute: number) => new Date(Date.UTC(2026, 3, 2, 8, minute));
  await answerTask(body.desk, task.id, 1, { answer: "reported_done", text: "Wymieniono.", author: "J. Kos" }, at(0));
  await moveTask(scope, task.id, 2, { to: "in_progress", text: "Na zdjęciu jest inna lampa." }, at(1));
  await moveTask(scope, task.id, 3, { to: "in_progress", text: "Dzwonili.", author: "J. Kos" }, at(2));
  const letters = (await lettersOf(scope, task.id)).filter(({ kind }) => kind === "task_decision");
  expect(letters.map(({ subject }) => plain(subject))).toEqual(["Zadanie 1/2026/Z1 – nie potwierdzono wykonania"]);
  expect(plain(letters[0]?.text)).toContain("Uzasadnienie: Na zdjęciu jest inna lampa.");
});
