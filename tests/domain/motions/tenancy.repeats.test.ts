import { expect, test } from "vitest";
import { admitMotion, keepForPolice, returnMotion } from "~/domain/motions/commands.moderation.server";
import { dismissRepeat } from "~/domain/motions/commands.repeats.server";
import { countRepeats, listMotionsOfRepeats, listRaisedRepeats } from "~/domain/motions/queries.repeats.server";
import { getMotion } from "~/domain/motions/queries.server";
import { listRepeatsWithTasks } from "~/domain/tasks/queries.repeats.server";
import { aUnit } from "../../setup/factories";
import { aMotion, anOpenDebate, BEFORE, EVENING } from "../../setup/factories.motions";
import { aTask } from "../../setup/factories.tasks";

const LATER = new Date("2026-03-19T10:00:00Z");
const KEY = { category: "LIGHT", placeKey: "lesna" } as const;

async function aStreet() {
  const { scope } = await aUnit();
  const [spring, autumn] = [await anOpenDebate(scope), await anOpenDebate(scope, { topic: "Druga" })];
  const at = (debateId: string, place: string, category: "LIGHT" | "ROAD" = "LIGHT") =>
    aMotion(scope, debateId, { place, category });
  const ids = [await at(spring, "ul. Leśna 3"), await at(autumn, "przy Leśnej"), await at(autumn, "Leśna 17")];
  return { scope, spring, at, ids };
}

test("three of a kind at one place are one alert; other kinds, places and what is given back are not", async () => {
  const { scope, spring, at, ids } = await aStreet();
  for (const place of ["całe miasto", "w mieście", "gmina"]) await at(spring, place);
  for (const place of ["Leśna 1", "Leśna 2"]) await at(spring, place, "ROAD");
  const back = await at(spring, "ul. Leśna");
  await returnMotion(scope, back.id, { reason: "Powtórzenie." }, BEFORE);
  const secret = await at(spring, "ul. Leśna");
  await keepForPolice(scope, secret.id, {}, BEFORE);

  expect(await listRaisedRepeats(scope, EVENING)).toMatchObject([{ ...KEY, many: 3, debates: 2, lastAt: BEFORE }]);
  const found = await listMotionsOfRepeats(scope, [KEY], EVENING);
  expect(found.map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id).sort());
  expect(await countRepeats(scope, await getMotion(scope, ids[2]!.id))).toEqual({ many: 3, debates: 2 });
  expect(await listRaisedRepeats(scope, new Date("2028-04-01T10:00:00Z"))).toEqual([]);
});

test("each with its tasks; a decision hides it until the next motion comes", async () => {
  const { scope, spring, ids } = await aStreet();
  const face = { textPublic: "Ciemno.", place: "Leśna", category: "LIGHT", kmzb: null, sensitivity: "public" } as const;
  await admitMotion(scope, ids[0]!.id, { ...face, looked: true }, BEFORE);
  const { task, body } = await aTask({ motionIds: [ids[0]!.id] }, { scope, debateId: spring });
  const [group] = await listRepeatsWithTasks(scope, EVENING);
  expect(group?.motions.flatMap(({ tasks }) => tasks)).toMatchObject([
    { id: task.id, number: task.number, ownerName: body.name, state: "new" },
  ]);

  expect(await dismissRepeat(scope, { ...KEY, placeKey: "polna" }, "x", EVENING)).toMatchObject({ ok: false });
  expect(await dismissRepeat(scope, KEY, "Lampy w planie na 2027 r.", EVENING)).toMatchObject({ ok: true });
  expect(await listRaisedRepeats(scope, EVENING)).toEqual([]);
  expect(await dismissRepeat(scope, KEY, "x", EVENING)).toEqual({ ok: false, reason: "not_raised" });
  await aMotion(scope, spring, { place: "Leśna 9", category: "LIGHT" }, LATER);
  expect(await listRaisedRepeats(scope, LATER)).toMatchObject([{ ...KEY, many: 4 }]);
  expect(await dismissRepeat(scope, KEY, "Ponownie.", LATER)).toMatchObject({ ok: true });
});

test("another unit sees and dismisses none of ours", async () => {
  const { scope, ids } = await aStreet();
  const { scope: stranger } = await aUnit();
  expect(await listRaisedRepeats(stranger, EVENING)).toEqual([]);
  expect(await listRepeatsWithTasks(stranger, EVENING)).toEqual([]);
  expect(await listMotionsOfRepeats(stranger, [KEY], EVENING)).toEqual([]);
  expect(await countRepeats(stranger, await getMotion(scope, ids[0]!.id))).toEqual({ many: 0, debates: 0 });
  expect(await dismissRepeat(stranger, KEY, "x", EVENING)).toEqual({ ok: false, reason: "not_raised" });
  expect(await listRaisedRepeats(scope, EVENING)).toHaveLength(1);
});
