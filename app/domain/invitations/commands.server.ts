import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { invitations } from "~db/schema";
import type { RsvpChannel } from "~db/vocabulary";
import { nameSubstitute, replaceSubstitute } from "./commands.substitutes.server";
import { isStaff } from "./policy";
import { findGuests } from "./queries.candidates.server";
import { countNamed, getInvitation, type Invitation, listInvitations } from "./queries.server";
import {
  closedForStaff,
  decideAnswer,
  decideNaming,
  decideSend,
  guestKeyOf,
  guestName,
  type PickedGuest,
  type RsvpAnswer,
  rsvpAfter,
  shouldRemind,
} from "./rules";

const one = (scope: Scope, id: string) =>
  and(eq(invitations.organizationId, scope.organizationId), eq(invitations.id, id));

/** Puts guests on the list, with a snapshot of who they are today. Nobody is told yet. */
export function invite(scope: Scope, debateId: string, guests: readonly PickedGuest[], now = new Date()) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    if (guests.length === 0) return refuse("nobody_chosen");
    if (debate.status === "cancelled") return refuse("called_off");
    if (debate.status === "closed") return refuse("debate_over");
    const snapshots = await findGuests(scope, guests, now);
    const listed = new Map((await listInvitations(scope, debateId)).map((row) => [row.guestKey, row]));
    const keys = snapshots.map(guestKeyOf);
    const isTwice = (key: string, i: number) => keys.indexOf(key) !== i;
    const isListed = (key: string) => listed.has(key) && listed.get(key)?.status !== "withdrawn";
    if (keys.some((key, i) => isTwice(key, i) || isListed(key))) return refuse("already_invited");
    const ids: string[] = [];
    for (const [i, snapshot] of snapshots.entries()) {
      const guestKey = keys[i] as string;
      ids.push(await putOnList(scope, debateId, { ...snapshot, guestKey }, listed.get(guestKey), now));
    }
    return allow({ ids });
  });
}

type Snapshot = Awaited<ReturnType<typeof findGuests>>[number] & { guestKey: string };

async function putOnList(
  scope: Scope,
  debateId: string,
  snapshot: Snapshot,
  withdrawn: Invitation | undefined,
  now: Date,
) {
  const { organizationId } = scope;
  const id = withdrawn?.id ?? randomUUID();
  // Whoever held the old link may no longer hold the office.
  const generation = (withdrawn?.generation ?? 0) + 1;
  const columns = { ...snapshot, generation, tokenHash: tokenHashOf("invitation", id, generation) };
  if (withdrawn)
    await write
      .update(invitations)
      .set({ ...columns, ...UNTOUCHED, status: "draft" })
      .where(one(scope, id));
  else await write.insert(invitations).values({ ...columns, id, organizationId, debateId, createdAt: now });
  await recordEvent(
    scope,
    { action: "invitation_prepared", subjectId: id, debateId, data: { guest: guestName(snapshot) } },
    now,
  );
  return id;
}

const UNTOUCHED = {
  sentAt: null,
  respondedAt: null,
  respondedVia: null,
  declineReason: "",
  needs: "",
  remindedAt: null,
  reminders: 0,
};

/** Sends what is prepared, all or the given ones. Who has no e-mail gets a printed letter: for us it is sent. */
export function sendInvitations(scope: Scope, debateId: string, ids?: readonly string[], now = new Date()) {
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    const drafts = (await listInvitations(scope, debateId)).filter(
      ({ id, status }) => status === "draft" && (!ids || ids.includes(id)),
    );
    if (drafts.length === 0) return refuse("nobody_to_send");
    for (const draft of drafts) {
      const decision = decideSend(draft.status, debate);
      if (!decision.ok) return decision;
      await write.update(invitations).set({ status: decision.value, sentAt: now }).where(one(scope, draft.id));
      await recordSent(scope, draft, now);
    }
    return allow({ count: drafts.length });
  });
}

function recordSent(scope: Scope, { id, debateId, email, ...guest }: Invitation, now: Date) {
  const data = { guest: guestName(guest), byLetter: email === "" };
  return recordEvent(scope, { action: "invitation_sent", subjectId: id, debateId, data, job: email !== "" }, now);
}

/** The answer of the invited official, given behind the link. */
export function answerInvitation(scope: Scope, invitationId: string, answer: RsvpAnswer, now = new Date()) {
  if (scope.actor !== `invitation:${invitationId}`) notFound();
  return saveAnswer(scope, invitationId, answer, { via: "link", note: "" }, now);
}

