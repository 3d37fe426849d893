import { beforeAll, describe, expect, test } from "vitest";
import { getAgreement } from "~/domain/agreements/queries.server";
import { getDebate } from "~/domain/debates/queries.server";
import { removeCompetence } from "~/domain/directory/commands.competence.server";
import { listCompetences } from "~/domain/directory/queries.competence.server";
import { getBody, getOffice, listPeople } from "~/domain/directory/queries.server";
import { officeVersion } from "~/domain/directory/rules";
import { competenceVersion } from "~/domain/directory/rules.competence";
import { startCorrection } from "~/domain/minutes/commands.correction.server";
import { getCorrectionPage } from "~/domain/minutes/queries.editions.server";
import { getUnitSettings } from "~/domain/organizations/queries.server";
import { settingsFields, settingsVersion } from "~/domain/organizations/rules";
import { getTask } from "~/domain/tasks/queries.server";
import { aFullUnit, type Door, type FullUnit, knock, ROUTES } from "../setup/matrix";

type Sent = {
  /** The form with these words in it, over the version that both have read. */
  form: (words: string) => Record<string, string>;
  params?: Record<string, string>;
  query?: string;
};
const date = "1.03.2099";
const plan = { cycleTitle: "Cykl", topic: "Temat", venueName: "Sala", startsTime: "17", endsTime: "19" };
const soon = new Date(Date.now() + 60 * 86_400_000).toLocaleDateString("pl-PL", { timeZone: "Europe/Warsaw" });
const terms = {
  ...{ parties: "Gmina\nKomenda", signedOn: "1.02.2026", startsOn: "1.03.2026", endsOn: date },
  ...{ amountGrosze: "100", services: "5" },
};

/** Every form that changes what somebody else may be changing. */
const EDITS: Record<string, (unit: FullUnit) => Promise<Sent>> = {
  "b.$token": async ({ scope, ids }) => {
    const _version = String((await getTask(scope, ids.task)).version);
    const who = { taskId: ids.task, author: "Jan Kos", authorPost: "x", _version };
    return { form: (text) => ({ ...who, answer: "in_progress", text }), query: `?zadanie=${ids.task}` };
  },
  "o.$unit.debates.$id.edit": async ({ scope, ids }) => {
    const _version = String((await getDebate(scope, ids.debate)).version);
    return { form: (topic) => ({ ...plan, kind: "initiating", startsOn: soon, topic, _version }) };
  },
  "o.$unit.directory.bodies.$body": async ({ scope, ids }) => {
    const _version = String((await getBody(scope, ids.body)).version);
    return { form: (name) => ({ kind: "municipality", name, _version }), query: "?form=body" };
  },
  "o.$unit.directory.bodies.$body office": async ({ scope, ids }) => {
    const _version = String(officeVersion(await getOffice(scope, ids.office)));
    return { form: (title) => ({ title, _version }), query: `?form=title&id=${ids.office}` };
  },
  "o.$unit.directory.bodies.$body person": async ({ scope }) => {
    const [person] = await listPeople(scope);
    const form = (name: string) => ({ name, gender: "female", _version: String(person?.version) });
    return { form, query: `?form=person&id=${person?.id}` };
  },
  "o.$unit.directory.competence": async ({ scope, ids }) => {
    const [row] = await listCompetences(scope);
    if (!row) throw new Error("Nobody is competent");
    const _version = String(competenceVersion(row));
    const form = (reason: string) => ({ do: "save", id: row.id, category: "ROAD", bodyId: ids.body, reason, _version });
    return { form, query: `?id=${row.id}` };
  },
  "o.$unit.settings._index": async ({ scope }) => {
    const saved = await getUnitSettings(scope);
    const _version = String(settingsVersion(saved));
    const fields = { ...(settingsFields(saved) as Record<string, string>), phone: "600100200", email: "a@b.test" };
    return { form: (department) => ({ ...fields, minutesPattern: "{numer}/{rok}", department, _version }) };
  },
  "o.$unit.settings.phrases": async () => ({
    form: (text) => ({ do: "change", id: "start-0", title: "Otwarcie", text, _version: "0" }),
    query: "?fraza=start-0",
  }),
  "o.$unit.debates.$id.minutes": async ({ ids }) => ({
    form: (text) => ({ "part-findings": text, "version-findings": "0", save: "part-findings" }),
    params: { id: ids.asked },
  }),
  "o.$unit.debates.$id.minutes_.amendment": async ({ scope, ids }) => {
    await startCorrection(scope, ids.held, "Pomyłka", "Ktoś");
    const page = await getCorrectionPage(scope, ids.held);
    return { form: (reason) => ({ do: "save", reason, _version: String(page.draft?.version) }) };
  },
  "o.$unit.motions": async ({ ids }) => ({
    form: (textPublic) => ({
      ...{ o: "admit", motionId: ids.motion, textPublic, place: "park", category: "ORDER" },
      ...{ sensitivity: "public", looked: "on", _version: "1" },
    }),
    query: `?wniosek=${ids.motion}`,
  }),
  "o.$unit.tasks.$id": async ({ scope, ids }) => {
    const _version = String((await getTask(scope, ids.hiddenTask)).version);
    const form = (text: string) => ({ do: "move", to: "in_progress", text, author: "x", _version });
    return { form, params: { id: ids.hiddenTask } };
  },
  "o.$unit.tasks.agreements.$agreement_.edit": async ({ scope, ids }) => {
    const _version = String((await getAgreement(scope, ids.agreement)).version);
    return { form: (subject) => ({ ...terms, subject, _version }) };
  },
  "o.$unit.tasks.agreements.$agreement": async ({ scope, ids }) => {
    const _version = String((await getAgreement(scope, ids.agreement)).version);
    return { form: (note) => ({ do: "use", usedOn: "1.03.2026", services: "1", place: "x", note, _version }) };
  },
};

