import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { saveCompetence } from "~/domain/directory/commands.competence.server";
import { listMessages, listSubjectEvents } from "~/domain/history/queries.server";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { captureMotion, decideMotion } from "~/domain/motions/commands.server";
import { getMotion } from "~/domain/motions/queries.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { referMotion } from "~/domain/tasks/commands.referral.server";
import { giveTask, transferTask } from "~/domain/tasks/commands.server";
import { loadDeskForm } from "~/domain/tasks/queries.desk.server";
import { getReferralPage } from "~/domain/tasks/queries.referral.server";
import { listRepeatsWithTasks } from "~/domain/tasks/queries.repeats.server";
import { getTask, listTasks } from "~/domain/tasks/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { calendarDate } from "~/platform/time";
import { messages } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody } from "../../setup/factories.tasks";

const APRIL = new Date("2026-04-01T10:00:00Z");

async function aKpaMotion(scope: Scope, debateId: string) {
  const author = { authorName: "Jan Kos", authorEmail: "jan@dom.test" };
  const { id, number } = await anAdmittedMotion(scope, debateId, { ...author, category: "ROAD", place: "ul. Leśna" });
  const face = { textPublic: "Dziury w jezdni.", place: "ul. Leśna", category: "ROAD", kmzb: null } as const;
  await admitMotion(scope, id, { ...face, sensitivity: "public", looked: true, legalTrack: "kpa_motion" }, EVENING);
  return { id, number, debateId };
}

async function aCase() {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const [body, motion] = [await aBody(scope, "Zarząd Dróg", "zd@zd.test"), await aKpaMotion(scope, debateId)];
  await workOutboxOff(undefined, EVENING);
  return { scope, debateId, body, motion };
}
const onlyTaskOf = async (scope: Scope, bodyId: string) =>
  (await listTasks(scope)).find(({ ownerBodyId }) => ownerBodyId === bodyId)?.id;
const lettersOf = async (scope: Scope) =>
  (await listMessages(scope)).map(({ kind, recipientEmail }) => `${kind} ${recipientEmail}`);

test("one step: the motion, the task with its term, the letter to the body and the notice to the applicant", async () => {
  const { scope, body, motion } = await aCase();
  const before = await lettersOf(scope);
  const done = await referMotion(scope, motion.id, { bodyId: body.id, answer: "Odpowie zarządca." }, APRIL);
  if (!done.ok) throw new Error(done.reason);
  expect(await getMotion(scope, motion.id)).toMatchObject({
    ...{ outcome: "referred", referredToBodyId: body.id, referredAt: APRIL, answer: "Odpowie zarządca." },
  });
  expect(await getTask(scope, done.value.taskId)).toMatchObject({
    ...{ title: "Dziury w jezdni.", ownerBodyId: body.id, dueBasis: "art_244", state: "new", internal: false },
    ...{ dueFrom: "2026-04-01", dueOn: "2026-05-04" },
  });
  await workOutboxOff(undefined, APRIL);
  const sent = (await lettersOf(scope)).filter((letter) => !before.includes(letter));
  expect(sent.sort()).toEqual(["motion_referred jan@dom.test", "task zd@zd.test"]);

  // Pressed again, from another tab: a sentence, and nothing twice.
  const again = await referMotion(scope, motion.id, { bodyId: body.id }, APRIL);
  expect(again).toEqual({ ok: false, reason: "already_passed_on" });
  expect(await listTasks(scope)).toHaveLength(1);
  expect(await decideMotion(scope, motion.id, { outcome: "out_of_scope" }, APRIL)).toMatchObject({
    reason: "already_passed_on",
  });
});

test("the applicant hears of each body that passes it on, with its reason; of an internal task nothing", async () => {
  const { scope, body, motion } = await aCase();
  const next = await aBody(scope, "Wodociągi");
  const done = await referMotion(scope, motion.id, { bodyId: body.id }, APRIL);
  if (!done.ok) throw new Error(done.reason);
  const said = { answer: "not_ours", toBodyId: next.id, text: "Jezdnię rozkopano.", author: "J. Kos" } as const;
  expect((await answerTask(body.desk, done.value.taskId, 1, said, APRIL)).ok).toBe(true);
  await workOutboxOff(undefined, APRIL);
  const told = (await listMessages(scope)).filter(({ kind }) => kind === "motion_passed_on");
  expect(told.map(({ recipientEmail }) => recipientEmail)).toEqual(["jan@dom.test"]);
  const [letter] = await read
    .select()
    .from(messages)
    .where(eq(messages.id, told[0]?.id ?? ""));
  const text = letter?.text.replaceAll("\u00a0", " ");
  expect(text).toContain("przekazano dalej, innej instytucji: Wodociągi.");
  expect(text).toContain("Zarząd Dróg: Jezdnię rozkopano.");
  expect((await loadDeskForm(next.desk, await onlyTaskOf(scope, next.id))).chain).toMatchObject([
    { ownerName: "Zarząd Dróg", reason: "Jezdnię rozkopano." },
    { ownerName: "Wodociągi", reason: "" },
  ]);

  const secret = { motionIds: [motion.id], title: "Po cichu", ownerBodyId: body.id, internal: true };
  const inside = await giveTask(
    scope,
    motion.debateId,
    { ...secret, dueOn: calendarDate("2026-05-04"), dueBasis: "courtesy" },
    APRIL,
  );
  if (!inside.ok) throw new Error(inside.reason);
  await transferTask(scope, inside.value.id, 1, { toBodyId: next.id, text: "Po cichu." }, APRIL);
  await workOutboxOff(undefined, APRIL);
  expect((await lettersOf(scope)).filter((letter) => letter.startsWith("motion_passed_on"))).toHaveLength(1);
});

