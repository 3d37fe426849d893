import { describe, expect, test } from "vitest";
import { DEFAULT_PHRASES } from "~/domain/minutes/messages.phrases.pl";
import { listMinutesParts } from "~/domain/minutes/queries.server";
import { placeOf } from "~/domain/minutes/rules";
import * as editor from "~/routes/o.$unit.debates.$id.minutes";
import * as library from "~/routes/o.$unit.settings.phrases";
import { aHeldDebate } from "../setup/factories.minutes-held";
import { aMember, doorArgs } from "../setup/factories.organizations";

type Refusal = {
  data: { fields: Record<string, string>; version?: number; errors?: object };
  init: { status: number };
};

async function aLibrary() {
  const member = await aMember("clerk");
  const at = (query = "", fields?: Record<string, string>) =>
    doorArgs(`/o/x${query}`, { cookie: member.cookie, params: { unit: member.unit.slug }, fields });
  const rows = async () => (await library.loader(at())).rows;
  const press = async (fields: Record<string, string>) => {
    const answer = await library.action(at("", fields));
    return answer instanceof Response
      ? { status: answer.status }
      : { ...(answer as Refusal).init, ...(answer as Refusal).data };
  };
  return { ...member, at, rows, press };
}

describe("the library of a unit", () => {
  test("begins with what everybody has, and becomes its own with the first change", async () => {
    const { rows, press } = await aLibrary();
    expect(await rows()).toMatchObject(DEFAULT_PHRASES.map(({ title }) => ({ title, version: 0 })));
    const change = { do: "change", id: "start-2", title: "Frekwencja", text: "Przyszło {liczba:osoba|osoby|osób}." };
    expect(await press({ ...change, _version: "0" })).toEqual({ status: 303 });
    const changed = await rows();
    expect(changed).toHaveLength(DEFAULT_PHRASES.length);
    expect(changed[2]).toMatchObject({ title: "Frekwencja", version: 1 });
  });

  test("phrases are added, moved and removed", async () => {
    const { rows, press } = await aLibrary();
    await press({ do: "add", title: "Własna", text: "Zdanie." });
    const last = (await rows()).at(-1);
    expect(await press({ move: `up.${last?.id}` })).toEqual({ status: 303 });
    expect((await rows()).at(-2)).toMatchObject({ title: "Własna" });
    expect(await press({ do: "remove", id: last?.id ?? "", _version: String(last?.version) })).toEqual({ status: 303 });
    expect(await rows()).toHaveLength(DEFAULT_PHRASES.length);
  });

  test("a stale change is 409 with the newer version, a name that is taken 409, an empty text 422; all keep what was typed", async () => {
    const { rows, press } = await aLibrary();
    await press({ do: "add", title: "Własna", text: "Zdanie." });
    const id = (await rows()).at(-1)?.id ?? "";
    await press({ do: "change", id, title: "Własna", text: "Nowsze.", _version: "1" });
    const fields = { do: "change", id, title: "Własna", text: "Moje." };
    expect(await press({ ...fields, _version: "1" })).toMatchObject({ status: 409, fields, version: 2 });
    expect(await press({ do: "add", title: "Własna", text: "Inne." })).toMatchObject({
      status: 409,
      fields: { text: "Inne." },
      errors: { title: {} },
    });
    expect(await press({ do: "add", title: "Pusta", text: " " })).toMatchObject({ status: 422, errors: { text: {} } });
  });
});

test("without scripts a phrase comes under what was typed, filled in, and nothing is saved or lost", async () => {
  const member = await aMember("clerk");
  const { debateId, item } = await aHeldDebate(member.scope);
  const params = { unit: member.unit.slug, id: debateId };
  const [place, other] = [placeOf(item), placeOf("survey")];
  const index = DEFAULT_PHRASES.findIndex(({ title }) => title === "Zgłoszone wnioski");
  const typed = {
    [place]: "Napisane. ",
    [other]: "Też niezapisane",
    [place.replace("part", "phrase")]: `start-${index}`,
  };
  const ask = async (fields: Record<string, string>) =>
    (await editor.action(doorArgs("/o", { cookie: member.cookie, params, fields }))) as unknown as Refusal;
  const answer = await ask({ ...typed, phrase: place });
  expect(answer.init).toBeNull();
  expect(answer.data.fields).toMatchObject({
    [place]: "Napisane.\nPodczas debaty zgłoszono 1\u00a0wniosek.",
    [other]: "Też niezapisane",
  });
  const unknown = { ...typed, [place.replace("part", "phrase")]: "nonsense", phrase: place };
  expect((await ask(unknown)).data.fields[place]).toBe("Napisane. ");
  expect(await listMinutesParts(member.scope, debateId)).toEqual([]);
});
