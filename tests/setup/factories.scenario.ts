import { afterAll, expect, vi } from "vitest";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { captureInHall } from "~/domain/live/commands.server";
import { keepForPolice, mergeMotion } from "~/domain/motions/commands.moderation.server";
import { decideMotion } from "~/domain/motions/commands.server";
import { startSession } from "~/platform/session.server";
import * as desk from "~/routes/b.$token";
import * as debateTasks from "~/routes/o.$unit.debates.$id.tasks";
import * as taskRoute from "~/routes/o.$unit.tasks.$id";
import type { DebateKind, DueBasis, MotionCategory, RaisedBy } from "~db/vocabulary";
import { aUnit } from "./factories";
import { wallClock } from "./factories.debates";
import { anOpenDebate } from "./factories.motions";
import { aMember, doorArgs } from "./factories.organizations";
import { aBody } from "./factories.tasks";
import { visit } from "./site";

// An evening of the scenarios, and its tasks through the doors that people use, each on its own day.

/** "2026-03-18 17:00" on the wall clock in Poland: what every door takes for now. */
export function at(moment: string) {
  const [day = "", time = ""] = moment.split(" ");
  vi.useFakeTimers({ toFake: ["Date"], now: wallClock(day, time) });
}
afterAll(() => void vi.useRealTimers());

/** As somebody reads it: without tags, with plain spaces. */
export const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|\u00ad/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ");

/** Columns of a scenario's table: nr, kat., miejsce, treść, wynik. */
type Result =
  | { task: string }
  | { refer: string; task: string }
  | { spot: string }
  | "police"
  | "out"
  | { dup: number };
export type Raised = [category: MotionCategory, place: string, text: string, result: Result];

type Said =
  /** At the body's desk, signed; `grant` is the organizer's click that follows. */
  | { on: string; desk: Record<string, string>; by: string; grant?: string }
  | { on: string; office: Record<string, string> };
export type Promised = {
  key: string;
  title: string;
  owner: string;
  with?: string[];
  /** A day of the form; left empty where the statute sets it. */
  dueOn?: string;
  basis: DueBasis;
  dueFrom?: string;
  priority?: true;
  said: Said[];
};

type Plan = {
  number: number;
  kind?: DebateKind;
  topic: string;
  day: string;
  from: string;
  to: string;
  raised: readonly Raised[];
  promised: readonly Promised[];
};

export async function aScenarioUnit(slug: string) {
  at("2025-01-07 09:00");
  const unit = await aUnit({ slug });
  const { userId, scope } = await aMember("organizer", { unit });
  const known = new Map<string, Awaited<ReturnType<typeof aBody>>>();
  const body = async (name: string) => {
    const found = known.get(name) ?? (await aBody(unit.scope, name));
    known.set(name, found);
    return found;
  };
  /** Signed in anew each time: a session does not last for weeks. */
  const cookie = async () => (await startSession(userId)).split(";")[0] ?? "";
  const office = async (path: string) => (await visit(`/o/${slug}${path}`, { cookie: await cookie() })).text();
  return { slug, scope, body, cookie, office, read: async (path: string) => (await visit(path)).text() };
}
export type ScenarioUnit = Awaited<ReturnType<typeof aScenarioUnit>>;

const locationOf = (answer: unknown) => {
  if (!(answer instanceof Response)) expect.fail(JSON.stringify(answer));
  expect(answer.status).toBe(303);
  return answer.headers.get("Location") ?? "";
};
const versionIn = (html: string) => /name="_version"[^>]*value="(\d+)"/.exec(html)?.[1] ?? "";

/**
 * Held as its tables tell it; its tasks are given at the end of the evening, in their order. `planned` is a debate that
 * is announced already, and what else happens in its hall.
 */
