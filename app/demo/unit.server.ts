import { saveCompetence } from "~/domain/directory/commands.competence.server";
import { addPerson, appoint } from "~/domain/directory/commands.people.server";
import { addBody, addOffice } from "~/domain/directory/commands.server";
import { isMailDelivered } from "~/domain/history/queries.letter.server";
import { addMember, createUnit } from "~/domain/organizations/commands.server";
import { mintScope } from "~/platform/mint-scope.server";
import { calendarDate } from "~/platform/time";
import type { DemoBody, DemoMember, DemoOffice, DemoScenario } from "~db/demo/types";
import { Cast, clock, expectOk } from "./story.server";

/** After the local elections of 2024, so that whoever is invited later holds the office. */
const TERM_BEGAN = calendarDate("2024-05-07");

/** The unit, its members, and whom it knows. */
export async function foundUnit(
  { unit, members, bodies, competences = [], foundedAt }: DemoScenario,
  passwordHash: string,
) {
  const now = clock(foundedAt);
  const { slug } = unit;
  // Where letters leave the machine, those of the demo do not: nobody lives at its addresses.
  const reminds = !isMailDelivered();
  const created = await createUnit({ ...unit, minutesPattern: "{debata}/{rok}", reminds }, now);
  const cast = new Cast(expectOk(created, slug, "the unit").id, slug);
  for (const member of members) await admitMember(cast, member, passwordHash, now);
  for (const body of bodies) await enterBody(cast, body, now);
  for (const { body, ...row } of competences) {
    const saved = await saveCompetence(cast.staff(), null, { ...row, bodyId: cast.id("body", body) }, now);
    expectOk(saved, slug, `competence of ${body}`);
  }
  return cast;
}

async function admitMember(cast: Cast, member: DemoMember, passwordHash: string, now: Date) {
  const added = await addMember(mintScope(cast.organizationId, "system"), { ...member, passwordHash }, now);
  cast.admit(member.role, expectOk(added, cast.scenario, `member ${member.email}`).id, member.name);
}

async function enterBody(cast: Cast, { key, offices = [], ...body }: DemoBody, now: Date) {
  const added = await addBody(cast.staff(), body, now);
  const bodyId = expectOk(added, cast.scenario, `body ${body.name}`).id;
  cast.keep("body", key, bodyId);
  for (const office of offices) await enterOffice(cast, bodyId, office, now);
}

async function enterOffice(cast: Cast, bodyId: string, { key, title, holder }: DemoOffice, now: Date) {
  const scope = cast.staff();
  const added = await addOffice(scope, { bodyId, title }, now);
  const officeId = expectOk(added, cast.scenario, `office ${title}`).id;
  cast.keep("office", key, officeId);
  if (!holder) return;
  const { id: personId } = (await addPerson(scope, holder, now)).value;
  const appointed = await appoint(scope, { officeId, personId, startsOn: TERM_BEGAN }, now);
  expectOk(appointed, cast.scenario, `holder of ${title}`);
}
