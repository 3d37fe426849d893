import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { listDirectory } from "~/domain/directory/queries.server";
import { resolveSalutation, UNKNOWN_SALUTATION } from "~/domain/directory/rules";
import { read } from "~/platform/db.server";
import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { type CalendarDate, today } from "~/platform/time";
import { bodies, offices, people, terms } from "~db/schema";
import { listInvitations } from "./queries.server";
import { guestKeyOf, type PickedGuest } from "./rules";

/** Who they are today. A later election or transfer does not change an invitation. */
export async function findGuests(scope: Scope, picked: readonly PickedGuest[], now: Date) {
  const officeIds = picked.flatMap((guest) => ("officeId" in guest ? [guest.officeId] : []));
  const bodyIds = picked.flatMap((guest) => ("bodyId" in guest ? [guest.bodyId] : []));
  const holders = new Map((await listHolders(scope, officeIds, today(now))).map((row) => [row.officeId, row]));
  const asSuch = new Map((await listAsSuch(scope, bodyIds)).map((row) => [row.bodyId, row]));
  return picked.map(
    (guest) => ("officeId" in guest ? holders.get(guest.officeId) : asSuch.get(guest.bodyId)) ?? notFound(),
  );
}

async function listHolders(scope: Scope, ids: string[], on: CalendarDate) {
  if (ids.length === 0) return [];
  const { organizationId } = scope;
  const rows = await read
    .select({ office: offices, body: bodies, person: people })
    .from(offices)
    .innerJoin(bodies, and(eq(bodies.organizationId, organizationId), eq(bodies.id, offices.bodyId)))
    .leftJoin(
      terms,
      and(
        eq(terms.organizationId, organizationId),
        eq(terms.officeId, offices.id),
        lte(terms.startsOn, on),
        or(isNull(terms.endsOn), gte(terms.endsOn, on)),
      ),
    )
    .leftJoin(people, and(eq(people.organizationId, organizationId), eq(people.id, terms.personId)))
    .where(and(eq(offices.organizationId, organizationId), inArray(offices.id, ids)));
  return rows.map(({ office, body, person }) => ({
    officeId: office.id,
    personId: person?.id ?? null,
    bodyId: body.id,
    bodyName: body.name,
    officeTitle: office.title,
    personName: person?.name ?? "",
    personRank: person?.rank ?? "",
    salutation: resolveSalutation(office, person),
    email: person?.email || body.email,
    phone: person?.phone || body.phone,
  }));
}

async function listAsSuch(scope: Scope, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await read
    .select({ id: bodies.id, name: bodies.name, email: bodies.email, phone: bodies.phone })
    .from(bodies)
    .where(and(eq(bodies.organizationId, scope.organizationId), inArray(bodies.id, ids)));
  return rows.map(({ id, name, email, phone }) => ({
    officeId: null,
    personId: null,
    bodyId: id,
    bodyName: name,
    officeTitle: "",
    personName: "",
    personRank: "",
    salutation: UNKNOWN_SALUTATION,
    email,
    phone,
  }));
}

const MOST_SHOWN = 100;

/** The directory as a list to tick, with who is on the list already. A body without offices is asked as such. */
export async function listCandidates(scope: Scope, debateId: string, q: string, now = new Date()) {
  const found = await listDirectory(scope, { q, on: today(now) });
  const guests = await listInvitations(scope, debateId);
  const listed = new Set(guests.filter(({ status }) => status !== "withdrawn").map(({ guestKey }) => guestKey));
  const rows = found.slice(0, MOST_SHOWN).map(({ officeId, bodyId, officeTitle, bodyName, email, ...person }) => ({
    value: officeId ? `office:${officeId}` : `body:${bodyId}`,
    officeTitle,
    bodyName,
    person: [person.personRank, person.personName].filter(Boolean).join(" "),
    hasEmail: email !== "",
    isListed: listed.has(guestKeyOf({ officeId, bodyId })),
  }));
  return { rows, hasMore: found.length > MOST_SHOWN };
}

export type Candidate = Awaited<ReturnType<typeof listCandidates>>["rows"][number];
