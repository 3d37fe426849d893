import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSubstitute, getInvitation, listInvitations } from "~/domain/invitations/queries.server";
import { config } from "~/platform/config.server";
import { tokenOf } from "~/platform/links.server";
import { action, loader } from "~/routes/o.$unit.debates.$id.invitations";
import { aDebate, anOfficeHolder } from "../setup/factories.debates";
import { anInvitation, aSubstitute } from "../setup/factories.invitations";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { visit } from "../setup/site";

type Member = Awaited<ReturnType<typeof aMember>>;
type Sent = Parameters<typeof doorArgs>[1] extends infer O
  ? NonNullable<O extends { fields?: infer F } ? F : never>
  : never;

const args = ({ unit, cookie }: Member, id: string, query = "", fields?: Sent) =>
  doorArgs(`/o/${unit.slug}/debates/${id}/invitations${query}`, { cookie, params: { unit: unit.slug, id }, fields });
const open = (member: Member, id: string, query = "") => loader(args(member, id, query));

async function press(member: Member, id: string, fields: Sent) {
  const result = await action(args(member, id, "", fields));
  if (result instanceof Response) return { status: result.status, location: result.headers.get("Location") };
  const { data, init } = result as { data: { errors: Record<string, { message: string }> }; init: { status: number } };
  return { status: init.status, errors: data.errors };
}

async function planned(role: Parameters<typeof aMember>[0] = "organizer") {
  const member = await aMember(role);
  const { debate } = await aDebate({}, { scope: member.scope, announced: true });
  return { member, id: debate.id };
}

