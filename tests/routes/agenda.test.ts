import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listItems } from "~/domain/agenda/queries.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { action, loader } from "~/routes/o.$unit.debates.$id.agenda";
import { aDebate } from "../setup/factories.debates";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { visit } from "../setup/site";

type Member = Awaited<ReturnType<typeof aMember>>;
type Sent = Record<string, string | string[]>;
type Refusal = {
  fields: Sent;
  errors?: Record<string, { message: string }>;
  current: { version: number; items?: unknown[] };
  conflict?: { label: string; mine: string; theirs: string }[];
};

const open = (member: Member, id: string) =>
  loader(doorArgs(`/o/x/debates/${id}/agenda`, { cookie: member.cookie, params: { unit: member.unit.slug, id } }));

async function press(member: Member, id: string, fields: Sent) {
  const params = { unit: member.unit.slug, id };
  const result = await action(
    doorArgs("/", { cookie: member.cookie, params, fields: { _key: randomUUID(), ...fields } }),
  );
  if (result instanceof Response)
    return { status: result.status, location: result.headers.get("Location"), data: null };
  const { data, init } = result as unknown as { data: Refusal; init: { status: number } };
  return { status: init.status, location: null, data };
}

/** The form as the page shows it, ready to be changed and sent. */
async function formOf(member: Member, id: string) {
  const { items, version } = await open(member, id);
  const column = (name: "id" | "title" | "minutes" | "kind" | "presenter" | "note" | "bodyId") =>
    items.map((item) => String(item[name] ?? ""));
  return {
    _version: String(version),
    "itemId[]": column("id"),
    "title[]": column("title"),
    "minutes[]": column("minutes"),
    "kind[]": column("kind"),
    "presenter[]": column("presenter"),
    "note[]": column("note"),
    "bodyId[]": column("bodyId"),
    "internal[]": items.flatMap((item) => (item.internal ? item.id : [])),
  };
}

async function planned() {
  const member = await aMember();
  const { debate } = await aDebate({}, { scope: member.scope, withAgenda: true });
  return { member, id: debate.id, form: await formOf(member, debate.id) };
}
const titlesOf = async (member: Member, id: string) => (await listItems(member.scope, id)).map(({ title }) => title);

test("each button saves what was typed in all rows, does its own work, and leads back to its row", async () => {
  const { member, id, form } = await planned();
  const ids = form["itemId[]"];
  const typed = form["title[]"].map((title, index) => (index === 3 ? "Nowy tytuł" : title));
  const up = await press(member, id, { ...form, "title[]": typed, intent: `up.${ids[1]}` });
  expect(up).toMatchObject({ status: 303, location: `/o/${member.unit.slug}/debates/${id}/agenda#row-${ids[1]}` });
  expect(await titlesOf(member, id)).toEqual([typed[1], typed[0], ...typed.slice(2)]);

  const saved = await press(member, id, { ...(await formOf(member, id)), intent: "save" });
  expect(saved.location).toBe(`/o/${member.unit.slug}/debates/${id}/agenda?zapisano=1`);
  expect(await (await visit(saved.location ?? "", { cookie: member.cookie })).text()).toContain("Zapisano porządek.");

  await press(member, id, { ...(await formOf(member, id)), intent: "add" });
  expect((await titlesOf(member, id)).at(-1)).toBe("Nowy punkt");
  await press(member, id, { ...(await formOf(member, id)), intent: `remove.${ids[0]}` });
  expect(await titlesOf(member, id)).not.toContain(typed[0]);
  const ticked = { ...(await formOf(member, id)), "internal[]": [ids[2]!], intent: "save" };
  expect(await press(member, id, ticked)).toMatchObject({ status: 303 });
  expect((await listItems(member.scope, id)).filter(({ internal }) => internal).map((item) => item.id)).toEqual([
    ids[2],
  ]);
});

test("a wrong row is explained by its number, and nothing typed is lost", async () => {
  const { member, id, form } = await planned();
  const minutes = form["minutes[]"].map((value, index) => (index === 2 ? "kwadrans" : value));
  const { status, data } = await press(member, id, { ...form, "minutes[]": minutes, intent: "add" });
  expect(status).toBe(422);
  expect(data?.errors).toEqual({ "minutes.2": expect.objectContaining({ message: expect.stringMatching(/liczbę/) }) });
  expect(data?.fields.minutes).toEqual(minutes);
  expect(await titlesOf(member, id)).toHaveLength(8);
});

test("a stale agenda is answered with both versions and the newer number", async () => {
  const { member, id, form } = await planned();
  const theirs = form["title[]"].map((title, index) => (index === 0 ? "Ich otwarcie" : title));
  await press(member, id, { ...form, "title[]": theirs, intent: "save" });
  const mine = form["title[]"].map((title, index) => (index === 0 ? "Moje otwarcie" : title));
  const { status, data } = await press(member, id, { ...form, "title[]": mine, intent: "save" });
  expect(status).toBe(409);
  expect(data?.conflict?.[1]).toMatchObject({
    mine: expect.stringMatching(/^Moje otwarcie – 10 min/),
    theirs: expect.stringMatching(/^Ich otwarcie – 10 min/),
  });
  const version = String(data?.current.version);
  expect(await press(member, id, { ...form, "title[]": mine, _version: version, intent: "save" })).toMatchObject({
    status: 303,
  });
  expect((await titlesOf(member, id))[0]).toBe("Moje otwarcie");
});

test("a double click adds one item; after the evening nothing is added", async () => {
  const { member, id, form } = await planned();
  const add = { ...form, intent: "add", _key: randomUUID() };
  await press(member, id, add);
  await press(member, id, add);
  expect(await titlesOf(member, id)).toHaveLength(9);

  const { debate } = await aDebate({}, { scope: member.scope, withAgenda: true, announced: true });
  await openDebate(member.scope, debate.id);
  await holdDebate(member.scope, debate.id);
  const late = await press(member, debate.id, { ...(await formOf(member, debate.id)), intent: "add" });
  expect(late).toMatchObject({
    status: 409,
    data: { errors: { root: { message: expect.stringMatching(/zamknięty/) } } },
  });
  expect((await open(member, debate.id)).isReadOnly).toBe(true);
});

test("a clerk may read it, and only those who plan may change it", async () => {
  const clerk = await aMember("clerk");
  const { debate } = await aDebate({}, { scope: clerk.scope, withAgenda: true });
  expect(await open(clerk, debate.id)).toMatchObject({ isReadOnly: true, isFrozen: false });
  await expect(press(clerk, debate.id, { intent: "add" })).rejects.toMatchObject({ status: 403 });
  const other = await aDebate();
  await expect(open(clerk, other.debate.id)).rejects.toMatchObject({ status: 404 });
});
