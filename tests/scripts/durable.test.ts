import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { bundleWorker } from "../../scripts/lib/bundle-worker.mjs";
import { startPostgres } from "../../scripts/lib/postgres.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { traceWrites } from "../../scripts/lib/trace-writes.mjs";

test("each answer comes after the log of SQLite was synchronized", async () => {
  expect(await traceWrites({ writes: 10 })).toEqual({ answers: 10, unsynced: 0 });
});

test("the planted fault is seen: NORMAL instead of FULL", async () => {
  const { answers, unsynced } = await traceWrites({ writes: 10, plant: "normal" });
  expect(answers).toBe(10);
  expect(unsynced).toBeGreaterThan(8);
});

test("PostgreSQL commits to disk, also where somebody has switched that off for the database", async () => {
  const postgres = await startPostgres();
  if (!postgres) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  const folder = mkdtempSync(join(process.cwd(), "node_modules/.cache/durable-"));
  try {
    const admin = new pg.Client({ connectionString: postgres.adminUrl });
    await admin.connect();
    await admin.query("alter database debata set synchronous_commit = off");
    await admin.end();
    const file = join(folder, "process.mjs");
    await bundleWorker(file, "scripts/lib/write-process.ts");
    const { PATH, NODE_ENV } = process.env;
    const { output } = await run(process.execPath, [file, "settings"], {
      env: { PATH, NODE_ENV, DATABASE_URL: postgres.url },
    });
    expect(output).toContain("synchronous_commit on");
  } finally {
    rmSync(folder, { recursive: true });
    postgres.stop();
  }
});
