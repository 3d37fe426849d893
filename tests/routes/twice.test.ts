import { beforeAll, describe, expect, test } from "vitest";
import { loadEditor } from "~/domain/agenda/queries.server";
import { listMinutesParts } from "~/domain/minutes/queries.server";
import type { Scope } from "~/platform/scope";
import { aFullUnit, type Door, type FullUnit, knock, ROUTES } from "../setup/matrix";

type Form = Record<string, string | readonly string[]>;
type Sent = { form: Form; params?: Record<string, string>; query?: string };

const date = "1.03.2099";
const plan = { cycleTitle: "Cykl", topic: "Temat", venueName: "Sala", startsTime: "17", endsTime: "19" };
const soon = new Date(Date.now() + 60 * 86_400_000).toLocaleDateString("pl-PL", { timeZone: "Europe/Warsaw" });

const agreement = {
  ...{ subject: "x", parties: "Gmina\nKomenda", signedOn: "1.02.2026", startsOn: "1.03.2026", endsOn: date },
  ...{ amountGrosze: "100", services: "5" },
};

/** The agenda as its page would send it, with another title. */
async function agendaOf(scope: Scope, debateId: string) {
  const { items, version } = await loadEditor(scope, debateId);
  return {
    "itemId[]": items.map(({ id }) => id),
    "kind[]": items.map(({ kind }) => kind),
    "title[]": items.map(({ title }) => `${title}, inaczej`),
    "minutes[]": items.map(({ minutes }) => String(minutes)),
    "presenter[]": items.map(() => ""),
    "note[]": items.map(() => ""),
    "bodyId[]": items.map(() => ""),
    intent: "save",
    _version: String(version),
  };
}

/** One form of each door that does something here, filled in well; and why a door has no key. */
const FORMS: Record<string, string | ((unit: FullUnit) => Sent | Promise<Sent>)> = {
  "account._index": "asks for the password each time: tests/routes/account.test.ts",
  "account.second-factor": "the codes follow from the key, so they are the same: tests/routes/second-factor.test.ts",
  "b.$token": ({ ids }) => ({ form: { taskId: ids.task, answer: "accepted", author: "Jan Kos", authorPost: "x" } }),
  "b.$token_.link": "the link dies with the first letter: tests/routes/links.test.ts",
  "c.$token": () => ({ form: { partKey: "findings", original: "", proposed: "Inaczej", reason: "x" } }),
  "f.$token": () => ({ form: { do: "support", supports: "on" } }),
  forgotten: "each question counts, and the answer is one for all: tests/routes/reset.test.ts",
  "i.$token": () => ({ form: { answer: "accepted", needs: "x" } }),
  "join.$token": "a password is asked for, the link works once",
  login: "no row is written but the session, and each try counts",
  "login_.code": "a code opens once: tests/routes/second-factor.test.ts",
  logout: "a session ends once",
  "m.$code": "asked only when a task says that it is done: tests/routes/opinions.test.ts",
  "o.$unit.debates.$id.agenda": async ({ scope, ids }) => ({ form: await agendaOf(scope, ids.debate) }),
  "o.$unit.debates.$id.attendance": ({ ids }) => ({
    form: { o: "presence", invitationId: ids.invitation, presence: "present" },
  }),
  "o.$unit.debates.$id.edit": "over a version: tests/routes/stale.test.ts",
  "o.$unit.debates.$id.evaluation":
    "needs an evening of promises: tests/routes/hall.test.ts and tests/domain/evaluation",
  "o.$unit.debates.$id.files": ({ ids }) => ({ form: { remove: ids.file } }),
  "o.$unit.debates.$id.hall": ({ ids }) => ({ form: { intent: "close", drop: "1", motionId: ids.promised } }),
  "o.$unit.debates.$id.invitations": ({ ids }) => ({
    form: { do: "record", id: ids.invitation, answer: "accepted", channel: "phone" },
  }),
  "o.$unit.debates.$id.live": ({ ids }) => ({
    form: { intent: "capture", text: "x", category: "ORDER", raisedBy: "resident" },
    params: { id: ids.evaluation },
  }),
  "o.$unit.debates.$id.minutes": ({ ids }) => ({
    form: { "part-findings": "x", "version-findings": "0", save: "part-findings" },
    params: { id: ids.asked },
  }),
  "o.$unit.debates.$id.minutes_.autosave": async ({ scope, ids }) => {
    const row = (await listMinutesParts(scope, ids.asked)).find(({ key }) => key === "findings");
    const form = { "part-findings": "x x", "version-findings": String(row?.version ?? 0), save: "part-findings" };
    return { form, params: { id: ids.asked } };
  },
  "o.$unit.debates.$id.minutes_.$step":
    "over a fingerprint of the text: scripts/campaigns/races.mjs sends it sixty times",
  "o.$unit.debates.$id.minutes_.amendment": () => ({ form: { do: "start", reason: "x" } }),
  "o.$unit.debates.$id.minutes_.remarks": ({ ids }) => ({ form: { do: "reject", id: ids.remark, reason: "x" } }),
  "o.$unit.debates.$id.minutes_.window": () => ({ form: { do: "close" } }),
  "o.$unit.debates.$id.motions": () => ({
    form: { o: "capture", text: "x", category: "ORDER", raisedBy: "resident", channel: "paper" },
  }),
  "o.$unit.debates.$id.state": ({ ids }) => ({ form: { to: "announce" }, params: { id: ids.draft } }),
  "o.$unit.debates.$id.tasks": ({ ids }) => ({
    form: { "motionIds[]": [ids.admitted], title: "x", ownerBodyId: ids.body, dueBasis: "commitment", dueOn: soon },
  }),
  "o.$unit.debates.new": () => ({ form: { ...plan, kind: "initiating", startsOn: soon } }),
  "o.$unit.directory.bodies.$body": () => ({ form: { title: "Prezes" }, query: "?form=office" }),
  "o.$unit.directory.competence": ({ ids }) => ({ form: { bodyId: ids.body, category: "ANY" } }),
  "o.$unit.directory.new": () => ({
    form: { kind: "municipality", name: "Nowy urząd", title: "Wójt", personName: "Jan Kos", gender: "male" },
  }),
  "o.$unit.motions": ({ ids }) => ({ form: { o: "return", motionId: ids.motion, reason: "x" } }),
  "o.$unit.motions_.repeats": "needs what comes back to one place: tests/domain/motions",
  "o.$unit.motions_.$id.refer": "needs a motion of the statutory track: tests/routes/tasks.test.ts",
  "o.$unit.outbox.$message": "needs a letter that failed: tests/routes/outbox.test.ts sends it twice",
  "o.$unit.settings._index": "over a version: tests/routes/stale.test.ts",
  "o.$unit.settings.members": () => ({ form: { intent: "invite", email: "nowy@policja.test", role: "clerk" } }),
  "o.$unit.settings.notices": "over a version: tests/routes/privacy.test.ts",
  "o.$unit.settings.persons": "who is forgotten cannot be found a second time: tests/routes/privacy.test.ts",
  "o.$unit.settings.persons_.copy": "a copy changes nothing, and each is written down",
  "o.$unit.settings.retention": "over a version: tests/routes/privacy.test.ts",
  "o.$unit.settings.phrases": () => ({ form: { do: "add", title: "x", text: "x" } }),
  "o.$unit.tasks.$id": () => ({ form: { do: "move", to: "note", text: "x" } }),
  "o.$unit.tasks.$id_.agreement": () => ({ form: agreement }),
  "o.$unit.tasks.import": "the key is the name of the preview, which is applied once: tests/routes/task-sheet.test.ts",
  "o.$unit.tasks.agreements.$agreement": () => ({
    form: { do: "use", usedOn: "1.03.2026", services: "1", place: "x", _version: "1" },
  }),
  "o.$unit.tasks.agreements.$agreement_.edit": "over a version: tests/routes/stale.test.ts",
  "r.$token": () => ({ form: { do: "withdraw" } }),
  "reset.$token": "a link works once: tests/routes/reset.test.ts",
  "u.$unit.debates.$slug.motions.new": () => ({ form: { text: "x", place: "x", category: "ORDER" } }),
  "u.$unit.debates.$slug.register": () => ({ form: { name: "x", seats: "1" } }),
  "u.$unit.tracker.$number": "the page is one for everybody, and an address follows a matter once",
  "v.$token": "a phone has one vote: tests/routes/hall.test.ts",
};

