import { expect, test } from "vitest";
import { crash } from "../../scripts/lib/crash.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";

// In small what scripts/campaigns/crash.mjs does at length: the built server, killed in the middle of people's writing.
test("what was answered is there once, however often the server dies; its last end is an operator's", async () => {
  const result = await crash({ kills: 3, writes: 200 });
  expect(result.faults).toEqual([]);
  expect(result.acknowledged).toBeGreaterThanOrEqual(200);
  expect(result.killed).toMatchObject({ SIGTERM: 1 });
});

test("and on a PostgreSQL server", async () => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  try {
    const result = await crash({ kills: 2, writes: 120, databaseUrl: postgres.url });
    expect(result.faults).toEqual([]);
    expect(result.acknowledged).toBeGreaterThanOrEqual(120);
  } finally {
    postgres.stop();
  }
});

test("a planted fault is seen: a server that does not know the keys it has answered", async () => {
  const { faults } = await crash({ kills: 1, writes: 120, plant: "no key check" });
  expect(faults.join("\n")).toMatch(/are there twice|two answers to one key|another answer when it came again/);
});
