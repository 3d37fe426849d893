import { expect, test } from "vitest";
import { giveOpinion, markAsked } from "~/domain/followers/commands.opinions.server";
import {
  changeSupport,
  confirmFollow,
  endFollow,
  followLeading,
  requestFollow,
} from "~/domain/followers/commands.server";
import { findNews, findReportedAt, findTold, listFollowers } from "~/domain/followers/queries.notices.server";
import {
  countOpinions,
  findAskable,
  findQuestion,
  findVoter,
  getVoter,
  listAsked,
  listOpinions,
  listVoices,
} from "~/domain/followers/queries.opinions.server";
import { getFollowerPage } from "~/domain/followers/queries.page.server";
import {
  countRequests,
  countSupporters,
  findFollower,
  findPublicMatter,
  findRaised,
  getFollowable,
  getFollower,
  getSender,
} from "~/domain/followers/queries.server";
import { readDoubts, readVoices } from "~/domain/followers/queries.voices.server";
import { inTransaction } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { aUnit } from "../../setup/factories";
import { aFollower } from "../../setup/factories.followers";
import { anAdmittedMotion, anOpenDebate } from "../../setup/factories.motions";

const key = { debate: 1, year: 2026, sequence: 1 };

test("who follows what is known, and changed, in its own unit only", async () => {
  const [home, other] = [await aUnit(), await aUnit({ name: "Obca" })];
  const debateId = await anOpenDebate(home.scope);
  const author = "autor@dom.test";
  const { id: motionId } = await anAdmittedMotion(home.scope, debateId, { authorEmail: author });
  const { id, email } = await aFollower(home.scope, motionId, { supports: true });
  const now = new Date();

  expect(await getFollowable(home.scope, key)).toMatchObject({ id: motionId });
  expect(await findPublicMatter(home.scope, motionId)).toMatchObject({ id: motionId });
  expect(await getFollower(home.scope, id)).toMatchObject({ email, supports: true });
  expect(await getFollowerPage(home.scope, id, now)).toMatchObject({ supports: true });
  expect(await findFollower(home.scope, motionId, email)).toMatchObject({ id });
  expect(await countRequests(home.scope, email, now)).toBe(1);
  expect(await countSupporters(home.scope, [motionId])).toEqual(new Map([[motionId, 1]]));
  expect(await findRaised(home.scope, { motionId, debateId }, author)).toBe(motionId);
  expect(await getSender(other.scope)).toMatchObject({ name: "Obca" });

  const { scope } = other;
  const foreign = [
    () => getFollowable(scope, key),
    () => getFollower(scope, id),
    () => getFollowerPage(scope, id, now),
    () => requestFollow(scope, motionId, { email: "ktos@dom.test", supports: true }),
    () => confirmFollow(scope, id, { supports: false }),
    () => changeSupport(scope, id, { supports: false }),
    () => endFollow(scope, id),
  ];
  for (const ask of foreign) await expect(ask()).rejects.toMatchObject({ status: 404 });
  const voter = mintScope(home.scope.organizationId, `follower:${id}`);
  const intruder = mintScope(scope.organizationId, `follower:${id}`);
  const matter = { id: motionId, debateId };
  expect(await findVoter(voter)).toMatchObject({ motionId });
  expect(await getVoter(voter)).toMatchObject({ voter: `follower:${id}` });
  expect(await findQuestion(voter)).toBeNull();
  expect(await findAskable(home.scope, motionId)).toMatchObject({ askedAt: null });
  expect((await listAsked(home.scope, matter)).supporters).toMatchObject([{ id }]);
  expect(await listFollowers(home.scope, motionId)).toMatchObject([{ id }]);
  expect(await findNews(home.scope, motionId)).toMatchObject({ steps: [] });
  expect(await listVoices(home.scope, [motionId])).toMatchObject([{ supporters: 1 }]);
  await expect(findVoter(intruder)).rejects.toMatchObject({ status: 404 });
  await expect(getVoter(intruder)).rejects.toMatchObject({ status: 404 });
  await expect(findQuestion(intruder)).rejects.toMatchObject({ status: 404 });
  await expect(giveOpinion(intruder, { verdict: "done", note: "" })).rejects.toMatchObject({ status: 404 });
  expect(await inTransaction(() => markAsked(scope, motionId, [id], now))).toBe(false);
  expect(await findAskable(scope, motionId)).toBeUndefined();
  expect(await listAsked(scope, matter)).toEqual({ authors: [], supporters: [] });
  expect(await listFollowers(scope, motionId)).toEqual([]);
  expect(await findNews(scope, motionId)).toBeUndefined();
  expect(await findReportedAt(scope, motionId)).toBeNull();
  expect(await findTold(scope, motionId)).toEqual({ told: undefined, isWaiting: false });
  expect(await listVoices(scope, [motionId])).toEqual([]);
  expect(await countOpinions(scope, [motionId])).toEqual(new Map());
  expect(await listOpinions(scope, [motionId])).toEqual([]);
  const row = { id: motionId, askedBy: 1, tasks: [] };
  expect((await readVoices(home.scope, [row])).get(motionId)?.people).toBe("popiera: 1\u00a0osoba");
  expect((await readVoices(scope, [row])).get(motionId)).toEqual({ people: "", sides: "" });
  expect(await readDoubts(scope, [{ id: motionId, state: "reported_done" }])).toEqual(new Map());
  expect(await followLeading(scope, motionId, debateId)).toEqual({ ok: true, value: { moved: 0 } });
  expect(await findPublicMatter(scope, motionId)).toBeUndefined();
  expect(await findFollower(scope, motionId, email)).toBeUndefined();
  expect(await countRequests(scope, email, now)).toBe(0);
  expect(await countSupporters(scope, [motionId])).toEqual(new Map());
  expect(await findRaised(scope, { motionId, debateId }, author)).toBeUndefined();
  expect(await getFollower(home.scope, id)).toMatchObject({ supports: true, endedAt: null });
});
