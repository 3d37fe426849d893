import { archiveBody } from "~/domain/directory/commands.server";
import { loadBodyPage } from "~/domain/directory/queries.page.server";
import { listMembers } from "~/domain/organizations/queries.server";
import { answerTask } from "~/domain/tasks/commands.desk.server";
import { keepSheet } from "~/domain/tasks/commands.sheet.server";
import { mintScope } from "~/platform/mint-scope.server";
import { aPhoneOf } from "./factories.accounts";
import { anOfficeHolder } from "./factories.debates";
import { anAdmittedMotion } from "./factories.motions";
import { aBody } from "./factories.tasks";
import { type Form, type Forms, press, when } from "./filled-forms";
import { asking, moderation } from "./forms.debates";
import { soon } from "./forms.public";
import type { FullUnit } from "./matrix";
import { bytesOf, edited, exported } from "./task-sheet";

const reminders = { reminds: "off", chairEmail: "c@b.test", needsSecondFactor: "off" };
const agreement = {
  ...{
    subject: "x",
    parties: "x\ny",
    resolution: "x",
    signedOn: "1.04.2026",
    startsOn: "1.02.2026",
    endsOn: "1.03.2099",
  },
  ...{ amountGrosze: "100", services: "5", unitPriceGrosze: "20", places: "x" },
};
const ofClerk = async ({ scope, people }: FullUnit) => {
  const { id = "" } = (await listMembers(scope)).find(({ email }) => email === people.clerk.email) ?? {};
  return { query: `?osoba=${id}`, fields: { id } };
};
const onBody =
  (form: string, of?: "officeId" | "personId" | "termId") =>
  async ({ scope }: FullUnit) => {
    const { bodyId } = await anOfficeHolder(scope, { bodyName: `Urząd ${form}` });
    const { rows } = await loadBodyPage(scope, bodyId, new Date());
    if (form === "restore") await archiveBody(scope, bodyId, true);
    return { params: { body: bodyId }, query: `?form=${form}${of ? `&id=${rows[0]?.[of] ?? ""}` : ""}` };
  };
/** What the body of the task has said at its desk. */
const asked =
  (answer: "more_time" | "not_ours") =>
  async ({ scope, ids }: FullUnit) => {
    const link = mintScope(scope.organizationId, `body:${ids.body}`);
    const dueOn = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10) as never;
    const said = await answerTask(link, ids.task, undefined, { answer, text: "Nie zdążymy.", dueOn });
    return said.ok ? {} : { params: { id: said.reason } };
  };
const alone = async ({ scope, ids }: FullUnit) => {
  const { id } = await anAdmittedMotion(scope, ids.debate, { text: "Nowa sprawa." });
  return { params: { id }, query: `?podmiot=${ids.body}` };
};

