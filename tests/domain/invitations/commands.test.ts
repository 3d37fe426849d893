import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postponeDebate } from "~/domain/debates/commands.moves.server";
import { addBody } from "~/domain/directory/commands.server";
import { listDebateEvents } from "~/domain/history/queries.server";
import { askAgain } from "~/domain/invitations/commands.changes.server";
import {
  answerInvitation,
  correctAddress,
  invite,
  recordAnswer,
  remindInvitees,
  sendInvitations,
  withdrawInvitation,
} from "~/domain/invitations/commands.server";
import { confirmSubstitute, declineSubstitute } from "~/domain/invitations/commands.substitutes.server";
import { openInvitation } from "~/domain/invitations/gate.server";
import { listCandidates } from "~/domain/invitations/queries.candidates.server";
import { countInvitations, findSubstitute, getInvitation, listInvitations } from "~/domain/invitations/queries.server";
import type { RsvpAnswer } from "~/domain/invitations/rules";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { substitutes } from "~db/schema";
import { aDebate, anOfficeHolder, wallClock } from "../../setup/factories.debates";
import { anInvitation, aSubstitute, asSubstitute, someone } from "../../setup/factories.invitations";

const yes: RsvpAnswer = { status: "accepted", needs: "" };
const no: RsvpAnswer = { status: "declined", statement: "Sesja rady" };
const notFound = expect.objectContaining({ status: 404 });

describe("the guest list", () => {
  test("keeps who somebody was on the day of asking", async () => {
    const { invitation } = await anInvitation({ name: "Anna Łącka-Żak", sent: false });
    expect(invitation).toMatchObject({
      officeTitle: "Burmistrz",
      personName: "Anna Łącka-Żak",
      salutation: "Szanowna Pani Burmistrz",
      email: "burmistrz@um.test",
      status: "draft",
      sentAt: null,
    });
  });

  test("takes each guest once", async () => {
    const { scope, debateId, officeId } = await anInvitation();
    expect(await invite(scope, debateId, [{ officeId }])).toEqual({ ok: false, reason: "already_invited" });
    const { officeId: another } = await anOfficeHolder(scope, { title: "Starosta" });
    const twice = [{ officeId: another }, { officeId: another }];
    expect(await invite(scope, debateId, twice)).toEqual({ ok: false, reason: "already_invited" });
    expect(await listInvitations(scope, debateId)).toHaveLength(1);
    expect(await invite(scope, debateId, [])).toEqual({ ok: false, reason: "nobody_chosen" });
  });

  test("takes a body as such, and an office without a holder", async () => {
    const { scope, debate } = await aDebate({}, { announced: true });
    const body = await addBody(scope, { kind: "media", name: "Gazeta Testowa" });
    if (!body.ok) throw new Error(body.reason);
    await invite(scope, debate.id, [{ bodyId: body.value.id }]);
    const [guest] = await listInvitations(scope, debate.id);
    expect(guest).toMatchObject({ officeTitle: "", bodyName: "Gazeta Testowa", salutation: "Szanowni Państwo" });
  });

  test("shows candidates with who is listed already, and finds them without diacritics", async () => {
    const { scope, debateId, officeId } = await anInvitation({ name: "Zdzisława Źrebięć" });
    const { rows } = await listCandidates(scope, debateId, "zrebiec");
    expect(rows).toMatchObject([{ value: `office:${officeId}`, person: "Zdzisława Źrebięć", isListed: true }]);
    expect((await listCandidates(scope, debateId, "nikogo takiego")).rows).toEqual([]);
  });

  test("invites the withdrawn anew, with another link", async () => {
    const { scope, debateId, officeId, invitation, token } = await anInvitation();
    await withdrawInvitation(scope, invitation.id);
    expect(await invite(scope, debateId, [{ officeId }])).toEqual({ ok: true, value: { ids: [invitation.id] } });
    await sendInvitations(scope, debateId);
    await expect(openInvitation(token)).rejects.toEqual(notFound);
    expect(await openInvitation(tokenOf("invitation", invitation.id, 2))).toMatchObject({ as: "invitee" });
  });
});

