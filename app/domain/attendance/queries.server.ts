import { and, asc, eq, gt, inArray, isNotNull, max, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { debates, headCounts, invitations, organizations, registrations } from "~db/schema";
import { HEAD_COUNT_GROUPS, type HeadCountGroup } from "~db/vocabulary";

const within = (scope: Scope) => eq(registrations.organizationId, scope.organizationId);

/** What rules ask of the debate. */
export async function getHouse(scope: Scope, debateId: string) {
  const [debate] = await read
    .select({ status: debates.status, startsAt: debates.startsAt, capacity: debates.capacity })
    .from(debates)
    .where(and(eq(debates.id, debateId), eq(debates.organizationId, scope.organizationId)));
  return debate ?? notFound();
}

/** Seats that are given away, seats that people wait for, and how many have come. */
export async function countSeats(scope: Scope, debateId: string) {
  const rows = await seatsByStatus(namesOf(scope, debateId));
  const of = (status: string) => rows.find((row) => row.status === status);
  return {
    confirmed: Number(of("confirmed")?.seats ?? 0),
    waiting: Number(of("waiting")?.seats ?? 0),
    present: Number(of("confirmed")?.present ?? 0),
  };
}

const namesOf = ({ organizationId: unit }: Scope, debate: string) => ({ unit, debate });

const seatsByStatus = prepared((from) =>
  from
    .select({
      status: registrations.status,
      seats: sql<number>`sum(${registrations.seats})`,
      present: sql<number>`sum(case when ${registrations.checkedInAt} is null then 0 else ${registrations.seats} end)`,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.organizationId, sql.placeholder("unit")),
        eq(registrations.debateId, sql.placeholder("debate")),
      ),
    )
    .groupBy(registrations.status),
);

/** The queue from its front. Equal moments do not occur: each place is later than the one before. */
export function listQueue(scope: Scope, debateId: string) {
  return read
    .select({
      id: registrations.id,
      seats: registrations.seats,
      email: registrations.email,
      queuedAt: registrations.queuedAt,
    })
    .from(registrations)
    .where(and(within(scope), eq(registrations.debateId, debateId), eq(registrations.status, "waiting")))
    .orderBy(asc(registrations.queuedAt));
}

export async function findLastQueued(scope: Scope, debateId: string) {
  const [row] = await read
    .select({ at: max(registrations.queuedAt) })
    .from(registrations)
    .where(and(within(scope), eq(registrations.debateId, debateId)));
  return row?.at ?? undefined;
}

/** A reservation as its owner sees it, with the debate it is for. */
export async function getRegistration(scope: Scope, id: string) {
  const [found] = await read
    .select({
      id: registrations.id,
      debateId: registrations.debateId,
      name: registrations.name,
      email: registrations.email,
      seats: registrations.seats,
      needs: registrations.needs,
      status: registrations.status,
      queuedAt: registrations.queuedAt,
      checkedInAt: registrations.checkedInAt,
      debate: {
        number: debates.number,
        year: debates.year,
        slug: debates.slug,
        status: debates.status,
        topic: debates.topic,
        startsAt: debates.startsAt,
        endsAt: debates.endsAt,
        venueName: debates.venueName,
        venueAddress: debates.venueAddress,
        calendarSequence: debates.calendarSequence,
        statusReason: debates.statusReason,
      },
      unit: {
        name: organizations.name,
        slug: organizations.slug,
        department: organizations.department,
        address: organizations.address,
        phone: organizations.phone,
        email: organizations.email,
        headOffice: organizations.headOffice,
      },
    })
    .from(registrations)
    .innerJoin(debates, eq(debates.id, registrations.debateId))
    .innerJoin(organizations, eq(organizations.id, registrations.organizationId))
    .where(and(within(scope), eq(registrations.id, id)));
  return found ?? notFound();
}

/** How many parties stand in front; 0 is the first one. */
export async function placeInQueue(scope: Scope, registration: { debateId: string; queuedAt: Date }) {
  const queue = await listQueue(scope, registration.debateId);
  return queue.filter(({ queuedAt }) => queuedAt < registration.queuedAt).length;
}

type RegistrationFilter = { q?: string; after?: string; limit?: number };
const MOST_REGISTRATIONS = 5_000;