export const OFFICE_FORMS: Forms = {
  "o.$unit.directory.bodies.$body": () => [
    when(onBody("body"), {
      ...{ kind: "municipality", name: "x", area: "x", address: "x", note: "x" },
      ...{ email: "a@b.test", phone: "600100200" },
    }),
    when(onBody("office"), { title: "Wójt", salutationMale: "x", salutationFemale: "x" }),
    when(onBody("title", "officeId"), { title: "Wójt", salutationMale: "x", salutationFemale: "x" }),
    when(onBody("appoint", "officeId"), {
      ...{ name: "Jan Kos", rank: "x", gender: "male", salutation: "x", email: "a@b.test", phone: "600100200" },
      ...{ startsOn: "1.05.2026" },
    }),
    when(onBody("person", "personId"), {
      ...{ name: "Jan Kos", rank: "x", gender: "male", salutation: "x", email: "a@b.test", phone: "600100200" },
    }),
    when(onBody("end", "termId"), { endsOn: "1.05.2026" }),
    press({}, onBody("archive")),
    press({}, onBody("restore")),
    press({}, onBody("desk")),
  ],
  "o.$unit.directory.competence": ({ ids }) => [
    { do: "save", category: "ROAD", area: "x", bodyId: ids.body, reason: "x" },
    asking(`?id=${ids.competence}`, {
      ...{ do: "save", id: ids.competence, category: "ANY", area: "", bodyId: ids.body, reason: "" },
    }),
  ],
  "o.$unit.directory.new": () => [
    {
      ...{ kind: "municipality", name: "x", area: "x", address: "x", note: "x", email: "a@b.test", phone: "600100200" },
      ...{ title: "Wójt", personName: "Jan Kos", gender: "male", startsOn: "1.04.2024" },
      ...{ personEmail: "a@b.test", personPhone: "600100200", rank: "x" },
    },
  ],
  "o.$unit.motions": ({ ids }) => moderation(ids),
  "o.$unit.motions_.repeats": () => [{ category: "LIGHT", placeKey: "park", note: "x" }],
  "o.$unit.motions_.$id.refer": ({ ids }) => [when(alone, { bodyId: ids.body, answer: "x" })],
  "o.$unit.outbox.$message": () => [{ a: "b" }],
  "o.$unit.settings._index": () => [
    {
      ...{ name: "Komenda", shortName: "KPP", department: "x", locality: "x", localityIn: "x", address: "x" },
      ...{ email: "a@b.test", phone: "600100200", headOffice: "x", dataOfficer: "x" },
      ...{ minutesPattern: "{numer}/{rok}", ...reminders },
    },
  ],
  "o.$unit.settings.members": ({ ids }) => [
    { intent: "invite", email: "a@b.test", role: "clerk" },
    when(ofClerk, { intent: "role", id: ids.membership, role: "viewer" }),
    press({ intent: "end", id: ids.membership }, ofClerk),
    press({ intent: "password", id: ids.membership }, ofClerk),
    press({ intent: "revoke", id: ids.membership }),
    press({ intent: "second_factor", id: ids.membership }, async (unit) => {
      await aPhoneOf(unit.people.clerk);
      return ofClerk(unit);
    }),
  ],
  "o.$unit.settings.notices": () => [
    { intent: "preview", privacyNote: "x", accessibilityNote: "x", accessibilityReviewedOn: "24.03.2026" },
    { intent: "save", privacyNote: "x", accessibilityNote: "x", accessibilityReviewedOn: "24.03.2026" },
  ],
  "o.$unit.settings.persons": ({ mark }) => [
    { do: "look", who: `tajne${mark}authormail@dom.test` },
    press({ do: "erase", who: `tajne${mark}seatmail@dom.test` }),
  ],
  "o.$unit.settings.persons_.copy": ({ mark }) => [{ do: "export", who: `tajne${mark}authormail@dom.test` }],
  "o.$unit.settings.retention": () => [
    {
      ...{ registrations: "3", motion_contacts: "24", motion_originals: "24", kpa_contacts: "60" },
      ...{ guest_contacts: "24", followers: "36", opinion_notes: "24", letters: "12" },
      ...{ member_invites: "12", audit: "60" },
    },
  ],
  "o.$unit.settings.phrases": () => [
    { do: "add", title: "x", text: "x" },
    asking("?fraza=start-0", { do: "change", id: "start-0", title: "x", text: "x" }),
    press({ do: "remove", id: "start-0", _version: "0" }),
    press({ move: "up.start-3" }),
    press({ move: "down.start-3" }),
  ],
  "o.$unit.tasks.$id": ({ ids }) => [
    { do: "move", to: "needs_funds", text: "x", budgetYear: "2027", author: "x" },
    { do: "move", to: "in_progress", text: "x", progress: "30", author: "x" },
    { do: "move", to: "note", text: "x" },
    asking("?do=extend", { do: "extend", dueOn: soon, text: "x", author: "x" }),
    press({ do: "grant" }, asked("more_time")),
    when(asked("more_time"), { do: "decline", text: "x" }),
    when(asked("not_ours"), { do: "insist", text: "x" }),
    { do: "priority", priority: "on" },
    { do: "show", fileId: ids.evidence, public: "on", title: "x" },
    asking("?do=evidence", { do: "evidence", evidenceTitle: "x", author: "x", evidence: "a PDF" }),
    when(async ({ scope }) => ({ query: "?do=transfer", fields: { toBodyId: (await aBody(scope)).id } }), {
      do: "transfer",
      toBodyId: ids.body,
      text: "x",
      dueOn: soon,
      dueBasis: "art_243",
      dueFrom: "1.04.2026",
    }),
  ],
  "o.$unit.tasks.$id_.agreement": () => [agreement],
  "o.$unit.tasks.import": () => [
    { file: "a sheet" },
    press({ do: "apply", preview: "x" }, async ({ people: { admin } }) => {
      const sheet = edited(await exported(admin.scope), (rows) => rows.map((row) => ({ ...row, title: "Lampy" })));
      const kept = await keepSheet(admin.scope, "a-kept-sheet", bytesOf(sheet));
      return { fields: { preview: kept.ok ? "a-kept-sheet" : kept.reason } };
    }),
  ],
  "o.$unit.tasks.agreements.$agreement": (): Form[] => [
    {
      ...{ do: "use", usedOn: "1.04.2026", services: "1", place: "x", note: "x" },
      ...{ identified: "1", fined: "1", cautioned: "1", detained: "1" },
    },
    { do: "report", report: "x" },
  ],
  "o.$unit.tasks.agreements.$agreement_.edit": () => [agreement],
};
