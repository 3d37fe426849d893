import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { cancelDebate, postponeDebate } from "~/domain/debates/commands.moves.server";
import { listDebateEvents, listMessages } from "~/domain/history/queries.server";
import { withdrawInvitation } from "~/domain/invitations/commands.server";
import { findSubstitute, getInvitation, listInvitations } from "~/domain/invitations/queries.server";
import { workOutboxOff } from "~/jobs.server";
import { action, loader } from "~/routes/i.$token";
import { anInvitation, aSubstitute } from "../setup/factories.invitations";
import { doorArgs } from "../setup/factories.organizations";

const open = (token: string, query = "") => loader(doorArgs(`/i/${token}${query}`, { params: { token } }));
const post = (token: string, fields: Record<string, string>) =>
  action(doorArgs(`/i/${token}`, { params: { token }, fields }));

/** What an action answers: a redirect, or data with a status. */
async function answer(token: string, fields: Record<string, string>) {
  const result = await post(token, fields);
  if (result instanceof Response) return { status: result.status, location: result.headers.get("Location") };
  const { data, init } = result as {
    data: { errors: Record<string, { message: string }>; fields: object };
    init: { status: number };
  };
  const messages = Object.fromEntries(Object.entries(data.errors).map(([name, { message }]) => [name, message]));
  return { status: init.status, errors: messages, fields: data.fields };
}
const substitute = { answer: "substituted", name: "Józef Gżegżółka", post: "Sekretarz", email: "jozef@um.test" };

describe("the link of an invitation", () => {
  test("shows the question, and changes nothing however often it is opened", async () => {
    const { scope, debateId, invitation, token } = await anInvitation();
    const events = await listDebateEvents(scope, debateId);
    for (let i = 0; i < 3; i++) expect(await open(token)).toMatchObject({ as: "invitee", closed: null });
    expect(await getInvitation(scope, invitation.id)).toEqual(invitation);
    expect(await listDebateEvents(scope, debateId)).toEqual(events);
  });

  test("gives out nothing but what its page prints", async () => {
    const { token, substituteToken } = await aSubstitute();
    for (const page of [await open(token), await open(substituteToken)]) {
      const json = JSON.stringify(page);
      expect(json).not.toMatch(/tokenHash|organizationId|generation|statusCode/);
      expect(json).not.toContain(token);
      expect(json).not.toContain(substituteToken);
    }
    expect(JSON.stringify(await open(substituteToken))).not.toContain("burmistrz@um.test");
  });

  test("takes an answer and sends back to the same address", async () => {
    const { scope, invitation, token } = await anInvitation();
    expect(await answer(token, { answer: "accepted", needs: "tłumacz PJM" })).toEqual({
      status: 303,
      location: `/i/${token}`,
    });
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "accepted", needs: "tłumacz PJM" });
    expect(await open(token)).toMatchObject({ guest: { status: "accepted" }, wantsChange: false });
    expect(await open(token, "?zmien=1")).toMatchObject({ wantsChange: true });
  });

  test("sent twice has one effect", async () => {
    const { scope, debateId, invitation, token } = await anInvitation();
    const fields = { ...substitute, _key: randomUUID() };
    for (let i = 0; i < 2; i++) expect(await answer(token, fields)).toMatchObject({ status: 303 });
    const named = (await listDebateEvents(scope, debateId)).filter(({ action }) => action === "invitation_substituted");
    expect(named).toHaveLength(1);
    expect(await findSubstitute(scope, invitation.id)).toMatchObject({ name: "Józef Gżegżółka" });
  });

  test("says at each field what is missing, and keeps what was typed", async () => {
    const { token } = await anInvitation();
    expect(await answer(token, {})).toMatchObject({ status: 422, errors: { answer: "Proszę wybrać odpowiedź." } });
    const typed = { answer: "substituted", name: "Jó", post: "", email: "jozef@" };
    expect(await answer(token, typed)).toEqual({
      status: 422,
      fields: typed,
      errors: {
        name: "Za krótkie: co najmniej 3\u00a0znaki, jest 2.",
        post: expect.stringContaining("funkcję zastępcy"),
        email: expect.stringContaining("„jozef@”"),
      },
    });
    const long = await answer(token, { answer: "declined", statement: "ż".repeat(4001) });
    expect(long).toMatchObject({ status: 422, errors: { statement: expect.stringContaining("Za długie") } });
  });

  test("refuses one's own name or mailbox as a substitute, with the sentence beside the name", async () => {
    const { token } = await anInvitation({ name: "Anna Łącka-Żak" });
    for (const self of [{ name: "anna lacka-zak" }, { email: "BURMISTRZ@um.test" }])
      expect(await answer(token, { ...substitute, ...self })).toMatchObject({
        status: 409,
        errors: { name: expect.stringContaining("Zastępcą musi być inna osoba") },
      });
  });

  test("does not write to the world: whoever names one after the other has to stop", async () => {
    const { token, scope, debateId } = await anInvitation();
    const name = (i: number) =>
      answer(token, { ...substitute, name: `Józef ${"I".repeat(i + 1)}`, email: `obcy${i}@poczta.test` });
    for (let i = 0; i < 10; i++) expect((await name(i)).status).toBe(303);
    const stopped = await name(10);
    expect([stopped.status, stopped.errors?.root]).toEqual([409, expect.stringContaining("można wskazać jutro")]);
    await workOutboxOff();
    const told = (await listMessages(scope, { debateId, limit: 500 })).map(({ recipientEmail }) => recipientEmail);
    expect(new Set(told.filter((address) => address.startsWith("obcy"))).size).toBeLessThanOrEqual(10);
    expect((await answer(token, { answer: "accepted" })).status, "any other answer is taken").toBe(303);
  });

  test("ignores fields of an answer that was not chosen, and hidden characters", async () => {
    const { scope, invitation, token } = await anInvitation();
    await answer(token, { ...substitute, answer: "accepted", needs: "wózek\u202e\u0000 👍" });
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "accepted", needs: "wózek 👍" });
    expect(await findSubstitute(scope, invitation.id)).toBeUndefined();
  });
});

