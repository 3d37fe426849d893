import { randomUUID } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { inTransaction, read, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { endSessions } from "~/platform/session.server";
import { memberInvites, memberships, users } from "~db/schema";
import type { Role } from "~db/vocabulary";
import { recordAudit } from "../history/commands.audit.server";
import { queueMail } from "../history/commands.mail.server";
import { recordEvent } from "../history/commands.server";
import { renewPassword } from "./commands.account.server";
import { resetSecondFactor } from "./commands.second-factor.server";
import { admit } from "./commands.server";
import { inviteLetter } from "./mail.server";
import { getMember, getUnitSettings } from "./queries.server";
import { decideAcceptInvite, decideEnd, decideRole, inviteExpiry } from "./rules";
import type { MembersForm, NewInvite } from "./schema";

/** Asks a colleague to join. A second invitation to the same address makes the first link worthless. */
export function inviteMember(scope: Scope, { email, role }: NewInvite, now = new Date()) {
  return inTransaction(async () => {
    if (await isMember(scope, email)) return refuse("already_member");
    const invited = await sendInvite(scope, { email, role }, now);
    await recordAudit(scope, { action: "member_invited", subjectId: invited.id, data: { role } }, now);
    return allow(invited);
  });
}

/** A member who has forgotten the password gets a link to set a new one. The role stays what it is. */
export function sendPasswordLink(scope: Scope, membershipId: string, now = new Date()) {
  return inTransaction(async () => {
    const { email, role, endedAt, userId } = await getMember(scope, membershipId);
    if (endedAt) return refuse("already_ended");
    await recordAudit(scope, { action: "password_link_sent", subjectId: userId }, now);
    return allow(await sendInvite(scope, { email, role }, now));
  });
}

async function sendInvite(scope: Scope, { email, role }: NewInvite, now: Date) {
  const { organizationId } = scope;
  const id = randomUUID();
  await revokeOpenInvites(scope, email);
  const expiresAt = inviteExpiry(now);
  const tokenHash = tokenHashOf("member", id);
  await write.insert(memberInvites).values({ id, organizationId, email, role, tokenHash, expiresAt });
  await recordEvent(scope, { action: "member_invited", subjectId: id, data: { role } }, now);
  const letter = inviteLetter({ unit: await getUnitSettings(scope), role, inviteId: id, expiresAt });
  const to = { name: email, address: email };
  await queueMail(scope, { kind: "member_invite", subjectId: id, to, letter, revision: 1 }, now);
  return { id };
}

const revokeOpenInvites = ({ organizationId }: Scope, email: string) =>
  write
    .update(memberInvites)
    .set({ revoked: true })
    .where(
      and(
        eq(memberInvites.organizationId, organizationId),
        eq(memberInvites.email, email),
        isNull(memberInvites.acceptedAt),
      ),
    );

export function revokeInvite(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    const mine = and(eq(memberInvites.organizationId, scope.organizationId), eq(memberInvites.id, id));
    const [invite] = await read.select().from(memberInvites).where(mine);
    if (!invite) return notFound();
    const decided = decideAcceptInvite(invite, now);
    if (!decided.ok) return decided;
    await write.update(memberInvites).set({ revoked: true }).where(mine);
    await recordEvent(scope, { action: "member_invite_revoked", subjectId: id }, now);
    await recordAudit(scope, { action: "member_invite_revoked", subjectId: id }, now);
    return allow({ id });
  });
}

/** What a form of the page of members asks for. */
export async function changeMembers(scope: Scope, form: MembersForm, now = new Date()) {
  switch (form.intent) {
    case "invite":
      return inviteMember(scope, form, now);
    case "role":
      return changeRole(scope, form.id, form.role, now);
    case "end":
      return endMembership(scope, form.id, now);
    case "password":
      return sendPasswordLink(scope, form.id, now);
    case "revoke":
      return revokeInvite(scope, form.id, now);
    case "second_factor":
      return resetSecondFactor(scope, form.id, now);
  }
}

