import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { joinByLink } from "~/domain/organizations/commands.joining.server";
import {
  acceptInvite,
  changeMembers,
  changeRole,
  endMembership,
  inviteMember,
  revokeInvite,
  sendPasswordLink,
} from "~/domain/organizations/commands.members.server";
import { resetSecondFactor } from "~/domain/organizations/commands.second-factor.server";
import { addMember, admit, reviseUnit } from "~/domain/organizations/commands.server";
import {
  getMember,
  getUnitSettings,
  getUnitSlug,
  listMemberInvites,
  listMembers,
} from "~/domain/organizations/queries.server";
import { settingsVersion } from "~/domain/organizations/rules";
import { inTransaction } from "~/platform/db.server";
import { aMember, PASSWORD } from "../../setup/factories.organizations";

/** Two units with the same things in them; whatever `stranger` tries, `ours` stays as it is. */
async function twoUnits() {
  const ours = await aMember("admin");
  const stranger = await aMember("admin");
  const colleague = await aMember("clerk", { unit: ours.unit });
  const invited = await inviteMember(ours.scope, { email: `${randomUUID()}@policja.test`, role: "viewer" });
  if (!invited.ok) throw new Error(invited.reason);
  const clerk = (await listMembers(ours.scope)).find(({ userId }) => userId === colleague.userId);
  const picture = async () => [
    await getUnitSettings(ours.scope),
    await listMembers(ours.scope),
    await listMemberInvites(ours.scope),
  ];
  return { ours, stranger, clerkId: clerk?.id ?? "", inviteId: invited.value.id, picture };
}
const NOT_FOUND = { status: 404 };

describe("a stranger's scope", () => {
  test("reads nothing of ours", async () => {
    const { ours, stranger, clerkId } = await twoUnits();
    await expect(getMember(stranger.scope, clerkId)).rejects.toMatchObject(NOT_FOUND);
    expect((await listMembers(stranger.scope)).map(({ userId }) => userId)).toEqual([stranger.userId]);
    expect(await listMemberInvites(stranger.scope)).toEqual([]);
    await inTransaction(() => reviseOurs(ours));
    expect(await getUnitSettings(stranger.scope)).not.toMatchObject({ name: "Nasza" });
    expect(await getUnitSlug(stranger.scope)).not.toBe(await getUnitSlug(ours.scope));
  });

  test("changes nothing of ours", async () => {
    const { ours, stranger, clerkId, inviteId, picture } = await twoUnits();
    const before = await picture();
    const { scope } = stranger;
    const joining = { how: "new", name: "Obcy", rank: "", passwordHash: "-" } as const;
    const invite = { id: inviteId, email: "obcy@policja.test", how: "new" } as const;

    await expect(changeRole(scope, clerkId, "admin")).rejects.toMatchObject(NOT_FOUND);
    await expect(endMembership(scope, clerkId)).rejects.toMatchObject(NOT_FOUND);
    await expect(sendPasswordLink(scope, clerkId)).rejects.toMatchObject(NOT_FOUND);
    await expect(resetSecondFactor(scope, clerkId)).rejects.toMatchObject(NOT_FOUND);
    await expect(revokeInvite(scope, inviteId)).rejects.toMatchObject(NOT_FOUND);
    await expect(acceptInvite(scope, inviteId, joining)).rejects.toMatchObject(NOT_FOUND);
    await expect(joinByLink(scope, invite, { name: "Obcy", password: PASSWORD }, "n")).rejects.toMatchObject(NOT_FOUND);
    await expect(changeMembers(scope, { intent: "role", id: clerkId, role: "admin" })).rejects.toMatchObject(NOT_FOUND);

    const settings = await getUnitSettings(scope);
    await reviseUnit(scope, settingsVersion(settings), { ...settings, name: "Obca" });
    await addMember(scope, { email: ours.email, name: "Nasz", role: "viewer", passwordHash: "-" });
    await inTransaction(() => admit(scope, ours.userId, "clerk"));
    expect(await picture()).toEqual(before);
  });

  test("is not let in by being a member elsewhere", async () => {
    const { ours, stranger } = await twoUnits();
    expect((await listMembers(ours.scope)).some(({ userId }) => userId === stranger.userId)).toBe(false);
  });
});

async function reviseOurs({ scope }: { scope: Parameters<typeof getUnitSettings>[0] }) {
  const settings = await getUnitSettings(scope);
  await reviseUnit(scope, settingsVersion(settings), { ...settings, name: "Nasza" });
}
