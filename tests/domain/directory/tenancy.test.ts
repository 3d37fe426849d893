import { expect, test } from "vitest";
import { saveBodyForm } from "~/domain/directory/commands.forms.server";
import { addPerson, appoint, endTerm, revisePerson } from "~/domain/directory/commands.people.server";
import {
  addBody,
  addOffice,
  appointNew,
  archiveBody,
  registerBody,
  renewDesk,
  reviseBody,
  reviseOffice,
} from "~/domain/directory/commands.server";
import { loadBodyForm, loadBodyPage } from "~/domain/directory/queries.page.server";
import {
  getBody,
  getOffice,
  getPerson,
  getTerm,
  listBodies,
  listBodyNames,
  listDirectory,
  listOfficeHolders,
  listOffices,
  listPeople,
  listTerms,
  listTermsOf,
} from "~/domain/directory/queries.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { anOfficeHolder } from "../../setup/factories.debates";

const NOT_FOUND = { status: 404 };
const TODAY = calendarDate("2026-11-22");
const NOW = new Date("2026-11-22T12:00:00Z");
const person = { name: "Obcy", rank: "", gender: "male", salutation: "", email: "", phone: "" } as const;

async function twoUnits() {
  const { scope: owner } = await aUnit();
  const { scope: stranger } = await aUnit();
  const ids = await anOfficeHolder(owner);
  const [term] = await listTermsOf(owner, ids.officeId);
  return { owner, stranger, ...ids, termId: term!.id };
}

test("a stranger sees nothing of another unit's directory", async () => {
  const { stranger, bodyId, officeId, personId, termId } = await twoUnits();
  await expect(getBody(stranger, bodyId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getOffice(stranger, officeId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getPerson(stranger, personId)).rejects.toMatchObject(NOT_FOUND);
  await expect(getTerm(stranger, termId)).rejects.toMatchObject(NOT_FOUND);
  await expect(loadBodyPage(stranger, bodyId, NOW)).rejects.toMatchObject(NOT_FOUND);
  await expect(loadBodyForm(stranger, bodyId, "person", personId, NOW)).rejects.toMatchObject(NOT_FOUND);
  expect(await listBodies(stranger)).toEqual([]);
  expect(await listBodyNames(stranger)).toEqual([]);
  expect(await listOffices(stranger, bodyId)).toEqual([]);
  expect(await listPeople(stranger)).toEqual([]);
  expect(await listTerms(stranger, bodyId)).toEqual([]);
  expect(await listTermsOf(stranger, officeId)).toEqual([]);
  expect(await listDirectory(stranger, { on: TODAY })).toEqual([]);
  expect(await listOfficeHolders(stranger, { on: TODAY })).toEqual([]);
});

test("a stranger changes nothing of it", async () => {
  const { owner, stranger, bodyId, officeId, personId, termId } = await twoUnits();
  const before = await loadBodyPage(owner, bodyId, NOW);
  const body = { kind: "county", name: "Obcy" } as const;
  const own = (await addPerson(stranger, person)).value.id;

  await expect(reviseBody(stranger, bodyId, 1, body)).rejects.toMatchObject(NOT_FOUND);
  await expect(archiveBody(stranger, bodyId, true)).rejects.toMatchObject(NOT_FOUND);
  await expect(renewDesk(stranger, bodyId)).rejects.toMatchObject(NOT_FOUND);
  await expect(addOffice(stranger, { bodyId, title: "Obcy" })).rejects.toMatchObject(NOT_FOUND);
  await expect(reviseOffice(stranger, officeId, 0, { title: "Obcy" })).rejects.toMatchObject(NOT_FOUND);
  await expect(revisePerson(stranger, personId, 1, person)).rejects.toMatchObject(NOT_FOUND);
  await expect(appoint(stranger, { officeId, personId: own, startsOn: TODAY })).rejects.toMatchObject(NOT_FOUND);
  await expect(appoint(owner, { officeId, personId: own, startsOn: TODAY })).rejects.toMatchObject(NOT_FOUND);
  await expect(appointNew(stranger, officeId, person, TODAY)).rejects.toMatchObject(NOT_FOUND);
  await expect(endTerm(stranger, termId, TODAY)).rejects.toMatchObject(NOT_FOUND);
  const about = { bodyId, id: undefined, version: 1 };
  await expect(saveBodyForm(stranger, about, { form: "archive", value: {} })).rejects.toMatchObject(NOT_FOUND);
  expect(await loadBodyPage(owner, bodyId, NOW)).toEqual(before);
});

test("two units may know the same body", async () => {
  const { owner, stranger } = await twoUnits();
  for (const scope of [owner, stranger]) {
    expect(await addBody(scope, { kind: "county", name: "Starostwo" })).toMatchObject({ ok: true });
    const body = { kind: "school", name: "Szkoła", area: "", address: "", note: "", email: "", phone: "" } as const;
    expect(await registerBody(scope, { body, office: null, person: null, startsOn: null })).toMatchObject({ ok: true });
  }
});