describe("the guest list", () => {
  test("is picked, sent, and says what was done", async () => {
    const { member, id } = await planned();
    const [one, two] = [await anOfficeHolder(member.scope), await anOfficeHolder(member.scope, { email: "" })];
    expect((await open(member, id, "?dodaj=1&q=burm")).pane).toMatchObject({
      name: "pick",
      rows: [{ isListed: false }, { isListed: false }],
    });
    const added = await press(member, id, {
      do: "add",
      "guests[]": [`office:${one.officeId}`, `office:${two.officeId}`],
    });
    expect(added).toMatchObject({ status: 303, location: expect.stringContaining("zapisano=add&ile=2") });
    expect((await open(member, id)).guests).toMatchObject([{ status: "draft" }, { status: "draft" }]);
    expect(await press(member, id, { do: "send" })).toMatchObject({
      location: expect.stringContaining("zapisano=send&ile=2"),
    });
    const page = await open(member, id, "?zapisano=send&ile=2");
    expect(page).toMatchObject({ saved: { action: "send", count: 2 }, remindable: 1 });
  });

  test("does not say that letters are sent which no mail server takes", async () => {
    const { member, id } = await planned();
    const path = `/o/${member.unit.slug}/debates/${id}/invitations?ile=4&zapisano=`;
    const said = async (action: string) => (await visit(path + action, member)).text();
    for (const action of ["send", "remind", "correct"]) {
      expect(await said(action)).toMatch(/czekają w „Skrzynce nadawczej” i nie zostały wysłane/);
      expect(await said(action)).not.toMatch(/Wysłano \d|wysłane ponownie/);
    }
    expect(await said("withdraw")).not.toContain("nie zostały wysłane");
    config.smtpUrl = "smtp://localhost:1";
    expect(await said("send")).toMatch(/Wysłano 4\s/);
    config.smtpUrl = undefined;
  });

  test("refuses what is on the list already, and nothing at all", async () => {
    const member = await aMember();
    const { debateId, officeId } = await anInvitation({ scope: member.scope });
    expect(await press(member, debateId, { do: "add", "guests[]": [`office:${officeId}`] })).toMatchObject({
      status: 409,
    });
    expect(await press(member, debateId, { do: "add" })).toMatchObject({
      status: 409,
      errors: { guests: expect.anything() },
    });
    await expect(press(member, debateId, { do: "add", "guests[]": ["office:unknown"] })).rejects.toMatchObject({
      status: 404,
    });
    await expect(press(member, debateId, { do: "drop tables" })).rejects.toMatchObject({ status: 400 });
  });

  test("pressed twice adds once", async () => {
    const { member, id } = await planned();
    const { officeId } = await anOfficeHolder(member.scope);
    const fields = { do: "add", "guests[]": [`office:${officeId}`], _key: randomUUID() };
    for (let i = 0; i < 2; i++) expect(await press(member, id, fields)).toMatchObject({ status: 303 });
    expect(await listInvitations(member.scope, id)).toHaveLength(1);
    // The other buttons of the same page still work.
    expect(await press(member, id, { do: "send", _key: fields._key })).toMatchObject({ status: 303 });
    expect(await listInvitations(member.scope, id)).toMatchObject([{ status: "sent" }]);
  });

  test("takes a phone answer in the side form of the chosen person", async () => {
    const member = await aMember("clerk");
    const { debateId, invitation } = await anInvitation({ scope: member.scope });
    const { pane } = await open(member, debateId, `?osoba=${invitation.id}`);
    expect(pane).toMatchObject({ name: "record", guest: { id: invitation.id } });
    const typed = {
      do: "record",
      id: invitation.id,
      answer: "substituted",
      name: "Ewa Dąb",
      channel: "phone",
      note: "sekretariat",
    };
    expect(await press(member, debateId, { ...typed, name: "" })).toMatchObject({
      status: 422,
      errors: { name: expect.anything() },
    });
    expect(await press(member, debateId, { ...typed, channel: "link" })).toMatchObject({
      status: 422,
      errors: { channel: expect.anything() },
    });
    expect(await press(member, debateId, typed)).toMatchObject({ status: 303 });
    expect(await getInvitation(member.scope, invitation.id)).toMatchObject({
      status: "substituted",
      respondedVia: "phone",
    });
    const named = await findSubstitute(member.scope, invitation.id);
    expect(await press(member, debateId, { do: "substitute", id: named!.id, answer: "confirmed" })).toMatchObject({
      status: 303,
    });
    expect(await listInvitations(member.scope, debateId)).toMatchObject([{ standing: "substitute_confirmed" }]);
  });

  test("withdraws and reminds", async () => {
    const member = await aMember();
    const { debateId, invitation } = await anInvitation({ scope: member.scope });
    expect(await press(member, debateId, { do: "remind" })).toMatchObject({ status: 303 });
    expect(await press(member, debateId, { do: "remind" })).toMatchObject({ status: 409 });
    expect((await open(member, debateId, `?wycofaj=${invitation.id}`)).pane.name).toBe("withdraw");
    expect(await press(member, debateId, { do: "withdraw", id: invitation.id })).toMatchObject({ status: 303 });
    expect(await press(member, debateId, { do: "withdraw", id: invitation.id })).toMatchObject({ status: 409 });
  });

  test("previews the letter; the link is shown only where it has to be printed", async () => {
    const member = await aMember();
    const byMail = await anInvitation({ scope: member.scope });
    const byLetter = await anInvitation({ scope: member.scope, debateId: byMail.debateId, email: "" });
    const read = await open(member, byMail.debateId, `?list=${byMail.invitation.id}`);
    expect(read.pane).toMatchObject({
      name: "letter",
      print: null,
      letter: { salutation: "Szanowna Pani Burmistrz," },
    });
    expect(JSON.stringify(read)).not.toContain(byMail.token);
    const printed = await open(member, byMail.debateId, `?list=${byLetter.invitation.id}`);
    expect(printed.pane).toMatchObject({
      print: { address: `http://app.test/i/${tokenOf("invitation", byLetter.invitation.id)}` },
    });
    const viewer = await aMember("viewer", { unit: member.unit });
    const seen = await open(viewer, byMail.debateId, `?list=${byLetter.invitation.id}`);
    expect(seen.pane).toMatchObject({ print: null });
  });

  test("never carries the hash of a link", async () => {
    const member = await aMember();
    const { debateId } = await aSubstitute({ scope: member.scope });
    expect(JSON.stringify(await open(member, debateId))).not.toMatch(/tokenHash/);
  });
});

describe("who may", () => {
  test.each([
    ["viewer", "record", 403],
    ["officer", "record", 403],
    ["clerk", "send", 403],
    ["clerk", "withdraw", 403],
  ] as const)("%s may not %s", async (role, button, status) => {
    const member = await aMember(role);
    const { debateId, invitation } = await anInvitation({ scope: member.scope });
    await expect(press(member, debateId, { do: button, id: invitation.id })).rejects.toMatchObject({ status });
  });

  test("nobody from another unit", async () => {
    const { debateId } = await anInvitation();
    await expect(open(await aMember(), debateId)).rejects.toMatchObject({ status: 404 });
    await expect(press(await aMember(), debateId, { do: "remind" })).rejects.toMatchObject({ status: 404 });
  });
});