/** Doors that change something and ask for no version, each with its reason. */
const EXEMPT = {
  "b.$token_.link": "one's own",
  "account._index": "one's own",
  "account.second-factor": "one's own",
  "c.$token": "a remark is a row of its own",
  "f.$token": "one's own",
  forgotten: "one's own",
  "i.$token": "one's own answer; the newest counts, and the history has all",
  "join.$token": "one's own",
  login: "no edit",
  "login_.code": "no edit",
  logout: "no edit",
  "m.$code": "one's own",
  "o.$unit.debates.$id.agenda": "its version is that of all rows: tests/routes/agenda.test.ts",
  "o.$unit.debates.$id.attendance": "who stands at the door has the last word, and the history has all",
  "o.$unit.debates.$id.evaluation": "a version for each row: tests/routes/hall.test.ts and tests/domain/evaluation",
  "o.$unit.debates.$id.files": "comes and goes as a whole",
  "o.$unit.debates.$id.hall": "one desk, whose state decides what is possible",
  "o.$unit.debates.$id.invitations": "what was heard later is the newer answer, and the history has all",
  "o.$unit.debates.$id.live": "the outcome has the motion's version: tests/routes/live.test.ts",
  "o.$unit.debates.$id.minutes_.autosave": "the editor's own form: tests/routes/minutes.autosave.test.ts",
  "o.$unit.debates.$id.minutes_.$step": "over the fingerprint of the text that was read",
  "o.$unit.debates.$id.minutes_.remarks": "merging has the part's version: tests/domain/minutes",
  "o.$unit.debates.$id.minutes_.window": "the state decides what is possible",
  "o.$unit.debates.$id.motions": "the same form as that of all motions",
  "o.$unit.debates.$id.state": "the state decides what is possible",
  "o.$unit.debates.$id.tasks": "makes new rows",
  "o.$unit.debates.new": "makes new rows",
  "o.$unit.directory.new": "makes new rows",
  "o.$unit.motions_.repeats": "is done once",
  "o.$unit.motions_.$id.refer": "has the motion's version: tests/routes/tasks.test.ts",
  "o.$unit.outbox.$message": "is done once",
  "o.$unit.settings.members": "one word of a list; the log has all",
  "o.$unit.settings.notices":
    "has a version, and the second keeps its words with a sentence: tests/routes/privacy.test.ts",
  "o.$unit.settings.persons": "forgets; what is gone is gone",
  "o.$unit.settings.persons_.copy": "no edit",
  "o.$unit.settings.retention": "has a version: numbers, which the page shows anew: tests/routes/privacy.test.ts",
  "o.$unit.tasks.$id_.agreement": "makes new rows",
  "o.$unit.tasks.import": "the versions of all its tasks are kept with the preview",
  "r.$token": "one's own",
  "reset.$token": "one's own",
  "u.$unit.debates.$slug.motions.new": "makes new rows",
  "u.$unit.debates.$slug.register": "makes new rows",
  "u.$unit.tracker.$number": "makes new rows",
  "v.$token": "one's own",
};