describe("sending", () => {
  test("opens the link; a draft's does not exist", async () => {
    const { scope, debateId, invitation, token } = await anInvitation({ sent: false });
    await expect(openInvitation(token)).rejects.toEqual(notFound);
    expect(await sendInvitations(scope, debateId)).toEqual({ ok: true, value: { count: 1 } });
    expect(await openInvitation(token)).toMatchObject({ invitationId: invitation.id });
    expect(await sendInvitations(scope, debateId)).toEqual({ ok: false, reason: "nobody_to_send" });
  });

  test("waits until the debate is announced", async () => {
    const { scope, debate } = await aDebate();
    const { officeId } = await anOfficeHolder(scope);
    expect((await invite(scope, debate.id, [{ officeId }])).ok).toBe(true);
    expect(await sendInvitations(scope, debate.id)).toEqual({ ok: false, reason: "debate_is_draft" });
    expect(await countInvitations(scope, debate.id)).toEqual({ drafted: 1, sent: 0, unanswered: 0, bounced: 0 });
  });

  test("works without an e-mail: the letter is printed, and there is nothing for the outbox", async () => {
    const { scope, debateId, invitation } = await anInvitation({ email: "" });
    expect(invitation.status).toBe("sent");
    const [event] = (await listDebateEvents(scope, debateId)).filter(({ action }) => action === "invitation_sent");
    expect(event?.data).toEqual({ guest: expect.stringMatching(/^Burmistrz, Urząd/), byLetter: true });
    expect(await remindInvitees(scope, debateId)).toEqual({ ok: false, reason: "nobody_to_remind" });
  });

  test("again to another address makes the old link worthless", async () => {
    const { scope, invitation, token } = await anInvitation({ email: "literowka@um.test" });
    await correctAddress(scope, invitation.id, "burmistrz@um.test");
    await expect(openInvitation(token)).rejects.toEqual(notFound);
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ email: "burmistrz@um.test", generation: 2 });
  });
});

describe("answers", () => {
  test("can be changed, and each leaves its event", async () => {
    const { scope, debateId, invitation, link } = await anInvitation();
    for (const answer of [yes, someone, no, yes]) await answerInvitation(link, invitation.id, answer);
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "accepted", declineReason: "" });
    const actions = (await listDebateEvents(scope, debateId)).map(({ action }) => action);
    for (const status of ["accepted", "declined", "substituted"]) expect(actions).toContain(`invitation_${status}`);
  });

  test("stop at the deadline, but staff may still write one down", async () => {
    const now = new Date();
    const { scope, invitation, link } = await anInvitation({
      debate: { answersCloseAt: new Date(now.getTime() + 60_000) },
    });
    const late = new Date(now.getTime() + 60_000);
    expect(await answerInvitation(link, invitation.id, yes, late)).toEqual({ ok: false, reason: "answers_closed" });
    expect((await recordAnswer(scope, invitation.id, yes, "phone", late, "sekretariat")).ok).toBe(true);
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ respondedVia: "phone", respondedAt: late });
  });

  test("of who is withdrawn are not taken", async () => {
    const { scope, invitation, link } = await anInvitation();
    await withdrawInvitation(scope, invitation.id);
    expect(await answerInvitation(link, invitation.id, yes)).toEqual({ ok: false, reason: "withdrawn" });
    expect(await withdrawInvitation(scope, invitation.id)).toEqual({ ok: false, reason: "withdrawn" });
  });

  test("only who has not answered is reminded", async () => {
    const silent = await anInvitation();
    const { scope, debateId } = silent;
    const answered = await anInvitation({ scope, debateId, title: "Starosta", email: "starosta@powiat.test" });
    await answerInvitation(answered.link, answered.invitation.id, yes);
    expect(await remindInvitees(scope, debateId)).toEqual({ ok: true, value: { count: 1 } });
    expect(await getInvitation(scope, silent.invitation.id)).toMatchObject({ reminders: 1 });
    expect(await remindInvitees(scope, debateId)).toEqual({ ok: false, reason: "nobody_to_remind" });
  });
});