/** An answer that staff were given on the phone, by letter, by e-mail or at the door; the deadline does not bind them. */
export function recordAnswer(
  scope: Scope,
  invitationId: string,
  answer: RsvpAnswer,
  channel: Exclude<RsvpChannel, "link">,
  now = new Date(),
  note = "",
) {
  if (!isStaff(scope)) notFound();
  return saveAnswer(scope, invitationId, answer, { via: channel, note }, now);
}

type How = { via: RsvpChannel; note: string };

function saveAnswer(scope: Scope, id: string, answer: RsvpAnswer, { via, note }: How, now: Date) {
  return inTransaction(async () => {
    const invitation = await getInvitation(scope, id);
    const { debateId } = invitation;
    const decision = decideAnswer(invitation, await getDebate(scope, debateId), answer, via, now);
    if (!decision.ok) return decision;
    const naming = answer.status === "substituted" ? decideNaming(await countNamed(scope, id, now), via) : allow(true);
    if (!naming.ok) return naming;
    await write.update(invitations).set(decision.value).where(one(scope, id));

    const guest = guestName(invitation);
    const named = answer.status === "substituted" ? await nameSubstitute(scope, invitation, answer, now) : undefined;
    if (!named) await replaceSubstitute(scope, invitation, now);
    const data = { guest, via, ...(note && { note }), ...(named && { substituteId: named.id, post: named.post }) };
    const job = named?.isNew && named.email !== "";
    await recordEvent(scope, { action: `invitation_${answer.status}`, subjectId: id, debateId, data, job }, now);
    return allow({ id, status: decision.value.status });
  });
}

/** Takes an invitation back; who had been asked is told so. */
export function withdrawInvitation(scope: Scope, invitationId: string, now = new Date()) {
  if (!isStaff(scope)) notFound();
  return inTransaction(async () => {
    const invitation = await getInvitation(scope, invitationId);
    const { debateId, status, email } = invitation;
    const next = rsvpAfter(status, "withdraw");
    if (!next) return refuse("withdrawn");
    await write.update(invitations).set({ status: next }).where(one(scope, invitationId));
    await replaceSubstitute(scope, invitation, now);
    const job = status !== "draft" && status !== "declined" && email !== "";
    const data = { guest: guestName(invitation) };
    await recordEvent(scope, { action: "invitation_withdrawn", subjectId: invitationId, debateId, data, job }, now);
    return allow({ id: invitationId });
  });
}

/** Reminds whoever has not answered; whoever has an answer is left in peace. */
export function remindInvitees(scope: Scope, debateId: string, now = new Date()) {
  if (!isStaff(scope)) notFound();
  return inTransaction(async () => {
    const debate = await getDebate(scope, debateId);
    const silent = (await listInvitations(scope, debateId)).filter((guest) => shouldRemind(guest, debate, now));
    if (silent.length === 0) return refuse("nobody_to_remind");
    for (const guest of silent) {
      const reminders = guest.reminders + 1;
      await write.update(invitations).set({ reminders, remindedAt: now }).where(one(scope, guest.id));
      const data = { guest: guestName(guest), reminders };
      await recordEvent(scope, { action: "invitation_reminded", subjectId: guest.id, debateId, data, job: true }, now);
    }
    return allow({ count: silent.length });
  });
}

/** A letter came back: another address, another link (the old address may be a stranger's), the same letter again. */
export function correctAddress(scope: Scope, invitationId: string, email: string, now = new Date()) {
  if (!isStaff(scope)) notFound();
  return inTransaction(async () => {
    const invitation = await getInvitation(scope, invitationId);
    const debate = await getDebate(scope, invitation.debateId);
    const { status } = invitation;
    const closed = status === "draft" ? undefined : closedForStaff(status, debate);
    if (closed) return refuse(closed);
    const generation = invitation.generation + 1;
    const tokenHash = tokenHashOf("invitation", invitationId, generation);
    await write.update(invitations).set({ email, generation, tokenHash }).where(one(scope, invitationId));
    await recordAudit(scope, { action: "link_renewed", subjectId: invitationId, data: { link: "invitation" } }, now);
    if (status !== "draft") await recordSent(scope, { ...invitation, email }, now);
    return allow({ id: invitationId });
  });
}
