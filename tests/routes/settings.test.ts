import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getUnitSettings, listMemberInvites, listMembers } from "~/domain/organizations/queries.server";
import { settingsVersion } from "~/domain/organizations/rules";
import * as unitPage from "~/routes/o.$unit.settings._index";
import * as membersPage from "~/routes/o.$unit.settings.members";
import { aMember, doorArgs } from "../setup/factories.organizations";

type Refused = {
  data: { errors: Record<string, { message: string }>; fields: object; version: number; conflict?: object[] };
  init: ResponseInit;
};
type Member = Awaited<ReturnType<typeof aMember>>;
const args = ({ unit, cookie }: Member, path: string, fields?: Record<string, string>) => ({
  ...doorArgs(`/o/${unit.slug}/settings${path}`, { cookie, params: { unit: unit.slug }, fields }),
  context: {},
});
const key = () => ({ _key: randomUUID() });

describe("settings of the unit", () => {
  async function anOpenForm() {
    const admin = await aMember("admin");
    const { fields, version } = await unitPage.loader(args(admin, ""));
    return { admin, fields: { ...fields, ...key(), _version: String(version) } };
  }
  const save = (admin: Member, fields: Record<string, string>) => unitPage.action(args(admin, "", fields));

  test("are saved, once for two clicks", async () => {
    const { admin, fields } = await anOpenForm();
    const changed = { ...fields, phone: "44/1234567", minutesPattern: "Pr-{numer}/{rok}" };
    const clicks = (await Promise.all([save(admin, changed), save(admin, changed)])) as Response[];
    expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
    expect(await getUnitSettings(admin.scope)).toMatchObject({
      phone: "44 123 45 67",
      minutesPattern: "Pr-{numer}/{rok}",
    });
  });

  test("switch reminders off and name who hears of silence", async () => {
    const { admin, fields } = await anOpenForm();
    expect(fields).toMatchObject({ reminds: "on", chairEmail: "" });
    const changed = { ...fields, phone: "600100200", reminds: "off", chairEmail: "Komendant@KPP.test " };
    expect(await save(admin, changed)).toMatchObject({ status: 303 });
    expect(await getUnitSettings(admin.scope)).toMatchObject({ reminds: false, chairEmail: "komendant@kpp.test" });
    expect((await unitPage.loader(args(admin, ""))).fields.reminds).toBe("off");

    const stale = (await save(admin, { ...changed, ...key(), reminds: "on" })) as unknown as Refused;
    expect(stale.data.conflict).toContainEqual({
      label: "Przypomnienia automatyczne",
      mine: "tak",
      theirs: "nie",
    });

    const wrong = { ...changed, ...key(), reminds: "maybe", chairEmail: "nikt" };
    const { init, data } = (await save(admin, wrong)) as unknown as Refused;
    expect(init).toEqual({ status: 422 });
    expect(Object.keys(data.errors).sort()).toEqual(["chairEmail", "reminds"]);
  });

  test("say what is wrong and keep what was typed", async () => {
    const { admin, fields } = await anOpenForm();
    const wrong = { ...fields, name: "", email: "bez-malpy", phone: "12", minutesPattern: "{rok}" };
    const { init, data } = (await save(admin, wrong)) as unknown as Refused;
    expect(init).toEqual({ status: 422 });
    expect(Object.keys(data.errors).sort()).toEqual(["email", "minutesPattern", "name", "phone"]);
    expect(data.errors.minutesPattern?.message).toContain("{numer}");
    expect(data.fields).toMatchObject({ email: "bez-malpy", phone: "12", minutesPattern: "{rok}" });
  });

  test("a stale save shows both texts, and saving again settles it", async () => {
    const { admin, fields } = await anOpenForm();
    await save(admin, { ...fields, ...key(), phone: "600100200" });
    const { init, data } = (await save(admin, { ...fields, ...key(), phone: "510100200" })) as unknown as Refused;
    expect(init).toEqual({ status: 409 });
    expect(data.fields).toMatchObject({ phone: "510100200" });
    expect(data.conflict).toContainEqual({ label: "Telefon", mine: "510 100 200", theirs: "600 100 200" });
    expect(data.version).toBe(settingsVersion(await getUnitSettings(admin.scope)));

    const again = { ...fields, ...key(), phone: "510100200", _version: String(data.version) };
    expect(await save(admin, again)).toMatchObject({ status: 303 });
    expect(await getUnitSettings(admin.scope)).toMatchObject({ phone: "510 100 200" });
  });

  test("are for admins only", async () => {
    for (const role of ["organizer", "clerk", "officer", "viewer"] as const) {
      const member = await aMember(role);
      for (const page of [unitPage, membersPage]) {
        await expect(page.loader(args(member, ""))).rejects.toMatchObject({ status: 403 });
        await expect(page.action(args(member, "", { intent: "invite" }))).rejects.toMatchObject({ status: 403 });
      }
    }
  });
});

