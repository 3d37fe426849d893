import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { announceDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { reviseDebate } from "~/domain/debates/commands.server";
import { getDebate, listDebates } from "~/domain/debates/queries.server";
import { fieldsOf } from "~/domain/debates/schema";
import { addDays, formatShort, today } from "~/platform/time";
import { loader as list } from "~/routes/o.$unit.debates._index";
import { loader as layout } from "~/routes/o.$unit.debates.$id";
import { loader as overview } from "~/routes/o.$unit.debates.$id._index";
import { action as edit, loader as editPage } from "~/routes/o.$unit.debates.$id.edit";
import { action as move, loader as movePage } from "~/routes/o.$unit.debates.$id.state";
import { action as create, loader as newPage } from "~/routes/o.$unit.debates.new";
import { aDebate, aPlan } from "../setup/factories.debates";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { visit } from "../setup/site";

type Member = Awaited<ReturnType<typeof aMember>>;
type Fields = Record<string, string>;

const base = ({ unit }: Member) => `/o/${unit.slug}/debates`;
const args = (member: Member, tail = "", { id = "", fields }: { id?: string; fields?: Fields } = {}) =>
  doorArgs(base(member) + tail, { cookie: member.cookie, params: { unit: member.unit.slug, id }, fields });

/** What an action answers, whether it went on or refused. */
async function answerOf(result: Promise<unknown>) {
  const answer = await result;
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), data: null };
  const { data, init } = answer as { data: Refusal; init: { status: number } | null };
  return { status: init?.status ?? 200, location: null, data };
}
type Refusal = {
  fields: Fields;
  errors?: Record<string, { message: string }>;
  version?: number;
  conflict?: { theirs: Fields; savedBy: string };
};

const filled = (overrides: Fields = {}): Fields => ({
  _key: randomUUID(),
  kind: "initiating",
  cycleTitle: "Porozmawiajmy",
  topic: "Bezpieczny ruch",
  startsOn: formatShort(addDays(today(new Date()), 30)),
  startsTime: "17:00",
  endsTime: "19:00",
  venueName: "Sala",
  ...overrides,
});

describe("/o/:unit/debates/new", () => {
  test("asks for the kind first, then comes prefilled", async () => {
    const member = await aMember();
    expect(await newPage(args(member, "/new"))).toMatchObject({ form: null });
    const { form } = await newPage(args(member, "/new?kind=youth&on=20.01.2031"));
    expect(form).toMatchObject({
      fields: { kind: "youth", startsOn: "20.01.2031", startsTime: "09:30", endsTime: "11:00" },
    });
    const nonsense = await newPage(args(member, "/new?kind=youth&on=<script>"));
    expect(nonsense.form).toMatchObject({ fields: { startsOn: "", answersOn: "" } });
    for (const on of ["1.12.26", "31.11.2026"])
      expect((await newPage(args(member, `/new?kind=youth&on=${on}`))).form).toMatchObject({
        fields: { startsOn: on },
      });
  });

  test("creates one debate, however often the button is pressed", async () => {
    const member = await aMember();
    const fields = filled({ withAgenda: "on" });
    const first = await answerOf(create(args(member, "/new", { fields })));
    const second = await answerOf(create(args(member, "/new", { fields })));
    const [debate, ...others] = await listDebates(member.scope);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: 303, location: `${base(member)}/${debate?.id}` });
    expect(second.location).toBe(first.location);
  });

  test("a wrong date is explained beside its field, and everything typed is still there", async () => {
    const member = await aMember();
    const fields = filled({ startsOn: "30.02.2031", topic: "" });
    const { status, data } = await answerOf(create(args(member, "/new", { fields })));
    expect(status).toBe(422);
    expect(data?.fields).toMatchObject({ startsOn: "30.02.2031", venueName: "Sala" });
    expect(data?.errors?.startsOn?.message).toMatch(/nie ma w kalendarzu/);
    expect(data?.errors?.topic?.message).toMatch(/temat/);
    // Also where the address does not say the kind, and so would show no form by itself.
    const html = await (await visit(`${base(member)}/new`, { cookie: member.cookie, fields })).text();
    for (const typed of ["30.02.2031", "Sala"]) expect(html).toContain(`value="${typed}"`);
  });

  test("what only the clock or the database knows is answered beside its field, too", async () => {
    const member = await aMember();
    await aDebate({ number: 5 }, { scope: member.scope });
    const past = await answerOf(create(args(member, "/new", { fields: filled({ startsOn: "18.03.2020" }) })));
    expect(past).toMatchObject({
      status: 422,
      data: { errors: { startsOn: { message: expect.stringMatching(/minął/) } } },
    });
    const { startsAt } = aPlan();
    const taken = filled({ number: "5", startsOn: formatShort(startsAt) });
    expect(await answerOf(create(args(member, "/new", { fields: taken })))).toMatchObject({
      status: 422,
      data: { errors: { number: { message: expect.stringMatching(/już jest/) } } },
    });
  });

  test("is closed to those who may not plan, and to strangers", async () => {
    const viewer = await aMember("viewer");
    await expect(newPage(args(viewer, "/new"))).rejects.toMatchObject({ status: 403 });
    await expect(create(args(viewer, "/new", { fields: filled() }))).rejects.toMatchObject({ status: 403 });
    const anonymous = { ...viewer, cookie: "" };
    await expect(newPage(args(anonymous, "/new"))).rejects.toMatchObject({ status: 302 });
  });
});

