import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { askAgain } from "~/domain/invitations/commands.changes.server";
import { actOnGuests } from "~/domain/invitations/commands.office.server";
import {
  answerInvitation,
  correctAddress,
  invite,
  recordAnswer,
  remindInvitees,
  sendInvitations,
  withdrawInvitation,
} from "~/domain/invitations/commands.server";
import {
  confirmSubstitute,
  declineSubstitute,
  nameSubstitute,
  replaceSubstitute,
} from "~/domain/invitations/commands.substitutes.server";
import { findGuests, listCandidates } from "~/domain/invitations/queries.candidates.server";
import { getSender, listAgendaLines } from "~/domain/invitations/queries.letters.server";
import { getGuestPage } from "~/domain/invitations/queries.office.server";
import { getLetterProps, getRsvpPage, getSubstitutePage } from "~/domain/invitations/queries.page.server";
import {
  countInvitations,
  countNamed,
  findSubstitute,
  getInvitation,
  getSubstitute,
  listInvitations,
} from "~/domain/invitations/queries.server";
import { inTransaction, write } from "~/platform/db.server";
import { invitations, substitutes } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aSubstitute, asInvitee, asSubstitute, someone } from "../../setup/factories.invitations";

const nothing = expect.objectContaining({ status: 404 });
const yes = { status: "accepted", needs: "" } as const;

let mine: Awaited<ReturnType<typeof aSubstitute>>;
let stranger: Awaited<ReturnType<typeof aUnit>>;
const before = async () => ({
  guests: await listInvitations(mine.scope, mine.debateId),
  substitute: await getSubstitute(mine.scope, mine.substitute.id),
});
beforeAll(async () => {
  mine = await aSubstitute();
  stranger = await aUnit();
});

describe("a stranger's scope finds nothing", () => {
  test.each([
    ["getInvitation", () => getInvitation(stranger.scope, mine.invitation.id)],
    ["getSubstitute", () => getSubstitute(stranger.scope, mine.substitute.id)],
    ["getRsvpPage", () => getRsvpPage(stranger.scope, mine.invitation.id)],
    ["getSubstitutePage", () => getSubstitutePage(stranger.scope, mine.substitute.id)],
    ["getGuestPage", () => getGuestPage(stranger.scope, mine.debateId, new URLSearchParams())],
    ["listAgendaLines", () => listAgendaLines(stranger.scope, mine.debateId)],
    ["getLetterProps", () => getLetterProps(stranger.scope, mine.debateId, mine.invitation)],
    ["findGuests", () => findGuests(stranger.scope, [{ officeId: mine.officeId }], new Date())],
    ["findGuests of a body", () => findGuests(stranger.scope, [{ bodyId: mine.bodyId }], new Date())],
  ])("%s", async (_, query) => {
    await expect(query()).rejects.toEqual(nothing);
  });

  test("listInvitations, findSubstitute, countNamed, countInvitations, listCandidates, getSender", async () => {
    expect(await listInvitations(stranger.scope, mine.debateId)).toEqual([]);
    expect(await findSubstitute(stranger.scope, mine.invitation.id)).toBeUndefined();
    expect(await countNamed(stranger.scope, mine.invitation.id, new Date())).toBe(0);
    expect(await countInvitations(stranger.scope, mine.debateId)).toMatchObject({ sent: 0 });
    expect((await listCandidates(stranger.scope, mine.debateId, "")).rows).toEqual([]);
    expect(await getSender(stranger.scope)).toMatchObject({ slug: stranger.slug });
  });
});

describe("a stranger's scope changes nothing", () => {
  const form = (fields: Record<string, string>) => ({ fields, key: randomUUID(), version: undefined });
  test.each([
    ["invite", () => invite(stranger.scope, mine.debateId, [{ officeId: mine.officeId }])],
    ["sendInvitations", () => sendInvitations(stranger.scope, mine.debateId)],
    ["remindInvitees", () => remindInvitees(stranger.scope, mine.debateId)],
    ["recordAnswer", () => recordAnswer(stranger.scope, mine.invitation.id, yes, "phone")],
    ["withdrawInvitation", () => withdrawInvitation(stranger.scope, mine.invitation.id)],
    ["correctAddress", () => correctAddress(stranger.scope, mine.invitation.id, "x@y.test")],
    ["confirmSubstitute", () => confirmSubstitute(stranger.scope, mine.substitute.id)],
    ["declineSubstitute", () => declineSubstitute(stranger.scope, mine.substitute.id)],
    [
      "answerInvitation",
      () => answerInvitation(asInvitee(stranger.scope, mine.invitation.id), mine.invitation.id, yes),
    ],
    [
      "declineSubstitute by a link",
      () => declineSubstitute(asSubstitute(stranger.scope, mine.substitute.id), mine.substitute.id),
    ],
    ["actOnGuests", () => actOnGuests(stranger.scope, mine.debateId, form({ do: "withdraw", id: mine.invitation.id }))],
  ])("%s", async (_, command) => {
    const was = await before();
    await expect(command()).rejects.toEqual(nothing);
    expect(await before()).toEqual(was);
  });

  test("nameSubstitute, which the database itself refuses, and replaceSubstitute", async () => {
    const was = await before();
    const { scope } = stranger;
    const named = () => inTransaction(() => nameSubstitute(scope, mine.invitation, someone, new Date()));
    await expect(named()).rejects.toThrow();
    await inTransaction(() => replaceSubstitute(scope, mine.invitation, new Date()));
    expect(await before()).toEqual(was);
  });

  test("askAgain", async () => {
    const was = await before();
    await askAgain(stranger.scope, mine.debateId, new Date(Date.now() + 60_000));
    expect(await before()).toEqual(was);
  });
});

describe("the database itself refuses", () => {
  const row = () => ({
    organizationId: stranger.id,
    bodyName: "Urząd",
    officeTitle: "Burmistrz",
    salutation: "Szanowni Państwo",
    guestKey: randomUUID(),
    tokenHash: randomUUID(),
  });

  test("a guest at a debate of another unit", async () => {
    const foreign = { ...row(), debateId: mine.debateId, bodyId: mine.bodyId };
    await expect(inTransaction(async () => void (await write.insert(invitations).values(foreign)))).rejects.toThrow();
  });

  test("a substitute for a guest of another unit", async () => {
    const foreign = { ...someone, status: "asked" as const };
    const values = {
      ...foreign,
      organizationId: stranger.id,
      invitationId: mine.invitation.id,
      tokenHash: randomUUID(),
    };
    await expect(inTransaction(async () => void (await write.insert(substitutes).values(values)))).rejects.toThrow();
  });

  test("the same guest twice", async () => {
    const { organizationId } = mine.scope;
    const { debateId, bodyId, invitation } = mine;
    const twin = { ...row(), organizationId, debateId, bodyId, guestKey: invitation.guestKey };
    await expect(inTransaction(async () => void (await write.insert(invitations).values(twin)))).rejects.toThrow();
  });
});
