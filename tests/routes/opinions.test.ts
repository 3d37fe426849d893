import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { giveOpinion } from "~/domain/followers/commands.opinions.server";
import { endFollow } from "~/domain/followers/commands.server";
import { countOpinions } from "~/domain/followers/queries.opinions.server";
import { mergeMotion } from "~/domain/motions/commands.moderation.server";
import { moveTask, reportOnTask } from "~/domain/tasks/commands.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { mintScope } from "~/platform/mint-scope.server";
import type { Scope } from "~/platform/scope";
import { messages, opinions } from "~db/schema";
import { aUnit } from "../setup/factories";
import { aFollower, lettersTo } from "../setup/factories.followers";
import { anAdmittedMotion, anOpenDebate } from "../setup/factories.motions";
import { aMember } from "../setup/factories.organizations";
import { aBody, aTask } from "../setup/factories.tasks";
import { visit } from "../setup/site";

/** A matter that two people raised and three support; its one task is reported as done by its body. */
async function aReportedMatter() {
  const unit = await aUnit();
  const { scope } = unit;
  const debateId = await anOpenDebate(scope);
  const lead = await anAdmittedMotion(scope, debateId, { authorEmail: "Anna@dom.test" });
  const also = await anAdmittedMotion(scope, debateId, { text: "Ciemno koło ławek." });
  await mergeMotion(scope, also.id, { into: lead.id });
  const body = await aBody(scope, "Gmina Testów");
  const { task } = await aTask({ motionIds: [lead.id] }, { scope, debateId, body });
  await workOutboxOff();
  const supporters = [];
  for (let i = 0; i < 3; i++) supporters.push(await aFollower(scope, lead.id, { supports: true }));
  const author = await aFollower(scope, lead.id, { supports: true, email: "anna@dom.test" });
  const curious = await aFollower(scope, lead.id);
  await workOutboxOff();
  const report = () => reportOnTask(body.desk, task.id, undefined, { to: "reported_done", text: "Lampy świecą." });
  const [first, second, third] = supporters as [typeof author, typeof author, typeof author];
  const thread = `/u/${unit.slug}/tracker/${lead.number.replaceAll("/", "-")}`;
  return { unit, scope, debateId, lead, also, body, task, first, second, third, author, curious, report, thread };
}
const textOf = async (path: string) => (await (await visit(path)).text()).replaceAll("\u00a0", " ");
const say = async (path: string, verdict: string, note = "") => {
  const answer = await visit(path, { fields: { do: "opinion", verdict, note } });
  return { status: answer.status, to: answer.headers.get("Location") ?? "" };
};
const code = (id: string) => `/m/${tokenOf("motion", id)}`;
const questions = async (scope: Scope) =>
  (
    await read
      .select()
      .from(messages)
      .where(and(eq(messages.organizationId, scope.organizationId), eq(messages.kind, "opinion_asked")))
  ).map(({ subjectId }) => subjectId);

