import { expect, test } from "vitest";
import { faultsOf, killReminders } from "../../../scripts/lib/kill-reminders.mjs";
import { startPostgres } from "../../../scripts/lib/postgres.mjs";

// In small what scripts/campaigns/reminders.mjs does with 5 000 letters: real processes, killed in the middle.
const LETTERS = 100;
const KILLS = 4;

test("a run that is killed again and again sends each reminder once, on SQLite", async () => {
  const result = await killReminders({ letters: LETTERS, kills: KILLS });
  expect(faultsOf(result, LETTERS)).toEqual([]);
  expect(result.killed.writing + result.killed.sending).toBeGreaterThan(0);
  expect(result.deliveries).toBeGreaterThanOrEqual(LETTERS);
});

test("and on a PostgreSQL server", async () => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  try {
    const result = await killReminders({ letters: LETTERS, kills: KILLS, databaseUrl: postgres.url });
    expect(faultsOf(result, LETTERS)).toEqual([]);
  } finally {
    postgres.stop();
  }
});

test("a planted fault is seen: a Message-ID for each delivery instead of one for each reminder", async () => {
  const result = await killReminders({ letters: LETTERS, kills: KILLS, plant: true });
  expect(faultsOf(result, LETTERS).join()).toContain("Message-IDs of one recipient");
});
