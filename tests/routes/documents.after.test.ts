import { describe, expect, test } from "vitest";
import { setPresence } from "~/domain/attendance/commands.presence.server";
import { holdDebate, openDebate } from "~/domain/debates/commands.moves.server";
import { getDebate } from "~/domain/debates/queries.server";
import { keepForPolice } from "~/domain/motions/commands.moderation.server";
import { decideMotion } from "~/domain/motions/commands.server";
import { loader as pageLoader } from "~/routes/o.$unit.debates.$id.documents";
import { loader as fileLoader } from "~/routes/o.$unit.debates.$id.documents_.$file";
import { action as actOnMotions } from "~/routes/o.$unit.debates.$id.motions";
import { loader as publicReport } from "~/routes/u.$unit.debates.$slug.report[.]pdf";
import type { Role } from "~db/vocabulary";
import { aUnit } from "../setup/factories";
import { anInvitation, aSubstitute } from "../setup/factories.invitations";
import { minutesOf } from "../setup/factories.minutes-held";
import { aMotion, anAdmittedMotion, anOpenDebate, BEFORE, EVENING } from "../setup/factories.motions";
import { aMember, doorArgs } from "../setup/factories.organizations";
import { aBody, aTask } from "../setup/factories.tasks";
import { checkTagged, textOf } from "../setup/pdf";

/** An evening with a promise, a referral, a secret, a mayor who came and a director who sent somebody. */
async function afterTheEvening() {
  const unit = await aUnit({ headOffice: "Komendant Powiatowy Policji" });
  const { scope } = unit;
  const debateId = await anOpenDebate(scope);
  const roads = await aBody(scope, "Zarząd Dróg Powiatowych");
  const own = { authorName: "Tajna Autorka", authorEmail: "tajna@dom.test" };
  const lamp = await anAdmittedMotion(scope, debateId, { text: "Ciemno w parku, zażółć gęślą jaźń." });
  const road = await anAdmittedMotion(scope, debateId, { text: "Dziura w jezdni.", place: "ul. Łęczycka", ...own });
  const secret = await anAdmittedMotion(scope, debateId, { text: "Handlują utajnionym towarem." });
  await decideMotion(scope, road.id, { outcome: "referred", referredToBodyId: roads.id });
  await decideMotion(scope, secret.id, { outcome: "referred", referredToBodyId: roads.id });
  await keepForPolice(scope, secret.id);
  const mayor = await anInvitation({
    scope,
    debateId,
    now: BEFORE,
    name: "Anna Nowak",
    bodyName: "Urząd Miejski w Łące",
  });
  const sent = await aSubstitute({ scope, debateId, now: BEFORE, bodyName: "Starostwo" });
  const body = { ...roads, id: mayor.bodyId };
  await aTask({ motionIds: [lamp.id], title: "Oświetlenie parku" }, { scope, debateId, body });
  await aTask({ motionIds: [lamp.id], title: "Obserwacja utajniona", internal: true }, { scope, debateId, body });
  await openDebate(scope, debateId, EVENING);
  await setPresence(scope, mayor.invitation.id, "present");
  await setPresence(scope, sent.invitation.id, "present_by_substitute");
  await holdDebate(scope, debateId, EVENING);

  const as = async (role: Role) => {
    const { cookie } = await aMember(role, { unit });
    const params = { unit: unit.slug, id: debateId };
    const file = (address: string) =>
      fileLoader(doorArgs(`/${address}`, { cookie, params: { ...params, file: address.split("?")[0] ?? "" } }));
    const read = async (address: string) => {
      const bytes = new Uint8Array(await (await file(address)).arrayBuffer());
      expect(await checkTagged(bytes)).toEqual([]);
      return textOf(bytes);
    };
    const press = (fields: Record<string, string>) =>
      actOnMotions(doorArgs("/x", { cookie, params, fields: { _key: crypto.randomUUID(), ...fields } }));
    return { file, read, press, page: () => pageLoader(doorArgs("/x", { cookie, params })) };
  };
  return { as, unit, scope, debateId, roads, mayor, sent, road };
}

