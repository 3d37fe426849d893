import { beforeAll, describe, expect, test } from "vitest";
import { DOORS, WHO } from "../setup/doors";
import { aFullUnit, type Door, type FullUnit, knock, ROUTES, STAFF } from "../setup/matrix";

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
const isAccount = ({ route }: { route: string }) => /^account\b/.test(route);

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
    if (/\$(id|body|message|agreement)/.test(one.route)) expect(address.word).toBe("404");
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

describe("one's own account", () => {
  test.each(doors.filter(isAccount))("$route $kind", async (one) => {
    expect((await visit(one, ours)).word).toBe("login");
    for (const role of STAFF) {
      const { word, got } = await visit(one, ours, ours.people[role].cookie);
      expect([role, word]).toEqual([role, expect.stringMatching(/^(200|422)$/)]);
      expect(leaked(got, ours, ["member"])).toEqual([]);
      expect(leaked(got, theirs)).toEqual([]);
      for (const other of [
        ...STAFF.filter((each) => each !== role).map((each) => ours.people[each]),
        theirs.people.admin,
      ])
        expect(got).not.toContain(other.email);
      expect(got).not.toMatch(HIDDEN);
      expect(got).not.toMatch(/argon2|totpSecret|totpLastStep/);
    }
  });
});

describe("what everybody may open tells nobody what only the office knows", () => {
  test.each(doors.filter((one) => !isOffice(one) && !isAccount(one)))("$route $kind", async (one) => {
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
