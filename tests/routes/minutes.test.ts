import { describe, expect, test } from "vitest";
import { getDebate } from "~/domain/debates/queries.server";
import { proposeChange } from "~/domain/minutes/commands.remarks.server";
import { savePart } from "~/domain/minutes/commands.server";
import { closeWindow } from "~/domain/minutes/commands.window.server";
import { getPaper, listMinutesParts } from "~/domain/minutes/queries.server";
import { fieldOf, placeOf } from "~/domain/minutes/rules";
import { giveTask } from "~/domain/tasks/commands.server";
import { addDays, calendarDate, formatGenitive, today } from "~/platform/time";
import * as editor from "~/routes/o.$unit.debates.$id.minutes";
import * as steps from "~/routes/o.$unit.debates.$id.minutes_.$step";
import * as history from "~/routes/o.$unit.debates.$id.minutes_.history";
import * as internalPdf from "~/routes/o.$unit.debates.$id.minutes[.]pdf";
import * as publicPage from "~/routes/u.$unit.debates.$slug.minutes";
import * as publicPdf from "~/routes/u.$unit.debates.$slug.minutes[.]pdf";
import * as verify from "~/routes/verify.$hash";
import type { Role } from "~db/vocabulary";
import { anOfficeHolder } from "../setup/factories.debates";
import { aHeldDebate, minutesOf } from "../setup/factories.minutes-held";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { anOpenWindow } from "../setup/factories.readers";
import { textOf } from "../setup/pdf";
import { visit } from "../setup/site";

async function anOffice(role: Role = "organizer") {
  const member = await aMember(role);
  const held = await aHeldDebate(member.scope);
  const { slug } = await getDebate(member.scope, held.debateId);
  const params = { unit: member.unit.slug, id: held.debateId };
  const path = `/o/${params.unit}/debates/${params.id}/minutes`;
  const at = (tail = "", more: { params?: Record<string, string>; fields?: Record<string, string> } = {}) =>
    doorArgs(path + tail, { cookie: member.cookie, ...more, params: { ...params, ...more.params } });
  return { ...member, ...held, path, at, outside: { params: { unit: params.unit, slug } } };
}

/** What an action answers when it did not do what was asked. */
type Answer = {
  data: { errors?: Record<string, { message: string }>; stale?: string[]; fields: Record<string, string> };
  init: { status: number };
};
const answerOf = (result: unknown) => {
  const { data, init } = result as Answer;
  return { ...data, status: init.status };
};
const locationOf = (result: unknown) => [(result as Response).status, (result as Response).headers.get("Location")];
const typed = (key: string, text: string, version = 0) => ({
  [placeOf(key)]: text,
  [fieldOf.version(placeOf(key))]: String(version),
});

