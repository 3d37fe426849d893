import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { changeMembers, inviteMember, sendPasswordLink } from "~/domain/organizations/commands.members.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { tokenOf } from "~/platform/links.server";
import { findUserId } from "~/platform/session.server";
import { action, loader } from "~/routes/join.$token";
import type { Role } from "~db/vocabulary";
import { aMember, doorArgs, PASSWORD } from "../setup/factories.organizations";

async function anInvite(role: Role = "clerk", email = `${randomUUID()}@policja.test`) {
  const admin = await aMember("admin");
  const invited = await inviteMember(admin.scope, { email, role });
  if (!invited.ok) throw new Error(invited.reason);
  return { ...admin, token: tokenOf("member", invited.value.id), invited: email };
}
const args = (token: string, fields?: Record<string, string>) => ({
  ...doorArgs(`/join/${token}`, { params: { token }, fields }),
  context: { network: randomUUID() },
});
type Refused = { data: { errors: Record<string, { message: string }>; fields: object }; init: ResponseInit };
const send = async (token: string, fields: Record<string, string>) => action(args(token, fields));
const refused = async (token: string, fields: Record<string, string>) =>
  (await send(token, fields)) as unknown as Refused;
const GOOD = { name: "Anna Łącka-Żak", rank: "st. sierż.", password: PASSWORD, again: PASSWORD };

describe("/join/:token", () => {
  test("opening it changes nothing, however often a mail scanner does", async () => {
    const { token, unit, invited, scope } = await anInvite();
    for (let i = 0; i < 3; i++)
      expect(await loader(args(token))).toMatchObject({ unitName: unit.name, email: invited, role: "protokolant" });
    expect(await listMembers(scope)).toHaveLength(1);
  });

  test("a colleague joins and is in at once", async () => {
    const { token, unit, scope } = await anInvite();
    const answer = (await send(token, GOOD)) as Response;
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/o/${unit.slug}`]);
    const members = await listMembers(scope);
    const joined = members.find(({ name }) => name === GOOD.name);
    expect(joined).toMatchObject({ role: "clerk", rank: "st. sierż." });
    const cookie = answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    expect(await findUserId(new Request("http://app.test", { headers: { Cookie: cookie } }))).toBe(joined?.userId);

    const again = (await send(token, GOOD).catch((thrown) => thrown)) as Response;
    expect([again.status, again.headers.get("Location")]).toEqual([303, "/login"]);
  });

  test("what is wrong is said beside its field; the name stays, the password does not", async () => {
    const { token } = await anInvite();
    const empty = await refused(token, { name: "", password: "", again: "" });
    expect(empty.init).toEqual({ status: 422 });
    expect(empty.data.errors).toMatchObject({
      name: { message: "Proszę podać imię i\u00a0nazwisko." },
      password: { message: expect.stringContaining("hasło") },
    });

    const short = await refused(token, { ...GOOD, password: "jedenascie1", again: "jedenascie1" });
    expect(short.data.errors).toEqual({
      password: { type: "custom", message: "Hasło musi mieć co najmniej 12 znaków, jest 11." },
    });
    expect(short.data.fields).toEqual({ name: GOOD.name, rank: GOOD.rank });

    const differ = await refused(token, { ...GOOD, again: "cos innego zupelnie" });
    expect(differ.data.errors).toMatchObject({ again: { message: "Hasła w\u00a0obu polach są różne." } });
    expect(JSON.stringify(differ)).not.toContain(PASSWORD);
  });

  test("a password is any text, and the same on every keyboard", async () => {
    const { token, invited } = await anInvite();
    const composed = "zażółć gęślą jaźń 😀";
    await send(token, { ...GOOD, password: composed.normalize("NFD"), again: composed });
    const { signIn } = await import("~/domain/organizations/commands.sign-in.server");
    expect((await signIn(invited, composed, randomUUID())).ok).toBe(true);
  });

  test("somebody with an account elsewhere proves it, and is not asked more", async () => {
    const colleague = await aMember("viewer");
    const { token, unit } = await anInvite("clerk", colleague.email);
    expect(await loader(args(token))).toMatchObject({ how: "known" });
    const wrong = await refused(token, { password: "nie to haslo" });
    expect([wrong.init, wrong.data.errors.password?.message]).toEqual([
      { status: 409 },
      "To nie jest hasło tego konta.",
    ]);
    expect(((await send(token, { password: PASSWORD })) as Response).headers.get("Location")).toBe(`/o/${unit.slug}`);
  });

  test("a link of somebody who has left since opens the unit no more", async () => {
    const admin = await aMember("admin");
    const leaver = await aMember("admin", { unit: admin.unit });
    const idOf = async () => (await listMembers(admin.scope)).find(({ userId }) => userId === leaver.userId)?.id ?? "";
    const sent = await sendPasswordLink(admin.scope, await idOf());
    if (!sent.ok) throw new Error(sent.reason);
    const token = tokenOf("member", sent.value.id);
    expect(await changeMembers(admin.scope, { intent: "end", id: await idOf() })).toMatchObject({ ok: true });

    await expect(loader(args(token))).rejects.toMatchObject({ status: 404 });
    await expect(send(token, { password: PASSWORD })).rejects.toMatchObject({ status: 404 });
    expect((await listMembers(admin.scope)).map(({ userId }) => userId)).toEqual([admin.userId]);
    // Asked anew, they may come again.
    const invited = await inviteMember(admin.scope, { email: leaver.email, role: "viewer" });
    if (!invited.ok) throw new Error(invited.reason);
    const answer = (await send(tokenOf("member", invited.value.id), { password: PASSWORD })) as Response;
    expect(answer.headers.get("Location")).toBe(`/o/${admin.unit.slug}`);
    const back = (await listMembers(admin.scope)).find(({ userId }) => userId === leaver.userId);
    expect(back?.role).toBe("viewer");
  });

  test("a wrong link is not found, whatever is wrong with it", async () => {
    for (const token of ["guess", "", "../x", tokenOf("invitation", randomUUID()), tokenOf("member", randomUUID())]) {
      await expect(loader(args(token))).rejects.toMatchObject({ status: 404 });
      await expect(send(token, GOOD)).rejects.toMatchObject({ status: 404 });
    }
  });
});
