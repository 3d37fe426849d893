import { and, eq } from "drizzle-orm";
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
import { listAgenda, listItems, listPublicAgenda, loadEditor, sumAgenda } from "~/domain/agenda/queries.server";
import { versionOf } from "~/domain/agenda/rules";
import { inTransaction, read } from "~/platform/db.server";
import { formatTime } from "~/platform/time";
import { events } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aDebate, aPlan } from "../../setup/factories.debates";

const actionsOf = async (debateId: string) =>
  (
    await read
      .select()
      .from(events)
      .where(and(eq(events.debateId, debateId)))
  )
    .map(({ action }) => action)
    .sort();

test("a debate comes with the agenda of its kind, spoken by the people who are named", async () => {
  const { scope, debate } = await aDebate({ moderator: "Naczelnik" }, { withAgenda: true });
  const agenda = await listAgenda(scope, debate.id);
  expect(
    agenda.map(({ startsAt, minutes, presenter }) => [formatTime(startsAt), minutes, presenter].join(" ")),
  ).toEqual([
    "17:00 10 Komendant Powiatowy Policji",
    "17:10 15 ",
    "17:25 10 ",
    "17:35 15 ",
    "17:50 15 ",
    "18:05 40 Naczelnik",
    "18:45 5 Naczelnik",
    "18:50 10 Komendant Powiatowy Policji",
  ]);
  expect(await sumAgenda(scope, debate.id)).toMatchObject({ items: 8, totalMinutes: 120, overByMinutes: 0 });
});

test("a plan that is refused leaves no agenda behind, and a template can be declined", async () => {
  const { scope } = await aUnit();
  expect(await planDebate(scope, { ...aPlan(), endsAt: aPlan().startsAt })).toMatchObject({ ok: false });
  const bare = await planDebate(scope, aPlan(), { withAgenda: false });
  expect(bare.ok && (await listItems(scope, bare.value.id))).toEqual([]);
});

test("add, move, remove: each in its place, each in the history", async () => {
  const { scope, debate } = await aDebate();
  const ids: string[] = [];
  for (const title of ["A", "B", "C"]) {
    const added = await addAgendaItem(scope, debate.id, { kind: "speech", title, minutes: 10 });
    ids.push(added.ok ? added.value.id : "");
  }
  const titles = async () => (await listItems(scope, debate.id)).map(({ title }) => title).join("");
  await moveAgendaItem(scope, debate.id, ids[2]!, "up");
  expect(await titles()).toBe("ACB");
  await removeAgendaItem(scope, debate.id, ids[0]!);
  expect(await titles()).toBe("CB");
  await addAgendaItem(scope, debate.id, { kind: "closing", title: "D", minutes: 0 });
  expect(await titles()).toBe("CBD");
  expect(await actionsOf(debate.id)).toEqual([
    "agenda_item_added",
    "agenda_item_added",
    "agenda_item_added",
    "agenda_item_added",
    "agenda_item_moved",
    "agenda_item_removed",
    "debate_created",
  ]);
});

test("a button of the editor also saves what was typed; a refused one saves nothing", async () => {
  const { scope, debate } = await aDebate({}, { withAgenda: true });
  const { items, version } = await loadEditor(scope, debate.id);
  const rows = items.map((item) => ({ ...item, title: `${item.title}!` }));
  const second = items[1]!.id;

  const gone = { rows, intent: { verb: "up", id: "gone" } } as const;
  expect(await editAgenda(scope, debate.id, version, gone)).toEqual({ ok: false, reason: "item_unknown" });
  expect((await loadEditor(scope, debate.id)).version).toBe(version);

  const moved = await editAgenda(scope, debate.id, version, { rows, intent: { verb: "up", id: second } });
  expect(moved).toEqual({ ok: true, value: { id: second } });
  expect((await listItems(scope, debate.id))[0]).toMatchObject({ id: second, title: rows[1]!.title });
  const late = await editAgenda(scope, debate.id, version, { rows, intent: { verb: "save" } });
  expect(late).toEqual({ ok: false, reason: "agenda_stale" });
});

test("saving what is saved writes no history", async () => {
  const { scope, debate } = await aDebate({}, { withAgenda: true });
  const items = await listItems(scope, debate.id);
  await saveAgenda(scope, debate.id, versionOf(items), items);
  expect(await actionsOf(debate.id)).toEqual(["agenda_composed", "debate_created"]);
});

test("the public reads no notes and no internal items, but their minutes count", async () => {
  const { scope, debate } = await aDebate();
  await addAgendaItem(scope, debate.id, { kind: "break", title: "Próba", minutes: 15, internal: true });
  const shown = await addAgendaItem(scope, debate.id, {
    kind: "opening",
    title: "Otwarcie",
    minutes: 5,
    note: "cicho",
  });
  const agenda = await listPublicAgenda(scope, debate.id);
  expect(agenda.map(({ title, startsAt }) => `${formatTime(startsAt)} ${title}`)).toEqual(["17:15 Otwarcie"]);
  expect(JSON.stringify(agenda)).not.toContain("cicho");
  await inTransaction(async () => void (await changeItem(scope, shown.ok ? shown.value.id : "", { title: "Nowe" })));
  expect((await listPublicAgenda(scope, debate.id))[0]?.title).toBe("Nowe");
});
