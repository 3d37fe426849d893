import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { joinByLink } from "~/domain/organizations/commands.joining.server";
import {
  changeRole,
  endMembership,
  inviteMember,
  revokeInvite,
  sendPasswordLink,
} from "~/domain/organizations/commands.members.server";
import { addMember, createUnit, reviseUnit } from "~/domain/organizations/commands.server";
import { signIn } from "~/domain/organizations/commands.sign-in.server";
import { openMemberInvite, openUnit, operatorScope } from "~/domain/organizations/gate.server";
import { getUnitSettings, listMemberInvites, listMembers, listUnits } from "~/domain/organizations/queries.server";
import { settingsVersion } from "~/domain/organizations/rules";
import { read } from "~/platform/db.server";
import { tokenOf } from "~/platform/links.server";
import { findUserId } from "~/platform/session.server";
import { events, memberInvites, messages } from "~db/schema";
import { aUnit } from "../../setup/factories";
import { aMember, PASSWORD } from "../../setup/factories.organizations";

const eventsOf = async (organizationId: string) =>
  (await read.select().from(events).where(eq(events.organizationId, organizationId)).orderBy(events.occurredAt)).map(
    ({ action }) => action,
  );
const visit = (cookie: string) => findUserId(new Request("http://app.test/", { headers: { Cookie: cookie } }));
const anEmail = () => `${randomUUID()}@policja.test`;

describe("a unit", () => {
  test("is made by the operator once per address, and gets its first admin", async () => {
    const slug = `kpp-${randomUUID().slice(0, 8)}`;
    const created = await createUnit({ slug, name: "Komenda w Łące" }, new Date("2026-01-02"));
    if (!created.ok) throw new Error(created.reason);
    const scope = operatorScope(created.value.id);
    const added = await addMember(scope, { email: anEmail(), name: "Jan", role: "admin", passwordHash: "-" });

    expect((await openUnit(slug)).unit).toMatchObject({ name: "Komenda w Łące", shortName: "Komenda w Łące" });
    expect(await createUnit({ slug, name: "Druga" })).toEqual({ ok: false, reason: "slug_taken" });
    expect(await listMembers(scope)).toMatchObject([{ userId: added.value.id, role: "admin", name: "Jan" }]);
    expect(await eventsOf(scope.organizationId)).toEqual(["unit_created", "member_added"]);
    expect((await listUnits()).filter((unit) => unit.slug === slug)).toEqual([
      { slug, name: "Komenda w Łące", locality: "" },
    ]);
  });

  test("is revised over what was read, and not over what somebody else has saved meanwhile", async () => {
    const { scope } = await aMember("admin");
    const saved = await getUnitSettings(scope);
    const version = settingsVersion(saved);

    expect((await reviseUnit(scope, version, { ...saved, phone: "44 123 45 67" })).ok).toBe(true);
    expect(await reviseUnit(scope, version, { ...saved, name: "Inna" })).toEqual({ ok: false, reason: "stale" });
    expect(await reviseUnit(scope, undefined, { ...saved, name: "Inna" })).toEqual({ ok: false, reason: "stale" });
    expect(await getUnitSettings(scope)).toEqual({ ...saved, phone: "44 123 45 67" });
  });
});