describe("/o/:unit/debates", () => {
  test("filters by tab and words, and pages by place", async () => {
    const member = await aMember();
    const { scope } = member;
    for (let i = 0; i < 22; i++) await aDebate({ topic: `Temat ${i}` }, { scope });
    const { debate } = await aDebate({ topic: "Żółw" }, { scope, announced: true });
    const first = await list(args(member));
    expect(first).toMatchObject({ view: "all", counts: { all: 23, drafts: 22, upcoming: 1, follow_up: 0 } });
    expect(first.rows).toHaveLength(20);
    const rest = await list(args(member, `?po=${first.next}`));
    expect([rest.rows.length, rest.next, rest.isFirst]).toEqual([3, null, false]);
    expect((await list(args(member, "?stan=upcoming"))).rows.map(({ id }) => id)).toEqual([debate.id]);
    expect((await list(args(member, "?q=ZOLW"))).rows.map(({ id }) => id)).toEqual([debate.id]);
    expect((await list(args(member, "?stan=nonsense&po=zzz"))).view).toBe("all");
  });

  test("names what is evaluated, and does not print a date that fell through", async () => {
    const member = await aMember();
    const { scope } = member;
    const earlier = (await aDebate({ number: 2 }, { scope })).debate;
    const later = aPlan({ kind: "evaluation", evaluatesDebateId: earlier.id });
    const [startsAt, endsAt] = [new Date(later.startsAt.getTime() + 864e5), new Date(later.endsAt.getTime() + 864e5)];
    const { debate } = await aDebate({ ...later, startsAt, endsAt }, { scope });
    await move(
      args(member, "/x/state", { id: debate.id, fields: { to: "postpone", reason: "awaria", _key: randomUUID() } }),
    );
    const { rows } = await list(args(member));
    expect(rows.find(({ id }) => id === debate.id)).toMatchObject({
      evaluates: `2/${earlier.year}`,
      statusReason: "awaria",
      term: "nowy termin nieznany",
    });
  });
});

describe("/o/:unit/debates/:id", () => {
  test("shows what is missing, and what has happened by whom", async () => {
    const member = await aMember();
    const { debate } = await aDebate({ minuteTaker: "" }, { scope: member.scope, withAgenda: true });
    const page = await overview(args(member, "", { id: debate.id }));
    expect(page.checks.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "place done",
      "agenda done",
      "people warn",
      "invitations todo",
      "announced todo",
      "motions done",
      "evaluation todo",
    ]);
    expect(page.moments.map(({ title }) => title.replace(/\s/g, " "))).toEqual(
      expect.arrayContaining(["Założono debatę", "Ułożono porządek według wzoru: 8 punktów"]),
    );
    expect(page.moments[0]?.who).toMatch(/^Ewa Sikora · dziś/);
    expect(page.shortAddress).toBe(`app.test/d/${debate.code}`);
    expect(await layout(args(member, "", { id: debate.id }))).toMatchObject({
      mayOrganize: true,
      debate: { status: "draft", publicPath: null },
    });
  });

  test("of another unit does not exist", async () => {
    const [member, { debate }] = [await aMember(), await aDebate()];
    const doors = [layout, overview, editPage, movePage];
    for (const open of doors)
      await expect(open(args(member, "", { id: debate.id }))).rejects.toMatchObject({ status: 404 });
    const fields = filled({ _version: "1", to: "cancel", reason: "x" });
    for (const act of [edit, move])
      await expect(act(args(member, "", { id: debate.id, fields }))).rejects.toMatchObject({ status: 404 });
  });
});