let unit: FullUnit;
beforeAll(async () => {
  unit = await aFullUnit("ccqx");
});

test("every door that takes forms is tried here, or says why not", () => {
  const actions = Object.entries(ROUTES).flatMap(([route, { action }]) => (action ? [route] : []));
  expect(Object.keys(FORMS).sort()).toEqual(actions.sort());
});

const tried = Object.entries(FORMS).flatMap(([route, form]) => (typeof form === "string" ? [] : [{ route, form }]));

describe("the same form twice has one effect and one answer; with other words, the first answer or none", () => {
  test.each(tried)("$route", async ({ route, form: compose }) => {
    const { form, params, query } = await compose(unit);
    const key = crypto.randomUUID();
    const send = (fields: Form, cookie = unit.people.admin.cookie) =>
      knock({
        ...{ door: ROUTES[route]?.action as Door, route, cookie, query },
        ...{ params: { ...unit.params(route), ...params }, form: { ...fields, _key: key } },
      });
    const before = await unit.revision();
    const first = await send(form);
    const after = await unit.revision();
    expect([first.word, first.word === "200" ? "" : first.got]).toEqual([
      expect.stringMatching(/^(303|200)$/),
      expect.anything(),
    ]);
    // What saves itself while somebody types has no event for each pause; its answer names the version.
    if (first.word === "303") expect(after, "it has an effect").toBeGreaterThan(before ?? 0);

    const again = await send(form);
    expect([again.word, withoutClock(again.got)]).toEqual([first.word, withoutClock(first.got)]);
    const inOtherWords = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, /^x( x)?$/.test(String(value)) ? "Całkiem inaczej." : value]),
    );
    const other = await send(inOtherWords);
    if (other.word === first.word) expect(withoutClock(other.got)).toBe(withoutClock(first.got));
    else expect(other.word).toMatch(/^(409|422)$/);
    expect(await unit.revision(), "and only one").toBe(after);
  });
});

/** An answer in JSON says when it was given. */
const withoutClock = (got: string) => got.replace(/"at":"[^"]*"/g, "");
