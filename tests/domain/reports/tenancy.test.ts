import { expect, test } from "vitest";
import { loadAttention } from "~/domain/reports/queries.attention.server";
import { countWork, loadToday } from "~/domain/reports/queries.server";
import { aUnit } from "../../setup/factories";
import { anInvitation } from "../../setup/factories.invitations";
import { aMotion, anOpenDebate, BEFORE, PLANNED } from "../../setup/factories.motions";

test("a stranger's page of today knows nothing of ours", async () => {
  const [ours, stranger] = [(await aUnit()).scope, (await aUnit()).scope];
  const debateId = await anOpenDebate(ours);
  await aMotion(ours, debateId);
  await anInvitation({ scope: ours, debateId, now: PLANNED });

  expect((await loadToday(ours, BEFORE)).matters.length).toBeGreaterThan(0);
  expect(await loadAttention(stranger, BEFORE)).toMatchObject({ motions: [], upcoming: [], failedLetters: 0 });
  expect(await loadToday(stranger, BEFORE)).toMatchObject({ matters: [], next: undefined, figures: { open: 0 } });
  expect((await countWork(ours, BEFORE)).motions).toBe(1);
  expect(await countWork(stranger, BEFORE)).toEqual({ today: 0, motions: 0, tasks: 0 });
});
