import * as postgres from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect";
import type { CalendarDate } from "./vocabulary";

type Words = readonly [string, ...string[]];

// No uniqueIndex: PostgreSQL gets its indexes after the foreign keys that need them, constraints before.
const sqliteKit = {
  table: sqlite.sqliteTable,
  alias: sqlite.alias,
  index: sqlite.index,
  unique: sqlite.unique,
  foreignKey: sqlite.foreignKey,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
  text: (name: string) => sqlite.text(name),
  word: <const W extends Words>(name: string, words: W) => sqlite.text(name, { enum: words }),
  whole: (name: string) => sqlite.integer(name),
  flag: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  instant: (name: string) => sqlite.integer(name, { mode: "timestamp_ms" }),
  json: <T>(name: string) => sqlite.text(name, { mode: "json" }).$type<T>(),
};

const postgresKit = {
  table: postgres.pgTable,
  alias: postgres.alias,
  index: postgres.index,
  unique: postgres.unique,
  foreignKey: postgres.foreignKey,
  primaryKey: postgres.primaryKey,
  check: postgres.check,
  text: (name: string) => postgres.text(name),
  word: (name: string, words: [string, ...string[]]) => postgres.text(name, { enum: words }),
  whole: (name: string) => postgres.bigint(name, { mode: "number" }),
  flag: (name: string) => postgres.boolean(name),
  instant: (name: string) => postgres.timestamp(name, { withTimezone: true, precision: 3 }),
  json: (name: string) => postgres.jsonb(name),
};

/** One schema, two dialects. The types are SQLite's, and PostgreSQL is cast to them here and nowhere else. */
const kit = dialect === "postgres" ? (postgresKit as unknown as typeof sqliteKit) : sqliteKit;

export const { table, alias, index, unique, foreignKey, primaryKey, check } = kit;
export const { text, word, whole, flag, instant, json } = kit;

export const date = (name: string) => text(name).$type<CalendarDate>();