describe("an invitation", () => {
  /** Follows the link of the newest invitation, as the person would. */
  async function follow(scope: Parameters<typeof listMemberInvites>[0]) {
    const [invite] = await listMemberInvites(scope);
    return openMemberInvite(tokenOf("member", invite?.id ?? ""));
  }
  const join = async (
    scope: Parameters<typeof follow>[0],
    typed: { password: string; name?: string; rank?: string },
  ) => {
    const opened = await follow(scope);
    return joinByLink(opened.scope, opened.invite, typed, randomUUID());
  };

  test("goes out as a letter with a link that the database does not know, and opens once", async () => {
    const { scope, unit } = await aMember("admin");
    const email = anEmail();
    await inviteMember(scope, { email, role: "clerk" });

    const [letter] = await read.select().from(messages).where(eq(messages.organizationId, unit.id));
    const opened = await follow(scope);
    const token = tokenOf("member", opened.invite.id);
    expect(letter).toMatchObject({ kind: "member_invite", recipientEmail: email, status: "queued" });
    expect(letter?.text).toContain(`[[link:member:${opened.invite.id}:1]]`);
    expect(letter?.text).toContain("Rola w jednostce: protokolant");
    expect(JSON.stringify(await read.select().from(memberInvites))).not.toContain(token);
    expect(opened.invite).toMatchObject({ email, role: "clerk", how: "new" });

    const joined = await joinByLink(opened.scope, opened.invite, { name: "Anna Lis", password: PASSWORD }, "n");
    expect(joined.ok).toBe(true);
    expect(await joinByLink(opened.scope, opened.invite, { name: "Druga", password: PASSWORD }, "n")).toEqual({
      ok: false,
      reason: "used",
    });
    await expect(openMemberInvite(token)).rejects.toMatchObject({ status: 303 });
    expect((await signIn(email, PASSWORD, randomUUID())).ok).toBe(true);
    expect(await eventsOf(unit.id)).toContain("member_joined");
  });

  test("two clicks at once make one account", async () => {
    const { scope } = await aMember("admin");
    await inviteMember(scope, { email: anEmail(), role: "viewer" });
    const opened = await follow(scope);
    const typed = { name: "Anna Lis", password: PASSWORD };
    const clicks = await Promise.all([1, 2].map(() => joinByLink(opened.scope, opened.invite, typed, "n")));

    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listMembers(scope)).toHaveLength(2);
  });

  test("a second one to the same address makes the first worthless; a revoked one opens nothing", async () => {
    const { scope } = await aMember("admin");
    const email = anEmail();
    const first = await inviteMember(scope, { email, role: "clerk" });
    const second = await inviteMember(scope, { email, role: "viewer" });
    if (!first.ok || !second.ok) throw new Error();
    await expect(openMemberInvite(tokenOf("member", first.value.id))).rejects.toMatchObject({ status: 404 });
    expect(await listMemberInvites(scope)).toMatchObject([{ id: second.value.id, role: "viewer" }]);

    expect((await revokeInvite(scope, second.value.id)).ok).toBe(true);
    expect(await revokeInvite(scope, second.value.id)).toEqual({ ok: false, reason: "revoked" });
    await expect(openMemberInvite(tokenOf("member", second.value.id))).rejects.toMatchObject({ status: 404 });
  });

  test("a member is not invited again", async () => {
    const { scope, email } = await aMember("admin");
    expect(await inviteMember(scope, { email, role: "clerk" })).toEqual({ ok: false, reason: "already_member" });
  });

  test("an account of another unit joins with its own password only, and keeps it", async () => {
    const here = await aMember("admin");
    const colleague = await aMember("clerk");
    await inviteMember(here.scope, { email: colleague.email, role: "viewer" });
    expect((await follow(here.scope)).invite.how).toBe("known");
    expect(await join(here.scope, { password: "nowe haslo od admina" })).toMatchObject({ ok: false, reason: "wrong" });
    expect(await join(here.scope, { password: PASSWORD })).toEqual({ ok: true, value: { userId: colleague.userId } });
    expect(await listMembers(here.scope)).toHaveLength(2);
    expect((await signIn(colleague.email, PASSWORD, randomUUID())).ok).toBe(true);
  });

  test("a member of this unit alone may set a new password, which signs every device out", async () => {
    const { scope, unit } = await aMember("admin");
    const forgetful = await aMember("clerk", { unit });
    const row = (await listMembers(scope)).find(({ userId }) => userId === forgetful.userId);
    await sendPasswordLink(scope, row?.id ?? "");
    expect((await follow(scope)).invite.how).toBe("forgotten");
    expect((await join(scope, { password: "zupelnie nowe haslo" })).ok).toBe(true);

    expect(await visit(forgetful.cookie)).toBeUndefined();
    expect((await signIn(forgetful.email, PASSWORD, randomUUID())).ok).toBe(false);
    expect((await signIn(forgetful.email, "zupelnie nowe haslo", randomUUID())).ok).toBe(true);
    expect((await listMembers(scope)).find(({ id }) => id === row?.id)).toMatchObject({ role: "clerk" });
  });

  test("who has left and is invited again is the same person", async () => {
    const { scope, unit } = await aMember("admin");
    const returning = await aMember("clerk", { unit });
    const row = (await listMembers(scope)).find(({ userId }) => userId === returning.userId);
    await endMembership(scope, row?.id ?? "");
    await inviteMember(scope, { email: returning.email, role: "organizer" });

    expect((await join(scope, { password: PASSWORD })).ok).toBe(true);
    expect((await listMembers(scope)).find(({ userId }) => userId === returning.userId)).toMatchObject({
      id: row?.id,
      role: "organizer",
    });
  });
});

