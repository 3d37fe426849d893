import { describe, expect, test } from "vitest";
import { declineDate, grantDate, insistOnTask, prioritizeTask } from "~/domain/tasks/commands.decisions.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { extendTask, giveTask, moveTask, remindOwner, transferTask } from "~/domain/tasks/commands.server";
import { listChain } from "~/domain/tasks/queries.chain.server";
import { listDeskEntries, listDeskTasks } from "~/domain/tasks/queries.desk.server";
import { listEvidence } from "~/domain/tasks/queries.evidence.server";
import { listPriorities } from "~/domain/tasks/queries.priorities.server";
import { listPublicEntries } from "~/domain/tasks/queries.public.server";
import { countTasks, getTask, listTasks } from "~/domain/tasks/queries.server";
import { calendarDate } from "~/platform/time";
import { anAdmittedMotion } from "../../setup/factories.motions";
import { aBody, aTask } from "../../setup/factories.tasks";

const LATER = new Date("2026-04-02T08:00:00Z");
const signature = { author: "Jan Kowal", authorPost: "kierownik referatu" };
const JUNE = calendarDate("2026-06-01");
const asking = { answer: "more_time", text: "Czekamy na opinię.", dueOn: JUNE, ...signature } as const;

describe("another date", () => {
  test("waits with its reason, signed with name and post; nobody is reminded; granted in one step", async () => {
    const { scope, body, task } = await aTask();
    expect(await answerTask(body.desk, task.id, 1, asking, LATER)).toMatchObject({ ok: true });
    const asked = await getTask(scope, task.id);
    expect(asked).toMatchObject({
      ...{ dueOn: "2026-04-20", proposedDueOn: JUNE, proposedReason: "Czekamy na opinię.", proposedAt: LATER },
      ...{ proposedBy: "Jan Kowal, kierownik referatu", firstHeardAt: LATER, state: "new", version: 2 },
    });
    expect(asked.entries[0]).toMatchObject({ kind: "proposal", ...signature, dueOn: JUNE, public: true });
    expect(await remindOwner(scope, task.id, LATER)).toEqual({ ok: false, reason: "our_turn" });
    expect(await listTasks(scope, { show: "proposed" }, LATER)).toMatchObject([{ id: task.id }]);
    expect((await countTasks(scope, {}, LATER)).proposed).toBe(1);

    expect(await grantDate(scope, task.id, 2, LATER)).toMatchObject({ ok: true });
    const granted = await getTask(scope, task.id);
    expect(granted).toMatchObject({ dueOn: JUNE, proposedDueOn: null, proposedAt: null, version: 3 });
    expect(granted.entries.filter(({ kind }) => kind === "extension")).toMatchObject([
      { text: "Czekamy na opinię.", dueOn: JUNE, author: "Jan Kowal, kierownik referatu" },
    ]);
    expect(await remindOwner(scope, task.id, LATER)).toMatchObject({ ok: true });
    expect(await grantDate(scope, task.id, undefined, LATER)).toEqual({ ok: false, reason: "nothing_asked" });
  });

  test("declined with a reason that the body and everybody reads", async () => {
    const { scope, body, task } = await aTask();
    await answerTask(body.desk, task.id, 1, asking, LATER);
    expect(await declineDate(scope, task.id, 2, { text: "" }, LATER)).toEqual({ ok: false, reason: "reason_required" });
    const next = new Date(LATER.getTime() + 1);
    await declineDate(scope, task.id, 2, { text: "Umówiono się na debacie." }, next);
    expect(await getTask(scope, task.id)).toMatchObject({ dueOn: "2026-04-20", proposedAt: null });
    const said = (await listPublicEntries(scope, [task.id])).map(({ kind, text }) => [kind, text]);
    expect(said).toEqual([
      ["state", ""],
      ["proposal", "Czekamy na opinię."],
      ["proposal_declined", "Umówiono się na debacie."],
    ]);
    const [declined, asked] = await listDeskEntries(body.desk, task.id);
    expect([declined?.kind, declined?.isOwn, asked?.author]).toEqual(["proposal_declined", false, "Jan Kowal"]);
  });

  test("the organizer's own date answers the question, too", async () => {
    const { scope, body, task } = await aTask();
    await answerTask(body.desk, task.id, 1, asking, LATER);
    await extendTask(scope, task.id, 2, { dueOn: calendarDate("2026-05-15"), text: "Krócej." }, LATER);
    expect(await getTask(scope, task.id)).toMatchObject({ dueOn: "2026-05-15", proposedDueOn: null });
  });

  test("a body gives itself no date, by any command", async () => {
    const { scope, body, task } = await aTask();
    await answerTask(body.desk, task.id, 1, asking, LATER);
    const own = { dueOn: JUNE, text: "x" };
    for (const call of [
      () => extendTask(body.desk, task.id, 2, own, LATER),
      () => grantDate(body.desk, task.id, 2, LATER),
      () => declineDate(body.desk, task.id, 2, own, LATER),
      () => insistOnTask(body.desk, task.id, 2, own, LATER),
      () => prioritizeTask(body.desk, task.id, 2, true, LATER),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404 });
    expect(await getTask(scope, task.id)).toMatchObject({ dueOn: "2026-04-20", version: 2 });
  });
});