let unit: FullUnit;
beforeAll(async () => {
  unit = await aFullUnit("ddqx");
});

test("every door that takes forms is tried here, or says why it asks for no version", () => {
  const actions = Object.entries(ROUTES).flatMap(([route, { action }]) => (action ? [route] : []));
  const named = [...Object.keys(EDITS).map((name) => name.split(" ")[0]), ...Object.keys(EXEMPT)];
  expect([...new Set(named)].sort()).toEqual(actions.sort());
});

const cookies = () => [unit.people.admin.cookie, unit.people.organizer.cookie];
const [OURS, THEIRS] = ["Pierwsze słowa", "Drugie słowa"];

describe("two people read the same and both save: the second is told, and keeps every word", () => {
  test.each(Object.entries(EDITS))("%s", async (name, compose) => {
    const [route = ""] = name.split(" ");
    const { form, params, query } = await compose(unit);
    const at = { route, query, params: { ...unit.params(route), ...params } };
    const door = ROUTES[route]?.action as Door;
    const [first = "", second = ""] = route.includes("settings._index") ? Array(2).fill(cookies()[0]) : cookies();
    const saved = await knock({ ...at, door, cookie: first, form: form(OURS) });
    expect([saved.word, saved.word === "303" ? "" : saved.got]).toEqual(["303", ""]);
    const revision = await unit.revision();

    const refused = await knock({ ...at, door, cookie: second, form: form(THEIRS) });
    expect([refused.word, refused.got.slice(0, 500)]).toEqual(["409", expect.anything()]);
    expect(refused.got, "nothing of what was typed is lost").toContain(THEIRS);
    const page = await knock({ ...at, door: ROUTES[route]?.loader as Door, cookie: second });
    expect(refused.got + page.got, "what the other has saved is there to be read").toContain(OURS);
    expect(page.got, "and stands").not.toContain(THEIRS);
    expect(await unit.revision()).toBe(revision);
  });
});

test("what somebody edits is removed meanwhile: a 409 that keeps the words, and a form to add them as new", async () => {
  const { scope, ids } = unit;
  const [row] = await listCompetences(scope);
  const about = { id: row?.id ?? "", _version: row ? String(competenceVersion(row)) : "" };
  await removeCompetence(scope, about.id);
  const route = "o.$unit.directory.competence";
  const [cookie] = cookies();
  const send = (form: Record<string, string>) =>
    knock({ route, door: ROUTES[route]?.action as Door, params: unit.params(route), cookie, form });
  const words = { do: "save", category: "ROAD", bodyId: ids.body, reason: THEIRS };
  const refused = await send({ ...words, ...about });
  expect(refused.word).toBe("409");
  expect(refused.got).toContain(THEIRS);
  expect((await send(words)).word).toBe("303");
  expect(await listCompetences(scope)).toMatchObject([{ reason: THEIRS }]);
});
