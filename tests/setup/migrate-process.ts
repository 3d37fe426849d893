// A start of the program as far as its migrations: <address> [<the statement at which it is killed>].
// Prints how many statements there were. Bundled by whoever starts it.
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { migratePostgres, migrateSqlite } from "~db/migrate";

const [, , address = "", killAt = "0"] = process.argv;
let statements = 0;

/** Between two statements, without a chance to tidy up. */
function count() {
  statements++;
  if (statements === Number(killAt)) process.kill(process.pid, "SIGKILL");
}

function onSqlite(file: string) {
  const connection = new BetterSqlite3(file, { timeout: 60_000 });
  connection.pragma("journal_mode = WAL");
  connection.pragma("cache_size = 4"); // what is not saved yet is in the log already, as in a large database
  const [exec, prepare] = [connection.exec.bind(connection), connection.prepare.bind(connection)];
  connection.exec = (text) => {
    count();
    return exec(text);
  };
  connection.prepare = ((text: string) => {
    count();
    return prepare(text);
  }) as typeof connection.prepare;
  migrateSqlite(connection);
  count();
  connection.close();
}

async function onPostgres(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>;
    client.query = ((...words: unknown[]) => {
      count();
      return query(...words);
    }) as unknown as typeof client.query;
  });
  await migratePostgres(pool);
  count();
  await pool.end();
}

if (address.startsWith("postgres")) await onPostgres(address);
else onSqlite(address);
console.log(statements);
