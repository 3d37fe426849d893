import { expect, test } from "vitest";
import {
  announceDebate,
  cancelDebate,
  closeDebate,
  holdDebate,
  makeMove,
  openDebate,
  postponeDebate,
  rescheduleDebate,
} from "~/domain/debates/commands.moves.server";
import { changeDebate, createDebate, reviseDebate } from "~/domain/debates/commands.server";
import { loadDebateList } from "~/domain/debates/queries.list.server";
import {
  countDebates,
  findDebate,
  findDebateBySlug,
  findFirstYear,
  findPair,
  getDebate,
  highestNumber,
  isNumberTaken,
  listDebates,
  listEvaluable,
  listEvaluationsOf,
  listNumbers,
  listPublicDebates,
} from "~/domain/debates/queries.server";
import { inTransaction } from "~/platform/db.server";
import { constraintOf } from "~db/errors";
import { aUnit } from "../../setup/factories";
import { aDebate, aPlan } from "../../setup/factories.debates";

const NOT_FOUND = { status: 404 };

test("a stranger sees no debate of another unit", async () => {
  const { debate } = await aDebate({}, { announced: true });
  const { scope: stranger } = await aUnit();

  await expect(getDebate(stranger, debate.id)).rejects.toMatchObject(NOT_FOUND);
  expect(await findDebate(stranger, debate.id)).toBeUndefined();
  expect(await findDebateBySlug(stranger, debate.slug)).toBeUndefined();
  expect(await listDebates(stranger)).toEqual([]);
  expect(await listPublicDebates(stranger)).toEqual([]);
  expect(await listEvaluable(stranger)).toEqual([]);
  expect(await listEvaluationsOf(stranger, debate.id)).toEqual([]);
  expect(await listNumbers(stranger, [debate.id])).toEqual([]);
  expect(await findPair(stranger, { ...debate, pairedDebateId: debate.id })).toBeNull();
  expect(await countDebates(stranger)).toEqual({});
  expect(await findFirstYear(stranger)).toBeUndefined();
  expect(await highestNumber(stranger, debate.year)).toBe(0);
  expect(await isNumberTaken(stranger, debate.year, debate.number)).toBe(false);
  expect((await loadDebateList(stranger, { view: "all", q: "", after: null })).rows).toEqual([]);
});

test("a stranger changes nothing", async () => {
  const { scope, debate } = await aDebate({}, { announced: true });
  const { scope: stranger } = await aUnit();
  const plan = aPlan({ topic: "Obcy" });
  const { id } = debate;

  await expect(reviseDebate(stranger, id, debate.version, plan)).rejects.toMatchObject(NOT_FOUND);
  await expect(announceDebate(stranger, id)).rejects.toMatchObject(NOT_FOUND);
  await expect(postponeDebate(stranger, id, { reason: "x" })).rejects.toMatchObject(NOT_FOUND);
  await expect(rescheduleDebate(stranger, id, plan)).rejects.toMatchObject(NOT_FOUND);
  await expect(cancelDebate(stranger, id, "x")).rejects.toMatchObject(NOT_FOUND);
  await expect(openDebate(stranger, id)).rejects.toMatchObject(NOT_FOUND);
  await expect(holdDebate(stranger, id)).rejects.toMatchObject(NOT_FOUND);
  await expect(closeDebate(stranger, id)).rejects.toMatchObject(NOT_FOUND);
  await expect(makeMove(stranger, id, "cancel", { reason: "x" })).rejects.toMatchObject(NOT_FOUND);
  await inTransaction(async () => void (await changeDebate(stranger, id, { topic: "Obcy" })));
  expect(await getDebate(scope, id)).toEqual(debate);
});

test("nobody evaluates a debate of another unit, and the database would refuse it", async () => {
  const { debate } = await aDebate();
  const { scope: stranger } = await aUnit();
  const plan = aPlan({ kind: "evaluation", evaluatesDebateId: debate.id });
  expect(await createDebate(stranger, plan)).toEqual({ ok: false, reason: "evaluated_is_later" });

  const own = (await aDebate({}, { scope: stranger })).debate;
  const stolen = inTransaction(
    async () => void (await changeDebate(stranger, own.id, { evaluatesDebateId: debate.id })),
  );
  expect(constraintOf(await stolen.catch((error) => error))).toBe("foreign_key");
});
