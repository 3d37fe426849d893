import { type Column, getTableColumns, inArray, sql } from "drizzle-orm";
import type { AnySQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reads, Writes } from "~db/database";
import { database, readsOfTransaction, writesOfTransaction } from "./db.server";

type Values = Record<string, unknown>;
type Ready<T> = { execute(values: Values): Promise<T> };

let latest = 0;

/**
 * A query that is put together and planned once, with `sql.placeholder` for what changes: for Drizzle and SQLite that is
 * most of what a small query costs. Inside a transaction it sees what the transaction sees.
 */
export const prepared = <T>(build: (from: Reads) => PromiseLike<T>) =>
  preparedOn(build, () => readsOfTransaction() ?? database.read);

/** The same for a change, inside a transaction. What a column gets by itself at each change has to be a value, too. */
export const preparedChange = <T>(build: (to: Writes) => PromiseLike<T>) => preparedOn(build, writesOfTransaction);

function preparedOn<Q extends object, T>(build: (queries: Q) => PromiseLike<T>, connection: () => Q) {
  const name = `q${++latest}`; // PostgreSQL knows it by this, in each connection
  const prepareOn = (queries: Q) => (build(queries) as unknown as { prepare(name: string): Ready<T> }).prepare(name);
  // Of the connection that reads and of each that writes: those stay, and so does what is asked in a transaction.
  const kept = new WeakMap<Q, Ready<T>>();
  return async (values: Values): Promise<T> => {
    const queries = connection();
    const ready = kept.get(queries) ?? prepareOn(queries);
    kept.set(queries, ready);
    return ready.execute(values);
  };
}

/** Puts a row into a table, by a statement for each set of columns that is given; ids and times come by themselves. */
export function preparedInsert<T extends AnySQLiteTable>(table: T) {
  const columns = Object.entries(getTableColumns(table));
  const kept = new Map<string, (values: Values) => Promise<unknown>>();
  return (given: T["$inferInsert"]): Promise<unknown> => {
    const row = given as Values;
    const filled = columns.map(([name, column]) => [name, row[name] === undefined ? column.defaultFn?.() : row[name]]);
    const values = Object.fromEntries(filled.filter(([, value]) => value !== undefined)) as Values;
    const shape = Object.entries(values).map(([name, value]) => (value === null ? `no ${name}` : name));
    const known =
      kept.get(shape.join()) ?? preparedChange((to) => to.insert(table).values(slots() as T["$inferInsert"]));
    kept.set(shape.join(), known);
    return known(values);

    function slots() {
      // What is null stays so: a column's own way to write a value would be asked for nothing.
      const entries = Object.entries(values).map(([name, value]) => [
        name,
        value === null ? null : sql.placeholder(name),
      ]);
      return Object.fromEntries(entries);
    }
  };
}

/** The same for a query of several shapes; the shape says all on which its text depends, and there are few of them. */
export function preparedByShape() {
  const kept = new Map<string, (values: Values) => Promise<unknown>>();
  return <T>(shape: string, build: (from: Reads) => PromiseLike<T>) => {
    const known = kept.get(shape) ?? prepared(build);
    kept.set(shape, known);
    return known as (values: Values) => Promise<T>;
  };
}

/** What changes in a prepared query, as the driver wants it for this column: an instant, for one, is no number yet. */
export const slot = (name: string, column: Column) => sql`${sql.param(sql.placeholder(name), column)}`;

/** So that lists of ids have few lengths, they are filled up; no id is the empty text. */
const LENGTHS = [1, 25];
const LONG = 200;
export const lengthFor = (ids: readonly string[]) =>
  LENGTHS.find((length) => ids.length <= length) ?? Math.ceil(ids.length / LONG) * LONG;

export const idsIn = (column: Column, length: number) =>
  inArray(
    column,
    Array.from({ length }, (_, i) => sql.placeholder(`id${i}`)),
  );

export const valuesOfIds = (ids: readonly string[]): Values =>
  Object.fromEntries(Array.from({ length: lengthFor(ids) }, (_, i) => [`id${i}`, ids[i] ?? ""]));
