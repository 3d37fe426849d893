import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import type { CalendarDate } from "~/platform/time";
import { people, terms } from "~db/schema";
import type { Gender } from "~db/vocabulary";
import { getOffice, getPerson, getTerm, listTermsOf } from "./queries.server";
import { decideAppointment, decideEndOfTerm } from "./rules";

type NewPerson = { name: string; gender?: Gender } & Partial<Record<"rank" | "salutation" | "email" | "phone", string>>;

export function addPerson(scope: Scope, value: NewPerson, now = new Date()) {
  return inTransaction(async () => {
    const id = randomUUID();
    const search = foldForSearch(value.name);
    await write.insert(people).values({ ...value, id, organizationId: scope.organizationId, search, createdAt: now });
    await recordEvent(scope, { action: "person_added", subjectId: id, data: { name: value.name } }, now);
    return allow({ id });
  });
}

export function revisePerson(scope: Scope, id: string, version: number, value: NewPerson, now = new Date()) {
  return inTransaction(async () => {
    const person = await getPerson(scope, id);
    if (person.version !== version) return refuse("stale");
    await write
      .update(people)
      .set({ ...value, search: foldForSearch(value.name), version: version + 1 })
      .where(and(eq(people.organizationId, scope.organizationId), eq(people.id, id)));
    await recordEvent(scope, { action: "person_revised", subjectId: id, data: { name: value.name } }, now);
    return allow({ id, version: version + 1 });
  });
}

/** Ends the running term of the office and begins the next one. */
export function appoint(
  scope: Scope,
  { officeId, personId, startsOn }: { officeId: string; personId: string; startsOn: CalendarDate },
  now = new Date(),
) {
  return inTransaction(async () => {
    const office = await getOffice(scope, officeId);
    const person = await getPerson(scope, personId);
    const decision = decideAppointment(await listTermsOf(scope, officeId), { personId, startsOn });
    if (!decision.ok) return decision;
    for (const { id, endsOn } of decision.value.ends) await changeTerm(scope, id, endsOn);
    const id = randomUUID();
    await write.insert(terms).values({ id, organizationId: scope.organizationId, officeId, personId, startsOn });
    const data = { name: `${person.name}, ${office.title}`, startsOn };
    await recordEvent(scope, { action: "term_started", subjectId: id, data }, now);
    return allow({ id });
  });
}

export function endTerm(scope: Scope, id: string, endsOn: CalendarDate, now = new Date()) {
  return inTransaction(async () => {
    const term = await getTerm(scope, id);
    const decision = decideEndOfTerm(term, endsOn);
    if (!decision.ok) return refuse(decision.reason);
    await changeTerm(scope, id, endsOn);
    const { name } = await getPerson(scope, term.personId);
    await recordEvent(scope, { action: "term_ended", subjectId: id, data: { name, endsOn } }, now);
    return allow({ id });
  });
}

const changeTerm = (scope: Scope, id: string, endsOn: CalendarDate) =>
  write
    .update(terms)
    .set({ endsOn })
    .where(and(eq(terms.organizationId, scope.organizationId), eq(terms.id, id)));
