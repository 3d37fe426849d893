import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { races } from "../../scripts/lib/races.mjs";

// In small what scripts/campaigns/races.mjs does at length: sixty people at once, on the built server.
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
});
afterAll(() => postgres?.stop());

test("sixty at once: one seat, one approval, one effect of a key, numbers without gaps, on SQLite", async () => {
  expect((await races({ rounds: 2, full: 1 })).faults).toEqual([]);
});

test("and on PostgreSQL, with two processes", async () => {
  expect((await races({ rounds: 2, full: 1, databaseUrl: postgres?.url })).faults).toEqual([]);
});

test("a planted lost update is seen: transactions that see each other's half of the work", async () => {
  const { faults } = await races({ rounds: 2, full: 0, databaseUrl: await postgres?.another(), plant: "lost update" });
  expect(faults.join("\n")).toMatch(/have it|one place|not done/);
});