/**
 * For the door: who has a seat or waits, in the order in which they asked; a page at a time. Names are searched here
 * and not in the database, which knows no Polish letters; one debate has hundreds of rows, not millions.
 */
export async function listRegistrations(
  scope: Scope,
  debateId: string,
  { q, after, limit = 100 }: RegistrationFilter = {},
) {
  const typed = foldForSearch((q ?? "").slice(0, 80));
  const rows = await read
    .select({
      id: registrations.id,
      name: registrations.name,
      seats: registrations.seats,
      needs: registrations.needs,
      status: registrations.status,
      queuedAt: registrations.queuedAt,
      checkedInAt: registrations.checkedInAt,
    })
    .from(registrations)
    .where(
      and(
        within(scope),
        eq(registrations.debateId, debateId),
        inArray(registrations.status, ["confirmed", "waiting"]),
        after && /^\d{1,13}$/.test(after) ? gt(registrations.queuedAt, new Date(Number(after))) : undefined,
      ),
    )
    .orderBy(asc(registrations.queuedAt))
    .limit(typed ? MOST_REGISTRATIONS : limit + 1);
  const found = typed ? rows.filter(({ name }) => foldForSearch(name).includes(typed)) : rows;
  const page = found.slice(0, limit);
  return { rows: page, next: found.length > limit ? String(page.at(-1)?.queuedAt.getTime()) : null };
}

/** Whom to write to when the day changes. */
export function listRegisteredAddresses(scope: Scope, debateId: string) {
  return read
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        within(scope),
        eq(registrations.debateId, debateId),
        inArray(registrations.status, ["confirmed", "waiting"]),
        sql`${registrations.email} <> ''`,
      ),
    );
}

/** Every group, in its order, also those at zero. */
export async function listHeadCounts(
  scope: Scope,
  debateId: string,
): Promise<{ group: HeadCountGroup; count: number }[]> {
  const rows = await heads(namesOf(scope, debateId));
  const counts = new Map(rows.map(({ group, count }) => [group, count]));
  return HEAD_COUNT_GROUPS.map((group) => ({ group, count: counts.get(group) ?? 0 }));
}

const heads = prepared((from) =>
  from
    .select({ group: headCounts.group, count: headCounts.count })
    .from(headCounts)
    .where(
      and(eq(headCounts.organizationId, sql.placeholder("unit")), eq(headCounts.debateId, sql.placeholder("debate"))),
    ),
);

const asked = and(
  eq(invitations.organizationId, sql.placeholder("unit")),
  eq(invitations.debateId, sql.placeholder("debate")),
  isNotNull(invitations.sentAt),
);

/** What a page may say about the guests: the office and the body, never a person. */
export const listPublicGuests = (scope: Scope, debateId: string) => publicGuests(namesOf(scope, debateId));

const publicGuests = prepared((from) =>
  from
    .select({ officeTitle: invitations.officeTitle, bodyName: invitations.bodyName })
    .from(invitations)
    .where(and(asked, inArray(invitations.status, ["sent", "accepted", "substituted"])))
    .orderBy(asc(invitations.bodyName), asc(invitations.officeTitle)),
);

/** Officials who were there in person or by a substitute. */
export async function countOfficialsPresent(scope: Scope, debateId: string) {
  return (await officialsPresent(namesOf(scope, debateId))).length;
}

const officialsPresent = prepared((from) =>
  from
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(asked, inArray(invitations.presence, ["present", "present_by_substitute"]))),
);

/** One guest, as the attendance list needs it. */
export async function getGuest(scope: Scope, invitationId: string) {
  const [found] = await read
    .select({
      id: invitations.id,
      debateId: invitations.debateId,
      status: invitations.status,
      officeTitle: invitations.officeTitle,
      presence: invitations.presence,
      arrivedAt: invitations.arrivedAt,
      leftAt: invitations.leftAt,
      debateStatus: debates.status,
      debateStartsAt: debates.startsAt,
    })
    .from(invitations)
    .innerJoin(debates, eq(debates.id, invitations.debateId))
    .where(and(eq(invitations.id, invitationId), eq(invitations.organizationId, scope.organizationId)));
  return found ?? notFound();
}
