import { expect, test } from "vitest";
import { listAgenda } from "~/domain/agenda/queries.server";
import { announceDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { findPair, getDebate } from "~/domain/debates/queries.server";
import { createEvaluation, saveReports } from "~/domain/evaluation/commands.server";
import { loadPlan, loadReports } from "~/domain/evaluation/queries.page.server";
import { findEvaluation, listEarlierMotions } from "~/domain/evaluation/queries.server";
import { listInvitations } from "~/domain/invitations/queries.server";
import { getMotion } from "~/domain/motions/queries.server";
import { anOfficeHolder, wallClock } from "../../setup/factories.debates";
import { EVENING } from "../../setup/factories.motions";
import { aTask } from "../../setup/factories.tasks";

const NOW = new Date("2026-05-01T08:00:00Z");
const PLAN = { startsAt: wallClock("2026-10-14", "17:00") };

async function aHeldDebate() {
  const made = await aTask();
  await openDebate(made.scope, made.debateId, EVENING);
  await holdDebate(made.scope, made.debateId, EVENING);
  return made;
}

test("one action makes the evaluation: agenda of the owners, drafts for them, the same hall", async () => {
  const { scope, debateId, body } = await aHeldDebate();
  const { bodyId } = await anOfficeHolder(scope, { bodyName: "Zarząd Dróg Powiatowych", title: "Dyrektor" });
  await aTask({ ownerBodyId: bodyId }, { scope, debateId });
  await aTask({ internal: true }, { scope, debateId });
  expect((await loadPlan(scope, await getDebate(scope, debateId))).items).toHaveLength(6);

  const created = await createEvaluation(scope, debateId, PLAN, NOW);
  if (!created.ok) throw new Error(created.reason);
  const { id } = created.value;
  expect(await getDebate(scope, id)).toMatchObject({
    kind: "evaluation",
    status: "draft",
    evaluatesDebateId: debateId,
    topic: "Ewaluacja: Bezpieczny ruch drogowy i porządek w mieście",
    venueName: "Gminny Ośrodek Kultury",
    startsAt: PLAN.startsAt,
    endsAt: wallClock("2026-10-14", "17:50"),
  });
  const titles = (await listAgenda(scope, id)).map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining([`Realizacja zadań: ${body.name}`, "Realizacja zadań: Zarząd Dróg Powiatowych"]),
  );
  const guests = await listInvitations(scope, id);
  expect(guests.map(({ bodyName, status }) => [bodyName, status]).sort()).toEqual(
    [
      [body.name, "draft"],
      ["Zarząd Dróg Powiatowych", "draft"],
    ].sort(),
  );
  expect(await findEvaluation(scope, debateId)).toMatchObject({ id });
  expect(await createEvaluation(scope, debateId, PLAN, NOW)).toEqual({ ok: false, reason: "exists" });
});

test("the initiating debate of the same evening comes with it, and both point at each other", async () => {
  const { scope, debateId } = await aHeldDebate();
  const pair = { after: 15, topic: "Nowe sprawy" };
  const created = await createEvaluation(scope, debateId, { ...PLAN, pair }, NOW);
  if (!created.ok) throw new Error(created.reason);
  const evaluation = await getDebate(scope, created.value.id);
  const other = await findPair(scope, evaluation);
  expect(other).toMatchObject({ kind: "initiating", topic: "Nowe sprawy", number: evaluation.number + 1 });
  expect(other?.startsAt).toEqual(new Date(evaluation.endsAt.getTime() + 15 * 60_000));
  const initiating = await getDebate(scope, other?.id ?? "");
  expect(initiating).toMatchObject({ status: "draft", pairedDebateId: evaluation.id, venueName: evaluation.venueName });
  expect((await listAgenda(scope, initiating.id)).at(-1)?.endsAt).toEqual(initiating.endsAt);
  expect(await findPair(scope, evaluation, { announced: true })).toBeNull();

  // Both or none: the second would begin three years ahead, the first one minute before that.
  const far = await aHeldDebate();
  const edge = wallClock("2029-05-03", "23:20");
  expect(await createEvaluation(far.scope, far.debateId, { startsAt: edge, pair: { after: 180 } }, NOW)).toEqual({
    ok: false,
    reason: "start_too_far",
  });
  expect(await findEvaluation(far.scope, far.debateId)).toBeUndefined();
});

test("nothing to evaluate: not held yet, or no promise that may be spoken of", async () => {
  const early = await aTask();
  expect(await createEvaluation(early.scope, early.debateId, PLAN, NOW)).toEqual({ ok: false, reason: "not_held" });
  const secret = await aTask({ internal: true });
  await openDebate(secret.scope, secret.debateId, EVENING);
  await holdDebate(secret.scope, secret.debateId, EVENING);
  expect(await createEvaluation(secret.scope, secret.debateId, PLAN, NOW)).toEqual({ ok: false, reason: "no_tasks" });
});

test("the table of the evening is saved at once, and a stale row writes nothing", async () => {
  const { scope, debateId, motion, body } = await aHeldDebate();
  const second = await aTask({}, { scope, debateId, body });
  const created = await createEvaluation(scope, debateId, PLAN, NOW);
  if (!created.ok) throw new Error(created.reason);
  const { id } = created.value;
  const row = (motionId: string, version: number, text = "", verdict: "done" | "partly" | null = null) => ({
    motionId,
    version,
    text,
    verdict,
  });
  const [a, b] = (await listEarlierMotions(scope, debateId)).map(({ version }) => version) as [number, number];
  await announceDebate(scope, id, NOW);
  await openDebate(scope, id, PLAN.startsAt);
  const first = await saveReports(
    scope,
    id,
    [row(motion.id, a, "Latarnie stoją.", "done"), row(second.motion.id, b)],
    NOW,
  );
  expect(first).toEqual({ ok: true, value: { id, reported: 1 } });
  expect(await getMotion(scope, motion.id)).toMatchObject({
    reportedAtDebateId: id,
    reportText: "Latarnie stoją.",
    hallVerdict: "done",
  });
  const { motions, earlier } = await loadReports(scope, debateId);
  expect(earlier).toEqual({ number: 1, year: 2026 });
  expect(motions.map(({ reportText, tasks }) => [reportText, tasks[0]?.body])).toEqual([
    ["Latarnie stoją.", body.name],
    ["", body.name],
  ]);

  const late = [row(motion.id, a, "Nie stoją.", "partly"), row(second.motion.id, b, "W toku.")];
  expect(await saveReports(scope, id, late, NOW)).toEqual({ ok: false, reason: "stale" });
  expect((await getMotion(scope, second.motion.id)).reportText).toBe("");
  expect(await saveReports(scope, debateId, late, NOW)).toEqual({ ok: false, reason: "other_debate" });
});
