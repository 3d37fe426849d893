import { PGlite } from "@electric-sql/pglite";
import { oneAtATime } from "~db/one-at-a-time";

/**
 * The little of `pg` that the product uses, over PostgreSQL in WebAssembly: one engine shared by all pools.
 * It has one session, so a client holds it until released; conflicts therefore need a server to show.
 */
const engine = await PGlite.create();
const inTurn = oneAtATime();
let closing: Promise<void> | undefined;

type Statement =
  | string
  | { text: string; rowMode?: "array"; types?: { getTypeParser(oid: number): (v: string) => unknown } };

class Client {
  constructor(private released: () => void) {}

  /** A broken client is closed, which undoes its transaction. */
  async release(broken = false) {
    if (broken) await engine.exec("rollback");
    this.released();
  }

  async query(statement: Statement, parameters?: unknown[]) {
    const { text, rowMode, types } = typeof statement === "string" ? { text: statement } : statement;
    const parsers = types && Object.fromEntries(DATES.map((oid) => [oid, types.getTypeParser(oid)]));
    return { command: "", ...(await engine.query(text, parameters, { rowMode, parsers })) };
  }
}

const DATES = [1082, 1114, 1184, 1186];

class Pool {
  on() {}

  connect() {
    return new Promise<Client>((connected) => {
      void inTurn(() => new Promise<void>((released) => connected(new Client(released))));
    });
  }

  query: Client["query"] = (...statement) => inTurn(() => new Client(() => {}).query(...statement));

  end() {
    closing ??= engine.close();
    return closing;
  }
}

export default { Pool };
