import { beforeAll, describe, expect, test } from "vitest";
import { aFullUnit, type Door, type FullUnit, knock, ROUTES, STAFF } from "../setup/matrix";

/**
 * Who may open each door. In order: nobody signed in, viewer, clerk, officer, organizer, admin. L: to the sign-in page,
 * F: 403, +: in. An organizer of another unit is told that there is no such unit, and at home that there is no such row.
 */
const WHO = {
  read: "L+++++",
  organize: "LFFF++",
  record: "LF+F++",
  follow: "LFF+++",
  admin: "LFFFF+",
  all: "++++++",
} as const;

type Fields = (ids: FullUnit["ids"]) => Record<string, string | string[]>;
type Declared = {
  loader?: keyof typeof WHO;
  action?: keyof typeof WHO;
  /** What the form sends: whole, so that only whose rows it names can stop it. */
  form?: Fields;
  query?: (ids: FullUnit["ids"]) => string;
  /** A list of one's own: at home a stranger gets it, too, whatever the address names. */
  own?: true;
  /** Of what only the office knows, what the holder of this link reads. */
  tells?: string[];
};

const date = "1.03.2099";
const move = { do: "move", to: "in_progress", text: "Dzwonili." };
const plan = {
  ...{ kind: "evaluation", cycleTitle: "Cykl", topic: "Temat", venueName: "Sala" },
  ...{ startsOn: date, startsTime: "17", endsTime: "19" },
};
const motionForm: Fields = ({ motion }) => ({ o: "return", motionId: motion, reason: "Brak miejsca." });

