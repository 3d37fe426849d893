import { describe, expect, test } from "vitest";
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
import { openDesk } from "~/domain/directory/gate.server";
import {
  getBody,
  getOffice,
  listBodies,
  listDirectory,
  listOfficeHolders,
  listPeople,
  listTerms,
} from "~/domain/directory/queries.server";
import { officeVersion } from "~/domain/directory/rules";
import { registrationSchema } from "~/domain/directory/schema";
import { tokenOf } from "~/platform/links.server";
import { calendarDate } from "~/platform/time";
import { aUnit } from "../../setup/factories";
import { anOfficeHolder } from "../../setup/factories.debates";

const TODAY = calendarDate("2026-11-22");
const nobody = { rank: "", gender: "female", salutation: "", email: "", phone: "" } as const;

describe("bodies and offices", () => {
  test("an office gets the salutation of its title, unless somebody knows better", async () => {
    const { scope } = await aUnit();
    const body = await addBody(scope, { kind: "council", name: "Rada Gminy" });
    const bodyId = body.ok ? body.value.id : "";
    const first = await addOffice(scope, { bodyId, title: "Przewodniczący Rady" });
    const second = await addOffice(scope, { bodyId, title: "Biuro Rady", salutationFemale: "Szanowna Pani Mecenas" });
    expect(first.ok && (await getOffice(scope, first.value.id))).toMatchObject({
      position: 0,
      salutationMale: "Szanowny Panie Przewodniczący",
    });
    expect(second.ok && (await getOffice(scope, second.value.id))).toMatchObject({
      position: 1,
      salutationFemale: "Szanowna Pani Mecenas",
      salutationMale: "Szanowny Panie",
    });
  });

  test("names are saved once, offices once in a body, and a stale save writes nothing", async () => {
    const { scope } = await aUnit();
    const { bodyId, officeId } = await anOfficeHolder(scope, { bodyName: "Urząd Gminy" });
    const taken = { ok: false, reason: "body_name_taken" };
    expect(await addBody(scope, { kind: "county", name: "urzad gminy" })).toEqual(taken);
    expect(await addOffice(scope, { bodyId, title: "BURMISTRZ" })).toEqual({ ok: false, reason: "office_title_taken" });
    expect(await reviseBody(scope, bodyId, 1, { kind: "county", name: "Urząd Gminy" })).toMatchObject({ ok: true });
    expect(await reviseBody(scope, bodyId, 1, { kind: "county", name: "Inny" })).toEqual({
      ok: false,
      reason: "stale",
    });
    const version = officeVersion(await getOffice(scope, officeId));
    expect(await reviseOffice(scope, officeId, version, { title: "Wójt" })).toMatchObject({ ok: true });
    expect(await reviseOffice(scope, officeId, version, { title: "Inny" })).toEqual({ ok: false, reason: "stale" });
    expect(await getOffice(scope, officeId)).toMatchObject({ salutationFemale: "Szanowna Pani Wójt" });
  });

  test("archived means out of the lists, and its desk is closed", async () => {
    const { scope } = await aUnit();
    const { bodyId } = await anOfficeHolder(scope);
    await archiveBody(scope, bodyId, true);
    expect(await listBodies(scope)).toEqual([]);
    expect(await listOfficeHolders(scope, { on: TODAY })).toEqual([]);
    expect(await listBodies(scope, { archived: true })).toHaveLength(1);
    expect(await addOffice(scope, { bodyId, title: "Sekretarz" })).toEqual({ ok: false, reason: "archived" });
    await expect(openDesk(tokenOf("desk", bodyId))).rejects.toMatchObject({ status: 404 });
    await archiveBody(scope, bodyId, false);
    expect(await listBodies(scope)).toHaveLength(1);
  });

  test("a desk opens with its link, until the link is renewed", async () => {
    const unit = await aUnit();
    const { bodyId } = await anOfficeHolder(unit.scope);
    const opened = await openDesk(tokenOf("desk", bodyId));
    expect(opened).toMatchObject({ scope: { organizationId: unit.id, actor: `body:${bodyId}` }, body: { id: bodyId } });
    expect(opened.body).not.toHaveProperty("deskTokenHash");
    await renewDesk(unit.scope, bodyId);
    await expect(openDesk(tokenOf("desk", bodyId))).rejects.toMatchObject({ status: 404 });
    expect((await openDesk(tokenOf("desk", bodyId, 2))).unit.slug).toBe(unit.slug);
    await expect(openDesk(undefined)).rejects.toMatchObject({ status: 404 });
    await expect(openDesk("../../etc")).rejects.toMatchObject({ status: 404 });
  });
});

