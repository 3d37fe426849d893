import { announceDebate, holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { openBallot } from "~/domain/evaluation/commands.ballot.server";
import { steerScreen } from "~/domain/evaluation/commands.screen.server";
import { createEvaluation } from "~/domain/evaluation/commands.server";
import { hallTokenOf } from "~/domain/evaluation/gate.server";
import { findBallot } from "~/domain/evaluation/queries.ballot.server";
import { admitMotion } from "~/domain/motions/commands.moderation.server";
import { getMotion } from "~/domain/motions/queries.server";
import type { NewTask } from "~/domain/tasks/commands.server";
import type { Scope } from "~/platform/scope";
import { aUnit } from "./factories";
import { wallClock } from "./factories.debates";
import { anOpenDebate, EVENING } from "./factories.motions";
import { aBody, aTask } from "./factories.tasks";

const NOW = new Date("2026-05-01T08:00:00Z");

type Options = { scope?: Scope; live?: boolean; bodyName?: string };

/** An evening that evaluates an earlier debate: one task and one public motion for each of `tasks`. */
export async function anEvaluation(tasks: Partial<NewTask>[] = [{}], { live = true, ...options }: Options = {}) {
  const scope = options.scope ?? (await aUnit()).scope;
  const earlierId = await anOpenDebate(scope);
  const body = await aBody(scope, options.bodyName ?? "Zarząd Dróg");
  const given = [];
  for (const task of tasks) given.push(await aTask(task, { scope, debateId: earlierId, body }));
  await openDebate(scope, earlierId, EVENING);
  await holdDebate(scope, earlierId, EVENING);
  const created = await createEvaluation(scope, earlierId, { startsAt: wallClock("2026-10-14", "17:00") }, NOW);
  if (!created.ok) throw new Error(created.reason);
  const { id } = created.value;
  await announceDebate(scope, id, NOW);
  if (live) await openDebate(scope, id, wallClock("2026-10-14", "17:00"));
  const debate = await getDebate(scope, id);
  return {
    scope,
    debateId: id,
    earlierId,
    debate,
    body,
    given,
    motions: given.map(({ motion }) => motion),
    screenToken: hallTokenOf("screen", debate, 1),
    voteToken: hallTokenOf("ballot", debate, 1),
  };
}

/** The same with the question open over its first motion. */
export async function anOpenBallot(tasks?: Partial<NewTask>[], options: Options = {}) {
  const evening = await anEvaluation(tasks, options);
  const motionId = evening.motions[0]?.id ?? "";
  const opened = await openBallot(evening.scope, evening.debateId, motionId);
  if (!opened.ok) throw new Error(opened.reason);
  const ballot = await findBallot(evening.scope, evening.debateId, motionId);
  if (!ballot) throw new Error("The ballot is not there");
  return { ...evening, motionId, ballot };
}

/** The office takes a motion out of everything public, although it has a task. */
export async function hideMotion(scope: Scope, id: string, words: { textPublic?: string; place?: string } = {}) {
  const { textPublic, place, category, kmzb } = await getMotion(scope, id);
  const face = { textPublic, place, category, kmzb, ...words, sensitivity: "internal", looked: true } as const;
  const hidden = await admitMotion(scope, id, face);
  if (!hidden.ok) throw new Error(hidden.reason);
}

/** Two screens and a vote, each with something in it that only the office may know. */
export async function aHallWithSecrets(scope: Scope, secret: (what: string) => string) {
  const slide = await anEvaluation([{}], { scope, bodyName: "Zarząd Mostów" });
  const motionId = slide.motions[0]?.id ?? "";
  const hidden = { motionIds: [motionId], title: secret("halltask"), details: secret("halldetails"), internal: true };
  await aTask(hidden, { scope, debateId: slide.earlierId, body: slide.body });
  await steerScreen(scope, slide.debateId, { mode: "slide", motionId });
  const asked = await anOpenBallot([{}], { scope, bodyName: "Zarząd Zieleni" });
  await hideMotion(scope, asked.motionId, { textPublic: secret("halltext"), place: secret("hallplace") });
  return { screens: [slide.screenToken, asked.screenToken], votes: [slide.voteToken, asked.voteToken] };
}
