import { beforeAll, describe, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { listSubjectEvents } from "~/domain/history/queries.server";
import { actOnMotion } from "~/domain/motions/commands.inbox.server";
import { admitMotion, keepForPolice, mergeMotion, returnMotion } from "~/domain/motions/commands.moderation.server";
import {
  captureMotion,
  changeMotion,
  decideMotion,
  linkTask,
  recordMotionEvent,
  reportMotion,
  settleMotion,
  submitMotion,
} from "~/domain/motions/commands.server";
import { getInbox } from "~/domain/motions/queries.inbox.server";
import { getPassedOnNotice, getReferralNotice } from "~/domain/motions/queries.notice.server";
import { getOwnPage } from "~/domain/motions/queries.own.server";
import { getDebatePage, getUnitPage } from "~/domain/motions/queries.page.server";
import { getOwnMotion, listPublicMotions } from "~/domain/motions/queries.public.server";
import { countWaitingMotions, listMotions, listQueue } from "~/domain/motions/queries.queue.server";
import {
  countLed,
  findMotionByNumber,
  findReferralBody,
  getBodyName,
  getCollectingDebate,
  getMotion,
  getPost,
  isOnAgenda,
  listDebateMotions,
  listSimilarMotions,
  mayStillSubmit,
} from "~/domain/motions/queries.server";
import { inTransaction } from "~/platform/db.server";
import { allow } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { aUnit } from "../../setup/factories";
import { aGuest } from "../../setup/factories.attendance";
import { aMotion, anAdmittedMotion, anOpenDebate, aSubmission, BEFORE } from "../../setup/factories.motions";
import { aBody } from "../../setup/factories.tasks";

/** Everything that belongs to one unit, knocked at from another. */
let stranger: Scope;
let theirs: { scope: Scope; debateId: string; motion: { id: string; number: string }; waiting: { id: string } };
let mine: { debateId: string; id: string };

beforeAll(async () => {
  const [home, other] = [await aUnit(), await aUnit()];
  stranger = other.scope;
  const debateId = await anOpenDebate(home.scope);
  theirs = {
    scope: home.scope,
    debateId,
    motion: await anAdmittedMotion(home.scope, debateId),
    waiting: await aMotion(home.scope, debateId),
  };
  const own = await anOpenDebate(stranger);
  mine = { debateId: own, id: (await anAdmittedMotion(stranger, own)).id };
});

const FACE = {
  textPublic: "x",
  place: "",
  category: "LIGHT",
  kmzb: null,
  sensitivity: "public",
  looked: true,
} as const;
const missing = { status: 404 };

describe("a stranger's query finds nothing", () => {
  test("lists and counts are the stranger's own", async () => {
    const { debateId, motion } = theirs;
    expect((await listMotions(stranger)).rows.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listMotions(stranger, { debateId })).rows).toEqual([]);
    expect((await listQueue(stranger)).rows.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listQueue(stranger, { debateId })).rows).toEqual([]);
    expect(await listDebateMotions(stranger, debateId)).toEqual([]);
    expect(await countWaitingMotions(stranger)).toBe(0);
    expect(await countLed(stranger, motion.id)).toBe(0);
    expect(await listPublicMotions(stranger, debateId)).toEqual([]);
    expect(await findMotionByNumber(stranger, debateId, "1")).toBeUndefined();
    expect(await listSimilarMotions(stranger, { id: "x", debateId, sequence: 1, category: "LIGHT" })).toEqual([]);
    expect(await isOnAgenda(stranger, debateId, motion.id)).toBe(false);
    const inbox = await getInbox(stranger, {
      search: new URLSearchParams({ stan: "all" }),
      mayOrganize: true,
      now: new Date(),
    });
    expect(inbox.rows.map(({ id }) => id)).toEqual([mine.id]);
    const empty = await aUnit();
    const page = await getUnitPage(empty.scope, { ...empty, dataOfficer: "" });
    expect([page.coming, page.earlier]).toEqual([[], []]);
  });

  test("a page of their debate cannot be put together", async () => {
    const debate = await getDebate(theirs.scope, theirs.debateId);
    const unit = { ...(await aUnit()), dataOfficer: "" };
    await expect(getDebatePage(stranger, unit, debate)).rejects.toMatchObject(missing);
  });

  test("single rows do not exist", async () => {
    const { debateId, motion } = theirs;
    await expect(getMotion(stranger, motion.id)).rejects.toMatchObject(missing);
    await expect(getPost(stranger, motion.id)).rejects.toMatchObject(missing);
    await expect(getOwnMotion(stranger, motion.id)).rejects.toMatchObject(missing);
    await expect(getOwnPage(stranger, motion.id, "x")).rejects.toMatchObject(missing);
    await expect(mayStillSubmit(stranger, motion.id, BEFORE)).rejects.toMatchObject(missing);
    await expect(getCollectingDebate(stranger, debateId)).rejects.toMatchObject(missing);
    const guest = await aGuest(theirs.scope, debateId, { officeTitle: "Burmistrz" });
    await expect(getBodyName(stranger, guest)).rejects.toMatchObject(missing);
    const search = new URLSearchParams({ wniosek: motion.id });
    await expect(getInbox(stranger, { search, mayOrganize: true, now: new Date() })).rejects.toMatchObject(missing);
  });
});