const DOORS: Record<string, Declared> = {
  _index: { loader: "all" },
  "b.$token": { loader: "all", action: "all", form: ({ hiddenTask }) => ({ taskId: hiddenTask }), tells: ["task"] },
  "c.$token": {
    loader: "all",
    action: "all",
    form: () => ({ partKey: "findings", proposed: "x" }),
    tells: ["guest", "remark"],
  },
  "d.$code": { loader: "all" },
  "i.$token": { loader: "all", action: "all", form: () => ({ answer: "" }), tells: ["guest"] },
  "join.$token": { loader: "all", action: "all", form: () => ({}), tells: ["invited"] },
  login: { loader: "all", action: "all", form: () => ({}) },
  logout: { loader: "all", action: "all", form: () => ({}) },
  "m.$code": { loader: "all", tells: ["waiting", "author"] },
  "m._index": { loader: "all" },
  "o.$unit": { loader: "read", own: true },
  "o.$unit._index": { loader: "read", own: true },
  "o.$unit.debates.$id": { loader: "read" },
  "o.$unit.debates.$id._index": { loader: "read" },
  "o.$unit.debates.$id.agenda": {
    loader: "read",
    action: "organize",
    form: ({ item }) => ({ "itemId[]": [item], "kind[]": ["speech"], "title[]": ["x"], "minutes[]": ["1"] }),
  },
  "o.$unit.debates.$id.attendance": {
    loader: "read",
    action: "record",
    form: ({ registration }) => ({ o: `in:${registration}` }),
  },
  "o.$unit.debates.$id.documents": { loader: "read" },
  "o.$unit.debates.$id.documents_.$file": { loader: "read" },
  "o.$unit.debates.$id.edit": { loader: "organize", action: "organize", form: () => plan },
  "o.$unit.debates.$id.evaluation": { loader: "read", action: "organize", form: () => ({ startsOn: "" }) },
  "o.$unit.debates.$id.files": { loader: "read", action: "record", form: ({ file }) => ({ remove: file }) },
  "o.$unit.debates.$id.files_.$file": { loader: "read" },
  "o.$unit.debates.$id.invitations": {
    loader: "read",
    action: "record",
    form: ({ invitation: id }) => ({ do: "record", id, answer: "accepted", channel: "phone" }),
    query: ({ invitation }) => `?list=${invitation}`,
  },
  "o.$unit.debates.$id.live": {
    loader: "record",
    action: "record",
    form: ({ motion }) => ({ intent: "outcome", outcome: "police", motionId: motion }),
  },
  "o.$unit.debates.$id.minutes": { loader: "read", action: "record", form: () => ({ "part-findings": "x" }) },
  "o.$unit.debates.$id.minutes[.]pdf": { loader: "read" },
  "o.$unit.debates.$id.minutes_.$step": { loader: "organize", action: "organize", form: () => ({ approvedBy: "x" }) },
  "o.$unit.debates.$id.minutes_.autosave": { action: "record", form: () => ({ "part-findings": "x" }) },
  "o.$unit.debates.$id.minutes_.history": { loader: "read", query: () => "?part=findings" },
  "o.$unit.debates.$id.minutes_.amendment": {
    loader: "organize",
    action: "organize",
    form: () => ({ do: "start", reason: "x" }),
  },
  "o.$unit.debates.$id.minutes_.remarks": {
    loader: "read",
    action: "record",
    form: ({ remark: id }) => ({ do: "reject", id, reason: "x" }),
  },
  "o.$unit.debates.$id.minutes_.window": { loader: "organize", action: "organize", form: () => ({ do: "close" }) },
  "o.$unit.debates.$id.motions": {
    loader: "read",
    action: "organize",
    form: motionForm,
    query: ({ motion }) => `?wniosek=${motion}`,
  },
  "o.$unit.debates.$id.state": { loader: "organize", action: "organize", form: () => ({ to: "open" }) },
  "o.$unit.debates.$id.tasks": {
    loader: "read",
    action: "organize",
    form: ({ admitted, body }) => ({
      "motionIds[]": [admitted],
      "supporterIds[]": [body],
      ...{ title: "x", ownerBodyId: body, dueBasis: "art_243", dueOn: date },
    }),
  },
  "o.$unit.debates._index": { loader: "read", own: true, query: ({ debate }) => `?po=1_${debate}` },
  "o.$unit.debates.new": {
    loader: "organize",
    action: "organize",
    own: true,
    form: ({ held }) => ({ ...plan, evaluatesDebateId: held }),
  },
  "o.$unit.directory._index": { loader: "read", own: true },
  "o.$unit.directory.bodies.$body": {
    loader: "read",
    action: "organize",
    form: () => ({}),
    query: () => "?form=archive",
  },
  "o.$unit.directory.new": { loader: "organize", action: "organize", own: true, form: () => ({ name: "" }) },
  "o.$unit.motions": {
    loader: "read",
    action: "organize",
    form: motionForm,
    query: ({ motion }) => `?wniosek=${motion}`,
  },
  "o.$unit.outbox.$message": { loader: "organize", action: "organize", form: () => ({}) },
  "o.$unit.outbox._index": { loader: "organize", own: true, query: ({ message }) => `?przed=9999999999999_${message}` },
  "o.$unit.settings._index": { loader: "admin", action: "admin", own: true, form: () => ({ name: "" }) },
  "o.$unit.settings.members": {
    loader: "admin",
    action: "admin",
    form: ({ membership: id }) => ({ intent: "revoke", id }),
    query: ({ membership }) => `?osoba=${membership}`,
  },
  "o.$unit.settings.phrases": {
    loader: "record",
    action: "record",
    form: () => ({ do: "remove", id: "start-0", title: "" }),
    own: true,
  },
  "o.$unit.tasks.$id": { loader: "read", action: "follow", form: () => move },
  "o.$unit.tasks.$id_.agreement": {
    loader: "follow",
    action: "follow",
    form: ({ agreement }) => ({ agreementId: agreement, by: "1", _version: "1" }),
  },
  "o.$unit.tasks._index": { loader: "read", own: true, query: ({ body, debate }) => `?body=${body}&debate=${debate}` },
  "r.$token": { loader: "all", action: "all", form: () => ({}), tells: ["seat"] },
  "u.$unit._index": { loader: "all" },
  "u.$unit.accessibility": { loader: "all" },
  "u.$unit.calendar[.]ics": { loader: "all" },
  "u.$unit.debates.$slug._index": { loader: "all" },
  "u.$unit.debates.$slug.event[.]ics": { loader: "all" },
  "u.$unit.debates.$slug.minutes": { loader: "all" },
  "u.$unit.debates.$slug.minutes[.]docx": { loader: "all" },
  "u.$unit.debates.$slug.minutes[.]pdf": { loader: "all" },
  "u.$unit.debates.$slug.motions.new": { loader: "all", action: "all", form: () => ({ text: "" }) },
  "u.$unit.debates.$slug.poster[.]pdf": { loader: "all" },
  "u.$unit.debates.$slug.register": { loader: "all", action: "all", form: () => ({ name: "" }) },
  "u.$unit.debates.$slug.report[.]pdf": { loader: "all" },
  "u.$unit.privacy": { loader: "all" },
  "u.$unit.tracker.$number": { loader: "all" },
  "u.$unit.tracker._index": { loader: "all", query: ({ debate }) => `?debata=${debate}` },
  "u.$unit.tracker[.]csv": { loader: "all" },
  "verify.$hash": { loader: "all" },
};

let ours: FullUnit;
let theirs: FullUnit;
beforeAll(async () => {
  [ours, theirs] = [await aFullUnit("aaqx"), await aFullUnit("bbqx")];
});

const kinds = ["loader", "action"] as const;
const doors = Object.entries(ROUTES).flatMap(([route, module]) =>
  kinds.flatMap((kind) => (module[kind] ? [{ route, kind, door: module[kind] as Door }] : [])),
);
const declared = ({ route, kind }: (typeof doors)[number]) => ({
  ...DOORS[route],
  who: WHO[DOORS[route]?.[kind] ?? "all"],
});
/** Columns that no page has a use for. */
const HIDDEN = /"\w*Hash"|"(?!sha256)\w+":"[0-9a-f]{64}"/;
const isOffice = ({ route }: { route: string }) => route.startsWith("o.");