/** How the person behind the link proves to be the owner of the account. */
export type Joining =
  | { how: "new"; name: string; rank: string; passwordHash: string }
  | { how: "known" }
  | { how: "forgotten"; passwordHash: string };

export function acceptInvite(scope: Scope, inviteId: string, joining: Joining, now = new Date()) {
  return inTransaction(async () => {
    const mine = and(eq(memberInvites.organizationId, scope.organizationId), eq(memberInvites.id, inviteId));
    const [invite] = await read.select().from(memberInvites).where(mine);
    if (!invite) return notFound();
    const decided = decideAcceptInvite(invite, now);
    if (!decided.ok) return decided;
    const user = await accountOf(invite.email, joining, now);
    if (!user) return refuse("revoked"); // the account came or went while the form was open
    await write.update(memberInvites).set(decided.value).where(mine);
    if (joining.how !== "forgotten") await admit(scope, user.id, invite.role);
    const action = joining.how === "forgotten" ? "member_password_renewed" : "member_joined";
    const data = { name: user.name, role: invite.role };
    await recordEvent(scope, { action, subjectId: user.id, data }, now);
    const done = joining.how === "forgotten" ? "password_reset_done" : "member_joined";
    await recordAudit(
      scope,
      { action: done, actor: `user:${user.id}`, subjectId: user.id, data: { role: invite.role } },
      now,
    );
    return allow({ userId: user.id });
  });
}

async function accountOf(email: string, joining: Joining, now: Date) {
  const [known] = await read.select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email));
  if (joining.how !== "new") {
    if (known && joining.how === "forgotten") await renewPassword(email, joining.passwordHash, now);
    return known;
  }
  if (known) return undefined;
  const { name, rank, passwordHash } = joining;
  const id = randomUUID();
  await write.insert(users).values({ id, email, name, rank, passwordHash, passwordChangedAt: now });
  return { id, name };
}

/** A changed role counts at once: whoever has it signs in again. */
export function changeRole(scope: Scope, membershipId: string, role: Role, now = new Date()) {
  return inTransaction(async () => {
    const member = await getMember(scope, membershipId);
    const decided = decideRole(member, role, await countAdmins(scope));
    if (!decided.ok) return decided;
    await change(scope, membershipId, decided.value);
    await endSessions(member.userId);
    const data = { name: member.name, from: member.role, to: role };
    await recordEvent(scope, { action: "member_role_changed", subjectId: member.userId, data }, now);
    const roles = { from: member.role, to: role };
    await recordAudit(scope, { action: "member_role_changed", subjectId: member.userId, data: roles }, now);
    return allow({ id: membershipId });
  });
}

export function endMembership(scope: Scope, membershipId: string, now = new Date()) {
  return inTransaction(async () => {
    const member = await getMember(scope, membershipId);
    const decided = decideEnd(member, await countAdmins(scope), now);
    if (!decided.ok) return decided;
    await change(scope, membershipId, decided.value);
    // A link to a new password, not used yet, would let them in again, in the role they had.
    await revokeOpenInvites(scope, member.email);
    await endSessions(member.userId);
    const data = { name: member.name };
    await recordEvent(scope, { action: "member_ended", subjectId: member.userId, data }, now);
    await recordAudit(scope, { action: "member_ended", subjectId: member.userId, data: { role: member.role } }, now);
    return allow({ id: membershipId });
  });
}

const change = (scope: Scope, id: string, columns: { role: Role } | { endedAt: Date }) =>
  write
    .update(memberships)
    .set(columns)
    .where(and(eq(memberships.organizationId, scope.organizationId), eq(memberships.id, id)));

/** Admins who can still sign in. */
async function countAdmins({ organizationId }: Scope) {
  const [row] = await read
    .select({ admins: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        eq(memberships.role, "admin"),
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
      ),
    );
  return row?.admins ?? 0;
}

async function isMember({ organizationId }: Scope, email: string) {
  const [row] = await read
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organizationId, organizationId), eq(users.email, email), isNull(memberships.endedAt)));
  return row !== undefined;
}