describe("members", () => {
  async function aPair() {
    const admin = await aMember("admin");
    const clerk = await aMember("clerk", { unit: admin.unit });
    const rows = await listMembers(admin.scope);
    const idOf = (userId: string) => rows.find((row) => row.userId === userId)?.id ?? "";
    return { admin, clerk, adminId: idOf(admin.userId), clerkId: idOf(clerk.userId) };
  }

  test("a changed role signs out everywhere", async () => {
    const { admin, clerk, clerkId } = await aPair();
    expect(await visit(clerk.cookie)).toBe(clerk.userId);
    expect((await changeRole(admin.scope, clerkId, "organizer")).ok).toBe(true);
    expect(await visit(clerk.cookie)).toBeUndefined();
    expect(await visit(admin.cookie)).toBe(admin.userId);
    const [event] = await read.select().from(events).where(eq(events.action, "member_role_changed"));
    expect(event?.data).toEqual({ name: "Ewa Sikora", from: "clerk", to: "organizer" });
  });

  test("an ended membership signs out and leaves the list", async () => {
    const { admin, clerk, clerkId } = await aPair();
    expect((await endMembership(admin.scope, clerkId)).ok).toBe(true);
    expect(await visit(clerk.cookie)).toBeUndefined();
    expect(await listMembers(admin.scope)).toHaveLength(1);
    expect(await endMembership(admin.scope, clerkId)).toEqual({ ok: false, reason: "already_ended" });
    expect(await sendPasswordLink(admin.scope, clerkId)).toEqual({ ok: false, reason: "already_ended" });
  });

  test("two admins who remove each other at once leave one", async () => {
    const { admin, clerkId, adminId } = await aPair();
    await changeRole(admin.scope, clerkId, "admin");
    const both = await Promise.all([endMembership(admin.scope, adminId), endMembership(admin.scope, clerkId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listMembers(admin.scope)).toMatchObject([{ role: "admin" }]);
  });

  test("the last admin is neither removed nor made something else", async () => {
    const { admin, adminId } = await aPair();
    expect(await endMembership(admin.scope, adminId)).toEqual({ ok: false, reason: "last_admin" });
    expect(await changeRole(admin.scope, adminId, "clerk")).toEqual({ ok: false, reason: "last_admin" });
    expect(await visit(admin.cookie)).toBe(admin.userId);
  });

  test("a list names people by their last names", async () => {
    const unit = await aUnit();
    for (const name of ["Zofia Ćwik", "Adam Żak", "Ewa Cichoń"]) await aMember("viewer", { unit, name });
    expect((await listMembers(unit.scope)).map(({ name }) => name)).toEqual(["Ewa Cichoń", "Zofia Ćwik", "Adam Żak"]);
  });
});
