import { expect, test } from "vitest";
import { holdDebate } from "~/domain/debates/commands.moves.server";
import { castVote, closeBallot, dropBallot, openBallot } from "~/domain/evaluation/commands.ballot.server";
import { countPhones, findBallot, findVote, listBallots } from "~/domain/evaluation/queries.ballot.server";
import { findScreen } from "~/domain/evaluation/queries.screen.server";
import { NO_VOTES, sumOf } from "~/domain/evaluation/rules.ballot";
import { listDebateEvents } from "~/domain/history/queries.server";
import { getMotion } from "~/domain/motions/queries.server";
import { HALL_VERDICTS, type HallVerdict } from "~db/vocabulary";
import { anOpenBallot } from "../../setup/factories.evaluation";

const heads = (done = 0, partly = 0, not_done = 0) => ({ done, partly, not_done });
const closing = (over = {}) => ({ heads: NO_VOTES, overruled: null, note: "", text: "Stoi.", ...over });

test("the hall answers by phone and by hand, and the motion carries what it said", async () => {
  const { scope, debateId, motionId, ballot } = await anOpenBallot();
  const vote = (deviceHash: string, verdict: HallVerdict) => castVote(scope, ballot.id, { deviceHash, verdict });
  await vote("a", "done");
  await vote("b", "done");
  await vote("c", "partly");
  await vote("c", "not_done"); // has changed its mind
  expect(await countPhones(scope, ballot.id)).toEqual(heads(2, 0, 1));
  expect(await findVote(scope, ballot.id, "c")).toBe("not_done");

  const closed = await closeBallot(scope, debateId, motionId, closing({ heads: heads(1, 4, 0) }));
  expect(closed).toEqual({ ok: true, value: { id: motionId } });
  // 3 : 4 : 1
  expect(await getMotion(scope, motionId)).toMatchObject({
    hallVerdict: "partly",
    reportText: "Stoi.",
    reportedAtDebateId: debateId,
  });
  expect(await listBallots(scope, debateId)).toMatchObject([{ heads: heads(1, 4, 0), phones: heads(2, 0, 1) }]);
  expect(await findScreen(scope, debateId)).toMatchObject({ mode: "result", motionId });
  const actions = (await listDebateEvents(scope, debateId, 20)).map(({ action }) => action);
  expect(actions.filter((action) => /ballot|reported/.test(action))).toEqual(
    expect.arrayContaining(["ballot_closed", "motion_reported", "ballot_opened"]),
  );
});

test("a vote after the closing is refused and counts for nothing, also behind an old page", async () => {
  const { scope, debateId, motionId, ballot } = await anOpenBallot();
  await castVote(scope, ballot.id, { deviceHash: "a", verdict: "done" });
  await closeBallot(scope, debateId, motionId, closing());
  const refused = { ok: false, reason: "vote_closed" };
  expect(await castVote(scope, ballot.id, { deviceHash: "b", verdict: "not_done" })).toEqual(refused);
  expect(await castVote(scope, ballot.id, { deviceHash: "a", verdict: "not_done" })).toEqual(refused);
  expect(await countPhones(scope, ballot.id)).toEqual(heads(1));
  expect(await closeBallot(scope, debateId, motionId, closing())).toEqual({ ok: false, reason: "not_open" });

  // Asked again, the same phones may answer anew.
  expect((await openBallot(scope, debateId, motionId)).ok).toBe(true);
  expect((await castVote(scope, ballot.id, { deviceHash: "a", verdict: "partly" })).ok).toBe(true);
  await holdDebate(scope, debateId);
  expect(await castVote(scope, ballot.id, { deviceHash: "b", verdict: "done" })).toEqual(refused);
  expect((await closeBallot(scope, debateId, motionId, closing())).ok).toBe(true);
  expect((await getMotion(scope, motionId)).hallVerdict).toBe("partly");
});

test("the chair may see it otherwise, with a reason that stands in the report", async () => {
  const { scope, debateId, motionId, ballot } = await anOpenBallot();
  await castVote(scope, ballot.id, { deviceHash: "a", verdict: "done" });
  const overruled = "partly" as const;
  expect(await closeBallot(scope, debateId, motionId, closing({ overruled }))).toMatchObject({
    reason: "note_missing",
  });
  await closeBallot(scope, debateId, motionId, closing({ overruled, note: "Druga latarnia nie świeci" }));
  expect(await getMotion(scope, motionId)).toMatchObject({
    hallVerdict: "partly",
    reportText: "Stoi. Ocenę ustalił prowadzący: Druga latarnia nie świeci.",
  });
});

test("one question at a time; one that nobody answered may be taken back", async () => {
  const { scope, debateId, motionId, motions } = await anOpenBallot([{}, {}]);
  const other = motions[1]?.id ?? "";
  expect(await openBallot(scope, debateId, motionId)).toMatchObject({ reason: "already_open" });
  expect(await openBallot(scope, debateId, other)).toMatchObject({ reason: "other_open" });
  expect(await closeBallot(scope, debateId, motionId, closing())).toMatchObject({ reason: "no_votes" });
  expect((await dropBallot(scope, debateId, motionId)).ok).toBe(true);
  expect(await findBallot(scope, debateId, motionId)).toBeUndefined();
  expect((await openBallot(scope, debateId, other)).ok).toBe(true);
});

test("sixty phones vote twice each while somebody closes: what was acknowledged is counted, once", async () => {
  const { scope, debateId, motionId, ballot } = await anOpenBallot();
  const phones = Array.from({ length: 60 }, (_, i) => `phone ${i}`);
  const vote = (deviceHash: string, i: number) =>
    castVote(scope, ballot.id, { deviceHash, verdict: HALL_VERDICTS[i % 3] ?? "done" });
  const first = phones.flatMap((phone, i) => (i < 30 ? [vote(phone, i), vote(phone, i)] : []));
  const close = Promise.resolve().then(() =>
    closeBallot(scope, debateId, motionId, closing({ heads: heads(100, 0, 0) })),
  );
  const second = phones.flatMap((phone, i) => (i >= 30 ? [vote(phone, i), vote(phone, i)] : []));
  const votes = await Promise.all([...first, ...second]);
  expect(await close).toMatchObject({ ok: true });

  const acknowledged = phones.filter((_, i) => votes[2 * i]?.ok || votes[2 * i + 1]?.ok);
  const counted = await countPhones(scope, ballot.id);
  expect(sumOf(counted)).toBe(acknowledged.length);
  for (const [i, verdict] of HALL_VERDICTS.entries())
    expect(counted[verdict]).toBe(acknowledged.filter((phone) => Number(phone.split(" ")[1]) % 3 === i).length);
  const refused = votes.filter((each) => !each.ok);
  expect(refused.every((each) => !each.ok && each.reason === "vote_closed")).toBe(true);
});

test("a result of raised hands, opened again, is not put away with its count", async () => {
  const { scope, debateId, motionId } = await anOpenBallot();
  expect((await closeBallot(scope, debateId, motionId, closing({ heads: heads(2, 1, 9) }))).ok).toBe(true);
  expect((await openBallot(scope, debateId, motionId)).ok).toBe(true);
  expect(await dropBallot(scope, debateId, motionId)).toMatchObject({ reason: "not_open" });
  expect(await findBallot(scope, debateId, motionId)).toMatchObject({ headsNotDone: 9 });
  expect((await getMotion(scope, motionId)).hallVerdict).toBe("not_done");
});
