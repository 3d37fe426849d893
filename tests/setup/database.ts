import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { database } from "~/platform/db.server";
import { databaseUrl, dialect } from "~db/dialect";

/**
 * Each test file gets a fresh database from the real migrations. Its tests share it without cleaning:
 * each makes its own organization and looks nowhere else, as a tenant does.
 */
beforeAll(async () => {
  if (dialect === "postgres") await administer("create database");
  await database.migrate();
});
afterAll(async () => {
  await database.close();
  if (dialect === "postgres") await administer("drop database");
});

async function administer(command: "create database" | "drop database") {
  const url = new URL(databaseUrl);
  if (url.hostname === "embedded") return;
  const admin = new pg.Client(Object.assign(new URL(url), { pathname: "postgres" }).href);
  await admin.connect();
  await admin.query(`${command} "${url.pathname.slice(1)}"`).finally(() => admin.end());
}
