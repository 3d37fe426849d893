import { expect, test } from "vitest";
import { getScript } from "~/domain/live/queries.script.server";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";

test("a scope of another unit prints nothing of ours", async () => {
  const { debate } = await aDebate({}, { announced: true });
  const { scope: stranger } = await aUnit();
  await expect(getScript(stranger, debate.id)).rejects.toMatchObject({ status: 404 });
});
