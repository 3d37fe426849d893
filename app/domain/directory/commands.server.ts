import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/history/commands.audit.server";
import { recordEvent } from "~/domain/history/commands.server";
import { inTransaction, read, write } from "~/platform/db.server";
import { foldForSearch } from "~/platform/language";
import { tokenHashOf } from "~/platform/links.server";
import { allow, refuse } from "~/platform/outcome";
import type { Scope } from "~/platform/scope";
import { type CalendarDate, today } from "~/platform/time";
import { bodies, offices, tasks } from "~db/schema";
import type { BodyKind } from "~db/vocabulary";
import { addPerson, appoint } from "./commands.people.server";
import { getBody, getOffice, listOffices, listTermsOf } from "./queries.server";
import { decideAppointment, isNameTaken, officeVersion, suggestSalutation } from "./rules";
import type { PersonValue, RegistrationValue } from "./schema";

type NewBody = { kind: BodyKind; name: string } & Partial<
  Record<"area" | "address" | "email" | "phone" | "note", string>
>;

export function addBody(scope: Scope, value: NewBody, now = new Date()) {
  return inTransaction(async () => {
    if (isNameTaken(value.name, await namesBut(scope))) return refuse("body_name_taken");
    const id = randomUUID();
    const { organizationId } = scope;
    const deskTokenHash = tokenHashOf("desk", id);
    await write
      .insert(bodies)
      .values({ ...value, id, organizationId, deskTokenHash, search: searchOf(value, []), createdAt: now });
    await recordEvent(scope, { action: "body_added", subjectId: id, data: { name: value.name } }, now);
    return allow({ id });
  });
}

export function reviseBody(scope: Scope, id: string, version: number, value: NewBody, now = new Date()) {
  return inTransaction(async () => {
    const body = await getBody(scope, id);
    if (body.version !== version) return refuse("stale");
    if (isNameTaken(value.name, await namesBut(scope, id))) return refuse("body_name_taken");
    const titles = (await listOffices(scope, id)).map(({ title }) => title);
    const search = searchOf({ ...body, ...value }, titles);
    await changeBody(scope, id, { ...value, search, version: version + 1 });
    await recordEvent(scope, { action: "body_revised", subjectId: id, data: { name: value.name } }, now);
    const email = value.email ?? "";
    // Whoever reads the letters at the old address may be a stranger by now.
    if (email !== body.email && body.email !== "")
      await takeDeskAnew(scope, { ...body, email }, await hasTasks(scope, id), now);
    return allow({ id, version: version + 1 });
  });
}

/** Out of the lists, but not out of what already happened. */
export function archiveBody(scope: Scope, id: string, archived: boolean, now = new Date()) {
  return inTransaction(async () => {
    const { name } = await getBody(scope, id);
    await changeBody(scope, id, { archivedAt: archived ? now : null });
    const action = archived ? "body_archived" : "body_restored";
    await recordEvent(scope, { action, subjectId: id, data: { name } }, now);
    return allow({ id });
  });
}

/** Every desk link of this body that is in the world stops working, and a new one goes to its address. */
export function renewDesk(scope: Scope, id: string, now = new Date()) {
  return inTransaction(async () => {
    await takeDeskAnew(scope, await getBody(scope, id), true, now);
    return allow({ id });
  });
}

type Desk = { id: string; name: string; email: string; deskGeneration: number };

async function takeDeskAnew(scope: Scope, { id, name, email, deskGeneration }: Desk, tells: boolean, now: Date) {
  const generation = deskGeneration + 1;
  await changeBody(scope, id, { deskGeneration: generation, deskTokenHash: tokenHashOf("desk", id, generation) });
  const job = tells && email !== "";
  await recordEvent(scope, { action: "body_desk_renewed", subjectId: id, data: { name }, job }, now);
  await recordAudit(scope, { action: "link_renewed", subjectId: id, data: { link: "desk" } }, now);
}

/** Only letters about tasks bring the link; who has had none has nothing to be replaced. */
async function hasTasks(scope: Scope, bodyId: string) {
  const mine = and(eq(tasks.organizationId, scope.organizationId), eq(tasks.ownerBodyId, bodyId));
  return (await read.select({ id: tasks.id }).from(tasks).where(mine).limit(1)).length > 0;
}

