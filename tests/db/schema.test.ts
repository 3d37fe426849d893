import { getTableName, is, Table } from "drizzle-orm";
import * as postgres from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { dialect } from "~db/dialect";
import * as schema from "~db/schema";

/** Belong to no unit, or to many. */
const COMMON = [
  ...["organizations", "users", "sessions", "sign_in_failures", "sign_in_challenges"],
  ...["recovery_codes", "password_resets", "rate_limits"],
];

const tables = Object.values(schema)
  .filter((table) => is(table, Table))
  .map((table) => {
    const config =
      dialect === "postgres" ? postgres.getTableConfig(table as never) : sqlite.getTableConfig(table as never);
    return {
      name: config.name,
      columns: config.columns.map(({ name }) => name),
      links: config.foreignKeys.map((key) => {
        const { columns, foreignTable } = key.reference();
        return { to: getTableName(foreignTable), by: columns.map(({ name }) => name) };
      }),
    };
  });

test("there are tables to look at", () => expect(tables.length).toBeGreaterThan(20));

test("every table of a unit says whose it is", () => {
  const nameless = tables.filter(({ columns }) => !columns.includes("organization_id")).map(({ name }) => name);
  expect(nameless.sort()).toEqual([...COMMON].sort());
});

test("every link inside a unit carries the unit, so that the database refuses one that leaves it", () => {
  const loose = tables.flatMap(({ name, links }) =>
    links
      .filter(({ to, by }) => !COMMON.includes(to) && !by.includes("organization_id"))
      .map(({ to, by }) => `${name} (${by}) → ${to}`),
  );
  expect(loose).toEqual([]);
});
