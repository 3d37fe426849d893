import { expect, test } from "vitest";
import { getAttendanceList } from "~/domain/attendance/queries.list.server";
import { aUnit } from "../../setup/factories";
import { aDebate } from "../../setup/factories.debates";

test("a scope of another unit prints nothing of ours", async () => {
  const { debate } = await aDebate({}, { announced: true });
  const { scope: stranger } = await aUnit();
  await expect(getAttendanceList(stranger, debate.id, 5)).rejects.toMatchObject({ status: 404 });
});
