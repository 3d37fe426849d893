import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { oneAtATime } from "~db/one-at-a-time";

/**
 * The little of `pg` that the product uses, over PostgreSQL in WebAssembly: one engine shared by all pools.
 * It has one session, so a client holds it until released; conflicts therefore need a server to show.
 */
/**
 * The engine asks the clock that a test has moved, and wants an alarm in years; Node has no timer for so long, rings at
 * once, and is asked again, with a warning each time.
 */
const LONGEST_MS = 2 ** 31 - 1;
globalThis.setTimeout = new Proxy(setTimeout, {
  apply(target, self, [work, ms, ...more]) {
    const timer = Reflect.apply(target, self, [work, Math.min(ms ?? 0, LONGEST_MS), ...more]);
    return ms > LONGEST_MS ? timer.unref() : timer;
  },
});

const picture = process.env.PGLITE_PICTURE;
const engine = await PGlite.create(picture ? { loadDataDir: new Blob([readFileSync(picture)]) } : {});
// The engine knows only its superuser, whom row security does not bind; the service has a plain role that owns its database.
if (!picture)
  await engine.exec("create role debata; alter database postgres owner to debata; alter schema public owner to debata");
await engine.exec("set role debata");
const inTurn = oneAtATime();
let closing: Promise<void> | undefined;

type Statement =
  | string
  | { text: string; rowMode?: "array"; types?: { getTypeParser(oid: number): (v: string) => unknown } };

class Client {
  released = () => {};

  /** A broken client is closed, which undoes its transaction. */
  async release(broken = false) {
    if (broken) await engine.exec("rollback");
    this.released();
  }

  async query(statement: Statement, parameters?: unknown[]) {
    const { text, rowMode, types } = typeof statement === "string" ? { text: statement } : statement;
    if (!parameters && !types) return { command: "", rows: [], ...(await engine.exec(text)).at(-1) }; // may be several
    const parsers = types && Object.fromEntries(DATES.map((oid) => [oid, types.getTypeParser(oid)]));
    return { command: "", ...(await engine.query(text, parameters, { rowMode, parsers })) };
  }
}

const DATES = [1082, 1114, 1184, 1186];
/** One, as there is one session: what the session was told, all pools have told it. */
const client = new Client();

class Pool {
  private static open = 0;

  constructor() {
    Pool.open++;
  }

  on() {}

  connect() {
    return new Promise<Client>((connected) => {
      void inTurn(
        () =>
          new Promise<void>((released) => {
            client.released = released;
            connected(client);
          }),
      );
    });
  }

  /** The engine ends with the last of its pools; migrations have one of their own. */
  async end() {
    Pool.open--;
    if (Pool.open === 0) closing = engine.close();
    await closing;
  }
}

/** The whole database as one file, for those who begin where this engine is now. */
export const pictureOf = async () => Buffer.from(await (await engine.dumpDataDir("none")).arrayBuffer());

export default { Pool };
