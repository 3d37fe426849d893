import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { admitMotion, keepForPolice, mergeMotion, returnMotion } from "~/domain/motions/commands.moderation.server";
import { captureMotion, decideMotion, settleMotion } from "~/domain/motions/commands.server";
import { listDebateMotions } from "~/domain/motions/queries.server";
import { auditTracks } from "~/domain/motions/queries.track.server";
import { extendTask, giveTask, moveTask, transferTask } from "~/domain/tasks/commands.server";
import { listPublicTasks } from "~/domain/tasks/queries.public.server";
import { listTasks } from "~/domain/tasks/queries.server";
import { standing, trackerStateOf } from "~/domain/tasks/rules.tracker";
import { read } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { addDays, calendarDate } from "~/platform/time";
import { motionBodies, motions } from "~db/schema";
import { TASK_STATES } from "~db/vocabulary";
import { aUnit } from "../../setup/factories";
import { aMotion, anAdmittedMotion, anOpenDebate, EVENING } from "../../setup/factories.motions";
import { aBody } from "../../setup/factories.tasks";

const NOW = new Date("2026-04-02T08:00:00Z");
const MOMENTS = [NOW, new Date("2026-05-20T08:00:00Z"), new Date("2027-01-02T08:00:00Z")];
const FIRST = calendarDate("2026-04-20");

const step = fc.record({
  what: fc.constantFrom(
    ...(["submit", "capture", "admit", "hide", "show", "return", "merge", "police"] as const),
    ...(["answer", "refer", "out", "give", "give", "give", "inside", "settle"] as const),
    ...(["move", "move", "move", "move", "extend", "transfer", "transfer"] as const),
  ),
  pick: fc.nat(50),
  other: fc.nat(50),
  state: fc.constantFrom(...TASK_STATES),
  days: fc.nat(80),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Commands in any order; what their rules refuse changes nothing, which is a step, too. */
async function play(scope: Scope, debateId: string, bodies: string[], { what, pick, other, state, days }: Step) {
  const all = await listDebateMotions(scope, debateId);
  const given = await listTasks(scope);
  const motion = all[pick % Math.max(1, all.length)];
  const task = given[pick % Math.max(1, given.length)];
  const body = bodies[other % bodies.length]!;
  const dueOn = addDays(FIRST, days);
  const face = { textPublic: "Tekst.", place: "rynek", category: "LIGHT", kmzb: null, looked: true } as const;
  const give = (internal: boolean) =>
    giveTask(
      scope,
      debateId,
      { motionIds: [motion!.id], title: "Zadanie", ownerBodyId: body, dueOn, dueBasis: "art_244", internal },
      NOW,
    );
  switch (what) {
    case "submit":
      return aMotion(scope, debateId);
    case "capture":
      return captureMotion(scope, debateId, { text: "Z sali.", category: "OTHER", channel: "hall" }, EVENING);
  }
  if (task && what === "move")
    return moveTask(scope, task.id, undefined, { to: state, text: "Tak.", budgetYear: 2027 }, NOW);
  if (task && what === "extend") return extendTask(scope, task.id, undefined, { dueOn, text: "Później." }, NOW);
  if (task && what === "transfer")
    return transferTask(scope, task.id, undefined, { toBodyId: body, text: "Właściwość." }, NOW);
  if (!motion) return;
  switch (what) {
    case "admit":
    case "show":
      return admitMotion(scope, motion.id, { ...face, sensitivity: "public" }, NOW);
    case "hide":
      return admitMotion(scope, motion.id, { ...face, sensitivity: "internal" }, NOW);
    case "return":
      return returnMotion(scope, motion.id, { reason: "Niejasne." }, NOW);
    case "merge":
      return mergeMotion(scope, motion.id, { into: all[other % all.length]!.id }, NOW);
    case "police":
      return keepForPolice(scope, motion.id, {}, NOW);
    case "answer":
      return decideMotion(scope, motion.id, { outcome: "answered_on_spot", answer: "Tak." }, NOW);
    case "refer":
      return decideMotion(scope, motion.id, { outcome: "referred", referredToBodyId: body }, NOW);
    case "out":
      return decideMotion(scope, motion.id, { outcome: "out_of_scope", answer: "Nie." }, NOW);
    case "settle":
      return settleMotion(scope, motion.id, { settlement: days % 2 ? "done" : null }, NOW);
    case "give":
      return give(false);
    case "inside":
      return give(true);
  }
}

/** What everybody may read, from the columns that say so, and the words for it from the tasks. */
async function disagreements(scope: Scope) {
  const rows = await read.select().from(motions).where(eq(motions.organizationId, scope.organizationId));
  const tasks = await listPublicTasks(
    scope,
    rows.map(({ id }) => id),
  );
  const wrong: string[] = [];
  for (const row of rows) {
    const isOpen = row.status === "admitted" && row.sensitivity === "public" && row.outcome !== "merged";
    if (isOpen !== (row.trackState !== null)) wrong.push(`${row.number} public: ${isOpen}, ${row.trackState}`);
    const { trackState, trackDueOn } = row;
    if (trackState === null) continue;
    const own = tasks.filter(({ motionId }) => motionId === row.id);
    for (const now of MOMENTS) {
      const [said, computed] = [standing({ trackState, trackDueOn }, now), trackerStateOf(row, own, now)];
      if (said !== computed) wrong.push(`${row.number}: ${said}, not ${computed}`);
    }
    const bodies = await read
      .select({ id: motionBodies.bodyId })
      .from(motionBodies)
      .where(and(eq(motionBodies.organizationId, scope.organizationId), eq(motionBodies.motionId, row.id)));
    const owners = own.filter(({ state }) => state !== "transferred");
    if (new Set(owners.map(({ ownerName }) => ownerName)).size > bodies.length) wrong.push(`${row.number}: bodies`);
  }
  return wrong;
}

test("whatever is done in whatever order, what is stored for the public list is what follows from the tasks", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const { scope } = await aUnit();
      const debateId = await anOpenDebate(scope);
      const bodies = [(await aBody(scope)).id, (await aBody(scope)).id, (await aBody(scope)).id];
      for (let i = 0; i < 3; i++) await anAdmittedMotion(scope, debateId);
      for (const each of steps) await play(scope, debateId, bodies, each);
      expect(await disagreements(scope)).toEqual([]);
      expect(await auditTracks(scope)).toEqual([]);
      const states = await read
        .selectDistinct({ state: motions.trackState })
        .from(motions)
        .where(eq(motions.organizationId, scope.organizationId));
      for (const { state } of states) seen.add(state ?? "not public");
    }),
    { numRuns: 15 },
  );
  expect(seen.size).toBeGreaterThan(5);
}, 120_000);
