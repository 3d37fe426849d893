import { describe, expect, test } from "vitest";
import { listItems } from "~/domain/agenda/queries.server";
import { startItem } from "~/domain/live/commands.server";
import { messages } from "~/domain/live/messages.pl";
import { listSpeeches } from "~/domain/live/queries.speeches.server";
import { listDebateMotions } from "~/domain/motions/queries.server";
import * as live from "~/routes/o.$unit.debates.$id.live";
import * as state from "~/routes/o.$unit.debates.$id.state";
import { anEvening } from "../setup/factories.live";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { visit } from "../setup/site";

async function aScreen() {
  const member = await aMember("clerk");
  const evening = await anEvening(member.scope);
  const params = { unit: member.unit.slug, id: evening.debateId };
  const path = `/o/${params.unit}/debates/${params.id}/live`;
  const page = async (fields?: Record<string, string>) => (await visit(path, { cookie: member.cookie, fields })).text();
  const press = (fields: Record<string, string>) =>
    live.action(doorArgs(path, { cookie: member.cookie, params, fields }));
  return { ...evening, path, page, press };
}
const refusal = (result: unknown) => result as { data: { errors: Record<string, { message: string }> }; init: object };

describe("who speaks, from the live screen", () => {
  test("one form notes it, one takes it back, and a double click is one entry", async () => {
    const { scope, debateId, opening, path, press } = await aScreen();
    await startItem(scope, debateId, opening);
    const said = { intent: "speech", speaker: "  Burmistrz,\u00a0Urząd Miejski ", _key: "12345678-key" };
    for (let i = 0; i < 2; i++) {
      const done = (await press(said)) as Response;
      expect([done.status, done.headers.get("Location")]).toEqual([303, path]);
    }
    const [speech, ...more] = await listSpeeches(scope, debateId);
    expect([speech?.speaker, more]).toEqual(["Burmistrz, Urząd Miejski", []]);
    await press({ intent: "unspeech", speechId: speech?.id ?? "" });
    expect(await listSpeeches(scope, debateId)).toEqual([]);
  });

  test("nothing, too much, and a moment when no item runs each have their sentence", async () => {
    const { scope, debateId, opening, press } = await aScreen();
    const early = refusal(await press({ intent: "speech", speaker: "Wójt" }));
    expect(early).toMatchObject({ init: { status: 409 } });
    expect(early.data.errors.root?.message).toMatch(/rozpocząć punkt/);
    await startItem(scope, debateId, opening);
    for (const speaker of ["", " ", "ą".repeat(100_000)]) {
      const { init, data } = refusal(await press({ intent: "speech", speaker }));
      expect(init).toMatchObject({ status: 422 });
      expect(data.errors.speaker?.message).toMatch(/\.$/);
    }
    await expect(press({ intent: "unspeech", speechId: "nobody" })).rejects.toMatchObject({ status: 404 });
    expect(await listSpeeches(scope, debateId)).toEqual([]);
  });
});

test("whoever ends the debate ends the item that runs", async () => {
  const { unit, cookie, scope } = await aMember("organizer");
  const { debateId, opening } = await anEvening(scope);
  await startItem(scope, debateId, opening);
  const path = `/o/${unit.slug}/debates/${debateId}/state`;
  const fields = { to: "hold", _key: "12345678-hold" };
  const done = await state.action(doorArgs(path, { cookie, params: { unit: unit.slug, id: debateId }, fields }));
  expect((done as Response).status).toBe(303);
  expect((await listItems(scope, debateId)).find(({ id }) => id === opening)?.finishedAt).toBeInstanceOf(Date);
});

describe("what is typed during the evening", () => {
  test("a date without anybody who does it is not lost in silence", async () => {
    const { scope, debateId, press } = await aScreen();
    const line = { intent: "capture", text: "Lampa nie świeci.", category: "LIGHT", raisedBy: "resident" };
    const refused = refusal(await press({ ...line, dueOn: "20.05.2026", _key: "12345678-date" }));
    expect(refused).toMatchObject({ init: { status: 422 } });
    expect(refused.data.errors.ownerBodyId?.message).toMatch(/kto się zajmie/);
    expect(await listDebateMotions(scope, debateId)).toEqual([]);
    for (const fields of [line, { ...line, dueOn: "20.05.2026", policeOnly: "on" }])
      expect(((await press({ ...fields, _key: crypto.randomUUID() })) as Response).status).toBe(303);
  });

  test("Enter in a field of an outcome decides nothing, and its sentence leads to this motion's buttons", async () => {
    const { scope, debateId, page, press } = await aScreen();
    await press({ intent: "capture", text: "Lampa.", category: "LIGHT", raisedBy: "resident", _key: "12345678-lamp" });
    const [motion] = await listDebateMotions(scope, debateId);
    const html = await page();
    const form = html.slice(html.indexOf(`name="motionId" value="${motion?.id}"`)).split("</form>")[0] ?? "";
    const [first] = form.match(/<button[^>]*>/) ?? [];
    expect(first).toContain('aria-hidden="true" name="outcome" value=""');
    // Ctrl+Enter sends the form without a button.
    for (const pressed of [{ outcome: "" }, {}] as Record<string, string>[]) {
      const fields = { intent: "outcome", motionId: motion?.id ?? "", answer: "Wymienimy.", _key: "12345678-enter" };
      const answer = await page({ ...fields, ...pressed });
      expect(answer).toContain(`href="#outcome-${motion?.id}"`);
      expect(answer).toContain(`id="outcome-${motion?.id}"`);
      expect(answer).toContain(messages.errors.outcome);
      expect(answer).toContain('value="Wymienimy."');
    }
    expect((await listDebateMotions(scope, debateId))[0]?.outcome).toBeNull();
  });
});