describe("the editor", () => {
  test("offers the text from the record, and saves what is typed with the member's name", async () => {
    const { at, item, scope, debateId, path } = await anOffice("clerk");
    const page = await editor.loader(at());
    expect(page.editor.parts[0]).toMatchObject({ key: item, version: 0, text: expect.stringContaining("Punktu") });
    const saved = await editor.action(at("", { fields: typed(item, "Przeprowadzono dyskusję.\r\n\r\nZ przerwą.") }));
    expect(locationOf(saved)).toEqual([303, path]);
    expect(await listMinutesParts(scope, debateId)).toMatchObject([
      { key: item, text: "Przeprowadzono dyskusję.\n\nZ przerwą.", editedBy: "mł. asp. Ewa Sikora", version: 1 },
    ]);
  });

  test("the same form twice has one effect", async () => {
    const { at, item, scope, debateId } = await anOffice("clerk");
    const fields = { ...typed(item, "Raz"), _key: "12345678-key" };
    const both = await Promise.all([editor.action(at("", { fields })), editor.action(at("", { fields }))]);
    expect(both.map((each) => locationOf(each)[0])).toEqual([303, 303]);
    expect(await listMinutesParts(scope, debateId)).toMatchObject([{ version: 1 }]);
  });

  test("a stale save is 409 with the typed text, and the newer one is kept", async () => {
    const { at, item, scope, debateId } = await anOffice();
    await savePart(scope, debateId, 0, { key: item, text: "Cudzy" }, "Ktoś inny");
    const refused = answerOf(await editor.action(at("", { fields: typed(item, "Mój", 0) })));
    expect(refused).toMatchObject({ status: 409, stale: [item], fields: { [placeOf(item)]: "Mój" } });
    expect(await listMinutesParts(scope, debateId)).toMatchObject([{ text: "Cudzy" }]);
    expect(locationOf(await editor.action(at("", { fields: typed(item, "Oba", 1) })))[0]).toBe(303);
  });

  test("a text without end is 422 beside its field, and comes back", async () => {
    const { at, item } = await anOffice();
    const refused = answerOf(await editor.action(at("", { fields: typed(item, "ą".repeat(60_001)) })));
    expect(refused.status).toBe(422);
    expect(refused.errors?.[placeOf(item)]?.message).toContain("60 000".replace(" ", "\u00a0"));
    expect(refused.fields[placeOf(item)]).toHaveLength(60_001);
  });

  test("a button under what is new in the record takes it over, another passes it over", async () => {
    const { at, scope, debateId, motionId, path } = await anOffice("clerk");
    const findings = async () =>
      (await editor.loader(at())).editor.parts.find(({ key }) => key === "findings") ?? expect.fail("no findings");
    const give = async (bodyName: string) => {
      const { bodyId: ownerBodyId } = await anOfficeHolder(scope, { bodyName });
      const task = { title: "x", ownerBodyId, dueOn: calendarDate("2026-06-30"), dueBasis: "commitment" } as const;
      await giveTask(scope, debateId, { ...task, motionIds: [motionId] });
    };
    await editor.action(at("", { fields: typed("findings", "Własne.") }));
    const seen = async () => ({
      ...typed("findings", "Własne.", (await findings()).version),
      [fieldOf.seen(placeOf("findings"))]: (await findings()).suggestion,
    });
    await give("Gmina");
    expect((await findings()).offer?.fresh).toHaveLength(1);
    expect(
      locationOf(await editor.action(at("", { fields: { ...(await seen()), skip: placeOf("findings") } }))),
    ).toEqual([303, path]);
    expect(await findings()).toMatchObject({ text: "Własne.", offer: { fresh: [] } });
    await give("Powiat");
    await editor.action(at("", { fields: { ...(await seen()), add: placeOf("findings") } }));
    expect(await findings()).toMatchObject({
      text: "Własne.\nZadania realizują: Gmina i Powiat.",
      offer: { fresh: [], gone: [] },
    });
  });

  test("fields with strange names are nobody's part", async () => {
    const { at, scope, debateId } = await anOffice();
    const fields = { "part-item-../../x": "x", "part-nonsense": "x", part: "x", "version-findings": "-1" };
    expect(locationOf(await editor.action(at("", { fields })))[0]).toBe(303);
    expect(await listMinutesParts(scope, debateId)).toEqual([]);
  });

  test.each(["officer", "viewer"] as const)("a member who is %s reads and does not write", async (role) => {
    const { at, item } = await anOffice(role);
    expect((await editor.loader(at())).rights).toEqual({ record: false, approve: false });
    await expect(editor.action(at("", { fields: typed(item, "x") }))).rejects.toMatchObject({ status: 403 });
  });

  test("the history of a part, and of none", async () => {
    const { at, item, scope, debateId } = await anOffice();
    await savePart(scope, debateId, 0, { key: item, text: "Pierwszy" }, "Ktoś");
    expect((await history.loader(at(`/history?part=${item}`))).texts).toMatchObject([{ text: "Pierwszy" }]);
    await expect(history.loader(at("/history?part=nonsense"))).rejects.toMatchObject({ status: 404 });
  });
});

describe("approving and publishing", () => {
  const approve = { approvedBy: "insp. Imię Nazwisko", drawnUpOn: "23.03.2026" };

  test("gives a number, then the page to everybody", async () => {
    const { at, path, outside, scope, debateId } = await anOffice();
    const step = (name: string, fields: Record<string, string>) =>
      steps.action(at(`/${name}`, { params: { step: name }, fields }));
    const { sha256: seen } = await steps.loader(at("/approve", { params: { step: "approve" } }));
    expect((await steps.loader(at("/approve", { params: { step: "approve" } }))).faults).not.toHaveLength(0);
    expect(answerOf(await step("publish", {})).status).toBe(409);
    expect(locationOf(await step("approve", { ...approve, seen }))).toEqual([303, path]);
    expect((await getPaper(scope, debateId, "internal")).document).toMatchObject({
      number: "1/2026",
      drawnUpOn: "2026-03-23",
    });
    await expect(publicPage.loader(doorArgs("/u", outside))).rejects.toMatchObject({ status: 404 });
    await expect(publicPdf.loader(doorArgs("/u", outside))).rejects.toMatchObject({ status: 404 });
    expect(locationOf(await step("publish", {}))).toEqual([303, path]);
    expect((await publicPage.loader(doorArgs("/u", outside))).heading).toContain("1/2026");
    expect(answerOf(await step("approve", approve))).toMatchObject({ status: 409 });
  });

  test("says until when those who were there may still propose changes, and how many wait", async () => {
    const member = await aMember();
    const { debateId, link, readerId, item } = await anOpenWindow(member.scope, new Date());
    const path = `/o/${member.unit.slug}/debates/${debateId}/minutes`;
    const shown = async () => (await (await visit(`${path}/approve`, member)).text()).replaceAll("\u00a0", " ");
    const until = formatGenitive(addDays(today(new Date()), 5));
    expect(await shown()).toContain(`mogą zgłaszać uwagi do ${until.replaceAll("\u00a0", " ")}`);
    expect(await shown()).toContain("żadna nie czeka na decyzję");
    const remark = { partKey: item, original: "Jest ciemno.", proposed: "Bywa ciemno.", reason: "" };
    expect(await proposeChange(link, readerId, remark)).toMatchObject({ ok: true });
    expect(await shown()).toContain("1 uwaga bez decyzji");
    expect(await shown()).not.toContain("żadna nie czeka");
    await closeWindow(member.scope, debateId);
    expect(await shown()).not.toContain("mogą zgłaszać uwagi");
  });

  test("what somebody saves after the page was opened is read before it is approved", async () => {
    const { at, item, scope, debateId, path } = await anOffice();
    const open = async () => (await steps.loader(at("/approve", { params: { step: "approve" } }))).sha256;
    const press = (seen: string) =>
      steps.action(at("/approve", { params: { step: "approve" }, fields: { ...approve, seen } }));
    const before = await open();
    await savePart(scope, debateId, 0, { key: item, text: "Dopisane później" }, "Ktoś inny");
    const refused = answerOf(await press(before));
    expect(refused).toMatchObject({ status: 409, fields: { approvedBy: approve.approvedBy } });
    expect(answerOf(await press(""))).toMatchObject({ status: 409 });
    expect((await getPaper(scope, debateId, "internal")).sha256).toBeNull();
    expect(locationOf(await press(await open()))).toEqual([303, path]);
  });

  test("without a name it is 422, and other steps do not exist", async () => {
    const { at } = await anOffice();
    const refused = await steps.action(at("/approve", { params: { step: "approve" }, fields: { approvedBy: " " } }));
    expect(answerOf(refused)).toMatchObject({ status: 422, errors: { approvedBy: expect.anything() } });
    await expect(steps.action(at("/x", { params: { step: "x" }, fields: {} }))).rejects.toMatchObject({ status: 404 });
    await expect(steps.loader(at("/x", { params: { step: "x" } }))).rejects.toMatchObject({ status: 404 });
  });

  test("is not for clerks", async () => {
    const { at } = await anOffice("clerk");
    const args = at("/approve", { params: { step: "approve" }, fields: approve });
    await expect(steps.action(args)).rejects.toMatchObject({ status: 403 });
  });
});