type NewOffice = { bodyId: string; title: string } & Partial<{
  salutationMale: string;
  salutationFemale: string;
  position: number;
}>;

export function addOffice(scope: Scope, value: NewOffice, now = new Date()) {
  return inTransaction(async () => {
    const body = await getBody(scope, value.bodyId);
    if (body.archivedAt) return refuse("archived");
    const known = await listOffices(scope, body.id);
    const titles = known.map(({ title }) => title);
    if (isNameTaken(value.title, titles)) return refuse("office_title_taken");
    const id = randomUUID();
    const position = value.position ?? (known.at(-1)?.position ?? -1) + 1;
    const { organizationId } = scope;
    await write.insert(offices).values({ ...value, ...salutationsOf(value), id, organizationId, position });
    await changeBody(scope, body.id, { search: searchOf(body, [...titles, value.title]) });
    const data = { name: `${value.title}, ${body.name}` };
    await recordEvent(scope, { action: "office_added", subjectId: id, data }, now);
    return allow({ id });
  });
}

/** `version`: over which words the form was filled in (`officeVersion`). */
export function reviseOffice(
  scope: Scope,
  id: string,
  version: number,
  value: Omit<NewOffice, "bodyId">,
  now = new Date(),
) {
  return inTransaction(async () => {
    const office = await getOffice(scope, id);
    if (version !== officeVersion(office)) return refuse("stale");
    const body = await getBody(scope, office.bodyId);
    const others = (await listOffices(scope, body.id)).filter((other) => other.id !== id).map(({ title }) => title);
    if (isNameTaken(value.title, others)) return refuse("office_title_taken");
    await write
      .update(offices)
      .set({ ...value, ...salutationsOf(value) })
      .where(and(eq(offices.organizationId, scope.organizationId), eq(offices.id, id)));
    await changeBody(scope, body.id, { search: searchOf(body, [...others, value.title]) });
    const data = { name: `${value.title}, ${body.name}` };
    await recordEvent(scope, { action: "office_revised", subjectId: id, data }, now);
    return allow({ id });
  });
}

/** A body with its first office and holder, as one step. */
export function registerBody(scope: Scope, value: RegistrationValue, now = new Date()) {
  return inTransaction(async () => {
    const body = await addBody(scope, value.body, now);
    if (!body.ok || !value.office) return body;
    const office = await addOffice(scope, { ...value.office, bodyId: body.value.id }, now);
    if (!office.ok) return office;
    if (value.person) await appointNew(scope, office.value.id, value.person, value.startsOn ?? today(now), now);
    return body;
  });
}

/** Somebody who is not in the directory yet takes an office. */
export function appointNew(
  scope: Scope,
  officeId: string,
  person: PersonValue,
  startsOn: CalendarDate,
  now = new Date(),
) {
  return inTransaction(async () => {
    await getOffice(scope, officeId);
    // Asked before anybody is added: a refused appointment leaves no stranger in the directory.
    const decision = decideAppointment(await listTermsOf(scope, officeId), { personId: "", startsOn });
    if (!decision.ok) return decision;
    const { id: personId } = (await addPerson(scope, person, now)).value;
    return appoint(scope, { officeId, personId, startsOn }, now);
  });
}

const changeBody = (scope: Scope, id: string, columns: Partial<typeof bodies.$inferInsert>) =>
  write
    .update(bodies)
    .set(columns)
    .where(and(eq(bodies.organizationId, scope.organizationId), eq(bodies.id, id)));

async function namesBut(scope: Scope, id?: string) {
  const rows = await read
    .select({ id: bodies.id, name: bodies.name })
    .from(bodies)
    .where(eq(bodies.organizationId, scope.organizationId));
  return rows.filter((row) => row.id !== id).map(({ name }) => name);
}

function salutationsOf({ title, salutationMale, salutationFemale }: Omit<NewOffice, "bodyId">) {
  const { male, female } = suggestSalutation(title);
  return { salutationMale: salutationMale || male, salutationFemale: salutationFemale || female };
}

/** Offices stand in the search text of their body, so that „sołtys” finds the village. */
const searchOf = ({ name, area, address }: NewBody, titles: string[]) =>
  foldForSearch([name, area, address, ...titles].filter(Boolean).join(" "));
