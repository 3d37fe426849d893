import { expect, test } from "vitest";
import { castVote, closeBallot, dropBallot, openBallot } from "~/domain/evaluation/commands.ballot.server";
import { putOnScreen, renewScreen, steerScreen } from "~/domain/evaluation/commands.screen.server";
import {
  countPhones,
  findBallot,
  findForHall,
  findOpenBallot,
  findVote,
  getBallot,
  listBallots,
  listForHall,
} from "~/domain/evaluation/queries.ballot.server";
import { getHallDesk } from "~/domain/evaluation/queries.hall.server";
import { findScreen, getHallScreen, pulseOfScreen } from "~/domain/evaluation/queries.screen.server";
import { getVotePage, pulseOfVote } from "~/domain/evaluation/queries.vote.server";
import { NO_VOTES } from "~/domain/evaluation/rules.ballot";
import { inTransaction } from "~/platform/db.server";
import { aUnit } from "../../setup/factories";
import { anOpenBallot } from "../../setup/factories.evaluation";

const GONE = { status: 404 };

test("another unit sees nothing of our hall, and steers nothing", async () => {
  const { scope, debateId, debate, motionId, ballot } = await anOpenBallot();
  await castVote(scope, ballot.id, { deviceHash: "a", verdict: "done" });
  const { scope: foreign } = await aUnit();
  expect(await listForHall(foreign, debate)).toEqual([]);
  expect(await findForHall(foreign, debate, motionId)).toBeUndefined();
  expect(await findBallot(foreign, debateId, motionId)).toBeUndefined();
  expect(await findOpenBallot(foreign, debateId)).toBeUndefined();
  expect(await countPhones(foreign, ballot.id)).toEqual(NO_VOTES);
  expect(await listBallots(foreign, debateId)).toEqual([]);
  expect(await findVote(foreign, ballot.id, "a")).toBeNull();
  expect(await findScreen(foreign, debateId)).toMatchObject({ mode: "agenda", version: 0 });
  expect(await pulseOfVote(foreign, debateId)).toBe("1..-");
  expect(await pulseOfScreen(foreign, debateId)).not.toBe(await pulseOfScreen(scope, debateId));
  expect((await getVotePage(foreign, debate, undefined)).ballot).toBeNull();
  await expect(getBallot(foreign, ballot.id)).rejects.toMatchObject(GONE);
  await expect(getHallDesk(foreign, debateId)).rejects.toMatchObject(GONE);
  await expect(getHallScreen(foreign, debate)).rejects.toMatchObject(GONE);

  const closing = { heads: NO_VOTES, overruled: null, note: "", text: "" };
  await expect(openBallot(foreign, debateId, motionId)).rejects.toMatchObject(GONE);
  await expect(castVote(foreign, ballot.id, { deviceHash: "b", verdict: "done" })).rejects.toMatchObject(GONE);
  expect(await closeBallot(foreign, debateId, motionId, closing)).toMatchObject({ ok: false });
  expect(await dropBallot(foreign, debateId, motionId)).toMatchObject({ ok: false });
  await expect(steerScreen(foreign, debateId, { mode: "blank", motionId: null })).rejects.toMatchObject(GONE);
  await expect(renewScreen(foreign, debateId)).rejects.toMatchObject(GONE);
  await expect(
    inTransaction(() => putOnScreen(foreign, debateId, { mode: "blank", motionId: null })),
  ).rejects.toThrow();
  expect(await findScreen(scope, debateId)).toMatchObject({ mode: "ballot", motionId, generation: 1 });
  expect(await countPhones(scope, ballot.id)).toMatchObject({ done: 1 });
});
