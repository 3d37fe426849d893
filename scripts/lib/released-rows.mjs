// node scripts/lib/released-rows.mjs <file of a database with the demo>: writes tests/db/fixtures, rows of every table as
// they stood under each version of the schema that changed tables. Needed again when there is a new such version, and
// for that version only: what is written there is never made anew, or it would follow the program it has to measure.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";

const [, , file = ""] = process.argv;
const FOLDER = "tests/db/fixtures";
const MIGRATIONS = "db/migrations/sqlite";
const UNITS = ["kpp-wierzbinow", "kmp-trybow"];
const PER_UNIT = 1;
const AT = 1_770_000_000_000;
const LONG = 400;
/** @type {Record<string, string>} */
const SHORT = { "{": '{"title":"Łąka"}', "[": "[]" };

/** @typedef {Record<string, string | number | null>} Row */
/** @typedef {{ table: string, row: Row }} Kept */
/** @typedef {{ id: number, table: string, from: string, to: string }} Reference */

const demo = new BetterSqlite3(file, { readonly: true });

/** @returns {string[]} */
const tablesOf = (/** @type {BetterSqlite3.Database} */ database) =>
  database
    .prepare("select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'")
    .pluck()
    .all();

/** @returns {{ name: string, type: string, notnull: 0 | 1, dflt_value: string | null, pk: number }[]} */
const columnsOf = (/** @type {BetterSqlite3.Database} */ database, /** @type {string} */ table) =>
  database.pragma(`table_info(${table})`);

/** @returns {Reference[][]} */
function referencesOf(/** @type {string} */ table) {
  /** @type {Map<number, Reference[]>} */
  const found = new Map();
  for (const one of /** @type {Reference[]} */ (demo.pragma(`foreign_key_list(${table})`)))
    found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return [...found.values()];
}

/** The fullest rows of each table, of two units; what nobody writes in the demo is filled in. */
function chosen() {
  /** @type {Kept[]} */
  const rows = [];
  const units = demo
    .prepare(`select id from organizations where slug in (${UNITS.map(() => "?")})`)
    .pluck()
    .all(UNITS);
  for (const table of tablesOf(demo)) {
    const columns = columnsOf(demo, table).map(({ name }) => name);
    const filled = columns.map((name) => `(${name} is not null and ${name} <> '')`).join(" + ");
    const whose = columns.includes("organization_id")
      ? "organization_id = ?"
      : table === "organizations"
        ? "id = ?"
        : "?";
    const before = rows.length;
    for (const unit of units)
      for (const row of demo
        .prepare(`select * from ${table} where ${whose} order by ${filled} desc limit ${PER_UNIT}`)
        .all(unit))
        rows.push({ table, row: /** @type {Row} */ (row) });
    if (rows.length === before) filledIn(table, rows);
  }
  return rows;
}

/** @returns {Row} */
function filledIn(/** @type {string} */ table, /** @type {Kept[]} */ rows) {
  const before = rows.find((one) => one.table === table);
  if (before) return before.row;
  /** @type {Row} */
  const row = {};
  for (const reference of referencesOf(table).sort((a, b) => b.length - a.length)) {
    if (reference.every(({ from }) => from in row)) continue;
    const [{ table: parent }] = reference;
    const found = /** @type {Row | undefined} */ (
      demo.prepare(`select * from ${parent} ${inUnit(parent)} limit 1`).get()
    );
    const made = found ?? rows.find((one) => one.table === parent)?.row ?? filledIn(parent, rows);
    for (const { from, to } of reference) row[from] ??= made[to] ?? null;
  }
  const { sql } = /** @type {{ sql: string }} */ (
    demo.prepare("select sql from sqlite_master where name = ?").get(table)
  );
  for (const { name, type, notnull } of columnsOf(demo, table)) {
    if (row[name] !== undefined) continue;
    const word = new RegExp(`"${name}" in \\('(\\w+)'`).exec(sql)?.[1];
    if (!notnull) row[name] = null;
    else if (type.toLowerCase() === "integer") row[name] = /_(at|after)$|^at$|^since$|until$/.test(name) ? AT : 1;
    else if (name.endsWith("_on")) row[name] = "2026-05-01";
    else row[name] = word ?? (["data", "found", "result"].includes(name) ? '{"motions":1}' : `${table} ${name} „łąka”`);
  }
  rows.push({ table, row });
  return row;
}

