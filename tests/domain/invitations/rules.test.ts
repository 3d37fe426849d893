import { describe, expect, test } from "vitest";
import {
  countGuests,
  type DebateState,
  decideAnswer,
  decideSend,
  decideSubstitution,
  guestKeyOf,
  isSamePerson,
  RSVP_MOVES,
  type RsvpAnswer,
  type RsvpMove,
  rsvpAfter,
  SUBSTITUTE_MOVES,
  type SubstituteMove,
  shouldRemind,
  standingOf,
  substituteAfter,
} from "~/domain/invitations/rules";
import { DEBATE_STATUSES, RSVP_STATUSES, SUBSTITUTE_STATUSES } from "~db/vocabulary";

const closes = new Date("2026-03-11T22:59:59.999Z");
const before = new Date(closes.getTime() - 1);
const debate: DebateState = {
  status: "announced",
  startsAt: new Date("2026-03-18T16:00:00Z"),
  answersCloseAt: closes,
  datePending: false,
};
const mayor = { status: "sent" as const, personName: "Anna Łącka-Żak", email: "burmistrz@um.test" };
const yes: RsvpAnswer = { status: "accepted", needs: "tłumacz PJM" };
const no: RsvpAnswer = { status: "declined", statement: "Sesja rady" };
const other: RsvpAnswer = { status: "substituted", name: "Józef Gżegżółka", post: "Sekretarz", email: "j@um.test" };

const tableOf = <From extends string, Move extends string>(
  statuses: readonly From[],
  moves: readonly Move[],
  after: (from: From, move: Move) => string | undefined,
) =>
  statuses
    .map((from) => `${from}: ${moves.map((move) => `${move} → ${after(from, move) ?? "–"}`).join(", ")}`)
    .join("\n");

describe("transitions", () => {
  test("of an invitation", () => {
    const moves = [...new Set(Object.values(RSVP_MOVES).flatMap((row) => Object.keys(row)))] as RsvpMove[];
    expect(tableOf(RSVP_STATUSES, moves, rsvpAfter)).toMatchInlineSnapshot(`
      "draft: send → sent, withdraw → withdrawn, accept → –, decline → –, substitute → –, ask_again → –, invite_again → –
      sent: send → –, withdraw → withdrawn, accept → accepted, decline → declined, substitute → substituted, ask_again → –, invite_again → –
      accepted: send → –, withdraw → withdrawn, accept → accepted, decline → declined, substitute → substituted, ask_again → sent, invite_again → –
      declined: send → –, withdraw → withdrawn, accept → accepted, decline → declined, substitute → substituted, ask_again → sent, invite_again → –
      substituted: send → –, withdraw → withdrawn, accept → accepted, decline → declined, substitute → substituted, ask_again → –, invite_again → –
      withdrawn: send → –, withdraw → –, accept → –, decline → –, substitute → –, ask_again → –, invite_again → draft"
    `);
  });

  test("of a substitute", () => {
    const moves = [...new Set(Object.values(SUBSTITUTE_MOVES).flatMap((row) => Object.keys(row)))] as SubstituteMove[];
    expect(tableOf(SUBSTITUTE_STATUSES, moves, substituteAfter)).toMatchInlineSnapshot(`
      "asked: confirm → confirmed, decline → declined, replace → replaced, ask_again → –
      confirmed: confirm → confirmed, decline → declined, replace → replaced, ask_again → asked
      declined: confirm → confirmed, decline → declined, replace → replaced, ask_again → –
      replaced: confirm → –, decline → –, replace → –, ask_again → –"
    `);
  });
});

describe("an answer", () => {
  test.each([yes, no, other])("$status is written with all columns, so that nothing older survives", (answer) => {
    expect(decideAnswer(mayor, debate, answer, "link", before)).toEqual({
      ok: true,
      value: {
        status: answer.status,
        respondedAt: before,
        respondedVia: "link",
        needs: answer.status === "accepted" ? "tłumacz PJM" : "",
        declineReason: answer.status === "declined" ? "Sesja rady" : "",
      },
    });
  });

  test("counts until the deadline, and not at it", () => {
    expect(decideAnswer(mayor, debate, yes, "link", before).ok).toBe(true);
    expect(decideAnswer(mayor, debate, yes, "link", closes)).toEqual({ ok: false, reason: "answers_closed" });
  });

  test("may be written down by staff after the deadline", () => {
    expect(decideAnswer(mayor, debate, yes, "phone", closes).ok).toBe(true);
  });

  test("by link and by phone, in every state of the invitation and of the debate", () => {
    const said = (via: "link" | "phone") =>
      DEBATE_STATUSES.map((status) => {
        const row = RSVP_STATUSES.map((from) => {
          const decision = decideAnswer({ ...mayor, status: from }, { ...debate, status }, yes, via, before);
          return decision.ok ? "yes" : decision.reason;
        });
        return `${status}: ${row.join(" ")}`;
      });
    expect(
      [RSVP_STATUSES.join(" "), "by link", ...said("link"), "by phone", ...said("phone")].join("\n"),
    ).toMatchInlineSnapshot(`
        "draft sent accepted declined substituted withdrawn
        by link
        draft: not_sent answers_closed answers_closed answers_closed answers_closed withdrawn
        announced: not_sent yes yes yes yes withdrawn
        live: not_sent answers_closed answers_closed answers_closed answers_closed withdrawn
        held: not_sent answers_closed answers_closed answers_closed answers_closed withdrawn
        closed: not_sent answers_closed answers_closed answers_closed answers_closed withdrawn
        postponed: not_sent yes yes yes yes withdrawn
        cancelled: not_sent called_off called_off called_off called_off withdrawn
        by phone
        draft: not_sent yes yes yes yes withdrawn
        announced: not_sent yes yes yes yes withdrawn
        live: not_sent yes yes yes yes withdrawn
        held: not_sent yes yes yes yes withdrawn
        closed: not_sent debate_over debate_over debate_over debate_over withdrawn
        postponed: not_sent yes yes yes yes withdrawn
        cancelled: not_sent called_off called_off called_off called_off withdrawn"
      `);
  });

  test("waits while the new date is not known", () => {
    const pending = { ...debate, status: "postponed", datePending: true } as const;
    for (const via of ["link", "phone"] as const)
      expect(decideAnswer(mayor, pending, yes, via, before)).toEqual({ ok: false, reason: "date_pending" });
    expect(decideSend("draft", pending)).toEqual({ ok: false, reason: "date_pending" });
  });

  test.each([
    ["the same mailbox", { name: "Ktoś Inny", email: "Burmistrz@UM.test" }],
    ["the same name, typed on a phone", { name: "anna  lacka-zak", email: "prywatny@poczta.test" }],
  ])("does not name oneself: %s", (_, self) => {
    const answer = { ...other, ...self } as RsvpAnswer;
    expect(decideAnswer(mayor, debate, answer, "link", before)).toEqual({ ok: false, reason: "own_substitute" });
    expect(decideAnswer(mayor, debate, answer, "phone", before)).toEqual({ ok: false, reason: "own_substitute" });
  });

  test("an office without a name or an address has nobody to be mistaken for", () => {
    expect(isSamePerson({ personName: "", email: "" }, { name: "", email: "" })).toBe(false);
  });
});

