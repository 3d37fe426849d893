import { expect, test } from "vitest";
import { decideMotion } from "~/domain/motions/commands.server";
import { listReferred } from "~/domain/motions/queries.referrals.server";
import { aUnit } from "../../setup/factories";
import { anAdmittedMotion, anOpenDebate } from "../../setup/factories.motions";
import { aBody } from "../../setup/factories.tasks";

test("nobody reads the applicants of another unit", async () => {
  const { scope } = await aUnit();
  const debateId = await anOpenDebate(scope);
  const body = await aBody(scope);
  const motion = await anAdmittedMotion(scope, debateId, { authorName: "Jan" });
  await decideMotion(scope, motion.id, { outcome: "referred", referredToBodyId: body.id });
  expect(await listReferred(scope, debateId)).toMatchObject([{ number: motion.number, authorName: "Jan" }]);
  expect(await listReferred(scope, debateId, "another")).toEqual([]);
  const stranger = await aUnit();
  expect(await listReferred(stranger.scope, debateId)).toEqual([]);
  expect(await listReferred(stranger.scope, debateId, body.id)).toEqual([]);
});