const inUnit = (/** @type {string} */ table) => {
  const unit = `(select id from organizations where slug = '${UNITS[0]}')`;
  if (table === "organizations") return `where id = ${unit}`;
  return columnsOf(demo, table).some(({ name }) => name === "organization_id") ? `where organization_id = ${unit}` : "";
};

/** With everything that these rows point at. */
function withParents(/** @type {Kept[]} */ rows) {
  /** @type {Map<string, Kept>} */
  const kept = new Map();
  const keep = (/** @type {Kept} */ { table, row }) => {
    const key = JSON.stringify([table, row]);
    if (kept.has(key)) return;
    kept.set(key, { table, row });
    for (const reference of referencesOf(table)) {
      if (reference.some(({ from }) => row[from] === null)) continue;
      const [{ table: parent }] = reference;
      const where = reference.map(({ to }) => `${to} = ?`).join(" and ");
      const found = demo.prepare(`select * from ${parent} where ${where}`).get(reference.map(({ from }) => row[from]));
      if (found) keep({ table: parent, row: /** @type {Row} */ (found) });
    }
  };
  for (const one of rows) keep(one);
  return [...kept.values()];
}

/** Documents are long and nothing of them is asked for in columns. */
function shortened(/** @type {Kept} */ { table, row }) {
  const short = { ...row };
  for (const [name, value] of Object.entries(row)) {
    if (name === "password_hash") short[name] = "-";
    if (typeof value === "string" && value.length > LONG) short[name] = SHORT[value.charAt(0)] ?? value.slice(0, LONG);
  }
  return { table, row: short };
}

/** Those that fit into this version, parents first: a row that is not taken waits until another one has been. */
function fitting(/** @type {number} */ version, /** @type {Kept[]} */ rows) {
  const database = new BetterSqlite3(":memory:");
  const { entries } = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, "utf8"));
  database.pragma("foreign_keys = OFF");
  for (const { tag } of entries.slice(0, version + 1)) database.exec(readFileSync(`${MIGRATIONS}/${tag}.sql`, "utf8"));
  database.pragma("foreign_keys = ON");
  /** @type {Kept[]} */
  const taken = [];
  const tables = tablesOf(database);
  let waiting = rows.filter(({ table }) => tables.includes(table));
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter(({ table, row }) => {
      const known = new Set(columnsOf(database, table).map(({ name }) => name));
      const then = Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name)));
      const names = Object.keys(then);
      try {
        database.prepare(`insert into ${table} (${names}) values (${names.map(() => "?")})`).run(Object.values(then));
      } catch {
        return true;
      }
      taken.push({ table, row: then });
      return false;
    });
  }
  const empty = tables.filter((table) => !taken.some((one) => one.table === table));
  console.log(
    `${version}: ${taken.length} rows, did not fit: ${waiting.map(({ table }) => table)}; tables without rows: ${empty.join() || "none"}`,
  );
  return taken;
}

const rows = withParents(chosen()).map(shortened);
const names = readdirSync(MIGRATIONS)
  .filter((name) => /^\d{4}.*\.sql$/.test(name))
  .sort();
for (const [version, name] of names.entries()) {
  if (!/CREATE TABLE|ADD `/.test(readFileSync(`${MIGRATIONS}/${name}`, "utf8"))) continue;
  const fixture = `${FOLDER}/${name.slice(0, 4)}.jsonl`;
  const lines = fitting(version, rows).map(({ table, row }) => JSON.stringify([table, row]));
  if (existsSync(fixture)) console.log(`${fixture} stays as it is`);
  else writeFileSync(fixture, `${lines.join("\n")}\n`);
}