test("what is refused changes nothing", async () => {
  const { scope, motion, debateId } = await aCase();
  const before = await getMotion(scope, motion.id);
  expect(await referMotion(scope, motion.id, { bodyId: debateId }, APRIL)).toMatchObject({ reason: "unknown_body" });
  expect(await referMotion(scope, motion.id, { bodyId: debateId, version: 1 }, APRIL)).toMatchObject({
    reason: "stale",
  });
  expect(await getMotion(scope, motion.id)).toEqual(before);
  expect(await listTasks(scope)).toEqual([]);
});

test("what the hall decides is told to its author when it goes out, and goes out once", async () => {
  const { scope, body, motion, debateId } = await aCase();
  await decideMotion(scope, motion.id, { outcome: "referred", referredToBodyId: body.id }, EVENING);
  await workOutboxOff(undefined, EVENING);
  expect((await lettersOf(scope)).filter((letter) => letter.startsWith("motion_referred"))).toEqual([]);
  expect((await getMotion(scope, motion.id)).referredAt).toBeNull();

  const due = { dueOn: calendarDate("2026-05-04"), dueBasis: "art_244" } as const;
  const task = { motionIds: [motion.id], title: "Dziury", ownerBodyId: body.id, ...due };
  expect((await giveTask(scope, debateId, task, APRIL)).ok).toBe(true);
  expect((await getMotion(scope, motion.id)).referredAt).toEqual(APRIL);
  await workOutboxOff(undefined, APRIL);
  expect((await lettersOf(scope)).filter((letter) => letter.startsWith("motion_referred"))).toHaveLength(1);
  const told = (await listSubjectEvents(scope, motion.id)).map(({ action }) => action);
  expect(told).toEqual(expect.arrayContaining(["motion_to_be_referred", "motion_referred"]));
  expect(await referMotion(scope, motion.id, { bodyId: body.id }, APRIL)).toMatchObject({ ok: false });
});

test("before the press everything that will go out is shown, to the suggested body", async () => {
  const { scope, body, motion } = await aCase();
  expect(await getReferralPage(scope, motion.id, null, APRIL)).toMatchObject({ chosen: null, preview: null });
  const value = { category: "ROAD", area: "", bodyId: body.id, reason: "zarządca dróg" } as const;
  await saveCompetence(scope, null, value);
  const page = await getReferralPage(scope, motion.id, null, APRIL);
  expect(page).toMatchObject({ suggestion: { reason: "zarządca dróg" }, chosen: body.id, clock: { dueInDays: -16 } });
  if (!page.preview?.ok) throw new Error("No preview");
  const { letter, notice, referral } = page.preview;
  expect(referral).toEqual({ dueBasis: "art_244", dueFrom: "2026-04-01", dueOn: "2026-05-04" });
  expect(letter).toMatchObject({ to: "zd@zd.test" });
  expect(letter?.text).toContain("art. 243 Kodeksu postępowania administracyjnego");
  expect(letter?.text).not.toMatch(/Jan Kos|jan@dom|\[\[link/);
  expect(notice?.to).toBe("Jan Kos, jan@dom.test");
  expect(notice?.text).toContain("Zarząd Dróg");

  const refused = await getReferralPage(scope, motion.id, "nobody", APRIL);
  expect(refused.preview).toEqual({ ok: false, reason: "unknown_body" });
});

test("a body without an address and an author without one: said, not hidden", async () => {
  const { scope, debateId } = await aCase();
  const body = await aBody(scope, "Sołectwo", "");
  const said = await captureMotion(scope, debateId, { text: "Ciemno.", category: "LIGHT", place: "wieś" }, EVENING);
  if (!said.ok) throw new Error(said.reason);
  const { preview } = await getReferralPage(scope, said.value.id, body.id, APRIL);
  expect(preview).toMatchObject({ ok: true, letter: null, notice: null });
});

test("another unit passes on and looks at nothing of ours", async () => {
  const { scope, body, motion } = await aCase();
  const { scope: stranger } = await aUnit();
  const gone = { status: 404 };
  await expect(referMotion(stranger, motion.id, { bodyId: body.id }, APRIL)).rejects.toMatchObject(gone);
  expect(await listRepeatsWithTasks(stranger, APRIL)).toEqual([]);
  await expect(getReferralPage(stranger, motion.id, body.id, APRIL)).rejects.toMatchObject(gone);
  const debateId = await anOpenDebate(stranger);
  const own = await anAdmittedMotion(stranger, debateId);
  expect(await referMotion(stranger, own.id, { bodyId: body.id }, APRIL)).toMatchObject({ reason: "unknown_body" });
  expect((await getMotion(scope, motion.id)).outcome).toBeNull();
});