describe("people in time", () => {
  test("elections do not rewrite the past", async () => {
    const { scope } = await aUnit();
    const { bodyId, officeId } = await anOfficeHolder(scope, { name: "Anna Pierwsza" });
    const { id: personId } = (await addPerson(scope, { name: "Jan Drugi", gender: "male" })).value;
    expect(await appoint(scope, { officeId, personId, startsOn: TODAY })).toMatchObject({ ok: true });
    const holderOn = async (day: string) => {
      const [row] = await listOfficeHolders(scope, { on: calendarDate(day) });
      return `${row?.personName} – ${row?.salutation}`;
    };
    expect(await holderOn("2026-11-21")).toBe("Anna Pierwsza – Szanowna Pani Burmistrz");
    expect(await holderOn("2026-11-22")).toBe("Jan Drugi – Szanowny Panie Burmistrzu");
    expect(await holderOn("2020-01-01")).toBe(" – Szanowni Państwo");
    const [, running] = await listTerms(scope, bodyId);
    await endTerm(scope, running!.id, calendarDate("2026-12-31"));
    expect(await holderOn("2027-01-01")).toBe(" – Szanowni Państwo");
  });

  test("a refused appointment leaves no stranger in the directory", async () => {
    const { scope } = await aUnit();
    const { officeId } = await anOfficeHolder(scope);
    const refused = await appointNew(scope, officeId, { ...nobody, name: "Ewa" }, calendarDate("2020-01-01"));
    expect(refused).toEqual({ ok: false, reason: "term_before_last" });
    expect(await listPeople(scope, { q: "Ewa" })).toEqual([]);
  });

  test("an own salutation is kept, and a stale save is refused", async () => {
    const { scope } = await aUnit();
    const { personId } = await anOfficeHolder(scope);
    const wish = { ...nobody, name: "Anna", salutation: "Szanowna Pani Profesor" };
    expect(await revisePerson(scope, personId, 1, wish)).toMatchObject({ ok: true });
    expect(await revisePerson(scope, personId, 1, wish)).toEqual({ ok: false, reason: "stale" });
    expect((await listOfficeHolders(scope, { on: TODAY }))[0]?.salutation).toBe("Szanowna Pani Profesor");
  });
});

test("search folds Polish letters and finds by body, office and person, also mixed", async () => {
  const { scope } = await aUnit();
  await anOfficeHolder(scope, { bodyName: "Urząd Gminy Łąka", title: "Wójt", name: "Józef Żądło" });
  await anOfficeHolder(scope, {
    bodyName: "Zarząd Dróg",
    title: "Dyrektor",
    name: "Ewa Źrebiec",
    kind: "road_manager",
  });
  await addBody(scope, { kind: "other", name: "Ochotnicza Straż" });
  const found = async (q: string) => (await listDirectory(scope, { q, on: TODAY })).map(({ bodyName }) => bodyName);
  expect(await found("laka")).toEqual(["Urząd Gminy Łąka"]);
  expect(await found("ZADLO jozef")).toEqual(["Urząd Gminy Łąka"]);
  expect(await found("wojt")).toEqual(["Urząd Gminy Łąka"]);
  expect(await found("dyrektor zrebiec")).toEqual(["Zarząd Dróg"]);
  expect(await found("")).toEqual(["Ochotnicza Straż", "Urząd Gminy Łąka", "Zarząd Dróg"]);
  expect(await found("nikt taki")).toEqual([]);
  expect(await listDirectory(scope, { kind: "road_manager", on: TODAY })).toHaveLength(1);
  expect(await listOfficeHolders(scope, { on: TODAY })).toHaveLength(2);
});

test("a body is registered with its first office and holder in one step", async () => {
  const { scope } = await aUnit();
  const value = registrationSchema.parse({
    kind: "school",
    name: "Szkoła nr 2",
    title: "Dyrektor",
    personName: "Ewa Łoś",
    gender: "female",
    personEmail: "SP2@szkola.test",
    startsOn: "1.09.2023",
  });
  const registered = await registerBody(scope, value);
  expect(registered.ok && (await getBody(scope, registered.value.id)).name).toBe("Szkoła nr 2");
  expect(await listOfficeHolders(scope, { on: TODAY })).toMatchObject([
    { salutation: "Szanowna Pani Dyrektor", email: "sp2@szkola.test", termStartsOn: "2023-09-01" },
  ]);
});