/** Words of a unit that only its office knows, without what this door may tell. */
const leaked = (got: string, { mark }: FullUnit, tells: readonly string[] = []) =>
  [...got.matchAll(new RegExp(`tajne${mark}([a-z]+)`, "g"))].flatMap(([, what = ""]) =>
    tells.includes(what) ? [] : what,
  );

test("every loader and action is declared, and nothing that is not there", () => {
  const found = doors.map(({ route, kind }) => `${route} ${kind}`);
  expect(
    Object.entries(DOORS)
      .flatMap(([route, { loader, action }]) => [
        ...(loader ? [`${route} loader`] : []),
        ...(action ? [`${route} action`] : []),
      ])
      .sort(),
  ).toEqual(found.sort());
});

/** One visit of somebody to a door of `at`, naming the rows of `rows`. */
function visit(one: (typeof doors)[number], at: FullUnit, cookie?: string, { params = at, rows = at } = {}) {
  const { form, query } = declared(one);
  return knock({
    ...one,
    cookie,
    params: { ...params.params(one.route), unit: at.unit.slug },
    query: query?.(rows.ids),
    form: one.kind === "action" ? form?.(rows.ids) : undefined,
  });
}

describe("whom nobody let in", () => {
  test.each(doors.filter(isOffice))("$route $kind", async (one) => {
    const { who, form } = declared(one);
    const before = await ours.revision();
    const stranger = theirs.people.organizer.cookie;
    const boss = theirs.people.admin.cookie;
    const [nobody, foreign] = [await visit(one, ours), await visit(one, ours, stranger)];
    expect({ nobody: nobody.word, foreign: foreign.word }).toEqual({ nobody: "login", foreign: "404" });
    for (const [index, role] of STAFF.entries())
      if (who[index + 1] === "F")
        expect([role, (await visit(one, ours, ours.people[role].cookie)).word]).toEqual([role, "403"]);

    // At home, with our rows in the address, then with their own address and our rows in the form.
    const address = await visit(one, theirs, boss, { params: ours });
    if (/\$(id|body|message)/.test(one.route)) expect(address.word).toBe("404");
    const rows = await visit(one, theirs, boss, { rows: ours });
    const namesRows = Object.values(ours.ids).some((id) => JSON.stringify(form?.(ours.ids) ?? {}).includes(id));
    if (one.kind === "action" && namesRows) expect(rows.word).toMatch(/^(404|409|422)$/);
    for (const { got } of [nobody, foreign, address, rows]) {
      expect(leaked(got, ours)).toEqual([]);
      expect(got).not.toContain(ours.open);
    }
    expect(await ours.revision(), "nothing has happened to us").toBe(before);
  });

  test("what a stranger has tried has brought nothing of ours into their own pages", async () => {
    for (const one of doors.filter((each) => isOffice(each) && each.kind === "loader")) {
      const { got } = await visit(one, theirs, theirs.people.admin.cookie, { rows: ours });
      expect([one.route, leaked(got, ours), got.includes(ours.open)]).toEqual([one.route, [], false]);
    }
  });
});

describe("what everybody may open tells nobody what only the office knows", () => {
  test.each(doors.filter((one) => !isOffice(one)))("$route $kind", async (one) => {
    const { tells } = declared(one);
    const cookies = [undefined, theirs.people.organizer.cookie, ...STAFF.map((role) => ours.people[role].cookie)];
    for (const cookie of one.route === "logout" ? [undefined] : cookies) {
      const { word, got } = await visit(one, ours, cookie);
      expect(word).toMatch(/^(200|30[23]|422|409)$/);
      expect(leaked(got, ours, tells)).toEqual([]);
      expect(leaked(got, theirs)).toEqual([]);
      if (one.route !== "_index") expect(got).not.toContain(theirs.open);
      expect(got).not.toMatch(HIDDEN);
      expect(got).not.toMatch(/"(?:organizationId|revision|minutesPattern|textRaw|authorEmail|search)"/);
    }
  });
});

describe("who may", () => {
  test.each(doors.filter(isOffice))("$route $kind", async (one) => {
    const { who } = declared(one);
    for (const [index, role] of STAFF.entries()) {
      if (who[index + 1] !== "+") continue;
      const { word, got } = await visit(one, ours, ours.people[role].cookie);
      expect([role, word]).toEqual([role, expect.stringMatching(/^(200|303|409|422)$/)]);
      expect(leaked(got, theirs)).toEqual([]);
      expect(got).not.toMatch(HIDDEN);
    }
  });
});