describe("a substitute", () => {
  const place = { status: "substituted" } as const;
  const asked = { status: "asked" } as const;

  test("has until the debate begins, because they may be named on the last day", () => {
    const lastMoment = new Date(debate.startsAt.getTime() - 1);
    expect(decideSubstitution(asked, place, debate, "confirm", "substitute", lastMoment)).toEqual({
      ok: true,
      value: "confirmed",
    });
    expect(decideSubstitution(asked, place, debate, "confirm", "substitute", debate.startsAt)).toEqual({
      ok: false,
      reason: "answers_closed",
    });
    expect(decideSubstitution(asked, place, debate, "confirm", "staff", debate.startsAt).ok).toBe(true);
  });

  test("learns that the place was given to somebody else, or that the guest comes", () => {
    expect(decideSubstitution({ status: "replaced" }, place, debate, "confirm", "substitute", before)).toEqual({
      ok: false,
      reason: "replaced",
    });
    expect(decideSubstitution(asked, { status: "accepted" }, debate, "confirm", "staff", before)).toEqual({
      ok: false,
      reason: "replaced",
    });
    expect(decideSubstitution(asked, { status: "withdrawn" }, debate, "confirm", "substitute", before)).toEqual({
      ok: false,
      reason: "withdrawn",
    });
  });
});

test("drafts notify nobody, and nobody is asked to what is over", () => {
  const said = DEBATE_STATUSES.map((status) => {
    const decision = decideSend("draft", { ...debate, status });
    return `${status}: ${decision.ok ? "send" : decision.reason}`;
  });
  expect(said).toEqual([
    "draft: debate_is_draft",
    "announced: send",
    "live: send",
    "held: debate_over",
    "closed: debate_over",
    "postponed: send",
    "cancelled: called_off",
  ]);
});

test("only who has not answered, has an address and still can is reminded, and not twice a day", () => {
  const silent = { status: "sent", email: "a@b.test", remindedAt: null } as const;
  expect(shouldRemind(silent, debate, before)).toBe(true);
  for (const status of ["draft", "accepted", "declined", "substituted", "withdrawn"] as const)
    expect(shouldRemind({ ...silent, status }, debate, before)).toBe(false);
  expect(shouldRemind({ ...silent, email: "" }, debate, before)).toBe(false);
  expect(shouldRemind(silent, debate, closes)).toBe(false);
  const hoursAgo = (hours: number) => new Date(before.getTime() - hours * 3_600_000);
  expect(shouldRemind({ ...silent, remindedAt: hoursAgo(19) }, debate, before)).toBe(false);
  expect(shouldRemind({ ...silent, remindedAt: hoursAgo(20) }, debate, before)).toBe(true);
});

test("a guest is an office, or else a person or a body as such", () => {
  const ids = { bodyId: "b", officeId: "o", personId: "p" };
  expect(guestKeyOf(ids)).toBe("office:o");
  expect(guestKeyOf({ ...ids, officeId: null })).toBe("body:b:p");
  expect(guestKeyOf({ bodyId: "b" })).toBe("body:b:");
});

test("the list shows whether somebody really comes", () => {
  expect(SUBSTITUTE_STATUSES.map((status) => standingOf("substituted", { status }))).toEqual([
    "substitute_asked",
    "substitute_confirmed",
    "substitute_declined",
    "substitute_asked",
  ]);
  expect(standingOf("accepted", { status: "confirmed" })).toBe("accepted");
  const guest = (standing: ReturnType<typeof standingOf>, status = "sent") => ({ standing, delivery: { status } });
  expect(
    countGuests([
      guest("draft"),
      guest("sent"),
      guest("sent", "failed"),
      guest("accepted"),
      guest("substitute_asked"),
      guest("withdrawn", "failed"),
    ]),
  ).toEqual({ drafts: 1, invited: 4, accepted: 1, substituted: 1, declined: 0, silent: 2, failed: 1 });
});