describe("papers after the evening", () => {
  test("a referral tells the body the matter and not its author; what is secret does not leave", async () => {
    const { as, roads, road } = await afterTheEvening();
    const { read, page } = await as("organizer");
    const text = await read("przekazania.pdf");
    expect(text).toContain("Zarząd Dróg Powiatowych");
    expect(text).toContain(road.number);
    expect(text).toContain("Dziura w jezdni.");
    expect(text).toContain("Z wyrazami szacunku Komendant Powiatowy Policji");
    expect(text).not.toMatch(/utajnion/);
    // The notice goes to the author, the letter to the body does not name them.
    const [letter, notice] = text.split("Zawiadomienie o przekazaniu");
    expect(letter?.slice(0, letter.indexOf("Z wyrazami"))).not.toMatch(/Tajna|tajna@/);
    expect(notice).toContain("Dziura w jezdni.");
    expect(text).toContain("tajna@dom.test");
    expect(await page()).toMatchObject({ choices: { body: [{ id: roads.id, name: roads.name }] } });
  });

  test("a motion after KPA goes with its applicant, and the applicant is told", async () => {
    const { as, debateId, scope, roads } = await afterTheEvening();
    const own = { authorName: "Jan Wnoszący", authorEmail: "jan@dom.test" };
    const { id, number } = await aMotion(scope, debateId, { text: "Proszę o próg zwalniający.", ...own });
    const { read, press } = await as("organizer");
    const face = { textPublic: "Próg.", place: "", category: "ROAD", kmzb: "", sensitivity: "internal" };
    const referred = { ...face, o: "refer", motionId: id, legalTrack: "kpa_motion", referredToBodyId: roads.id };
    expect(await press(referred)).toMatchObject({ status: 303 });
    const text = await read(`przekazania.pdf?body=${roads.id}`);
    const [, letter, notice] = text.split(
      /Przekazanie wniosku nr |Zawiadomienie o przekazaniu wniosku nr (?=1\/2026\/04)/,
    );
    expect(letter).toMatch(new RegExp(`^${number}.*art. 243.*Jan Wnoszący, jan@dom.test.*Proszę o próg zwalniający`));
    expect(notice).toMatch(/art. 243.*Zarząd Dróg Powiatowych.*Proszę o próg zwalniający.*art. 244 § 1/);
  });

  test("the letters with applicants are for those who answer them", async () => {
    const { as } = await afterTheEvening();
    for (const role of ["viewer", "clerk", "officer"] as const) {
      const { file, page } = await as(role);
      await expect(file("przekazania.pdf"), role).rejects.toMatchObject({ status: 403 });
      expect((await page()).papers.map(({ name }) => name)).not.toContain("referrals");
    }
  });

  test("thanks go to who came and to who sent somebody, with what was settled for them", async () => {
    const { as, sent, mayor } = await afterTheEvening();
    const { read, file } = await as("viewer");
    const text = await read("podziekowania.pdf");
    expect(text).toMatch(/Anna Nowak.*Urząd Miejski w\u00a0?\s?Łące/);
    expect(text).toContain(sent.substitute.name);
    expect(text).toContain("Oświetlenie parku");
    expect(text).not.toMatch(/utajnion/);
    const one = await read(`podziekowania.pdf?guest=${sent.invitation.id}`);
    expect(one).not.toContain("Anna Nowak");
    await expect(file(`podziekowania.pdf?guest=${mayor.bodyId}`)).rejects.toMatchObject({ status: 404 });
  });

  test("the report tells the office everything and everybody else what they may know", async () => {
    const { as } = await afterTheEvening();
    const { read } = await as("viewer");
    const [internal, open] = [await read("sprawozdanie.pdf"), await read("sprawozdanie.pdf?version=public")];
    expect(internal).toMatch(/Liczba wniosków 3/);
    expect(internal).toMatch(/utajnionym towarem.*Obserwacja utajniona/);
    expect(open).toMatch(/Liczba wniosków 2/);
    expect(open).toContain("zażółć gęślą jaźń");
    expect(open).not.toMatch(/utajnion/);
  });

  test("everybody reads the report once the minutes are published, and not before", async () => {
    const { debateId, scope, unit } = await afterTheEvening();
    const { slug } = await getDebate(scope, debateId);
    const ask = () => publicReport(doorArgs("/x", { params: { unit: unit.slug, slug } }));
    await expect(ask()).rejects.toMatchObject({ status: 404 });
    await minutesOf(scope, debateId, EVENING, true);
    const bytes = new Uint8Array(await (await ask()).arrayBuffer());
    expect(await textOf(bytes)).toContain("Wersja publiczna");
    expect(await textOf(bytes)).not.toMatch(/utajnion|Tajna/);
  });
});