describe("not ours", () => {
  test("with the next body: passed on at once, a new clock, and never back into the chain", async () => {
    const first = await aTask({ priority: true });
    const { scope, body, task } = first;
    const second = await aBody(scope, "Zarząd Dróg Powiatowych");
    const third = await aBody(scope, "GDDKiA");
    const say = { answer: "not_ours", text: "", ...signature } as const;
    const passed = await answerTask(body.desk, task.id, 1, { ...say, toBodyId: second.id }, LATER);
    expect(passed).toMatchObject({ ok: true });
    const [next] = await listDeskTasks(scope, second.id);
    expect(next).toMatchObject({
      state: "new",
      dueBasis: "art_244",
      dueOn: "2026-05-04",
      dueFrom: "2026-04-02",
      priority: true,
    });
    expect(await getTask(scope, task.id)).toMatchObject({ state: "transferred", priority: false, firstHeardAt: LATER });

    const back = { ...say, toBodyId: body.id };
    const id = next?.id ?? "";
    expect(await answerTask(second.desk, id, 1, back, LATER)).toEqual({ ok: false, reason: "in_chain" });
    expect(await answerTask(second.desk, id, 1, { ...say, toBodyId: third.id }, LATER)).toMatchObject({ ok: true });
    const chain = (await listChain(scope, task.id)).map(({ ownerName }) => ownerName);
    expect(chain).toEqual([body.name, "Zarząd Dróg Powiatowych", "GDDKiA"]);
    expect(await listPriorities(scope, task.debateId)).toHaveLength(1);
  });

  test("without one: only with a reason; flagged, no reminders, and the organizer insists or passes it on", async () => {
    const { scope, body, task } = await aTask();
    const say = { answer: "not_ours", ...signature } as const;
    const nothing = await answerTask(body.desk, task.id, 1, { ...say, text: "" }, LATER);
    expect(nothing).toEqual({ ok: false, reason: "body_or_reason" });
    await answerTask(body.desk, task.id, 1, { ...say, text: "Park jest powiatowy." }, LATER);
    expect(await getTask(scope, task.id)).toMatchObject({
      disownedAt: LATER,
      disownedReason: "Park jest powiatowy.",
      state: "new",
    });
    expect(await listTasks(scope, { show: "disowned" }, LATER)).toMatchObject([{ id: task.id }]);
    expect(await remindOwner(scope, task.id, LATER)).toEqual({ ok: false, reason: "our_turn" });

    await insistOnTask(scope, task.id, 2, { text: "Park należy do gminy." }, LATER);
    expect(await getTask(scope, task.id)).toMatchObject({ disownedAt: null, version: 3 });
    expect(await insistOnTask(scope, task.id, 3, { text: "x" }, LATER)).toEqual({ ok: false, reason: "not_disowned" });

    await answerTask(body.desk, task.id, 3, { ...say, text: "Nadal nie." }, LATER);
    const other = await aBody(scope);
    expect(await transferTask(scope, task.id, 4, { toBodyId: other.id, text: "Starostwo." }, LATER)).toMatchObject({
      ok: true,
    });
    expect(await getTask(scope, task.id)).toMatchObject({ state: "transferred", disownedAt: null });
  });
});

