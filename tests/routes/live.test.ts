import { describe, expect, test } from "vitest";
import { startItem } from "~/domain/live/commands.server";
import { listSpeeches } from "~/domain/live/queries.speeches.server";
import * as live from "~/routes/o.$unit.debates.$id.live";
import { anEvening } from "../setup/factories.live";
import { aMember, doorArgs } from "../setup/factories.organizations";

async function aScreen() {
  const member = await aMember("clerk");
  const evening = await anEvening(member.scope);
  const params = { unit: member.unit.slug, id: evening.debateId };
  const path = `/o/${params.unit}/debates/${params.id}/live`;
  const press = (fields: Record<string, string>) =>
    live.action(doorArgs(path, { cookie: member.cookie, params, fields }));
  return { ...evening, path, press };
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
