import { expect, test } from "vitest";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { linkTask } from "~/domain/motions/commands.server";
import { countMatters, findProgress, listProgress } from "~/domain/tasks/queries.progress.server";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate } from "../../setup/factories.motions";

test("how a matter goes on is known in its own unit only, and of what is secret not at all", async () => {
  const [home, other] = [await aUnit(), await aUnit()];
  const debateId = await anOpenDebate(home.scope);
  const { id, number } = await anAdmittedMotion(home.scope, debateId);
  await linkTask(home.scope, id);

  expect(Object.keys(await listProgress(home.scope, home, debateId))).toEqual([number]);
  expect(await findProgress(home.scope, home, id)).toMatchObject({ href: `/u/${home.slug}/tracker/1-2026-01` });
  expect(await listProgress(other.scope, other, debateId)).toEqual({});
  expect(await countMatters(other.scope, debateId)).toMatchObject({ counts: { all: 0 }, countsOf: {} });
  expect(await findProgress(other.scope, other, id)).toBeNull();

  const secret = await anAdmittedMotion(home.scope, debateId);
  await keepForPolice(home.scope, secret.id);
  await linkTask(home.scope, secret.id);
  expect(await findProgress(home.scope, home, secret.id)).toBeNull();
  expect((await countMatters(home.scope, debateId)).counts.all).toBe(1);
  expect(Object.keys(await listProgress(home.scope, home, debateId))).toEqual([number]);
});