describe("a stranger's command changes nothing", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["submitMotion", () => submitMotion(stranger, theirs.debateId, aSubmission(), BEFORE)],
    ["captureMotion", () => captureMotion(stranger, theirs.debateId, { text: "x", category: "LIGHT" }, BEFORE)],
    ["admitMotion", () => admitMotion(stranger, theirs.waiting.id, FACE, BEFORE)],
    ["returnMotion", () => returnMotion(stranger, theirs.waiting.id, { reason: "x" }, BEFORE)],
    ["keepForPolice", () => keepForPolice(stranger, theirs.motion.id, {}, BEFORE)],
    ["mergeMotion", () => mergeMotion(stranger, theirs.waiting.id, { into: theirs.motion.id }, BEFORE)],
    ["mergeMotion into theirs", () => mergeMotion(stranger, mine.id, { into: theirs.motion.id }, BEFORE)],
    ["decideMotion", () => decideMotion(stranger, theirs.motion.id, { outcome: "out_of_scope" }, BEFORE)],
    ["linkTask", () => linkTask(stranger, theirs.motion.id, BEFORE)],
    ["settleMotion", () => settleMotion(stranger, theirs.motion.id, { settlement: "done" }, BEFORE)],
    ["reportMotion", () => reportMotion(stranger, theirs.motion.id, { reportedAtDebateId: mine.debateId }, BEFORE)],
    ["reportMotion at theirs", () => reportMotion(stranger, mine.id, { reportedAtDebateId: theirs.debateId }, BEFORE)],
    [
      "actOnMotion",
      () =>
        actOnMotion(
          stranger,
          {
            fields: { o: "return", motionId: theirs.motion.id, reason: "x" },
            key: crypto.randomUUID(),
            version: undefined,
          },
          { refer: async () => allow({ number: "" }) },
        ),
    ],
  ])("%s", async (_name, knock) => {
    const before = await listDebateMotions(theirs.scope, theirs.debateId);
    const own = await listDebateMotions(stranger, mine.debateId);
    await expect(knock()).rejects.toMatchObject(missing);
    expect(await listDebateMotions(theirs.scope, theirs.debateId)).toEqual(before);
    expect(await listDebateMotions(stranger, mine.debateId)).toEqual(own);
  });

  test("the parts that commands share keep to their unit, too", async () => {
    const motion = await getMotion(theirs.scope, theirs.motion.id);
    await inTransaction(async () => {
      await changeMotion(stranger, motion, "returned");
      await recordMotionEvent(stranger, motion, "motion_returned", {}, BEFORE);
    });
    expect(await getMotion(theirs.scope, motion.id)).toEqual(motion);
    const told = (await listSubjectEvents(theirs.scope, motion.id)).map(({ action }) => action);
    expect(told.sort()).toEqual(["motion_admitted", "motion_submitted"]); // both of one moment
  });

  test("referring to another unit's body is not found", async () => {
    const roads = await aBody(theirs.scope);
    expect(await findReferralBody(theirs.scope, roads.id)).toMatchObject({ name: roads.name });
    expect(await findReferralBody(stranger, roads.id)).toBeUndefined();
    await expect(getReferralNotice(stranger, theirs.motion.id, "x")).rejects.toMatchObject(missing);
    await expect(getPassedOnNotice(stranger, theirs.motion.id, { to: "x", reason: "y" })).rejects.toMatchObject(
      missing,
    );
    const { scope } = await aUnit();
    const elsewhere = await anOpenDebate(scope);
    await aGuest(scope, elsewhere, { officeTitle: "Burmistrz" });
    const referral = { outcome: "referred", referredToBodyId: elsewhere } as const;
    await expect(decideMotion(stranger, mine.id, referral, BEFORE)).rejects.toMatchObject(missing);
  });
});
