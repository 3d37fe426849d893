import { expect, test } from "vitest";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { restoreDrill } from "../../scripts/lib/restore-drill.mjs";

// In small what scripts/campaigns/restore.mjs does with hundreds of thousands of rows.
const SMALL = { rows: 500, posts: 15 };

test("a backup under writers, a kill, a restore into an empty place: everything acknowledged is there, on SQLite", async () => {
  const { faults, before } = await restoreDrill(SMALL);
  expect(faults).toEqual([]);
  expect(before).toBeGreaterThanOrEqual(5);
});

test("and on a PostgreSQL server", async () => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  try {
    expect((await restoreDrill({ ...SMALL, server: postgres.url })).faults).toEqual([]);
  } finally {
    postgres.stop();
  }
});

test("a planted fault is seen: the secret is lost on the way", async () => {
  const { faults } = await restoreDrill({ ...SMALL, plant: true });
  expect(faults.join()).toContain("leads elsewhere");
});
