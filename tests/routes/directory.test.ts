import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getBody, getPerson, listBodies, listOffices, listTermsOf } from "~/domain/directory/queries.server";
import { loader as list } from "~/routes/o.$unit.directory._index";
import { action, loader } from "~/routes/o.$unit.directory.bodies.$body";
import { action as add } from "~/routes/o.$unit.directory.new";
import { anOfficeHolder } from "../setup/factories.debates";
import { aMember, doorArgs } from "../setup/factories.organizations";

type Member = Awaited<ReturnType<typeof aMember>>;
type Fields = Record<string, string>;
type Refusal = {
  fields: Fields;
  errors?: Record<string, { message: string }>;
  version?: number;
  conflict?: { theirs: Fields };
};

const args = ({ unit, cookie }: Member, tail: string, fields?: Fields, body = "") =>
  doorArgs(`/o/${unit.slug}/directory${tail}`, {
    cookie,
    params: { unit: unit.slug, body },
    fields: fields && { _key: randomUUID(), ...fields },
  });

async function answerOf(result: Promise<unknown>) {
  const answer = await result;
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), data: null };
  const { data, init } = answer as { data: Refusal; init: { status: number } };
  return { status: init.status, location: null, data };
}

describe("/o/:unit/directory/new", () => {
  const fields = { kind: "municipality", name: "Urząd Gminy Łąka", gender: "female" };

  test("a body with its office and its holder, once", async () => {
    const member = await aMember();
    const all = {
      ...fields,
      title: "Wójt",
      personName: "Ewa Łoś",
      email: "UG@LAKA.test",
      phone: "44/123-45-67",
      _key: randomUUID(),
    };
    const first = await answerOf(add(args(member, "/new", all)));
    expect((await answerOf(add(args(member, "/new", all)))).location).toBe(first.location);
    const [body, ...others] = await listBodies(member.scope);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: 303, location: `/o/${member.unit.slug}/directory/bodies/${body?.id}` });
    expect(body).toMatchObject({ email: "ug@laka.test", phone: "44 123 45 67" });
    expect((await list(args(member, "?q=laka"))).rows).toMatchObject([{ salutation: "Szanowna Pani Wójt" }]);
  });

  test("bad input is explained beside its field", async () => {
    const member = await aMember();
    const wrong = {
      ...fields,
      name: "",
      email: "nie-adres",
      phone: "12",
      personName: "Ewa Łoś",
      startsOn: "29.02.2027",
    };
    const { status, data } = await answerOf(add(args(member, "/new", wrong)));
    expect(status).toBe(422);
    expect(Object.keys(data?.errors ?? {}).sort()).toEqual(["email", "name", "phone", "startsOn"]);
    expect(data?.fields).toMatchObject({ personName: "Ewa Łoś", startsOn: "29.02.2027" });
    const homeless = await answerOf(add(args(member, "/new", { ...fields, personName: "Ewa Łoś" })));
    expect(homeless.data?.errors).toMatchObject({ title: { message: expect.stringMatching(/stanowisko/) } });
    await add(args(member, "/new", fields));
    const again = await answerOf(add(args(member, "/new", { ...fields, name: "urząd gminy łąka" })));
    expect(again).toMatchObject({
      status: 422,
      data: { errors: { name: { message: expect.stringMatching(/już jest/) } } },
    });
  });
});

