import { and, asc, count, eq, gt, inArray, ne } from "drizzle-orm";
import { deliveryOf } from "~/domain/history/queries.server";
import { read } from "~/platform/db.server";
import { comparePolish } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { invitations, substitutes } from "~db/schema";
import { countGuests, namedSince, standingOf } from "./rules";

/** Never the hash of the link: what is not selected cannot leak. */
const INVITATION = {
  id: invitations.id,
  debateId: invitations.debateId,
  bodyId: invitations.bodyId,
  officeId: invitations.officeId,
  personId: invitations.personId,
  guestKey: invitations.guestKey,
  bodyName: invitations.bodyName,
  officeTitle: invitations.officeTitle,
  personName: invitations.personName,
  personRank: invitations.personRank,
  salutation: invitations.salutation,
  email: invitations.email,
  phone: invitations.phone,
  status: invitations.status,
  sentAt: invitations.sentAt,
  respondedAt: invitations.respondedAt,
  respondedVia: invitations.respondedVia,
  declineReason: invitations.declineReason,
  needs: invitations.needs,
  remindedAt: invitations.remindedAt,
  reminders: invitations.reminders,
  generation: invitations.generation,
  presence: invitations.presence,
  arrivedAt: invitations.arrivedAt,
  leftAt: invitations.leftAt,
};

const SUBSTITUTE = {
  id: substitutes.id,
  invitationId: substitutes.invitationId,
  name: substitutes.name,
  post: substitutes.post,
  email: substitutes.email,
  status: substitutes.status,
  respondedAt: substitutes.respondedAt,
  createdAt: substitutes.createdAt,
};

/** The guest list: each with the substitute who counts now, how the letters fared, and what staff call the state. */
export async function listInvitations(scope: Scope, debateId: string) {
  const rows = await read
    .select(INVITATION)
    .from(invitations)
    .where(and(eq(invitations.organizationId, scope.organizationId), eq(invitations.debateId, debateId)));
  const named = await listSubstitutes(
    scope,
    rows.map(({ id }) => id),
  );
  const delivery = await deliveryOf(scope, [...rows.map(({ id }) => id), ...[...named.values()].map(({ id }) => id)]);
  return rows
    .map((row) => {
      const substitute = named.get(row.id) ?? null;
      return {
        ...row,
        standing: standingOf(row.status, substitute),
        delivery: delivery.get(row.id) ?? null,
        substitute: substitute && { ...substitute, delivery: delivery.get(substitute.id) ?? null },
      };
    })
    .sort((a, b) => comparePolish(a.bodyName, b.bodyName) || comparePolish(a.officeTitle, b.officeTitle));
}

export type Guest = Awaited<ReturnType<typeof listInvitations>>[number];

/** For the debate's checklist. */
export async function countInvitations(scope: Scope, debateId: string) {
  const { drafts, invited, silent, failed } = countGuests(await listInvitations(scope, debateId));
  return { drafted: drafts, sent: invited, unanswered: silent, bounced: failed };
}

/** Whoever was named last and not replaced since; a refusal counts until somebody else is named. */
async function listSubstitutes(scope: Scope, invitationIds: string[]) {
  if (invitationIds.length === 0) return new Map<string, Substitute>();
  const rows = await read
    .select(SUBSTITUTE)
    .from(substitutes)
    .where(
      and(
        eq(substitutes.organizationId, scope.organizationId),
        inArray(substitutes.invitationId, invitationIds),
        ne(substitutes.status, "replaced"),
      ),
    )
    .orderBy(asc(substitutes.createdAt));
  return new Map<string, Substitute>(rows.map((row) => [row.invitationId, row]));
}

export async function getInvitation(scope: Scope, id: string) {
  const [invitation] = await read
    .select(INVITATION)
    .from(invitations)
    .where(and(eq(invitations.organizationId, scope.organizationId), eq(invitations.id, id)));
  return invitation ?? notFound();
}

export type Invitation = Awaited<ReturnType<typeof getInvitation>>;

/** The substitute who counts now, if there is one. */
export async function findSubstitute(scope: Scope, invitationId: string) {
  return (await listSubstitutes(scope, [invitationId])).get(invitationId);
}

/** How many have been named to stand in for this guest within a day. */
export async function countNamed(scope: Scope, invitationId: string, now: Date) {
  const { organizationId, createdAt, invitationId: of } = substitutes;
  const [row] = await read
    .select({ many: count() })
    .from(substitutes)
    .where(and(eq(organizationId, scope.organizationId), eq(of, invitationId), gt(createdAt, namedSince(now))));
  return row?.many ?? 0;
}

export async function getSubstitute(scope: Scope, id: string) {
  const [substitute] = await read
    .select(SUBSTITUTE)
    .from(substitutes)
    .where(and(eq(substitutes.organizationId, scope.organizationId), eq(substitutes.id, id)));
  return substitute ?? notFound();
}

export type Substitute = Awaited<ReturnType<typeof getSubstitute>>;
