import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { onTestFinished } from "vitest";
import { migrateSqlite } from "../../db/migrate";
import { placeOf } from "../../scripts/lib/backup/place.mjs";

/** A database of the newest schema with a secret beside it, as an operator has it. */
export function aPlace(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "debata-kept-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const settings = { DATA_DIR: folder, DATABASE_URL: `sqlite:${join(folder, "debata.db")}`, ...env };
  return { folder, settings, place: () => placeOf(settings) };
}

export function aMigrated(file: string) {
  const connection = new BetterSqlite3(file);
  connection.pragma("journal_mode = WAL");
  migrateSqlite(connection);
  return connection;
}

/** A unit is the smallest row there is. */
export const addUnit = (connection: BetterSqlite3.Database, id: string) =>
  connection
    .prepare(
      "insert into organizations (id, slug, name, short_name, created_at, updated_at) values (?, ?, 'x', 'x', 0, 0)",
    )
    .run(id, id);

export function unitsIn(file: string) {
  const connection = new BetterSqlite3(file, { readonly: true });
  const rows = connection.prepare("select id from organizations order by id").all() as { id: string }[];
  connection.close();
  return rows.map(({ id }) => id);
}

/** A process that has the database open and writes to it, telling what is on disk, until it is killed. */
export async function aWriter(file: string) {
  const program = `
    const db = new (require("better-sqlite3"))(${JSON.stringify(file)}, { timeout: 5000 });
    db.pragma("journal_mode = WAL"); db.pragma("synchronous = FULL");
    const add = db.prepare("insert into organizations (id, slug, name, short_name, created_at, updated_at) values (?, ?, 'x', 'x', 0, 0)");
    let n = 0;
    setInterval(() => { const id = "w" + String(++n).padStart(6, "0"); add.run(id, id); console.log(id); }, 1);`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const told = () => said.split("\n").slice(0, -1);
  const atLeast = async (many: number) => {
    while (told().length < many) await new Promise((done) => setTimeout(done, 5));
    return told();
  };
  await atLeast(1);
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "close");
  };
  return { told, atLeast, kill };
}

/** The command as an operator calls it. */
export function called(script: "backup" | "restore", words: string[], env: Record<string, string>) {
  const { PATH, NODE_ENV } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...words], {
    env: { PATH, NODE_ENV, ...env },
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

export const modeOf = (path: string) => execFileSync("stat", ["-c", "%a", path], { encoding: "utf8" }).trim();
