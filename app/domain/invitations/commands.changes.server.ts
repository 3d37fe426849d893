import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import type { Scope } from "~/platform/scope";
import { invitations, substitutes } from "~db/schema";
import { type Guest, listInvitations } from "./queries.server";
import { guestName, rsvpAfter, substituteAfter } from "./rules";

/** An answer was about a date. What was answered after the change was known is about the new one and stays. */
const isOlder = ({ respondedAt }: { respondedAt: Date | null }, changedAt: Date) =>
  respondedAt !== null && respondedAt <= changedAt;

/** A new date asks again: guests are back at "sent", substitutes at "asked". What they had written stays to be read. */
export function askAgain(scope: Scope, debateId: string, changedAt: Date) {
  return inTransaction(async () => {
    for (const guest of await listInvitations(scope, debateId)) {
      await askGuestAgain(scope, guest, changedAt);
      await askSubstituteAgain(scope, guest, changedAt);
    }
  });
}

async function askGuestAgain(scope: Scope, guest: Guest, changedAt: Date) {
  const status = rsvpAfter(guest.status, "ask_again");
  if (!status || !isOlder(guest, changedAt)) return;
  await write
    .update(invitations)
    .set({ status, respondedAt: null, respondedVia: null })
    .where(and(eq(invitations.organizationId, scope.organizationId), eq(invitations.id, guest.id)));
  await record(scope, "invitation_asked_again", guest.id, guest, changedAt);
}

async function askSubstituteAgain(scope: Scope, guest: Guest, changedAt: Date) {
  const { substitute } = guest;
  const status = substitute && substituteAfter(substitute.status, "ask_again");
  if (!status || !isOlder(substitute, changedAt)) return;
  await write
    .update(substitutes)
    .set({ status, respondedAt: null })
    .where(and(eq(substitutes.organizationId, scope.organizationId), eq(substitutes.id, substitute.id)));
  await record(scope, "substitute_asked_again", substitute.id, guest, changedAt);
}

const record = (scope: Scope, action: string, subjectId: string, guest: Guest, now: Date) =>
  recordEvent(scope, { action, subjectId, debateId: guest.debateId, data: { guest: guestName(guest) } }, now);
