import { expect, test } from "vitest";
import { closeBallot } from "~/domain/evaluation/commands.ballot.server";
import { finishEvaluation } from "~/domain/evaluation/commands.carry.server";
import { listCarriedHere, listReported } from "~/domain/minutes/queries.reported.server";
import { aUnit } from "../../setup/factories";
import { anOpenBallot } from "../../setup/factories.evaluation";

test("another unit reads nothing of our table of results, nor of what goes on", async () => {
  const { scope, debateId, motionId, given } = await anOpenBallot();
  const heads = { done: 1, partly: 2, not_done: 0 };
  await closeBallot(scope, debateId, motionId, { heads, overruled: null, note: "", text: "Tak." });
  await finishEvaluation(scope, debateId, [{ taskId: given[0]?.task.id ?? "", dueOn: null }]);
  expect(await listReported(scope, debateId)).toMatchObject([{ report: "Tak.", votes: { ...heads, phones: 0 } }]);
  expect(await listCarriedHere(scope, debateId)).toMatchObject([{ hidden: false }]);
  const { scope: foreign } = await aUnit();
  expect(await listReported(foreign, debateId)).toEqual([]);
  expect(await listCarriedHere(foreign, debateId)).toEqual([]);
});
