import { eq, getTableName, is, sql, Table } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { requireMember } from "~/domain/organizations/gate.server";
import { database, inTransaction, read, write } from "~/platform/db.server";
import { mintScope } from "~/platform/mint-scope.server";
import { dialect } from "~db/dialect";
import * as schema from "~db/schema";
import { bodies, counters, events, organizations } from "~db/schema";
import { seeing, withSight } from "~db/sight";
import { aMember } from "../setup/factories.organizations";
import { aBody } from "../setup/factories.tasks";
import { type Door, knock } from "../setup/matrix";

const onPostgres = test.runIf(dialect === "postgres");

/** Two units with the same things in them. */
async function twoUnits() {
  const [ours, theirs] = [await aMember("admin"), await aMember("admin")];
  const [our, their] = [await aBody(ours.scope), await aBody(theirs.scope)];
  return { ours, theirs, our, their, inOurs: <T>(work: () => Promise<T>) => seeing([ours.unit.id], work) };
}
const allBodies = async () => (await read.select({ unit: bodies.organizationId }).from(bodies)).map(({ unit }) => unit);
/** PostgreSQL's own words for a row that the policy does not let in. */
const refused = { cause: { code: "42501" } };

onPostgres("every table of a unit has the policy, for its owner, too", async () => {
  const found = await inCatalogue();
  const wanted = Object.values(schema)
    .filter((table) => is(table, Table))
    .filter((table) => "organizationId" in table || table === organizations)
    .map((table) => getTableName(table));
  expect(wanted.length).toBeGreaterThan(25);
  // A table that is missing here needs „select guard_units();” at the end of the migration that makes it.
  expect(wanted.filter((name) => !found.includes(name))).toEqual([]);
});

onPostgres("a table that a later migration forgets is told from one that is guarded", async () => {
  await inTransaction(async () => void (await run("create table newcomers (organization_id text)")));
  expect(await inCatalogue()).not.toContain("newcomers");
  await inTransaction(async () => void (await run("select guard_units()")));
  expect(await inCatalogue()).toContain("newcomers");
});

onPostgres("a query that forgot its condition sees one unit, and without a unit all", async () => {
  const { ours, theirs, inOurs } = await twoUnits();
  expect(new Set(await inOurs(allBodies))).toEqual(new Set([ours.unit.id]));
  expect(new Set(await inOurs(() => inTransaction(allBodies)))).toEqual(new Set([ours.unit.id]));
  expect(new Set(await seeing([ours.unit.id, theirs.unit.id], allBodies))).toEqual(
    new Set([ours.unit.id, theirs.unit.id]),
  );
  expect(await allBodies()).toEqual(expect.arrayContaining([ours.unit.id, theirs.unit.id]));
});

onPostgres("it writes into no other unit, changes and removes nothing there, and moves nothing there", async () => {
  const { ours, theirs, our, their, inOurs } = await twoUnits();
  const inside = <T>(work: () => Promise<T>) => inOurs(() => inTransaction(work));
  const counter = { organizationId: theirs.unit.id, name: "planted", value: 1 };
  await expect(inside(async () => await write.insert(counters).values(counter))).rejects.toMatchObject(refused);
  const moving = async () =>
    await write.update(bodies).set({ organizationId: theirs.unit.id }).where(eq(bodies.id, our.id));
  await expect(inside(moving)).rejects.toMatchObject(refused);

  await inside(async () => await write.update(bodies).set({ name: "Zajęte" }));
  await inside(async () => await write.update(organizations).set({ name: "Zajęta" }));
  await inside(async () => await write.delete(events));
  const nameOf = async (id: string) => (await read.select().from(bodies).where(eq(bodies.id, id)))[0]?.name;
  expect([await nameOf(our.id), await nameOf(their.id)]).toEqual(["Zajęte", expect.not.stringMatching("Zajęte")]);
  const units = await read.select().from(organizations).where(eq(organizations.name, "Zajęta"));
  expect(units.map(({ id }) => id)).toEqual([ours.unit.id]);
  expect(await read.$count(events, eq(events.organizationId, theirs.unit.id))).toBeGreaterThan(0);
});

onPostgres("what a connection was told for one request does not reach the next", async () => {
  const { ours, theirs } = await twoUnits();
  const asked = Array.from({ length: 60 }, (_, i) => {
    const unit = [ours.unit.id, theirs.unit.id, undefined][i % 3];
    const ask = i % 2 ? allBodies : () => inTransaction(allBodies);
    return seeing(unit === undefined ? undefined : [unit], ask).then((seen) => [unit, new Set(seen)] as const);
  });
  for (const [unit, seen] of await Promise.all(asked)) {
    if (unit) expect(seen).toEqual(new Set([unit]));
    else expect(seen.size).toBeGreaterThan(1);
  }
  const failing = seeing([ours.unit.id], () =>
    inTransaction(async () => {
      await allBodies();
      throw new Error("abandoned");
    }),
  );
  await expect(failing).rejects.toThrow("abandoned");
  expect(new Set(await inTransaction(allBodies)).size).toBeGreaterThan(1);
});

onPostgres(
  "a request sees all until its gate has opened, then the unit of its scope, also inside a transaction",
  async () => {
    const { ours, theirs } = await twoUnits();
    await withSight(async () => {
      expect((await allBodies()).length).toBeGreaterThan(1);
      await inTransaction(async () => {
        expect(new Set(await allBodies()).size).toBeGreaterThan(1);
        mintScope(ours.unit.id, "system");
        expect(new Set(await allBodies())).toEqual(new Set([ours.unit.id]));
      });
      expect(new Set(await allBodies())).toEqual(new Set([ours.unit.id]));
      expect(await seeing(undefined, allBodies)).toEqual(expect.arrayContaining([theirs.unit.id]));
    });
  },
);

test("through the door: a route that forgot its condition leaks on SQLite, which has one lock, and not on PostgreSQL", async () => {
  const { ours, theirs } = await twoUnits();
  const forgetful: Door = async ({ request, params }) => {
    await requireMember(request, params.unit);
    return { bodies: await allBodies() };
  };
  const params = { unit: ours.unit.slug };
  const { got } = await knock({ door: forgetful, route: "o.$unit.planted", params, cookie: ours.cookie });
  expect(got).toContain(ours.unit.id);
  expect(got.includes(theirs.unit.id)).toBe(dialect === "sqlite");
});

test("an id that could end the statement is refused before it gets there", () => {
  expect(() => seeing(["x'; drop table bodies; --"], () => {})).toThrow("letters, digits and dashes");
});

onPostgres("a role that may bypass row security is told of at the start, a plain one is not", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await database.migrate();
  const isPlain = !(
    await rowsOf<{ unlocked: boolean }>(
      "select rolsuper or rolbypassrls as unlocked from pg_roles where rolname = current_user",
    )
  )[0]?.unlocked;
  expect(warn.mock.calls.length).toBe(isPlain ? 0 : 1);
  warn.mockRestore();
});

async function inCatalogue() {
  const guarded = await rowsOf<{ name: string }>(
    `select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid
     where c.relrowsecurity and c.relforcerowsecurity and p.polname = 'units_in_sight' and p.polcmd = '*'`,
  );
  return guarded.map(({ name }) => name);
}

/** PostgreSQL alone answers `execute`; the product does not use it. */
const run = (text: string) =>
  (write as unknown as { execute(query: unknown): Promise<{ rows: unknown[] }> }).execute(sql.raw(text));
const rowsOf = <T>(text: string) => inTransaction(async () => (await run(text)).rows as T[]);