describe("a substitute's link", () => {
  test("confirms or refuses, and cannot answer for the guest", async () => {
    const { scope, invitation, substituteToken } = await aSubstitute();
    expect(await answer(substituteToken, { answer: "accepted" })).toMatchObject({ status: 422 });
    expect(await answer(substituteToken, { answer: "confirmed", needs: "pętla" })).toMatchObject({ status: 303 });
    expect(await open(substituteToken)).toMatchObject({
      as: "substitute",
      substitute: { status: "confirmed", needs: "pętla" },
    });
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "substituted" });
  });

  test("tells the guest that somebody comes, and not what they need", async () => {
    const { token, substituteToken } = await aSubstitute();
    expect((await answer(substituteToken, { answer: "confirmed", needs: "Wózek inwalidzki." })).status).toBe(303);
    expect(JSON.stringify(await open(substituteToken))).toContain("Wózek");
    expect(JSON.stringify(await open(token))).not.toContain("Wózek");
  });

  test("of who was replaced says so", async () => {
    const { token, substituteToken } = await aSubstitute();
    await answer(token, { ...substitute, name: "Maria Ćwik", email: "maria@um.test" });
    expect(await open(substituteToken)).toMatchObject({ closed: "replaced" });
    expect(await answer(substituteToken, { answer: "confirmed" })).toMatchObject({ status: 409 });
  });
});

describe("what is over", () => {
  test("withdrawn, cancelled and postponed say so, and are no dead links", async () => {
    const { scope, debateId, invitation, token, substituteToken } = await aSubstitute();
    await postponeDebate(scope, debateId, { reason: "Powódź" });
    for (const link of [token, substituteToken]) expect(await open(link)).toMatchObject({ closed: "date_pending" });
    await cancelDebate(scope, debateId, "Powódź");
    for (const link of [token, substituteToken])
      expect(await open(link)).toMatchObject({ closed: "called_off", meeting: { statusReason: "Powódź" } });
    await withdrawInvitation(scope, invitation.id);
    for (const link of [token, substituteToken]) expect(await open(link)).toMatchObject({ closed: "withdrawn" });
    expect(await answer(token, { answer: "accepted" })).toMatchObject({ status: 409 });
  });

  test.each(["", "x", "../../etc/passwd", "a".repeat(43), "ż".repeat(5000), "%00"])(
    "any wrong link is the same 404: %j",
    async (token) => {
      for (const door of [() => open(token), () => post(token, { answer: "accepted" })])
        await expect(door()).rejects.toEqual(expect.objectContaining({ status: 404, body: null }));
    },
  );

  test("a letter that was not sent has no link yet", async () => {
    const { scope, debateId, token } = await anInvitation({ sent: false });
    await expect(open(token)).rejects.toEqual(expect.objectContaining({ status: 404 }));
    expect(await listInvitations(scope, debateId)).toHaveLength(1);
  });
});