describe("races", () => {
  test("two confirm at once: it happens once, and the other is told", async () => {
    const { scope, body, task } = await aTask();
    await answerTask(body.desk, task.id, 1, { answer: "reported_done", text: "Wymieniono.", ...signature }, LATER);
    const confirm = (version?: number) => moveTask(scope, task.id, version, { to: "confirmed", text: "" }, LATER);
    const outcomes = await Promise.all([confirm(2), confirm(2), confirm()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.reason));
    expect(reasons.every((reason) => reason === "stale" || reason === "not_possible")).toBe(true);
    const { entries, version } = await getTask(scope, task.id);
    expect([entries.filter(({ toState }) => toState === "confirmed").length, version]).toEqual([1, 3]);
  });

  test("granted and declined at once: one of both", async () => {
    const { scope, body, task } = await aTask();
    await answerTask(body.desk, task.id, 1, asking, LATER);
    const outcomes = await Promise.all([
      grantDate(scope, task.id, 2, LATER),
      declineDate(scope, task.id, 2, { text: "Nie." }, LATER),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await getTask(scope, task.id)).entries).toHaveLength(3);
  });

  test("five want to come first at once: three do", async () => {
    const { scope, debateId, body, task } = await aTask();
    const made = [task.id];
    for (let i = 0; i < 4; i++) made.push((await aTask({}, { scope, debateId, body })).task.id);
    const outcomes = await Promise.all(made.map((id) => prioritizeTask(scope, id, 1, true, LATER)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await listPriorities(scope, debateId)).toHaveLength(3);
    const motion = await anAdmittedMotion(scope, debateId);
    const fourth = {
      ...{ motionIds: [motion.id], title: "Czwarty", ownerBodyId: body.id, dueOn: JUNE },
      ...{ dueBasis: "courtesy" as const, priority: true },
    };
    expect(await giveTask(scope, debateId, fourth, LATER)).toEqual({ ok: false, reason: "too_many_priorities" });
    const [first] = await listPriorities(scope, debateId);
    await prioritizeTask(scope, first?.id ?? "", 2, false, LATER);
    expect(await giveTask(scope, debateId, fourth, LATER)).toMatchObject({ ok: true });
    expect((await listDeskTasks(scope, body.id)).map(({ priority }) => priority)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test("news with a number; what was called done is whole", async () => {
  const { scope, body, task } = await aTask();
  const news = { answer: "in_progress", text: "", ...signature } as const;
  await answerTask(body.desk, task.id, 1, { ...news, progress: 30 }, LATER);
  expect(await getTask(scope, task.id)).toMatchObject({ state: "in_progress", progress: 30, firstHeardAt: LATER });
  const empty = await answerTask(body.desk, task.id, 2, { ...news, progress: null }, LATER);
  expect(empty).toEqual({ ok: false, reason: "news_required" });
  const again = new Date("2026-04-05T08:00:00Z");
  await answerTask(body.desk, task.id, 2, { answer: "reported_done", text: "Gotowe.", ...signature }, again);
  const done = await getTask(scope, task.id);
  expect(done).toMatchObject({ progress: 100, firstHeardAt: LATER, heardAt: again });
  expect(done.entries.map(({ progress, authorPost }) => [progress, authorPost])).toEqual([
    [null, "kierownik referatu"],
    [30, "kierownik referatu"],
    [null, ""],
  ]);
});

test("what is confirmed, refused or passed on takes no more proof from its body, whatever a form sends", async () => {
  for (const to of ["confirmed", "refused"] as const) {
    const { scope, body, task } = await aTask();
    await moveTask(scope, task.id, undefined, { to, text: "Tak." }, LATER);
    const bytes = new Uint8Array([1]);
    const file = { title: "Plik", fileName: "a.pdf", mediaType: "application/pdf", width: null, height: null } as const;
    const files = [{ ...file, bytes, sha256: "a" }];
    const answered = await answerTask(body.desk, task.id, undefined, { answer: "evidence", text: "", files }, LATER);
    expect(answered).toEqual({ ok: false, reason: "not_possible" });
    expect(await listEvidence(scope, [task.id])).toEqual([]);
  }
});