describe("members of the unit", () => {
  const send = (admin: Member, fields: Record<string, string>) =>
    membersPage.action(args(admin, "/members", { ...key(), ...fields }));
  const refusedOf = async (answer: ReturnType<typeof send>) => {
    const { init, data } = (await answer) as unknown as Refused;
    return { status: init.status ?? init, errors: data.errors };
  };

  test("are invited, once for two clicks, and the page shows it", async () => {
    const admin = await aMember("admin");
    const fields = { ...key(), intent: "invite", email: "Ewa.Nowak@policja.test", role: "clerk" };
    const clicks = (await Promise.all([send(admin, fields), send(admin, fields)])) as Response[];
    expect(clicks.map((answer) => answer.headers.get("Location"))).toEqual(
      Array(2).fill(`/o/${admin.unit.slug}/settings/members?wyslano`),
    );
    expect(await listMemberInvites(admin.scope)).toMatchObject([{ email: "ewa.nowak@policja.test", role: "clerk" }]);
    expect(await membersPage.loader(args(admin, "/members?wyslano"))).toMatchObject({
      isSent: true,
      invites: [{ email: "ewa.nowak@policja.test" }],
      members: [{ userId: admin.userId }],
    });
  });

  test("a wrong invitation is explained", async () => {
    const admin = await aMember("admin");
    expect(await refusedOf(send(admin, { intent: "invite", email: "x", role: "king" }))).toMatchObject({
      status: 422,
      errors: { email: {}, role: { message: "Proszę wybrać rolę." } },
    });
    expect(await refusedOf(send(admin, { intent: "invite", email: admin.email, role: "clerk" }))).toMatchObject({
      status: 409,
      errors: { email: { message: "Ta osoba jest już członkiem jednostki." } },
    });
    expect(await refusedOf(send(admin, { intent: "destroy" }))).toMatchObject({ status: 422 });
    expect(await refusedOf(send(admin, {}))).toMatchObject({ status: 422 });
  });

  test("the last admin keeps the role and the membership", async () => {
    const admin = await aMember("admin");
    const [me] = await listMembers(admin.scope);
    const id = me?.id ?? "";
    const attempts: Record<string, string>[] = [
      { intent: "role", id, role: "clerk" },
      { intent: "end", id },
    ];
    for (const fields of attempts)
      expect(await refusedOf(send(admin, fields))).toMatchObject({
        status: 409,
        errors: { root: { message: expect.stringContaining("jedyny administrator") } },
      });
  });

  test("a role changes and a membership ends", async () => {
    const admin = await aMember("admin");
    await aMember("clerk", { unit: admin.unit });
    const clerk = (await listMembers(admin.scope)).find(({ role }) => role === "clerk");
    const id = clerk?.id ?? "";
    expect(await membersPage.loader(args(admin, `/members?osoba=${id}`))).toMatchObject({ chosen: { id } });
    expect(await send(admin, { intent: "role", id, role: "organizer" })).toMatchObject({ status: 303 });
    expect(await send(admin, { intent: "password", id })).toMatchObject({ status: 303 });
    expect(await send(admin, { intent: "end", id })).toMatchObject({ status: 303 });
    expect(await listMembers(admin.scope)).toHaveLength(1);
  });

  test("somebody of another unit is not found", async () => {
    const [admin, other] = [await aMember("admin"), await aMember("admin")];
    const [stranger] = await listMembers(other.scope);
    for (const intent of ["role", "end", "password", "revoke"])
      await expect(send(admin, { intent, id: stranger?.id ?? "", role: "viewer" })).rejects.toMatchObject({
        status: 404,
      });
    expect(await membersPage.loader(args(admin, `/members?osoba=${stranger?.id}`))).toMatchObject({
      chosen: undefined,
    });
  });
});