test("when it is reported done, whoever raised or supports it is asked, once, and both sides are shown", async () => {
  const all = await aReportedMatter();
  const { scope, lead, also, task, body, first, second, author, curious, report, thread } = all;
  expect(await textOf(code(lead.id))).not.toContain("Czy sprawa jest załatwiona?");
  await report();
  await workOutboxOff();
  const ids = [lead.id, first.id, second.id, all.third.id].sort();
  expect((await questions(scope)).sort()).toEqual(ids);
  const told = (await lettersTo(scope, first.id)).map(({ kind }) => kind);
  expect(told, "the question tells what was reported; one letter is enough").not.toContain("follow_news");
  expect((await lettersTo(scope, curious.id)).map(({ kind }) => kind)).toContain("follow_news");

  // Reported too early, and again: nobody is asked twice.
  await reportOnTask(body.desk, task.id, undefined, { to: "in_progress", text: "Jedna nie świeci." });
  await workOutboxOff();
  expect(await textOf(code(lead.id))).not.toContain("Czy sprawa jest załatwiona?");
  expect((await say(code(lead.id), "done")).status).toBe(409);
  await report();
  await moveTask(scope, task.id, undefined, { to: "confirmed", text: "Sprawdzono." });
  await workOutboxOff();
  expect(await questions(scope)).toHaveLength(4);

  for (const path of [code(lead.id), code(also.id), first.path, author.path])
    expect([path, await textOf(path)]).toEqual([path, expect.stringContaining("Czy sprawa jest załatwiona?")]);
  expect(await textOf(curious.path), "who only follows is not asked").not.toContain("Czy sprawa jest załatwiona?");
  expect((await visit(curious.path, { fields: { do: "opinion", verdict: "done" } })).status).toBe(404);
  expect(await countOpinions(scope, [lead.id]), "looking answers nothing").toEqual(new Map());

  expect(await say(first.path, "not_done", "Ciemno przy schodach, tel. do mnie.")).toMatchObject({ status: 303 });
  const single = await textOf(thread);
  expect(single).toContain("1 odpowiedź – wynik pokażemy od 2");
  expect(single).not.toContain("jeszcze nie");
  expect(await textOf(`/u/${all.unit.slug}/tracker`)).not.toContain("jeszcze nie");
  expect(JSON.stringify(await (await visit(`${thread}.data`)).text())).not.toContain("not_done");

  await say(second.path, "not_done");
  await say(code(also.id), "not_done");
  await say(author.path, "done");
  await say(code(lead.id), "done");
  await say(all.third.path, "partly");
  const text = await textOf(thread);
  expect(text).toContain("3 z 5 mieszkańców: jeszcze nie");
  expect(text, "who says so stands beside what is said").toMatch(/Według.{0,40}Gmina Testów|Gmina Testów/s);
  expect(text).toContain("zgłosiło: 2 osoby, popiera: 3 osoby");
  const list = await textOf(`/u/${all.unit.slug}/tracker`);
  expect(list).toContain("Wykonane według instytucji; 3 z 5 mieszkańców: jeszcze nie.");
  expect(list).toContain("zgłosiło: 2 osoby, popiera: 3 osoby");
  expect(text).not.toContain("schodach");
  // The author has one voice, by the code and by the link.
  expect((await countOpinions(scope, [lead.id])).get(lead.id)).toEqual({ done: 1, partly: 1, not_done: 3 });
  await say(first.path, "done");
  expect((await countOpinions(scope, [lead.id])).get(lead.id)).toEqual({ done: 2, partly: 1, not_done: 2 });
  expect(await textOf(code(also.id))).toContain("Państwa odpowiedź: jeszcze nie.");
});

test("the office sees both sides and the notes before it confirms", async () => {
  const { unit, scope, task, lead, first, report, thread } = await aReportedMatter();
  await report();
  await workOutboxOff();
  await say(first.path, "not_done", "Ciemno przy schodach.");
  const { cookie } = await aMember("organizer", { unit });
  const page = await (await visit(`/o/${unit.slug}/tasks/${task.id}`, { cookie })).text();
  expect(page.replaceAll("\u00a0", " ")).toContain("1 z 1 mieszkańca: jeszcze nie");
  expect(page.replaceAll("\u00a0", " ")).toContain("Ciemno przy schodach.");
  expect(page).toContain(lead.number);
  const list = await (await visit(`/o/${unit.slug}/tasks`, { cookie })).text();
  expect(list.replaceAll("\u00a0", " ")).toContain("mieszkańcy: jeszcze nie");
  const above = page.slice(0, page.indexOf("Zmień stan"));
  expect(above, "above the button that confirms").toContain("note--warn");
  await say(first.path, "done");
  expect(await (await visit(`/o/${unit.slug}/tasks/${task.id}`, { cookie })).text()).not.toContain("note--warn");

  await moveTask(scope, task.id, undefined, { to: "confirmed", text: "Sprawdzono." });
  expect(await textOf(code(lead.id)), "also of what is settled the whole history is told").toContain(thread);
});

