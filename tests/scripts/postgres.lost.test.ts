import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { troubleOf } from "../../db/errors";
import { openPostgres } from "../../db/postgres";
import { startPostgres } from "../../scripts/lib/postgres.mjs";

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

/** Vitest fails on an error that nobody hears; the service would end. */
test("a connection that dies while somebody holds it fails their transaction only", async () => {
  if (!server) throw new Error("There is no PostgreSQL server here: `npm test` installs one on Debian");
  const database = openPostgres(server.url);
  const admin = new pg.Client(server.adminUrl);
  await admin.connect();
  const others = "from pg_stat_activity where usename = 'debata'";
  const failed = database.transaction(async () => {
    await admin.query(`select pg_terminate_backend(pid) ${others}`);
    for (let left = 1; left > 0; ) left = (await admin.query(`select 1 ${others}`)).rowCount ?? 0;
    await new Promise((heard) => setTimeout(heard, 50)); // that it is gone comes by the socket
    return "done";
  });
  expect(troubleOf(await failed.catch((error: unknown) => error))).toBe("away");
  expect(await database.transaction(async () => "goes on")).toBe("goes on");
  await Promise.all([admin.end(), database.close()]);
});