describe("files and pages", () => {
  test("the office gets either version, with a Polish name, kept by nobody", async () => {
    const { at } = await anOffice("viewer");
    const pdf = await internalPdf.loader(at(".pdf"));
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.headers.get("Cache-Control")).toBe("no-store");
    expect(pdf.headers.get("Content-Disposition")).toMatch(
      /^inline; filename="protokol debata 1-2026 - projekt - wersja wewnetrzna\.pdf"; filename\*=UTF-8''Protok%C3%B3%C5%82%20/,
    );
    const text = await textOf(new Uint8Array(await pdf.arrayBuffer()));
    expect(text).toContain("PROJEKT");
    expect(text).toContain("Zażółć gęślą jaźń");
    expect(text).toContain("strona 1 z");
    const open = await internalPdf.loader(at(".pdf?wersja=publiczna"));
    expect(open.headers.get("Content-Disposition")).not.toContain("wewnetrzna");
  });

  test("everybody gets the public version, without names and distribution", async () => {
    const { scope, debateId, outside } = await anOffice();
    await savePart(scope, debateId, 0, { key: "survey", text: "TAJNE wyniki", internal: true }, "Ktoś");
    await minutesOf(scope, debateId, new Date("2026-03-25T10:00:00Z"), true);
    const pdf = await publicPdf.loader(doorArgs("/u", outside));
    expect(pdf.headers.get("Cache-Control")).toBe("public, max-age=300");
    expect(pdf.headers.get("Content-Disposition")).toContain('filename="protokol nr 1-2026.pdf"');
    const texts = [
      await textOf(new Uint8Array(await pdf.arrayBuffer())),
      JSON.stringify(await publicPage.loader(doorArgs("/u", outside))),
    ];
    for (const text of texts) {
      expect(text).toContain("Zażółć gęślą jaźń");
      for (const secret of ["TAJNE", "Tajne", "egz. nr 1"]) expect(text).not.toContain(secret);
    }
  });

  test("a hash from a paper is found, and every other answer is one and the same", async () => {
    const { scope, debateId } = await anOffice();
    const { sha256, number } = await minutesOf(scope, debateId);
    const ask = async (hash: string) => await verify.loader(doorArgs(`/verify/${hash}`, { params: { hash } }));
    const known = await ask(sha256.slice(0, 16));
    expect(known.data.paper).toMatchObject({ number, path: null });
    expect(JSON.stringify(known)).not.toContain("Tajne");
    const wrong = await Promise.all(["0".repeat(64), "abc", "<script>", sha256.slice(0, 15)].map(ask));
    for (const answer of wrong) {
      expect(answer.init?.status).toBe(404);
      expect(answer.data).toEqual({ paper: null });
    }
  });

  test("another unit's minutes do not exist", async () => {
    const { params } = (await anOffice()).at();
    const stranger = await aMember("admin");
    const args = doorArgs("/o", { cookie: stranger.cookie, params: { ...params, unit: stranger.unit.slug } });
    for (const door of [editor.loader, internalPdf.loader])
      await expect(door(args)).rejects.toMatchObject({ status: 404 });
    const form = doorArgs("/o", {
      ...args,
      cookie: stranger.cookie,
      params: args.params,
      fields: typed("findings", "x"),
    });
    await expect(editor.action(form)).rejects.toMatchObject({ status: 404 });
  });
});
