import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type BetterSqlite3 from "better-sqlite3";
import type pg from "pg";
import { onTestFinished } from "vitest";

type Value = string | number | null;
export type Row = [table: string, row: Record<string, Value>];

const FIXTURES = "tests/db/fixtures";

/** Every version of the schema that was ever released, by the number of its newest migration. */
export const VERSIONS = readdirSync("db/migrations/sqlite")
  .flatMap((name) => (/^\d{4}.*\.sql$/.test(name) ? [Number(name.slice(0, 4))] : []))
  .sort((a, b) => a - b);
export const NEWEST = VERSIONS.length - 1;

/** Rows of every table as they stood under that version, parents first (scripts/lib/released-rows.mjs). */
export function rowsOf(version: number): Row[] {
  const nearest = VERSIONS.filter((one) => one <= version && existsSync(fileOf(one))).at(-1) ?? 0;
  const lines = readFileSync(fileOf(nearest), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

const fileOf = (version: number) => `${FIXTURES}/${String(version).padStart(4, "0")}.jsonl`;

/** The migrations as that version had them. */
export function migrationsUpTo(version: number, dialect: "sqlite" | "postgres") {
  const folder = mkdtempSync(join(tmpdir(), "debata-released-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(`db/migrations/${dialect}`, folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const { entries, ...more } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...more, entries: entries.slice(0, version + 1) }));
  return folder;
}

export const fillSqlite = (connection: BetterSqlite3.Database, rows: Row[]) =>
  connection.transaction(() => {
    for (const [table, row] of rows) {
      const names = Object.keys(row);
      connection.prepare(`insert into ${table} (${names}) values (${names.map(() => "?")})`).run(...Object.values(row));
    }
  })();

export type Asks = Pick<pg.ClientBase, "query">;

/** What is a number, a 0 or 1, or a text on SQLite is a time, a boolean or JSON on PostgreSQL. */
export async function fillPostgres(client: Asks, rows: Row[]) {
  const types = await columnsOf(client);
  const told = (table: string, name: string, value: Value) => {
    const type = types.get(`${table}.${name}`) ?? "";
    if (value === null) return value;
    if (type.startsWith("timestamp")) return new Date(Number(value)).toISOString();
    if (type === "boolean") return value === 1;
    return type === "jsonb" ? JSON.parse(String(value)) : value;
  };
  let [first, last] = [0, 0];
  for (const [index, [table, row]] of rows.entries()) {
    last = index + 1;
    if (rows[last]?.[0] === table) continue;
    const names = Object.keys(row);
    const json = rows
      .slice(first, last)
      .map(([, one]) => Object.fromEntries(names.map((name) => [name, told(table, name, one[name] ?? null)])));
    const from = `select ${names} from json_populate_recordset(null::${table}, $1)`;
    await client.query(`insert into ${table} (${names}) ${from}`, [JSON.stringify(json)]);
    first = last;
  }
}

async function columnsOf(client: Asks) {
  const { rows } = await client.query(
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'",
  );
  return new Map(rows.map((one) => [`${one.table_name}.${one.column_name}`, String(one.data_type)]));
}

/** The rows of each table with the columns that they had, as text that is the same on both databases. */
export function asText(rows: Row[]) {
  const tables: Record<string, string[]> = {};
  for (const [table, row] of rows) {
    tables[table] ??= [];
    tables[table].push(JSON.stringify(plainRow(row)));
  }
  for (const list of Object.values(tables)) list.sort();
  return tables;
}

export async function keptIn(query: (text: string) => Promise<Record<string, unknown>[]>, rows: Row[]) {
  const tables: Record<string, string[]> = {};
  for (const [table, row] of rows)
    tables[table] ??= (await query(`select ${Object.keys(row)} from ${table}`)).map((one) =>
      JSON.stringify(plainRow(one)),
    );
  for (const list of Object.values(tables)) list.sort();
  return tables;
}

const plainRow = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" && /^\{"|^\[/.test(value)) return sorted(JSON.parse(value));
  if (typeof value === "string" && /^[1-9]\d{0,14}$|^0$/.test(value)) return Number(value);
  return value !== null && typeof value === "object" ? sorted(value) : value;
}

/** PostgreSQL keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