test("where nobody has left an address, nobody is said to have been written to", async () => {
  const unit = await aUnit();
  const { scope } = unit;
  const { cookie } = await aMember("organizer", { unit });
  const debateId = await anOpenDebate(scope);
  const body = await aBody(scope, "Gmina Testów");
  const panelOf = async (authorEmail: string) => {
    const motion = await anAdmittedMotion(scope, debateId, { authorEmail });
    const { task } = await aTask({ motionIds: [motion.id] }, { scope, debateId, body });
    await reportOnTask(body.desk, task.id, undefined, { to: "reported_done", text: "Lampy świecą." });
    await workOutboxOff();
    return (await (await visit(`/o/${unit.slug}/tasks/${task.id}`, { cookie })).text()).replaceAll("\u00a0", " ");
  };
  expect(await panelOf("anna@dom.test")).toContain("Pytanie zostało wysłane");
  const silent = await panelOf("");
  expect(silent).toContain("Nie ma do kogo napisać");
  const history = (await (await visit(`/o/${unit.slug}/debates/${debateId}`, { cookie })).text()).replaceAll(
    "\u00a0",
    " ",
  );
  expect(history).toContain("Nie było do kogo napisać z pytaniem");
  expect(history).toContain("jest załatwiona (1 list)");
  expect(history).not.toContain("0 listów");
  expect(silent).not.toContain("Pytanie zostało wysłane");
});

test("two reports at once ask once; several answers at once leave one", async () => {
  const { scope, lead, first, report, task } = await aReportedMatter();
  await report();
  await Promise.all([
    workOutboxOff(),
    workOutboxOff(),
    moveTask(scope, task.id, undefined, { to: "confirmed", text: "Tak." }),
  ]);
  await workOutboxOff();
  expect(await questions(scope)).toHaveLength(4);
  const link = mintScope(scope.organizationId, `follower:${first.id}`);
  await Promise.all(
    (["done", "partly", "not_done"] as const).map((verdict) => giveOpinion(link, { verdict, note: "" })),
  );
  expect(await read.select().from(opinions).where(eq(opinions.motionId, lead.id))).toHaveLength(1);
});

test("whoever has left, and whoever is nobody, has no voice; a bad answer comes back", async () => {
  const { scope, lead, first, second, report } = await aReportedMatter();
  expect((await say(first.path, "done")).status, "not asked yet").toBe(409);
  await report();
  await workOutboxOff();
  await endFollow(scope, second.id);
  expect((await say(second.path, "done")).status).toBe(404);
  for (const actor of ["public", `body:${lead.id}`, `registration:${lead.id}`] as const)
    await expect(
      giveOpinion(mintScope(scope.organizationId, actor), { verdict: "done", note: "" }),
    ).rejects.toMatchObject({ status: 404 });
  const stranger = await aUnit();
  await expect(
    giveOpinion(mintScope(stranger.id, `motion:${lead.id}`), { verdict: "done", note: "" }),
  ).rejects.toMatchObject({ status: 404 });
  for (const verdict of ["", "kot", "__proto__"]) expect((await say(first.path, verdict)).status).toBe(422);
  expect((await say(first.path, "done", "x".repeat(1001))).status).toBe(422);
});

test("whoever leaves and comes again has one voice, however often", async () => {
  const { scope, lead, first, second, thread, report } = await aReportedMatter();
  await report();
  await workOutboxOff();
  await say(first.path, "done");
  await say(second.path, "not_done");
  await visit(second.path, { fields: { do: "end" } });
  expect((await countOpinions(scope, [lead.id])).get(lead.id)).toEqual({ done: 1, partly: 0, not_done: 0 });
  for (let times = 0; times < 3; times++) {
    const again = await aFollower(scope, lead.id, { supports: true, email: second.email });
    expect((await say(again.path, "not_done")).status).toBe(303);
    expect((await countOpinions(scope, [lead.id])).get(lead.id)).toEqual({ done: 1, partly: 0, not_done: 1 });
    expect((await visit(again.path, { fields: { do: "end" } })).status).toBe(303);
  }
  expect(await textOf(thread)).not.toContain("jeszcze nie");
});

test("an internal task is not waited for, and tells nobody that it is there", async () => {
  const { scope, debateId, lead, report } = await aReportedMatter();
  await aTask({ motionIds: [lead.id], internal: true, title: "Tajne" }, { scope, debateId });
  await report();
  await workOutboxOff();
  expect(await questions(scope)).toHaveLength(4);
});