describe("/o/:unit/directory/bodies/:body", () => {
  async function home() {
    const member = await aMember();
    const ids = await anOfficeHolder(member.scope, { bodyName: "Urząd" });
    const send = (tail: string, fields: Fields) => answerOf(action(args(member, tail, fields, ids.bodyId)));
    const open = (tail = "") => loader(args(member, tail, undefined, ids.bodyId));
    return { member, send, open, ...ids };
  }

  test("one form at a time, each filled with what is saved", async () => {
    const { open, officeId, personId } = await home();
    expect((await open()).open).toBeNull();
    expect((await open("?form=body")).open).toMatchObject({
      version: 1,
      fields: { name: "Urząd", kind: "municipality" },
    });
    expect((await open(`?form=title&id=${officeId}`)).open?.fields).toMatchObject({ title: "Burmistrz" });
    expect((await open(`?form=person&id=${personId}`)).open?.fields).toMatchObject({ name: "Anna Łącka-Żak" });
    expect((await open(`?form=appoint&id=${officeId}`)).open?.fields).toHaveProperty("startsOn");
    expect((await open("?form=nonsense")).open).toBeNull();
    await expect(open("?form=person&id=unknown")).rejects.toMatchObject({ status: 404 });
    await expect(open("?form=person")).rejects.toMatchObject({ status: 404 });
  });

  test("an office is added, filled, and left", async () => {
    const { member, send, bodyId } = await home();
    expect(await send("?form=office", { title: "Sekretarz Miasta" })).toMatchObject({ status: 303 });
    expect(await send("?form=office", { title: "sekretarz miasta" })).toMatchObject({ status: 422 });
    const [, office] = await listOffices(member.scope, bodyId);
    const id = office!.id;
    expect(await send(`?form=appoint&id=${id}`, { startsOn: "1.01.2026", gender: "male" })).toMatchObject({
      status: 422,
      data: { errors: { name: { message: expect.stringMatching(/imię i nazwisko/) } } },
    });
    const jan = { name: "Jan Kos", gender: "male", startsOn: "1.01.2026" };
    expect(await send(`?form=appoint&id=${id}`, jan)).toMatchObject({ status: 303 });
    expect(await send(`?form=appoint&id=${id}`, { ...jan, startsOn: "1.01.2025" })).toMatchObject({
      status: 422,
      data: { errors: { startsOn: {} }, fields: { name: "Jan Kos" } },
    });
    const [term] = await listTermsOf(member.scope, id);
    expect(await send(`?form=end&id=${term!.id}`, { endsOn: "31.12.2025" })).toMatchObject({ status: 422 });
    expect(await send(`?form=end&id=${term!.id}`, { endsOn: "30.06.2026" })).toMatchObject({ status: 303 });
  });

  test("a stale save of a body or a person is answered with both texts", async () => {
    const { member, send, personId, bodyId } = await home();
    const body = { kind: "municipality", name: "Urząd Miejski" };
    expect(await send("?form=body", { ...body, _version: "1" })).toMatchObject({ status: 303 });
    expect(await send("?form=body", { ...body, name: "Mój urząd", _version: "1" })).toMatchObject({
      status: 409,
      data: { version: 2, fields: { name: "Mój urząd" }, conflict: { theirs: { name: "Urząd Miejski" } } },
    });
    const person = { name: "Anna Nowa", gender: "female" };
    expect(await send(`?form=person&id=${personId}`, { ...person, _version: "1" })).toMatchObject({ status: 303 });
    expect(await send(`?form=person&id=${personId}`, { ...person, _version: "1" })).toMatchObject({ status: 409 });
    expect((await getPerson(member.scope, personId)).name).toBe("Anna Nowa");
    expect((await getBody(member.scope, bodyId)).name).toBe("Urząd Miejski");
  });

  test("archiving asks first, and can be taken back", async () => {
    const { member, send, bodyId } = await home();
    await send("?form=archive", {});
    expect((await list(args(member, ""))).rows).toEqual([]);
    expect((await list(args(member, "?zakres=archiwum"))).rows).toHaveLength(1);
    await send("?form=restore", {});
    expect((await getBody(member.scope, bodyId)).archivedAt).toBeNull();
    await send("?form=desk", {});
    expect((await getBody(member.scope, bodyId)).deskGeneration).toBe(2);
  });

  test("is read by all members, changed by those who plan, and unknown to strangers", async () => {
    const { member, bodyId } = await home();
    const viewer = await aMember("viewer", { unit: member.unit });
    expect(await loader(args(viewer, "?form=body", undefined, bodyId))).toMatchObject({
      open: null,
      mayOrganize: false,
    });
    await expect(action(args(viewer, "?form=archive", {}, bodyId))).rejects.toMatchObject({ status: 403 });
    const stranger = await aMember();
    await expect(loader(args(stranger, "", undefined, bodyId))).rejects.toMatchObject({ status: 404 });
    await expect(action(args(stranger, "?form=archive", {}, bodyId))).rejects.toMatchObject({ status: 404 });
  });
});
