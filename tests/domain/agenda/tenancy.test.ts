import { expect, test } from "vitest";
import { editAgenda } from "~/domain/agenda/commands.editor.server";
import {
  addAgendaItem,
  changeItem,
  moveAgendaItem,
  planDebate,
  removeAgendaItem,
  saveAgenda,
} from "~/domain/agenda/commands.server";
import {
  getAgendaItem,
  listAgenda,
  listItems,
  listPublicAgenda,
  loadEditor,
  sumAgenda,
} from "~/domain/agenda/queries.server";
import { versionOf } from "~/domain/agenda/rules";
import { inTransaction } from "~/platform/db.server";
import { constraintOf } from "~db/errors";
import { aUnit } from "../../setup/factories";
import { aDebate, anOfficeHolder, aPlan } from "../../setup/factories.debates";

const NOT_FOUND = { status: 404 };

test("a stranger neither reads nor changes an agenda of another unit", async () => {
  const { scope, debate } = await aDebate({}, { withAgenda: true });
  const { scope: stranger } = await aUnit();
  const items = await listItems(scope, debate.id);
  const [id, version] = [items[1]!.id, versionOf(items)];

  expect(await listItems(stranger, debate.id)).toEqual([]);
  await expect(listAgenda(stranger, debate.id)).rejects.toMatchObject(NOT_FOUND);
  await expect(listPublicAgenda(stranger, debate.id)).rejects.toMatchObject(NOT_FOUND);
  await expect(loadEditor(stranger, debate.id)).rejects.toMatchObject(NOT_FOUND);
  await expect(sumAgenda(stranger, debate.id)).rejects.toMatchObject(NOT_FOUND);
  await expect(getAgendaItem(stranger, id)).rejects.toMatchObject(NOT_FOUND);

  const value = { kind: "speech", title: "Obcy", minutes: 1 } as const;
  await expect(addAgendaItem(stranger, debate.id, value)).rejects.toMatchObject(NOT_FOUND);
  await expect(saveAgenda(stranger, debate.id, version, items)).rejects.toMatchObject(NOT_FOUND);
  await expect(moveAgendaItem(stranger, debate.id, id, "up")).rejects.toMatchObject(NOT_FOUND);
  await expect(removeAgendaItem(stranger, debate.id, id)).rejects.toMatchObject(NOT_FOUND);
  const edited = { rows: items, intent: { verb: "remove", id } } as const;
  await expect(editAgenda(stranger, debate.id, version, edited)).rejects.toMatchObject(NOT_FOUND);
  await inTransaction(async () => void (await changeItem(stranger, id, { title: "Obcy" })));
  expect(await listItems(scope, debate.id)).toEqual(items);
});

test("an item of another debate of one's own cannot be moved or removed through this one", async () => {
  const { scope, debate } = await aDebate({}, { withAgenda: true });
  const other = (await aDebate({}, { scope, withAgenda: true })).debate;
  const [foreign] = await listItems(scope, other.id);
  expect(await removeAgendaItem(scope, debate.id, foreign!.id)).toEqual({ ok: false, reason: "item_unknown" });
  expect(await moveAgendaItem(scope, debate.id, foreign!.id, "down")).toEqual({ ok: false, reason: "item_unknown" });
});

test("planDebate belongs to who plans; the database refuses a body of another unit", async () => {
  const { scope } = await aUnit();
  const { scope: stranger } = await aUnit();
  const { bodyId } = await anOfficeHolder(stranger);
  const planned = await planDebate(scope, aPlan());
  const debateId = planned.ok ? planned.value.id : "";
  await expect(listAgenda(stranger, debateId)).rejects.toMatchObject(NOT_FOUND);
  const stolen = addAgendaItem(scope, debateId, { kind: "speech", title: "x", minutes: 1, bodyId });
  expect(constraintOf(await stolen.catch((error) => error))).toBe("foreign_key");
});
