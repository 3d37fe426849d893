import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { getDebate } from "~/domain/debates/queries.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { tokenHashOf } from "~/platform/links.server";
import { allow } from "~/platform/outcome";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { invitations, substitutes } from "~db/schema";
import { isStaff } from "./policy";
import { findSubstitute, getInvitation, getSubstitute, type Invitation, type Substitute } from "./queries.server";
import { decideSubstitution, guestName, isSamePerson, type RsvpAnswer } from "./rules";

const one = (scope: Scope, id: string) =>
  and(eq(substitutes.organizationId, scope.organizationId), eq(substitutes.id, id));

type Named = Extract<RsvpAnswer, { status: "substituted" }>;

/**
 * Part of an answer. The same person named again stays, with the post corrected; anybody else takes the place, so that
 * there is never more than one.
 */
export async function nameSubstitute(scope: Scope, invitation: Invitation, named: Named, now: Date) {
  const { name, post, email } = named;
  const current = await findSubstitute(scope, invitation.id);
  if (current && current.status !== "declined" && isStill(current, named)) {
    await write.update(substitutes).set({ name, post }).where(one(scope, current.id));
    return { id: current.id, post, email, isNew: false };
  }
  await replaceSubstitute(scope, invitation, now);
  // The same person at another address: the old one was a mistake, and whoever has it got a stranger's letter.
  if (current && current.email !== email && isSameName(current, named)) await revokeLink(scope, current.id);
  const id = randomUUID();
  await write.insert(substitutes).values({
    id,
    organizationId: scope.organizationId,
    invitationId: invitation.id,
    name,
    post,
    email,
    tokenHash: tokenHashOf("substitute", id),
    createdAt: now,
  });
  return { id, post, email, isNew: true };
}

const isStill = (current: Substitute, { name, email }: Named) =>
  current.email === email && isSamePerson({ personName: current.name, email: "" }, { name, email });

const isSameName = (current: Substitute, { name }: Named) =>
  isSamePerson({ personName: current.name, email: "" }, { name, email: "" });

/** A generation that is never sent. */
const revokeLink = (scope: Scope, id: string) =>
  write
    .update(substitutes)
    .set({ tokenHash: tokenHashOf("substitute", id, 2) })
    .where(one(scope, id));

/** Whoever was to come need not; who was asked by letter is told so by letter. */
export async function replaceSubstitute(scope: Scope, invitation: Invitation, now: Date) {
  const current = await findSubstitute(scope, invitation.id);
  if (!current) return;
  await write.update(substitutes).set({ status: "replaced" }).where(one(scope, current.id));
  const job = current.status !== "declined" && current.email !== "";
  await recordEvent(
    scope,
    {
      action: "substitute_replaced",
      subjectId: current.id,
      debateId: invitation.debateId,
      data: { guest: guestName(invitation), post: current.post },
      job,
    },
    now,
  );
}

/** By the substitute's own link, or by staff who were told so. `needs` are of the person who comes. */
export function confirmSubstitute(scope: Scope, substituteId: string, { needs = "" } = {}, now = new Date()) {
  return answerAsSubstitute(scope, substituteId, "confirm", needs, now);
}

export function declineSubstitute(scope: Scope, substituteId: string, now = new Date()) {
  return answerAsSubstitute(scope, substituteId, "decline", "", now);
}

function answerAsSubstitute(scope: Scope, id: string, move: "confirm" | "decline", needs: string, now: Date) {
  const by = isStaff(scope) ? "staff" : "substitute";
  if (by === "substitute" && scope.actor !== `substitute:${id}`) notFound();
  return inTransaction(async () => {
    const substitute = await getSubstitute(scope, id);
    const invitation = await getInvitation(scope, substitute.invitationId);
    const { debateId } = invitation;
    const decision = decideSubstitution(substitute, invitation, await getDebate(scope, debateId), move, by, now);
    if (!decision.ok) return decision;
    await write.update(substitutes).set({ status: decision.value, respondedAt: now }).where(one(scope, id));
    await write
      .update(invitations)
      .set({ needs })
      .where(and(eq(invitations.organizationId, scope.organizationId), eq(invitations.id, invitation.id)));
    const data = { guest: guestName(invitation), post: substitute.post };
    const action = `substitute_${decision.value}`;
    // The invitee hears of a refusal once, not of each click on the same button.
    const job = move === "decline" && substitute.status !== "declined" && invitation.email !== "";
    await recordEvent(scope, { action, subjectId: id, debateId, data, job }, now);
    return allow({ id, status: decision.value });
  });
}
