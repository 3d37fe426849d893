import { notFound } from "~/platform/params.server";
import type { Scope } from "~/platform/scope";
import { formatShort, today } from "~/platform/time";
import { getBody, getOffice, getPerson, getTerm, listOffices, listPeople, listTerms } from "./queries.server";
import { holdsOn, officeVersion, resolveSalutation } from "./rules";
import type { BodyForm } from "./schema";

/** A body with its offices, who holds them today, and everybody who did. */
export async function loadBodyPage(scope: Scope, bodyId: string, now: Date) {
  const { deskTokenHash: _, ...body } = await getBody(scope, bodyId);
  const [offices, terms, people] = [
    await listOffices(scope, bodyId),
    await listTerms(scope, bodyId),
    await listPeople(scope),
  ];
  const known = new Map(people.map((person) => [person.id, person]));
  const rows = offices.map((office) => {
    const term = terms.find((each) => each.officeId === office.id && holdsOn(each, today(now)));
    const person = (term && known.get(term.personId)) ?? null;
    return {
      officeId: office.id,
      officeTitle: office.title,
      personId: person?.id ?? null,
      person: [person?.rank, person?.name].filter(Boolean).join(" "),
      salutation: resolveSalutation(office, person),
      contact: [person?.email || body.email, person?.phone].filter(Boolean).join(", "),
      termId: term?.id ?? null,
      startsOn: term?.startsOn ?? null,
      endsOn: term?.endsOn ?? null,
    };
  });
  return { body, rows, terms: terms.reverse(), people: people.map(({ id, name, rank }) => ({ id, name, rank })) };
}

type Fields = Record<string, string>;

/** What a form of the page holds when it is opened, and the version of what it changes. */
export async function loadBodyForm(scope: Scope, bodyId: string, form: BodyForm, id: string | null, now: Date) {
  const [body, day] = [await getBody(scope, bodyId), formatShort(today(now))];
  const need = () => id ?? notFound();
  const pick = <T extends object>(row: T, names: (keyof T & string)[]): Fields =>
    Object.fromEntries(names.map((name) => [name, String(row[name])]));
  switch (form) {
    case "body":
      return answer(pick(body, ["kind", "name", "area", "address", "email", "phone", "note"]), body.version);
    case "title": {
      const office = await getOffice(scope, need());
      return answer(pick(office, ["title", "salutationMale", "salutationFemale"]), officeVersion(office));
    }
    case "person": {
      const person = await getPerson(scope, need());
      return answer(pick(person, ["name", "rank", "gender", "salutation", "email", "phone"]), person.version);
    }
    case "appoint":
      await getOffice(scope, need());
      return answer({ startsOn: day, gender: "unknown" });
    case "end":
      await getTerm(scope, need());
      return answer({ endsOn: day });
    default:
      return answer({});
  }
}

const answer = (fields: Fields, version?: number) => ({ fields, version });
