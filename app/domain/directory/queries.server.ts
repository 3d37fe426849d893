import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { read } from "~/platform/db.server";
import { comparePolish } from "~/platform/language";
import { notFound } from "~/platform/params.server";
import { prepared } from "~/platform/prepared.server";
import type { Scope } from "~/platform/scope";
import { matches } from "~/platform/search.server";
import type { CalendarDate } from "~/platform/time";
import { bodies, offices, people, terms } from "~db/schema";
import type { BodyKind } from "~db/vocabulary";
import { resolveSalutation } from "./rules";

export type Body = typeof bodies.$inferSelect;
export type Office = typeof offices.$inferSelect;
export type Person = typeof people.$inferSelect;

/** A directory is read whole; beyond this somebody has to search. */
export const MOST_ROWS = 500;

type Filter = { q?: string | null; kind?: BodyKind; archived?: boolean };

const bodyFilter = (scope: Scope, { q, kind, archived = false }: Filter) =>
  and(
    eq(bodies.organizationId, scope.organizationId),
    kind && eq(bodies.kind, kind),
    archived ? isNotNull(bodies.archivedAt) : isNull(bodies.archivedAt),
    matches(bodies.search, q),
  );

/** In Polish order. What was archived comes only when asked for. */
export async function listBodies(scope: Scope, filter: Filter = {}): Promise<Body[]> {
  const rows = await read
    .select()
    .from(bodies)
    .where(bodyFilter(scope, filter))
    .orderBy(bodies.search)
    .limit(MOST_ROWS);
  return rows.sort((a, b) => comparePolish(a.name, b.name));
}

/** What a choice of bodies needs, of those that still exist, in Polish order. */
export async function listBodyNames({ organizationId: unit }: Scope) {
  return (await bodyNames({ unit })).sort((a, b) => comparePolish(a.name, b.name));
}

const bodyNames = prepared((from) =>
  from
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(and(eq(bodies.organizationId, sql.placeholder("unit")), isNull(bodies.archivedAt)))
    .orderBy(bodies.search)
    .limit(MOST_ROWS),
);

export async function getBody(scope: Scope, id: string): Promise<Body> {
  const [body] = await read
    .select()
    .from(bodies)
    .where(and(eq(bodies.organizationId, scope.organizationId), eq(bodies.id, id)));
  return body ?? notFound();
}

export async function getOffice(scope: Scope, id: string): Promise<Office> {
  const [office] = await read
    .select()
    .from(offices)
    .where(and(eq(offices.organizationId, scope.organizationId), eq(offices.id, id)));
  return office ?? notFound();
}

export async function getPerson(scope: Scope, id: string): Promise<Person> {
  const [person] = await read
    .select()
    .from(people)
    .where(and(eq(people.organizationId, scope.organizationId), eq(people.id, id)));
  return person ?? notFound();
}

/** The offices of a body, in its own order, also those without a holder. */
export const listOffices = (scope: Scope, bodyId: string): Promise<Office[]> =>
  read
    .select()
    .from(offices)
    .where(
      and(eq(offices.organizationId, scope.organizationId), eq(offices.bodyId, bodyId), isNull(offices.archivedAt)),
    )
    .orderBy(asc(offices.position), asc(offices.title));

export const listPeople = async (scope: Scope, { q }: { q?: string | null } = {}): Promise<Person[]> => {
  const rows = await read
    .select()
    .from(people)
    .where(and(eq(people.organizationId, scope.organizationId), isNull(people.archivedAt), matches(people.search, q)))
    .orderBy(people.search)
    .limit(MOST_ROWS);
  return rows.sort((a, b) => comparePolish(a.name, b.name));
};

/** Who held and holds the offices of a body, latest first. */
export function listTerms(scope: Scope, bodyId: string) {
  return read
    .select({
      id: terms.id,
      officeId: terms.officeId,
      officeTitle: offices.title,
      personId: terms.personId,
      personName: people.name,
      personRank: people.rank,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
    })
    .from(terms)
    .innerJoin(offices, and(eq(offices.id, terms.officeId), eq(offices.organizationId, scope.organizationId)))
    .innerJoin(people, and(eq(people.id, terms.personId), eq(people.organizationId, scope.organizationId)))
    .where(and(eq(terms.organizationId, scope.organizationId), eq(offices.bodyId, bodyId)))
    .orderBy(asc(offices.position), asc(terms.startsOn));
}

export async function getTerm(scope: Scope, id: string) {
  const [term] = await read
    .select()
    .from(terms)
    .where(and(eq(terms.organizationId, scope.organizationId), eq(terms.id, id)));
  return term ?? notFound();
}

export const listTermsOf = (scope: Scope, officeId: string) =>
  read
    .select()
    .from(terms)
    .where(and(eq(terms.organizationId, scope.organizationId), eq(terms.officeId, officeId)))
    .orderBy(asc(terms.startsOn));

type OnDay = Filter & { on: CalendarDate };

/** Bodies with their offices and who holds them on a day; also bodies without an office. */
export async function listDirectory(scope: Scope, { on, q, ...filter }: OnDay) {
  const rows = await read
    .select({ body: bodies, office: offices, person: people, startsOn: terms.startsOn })
    .from(bodies)
    .leftJoin(
      offices,
      and(eq(offices.organizationId, bodies.organizationId), eq(offices.bodyId, bodies.id), isNull(offices.archivedAt)),
    )
    .leftJoin(
      terms,
      and(
        eq(terms.organizationId, bodies.organizationId),
        eq(terms.officeId, offices.id),
        lte(terms.startsOn, on),
        or(isNull(terms.endsOn), gte(terms.endsOn, on)),
      ),
    )
    .leftJoin(people, and(eq(people.organizationId, bodies.organizationId), eq(people.id, terms.personId)))
    .where(and(bodyFilter(scope, filter), matches([bodies.search, people.search], q)))
    .orderBy(bodies.search, offices.position)
    .limit(MOST_ROWS);
  return rows
    .sort(
      (a, b) =>
        comparePolish(a.body.name, b.body.name) ||
        (a.office?.position ?? 0) - (b.office?.position ?? 0) ||
        comparePolish(a.office?.title ?? "", b.office?.title ?? ""),
    )
    .map(rowOf);
}

type Joined = { body: Body; office: Office | null; person: Person | null; startsOn: CalendarDate | null };

/** E-mail and telephone of the person, or else of the body. */
const rowOf = ({ body, office, person, startsOn }: Joined) => ({
  bodyId: body.id,
  bodyName: body.name,
  bodyKind: body.kind,
  officeId: office?.id ?? null,
  officeTitle: office?.title ?? "",
  personId: person?.id ?? null,
  personName: person?.name ?? "",
  personRank: person?.rank ?? "",
  gender: person?.gender ?? ("unknown" as const),
  salutation: office ? resolveSalutation(office, person) : "",
  termStartsOn: startsOn,
  email: person?.email || body.email,
  phone: person?.phone || body.phone,
});
export type DirectoryRow = ReturnType<typeof rowOf>;
export type OfficeHolder = DirectoryRow & { officeId: string };

/** Everybody who can be invited on a day: each office once, with or without a person in it. */
export async function listOfficeHolders(scope: Scope, filter: OnDay): Promise<OfficeHolder[]> {
  const rows = await listDirectory(scope, filter);
  return rows.filter((row): row is OfficeHolder => row.officeId !== null);
}
