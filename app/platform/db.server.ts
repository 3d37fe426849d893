import { AsyncLocalStorage } from "node:async_hooks";
import { connect } from "~db/connect";
import type { Reads, Writes } from "~db/database";
import { isRefused } from "./outcome";

export const database = await connect();

type Transaction = { queries: Reads & Writes; open: boolean; afterwards: Set<() => void> };
const transactions = new AsyncLocalStorage<Transaction>();

/** Inside `inTransaction` both handles belong to the transaction; outside, `read` sees a snapshot and `write` throws. */
export const read = following<Reads>(() => current()?.queries ?? database.read);
export const write = following<Writes>(() => current()?.queries ?? refuseToWrite());

/**
 * The only way to write. A nested call joins the outer one, so commands may call commands. When the outermost is refused
 * in the end, nothing is saved: neither what it wrote before it knew, nor what a command wrote that it had called.
 */
export async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (current()) return work();
  let afterwards = new Set<() => void>();
  const result = await database.transaction(async (queries) => {
    afterwards = new Set(); // PostgreSQL may run the work again
    const transaction = { queries, open: true, afterwards };
    try {
      return await transactions.run(transaction, work);
    } finally {
      transaction.open = false; // whatever was not awaited must not slip into the next transaction
    }
  }, isRefused);
  if (isRefused(result)) return result;
  for (const run of afterwards) run();
  return result;
}

/** Runs once when the transaction has been saved, and never when it has not. Give the same function to run it once. */
export function afterCommit(run: () => void) {
  const transaction = current();
  if (transaction) transaction.afterwards.add(run);
  else run();
}

/** What a transaction under way reads and writes with, for statements that are prepared outside of it. */
export const readsOfTransaction = (): Reads | undefined => current()?.queries;
export const writesOfTransaction = (): Writes => current()?.queries ?? refuseToWrite();

function current() {
  const transaction = transactions.getStore();
  return transaction?.open ? transaction : undefined;
}

function refuseToWrite(): never {
  throw new Error("A write belongs inside inTransaction");
}

function following<T extends object>(target: () => T): T {
  return new Proxy({} as T, { get: (_, property) => Reflect.get(target(), property) });
}
