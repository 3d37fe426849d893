import { expect, test } from "vitest";
import { getSlips } from "~/domain/motions/queries.slips.server";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";

test("a scope of another unit prints nothing of ours", async () => {
  const { debate } = await aDebate({}, { announced: true });
  const { scope: stranger } = await aUnit();
  await expect(getSlips(stranger, debate.id, 5)).rejects.toMatchObject({ status: 404 });
});