describe("/o/:unit/debates/:id/edit", () => {
  test("a stale save is answered with both texts and the newer version; the next one goes through", async () => {
    const member = await aMember();
    const { debate } = await aDebate({}, { scope: member.scope });
    const { id } = debate;
    const mine = { ...(fieldsOf(debate) as Fields), topic: "Moja wersja", _version: "1", _key: randomUUID() };
    await reviseDebate(member.scope, id, 1, aPlan({ topic: "Wersja kogoś innego" }));

    const { status, data } = await answerOf(edit(args(member, "", { id, fields: mine })));
    expect(status).toBe(409);
    expect(data).toMatchObject({
      fields: { topic: "Moja wersja" },
      version: 2,
      conflict: { theirs: { topic: "Wersja kogoś innego" }, savedBy: expect.stringMatching(/^Ewa Sikora, dziś/) },
    });
    const again = await answerOf(edit(args(member, "", { id, fields: { ...mine, _version: "2" } })));
    expect(again.status).toBe(303);
    expect((await getDebate(member.scope, id)).topic).toBe("Moja wersja");
  });

  test("a form without a version is stale, and a refused one keeps the version it was typed over", async () => {
    const member = await aMember();
    const { debate } = await aDebate({}, { scope: member.scope });
    const fields = { ...(fieldsOf(debate) as Fields), _key: randomUUID() };
    expect(await answerOf(edit(args(member, "", { id: debate.id, fields })))).toMatchObject({ status: 409 });
    const wrong = { ...fields, endsTime: "16:00", _version: "1" };
    expect(await answerOf(edit(args(member, "", { id: debate.id, fields: wrong })))).toMatchObject({
      status: 422,
      data: { version: 1, errors: { endsTime: { type: "custom" } } },
    });
  });

  test("while the hall is open the place stays", async () => {
    const member = await aMember();
    const { scope } = member;
    const { debate } = await aDebate({}, { scope, announced: true });
    await openDebate(scope, debate.id);
    const fields = { ...(fieldsOf(debate) as Fields), venueName: "Remiza", _version: "3", _key: randomUUID() };
    expect(await answerOf(edit(args(member, "", { id: debate.id, fields })))).toMatchObject({
      status: 422,
      data: { errors: { startsOn: { message: expect.stringMatching(/już się rozpoczęła/) } } },
    });
  });
});

describe("/o/:unit/debates/:id/state", () => {
  const press = (member: Member, id: string, fields: Fields) =>
    answerOf(move(args(member, "/x/state", { id, fields: { _key: randomUUID(), ...fields } })));

  test("offers only what is possible now", async () => {
    const member = await aMember();
    const { debate } = await aDebate({}, { scope: member.scope });
    const { id } = debate;
    expect(await movePage(args(member, "/x/state?to=open", { id }))).toMatchObject({
      move: undefined,
      moves: ["postpone", "cancel"],
    });
    expect((await movePage(args(member, "/x/state?to=announce", { id }))).move).toBe("announce");
    expect(await press(member, id, { to: "hold" })).toMatchObject({ status: 409 });
    await expect(press(member, id, { to: "explode" })).rejects.toMatchObject({ status: 404 });
  });

  test("a reason is asked for, a wrong date is explained, and a double click is one answer", async () => {
    const member = await aMember();
    const { debate } = await aDebate({}, { scope: member.scope, announced: true });
    const { id } = debate;
    expect(await press(member, id, { to: "cancel", reason: "" })).toMatchObject({
      status: 422,
      data: { errors: { reason: { message: expect.stringMatching(/powód/) } } },
    });
    const past = { to: "postpone", reason: "awaria", startsOn: "18.03.2020", startsTime: "17:00", endsTime: "19:00" };
    expect(await press(member, id, past)).toMatchObject({
      status: 422,
      data: { errors: { startsOn: {} }, fields: past },
    });
    const _key = randomUUID();
    const cancel = { to: "cancel", reason: "powódź", _key };
    const twice = [await press(member, id, cancel), await press(member, id, cancel)];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await press(member, id, { to: "cancel", reason: "powódź" })).toMatchObject({ status: 409 });
    expect((await getDebate(member.scope, id)).version).toBe(3);
  });

  test("a hall is not opened weeks before its evening by one click, and it says when the evening is", async () => {
    const member = await aMember();
    const { id } = (await aDebate({}, { scope: member.scope, announced: true })).debate;
    expect((await movePage(args(member, "/x/state?to=open", { id }))).early).toMatch(/^za\s\d+\sdni$/);
    expect(await press(member, id, { to: "open" })).toMatchObject({
      status: 422,
      data: { move: "open", errors: { early: { message: expect.stringMatching(/zaznaczyć/) } } },
    });
    expect((await getDebate(member.scope, id)).status).toBe("announced");
    expect(await press(member, id, { to: "open", early: "on" })).toMatchObject({ status: 303 });
    expect((await getDebate(member.scope, id)).status).toBe("live");
  });

  test("a postponed debate with a known date is offered that date; without one it starts empty", async () => {
    const member = await aMember();
    const { scope } = member;
    const { debate } = await aDebate({}, { scope, announced: true });
    const { id } = debate;
    await press(member, id, { to: "postpone", reason: "awaria" });
    expect((await movePage(args(member, "/x/state?to=reschedule", { id }))).fields).toEqual({});
    expect(await announceDebate(scope, id)).toEqual({ ok: false, reason: "date_missing" });
    const startsOn = formatShort(addDays(today(new Date()), 60));
    const timing = { startsOn, startsTime: "10:00", endsTime: "12:00" };
    expect(await press(member, id, { to: "reschedule", ...timing })).toMatchObject({ status: 303 });
    await press(member, id, { to: "postpone", reason: "znowu", ...timing, startsTime: "11:00" });
    expect((await movePage(args(member, "/x/state?to=reschedule", { id }))).fields).toMatchObject({
      startsTime: "11:00",
    });
  });
});