export async function anEveningOf(
  unit: ScenarioUnit,
  plan: Plan,
  planned?: { id: string; during: () => Promise<void> },
) {
  const { scope, slug, body, cookie } = unit;
  const { number, kind = "initiating", topic, day, from, to, raised, promised } = plan;
  const hours = { startsAt: wallClock(day, from), endsAt: wallClock(day, to) };
  const before = new Date(hours.startsAt.getTime() - 30 * 86_400_000);
  const id = planned?.id ?? (await anOpenDebate(scope, { number, kind, topic, ...hours }, before));
  at(`${day} ${from}`);
  await openDebate(scope, id);
  const motions: { id: string; result: Result }[] = [];
  for (const [category, place, text, result] of raised) {
    const by: RaisedBy = "resident";
    const words = { text, place, category, kmzb: null, raisedBy: by, channel: "hall", looked: true } as const;
    const captured = await captureInHall(scope, id, words);
    if (!captured.ok) throw new Error(captured.reason);
    motions.push({ id: captured.value.id, result });
  }
  at(`${day} ${to}`);
  for (const { id: motionId, result } of motions) {
    const decided = await decide(unit, motionId, result, (no) => motions[no - 1]?.id ?? "");
    if (decided && !decided.ok) throw new Error(decided.reason);
  }
  const tasks = new Map<string, string>();
  for (const task of promised) {
    const owed = motions.filter(
      ({ result }) => typeof result === "object" && "task" in result && result.task === task.key,
    );
    const fields = {
      "motionIds[]": owed.map((motion) => motion.id),
      title: task.title,
      ownerBodyId: (await body(task.owner)).id,
      "supporterIds[]": await Promise.all((task.with ?? []).map(async (name) => (await body(name)).id)),
      dueOn: task.dueOn ?? "",
      dueBasis: task.basis,
      dueFrom: task.dueFrom ?? "",
      ...(task.priority && { priority: "on" }),
      _key: crypto.randomUUID(),
    };
    const given = await debateTasks.action(
      doorArgs("/o/x", { cookie: await cookie(), params: { unit: slug, id }, fields }),
    );
    tasks.set(task.key, locationOf(given).split("/").at(-1) ?? "");
  }
  await planned?.during();
  await holdDebate(scope, id);
  const said = promised.flatMap(({ key, owner, said }) =>
    said.map((word) => ({ ...word, owner, id: tasks.get(key) ?? "" })),
  );
  for (const word of said.sort((a, b) => a.on.localeCompare(b.on))) await say(unit, word);
  return { debate: await getDebate(scope, id), motions, task: (key: string) => tasks.get(key) ?? "" };
}

async function decide({ scope, body }: ScenarioUnit, id: string, result: Result, numbered: (no: number) => string) {
  if (result === "police") return keepForPolice(scope, id, { reason: "Dane o konkretnym mieszkaniu lub rodzinie." });
  if (result === "out") return decideMotion(scope, id, { outcome: "out_of_scope", answer: "Wskazano Urząd Miasta." });
  if ("spot" in result)
    return decideMotion(scope, id, { outcome: "answered_on_spot", answer: result.spot, answeredBy: "Policja" });
  if ("dup" in result) return mergeMotion(scope, id, { into: numbered(result.dup) });
  if (!("refer" in result)) return;
  const referredToBodyId = (await body(result.refer)).id;
  return decideMotion(scope, id, {
    outcome: "referred",
    referredToBodyId,
    answer: "Według właściwości.",
    passedOn: true,
  });
}

/** One form, read off the page as it is on that day, filled in and sent. */
async function say(unit: ScenarioUnit, word: Said & { id: string; owner: string }) {
  at(word.on);
  const { slug, body, cookie, office, read } = unit;
  const post = async (fields: Record<string, string>) => {
    const _version = versionIn(await office(`/tasks/${word.id}`));
    const sent = { ...fields, _version, _key: crypto.randomUUID() };
    locationOf(
      await taskRoute.action(
        doorArgs("/o/x", { cookie: await cookie(), params: { unit: slug, id: word.id }, fields: sent }),
      ),
    );
  };
  if ("office" in word) return post({ do: "move", text: "", ...word.office });
  const { token } = await body(word.owner);
  const _version = versionIn(await read(`/b/${token}?zadanie=${word.id}`));
  const signed = { author: word.by, authorPost: "w imieniu podmiotu", text: "" };
  const fields = { taskId: word.id, ...signed, ...word.desk, _version, _key: crypto.randomUUID() };
  locationOf(await desk.action(doorArgs(`/b/${token}`, { params: { token }, fields })));
  if (!word.grant) return;
  at(word.grant);
  await post({ do: "grant" });
}