describe("substitutes", () => {
  test("get a link of their own, and confirm or refuse with it", async () => {
    const { scope, invitation, substitute, substituteToken, substituteLink } = await aSubstitute();
    expect(await openInvitation(substituteToken)).toMatchObject({ as: "substitute", substituteId: substitute.id });
    await confirmSubstitute(substituteLink, substitute.id, { needs: "pętla indukcyjna" });
    expect(await findSubstitute(scope, invitation.id)).toMatchObject({ status: "confirmed" });
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ needs: "pętla indukcyjna" });
    await declineSubstitute(substituteLink, substitute.id);
    const [guest] = await listInvitations(scope, invitation.debateId);
    expect(guest).toMatchObject({ status: "substituted", standing: "substitute_declined" });
  });

  test("named again with another post are the same; anybody else takes the place", async () => {
    const { scope, invitation, link, substitute, substituteLink } = await aSubstitute();
    await answerInvitation(link, invitation.id, { ...someone, name: "józef gżegżółka", post: "Sekretarz" });
    expect(await findSubstitute(scope, invitation.id)).toMatchObject({ id: substitute.id, post: "Sekretarz" });
    await answerInvitation(link, invitation.id, { ...someone, name: "Maria Ćwik", email: "maria@um.test" });
    expect(await findSubstitute(scope, invitation.id)).toMatchObject({ name: "Maria Ćwik", status: "asked" });
    expect(await confirmSubstitute(substituteLink, substitute.id)).toEqual({ ok: false, reason: "replaced" });
  });

  test("are not the guest, and the guest is not them", async () => {
    const { invitation, link, substitute, substituteLink } = await aSubstitute();
    const another = await anInvitation();
    expect(() => answerInvitation(substituteLink, invitation.id, yes)).toThrow(notFound);
    expect(() => confirmSubstitute(link, substitute.id)).toThrow(notFound);
    expect(() => answerInvitation(another.link, invitation.id, yes)).toThrow(notFound);
    expect(() => recordAnswer(link, invitation.id, yes, "phone")).toThrow(notFound);
    expect(() => withdrawInvitation(substituteLink, invitation.id)).toThrow(notFound);
    expect(() => remindInvitees(link, invitation.debateId)).toThrow(notFound);
  });

  test("may be confirmed by staff who were told on the phone", async () => {
    const { scope, invitation } = await anInvitation();
    await recordAnswer(scope, invitation.id, { ...someone, email: "" }, "phone");
    const named = await findSubstitute(scope, invitation.id);
    expect((await confirmSubstitute(scope, named!.id)).ok).toBe(true);
  });

  test("are never more than one, whatever happens in whatever order", async () => {
    const people = ["Jan Nowy", "Ewa Dąb", "Józef Gżegżółka"];
    const step = fc.oneof(
      fc.record({ do: fc.constant("name" as const), who: fc.nat(people.length - 1) }),
      fc.record({
        do: fc.constantFrom("accept" as const, "decline" as const, "ask_again" as const),
        who: fc.constant(0),
      }),
      fc.record({ do: fc.constantFrom("confirm" as const, "refuse" as const), who: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { scope, debateId, invitation, link } = await anInvitation();
        const everybody = async () =>
          (await read.select().from(substitutes)).filter((row) => row.invitationId === invitation.id);
        for (const { do: act, who } of steps) {
          const name = people[who] ?? "";
          const rows = await everybody();
          const chosen = rows[who % Math.max(rows.length, 1)];
          if (act === "name")
            await answerInvitation(link, invitation.id, { ...someone, name, email: `${who}@um.test` });
          else if (act === "accept") await answerInvitation(link, invitation.id, yes);
          else if (act === "decline") await answerInvitation(link, invitation.id, no);
          else if (act === "ask_again") await askAgain(scope, debateId, new Date());
          else if (chosen && act === "confirm") await confirmSubstitute(asSubstitute(scope, chosen.id), chosen.id);
          else if (chosen) await declineSubstitute(asSubstitute(scope, chosen.id), chosen.id);

          const active = (await everybody()).filter(({ status }) => status === "asked" || status === "confirmed");
          const { status } = await getInvitation(scope, invitation.id);
          expect(active.length).toBeLessThanOrEqual(status === "substituted" ? 1 : 0);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a new date", () => {
  test("asks everybody again who had answered; a substitute confirms again", async () => {
    const now = new Date("2027-01-04T08:00:00Z");
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    const first = await anInvitation({
      now,
      debate: { startsAt: wallClock("2027-03-18", "17:00"), endsAt: wallClock("2027-03-18", "19:00") },
    });
    const { scope, debateId } = first;
    const second = await anInvitation({ scope, debateId, now, email: "b@um.test" });
    const third = await aSubstitute({ scope, debateId, now, email: "c@um.test" });
    await answerInvitation(first.link, first.invitation.id, yes, later(1));
    await answerInvitation(second.link, second.invitation.id, no, later(1));
    await confirmSubstitute(third.substituteLink, third.substitute.id, {}, later(1));

    await postponeDebate(scope, debateId, { reason: "Powódź" }, later(2));
    await askAgain(scope, debateId, later(2));
    const standings = async () =>
      Object.fromEntries(
        (await listInvitations(scope, debateId)).map(({ id, standing, respondedAt }) => [
          id,
          { standing, respondedAt },
        ]),
      );
    expect(await standings()).toEqual({
      [first.invitation.id]: { standing: "sent", respondedAt: null },
      [second.invitation.id]: { standing: "sent", respondedAt: null },
      [third.invitation.id]: { standing: "substitute_asked", respondedAt: now },
    });
    expect(await answerInvitation(first.link, first.invitation.id, yes, later(3))).toEqual({
      ok: false,
      reason: "date_pending",
    });
  });

  test("leaves an answer that was given to it", async () => {
    const { scope, debateId, invitation, link } = await anInvitation();
    const answeredAt = new Date(Date.now() + 1000);
    await answerInvitation(link, invitation.id, yes, answeredAt);
    await askAgain(scope, debateId, new Date(answeredAt.getTime() - 1));
    expect(await getInvitation(scope, invitation.id)).toMatchObject({ status: "accepted" });
  });
});
